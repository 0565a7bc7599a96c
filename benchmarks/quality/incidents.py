"""Our own incidents in several accounts: how their tolls stand, who is behind them, and what stays apart."""

import re
from pathlib import Path
from typing import Any

import yaml

from sayso import api
from sayso.model.comparison import ComparedEvent, Comparison
from sayso.model.document import Document

DEAD = ("killed", "casualties")


def measure(path: Path) -> dict[str, float]:
    """`relation`: right for the event with the tolls of all accounts. `origin`: the one source is found behind all.

    `apart`: pairs of two incidents that do not become one event.
    """
    marked = yaml.safe_load(path.read_text(encoding="utf-8"))["incidents"]
    told = [(one, _compare(one["accounts"])) for one in marked]
    same = [(one, _event(found)) for one, found in told if not one.get("apart")]
    other = [found for one, found in told if one.get("apart")]
    behind = [(one["origin"], event) for one, event in same if one.get("origin")]
    return {
        "relation": sum(_has_relation(one, event) for one, event in same) / len(same),
        "origin": sum(_has_origin(pattern, event) for pattern, event in behind) / len(behind),
        "apart": sum(_event(found) is None or len(_with_tolls(_event(found))) < 2 for found in other) / len(other),
    }


def _compare(accounts: list[dict[str, Any]]) -> Comparison:
    documents = [
        Document(one["text"], id=str(k), title=one.get("title"), source=one["source"], published=one["published"])
        for k, one in enumerate(accounts)
    ]
    return api.compare(api.read_many(documents))


def _event(found: Comparison) -> ComparedEvent | None:
    """The event that holds the tolls of most accounts."""
    return max((event for event in found.events if _with_tolls(event)), key=lambda e: len(_with_tolls(e)), default=None)


def _with_tolls(event: ComparedEvent | None) -> set[str]:
    return {number.document for number in event.numbers if number.what in DEAD} if event else set()


def _has_relation(one: dict[str, Any], event: ComparedEvent | None) -> bool:
    return event is not None and len(_with_tolls(event)) == len(one["accounts"]) and event.relation == one["relation"]


def _has_origin(pattern: str, event: ComparedEvent | None) -> bool:
    if event is None:
        return False
    accounts = {account.document for account in event.accounts}
    return len(accounts) > 1 and any(
        set(origin.documents) == accounts and re.search(pattern, f"{origin.name} {origin.why}", re.IGNORECASE)
        for origin in event.origins
    )

"""The reader's words for the record's codes: statuses, types, outcomes, fields. One place for page and terminal."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

import msgspec

from sayso.model.record import Status


class StatusWords(msgspec.Struct, frozen=True):
    """`short` stands on a chip, `long` in a sentence and in the legend."""

    short: str
    long: str


STATUS: Final[Mapping[str, StatusWords]] = MappingProxyType(
    {
        "happened": StatusWords("happened", "told as having happened, in the account's own voice"),
        "claimed": StatusWords("claimed", "somebody says that it happened; the account does not vouch for it"),
        "planned": StatusWords("planned", "announced, intended or promised"),
        "possible": StatusWords("possible", "may or might be so; asked or speculated"),
        "conditional": StatusWords("only if", "depends on a condition"),
        "denied": StatusWords("denied", "said not to be so, or not to have been done"),
        "judged": StatusWords("ought to be", "what somebody thinks should be done"),
    }
)
STATUS_ORDER: Final[tuple[Status, ...]] = (
    "happened", "claimed", "denied", "planned", "conditional", "possible", "judged",
)  # fmt: skip
_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "AGREE": "agreement",
        "CONSULT": "talks",
        "SUPPORT": "diplomatic support",
        "COOPERATE": "practical cooperation",
        "AID": "aid",
        "CONCEDE": "concession",
        "RETREAT": "withdrawal or release",
        "REQUEST": "demand or appeal",
        "ACCUSE": "accusation",
        "REJECT": "refusal",
        "THREATEN": "threat",
        "SANCTION": "penalty or break",
        "PROTEST": "protest",
        "MOBILIZE": "military posture",
        "COERCE": "coercion",
        "ASSAULT": "attack",
    }
)
_OUTCOMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "supported": "The body says what the headline says",
        "attributed": "The body says it only in somebody else's words",
        "weaker": "The headline says less than the body",
        "stronger": "The headline says more than the body",
        "absent": "The body does not say it",
        "contradicted": "The body says otherwise",
        "unrelated": "The headline is about something else",
    }
)
_FIELDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "actor": "who did it",
        "action": "what was done",
        "number": "how many",
        "time": "when",
        "place": "where",
        "certainty": "how surely",
        "responsibility": "who is responsible",
        "denial": "whether it is so",
    }
)
_RELATIONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "agree": "agree",
        "conflict": "conflict",
        "update": "a later account brings it up to date",
        "single": "told once",
        "other": "differ in scope or certainty",
    }
)
_BASIS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "given": "given",
        "page": "from the page",
        "byline": "from the byline",
        "text": "inferred from the text",
        "unknown": "",
    }
)
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ISO = re.compile(r"\b(\d{4})-(\d{2})(?:-(\d{2}))?\b")
# Control characters of terminals and of text direction: shown as a mark, never obeyed.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
QUIET: Final = frozenset({"unlikely"})
"""Codes of notes that stand under Notes only: how a document was read, and nothing wrong with it."""
NARRATOR: Final = "narrator"
ITSELF: Final = "the account itself"
UNNAMED: Final = "nobody named"


def status(key: str) -> StatusWords:
    """The words for a status."""
    return STATUS.get(key) or StatusWords(key, key)


def kind(plover: str | None) -> str:
    """The words for a PLOVER type; "" for none."""
    return _TYPES.get(plover or "", (plover or "").lower())


def outcome(key: str) -> str:
    """A sentence for the outcome of a headline check."""
    return _OUTCOMES.get(key, key)


def field(key: str) -> str:
    """The words for a field of a divergence."""
    return _FIELDS.get(key, key)


def relation(key: str) -> str:
    """The words for how the accounts of an event stand to each other."""
    return _RELATIONS.get(key, key)


def basis(key: str) -> str:
    """How a publication date is known; "" when it is not."""
    return _BASIS.get(key, key)


def dates(text: str) -> str:
    """`text` with its ISO dates written out: `2022-08-15` becomes `15 August 2022`."""
    return _ISO.sub(_written_out, text)


def _written_out(match: re.Match[str]) -> str:
    year, month, day = match.group(1), int(match.group(2)), match.group(3)
    if not 1 <= month <= 12:
        return match.group()
    words = f"{_MONTHS[month - 1]} {year}"
    return f"{int(day)} {words}" if day else words


def clean(text: str) -> str:
    """`text` with control characters shown as a replacement mark. One for one, so lengths stay."""
    return _CONTROL.sub("�", text)


def clip(text: str, limit: int) -> str:
    """`text` on one line, cut at a word with an ellipsis when longer than `limit`."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    if line[limit - 1] != " " and " " in cut[limit // 2 :]:
        cut = cut[: cut.rfind(" ")]
    return cut.rstrip(" ,;:") + "…"


def listed(items: Iterable[str]) -> str:
    """`a, b and c`."""
    found = list(items)
    return " and ".join([", ".join(found[:-1]), found[-1]]) if len(found) > 1 else "".join(found)


_SMALL: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number(value: int) -> str:
    """`no`, `three`, `14`."""
    return _SMALL[value] if value < len(_SMALL) else str(value)


def count(value: int, noun: str) -> str:
    """`three accounts`, `one account`, `14 accounts`."""
    return f"{number(value)} {noun if value == 1 else noun + 's'}"

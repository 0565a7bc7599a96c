"""The whole range of wordings, each event read with what sources say around it: the status a claim of it would get."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from sayso.lexicon.certainty import CertaintyLexicon
from sayso.lexicon.reporting import ReportingLexicon
from sayso.model.flow import Parse
from sayso.reading import attribution
from sayso.reading.certainty import judge

LEXICON = CertaintyLexicon.load()
REPORTING = ReportingLexicon.load()
FILES = sorted(Path(__file__).parent.glob("wording*.yaml"))
MARKED = [msgspec.yaml.decode(file.read_bytes(), type=dict[str, dict[str, list[str]]]) for file in FILES]
CASES = [(status, text) for marked in MARKED for status, texts in marked["read"].items() for text in texts]
LEAST = 0.9
ACTS = frozenset({"attack", "invasion", "strike", "blockade"})


def told(parse: Parse, head: int) -> str:
    """The status of the event as the innermost source around it tells it."""
    said = attribution.find(parse, REPORTING)
    others = [word.i for word in parse.words if word.lower in ACTS and word.i != head]
    judgement = judge(parse, LEXICON, said, [head, *others])[0]
    held = any(first <= head < last for found in said for first, last in found.content)
    return "claimed" if judgement.status == "happened" and held and not judgement.granted else judgement.status


def read(parsed: Callable[[str], Parse], text: str) -> str:
    parse = parsed(text.replace("*", ""))
    at = text.index("*")
    return told(parse, next(word.i for word in parse.words if word.start <= at < word.end))


@pytest.mark.parametrize(("status", "text"), CASES)
def test_status_by_wording(parsed: Callable[[str], Parse], status: str, text: str) -> None:
    assert read(parsed, text) in status.split(" or ")


def test_few_wordings_are_open() -> None:
    """What is known to be read wrongly stays written down, and few."""
    known = sum(len(texts) for marked in MARKED for texts in marked["open"].values())
    assert len(CASES) / (len(CASES) + known) >= LEAST

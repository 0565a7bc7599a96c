"""Who is meant by "it", "the junta", "the Gulf state", "Foggy Bottom": our own marked passages, `references.yaml`.

A passage is right if the party at the bracketed words is the one marked; wrong if it is another known actor, missed
if it is nobody in particular. For `-` any known actor is wrong.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec
import yaml

from sayso.lexicon.actors import ActorLexicon
from sayso.model.flow import Parse
from sayso.model.record import Party
from sayso.reading import actors

FILE = Path(__file__).with_name("references.yaml")
Verdict = Literal["right", "wrong", "missed"]


class Passage(msgspec.Struct, frozen=True):
    """A text, where the referring words stand in it, and who they mean; `when` is the text's date, if known."""

    sort: str
    text: str
    first: int
    last: int
    who: str
    when: str | None = None


def passages() -> Iterator[Passage]:
    """All marked passages, in file order."""
    for sort, rows in yaml.safe_load(FILE.read_text(encoding="utf-8")).items():
        for row in rows:
            marked = row["text"]
            first, last = marked.index("["), marked.index("]") - 1
            text = marked.replace("[", "").replace("]", "")
            yield Passage(sort, text, first, last, row["who"], row.get("when"))


def judge(passage: Passage, parse: Parse, lexicon: ActorLexicon) -> tuple[Verdict, tuple[Party, ...]]:
    """How the reading of a passage (`parse` is that of its text) compares with what is marked."""
    table = actors.find(parse, lexicon, passage.when)
    found = actors.each(parse, table, _head(parse, passage))
    known = tuple(p for p in found if p.actor_id or p.code or p.country)
    if passage.who == "-":
        return ("wrong" if known else "right"), found
    wanted = [{name.strip() for name in one.split(" | ")} for one in passage.who.split(" & ")]
    fits = len(known) == len(wanted) and all(any({p.name, p.code} & one for p in known) for one in wanted)
    return ("right" if fits else "wrong" if known else "missed"), found


def _head(parse: Parse, passage: Passage) -> int:
    inside = [w for w in parse.words if passage.first <= w.start and w.end <= passage.last]
    numbers = {w.i for w in inside}
    tops = [w.i for w in inside if (w.head == w.i or w.head not in numbers) and w.pos != "PUNCT"]
    return tops[-1] if tops else inside[-1].i

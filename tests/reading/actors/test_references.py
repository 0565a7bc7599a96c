"""Our own marked passages of `benchmarks/quality/references.yaml`: who is meant, by sort of referring expression."""

from collections.abc import Callable
from functools import cache

import pytest
from benchmarks.quality.references import Passage, judge, passages

from sayso.lexicon.actors import ActorLexicon
from sayso.model.flow import Parse
from sayso.reading import actors

PASSAGES = tuple(passages())
AT_LEAST = {
    "it": 0.95, "its": 1, "he_she": 1, "they": 0.92, "object": 0.87, "reflexive": 1, "not_itself": 1, "by_role": 1,
    "by_place": 0.95, "by_link": 0.92, "metonyms": 0.92, "acronyms": 1, "names": 1, "offices": 0.9, "ownership": 1,
    "second": 0.94, "third": 0.95, "fourth": 0.97, "fifth": 0.97, "sixth": 0.97,
    "seventh": 0.95,
}  # fmt: skip


@cache
def lexicon() -> ActorLexicon:
    return ActorLexicon.load()


@pytest.mark.parametrize("sort", sorted(AT_LEAST))
def test_most_are_right(sort: str, parsed: Callable[..., Parse]):
    verdicts = {p.text: judge(p, parsed(p.text), lexicon())[0] for p in PASSAGES if p.sort == sort}
    right = sum(verdict == "right" for verdict in verdicts.values())
    assert right >= AT_LEAST[sort] * len(verdicts), [t for t, verdict in verdicts.items() if verdict != "right"]


def test_every_sort_is_held():
    assert {p.sort for p in PASSAGES} == set(AT_LEAST)


def one(text: str, who: str) -> Passage:
    marked = text.replace("[", "").replace("]", "")
    return Passage("own", marked, text.index("["), text.index("]") - 1, who)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Chad accuses Sudan of arming rebels. [It] denies that.", "Sudan"),
        ("Oman asked Yemen to wait, but [it] refused.", "Yemen"),
        ("Chile closed the mine, Bolivia's envoy said. [It] will not reopen it.", "Chile"),
        ("Two banks shut. Aid workers fled. [They] besieged nobody.", "-"),
        ("A member of the council, [Musa Idris], spoke.", "Musa Idris"),
        ("[The Vienna talks] collapsed.", "-"),
        ("[Tripoli's foes] regrouped.", "-"),
        (
            "Turkey criticised Germany. The gas contract signed with Baku is in force, and [the two sides] will meet.",
            "-",
        ),
        ("Iran held talks with Oman. [The two sides] agreed to open embassies.", "IRN & OMN"),
        ("Economists met in Lagos. [The 44-year-old] was not there.", "-"),
    ],
)
def test_one_by_one(text: str, who: str, parsed: Callable[..., Parse]):
    passage = one(text, who)
    assert judge(passage, parsed(passage.text), lexicon())[0] == "right"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Canada protested. [A court in Dalian] sentenced one of its citizens to death.", "CHNJUD"),
        ("[Prosecutors in Istanbul] charged an American consular worker on Wednesday.", "TURJUD"),
        ("In Recife, where the consul lives, [police] dispersed the marchers.", "BRACOP"),
        ("[The mayor of Arequipa] fled after a crowd torched the town hall.", "PERGOV"),
    ],
)
def test_a_town_tells_whose_court_it_is(text: str, who: str, parsed: Callable[..., Parse]):
    towns = {"Dalian": "CHN", "Istanbul": "TUR", "Recife": "BRA", "Arequipa": "PER"}
    passage = one(text, who)
    table = actors.find(parsed(passage.text), lexicon(), None, towns.get)
    codes = [
        actor.code for actor in table.actors for span in actor.mentions if passage.first <= span.start < passage.last
    ]
    assert who in codes

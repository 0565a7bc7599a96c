"""Whose a bare institution is, by the clause before it, the dateline, or who spoke in the sentence before."""

from collections.abc import Callable

import pytest

from sayso.lexicon.actors import ActorLexicon
from sayso.model.document import Document
from sayso.model.flow import Parse
from sayso.reading import actors
from sayso.reading.reader import Options, Reader

LEXICON = ActorLexicon.load()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Chile lied, Peru said on Sunday. The foreign ministry recalled its envoy to Santiago.", "PERGOV"),
        ("Peru recalled its envoy, and the foreign ministry spoke of betrayal by Chile.", "PERGOV"),
        ("Peru will answer if Chile sends ships, the foreign ministry said.", "PERGOV"),
        ("Peru's president sacked the interior minister on Friday.", "PERGOV"),
        ("Washington and Lima quarrelled. Two senators flew to Cusco.", "USALEG"),
    ],
)
def test_bare_institutions_are_of_the_state_told_of(text: str, code: str, parsed: Callable[..., Parse]):
    assert code in {actor.code for actor in actors.find(parsed(text), LEXICON, None).actors}


@pytest.mark.parametrize(
    "text", ["Chile must pay Peru, the foreign ministry said.", "Chile bombed Peru. A ministry burned."]
)
def test_who_is_only_addressed_or_harmed_is_not_taken(text: str, parsed: Callable[..., Parse]):
    assert "CHLGOV" not in {actor.code for actor in actors.find(parsed(text), LEXICON, None).actors}


@pytest.mark.parametrize("dateline", ["LIMA, May 4 (Andes Wire) - ", "TACNA, Peru — ", "LIMA - "])
def test_a_dateline_tells_whose_ministry_it_is(dateline: str):
    reader = Reader.load(Options(fast=True))
    text = f"{dateline}Chile fired three rockets at a village, the interior ministry said. The army denied it."
    assert "PERGOV" in {actor.code for actor in reader.read(Document(text)).actors}


def test_two_towns_in_a_dateline_tell_nothing():
    reader = Reader.load(Options(fast=True))
    text = "LIMA/SANTIAGO, May 4 (Andes Wire) - Rockets hit a village, the interior ministry said."
    assert not {actor.code for actor in reader.read(Document(text)).actors} & {"PERGOV", "CHLGOV"}

"""The event patterns: they load, and each one's own examples hold."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sayso.lexicon.events import EventLexicon, Pattern
from sayso.lexicon.files import LexiconError
from sayso.model.flow import EventMention, Parse
from sayso.reading.events import find

LEXICON = EventLexicon.load()


def _id(pattern: Pattern) -> str:
    return next(iter(LEXICON.rules(pattern))).id


def _yes() -> Iterator[object]:
    for pattern in LEXICON.patterns:
        for example in pattern.yes:
            text, _, parties = example.partition(" => ")
            actors, _, recipients = parties.partition(">")
            yield pytest.param(_id(pattern), text, _names(actors), _names(recipients), id=f"{_id(pattern)}: {text}")


def _names(listed: str) -> list[list[str]]:
    return [name.split() for name in listed.split(",") if name.strip()]


def _are(parse: Parse, heads: tuple[int, ...], names: list[list[str]]) -> bool:
    words = [parse.words[head].text for head in heads]
    return len(words) == len(names) and all(any(word in name for word in words) for name in names)


@pytest.mark.parametrize(("rule", "text", "actors", "recipients"), _yes())
def test_yes_examples_are_found_with_their_parties(
    rule: str, text: str, actors: list[list[str]], recipients: list[list[str]], parsed: Callable[..., Parse]
) -> None:
    parse = parsed(text)
    found = [event for event in find(parse, LEXICON, statements=True) if event.rule == rule]
    assert any(_are(parse, e.actors, actors) and _are(parse, e.recipients, recipients) for e in found), _said(
        parse, find(parse, LEXICON, statements=True)
    )


@pytest.mark.parametrize(
    ("rule", "text"),
    [pytest.param(_id(p), text, id=f"{_id(p)}: {text}") for p in LEXICON.patterns for text in p.no],
)
def test_no_examples_are_not_found(rule: str, text: str, parsed: Callable[..., Parse]) -> None:
    assert rule not in {event.rule for event in find(parsed(text), LEXICON, statements=True)}


def _said(parse: Parse, events: tuple[EventMention, ...]) -> list[object]:
    words = parse.words
    return [(e.rule, [words[i].text for i in e.actors], [words[i].text for i in e.recipients]) for e in events]


def test_every_plover_type_has_patterns() -> None:
    types = {LEXICON.ontology.plover(pattern.cameo) for pattern in LEXICON.patterns}
    assert {
        "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
        "THREATEN", "SANCTION", "PROTEST", "MOBILIZE", "COERCE", "ASSAULT",
    } <= types  # fmt: skip


def test_thousands_of_verb_senses() -> None:
    assert sum(map(len, LEXICON.verbs.values())) > 2000


def test_a_pattern_of_the_user_is_used(tmp_path: Path, parsed: Callable[..., Parse]) -> None:
    own = tmp_path / "mine.yaml"
    own.write_text(
        "classes:\n- {name: canal, words: [canal]}\n"
        'events:\n- {id: mine, cameo: "144", verbs: [plug], objects: ["@canal"], to: [of, against]}\n'
    )
    parse = parsed("Fishermen plugged the canal against the port authority.")
    event = next(e for e in find(parse, EventLexicon.load((own,))) if e.rule == "mine")
    assert (event.plover, parse.words[event.recipients[0]].text) == ("PROTEST", "authority")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('{cameo: "999", verbs: [plug]}', "no CAMEO code"),
        ('{cameo: "144", verbs: [plug], objects: ["@nothing"]}', "no class"),
        ('{cameo: "144", verbs: [plug], compose: nothing}', "no table"),
        ('{cameo: "144", verbs: [plug], to: [object]}', "no slot 'object'"),
        ('{cameo: "144", verb: [plug]}', "verb"),
        ("{cameo: 144, verbs: [plug]}", "str"),
    ],
)
def test_a_mistake_in_a_users_file_is_named(line: str, problem: str, tmp_path: Path) -> None:
    own = tmp_path / "mine.yaml"
    own.write_text(f'events:\n- {{cameo: "144", verbs: [dam]}}\n\n- {line}\n')
    with pytest.raises(LexiconError, match=rf"mine\.yaml, line 4: .*{problem}"):
        EventLexicon.load((own,))

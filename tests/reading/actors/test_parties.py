"""The party that any noun stands for, and the words at the event."""

from collections.abc import Callable

import pytest

from sayso.lexicon.actors import ActorLexicon
from sayso.model.flow import Parse
from sayso.model.record import Party
from sayso.reading import actors

Of = Callable[..., Party]


@pytest.fixture(scope="module")
def lexicon() -> ActorLexicon:
    return ActorLexicon.load()


@pytest.fixture(scope="module")
def of(lexicon: ActorLexicon, parsed: Callable[..., Parse]) -> Of:
    def made(text: str, word: str, when: str | None = None) -> Party:
        parse = parsed(text)
        head = next(w.i for w in parse.words if w.text == word)
        return actors.party(parse, actors.find(parse, lexicon, when), head)

    return made


@pytest.mark.parametrize(
    ("text", "word", "name", "span", "code"),
    [
        ("The Taliban regime signed.", "regime", "Taliban", "The Taliban regime", "TAL"),
        ("Six Afghan soldiers died.", "soldiers", "Afghan military", "Six Afghan soldiers", "AFGMIL"),
        ("A convoy of Russian trucks left.", "convoy", "Russia", "A convoy of Russian trucks", "RUS"),
        ("Ana Prill, who won, thanked voters.", "who", "Ana Prill", "who", None),
        ("The bridge that fell was old.", "bridge", "bridge", "The bridge", None),
        ("Russian trucks which left were old.", "which", "Russia", "which", "RUS"),
    ],
)
def test_any_noun_gives_a_party(text: str, word: str, name: str, span: str, code: str | None, of: Of):
    found = of(text, word)
    assert (found.name, found.span.text, found.code) == (name, span, code)


def test_an_unknown_party_has_its_words_and_no_actor(of: Of):
    found = of("The bridge collapsed.", "bridge")
    assert found.actor_id is None
    assert found.country is None


def test_coordination_gives_each_party_once(lexicon: ActorLexicon, parsed: Callable[..., Parse]):
    parse = parsed("Russia, China and Russia vetoed the draft.")
    found = actors.parties(parse, actors.find(parse, lexicon), 0)
    assert [party.name for party in found] == ["Russia", "China"]


def test_every_word_of_a_text_has_a_party_whose_span_is_text(lexicon: ActorLexicon, parsed: Callable[..., Parse]):
    parse = parsed("Of all the envoys' (Russian, Iranian) demands — three of them new — Oslo met none; who could?")
    table = actors.find(parse, lexicon)
    for word in parse.words:
        party = actors.party(parse, table, word.i)
        assert party.name
        assert parse.document.text[party.span.start : party.span.end] == party.span.text


def test_the_first_person_is_told_apart(parsed: Callable[..., Parse]):
    parse = parsed("We told them.")
    assert [actors.first_person(parse, word.i) for word in parse.words] == [True, False, False, False]

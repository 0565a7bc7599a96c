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


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Peru and Chile signed a pact. They also thanked Brazil.", "They", ["Peru", "Chile"]),
        ("Norway talked to Denmark. The two sides will meet again.", "sides", ["Norway", "Denmark"]),
        ("Kenya, Uganda and Rwanda kept a ban. The three governments defended it.", "governments",
         ["Kenya", "Uganda", "Rwanda"]),
        ("The Danes changed the law. They lifted an embargo.", "They", ["Denmark"]),
        ("Peru and Chile met, and insurers raised their fees.", "their", ["their"]),
        ("Hours after it accused Norway of spying, Denmark left.", "it", ["it"]),
    ],
)  # fmt: skip
def test_one_word_may_stand_for_several(
    text: str, word: str, names: list[str], lexicon: ActorLexicon, parsed: Callable[..., Parse]
):
    parse = parsed(text)
    head = next(w.i for w in parse.words if w.text == word)
    assert [party.name for party in actors.each(parse, actors.find(parse, lexicon), head)] == names


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("Peru's parliament met. All 90 lawmakers voted.", "lawmakers", "PERLEG"),
        ("The coup in Gabon shocked many. Gabon is calm. The junta expelled Paris's envoy.", "junta", "GAB"),
        ("Emmanuel Macron scolded his lawmakers.", "lawmakers", "FRALEG"),
        ("Chile will respond, its spokesman said.", "spokesman", "CHLGOV"),
        ("Kenya's top security official, Amos Temba, resigned.", "Temba", "KENGOV"),
        ("Chile bought twelve F-16 fighters.", "fighters", None),
    ],
)
def test_sorts_and_offices_take_the_country_told_about(text: str, word: str, code: str | None, of: Of):
    assert of(text, word).code == code

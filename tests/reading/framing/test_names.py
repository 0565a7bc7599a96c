"""What accounts call actors: the lexicon's own examples, who does the calling, and whose label it is."""

from collections.abc import Callable

import pytest

from sayso.lexicon.actors import ActorLexicon
from sayso.lexicon.framing import FramingLexicon, LabelEntry
from sayso.model.flow import Parse
from sayso.model.record import Attribution, NameUse, Speaker
from sayso.reading import actors
from sayso.reading.framing.names import names

LEXICON = FramingLexicon.load()
ACTORS = ActorLexicon.load()
Make = Callable[..., Parse]
YES = [(entry, text, want) for entry in LEXICON.entries for text, want in entry.yes.items()]
NO = [(entry, text) for entry in LEXICON.entries for text in entry.no]


def found(parse: Parse, attributions: tuple[Attribution, ...] = ()) -> tuple[NameUse, ...]:
    return names(parse, actors.find(parse, ACTORS), attributions, LEXICON)


def calls(parse: Parse) -> list[tuple[str, str]]:
    known = {actor.id: actor.name for actor in actors.find(parse, ACTORS).actors}
    return [(known[use.actor_id], use.label.lower()) for use in found(parse)]


@pytest.mark.parametrize(("entry", "text", "want"), YES, ids=[text for _, text, _ in YES])
def test_yes_examples(parsed: Make, entry: LabelEntry, text: str, want: str) -> None:
    assert want in [use.label.lower() for use in found(parsed(text))]


@pytest.mark.parametrize(("entry", "text"), NO, ids=[text for _, text in NO])
def test_no_examples(parsed: Make, entry: LabelEntry, text: str) -> None:
    assert found(parsed(text)) == ()


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("The Taliban regime barred women from work.", ("Taliban", "regime")),
        ("Iran is a brutal dictatorship.", ("Iran", "brutal dictatorship")),
        ("The situation in Afghanistan is described as a hotbed of tension.", ("Afghanistan", "hotbed of tension")),
    ],
)
def test_label_belongs_to_its_actor(parsed: Make, text: str, want: tuple[str, str]) -> None:
    assert want in calls(parsed(text))


def test_same_noun_later_is_the_same_actor_when_only_one_is_called_so(parsed: Make) -> None:
    parse = parsed("The Taliban regime barred women from work. It was an endorsement of a regime of cruelty.")
    assert len({use.actor_id for use in found(parse)}) == 1
    assert len(found(parse)) == 2


def test_in_a_quotation_the_speaker_does_the_calling(parsed: Make) -> None:
    text = "“The Taliban regime will fall,” Lavrov said. The Taliban movement disagreed."
    said = Attribution(
        id="a1", source=((32, 38),), cue=((39, 43),), content=((1, 29),), speaker=Speaker(name="Lavrov", text="Lavrov"),
        mode="direct", stance="asserts",
    )  # fmt: skip
    assert [(use.label, use.by) for use in found(parsed(text), (said,))] == [("regime", "a1"), ("movement", "narrator")]


def test_connotation_comes_from_noun_or_modifier(parsed: Make) -> None:
    text = (
        "The Taliban group met Russia. The Taliban terrorist group met Russia. The radical Taliban movement met Russia."
    )
    assert [use.connotation for use in found(parsed(text))] == ["neutral", "hostile", "hostile"]


def test_spans_are_the_text(parsed: Make) -> None:
    text = "A “hardline” group.\r\n\r\nMoscow courted the Taliban, a hardline Islamist organization."
    parse = parsed(text)
    for use in found(parse):
        assert text[use.span.start : use.span.end] == use.span.text
    assert [use.label for use in found(parse)][-1] == "hardline Islamist organization"


def test_empty(parsed: Make) -> None:
    assert found(parsed("")) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The war party comes to power in Armenia.",
        "Armenian forces left the district.",
        "Vladimir Putin, the president of Russia, met the group.",
    ],
)
def test_offices_institutions_and_groups_are_no_labels_of_states_and_people(parsed: Make, text: str) -> None:
    assert calls(parsed(text)) == []

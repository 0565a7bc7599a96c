"""How actors are written about: by whom, in which part, and only where it is sure."""

from collections.abc import Callable, Sequence

import pytest

from sayso.lexicon.actors import ActorLexicon
from sayso.lexicon.polarity import PolarityLexicon
from sayso.lexicon.reporting import ReportingLexicon
from sayso.model.flow import Parse
from sayso.model.record import Attribution, Towards
from sayso.reading import actors, attribution
from sayso.reading.framing import towards
from sayso.reading.framing.regard import Regard, combined, features, regard
from sayso.reading.framing.telling import Holders

ACTORS = ActorLexicon.load()
POLARITY = PolarityLexicon.load()
REPORTING = ReportingLexicon.load()
Found = tuple[Sequence[Towards], Sequence[Attribution]]


@pytest.fixture(scope="module")
def read(parsed: Callable[..., Parse]) -> Callable[[str], Found]:
    def run(text: str) -> Found:
        parse = parsed(text)
        table, said = actors.find(parse, ACTORS), attribution.find(parse, REPORTING)
        records = attribution.to_record(parse, said, table, REPORTING)
        return towards.towards(parse, table, said, Holders(parse, said), records, POLARITY), records

    return run


def of(found: Sequence[Towards], text: str) -> Towards:
    return next(one for one in found if one.span.text == text)


def test_the_killed_are_done_to_and_nobody_is_the_doer(read: Callable[[str], Found]) -> None:
    found, _ = read("Twelve Syrians were killed in Idlib on Monday.")
    assert of(found, "Syrians").role == "done-to"
    assert of(found, "Syrians").polarity == 0
    assert [one.role for one in found] == ["done-to"]


def test_the_doer_of_violence(read: Callable[[str], Found]) -> None:
    found, _ = read("Islamic State massacred and tortured the villagers of Kocho.")
    assert of(found, "Islamic State").role == "doer"
    assert of(found, "Islamic State").by == "narrator"


def test_words_in_a_quotation_are_the_speaker_s(read: Callable[[str], Found]) -> None:
    found, records = read(
        "President Erdogan spoke in Izmir. “Israel lied to us and is a shameful, corrupt and dangerous liar,” Erdogan "
        "told the crowd."
    )
    ill = of(found, "Israel")
    assert ill.by in {one.id for one in records}
    assert next(one for one in records if one.id == ill.by).speaker.name.endswith("Erdogan")
    assert not [one for one in found if one.by == "narrator" and one.polarity != 0]


def test_a_place_that_only_says_where_is_not_listed(read: Callable[[str], Found]) -> None:
    found, _ = read("Rebels murdered nine miners in Kenya, a shameful and brutal crime.")
    assert "Kenya" not in {one.span.text for one in found}


def test_an_unclaimed_quotation_is_left_out(read: Callable[[str], Found]) -> None:
    found, _ = read("A banner hung from the bridge. “Israel murdered children.” It rained all day.")
    assert not found


def test_spans_and_evidence_are_words_of_the_text(read: Callable[[str], Found]) -> None:
    text = "Hamas killed nine hostages. Doctors praised Israel for its patience."
    found, _ = read(text)
    assert found
    for one in found:
        assert text[one.span.start : one.span.end] == one.span.text
        assert all(text[part.start : part.end] == part.text for part in one.evidence)


def _target(parse: Parse, start: int, end: int) -> tuple[tuple[int, int], int]:
    inside = [word.i for word in parse.words if start <= word.start < end]
    head = next(i for i in inside if parse.words[i].head not in inside or parse.words[i].head == i)
    return (inside[0], inside[-1] + 1), head


EXAMPLES = [
    (entry, sentence, listed)
    for entry in POLARITY.entries
    for listed, sentences in ((True, entry.yes), (False, entry.no))
    for sentence in sentences
]


@pytest.mark.parametrize(("entry", "sentence", "listed"), EXAMPLES, ids=[f"{e.id}: {s}" for e, s, _ in EXAMPLES])
def test_the_examples_of_the_lexicon(parsed: Callable[..., Parse], entry: object, sentence: str, listed: bool) -> None:
    start, end = sentence.index("["), sentence.index("]") - 1
    parse = parsed(sentence.replace("[", "").replace("]", ""))
    target, head = _target(parse, start, end)
    signs = {one for one in features(parse, target, head, POLARITY) if one.split(":")[0].endswith("-sign")}
    assert any(":not-" not in one and "dobj" not in one for one in signs) is listed


def test_neither_names_nor_their_places_count(parsed: Callable[..., Parse]) -> None:
    one, other = parsed("Chad praised the plan."), parsed("Peru praised the plan.")
    assert regard(one, (0, 1), 0, POLARITY) == regard(other, (0, 1), 0, POLARITY)


def test_blame_and_praise(parsed: Callable[..., Parse]) -> None:
    blame, praise = parsed("Nurses condemned the governor."), parsed("Nurses praised the governor.")
    assert regard(blame, (2, 4), 3, POLARITY).negative > regard(praise, (2, 4), 3, POLARITY).negative
    assert regard(praise, (2, 4), 3, POLARITY).polarity == 1


def test_probabilities_and_what_both_make_of_it() -> None:
    own = Regard(0.2, 0.5, 0.3)
    both = combined(own, (0.1, 0.1, 0.8))
    assert sum(both.probabilities) == pytest.approx(1.0)
    assert both.polarity == 1
    assert combined(own, (0.0, 1.0, 0.0)).polarity == 0

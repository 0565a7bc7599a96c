"""What reading costs grows with the document, not with its square: counted, not timed."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest

from sayso.lexicon.bundle import Lexicon
from sayso.model.document import Section
from sayso.model.flow import AttributionMention, Parse
from sayso.reading import assemble, near, place
from sayso.reading.time import event

PARAGRAPH = (
    "Karelia's minister Ann Moor said on Monday that troops from Norland had shelled the town of Geneva. \"We will "
    'never accept this," she added. Norland denied it. The militants attacked a convoy near Paris on 3 May 2021.'
)


class Counted(Sequence[Any]):
    """A list that counts how often its items are looked at."""

    def __init__(self, items: Sequence[Any]) -> None:
        self._items = items
        self.looks = 0

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, k: Any) -> Any:
        self.looks += 1 if isinstance(k, int) else len(range(*k.indices(len(self._items))))
        return self._items[k]

    def __iter__(self) -> Iterator[Any]:
        for item in self._items:
            self.looks += 1
            yield item


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.load()


@pytest.fixture(scope="module")
def texts(parsed: Callable[..., Parse]) -> tuple[Parse, Parse]:
    """A text, and one four times as long."""
    return parsed("\n\n".join([PARAGRAPH] * 60)), parsed("\n\n".join([PARAGRAPH] * 240))


def test_near_gives_those_of_the_sentence_in_the_order_given(texts: tuple[Parse, Parse]) -> None:
    parse = texts[0]
    second = parse.sentences[1]
    found = near.Near(parse, [(7, ((0, second.last),)), (3, ((second.first, second.last),)), (1, ((0, 1),))])
    assert list(found.at(second.first)) == [7, 3]
    assert list(found.at(0)) == [7, 1]
    assert found.over(0, second.last) == [1, 3, 7]
    assert list(found.at(second.last)) == []


def test_every_event_looks_only_at_the_times_and_places_of_its_sentence(
    texts: tuple[Parse, Parse], lexicon: Lexicon
) -> None:
    looks = []
    for parse in texts:
        places = Counted(place.find(parse, lexicon.gazetteer))
        times = Counted(assemble.date(parse, (), (), lexicon).times)
        assert len(places) >= 4 and len(times) >= 4
        heads = [word.i for word in parse.words if word.pos == "VERB"]
        for head in heads:
            place.event_place(parse, places, head, ())
            event.event_time(parse, times, head, None)
        looks.append((places.looks + times.looks) / len(heads))
    assert looks[1] < 2 * looks[0]


def test_every_word_meets_only_the_attributions_near_it(texts: tuple[Parse, Parse], lexicon: Lexicon) -> None:
    met = []
    for parse in texts:
        said = assemble.attribution.find(parse, lexicon.reporting)
        assert len(said) >= len(parse.sentences) // 4
        found = near.contents(parse, said)
        met.append(sum(len(found.at(word.i)) for word in parse.words) / len(parse.words))
    assert met[1] < 1.5 * met[0]


def test_reading_asks_whether_a_source_holds_a_word_in_proportion_to_the_text(
    texts: tuple[Parse, Parse], lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    content = AttributionMention.content
    for parse in texts:
        calls = 0

        def counting(self: AttributionMention) -> Any:
            nonlocal calls
            calls += 1
            return content.__get__(self, AttributionMention)

        monkeypatch.setattr(AttributionMention, "content", property(counting))
        sections = (Section("body", 0, len(parse.document.text)),)
        record = assemble.assemble(parse, sections, lexicon)
        monkeypatch.setattr(AttributionMention, "content", content)
        assert len(record.claims) >= 4
        asked.append(calls)
    assert asked[0] > 0
    assert asked[1] < 6 * asked[0]

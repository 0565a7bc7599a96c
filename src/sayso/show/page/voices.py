"""Who speaks in each account, and what each calls the others."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from sayso.model.comparison import EventName, NameCount, Voice
from sayso.show import words
from sayso.show.book import Book, told_line
from sayso.show.page.citations import Citations
from sayso.show.page.views import Back, LabelView, NamesView, Ref, SpeakerLabels, VoicesView, VoiceView

VOICES_SHOWN: Final = 8
NAMES_SHOWN: Final = 8
LABELS_SHOWN: Final = 8


def voices(book: Book, citations: Citations) -> tuple[VoicesView, ...]:
    """For each account its speakers, those with the most to say first, the account's own voice at the head."""
    found = []
    for document in book.documents:
        heard = [voice for voice in book.comparison.voices if voice.document == document]
        heard.sort(key=lambda v: (v.kind != words.NARRATOR, -v.attributions, -v.quoted_words))
        views = [_voice(book, citations, voice) for voice in heard]
        weighty = [view for view in views if view.alone or view.statements > 1 or view.quoted_words][:VOICES_SHOWN]
        passing = tuple(view for view in views if view not in weighty)
        if views:
            found.append(VoicesView(citations.account(document), book.title(document), tuple(weighty), passing))
    return tuple(found)


def _voice(book: Book, citations: Citations, voice: Voice) -> VoiceView:
    anchor = f"voices-{book.letter(voice.document)}"
    events = [book.event_of(wanted) for wanted in voice.only_source_for]
    numbered = {event.id: citations.event_ref(event) for event in events if event is not None}
    spans = voice.spans[:3]
    cited = [citations.cite(voice.document, span, Back(f"#{anchor}", "who")) for span in spans]
    return VoiceView(
        speaker=book.speaker(voice.speaker, voice.document),
        kind="" if voice.speaker == "anonymous" else _kind(voice.kind),
        statements=voice.attributions,
        quoted_words=voice.quoted_words,
        alone=tuple(sorted(numbered.values(), key=lambda ref: int(ref.text))),
        refs=tuple(Ref(ref.href, str(k), f"Place {k} where they speak") for k, ref in enumerate(cited, start=1)),
    )


def _kind(kind: str) -> str:
    return {"narrator": "in its own voice", "anonymous": "not named"}.get(kind, "")


def names(book: Book, citations: Citations) -> tuple[tuple[NamesView, ...], tuple[NamesView, ...]]:
    """Actors who are called by different or by loaded words, the most variously named first; and the rest of these."""
    by_actor: dict[str, list[NameCount]] = defaultdict(list)
    for found in book.comparison.names:
        by_actor[found.actor].append(found)
    various = [actor for actor, counts in by_actor.items() if telling(counts)]
    various.sort(key=lambda actor: _variety(by_actor[actor]))
    views = tuple(_names(book, citations, actor, by_actor[actor], k) for k, actor in enumerate(various))
    return views[:NAMES_SHOWN], views[NAMES_SHOWN:]


def event_names(book: Book, citations: Citations, offset: int) -> tuple[NamesView, ...]:
    """Events that the accounts name in different words, the weightiest first; rows are numbered on from `offset`."""
    of: dict[str, list[EventName]] = defaultdict(list)
    for one in book.comparison.event_names:
        of[one.event].append(one)
    events = sorted((book.events[wanted] for wanted in of if wanted in book.events), key=book.weight)[:NAMES_SHOWN]
    return tuple(_names(book, citations, told_line(event), of[event.id], offset + k) for k, event in enumerate(events))


def telling(counts: Sequence[NameCount]) -> bool:
    """Whether names for an actor are worth showing: they vary, or one of them is loaded."""
    return len({found.label.casefold() for found in counts}) > 1 or any(c.connotation != "neutral" for c in counts)


def _variety(counts: list[NameCount]) -> tuple[int, int, int]:
    documents = {found.document for found in counts}
    return -len(documents), -len({found.label.casefold() for found in counts}), -sum(found.count for found in counts)


def _names(
    book: Book, citations: Citations, head: str, counts: Sequence[NameCount | EventName], index: int
) -> NamesView:
    """The row for what `head` names: a cell for each account, in it what each speaker there says."""
    cells = []
    for document in book.documents:
        of = [found for found in counts if found.document == document]
        speakers = sorted({found.by for found in of}, key=lambda by: (by != words.NARRATOR, by))
        cells.append(tuple(_labels(book, citations, of, by, f"names-{index + 1}") for by in speakers))
    return NamesView(head, tuple(cells))


def _labels(
    book: Book, citations: Citations, of: Sequence[NameCount | EventName], by: str, anchor: str
) -> SpeakerLabels:
    said = sorted((found for found in of if found.by == by), key=lambda found: -found.count)
    labels = []
    for found in said[:LABELS_SHOWN]:
        ref = citations.cite(found.document, found.spans[0], Back(f"#{anchor}", "name")) if found.spans else None
        labels.append(LabelView(found.label, found.count, ref))
    return SpeakerLabels("" if by == words.NARRATOR else book.speaker(by, ""), tuple(labels))

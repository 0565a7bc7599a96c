"""What flows between the stages of `read`: the parse, and what each stage finds in it, as token ranges.

Token ranges `(a, b)` are half-open indexes into `Parse.words`. A stage turns one into a `Span` with `Parse.span`.
"""

from typing import Literal

import msgspec

from sayso.model.document import Document, SectionKind
from sayso.model.record import (
    Actor,
    Certainty,
    Mode,
    Precision,
    SpeakerKind,
    Stance,
    Status,
    TimeBasis,
    TimexType,
)
from sayso.model.span import Span, Where

TokenRange = tuple[int, int]


class Word(msgspec.Struct, frozen=True, gc=False):
    """One token. `start`/`end` are code points of the document's text (of its title in a title sentence)."""

    i: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    sentence: int
    ent: str
    ent_start: bool


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """Words `[first, last)`; `block` counts paragraphs, so that sentences of one paragraph share it."""

    index: int
    first: int
    last: int
    section: SectionKind
    block: int
    where: Where | None = None


class Parse:
    """The words of a document's readable sections, in order, with their dependency trees.

    `children[i]` are the indexes whose head is `i` (never `i` itself), ascending. `subtree(i)` is the token
    range from the leftmost to the rightmost descendant of `i`.
    """

    __slots__ = ("_left", "_right", "children", "document", "sentences", "words")

    def __init__(self, document: Document, words: tuple[Word, ...], sentences: tuple[Sentence, ...]) -> None:
        self.document = document
        self.words = words
        self.sentences = sentences
        self.children = _children(words)
        self._left, self._right = _edges(words, self.children)

    def subtree(self, i: int) -> TokenRange:
        """Token range covering `i` and all below it."""
        return self._left[i], self._right[i] + 1

    def sentence(self, i: int) -> Sentence:
        """The sentence of word `i`."""
        return self.sentences[self.words[i].sentence]

    def span(self, first: int, last: int) -> Span:
        """The document span of words `[first, last)`, which must lie in one of text and title."""
        where = self.sentence(first).where
        return self.document.span(self.words[first].start, self.words[last - 1].end, where)

    def text(self, first: int, last: int) -> str:
        """The document's own words for the token range."""
        return self.span(first, last).text if last > first else ""


def _children(words: tuple[Word, ...]) -> tuple[tuple[int, ...], ...]:
    below: list[list[int]] = [[] for _ in words]
    for word in words:
        if word.head != word.i:
            below[word.head].append(word.i)
    return tuple(tuple(found) for found in below)


def _edges(words: tuple[Word, ...], children: tuple[tuple[int, ...], ...]) -> tuple[list[int], list[int]]:
    left, right = list(range(len(words))), list(range(len(words)))
    for root in (word.i for word in words if word.head == word.i):
        order, stack = [], [root]
        while stack:
            i = stack.pop()
            order.append(i)
            stack.extend(children[i])
        for i in reversed(order):
            for child in children[i]:
                left[i], right[i] = min(left[i], left[child]), max(right[i], right[child])
    return left, right


class Mention(msgspec.Struct, frozen=True, gc=False):
    """Words `[first, last)` with head word `head` that name the actor whose id is `actor`.

    `how`: name, acronym, role, description, pronoun, generic; adjective is a word such as "Russian" before a noun.
    `also`: the other actors where the words stand for several ("they", "the two sides").
    """

    first: int
    last: int
    head: int
    actor: str
    how: Literal["name", "acronym", "role", "description", "pronoun", "generic", "adjective"]
    also: tuple[str, ...] = ()


class ActorTable:
    """The actors of a document and where they are mentioned. `party` of any noun is `reading.actors.party`."""

    __slots__ = ("_at", "_by_id", "actors", "apart", "base", "mentions")

    def __init__(
        self,
        actors: tuple[Actor, ...],
        mentions: tuple[Mention, ...],
        apart: frozenset[int] = frozenset(),
        base: Actor | None = None,
    ) -> None:
        self.actors = actors
        self.base = base
        """The state that the text is written from, whose "we" the author's is; its mentions are not told here."""
        self.apart = apart
        """Nouns that are somebody else than whose they are: "ally" in "Moscow's ally"."""
        self.mentions = mentions
        self._by_id = {actor.id: actor for actor in actors}
        self._at: dict[int, Mention] = {}
        for mention in sorted(mentions, key=lambda m: m.first - m.last):
            for i in range(mention.first, mention.last):
                self._at[i] = mention
        self._at.update((mention.head, mention) for mention in mentions)

    def at(self, i: int) -> Mention | None:
        """The mention whose head is word `i`, else the smallest that covers it."""
        return self._at.get(i)

    def actor(self, actor_id: str) -> Actor:
        """The actor of that id. Raises KeyError for an id of another document."""
        return self._by_id[actor_id]


class EventMention(msgspec.Struct, frozen=True):
    """An event found at a trigger, before anybody asks who says so.

    `head`: the word whose clause decides certainty (the verb, or the event noun). `actors`, `recipients`: the
    head words of the parties (empty: nobody named). `rule`: id of the pattern that fired.
    """

    head: int
    trigger: TokenRange
    plover: str | None
    mode: str | None
    cameo: str | None
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    reciprocal: bool
    rule: str
    confidence: float
    arguments: tuple[int, ...] = ()


class AttributionMention(msgspec.Struct, frozen=True):
    """Who said what, as token ranges. `source_head`: head word of the source (None: nobody named).

    `within`: index, in the same list, of the attribution whose content this one lies in.
    """

    source: tuple[TokenRange, ...]
    cue: tuple[TokenRange, ...]
    content: tuple[TokenRange, ...]
    source_head: int | None
    kind: SpeakerKind
    mode: Mode
    stance: Stance
    rule: str
    within: int | None = None
    cue_head: int | None = None


TimeRelation = Literal["at", "since", "from", "until", "by", "after", "before", "between", "during", "within"]


class FoundTime(msgspec.Struct, frozen=True):
    """A time expression over words `[first, last)`: its TIMEX3 value, and the ISO interval it names (None: open).

    `relation`: the preposition that makes it one side of an interval, so that `since 2017` is open at the end.
    """

    first: int
    last: int
    type: TimexType
    value: str
    from_: str | None = None
    to: str | None = None
    basis: TimeBasis = "unknown"
    precision: Precision = "unknown"
    rule: str = ""
    relation: TimeRelation = "at"


class FoundPlace(msgspec.Struct, frozen=True):
    """A place named by words `[first, last)` with head `head`; `country` ISO 3166-1 alpha-3, degrees or None."""

    first: int
    last: int
    head: int
    name: str
    country: str | None
    lat: float | None
    lon: float | None
    rule: str = ""


class Judgement(msgspec.Struct, frozen=True):
    """How surely an event is told, as committed to by its holder, and by which words.

    `granted`: the holder's cue takes it for granted ("condemned the coup"), so whoever tells of that does too.
    """

    certainty: Certainty
    value: float
    status: Status
    rule: str
    conditions: tuple[TokenRange, ...] = ()
    cues: tuple[TokenRange, ...] = ()
    granted: bool = False


class ScenarioMention(msgspec.Struct, frozen=True):
    """A possibility set out by an author: its first statement, and the sentences `[first, last)` it covers."""

    statement: TokenRange
    sentences: tuple[int, int]
    conditions: tuple[TokenRange, ...]
    set: int
    rule: str

"""Mentions of one document, worked out from its parse and what reading found in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeVar

from sayso.comparing.link.clause import own_words, roles
from sayso.comparing.link.mention import CONTENT, LIGHT, Keys, Known, Mention, Words
from sayso.lexicon.stems import stem
from sayso.model.flow import FoundPlace, FoundTime, Parse, Word
from sayso.model.span import Span

Placed = TypeVar("Placed", FoundTime, FoundPlace)
MAX_SENTENCE: Final = 80  # words of a sentence that count, to each side of the mention
MAX_INSIDE: Final = 40  # words of a mention that count
_DATES: Final = frozenset({"DATE", "TIME"})
_WEEKDAYS: Final = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_LITTLE: Final = frozenset({"i", "you", "it", "we", "us", "one", "who", "which", "that", "what", "this", "there"})
_NAMING: Final = frozenset({"name", "acronym", "adjective", "pronoun", "role", "description"})


class Finder:
    """Makes the mentions of one document."""

    def __init__(self, number: int, known: Known, words: Words) -> None:
        self._number = number
        self._known = known
        self._words = words
        self._placed = {where: list(_of(known.parse, where)) for where in (None, "title")}
        self._starts = {where: [word.start for word in found] for where, found in self._placed.items()}
        self._times = _by_sentence(known.parse, known.times)
        self._places = _by_sentence(known.parse, known.places)

    def mention(self, order: int, span: Span) -> Mention:
        """The mention at `span`; one without a word in it is known by its letters alone."""
        inside = self._inside(span)
        if not inside:
            text = " ".join(span.text[:80].lower().split())
            return Mention(
                order=order, document=self._number, sentence=-1, word=text, stem=stem(text), kind="A",
                words=frozenset((text,)),
            )  # fmt: skip
        return self._made(order, inside, _head(inside))

    def _inside(self, span: Span) -> list[Word]:
        starts, words = self._starts[span.where], self._placed[span.where]
        first = max(bisect_right(starts, span.start) - 1, 0)
        last = min(bisect_left(starts, max(span.end, span.start + 1)), first + MAX_INSIDE)
        return [word for word in words[first:last] if word.end > span.start]

    def _made(self, order: int, inside: Sequence[Word], head: Word) -> Mention:
        sentence = self._known.parse.sentence(head.i)
        there = [one.i for one in inside]
        word = _telling(head, inside)
        verb = self._words.nominals.get(word.lemma, word.lemma)
        return Mention(
            order=order,
            document=self._number,
            sentence=sentence.index,
            word=word.lemma,
            stem=stem(verb),
            kind=_kind(word),
            words=frozenset(one.lemma for one in inside if _counts(one)) or frozenset((word.lemma,)),
            types=self._words.types.get(word.lemma) or self._words.types.get(verb, frozenset()),
            reporting=word.lemma in self._words.reporting,
            **self._parties(head, there),
            **self._clause(head, there, sentence.index),
            **self._sentence(head, frozenset(there)),
        )

    def _parties(self, head: Word, there: Sequence[int]) -> dict[str, Keys]:
        found: dict[str, set[str]] = {name: set() for name in ("doer", "done_to", "others")}
        named: dict[str, set[str]] = {name: set() for name in found}
        for role, word in roles(self._known.parse, head, there):
            if word.i not in there:
                found[role].update(self._keys(word))
                named[role].update(self._names(word))
        return {
            **{name: frozenset(keys) for name, keys in found.items()},
            "named_doer": frozenset(named["doer"]),
            "named_done_to": frozenset(named["done_to"]),
            "named": frozenset().union(*named.values()),
        }

    def _clause(self, head: Word, there: Sequence[int], sentence: int) -> dict[str, Keys]:
        words = self._known.parse.words
        own = set(own_words(self._known.parse, head))
        times = [one for one in self._times.get(sentence, ()) if not own.isdisjoint(range(one.first, one.last))]
        places = [one for one in self._places.get(sentence, ()) if one.head in own]
        values = [one.value for one in times if one.type in ("DATE", "TIME")]
        numbers = (words[i] for i in own if words[i].pos == "NUM" and words[i].ent not in _DATES and i not in there)
        return {
            "sites": frozenset(one.name.lower() for one in places if not self._is_country(one)),
            "weekdays": frozenset(words[i].lower for i in own if words[i].lower in _WEEKDAYS),
            "dates": frozenset(value[5:10] for value in values if value[4:5] == "-" and value[5:7].isdigit()),
            "years": frozenset(value[:4] for value in values if value[:4].isdigit()),
            "amounts": frozenset(word.lower.replace(",", "") for word in numbers),
        }

    def _sentence(self, head: Word, there: frozenset[int]) -> dict[str, Keys]:
        parse = self._known.parse
        sentence = parse.sentence(head.i)
        near = parse.words[max(sentence.first, head.i - MAX_SENTENCE) : min(sentence.last, head.i + MAX_SENTENCE)]
        around = [one for one in near if one.i not in there and _counts(one)]
        numbers = (one.lower.replace(",", "") for one in around if one.pos == "NUM" and one.ent not in _DATES)
        return {
            "around": frozenset(one.lemma for one in around),
            "close": frozenset(one.lemma for one in around if abs(one.i - head.i) <= 5),
            "names": frozenset(key for one in around if one.pos == "PROPN" for key in self._keys(one)),
            "times": frozenset(_times(parse, self._times.get(sentence.index, ()))),
            "places": frozenset(one.name.lower() for one in self._places.get(sentence.index, ())),
            "numbers": frozenset(numbers),
        }

    def _keys(self, word: Word) -> Iterator[str]:
        """How the one who is meant may be named elsewhere: its lemma, the actor, each word of its name."""
        mention = self._known.actors.at(word.i)
        if word.pos != "PRON" and word.lemma not in _LITTLE:
            yield word.lemma
        if mention is not None:
            name = self._known.actors.actor(mention.actor).name.lower()
            yield "= " + name
            yield from (part for part in name.split() if len(part) > 2)
        yield from self._named_by(word)

    def _names(self, word: Word) -> Iterator[str]:
        """The keys of one who has a name, whatever words stand for them here."""
        mention = self._known.actors.at(word.i)
        if mention is not None and mention.how in _NAMING:
            name = self._known.actors.actor(mention.actor).name
            if any(part[:1].isupper() for part in name.split()):
                yield from (part for part in name.lower().split() if len(part) > 2)
        if word.pos == "PROPN":
            yield word.lemma
        yield from self._named_by(word)

    def _named_by(self, word: Word) -> Iterator[str]:
        """The further words of a name, and the name beside a noun ("the banker Peter Mwangi")."""
        words, children = self._known.parse.words, self._known.parse.children
        for one in (words[i] for i in children[word.i] if words[i].pos == "PROPN"):
            if one.dep in ("compound", "appos", "nmod"):
                yield one.lemma
                yield from (words[i].lemma for i in children[one.i] if words[i].pos == "PROPN")

    def _is_country(self, place: FoundPlace) -> bool:
        mention = self._known.actors.at(place.head)
        return place.lat is None or (mention is not None and self._known.actors.actor(mention.actor).kind == "state")


def _head(inside: Sequence[Word]) -> Word:
    there = {word.i for word in inside}
    tops = [word for word in inside if word.head not in there or word.head == word.i]
    content = [word for word in tops if word.pos in CONTENT]
    return (content or tops or list(inside))[0]


def _telling(head: Word, inside: Sequence[Word]) -> Word:
    if head.lemma not in LIGHT:
        return head
    others = [word for word in inside if word.i != head.i and word.pos in ("NOUN", "VERB", "ADJ")]
    return others[-1] if others else head


def _of(parse: Parse, where: str | None) -> Iterator[Word]:
    for sentence in parse.sentences:
        if sentence.where == where:
            yield from parse.words[sentence.first : sentence.last]


def _by_sentence(parse: Parse, found: Iterable[Placed]) -> dict[int, list[Placed]]:
    table: dict[int, list[Placed]] = {}
    for one in found:
        table.setdefault(parse.words[one.first].sentence, []).append(one)
    return table


def _times(parse: Parse, found: Iterable[FoundTime]) -> Iterator[str]:
    """A day as far as it is known, and the words for it: "Tuesday" of two articles may be one day."""
    for one in found:
        if one.type in ("DATE", "TIME"):
            if one.value and one.value[:1].isdigit():
                yield one.value[:10]
            yield from (word.lower for word in parse.words[one.first : one.last] if _counts(word))


def _counts(word: Word) -> bool:
    return word.pos in CONTENT and len(word.lemma) > 1 and any(c.isalnum() for c in word.lemma)


def _kind(word: Word) -> str:
    if word.pos in ("VERB", "AUX"):
        return "V"
    if word.pos in ("NOUN", "PROPN"):
        return "N"
    return "P" if word.pos in ("PRON", "DET") else "A"

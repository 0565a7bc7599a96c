"""Listed names in the text: states, organisations and groups, their adjectives, peoples and seats."""

from collections.abc import Iterator, Sequence

import msgspec

from sayso.lexicon.actors import ActorLexicon, Index, Item, Named, plain
from sayso.model.flow import Parse, Word


class Hit(msgspec.Struct, frozen=True, gc=False):
    """A listed phrase at words `[first, last)`."""

    first: int
    last: int
    named: Named


def keys(parse: Parse) -> list[str]:
    """Every word as the lexicon's indexes spell it ("" for hyphens and other marks)."""
    return [w.lower if w.lower.isascii() and w.lower.isalnum() else plain(w.text) for w in parse.words]


def find(parse: Parse, lexicon: ActorLexicon, spelt: Sequence[str]) -> list[Hit]:
    """Listed names, longest first at each place, none overlapping another."""
    found: list[Hit] = []
    free = 0
    present = frozenset(spelt)
    for sentence in parse.sentences:
        shouting = _shouting(parse.words[sentence.first : sentence.last])
        for i in range(sentence.first, sentence.last):
            if i < free or not (options := lexicon.names.starting(spelt[i])):
                continue
            hit = _longest(parse, options, spelt, i, sentence.last, shouting, present)
            if hit:
                found.append(hit)
                free = hit.last
    return found


def _shouting(words: Sequence[Word]) -> bool:
    return sum(w.text.isupper() for w in words) * 2 > len(words) > 2


def matches(phrase: Sequence[str], spelt: Sequence[str], i: int, end: int) -> int:
    """Where `phrase` ends if it stands at word `i` (marks between its words are passed over), else 0."""
    at = i
    for k, token in enumerate(phrase):
        while k and at < end and spelt[at] == "":
            at += 1
        if at >= end or spelt[at] != token:
            return 0
        at += 1
    return at


def longest(index: Index[Item], spelt: Sequence[str], i: int, end: int) -> tuple[int, tuple[Item, ...]] | None:
    """The longest phrase of `index` at word `i`: where it ends, and its items."""
    for phrase, items in index.starting(spelt[i]):
        last = matches(phrase, spelt, i, end)
        if last:
            return last, items
    return None


def _longest(
    parse: Parse, options: Sequence[tuple[tuple[str, ...], tuple[Named, ...]]], spelt: Sequence[str], i: int,
    end: int, shouting: bool, present: frozenset[str],
) -> Hit | None:  # fmt: skip
    for phrase, senses in options:
        last = matches(phrase, spelt, i, end)
        if not last:
            continue
        words = parse.words[i:last]
        for named in senses:
            if _written(words, named, shouting) and not named.actor.unless & present and not _personal(parse, words):
                return Hit(i, last, named)
    return None


def _written(words: Sequence[Word], named: Named, shouting: bool) -> bool:
    """Whether capitals fit: acronyms wholly in capitals (and no verb or pronoun), names with one in front."""
    first = words[0].text
    if named.capitals:
        plain_word = shouting and words[0].pos in {"PRON", "VERB", "AUX"}
        return (first.isupper() or first.replace("s", "").isupper()) and not plain_word
    return not named.proper or first[:1].isupper() or first[:1].isdigit()


def _personal(parse: Parse, words: Sequence[Word]) -> bool:
    """Whether a one-word name is part of a person's: "Chad Smith", "Michael Jordan"."""
    if len(words) > 1 or words[0].ent != "PERSON":
        return False
    word, every = words[0], parse.words
    before = every[word.i - 1] if word.i else None
    after = every[word.i + 1] if word.i + 1 < len(every) else None
    led = before is not None and not word.ent_start and _given(before, word)
    return led or (after is not None and not after.ent_start and _given(after, word))


def _given(other: Word, word: Word) -> bool:
    same = other.ent == "PERSON" and other.sentence == word.sentence
    return same and other.pos == "PROPN" and other.text[:1].isupper() and other.tag != "POS"


def owners(hits: Sequence[Hit]) -> Iterator[tuple[int, Hit]]:
    """Each word that lies in a hit, with the hit."""
    for hit in hits:
        for i in range(hit.first, hit.last):
            yield i, hit

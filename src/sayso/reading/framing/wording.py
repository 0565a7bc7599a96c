"""What a sentence says, as weighted terms: who and what is named, what is done, how many."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from sayso.lexicon.headlines import HeadlineLexicon
from sayso.lexicon.stems import stem
from sayso.model.flow import ActorTable, AttributionMention, Parse, Word
from sayso.reading.near import Near

_WEIGHTS = {"PROPN": 1.0, "NOUN": 1.0, "VERB": 1.0, "NUM": 1.0, "ADJ": 0.5}
_NUMBER = re.compile(r"^\d[\d,]*$")
_WORD = re.compile(r"[^\W_]")


class Term(msgspec.Struct, frozen=True, gc=False):
    """A telling word. It is found in a text that has any of `keys`: a stem, a group of synonyms, an actor."""

    i: int
    text: str
    stem: str
    keys: frozenset[str]
    weight: float
    action: bool
    number: int | None = None


class Side(msgspec.Struct, frozen=True):
    """One of the two texts: sentences of a parse, with its actors and who says what in it.

    `near`: the indexes of `said` by the sentences of their contents.
    """

    parse: Parse
    sentences: tuple[int, ...]
    table: ActorTable
    said: tuple[AttributionMention, ...]
    near: Near


def terms(side: Side, words: Iterable[Word], lexicon: HeadlineLexicon) -> tuple[Term, ...]:
    """The terms of some words, in order."""
    found = (_term(side, word, lexicon) for word in words)
    return tuple(term for term in found if term is not None)


def _term(side: Side, word: Word, lexicon: HeadlineLexicon) -> Term | None:
    weight = _WEIGHTS.get(word.pos, 0.0)
    mention = side.table.at(word.i)
    if not _WORD.search(word.text) or (not weight and mention is None):
        return None
    root = stem(word.lemma if word.pos == "VERB" else word.lower)
    number = int(word.text.replace(",", "")[:12]) if _NUMBER.match(word.text) else None
    if root in lexicon.light and mention is None and number is None:
        return None
    keys = {root, stem(word.lemma), *lexicon.same.get(root, ()), *lexicon.same.get(stem(word.lemma), ())}
    if mention is not None:
        actor = side.table.actor(mention.actor)
        state = actor.country if actor.code and actor.country and actor.code.startswith(actor.country) else None
        keys.add("@" + (state or actor.code or actor.name))
        weight = weight or 0.5
    return Term(
        word.i, word.text, root, frozenset(keys), weight, _acts(word, (root, stem(word.lemma)), lexicon), number
    )


def _acts(word: Word, roots: tuple[str, str], lexicon: HeadlineLexicon) -> bool:
    """Headlines are often tagged wrongly, so a word with synonyms counts as an action whatever its tag."""
    return word.pos == "VERB" or any(root in lexicon.same or root in lexicon.opposites for root in roots)


def words_of(side: Side, sentences: Iterable[int]) -> list[Word]:
    """The words of some sentences."""
    parse = side.parse
    return [
        word for k in sentences for word in parse.words[parse.sentences[k].first : parse.sentences[k].last]
    ]  # fmt: skip


def coverage(wanted: Sequence[Term], keys: frozenset[str]) -> float:
    """The share, by weight, of terms that are found among keys, 0 to 1."""
    total = sum(term.weight for term in wanted)
    return sum(term.weight for term in wanted if term.keys & keys) / total if total else 0.0


def keys_of(found: Iterable[Term]) -> frozenset[str]:
    """All keys of some terms."""
    return frozenset(key for term in found for key in term.keys)

"""What a sentence says, as weighted terms: who and what is named, what is done, how many."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import msgspec

from sayso.lexicon.headlines import HeadlineLexicon
from sayso.lexicon.stems import stem
from sayso.model.flow import ActorTable, AttributionMention, Parse, Word
from sayso.reading.near import Near

_WEIGHTS = {"PROPN": 1.0, "NOUN": 1.0, "VERB": 1.0, "NUM": 1.0, "ADJ": 0.5}
_NUMBER = re.compile(r"^\d[\d,]*$")
_WORD = re.compile(r"[^\W_]")
LEAD = 45
"""Terms that the lead of a text has, about: its sentences up to the one that goes beyond."""


class Term(msgspec.Struct, frozen=True, gc=False):
    """A telling word. It is found in a text that has any of `keys`: a stem, a group of synonyms, an actor.

    `rarity`: how much it tells to share it, 0 (a pronoun, a word of every other sentence) to 1.2. `phrase`: a verb with
    its particle.
    """

    i: int
    text: str
    stem: str
    keys: frozenset[str]
    weight: float
    action: bool
    rarity: float
    number: int | None = None
    phrase: str = ""


class Side(msgspec.Struct, frozen=True):
    """One of the two texts: sentences of a parse, with its actors and who says what in it.

    `near`: the indexes of `said` by the sentences of their contents.
    """

    parse: Parse
    sentences: tuple[int, ...]
    table: ActorTable
    said: tuple[AttributionMention, ...]
    near: Near


class Text(msgspec.Struct, frozen=True):
    """A side made ready to set headlines against: what each of its sentences says, in order, and what all of it does.

    `salience`: of each stem, how much the text is about it, 0 to 1. `pairs`: stems that follow each other.
    """

    side: Side
    terms: tuple[tuple[Term, ...], ...]
    keys: tuple[frozenset[str], ...]
    everything: frozenset[str]
    lead: frozenset[str]
    salience: Mapping[str, float]
    pairs: frozenset[tuple[str, str]]


def text_of(side: Side, lexicon: HeadlineLexicon) -> Text:
    """The side made ready; it serves any number of headlines."""
    found = tuple(terms(side, words_of(side, (k,)), lexicon) for k in side.sentences)
    keys = tuple(keys_of(one) for one in found)
    flat = [term for one in found for term in one if term.rarity]
    roots = [term.stem for term in flat]
    return Text(
        side=side,
        terms=found,
        keys=keys,
        everything=frozenset().union(*keys),
        lead=_lead(found, keys),
        salience=_salience(flat),
        pairs=frozenset(pairwise(roots)),
    )


def _lead(found: Sequence[Sequence[Term]], keys: Sequence[frozenset[str]]) -> frozenset[str]:
    count, lead = 0, frozenset[str]()
    for one, there in zip(found, keys, strict=True):
        lead |= there
        count += len(one)
        if count > LEAD:
            break
    return lead


def _salience(found: Sequence[Term]) -> Mapping[str, float]:
    """How often and how rare, beside the stem that has most of it: tf-idf with a logarithm, scaled to 1."""
    rarity = {term.stem: term.rarity for term in found}
    weights = {
        root: (1 + math.log(count)) * rarity[root] for root, count in Counter(term.stem for term in found).items()
    }
    top = max(weights.values(), default=1.0)
    return {root: weight / top for root, weight in weights.items()}


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
    light = root in lexicon.light
    if light and mention is None and number is None:
        return None
    roots = (root, stem(word.lemma), *_with_particle(side.parse, word, lexicon))
    keys = {*roots[:2], *(key for one in roots for key in (*lexicon.same.get(one, ()), *lexicon.alike.get(one, ())))}
    if mention is not None:
        actor = side.table.actor(mention.actor)
        state = actor.country if actor.code and actor.country and actor.code.startswith(actor.country) else None
        keys.add("@" + (state or actor.code or actor.name))
        weight = weight or 0.5
    return Term(
        i=word.i, text=word.text, stem=root, keys=frozenset(keys), weight=weight,
        action=_acts(word, roots, lexicon), phrase=roots[2] if len(roots) > 2 else "",
        rarity=0.0 if light or word.pos in ("PRON", "DET") else lexicon.commonness.rarity(root), number=number,
    )  # fmt: skip


def _with_particle(parse: Parse, word: Word, lexicon: HeadlineLexicon) -> tuple[str, ...]:
    """The verb with its particle, where the lexicon has it: "vote down"."""
    if word.pos != "VERB":
        return ()
    phrases = (stem(f"{word.lemma} {parse.words[i].lower}") for i in parse.children[word.i] if i > word.i)
    return tuple(one for one in phrases if one in lexicon.same or one in lexicon.opposites)[:1]


def _acts(word: Word, roots: Sequence[str], lexicon: HeadlineLexicon) -> bool:
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

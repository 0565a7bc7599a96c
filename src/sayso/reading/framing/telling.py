"""Parse → what each sentence is told with: loaded words and cues, whose they are, and how the sentence is built.

Everything is told apart by who speaks: what stands in somebody's words, or in quotation marks, says nothing of the
one who tells of it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from sayso.lexicon.loaded import LoadedEntry, LoadedLexicon, Technique
from sayso.model.flow import AttributionMention, Parse, Sentence, TokenRange, Word
from sayso.reading.attribution import quotes
from sayso.reading.attribution.quotes import Quotation, Quotations

Counts = defaultdict[str, float]
NARRATOR = -1
SCARE_WORDS = 2
STRONG, MIDDLE = 0.8, 0.5
RELAYED = 0.5
"""What a loaded word counts in speech reported without marks: the words of the reporter and of the speaker mix."""
_TAGS = {
    "JJS": "superlative", "RBS": "superlative", "JJR": "comparative", "RBR": "comparative", "VBZ": "present",
    "VBP": "present", "VBD": "past", "CD": "number", "JJ": "adjective", "RB": "adverb",
}  # fmt: skip
_MARKS = {"?": "question", "!": "exclamation", ":": "aside", ";": "aside", "—": "aside", "–": "aside", "--": "aside"}
_CLOSING = quotes.CLOSING | quotes.STRAIGHT
_MODALS = frozenset(("would", "could", "might", "may", "can", "cannot"))
_OPENERS = frozenset(("but", "and", "yet", "so", "still", "or", "nor", "then", "now"))
_NAMED = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART"))
_HELD = frozenset(("NOUN", "ADJ", "ADV", "VERB"))
_GIVEN = frozenset(("call", "dub", "name", "know", "title", "entitle", "term", "describe", "word", "phrase", "titled"))


class Hit(msgspec.Struct, frozen=True, gc=False):
    """Words `[first, last)` of an entry; `holder`: index of the attribution whose words they are, or NARRATOR.

    `quoted`: they stand in quotation marks, so that without a holder somebody unknown says them.
    """

    first: int
    last: int
    entry: LoadedEntry
    holder: int
    quoted: bool


class Told(msgspec.Struct, frozen=True):
    """One sentence: how many of each feature (counts, and shares of its words), and the hits that are not quoted."""

    index: int
    words: int
    features: dict[str, float]
    hits: tuple[Hit, ...]


class Holders:
    """For each word, the innermost attribution whose content holds it, and whether it stands in quotation marks.

    `reported`: the sentences in which somebody is said to say something.
    """

    __slots__ = ("_inside", "by", "quotations", "reported")

    def __init__(self, parse: Parse, said: Sequence[AttributionMention]) -> None:
        self.quotations: Quotations = quotes.find(parse)
        self._inside = bytearray(len(parse.words))
        for first, last in (
            *((one.first, one.last) for one in self.quotations.all),
            *_unopened(parse, self.quotations),
        ):
            self._inside[first:last] = b"\x01" * (last - first)
        self.reported = frozenset(parse.words[first].sentence for one in said for first, _ in one.cue)
        self.by = [NARRATOR] * len(parse.words)
        contents = [(part, k) for k, one in enumerate(said) if one.kind != "narrator" for part in one.content]
        for (first, last), k in sorted(contents, key=lambda pair: pair[0][0] - pair[0][1]):
            self.by[first:last] = [k] * (last - first)

    def quoted(self, i: int) -> bool:
        """Whether word `i` stands in quotation marks."""
        return self._inside[i] == 1


def _unopened(parse: Parse, quotations: Quotations) -> Iterator[TokenRange]:
    """What stands before a closing mark that nothing in its paragraph opens: the end of a longer quotation."""
    for first, last in quotes.blocks(parse):
        marks = (i for i in range(first, last) if parse.words[i].text in _CLOSING)
        mark = next(marks, None)
        if mark is not None and mark > first and quotations.at(mark) is None and not quotations.over(first, mark):
            yield first, mark + 1


class Telling(msgspec.Struct, frozen=True):
    """A document: whose each word is, every hit, quotations used as scare quotes, and every sentence with a word."""

    holders: Holders
    hits: tuple[Hit, ...]
    scare: tuple[Quotation, ...]
    sentences: tuple[Told, ...]


def listen(parse: Parse, said: Sequence[AttributionMention], lexicon: LoadedLexicon) -> Telling:
    """All that the sentences of a parse are told with."""
    holders = Holders(parse, said)
    found = hits(parse, holders, lexicon)
    scare = tuple(one for one in holders.quotations.all if _scares(parse, one, holders))
    by_sentence: dict[int, list[Hit]] = {}
    for hit in found:
        by_sentence.setdefault(parse.words[hit.first].sentence, []).append(hit)
    scared = Counter(parse.words[one.first].sentence for one in scare)
    sentences = tuple(
        _told(parse, sentence, by_sentence.get(sentence.index, ()), holders, scared[sentence.index])
        for sentence in parse.sentences
        if sentence.last > sentence.first
    )
    return Telling(holders, found, scare, sentences)


def hits(parse: Parse, holders: Holders, lexicon: LoadedLexicon) -> tuple[Hit, ...]:
    """Every entry's words, in order; a phrase hides the entries of its later words."""
    found: list[Hit] = []
    words, starts, past = parse.words, lexicon.starts, 0
    for i, word in enumerate(words):
        if (word.lower not in starts and word.lemma not in starts) or i < past or _is_acronym(word):
            continue
        holder = holders.by[i]
        for entry, last in lexicon.at(words, i):
            if last <= parse.sentence(i).last and not (last == i + 1 and _is_name(word)):
                past = max(past, last)
                found.append(Hit(i, last, entry, holder, holders.quoted(i)))
    return tuple(found)


def _is_acronym(word: Word) -> bool:
    return len(word.text) > 1 and word.text.isupper() and len(word.text) <= 4


def _is_name(word: Word) -> bool:
    return word.pos == "PROPN" and word.ent in _NAMED


def _scares(parse: Parse, quotation: Quotation, holders: Holders) -> bool:
    """A word or two in marks that nobody says and that are no title or given name: held at arm's length.

    Where the sentence names a source, they are more likely that source's own words.
    """
    first, last = quotation.first + 1, quotation.last - 1
    inside = parse.words[first:last]
    if not 0 < len(inside) <= SCARE_WORDS or holders.by[first] != NARRATOR or inside[0].sentence in holders.reported:
        return False
    closed = not parse.words[last].text.strip("\"”“'’»«`")
    if not closed or not inside[0].text[:1].islower() or inside[-1].pos not in _HELD:
        return False
    before = parse.words[max(parse.sentence(first).first, first - 4) : first - 1]
    return not any(word.lemma in _GIVEN or word.lower == "as" for word in before)


def _told(parse: Parse, sentence: Sentence, hits_here: Sequence[Hit], holders: Holders, scare: int) -> Told:
    words = parse.words[sentence.first : sentence.last]
    count: Counts = defaultdict(float)
    count["scare"] = float(scare)
    spoken = _shape(words, holders, count)
    own = tuple(hit for hit in hits_here if not hit.quoted)
    for hit in own:
        count[_feature(hit.entry)] += 1.0 if hit.holder == NARRATOR else RELAYED
    count["held"] = float(sum(hit.quoted and hit.entry.technique is not None for hit in hits_here))
    features = {name: n for name, n in count.items() if n}
    total = max(spoken, 1)
    for name in ("quoted", "attributed", "past", "present", "adjective", "adverb", "name"):
        if name in features:
            features[name] /= total
    return Told(sentence.index, spoken, features, own)


def _shape(words: Sequence[Word], holders: Holders, count: Counts) -> int:
    """Count how the sentence is built; the number of its words, marks aside."""
    spoken = 0
    for word in words:
        i = word.i
        if word.pos in ("PUNCT", "SYM", "SPACE"):
            mark = _MARKS.get(word.text)
            if mark is not None and not holders.quoted(i):
                count[mark] += 1
            continue
        spoken += 1
        if holders.quoted(i):
            count["quoted"] += 1
            continue
        if holders.by[i] != NARRATOR:
            count["attributed"] += 1
        _grammar(word, count)
    if words[0].lower in _OPENERS:
        count["opener"] += 1
    return spoken


def _grammar(word: Word, count: Counts) -> None:
    tag = _TAGS.get(word.tag)
    if tag is not None:
        count[tag] += 1
    elif word.lower in _MODALS:
        count["modal"] += 1
    if word.pos == "PROPN":
        count["name"] += 1
    elif word.dep == "neg":
        count["negation"] += 1
    elif word.text[:1] in "'’" and word.tag != "POS":
        count["contraction"] += 1
    if word.ent == "DATE" and word.ent_start:
        count["date"] += 1


def _feature(entry: LoadedEntry) -> str:
    """What a hit counts as: the cue, or how strong the words are and, where it tells more, their technique."""
    if entry.cue is not None:
        return entry.cue
    if entry.weight < MIDDLE:
        return "weak"
    if entry.technique == "name-calling":
        return "name-calling"
    return "strong" if entry.weight >= STRONG else "middle"


def technique_of(hit: Hit) -> Technique | None:
    """The technique of a hit that may be shown."""
    return hit.entry.technique if hit.entry.weight >= MIDDLE else None

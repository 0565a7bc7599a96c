"""Parse → scenarios: the alternatives an author sets out ("three perspectives. The first one is ...").

An alternative runs from the sentence that opens it to the next one's, or to the end of its paragraph. One that is
only announced there ("And the third is the most interesting.") goes on in the next paragraph, and in those after
it as long as they open with a word that continues.
"""

from collections.abc import Iterator

import msgspec

from sayso.lexicon.certainty import CertaintyLexicon
from sayso.model.flow import Parse, ScenarioMention, Sentence, TokenRange
from sayso.reading.certainty.conditions import conditions
from sayso.reading.certainty.cues import Found, here, matches

OPENING = 9
REACH = 14
LONGEST = 4
CONTENT_WORDS = 12
LONGEST_PARAGRAPH = 15
QUANTIFIERS = frozenset({"several", "many", "various", "multiple", "few", "possible", "following", "alternative"})
LABELS = frozenset({":", ".", "-", "–", "—", ")"})


class _Opening(msgspec.Struct, frozen=True):
    """A sentence that opens an alternative. `weak`: only inside an announced set; `alone`: even without another."""

    sentence: int
    weak: bool
    alone: bool
    rule: str


def find(parse: Parse, lexicon: CertaintyLexicon) -> tuple[ScenarioMention, ...]:
    """The scenarios of a document, in order; those of one question share their `set`."""
    found = matches(parse, lexicon)
    out: list[ScenarioMention] = []
    for number, group in enumerate(_sets(parse, found)):
        ends = [*(opening.sentence for opening in group[1:]), len(parse.sentences)]
        for opening, end in zip(group, ends, strict=True):
            out.append(_scenario(parse, found, opening, end, number))
    return tuple(out)


def _sets(parse: Parse, found: Found) -> Iterator[list[_Opening]]:
    """Openings that belong together: after one announcement, or within reach of each other."""
    group: list[_Opening] = []
    announced = False
    reached = -REACH
    for sentence in parse.sentences:
        if sentence.index - reached > REACH:
            yield from _kept(group, announced)
            group, announced = [], False
        opening = _opening(parse, found, sentence)
        if opening is not None and (announced or not opening.weak):
            group.append(opening)
            reached = sentence.index
        elif _announces(parse, found, sentence):
            yield from _kept(group, announced)
            group, announced, reached = [], True, sentence.index
    yield from _kept(group, announced)


def _kept(group: list[_Opening], announced: bool) -> Iterator[list[_Opening]]:
    if len(group) > 1 or (group and (announced or group[0].alone)):
        yield group


def _announces(parse: Parse, found: Found, sentence: Sentence) -> bool:
    """ "There are two scenarios", "can be viewed from three perspectives": a counted noun in the plural."""
    for i in range(sentence.first, sentence.last):
        word = parse.words[i]
        if word.tag in ("NNS", "NNPS") and next(here(found, i, "counter"), None) is not None:
            near = [parse.words[c] for c in parse.children[i] if c < i]
            if any(w.tag == "CD" or w.lower in QUANTIFIERS for w in near):
                return True
    return False


def _opening(parse: Parse, found: Found, sentence: Sentence) -> _Opening | None:
    words = parse.words
    stop = min(sentence.first + OPENING, sentence.last)
    ordinal: int | None = None
    for i in range(sentence.first, stop):
        counter = next(here(found, i, "counter"), None)
        if counter is not None and words[i].tag in ("NN", "NNP", "JJ"):
            alone = counter.cue.gives == "possible" and _states(parse, i, sentence)
            if ordinal is not None and i - ordinal <= 4:
                return _Opening(sentence.index, False, alone, "ordinal-counter")
            if i - sentence.first <= 1 and _labelled(parse, i, sentence):
                return _Opening(sentence.index, False, alone, "label")
        if next(here(found, i, "ordinal"), None) is not None and _leads(parse, i, sentence, ordinal):
            ordinal = i
    if ordinal is not None and ordinal - sentence.first <= 2 and _bare(parse, ordinal, sentence):
        return _Opening(sentence.index, True, False, "ordinal")
    return None


def _states(parse: Parse, i: int, sentence: Sentence) -> bool:
    """Whether the counted noun is followed by what it says: "one possibility is that", "a scenario in which"."""
    following = parse.words[i + 1 : min(i + 5, sentence.last)]
    return any(w.lower in ("that", "which", "where", "to") or w.tag == "MD" for w in following)


def _leads(parse: Parse, i: int, sentence: Sentence, earlier: int | None) -> bool:
    """Whether nothing but small words stands before the ordinal: "And the third", "In the best case"."""
    before = parse.words[sentence.first : i]
    return all(w.pos in ("DET", "ADP", "CCONJ", "PUNCT", "ADV", "SCONJ") or w.i == earlier or len(w.text) == 1
               for w in before)  # fmt: skip


def _labelled(parse: Parse, i: int, sentence: Sentence) -> bool:
    """ "Option A:", "Scenario 1." """
    if i + 1 >= sentence.last:
        return False
    label = parse.words[i + 1]
    short = (len(label.text) <= 3 and (label.text.isupper() or label.text.isdigit())) or label.tag == "CD"
    return short and (i + 2 >= sentence.last or parse.words[i + 2].lower in LABELS or parse.words[i + 2].pos == "AUX")


def _bare(parse: Parse, i: int, sentence: Sentence) -> bool:
    """ "The first one is", "The second is", "Another would be", "First, ..."."""
    following = parse.words[i + 1 : min(i + 4, sentence.last)]
    if following and following[0].lower == "one":
        following = following[1:]
    return bool(following) and (following[0].pos in ("AUX", "VERB") or following[0].lower in (",", ":"))


def _scenario(parse: Parse, found: Found, opening: _Opening, end: int, number: int) -> ScenarioMention:
    start = opening.sentence
    last = _last(parse, found, start, end)
    stated = start + 1 if _only_announced(parse, found, start) and start + 1 < last else start
    sentence = parse.sentences[stated]
    held: tuple[TokenRange, ...] = tuple((c.first, c.last) for c in conditions(parse, found, sentence))
    return ScenarioMention((sentence.first, _trimmed(parse, sentence)), (start, last), held, number, opening.rule)


def _trimmed(parse: Parse, sentence: Sentence) -> int:
    """The end of the sentence without its full stop."""
    stops = sentence.last - sentence.first > 1 and parse.words[sentence.last - 1].lower == "."
    return sentence.last - 1 if stops else sentence.last


def _last(parse: Parse, found: Found, start: int, end: int) -> int:
    """The sentence after the scenario's last: its paragraph's end, or further when it is only announced there."""
    sentences = parse.sentences
    last = _paragraph_end(parse, start, end)
    if last - start > 1 or not _only_announced(parse, found, start):
        return last
    blocks = 0
    while last < end and blocks < LONGEST and sentences[last].section in ("body", "background"):
        if blocks and not _continues(parse, found, sentences[last]):
            break
        last = _paragraph_end(parse, last, end)
        blocks += 1
    return last


def _paragraph_end(parse: Parse, start: int, end: int) -> int:
    """The sentence after the paragraph's last; a line break ends one too, unless lines break inside sentences."""
    sentences = parse.sentences
    last = start + 1
    while last < min(end, start + LONGEST_PARAGRAPH) and sentences[last].block == sentences[start].block:
        if _line_ends(parse, sentences[last]) and not _wrapped(parse, start, last):
            break
        last += 1
    return last


def _line_ends(parse: Parse, sentence: Sentence) -> bool:
    """Whether a line break stands before the sentence."""
    if sentence.where is not None or sentence.first == 0:
        return False
    before, after = parse.words[sentence.first - 1].end, parse.words[sentence.first].start
    return "\n" in parse.document.text[before:after]


def _wrapped(parse: Parse, start: int, last: int) -> bool:
    """Whether any of the sentences has a line break inside."""
    return any("\n" in parse.text(one.first, one.last) for one in parse.sentences[start:last])


def _only_announced(parse: Parse, found: Found, index: int) -> bool:
    """Whether the sentence counts the alternative without saying what it is: no verb or noun but the counted one."""
    sentence = parse.sentences[index]
    inside = range(sentence.first, min(sentence.last, sentence.first + CONTENT_WORDS))
    telling = [i for i in inside if parse.words[i].pos in ("NOUN", "PROPN", "VERB") and len(parse.words[i].text) > 2]
    counted = [i for i in telling if next(here(found, i, "counter"), None) is not None]
    return len(telling) == len(counted) and sentence.last - sentence.first <= CONTENT_WORDS


def _continues(parse: Parse, found: Found, sentence: Sentence) -> bool:
    match = next(here(found, sentence.first, "continuer"), None)
    return match is not None and match.first == sentence.first

"""Denials that point back: "A accused B of X. B denied it" gives B a say on X, beside A's and not inside it.

What points back is a pronoun, a word for something said ("the claim", "the accusations"), or a word for one's part in
it ("denied involvement"). It is denied by a verb of denial, or by calling it false ("called the charges baseless").
"""

from collections.abc import Mapping, Sequence

from sayso.lexicon.reporting import ReportingLexicon
from sayso.model.flow import AttributionMention, Parse, Sentence, TokenRange, Word
from sayso.reading.attribution import grammar

POINTERS = frozenset({"it", "this", "that", "them", "these", "those", "so", "which", "any", "such", "something"})
# What may follow the pointing word without being what is denied: "denied it as a lie", "the charges against it".
TRAILING = frozenset({"as", "by", "from", "against", "in"})
LIGHT = frozenset({"DET", "PUNCT", "ADV", "ADJ"})
MAIN = frozenset({"ROOT", "conj", "xcomp"})
ELLIPSIS = frozenset({
    "that", "he", "she", "it", "they", "we", "i", "do", "does", "did", "doing", "done", "has", "have", "had", "having",
    "was", "were", "is", "are", "be", "been", "so", "such", "any", "a", "anything", "nothing", "thing", "of", "the",
    "kind", "sort", "this", "ever", "never", "not", "n't", "n’t",
})  # fmt: skip
ASKING = frozenset({"ask", "press", "question", "quiz", "challenge"})
WHETHER = frozenset({"whether", "if"})
AUXILIARIES = frozenset({"do", "does", "did", "doing", "done", "has", "have", "had", "having", "was", "were"})
NEGATIVES = frozenset({"not", "n't", "n’t", "never", "nothing", "no"})
CLOSE = 2
"""How many sentences back a denial may point."""
LONGEST = 12
MAX_LINKS = 6


def echoes(
    parse: Parse, attributions: Sequence[AttributionMention], lexicon: ReportingLexicon
) -> Mapping[int, tuple[TokenRange, ...]]:
    """Index of each denial whose content only points back → the words it is about.

    They are the content of the nearest attribution before it, by somebody else; failing that, for a pronoun, the
    main verbs of the sentence before, which the narrator tells.
    """
    ending = _by_end(parse, attributions)
    found: dict[int, tuple[TokenRange, ...]] = {}
    for k, mention in enumerate(attributions):
        if _denies(parse, mention, lexicon):
            about = _asked(parse, mention) or _about(parse, attributions, k, ending) or _told_before(parse, mention)
            if about:
                found[k] = about
    return found


def _as(parse: Parse, mention: AttributionMention) -> bool:
    """ "A claim rejected by Lima as a lie": what it is called stands behind who calls it so."""
    return mention.stance == "denies" and parse.words[mention.content[-1][0]].lower == "as"


def _asked(parse: Parse, mention: AttributionMention) -> tuple[TokenRange, ...]:
    """What was asked, where the answer is a bare "no": "asked whether they had fired, he said they had not"."""
    if mention.cue_head is None or mention.stance != "asserts":
        return ()
    for c in grammar.children(parse, mention.cue_head, ("advcl",)):
        for q in grammar.children(parse, c, ("ccomp", "advcl")) if c < mention.cue_head else ():
            if parse.words[c].lemma in ASKING and any(parse.words[k].lower in WHETHER for k in parse.children[q]):
                return (parse.subtree(q),)
    return ()


def _denies(parse: Parse, mention: AttributionMention, lexicon: ReportingLexicon) -> bool:
    if mention.stance not in ("denies", "asserts") or not mention.source:
        return False
    if len(mention.content) != 1 and not _as(parse, mention):
        return False
    first, last = mention.content[0]
    words = [word for word in parse.words[first:last] if word.pos != "PUNCT"]
    if not words or len(words) > LONGEST:
        return False
    if _elliptic(words):
        return mention.stance == "denies" or any(word.lower in NEGATIVES for word in words)
    head = _pointing(words, lexicon)
    if head is None:
        return False
    after = words[head + 1 :]
    if mention.stance == "denies":
        return not after or after[0].lower in TRAILING or all(word.pos in LIGHT for word in after)
    return _called_false(after, lexicon)


def _elliptic(words: Sequence[Word]) -> bool:
    """Whether only an auxiliary stands for what was said: "(denies) that it did so", "(says) it did not"."""
    return (
        len(words) > 1
        and any(word.lower in AUXILIARIES for word in words)
        and all(word.lower in ELLIPSIS or word.pos == "PUNCT" for word in words)
    )


def _pointing(words: Sequence[Word], lexicon: ReportingLexicon) -> int | None:
    """Index in `words` of the one that points back, behind nothing but articles, adjectives and adverbs."""
    for k, word in enumerate(words):
        if word.lemma in lexicon.involvement or _something_said(word, lexicon):
            return k
        noun_follows = k + 1 < len(words) and words[k + 1].pos in ("NOUN", "ADJ", "PROPN")
        if (word.lower in POINTERS or word.lemma == "they") and not (word.pos == "DET" and noun_follows):
            return k
        if word.pos not in LIGHT and word.tag not in ("PRP$", "VBN"):
            return None
    return None


def _something_said(word: Word, lexicon: ReportingLexicon) -> bool:
    return word.pos == "NOUN" and any(cue.stance == "asserts" for cue in lexicon.nouns.get(word.lemma, ()))


def _called_false(after: Sequence[Word], lexicon: ReportingLexicon) -> bool:
    """Whether what follows says that it is not so: "baseless", "as a lie", "were not true"."""
    negated = any(word.dep == "neg" for word in after)
    wanted = lexicon.true if negated else lexicon.false
    return any(word.lemma in wanted or word.lower in wanted for word in after)


def _by_end(parse: Parse, attributions: Sequence[AttributionMention]) -> Mapping[int, Sequence[int]]:
    """Index of each sentence → the attributions whose content ends in it."""
    ending: dict[int, list[int]] = {}
    for k, mention in enumerate(attributions):
        ending.setdefault(parse.words[_end(mention) - 1].sentence, []).append(k)
    return ending


def _end(mention: AttributionMention) -> int:
    return max(last for _, last in mention.content)


def _about(
    parse: Parse, attributions: Sequence[AttributionMention], k: int, ending: Mapping[int, Sequence[int]]
) -> tuple[TokenRange, ...]:
    """The content of the nearest earlier attribution by somebody else, if it asserts something."""
    denial = attributions[k]
    start = denial.content[0][0]
    here = parse.sentence(start)
    best: AttributionMention | None = None
    close = range(here.index - CLOSE, here.index + 1)
    for j in sorted(j for index in close for j in ending.get(index, ())):
        other = attributions[j]
        if j == k or other.stance not in ("asserts", "demands", "promises") or _same(parse, other, denial):
            continue
        end = _end(other)
        there = parse.sentence(end - 1)
        if end > start or there.where != here.where:
            continue
        if best is None or end > _end(best):
            best = other
    return best.content if best is not None and best.stance == "asserts" else ()


def _same(parse: Parse, other: AttributionMention, denial: AttributionMention) -> bool:
    """Whether one and the same words, or names, stand for both sources."""
    if other.source_head is None or denial.source_head is None:
        return other.source == denial.source
    return parse.words[other.source_head].lower == parse.words[denial.source_head].lower


def _told_before(parse: Parse, mention: AttributionMention) -> tuple[TokenRange, ...]:
    """The main verbs of the sentence before, where a pronoun points at all of it: "They bombed it. X denies this"."""
    first, last = mention.content[0]
    here = parse.sentence(first)
    if mention.cue_head is not None and last <= mention.cue_head and parse.words[first - 1].text in grammar.COMMAS:
        # "Lima has armed the rebels, a claim Quito rejects"
        return tuple(_denied(parse, i) for i in range(here.first, first - 1) if _main(parse, here, i))
    points = last - first <= 2 and parse.words[first].lower in POINTERS
    if here.index == 0 or not (points or _elliptic(parse.words[first:last])):
        return ()
    before = parse.sentences[here.index - 1]
    if before.where != here.where or before.block != here.block:
        return ()
    return tuple((i, i + 1) for i in range(before.first, before.last) if _main(parse, before, i))


def _denied(parse: Parse, i: int) -> TokenRange:
    """Main verb `i`, or what somebody is accused of: "was accused of arming them, which it denies"."""
    charge = next(grammar.gerunds(parse, i), None) if parse.words[i].lemma in grammar.ACCUSING else None
    return (i, i + 1) if charge is None else parse.subtree(charge)


def _main(parse: Parse, sentence: Sentence, i: int) -> bool:
    if not grammar.is_verb(parse.words[i]):
        return False
    for _ in range(MAX_LINKS):
        word = parse.words[i]
        if word.dep == "ROOT" or word.head == i:
            return True
        if word.dep not in MAIN or not sentence.first <= word.head < sentence.last:
            return False
        i = word.head
    return False

"""Quotations whose cue is no listed word: a signature after a dash, any verb beside one, a clause and a colon."""

from sayso.lexicon.reporting import ReportingLexicon
from sayso.model.flow import Parse, Word
from sayso.reading.attribution import grammar, quotes, verbs
from sayso.reading.attribution.draft import Draft
from sayso.reading.attribution.quotes import Quotation

DASHES = frozenset(("-", "–", "—", "―", "--"))
FINITE = frozenset(("VBD", "VBZ", "VBP"))
MAX_SIGNATURE = 9


def signed(parse: Parse, q: Quotation) -> Draft | None:
    """A quotation with a name after a dash: "..." — Ada Lovelace."""
    dash, end = q.last, q.last + 1
    if dash >= len(parse.words) or parse.words[dash].text not in DASHES or parse.sentence(dash).block != q.block:
        return None
    while end < len(parse.words) and end - dash <= MAX_SIGNATURE and _same_signature(parse, end, q):
        end += 1
    name = parse.words[dash + 1 : end]
    closed = end >= len(parse.words) or parse.sentence(end).block != q.block or _opens(parse.words[end])
    if not closed or not name or not all(w.text[:1].isupper() or not w.text[:1].isalpha() for w in name):
        return None
    head = next((w.i for w in name if w.pos == "PROPN"), name[0].i)
    return Draft(((dash, dash + 1),), dash, (dash + 1, end), head, (), "asserts", "signature:quote", 1.2)


def _same_signature(parse: Parse, i: int, q: Quotation) -> bool:
    return parse.sentence(i).block == q.block and not _opens(parse.words[i])


def _opens(word: Word) -> bool:
    return word.text in quotes.OPENING or word.text in quotes.STRAIGHT


def any_verb(parse: Parse, lexicon: ReportingLexicon, word: Word, start: int) -> Draft | None:
    """A finite verb whose subject stands between it and the quotation: "...," he typed."""
    if word.tag not in FINITE:
        return None
    source, head = verbs.source_of(parse, word.i)
    if source is None or head is None or not start <= head < word.i:
        return None
    if parse.words[head].lemma in lexicon.mute or parse.words[head].lower in grammar.RELATIVE:
        return None
    return Draft((grammar.verb_group(parse, word.i),), word.i, source, head, (), "asserts", "any-verb:quote", 0.9)


def before_colon(parse: Parse, lexicon: ReportingLexicon, first: int, colon: int) -> Draft | None:
    """The last clause with somebody for a subject before a colon: She had one answer: "..."."""
    for i in range(colon - 1, first - 1, -1):
        word = parse.words[i]
        if word.tag in FINITE and word.dep not in ("relcl", "advcl", "acl"):
            source, head = verbs.source_of(parse, i)
            if source is None or head is None or head >= i or parse.words[head].lemma in lexicon.mute:
                return None
            cue = (grammar.verb_group(parse, i)[0], colon + 1)
            return Draft((cue,), i, source, head, (), "asserts", "before-colon:quote", 0.9)
    return None

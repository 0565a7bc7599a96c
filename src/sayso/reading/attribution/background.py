"""What the narrator tells beside what somebody says: "Algeria, which recalled its envoy, will stay away, he said".

A clause between commas that says more of somebody named, in the plain past, is background that the narrator gives,
where the news is told in another tense, or where the clause has a date of its own far back and who says the rest is
named only behind it. All else is the source's: "Kyiv said that Moscow, which invaded in 2022, had broken the truce".
"""

from sayso.model.flow import AttributionMention, Parse, Word
from sayso.reading.attribution import grammar
from sayso.reading.attribution.settle import covers

RELATIVE = frozenset({"who", "which", "whose", "whom", "where"})
FAR = frozenset({
    "last", "ago", "earlier", "previous", "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december",
})  # fmt: skip
RECENT = frozenset({"week", "night", "hour", "minute"})
MAX_UP = 8


def beside(parse: Parse, found: AttributionMention, i: int) -> bool:
    """Whether word `i`, in what `found` says, stands in such a clause, with the cue outside of it."""
    if found.stance != "asserts" or found.mode == "direct" or not found.rule.endswith(":clause"):
        return False
    clause = _clause(parse, i)
    if clause is None or found.cue_head is None:
        return False
    first, last = parse.subtree(clause)
    if first <= found.cue_head < last or not covers(found.content, parse.words[clause].head):
        return False
    dated = found.cue_head >= last and _dated(parse, first, last)
    return _past(parse, clause) and (dated or _other_tense(parse, clause))


def _clause(parse: Parse, i: int) -> int | None:
    """The verb of the clause between commas that word `i` is in, if that clause is about somebody named."""
    for _ in range(MAX_UP):
        word = parse.words[i]
        if word.dep in ("relcl", "acl"):
            return i if _apart(parse, word) else None
        if word.head == i or word.dep in ("ccomp", "xcomp"):
            return None
        i = word.head
    return None


def _apart(parse: Parse, verb: Word) -> bool:
    head = parse.words[verb.head]
    first = parse.subtree(verb.i)[0]
    words = parse.words
    if first == 0 or words[first - 1].text not in grammar.COMMAS or not head.i < first:
        return False
    opened = any(word.lower in RELATIVE for word in words[first : first + 3])
    if not opened and not (verb.dep == "acl" and verb.tag == "VBN" and first == verb.i):
        return False
    named = head.pos == "PROPN" or any(words[k].pos == "PROPN" for k in range(*grammar.noun_phrase(parse, head.i)))
    return named or any(words[c].lower in ("the", "its", "his", "her", "their") for c in parse.children[head.i])


def _past(parse: Parse, verb: int) -> bool:
    """The plain past: no perfect, no modal, no future in the past."""
    word = parse.words[verb]
    below = {parse.words[c].lower for c in grammar.children(parse, verb, ("aux",))}
    if word.tag == "VBD":
        return not below
    passive = any(parse.words[c].lower in ("was", "were") for c in grammar.children(parse, verb, ("auxpass",)))
    return word.tag == "VBN" and not below and (passive or word.dep == "acl")


def _dated(parse: Parse, first: int, last: int) -> bool:
    """Whether a month, a year or "last year" says when."""
    words = parse.words[first:last]
    if any(word.lower in RECENT for word in words):
        return False
    return any(
        (word.ent == "DATE" and word.lower in FAR) or (word.tag == "CD" and word.text.isdigit() and len(word.text) == 4)
        for word in words
    )


def _other_tense(parse: Parse, clause: int) -> bool:
    """Whether what is said of the one named is told as to come, going on or just done: modal, present, perfect."""
    noun = parse.words[clause].head
    verb = parse.words[noun].head
    if parse.words[noun].dep not in grammar.SUBJECTS or parse.words[noun].pos != "PROPN":
        return False
    tags = {parse.words[c].tag for c in grammar.children(parse, verb, ("aux", "auxpass"))} | {parse.words[verb].tag}
    return not {"MD", "VBZ", "VBP"}.isdisjoint(tags)

"""Denials that stand as an aside at the end of what they deny: "accused it of theft, a charge it denies"."""

from collections.abc import Sequence

import msgspec

from sayso.lexicon.reporting import ReportingLexicon
from sayso.model.flow import Parse, TokenRange
from sayso.reading.attribution import grammar
from sayso.reading.attribution.draft import Draft

WHICH = frozenset(("which",))


def cut(parse: Parse, lexicon: ReportingLexicon, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with the denials at the end of a content taken out of it: they are the narrator's to tell."""
    holes = [hole for draft in drafts if (hole := _aside(parse, lexicon, draft)) is not None]
    return [_without(draft, holes) for draft in drafts] if holes else list(drafts)


def _aside(parse: Parse, lexicon: ReportingLexicon, draft: Draft) -> TokenRange | None:
    """The words of the aside, from its comma on."""
    v = draft.cue_head
    if draft.stance != "denies" or v is None:
        return None
    if parse.words[v].dep != "relcl":
        return _apposed(parse, draft)
    head = parse.words[v].head
    first, last = parse.subtree(v)
    if parse.words[first].lower not in WHICH:
        if not any(cue.stance == "asserts" for cue in lexicon.nouns.get(parse.words[head].lemma, ())):
            return None
        first, last = parse.subtree(head)
    if first == 0 or parse.words[first - 1].text not in grammar.COMMAS:
        return None
    return first - 1, last


def _apposed(parse: Parse, draft: Draft) -> TokenRange | None:
    """ ", a charge Lima has denied": from the comma to the end of the cue, where the parser saw no clause."""
    first, last = draft.content[0]
    beside = draft.source is not None and last == first + 2 and last <= draft.source[0] <= last + 1
    if not beside or first == 0 or parse.words[first - 1].text not in grammar.COMMAS:
        return None
    return first - 1, max(end for _, end in draft.cue)


def _without(draft: Draft, holes: Sequence[TokenRange]) -> Draft:
    content = draft.content
    for first, last in holes:
        content = tuple(
            (a, first) if a < first < b <= last + 1 and (draft.cue_head is None or draft.cue_head < first) else (a, b)
            for a, b in content
        )
    return msgspec.structs.replace(draft, content=content) if content != draft.content else draft

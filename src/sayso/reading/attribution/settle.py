"""From drafts to attributions: overlaps settled, quotations completed, nesting recorded."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

import msgspec

from sayso.lexicon.reporting import ReportingLexicon
from sayso.model.flow import AttributionMention, Parse, TokenRange
from sayso.reading.attribution import grammar
from sayso.reading.attribution.draft import Draft
from sayso.reading.attribution.quotes import Quotations

# How many mentions away the one that holds another may stand, in order of their first words.
NEAR = 60
TOLD = (":clause", ":quote")
# Within the words that name a source ("an aide who declined to be named"), these frames only describe it.
MINOR = (":infinitive", ":object", ":message", ":gerund")


def covers(ranges: Iterable[TokenRange], i: int) -> bool:
    """Whether one of the ranges holds word `i`."""
    return any(first <= i < last for first, last in ranges)


def without(ranges: Iterable[TokenRange], hole: TokenRange) -> tuple[TokenRange, ...]:
    """The ranges less what `hole` covers."""
    left: list[TokenRange] = []
    for first, last in ranges:
        if hole[1] <= first or hole[0] >= last:
            left.append((first, last))
            continue
        if first < hole[0]:
            left.append((first, hole[0]))
        if hole[1] < last:
            left.append((hole[1], last))
    return tuple(left)


def joined(ranges: Iterable[TokenRange]) -> tuple[TokenRange, ...]:
    """The ranges in order, those that touch or overlap made one."""
    out: list[TokenRange] = []
    for first, last in sorted(ranges):
        if out and first <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], last))
        else:
            out.append((first, last))
    return tuple(out)


def unclashed(parse: Parse, draft: Draft) -> Draft | None:
    """The draft with its content clear of its own cue and source; None when nothing is left."""
    content: tuple[TokenRange, ...] = draft.content
    for hole in (*draft.cue, *((draft.source,) if draft.source else ())):
        content = without(content, hole)
    content = tuple(grammar.tidy(parse, a, b) for a, b in content)
    content = tuple((a, b) for a, b in content if any(parse.words[i].text[:1].isalnum() for i in range(a, b)))
    return msgspec.structs.replace(draft, content=joined(content)) if content else None


def completed(draft: Draft, quotations: Quotations) -> Draft:
    """The content grown to the whole of a quotation that it holds a part of, when the cue stands outside."""
    grown = list(draft.content)
    for first, last in draft.content:
        for edge in (first, last - 1):
            quotation = quotations.at(edge)
            if quotation is None or (draft.cue_head is not None and _holds(quotation.first, quotation.last, draft)):
                continue
            grown.append((quotation.first, quotation.last))
    return msgspec.structs.replace(draft, content=joined(grown))


def _holds(first: int, last: int, draft: Draft) -> bool:
    return draft.cue_head is not None and first <= draft.cue_head < last


def trimmed(parse: Parse, drafts: Sequence[Draft]) -> list[Draft]:
    """Contents cut where another attribution of the same sentence begins after a comma ("..., adding that ...")."""
    starts: dict[int, list[tuple[int, Draft]]] = {}
    for draft in drafts:
        if draft.cue:
            first = draft.source[0] if _beside(draft) and draft.source else draft.cue[0][0]
            starts.setdefault(parse.words[first].sentence, []).append((min(first, draft.cue[0][0]), draft))
    for found in starts.values():
        found.sort(key=_start)
    return [_cut(parse, draft, starts) for draft in drafts]


def _start(item: tuple[int, Draft]) -> int:
    return item[0]


def _beside(draft: Draft) -> bool:
    return draft.source is not None and 0 <= draft.cue[0][0] - draft.source[1] <= 2


def _cut(parse: Parse, draft: Draft, starts: dict[int, list[tuple[int, Draft]]]) -> Draft:
    content: list[TokenRange] = []
    for first, last in draft.content:
        others = starts.get(parse.words[last - 1].sentence, [])
        begin = bisect_right(others, first + 1, key=_start)
        inside = (item for item in others[begin : begin + NEAR] if item[0] < last)
        cut = next(
            (start for start, other in inside if other is not draft and _sibling(parse, draft, other, start)), last
        )
        content.append((first, max(grammar.tidy(parse, first, cut)[1] if cut < last else last, first + 1)))
    return msgspec.structs.replace(draft, content=tuple(content))


def _sibling(parse: Parse, draft: Draft, other: Draft, start: int) -> bool:
    """A participle after a comma whose doer is this draft's source goes on with it; it is no part of the content."""
    if other.cue_head is None or draft.cue_head is None or other.cue_head <= draft.cue_head:
        return False
    comma = parse.words[start - 1].text in grammar.COMMAS
    return comma and parse.words[other.cue_head].tag == "VBG" and other.source_head in (draft.source_head, None)


def relayed(parse: Parse, drafts: Sequence[Draft]) -> list[Draft]:
    """ "The paper wrote, citing X": X has said what the paper wrote."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.cue_head is not None and not _is_relayed(draft.rule):
            by_sentence.setdefault(parse.words[draft.cue_head].sentence, []).append(draft)
    return [_hosted(parse, draft, by_sentence) if _is_relayed(draft.rule) else draft for draft in drafts]


def _hosted(parse: Parse, draft: Draft, by_sentence: dict[int, list[Draft]]) -> Draft:
    if draft.cue_head is None:
        return draft
    teller = grammar.subject(parse, draft.cue_head)
    hosts = by_sentence.get(parse.words[draft.cue_head].sentence, ())
    host = next((h for h in hosts if h.source_head == teller and h.rule.endswith(TOLD)), None)
    return draft if host is None else msgspec.structs.replace(draft, content=host.content)


def _is_relayed(rule: str) -> bool:
    return rule.endswith(":relayed")


def chosen(drafts: Sequence[Draft]) -> list[Draft]:
    """One draft a cue: overlapping cues go to the weightier, then the longer; what is inside a direct quotation
    of somebody else stays only when it names a source of its own."""
    kept: list[Draft] = []
    taken: set[int] = set()
    described = {i for d in drafts if d.source for i in range(*d.source) if i != d.source_head}
    for draft in sorted(drafts, key=lambda d: (-d.weight, -sum(b - a for a, b in d.cue), d.content)):
        words = {i for first, last in draft.cue for i in range(first, last)}
        if words & taken or (draft.cue_head in described and draft.rule.endswith(MINOR)):
            continue
        taken |= words
        kept.append(draft)
    return sorted(kept, key=lambda d: (min((*d.cue, *d.content))[0], d.rule))


def nested(
    parse: Parse, lexicon: ReportingLexicon, quotations: Quotations, mentions: Sequence[AttributionMention]
) -> tuple[AttributionMention, ...]:
    """The mentions with `within` set to the smallest other content that holds their cue.

    Inside another's content only speech of a third party stays: what the speaker says of his own saying is his.
    """
    parents = [_parent(mentions, k) for k in range(len(mentions))]
    keep = [
        k
        for k, m in enumerate(mentions)
        if (above := parents[k]) is None
        or _third_party(parse, lexicon, quotations, m)
        or (lexicon.narrated(mentions[above].rule) and m.cue_head is not None and grammar.fronted(parse, m.cue_head))
    ]
    place = {k: n for n, k in enumerate(keep)}
    out: list[AttributionMention] = []
    for k in keep:
        above = parents[k]
        while above is not None and above not in place:
            above = parents[above]
        out.append(msgspec.structs.replace(mentions[k], within=None if above is None else place[above]))
    return tuple(out)


def _parent(mentions: Sequence[AttributionMention], k: int) -> int | None:
    if not mentions[k].cue:
        return None
    if _is_relayed(mentions[k].rule):
        near = range(max(0, k - NEAR), min(len(mentions), k + NEAR))
        return next((j for j in near if j != k and mentions[j].content == mentions[k].content), None)
    first = mentions[k].cue[0][0]
    size = sum(b - a for a, b in mentions[k].content)
    holders = [
        (held, j)
        for j in range(max(0, k - NEAR), min(len(mentions), k + NEAR))
        if j != k and covers(mentions[j].content, first) and (held := sum(b - a for a, b in mentions[j].content)) > size
    ]
    return min(holders)[1] if holders else None


def _third_party(parse: Parse, lexicon: ReportingLexicon, quotations: Quotations, mention: AttributionMention) -> bool:
    if _is_relayed(mention.rule):
        return True
    frame = mention.rule.partition(":")[2]
    if not lexicon.nested(mention.rule) or frame not in ("clause", "quote", "infinitive"):
        return False
    if mention.cue_head is None or parse.words[mention.cue_head].tag == "VB":
        return False
    if mention.source_head is None:
        return (
            mention.rule.endswith(":clause")
            and parse.words[mention.cue_head].pos != "NOUN"
            and quotations.at(mention.cue_head) is None
        )
    source = parse.words[mention.source_head]
    return source.pos == "PROPN" or (source.pos == "NOUN" and quotations.at(source.i) is None)

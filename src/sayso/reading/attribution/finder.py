"""All finders over one parse, each word visited once."""

from sayso.lexicon.reporting import ReportingLexicon
from sayso.model.flow import AttributionMention, Parse
from sayso.model.record import Mode, SpeakerKind
from sayso.reading.attribution import (
    asides,
    direct,
    grammar,
    headings,
    nominal,
    phrases,
    quotes,
    settle,
    telling,
    verbs,
)
from sayso.reading.attribution.draft import Draft
from sayso.reading.attribution.quotes import Quotations


def find(parse: Parse, lexicon: ReportingLexicon) -> tuple[AttributionMention, ...]:
    """The attributions of a document, in the order of their first words."""
    quotations = quotes.find(parse)
    drafts = _drafts(parse, lexicon, quotations)
    drafts = direct.find(parse, lexicon, quotations, drafts)
    drafts = asides.cut(parse, lexicon, drafts)
    kept = [d for draft in drafts if (d := settle.unclashed(parse, settle.completed(draft, quotations))) is not None]
    kept = [draft for draft in kept if not _withholds_name(parse, lexicon, draft)]
    kept = settle.chosen(settle.relayed(parse, settle.trimmed(parse, kept)))
    return settle.nested(parse, lexicon, quotations, [_mention(parse, lexicon, quotations, draft) for draft in kept])


def _withholds_name(parse: Parse, lexicon: ReportingLexicon, draft: Draft) -> bool:
    """ "Declined to be named" says something of the source, not of the world."""
    first, last = draft.content[0]
    return draft.rule.endswith(":infinitive") and last - first <= 4 and parse.words[last - 1].lower in lexicon.anonymity


def _drafts(parse: Parse, lexicon: ReportingLexicon, quotations: Quotations) -> list[Draft]:
    found: list[Draft] = []
    for word in parse.words:
        draft = telling.told(parse, lexicon, word) or phrases.phrase(parse, lexicon, word)
        if draft is not None:
            pass
        elif grammar.is_verb(word):
            draft = verbs.find(parse, lexicon, word)
        elif word.pos in ("NOUN", "PROPN"):
            draft = nominal.noun(parse, lexicon, word)
        elif word.pos in ("ADJ", "ADP"):
            draft = nominal.adjective(parse, lexicon, word)
        elif word.text == ":":
            draft = phrases.stated(parse, lexicon, word)
        if draft is None and word.lemma in headings.TRIGGERS:
            draft = headings.heading(parse, lexicon, word)
        if draft is not None:
            found.append(draft)
    return found


def _mention(parse: Parse, lexicon: ReportingLexicon, quotations: Quotations, draft: Draft) -> AttributionMention:
    head = draft.source_head
    if head is not None:
        head = grammar.antecedent(parse, head)
    return AttributionMention(
        source=(draft.source,) if draft.source else (),
        cue=draft.cue,
        content=draft.content,
        source_head=head if head is not None else draft.speaker_of,
        kind=_kind(parse, lexicon, quotations, draft, head),
        mode=_mode(quotations, draft),
        stance=draft.stance,
        rule=draft.rule,
        cue_head=draft.cue_head,
    )


def _mode(quotations: Quotations, draft: Draft) -> Mode:
    if draft.cue_head is not None and quotations.at(draft.cue_head) is not None:
        return "indirect"
    counts = [quotations.counts(first, last) for first, last in draft.content]
    inside, outside = sum(quoted for quoted, _ in counts), sum(plain for _, plain in counts)
    if not inside:
        return "indirect"
    return "direct" if inside >= 9 * outside else "mixed"


def _kind(
    parse: Parse, lexicon: ReportingLexicon, quotations: Quotations, draft: Draft, head: int | None
) -> SpeakerKind:
    if head is None or draft.source is None:
        return "named" if draft.speaker_of is not None else "anonymous"
    word = parse.words[head]
    if word.lower in ("i", "we", "me", "us", "my", "our") and quotations.at(head) is None:
        return "narrator"
    if any(parse.words[i].lower in lexicon.anonymity for i in range(*draft.source)):
        return "anonymous"
    named = any(parse.words[i].pos == "PROPN" for i in grammar.children(parse, head, ("appos",)))
    return "anonymous" if word.lemma in lexicon.anonymous and word.pos != "PROPN" and not named else "named"

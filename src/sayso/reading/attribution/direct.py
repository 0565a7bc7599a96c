"""Quotations and their cues: before, after and around; split and floating quotations as one."""

import msgspec

from sayso.lexicon.reporting import ReportingLexicon
from sayso.model.flow import Parse, TokenRange, Word
from sayso.reading.attribution import grammar, phrases, quotes, unlisted, verbs
from sayso.reading.attribution.draft import Draft
from sayso.reading.attribution.quotes import Quotation, Quotations

INTO = frozenset((",", "?", "!", "-", "—", "–", "―", "--", "...", "…"))
NAMES = frozenset(("NOUN", "PROPN", "PRON"))
# How many quotations of one content are looked at: bounded, for text that quotes without end.
MAX_HELD = 60
MAX_REACH = 30
CALLED = frozenset({"dismiss", "reject", "deny", "brush", "denounce", "deride"})
"""Verbs with "as" behind them: what stands in quotation marks there is a name for what is denied."""
MIN_WORDS = 4


class _Found:
    """The drafts by cue word, while quotations are handed out."""

    def __init__(self, drafts: list[Draft]) -> None:
        self.by_cue: dict[int, Draft] = {d.cue_head: d for d in drafts if d.cue_head is not None}
        self.loose: list[Draft] = [d for d in drafts if d.cue_head is None]

    def give(self, draft: Draft, content: TokenRange) -> Draft:
        """Add a quotation to the draft (to the one known for its cue, if any), and keep it."""
        old = self.by_cue.get(draft.cue_head) if draft.cue_head is not None else None
        before = old.content if old is not None else draft.content
        new = msgspec.structs.replace(draft, content=(*before, content))
        if new.cue_head is not None:
            self.by_cue[new.cue_head] = new
        else:
            self.loose = [*(d for d in self.loose if d is not draft), new]
        return new


def find(parse: Parse, lexicon: ReportingLexicon, quotations: Quotations, drafts: list[Draft]) -> list[Draft]:
    """The drafts with every quotation given to its cue, and drafts for those quotations that had none."""
    found = _Found(drafts)
    for first, last in quotes.blocks(parse):
        turn = phrases.colon(parse, lexicon, first, last)
        if turn is not None and turn.cue_head is not None:
            found.by_cue[turn.cue_head] = turn
    holder = _holders(found, quotations)
    turns = _turns(found, quotations)
    told = _told(parse, found, quotations)
    speaker: Draft | None = None
    for chain in _chains(quotations, turns):
        if chain[0] in turns:
            speaker = turns[chain[0]]
            for k in chain[1:]:
                speaker = found.give(speaker, (quotations.all[k].first, quotations.all[k].last))
            continue
        options = (_given(parse, lexicon, found, quotations.all[k], holder.get(k)) for k in chain)
        given = next((draft for draft in options if draft is not None), None)
        given = given or _carried(parse, lexicon, found, quotations.all[chain[0]], speaker, told)
        if given is not None:
            for k in chain:
                given = found.give(given, (quotations.all[k].first, quotations.all[k].last))
            speaker = given
    return [*found.by_cue.values(), *found.loose]


def _turns(found: _Found, quotations: Quotations) -> dict[int, Draft]:
    """Quotations that hold their own cue, a name and a colon: what a transcript is made of."""
    place = {q.first: k for k, q in enumerate(quotations.all)}
    inside = ((quotations.at(d.cue_head), d) for d in found.by_cue.values() if d.cue_head and d.rule == phrases.TURN)
    return {place[q.first]: d for q, d in inside if q is not None}


def _chains(quotations: Quotations, turns: dict[int, Draft]) -> list[list[int]]:
    """Quotations that go on over paragraphs, together; a new turn starts anew."""
    chains: list[list[int]] = []
    for k, quotation in enumerate(quotations.all):
        if quotation.continues and chains and k not in turns:
            chains[-1].append(k)
        else:
            chains.append([k])
    return chains


def _holders(found: _Found, quotations: Quotations) -> dict[int, Draft]:
    """Which quotations lie (in part) in a content already found from outside of them."""
    holder: dict[int, Draft] = {}
    for draft in found.by_cue.values():
        for first, last in draft.content:
            for k in quotations.over(first, last)[:MAX_HELD]:
                quotation = quotations.all[k]
                if draft.cue_head is None or not quotation.first <= draft.cue_head < quotation.last:
                    holder.setdefault(k, draft)
    return holder


def _given(parse: Parse, lexicon: ReportingLexicon, found: _Found, q: Quotation, holder: Draft | None) -> Draft | None:
    # A fragment inside what somebody is already said to say is theirs, whatever follows it.
    fragment = holder is not None and not _long(parse, q)
    cue = None if fragment else unlisted.signed(parse, q) or _after(parse, lexicon, q)
    cue = cue or (None if holder else _before(parse, lexicon, q))
    if cue is not None:
        return cue
    if holder is not None and holder.cue_head is not None:
        return found.by_cue.get(holder.cue_head, holder)
    return None


def _after(parse: Parse, lexicon: ReportingLexicon, q: Quotation) -> Draft | None:
    """ "...," said X / X said."""
    end = parse.words[q.last - 2].text if q.last - q.first > 2 else ""
    sentence = parse.sentence(q.last - 1)
    last = sentence.last
    start = q.last
    if start >= len(parse.words) or parse.sentence(start).block != q.block:
        return None
    comma = parse.words[start].text == ","
    if start >= last:
        if end == "." or end not in INTO:
            return None
        last = parse.sentence(start).last
    if end not in INTO and not comma:
        return None
    return _verb_near(parse, lexicon, start + comma, min(last, start + MAX_REACH))


def _verb_near(parse: Parse, lexicon: ReportingLexicon, start: int, last: int) -> Draft | None:
    if start < last and parse.words[start].pos in ("CCONJ", "SCONJ") and parse.words[start].lower != "as":
        return None
    for i in range(start, last):
        word = parse.words[i]
        if word.text in quotes.OPENING or word.text in quotes.STRAIGHT:
            return None
        if not _may_quote(parse, lexicon, word):
            if grammar.is_verb(word) and word.dep not in ("relcl", "acl", "amod", "compound") and word.tag != "VBN":
                return unlisted.any_verb(parse, lexicon, word, start)
            continue
        draft = _quoting(parse, lexicon, word, start)
        if draft is not None:
            return draft
    return None


def _may_quote(parse: Parse, lexicon: ReportingLexicon, word: Word) -> bool:
    if not (grammar.is_verb(word) or word.lemma in ("say", "tell", "add")):
        return False
    if word.i + 1 < len(parse.words) and parse.words[word.i + 1].lower == "as" and word.lemma in CALLED:
        return False
    return any("quote" in cue.frames for cue in verbs.cues(parse, lexicon, word)) and word.dep not in (
        "amod",
        "compound",
    )


def _quoting(parse: Parse, lexicon: ReportingLexicon, word: Word, start: int) -> Draft | None:
    """A draft, without content yet, for a verb next to a quotation."""
    match = next((m for m in verbs.matches(parse, lexicon, word) if "quote" in m.cue.frames), None)
    if match is None:
        return None
    source, head = verbs.source_of(parse, word.i)
    if head is None or (start >= 0 and not start <= head < word.i and word.tag != "VBG"):
        near = _noun_near(parse, word.i, start)
        inverted = head is not None and head > word.i
        near = None if inverted and near is not None and near > word.i else near
        if near is not None:
            head = near
            source = grammar.noun_phrase(parse, head, word.i)
    if head is None:
        return None
    group = (grammar.verb_group(parse, word.i)[0], match.tail + 1)
    return Draft((group,), word.i, source, head, (), match.cue.stance, f"{match.cue.entry}:quote", 1.2)


def _noun_near(parse: Parse, v: int, start: int) -> int | None:
    """The noun between the quotation and the verb ("..." X said), else the one right after it ("..." said X)."""
    low = max(start, v - 12)
    before = next((i for i in range(v - 1, low - 1, -1) if parse.words[i].pos in NAMES), None)
    return _topmost(parse, before, low, v) if before is not None else _noun_after(parse, v)


def _topmost(parse: Parse, i: int, low: int, v: int) -> int:
    """The head of the whole noun phrase that word `i` is in, between `low` and the verb."""
    for _ in range(grammar.MAX_CLIMB):
        above = parse.words[i].head
        if above == i or not low <= above < v or parse.words[above].pos not in (*grammar.NOMINAL, "ADP"):
            break
        i = above
    return i


def _noun_after(parse: Parse, v: int) -> int | None:
    last = parse.sentence(v).last
    for i in range(v + 1, min(last, v + 6)):
        word = parse.words[i]
        if word.pos in NAMES and (i + 1 >= last or parse.words[i + 1].pos not in ("NOUN", "PROPN")):
            return i
        if word.pos == "PUNCT":
            return None
    return None


def _before(parse: Parse, lexicon: ReportingLexicon, q: Quotation) -> Draft | None:
    """X said: "..." / X said, "..." / X said "..."."""
    first = parse.sentence(q.first).first
    i = q.first - 1
    if i < 0 or (parse.sentence(i).block != q.block and parse.words[i].text != ":"):
        return None
    leads = parse.words[i].text in (",", ":")
    if first == q.first:
        if parse.words[i].text != ":":
            return None
        first = parse.sentence(i).first
    for k in range(i, max(first, i - MAX_REACH) - 1, -1):
        word = parse.words[k]
        if _may_quote(parse, lexicon, word) and (leads or k >= i - 1):
            draft = _quoting(parse, lexicon, word, -1)
            if draft is not None and ((leads and _long(parse, q)) or k >= i - 1):
                return draft
        if word.text in quotes.CLOSING or word.text in quotes.STRAIGHT:
            return None
    colon = parse.words[i].text == ":" and _long(parse, q)
    return unlisted.before_colon(parse, lexicon, max(first, i - MAX_REACH), i) if colon else None


def _long(parse: Parse, q: Quotation) -> bool:
    words = parse.words[q.first : q.last]
    return len(words) >= MIN_WORDS and (
        any(grammar.is_verb(w) or w.pos == "AUX" for w in words) or words[-2].text in ".!?,"
    )


def _told(parse: Parse, found: _Found, quotations: Quotations) -> dict[int, Draft]:
    """By sentence, the attribution that its main verb makes (the first, where there are several)."""
    told: dict[int, Draft] = {}
    for i in sorted(found.by_cue):
        draft = found.by_cue[i]
        outside = quotations.at(i) is None
        if outside and draft.source_head is not None and draft.rule.endswith((":clause", ":object")):
            told.setdefault(parse.words[i].sentence, draft)
    return told


def _carried(
    parse: Parse,
    lexicon: ReportingLexicon,
    found: _Found,
    q: Quotation,
    speaker: Draft | None,
    told: dict[int, Draft],
) -> Draft | None:
    """A quotation without a cue of its own: said by whom the sentence beside it is about, or by the speaker before."""
    if not _stands_alone(parse, q):
        return None
    before = told.get(parse.words[q.first].sentence - 1)
    if before is not None and _block(parse, before) == q.block:
        return found.by_cue.get(before.cue_head or 0, before)
    if parse.words[q.first].text in quotes.SINGLE_OPENING:
        return None
    if speaker is not None and _ends_before(parse, speaker, q):
        return speaker
    for k in (parse.words[q.first].sentence - 1, parse.words[q.last - 1].sentence + 1):
        beside = _beside(parse, lexicon, k, q)
        if beside is not None:
            source = grammar.noun_phrase(parse, beside, parse.words[beside].head)
            return Draft((), None, source, beside, (), "asserts", "beside:quote", 0.5)
    of = speaker.source_head or speaker.speaker_of if speaker is not None else None
    return None if of is None else _uncued(of)


def _uncued(speaker_of: int) -> Draft:
    return Draft((), None, None, None, (), "asserts", "uncued:quote", 0.5, speaker_of)


def _beside(parse: Parse, lexicon: ReportingLexicon, k: int, q: Quotation) -> int | None:
    """The person that sentence `k` of the same paragraph is about: "The mayor shrugged. 'They shelled us.'" """
    if not 0 <= k < len(parse.sentences) or parse.sentences[k].block != q.block:
        return None
    sentence = parse.sentences[k]
    inside = parse.words[sentence.first : sentence.last]
    if any(word.text in quotes.STRAIGHT or word.text in quotes.OPENING for word in inside):
        return None
    root = next((word.i for word in inside if word.head == word.i), sentence.first)
    subject = grammar.child(parse, root, "nsubj")
    if subject is None or parse.words[root].pos not in ("VERB", "AUX"):
        return None
    word = parse.words[subject]
    known = (word.ent == "PERSON" and word.pos == "PROPN") or word.lower in ("he", "she")
    return subject if known or (word.lemma in lexicon.speakers and word.pos == "NOUN") else None


def _block(parse: Parse, draft: Draft) -> int | None:
    return parse.sentence(draft.cue_head).block if draft.cue_head is not None else None


def _ends_before(parse: Parse, speaker: Draft, q: Quotation) -> bool:
    """Whether the speaker's last words or cue stand in this paragraph or the one before."""
    last = max(b for _, b in (*speaker.content, *speaker.cue, (0, 1)))
    return q.block - parse.sentence(last - 1).block <= 1


def _stands_alone(parse: Parse, q: Quotation) -> bool:
    """A quotation that opens its sentence, or follows a full stop, and says something whole."""
    sentence = parse.sentence(q.first)
    return (sentence.first == q.first or parse.words[q.first - 1].text in ".:;") and _long(parse, q)

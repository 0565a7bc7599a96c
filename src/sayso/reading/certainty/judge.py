"""How surely each event is told: by its holder, and by the sources further out."""

from collections.abc import Iterator, Sequence

import msgspec

from sayso.lexicon.certainty import CertaintyLexicon
from sayso.model.flow import AttributionMention, Judgement, Parse
from sayso.model.record import Certainty, Stance
from sayso.reading import near
from sayso.reading.certainty.climb import WOULD, ancestors, asked_for, down, governor, is_saying, path, would_follow
from sayso.reading.certainty.conditions import Condition, conditions, modal
from sayso.reading.certainty.cues import Found, here, matches
from sayso.reading.certainty.local import none_object, noun_phrase, verb_group
from sayso.reading.certainty.slots import NOUNS, definite, head_of, kids, to_infinitive
from sayso.reading.certainty.state import PLAIN, State, certainty, limit, status, through

PERFECT = frozenset({"had", "has", "have"})
CASES = frozenset({("in", "that", "case"), ("in", "this", "case"), ("in", "such", "a"), ("if", "so", ",")})
CHAIN = 4
SINGULAR = frozenset({"NN", "NNP", "PRP"})
PRESUPPOSING = frozenset({"why", "how", "when"})


def judge(
    parse: Parse, lexicon: CertaintyLexicon, attributions: Sequence[AttributionMention], heads: Sequence[int]
) -> tuple[Judgement, ...]:
    """One judgement for each event head word, as committed to by the innermost of `attributions` around it."""
    reader = _Reader(parse, lexicon, attributions, heads)
    return tuple(reader.judgement(head) for head in heads)


def values(
    parse: Parse, lexicon: CertaintyLexicon, attributions: Sequence[AttributionMention], heads: Sequence[int]
) -> list[float]:
    """The values alone, each in [-3, 3]."""
    return [judgement.value for judgement in judge(parse, lexicon, attributions, heads)]


def by_source(judgement: Judgement, chain: Sequence[AttributionMention]) -> tuple[tuple[Certainty, float], ...]:
    """For each source of a chain (outermost first), how sure of the event that source is.

    The innermost is the holder. A source further out who only passes it on commits to nothing (Uu); one who
    denies what the inner source says has it the other way round, one who doubts it holds it for possibly not so.
    """
    if not chain:
        return ()
    outer = tuple(_outer(judgement, found.stance) for found in chain[:-1])
    return (*outer, (judgement.certainty, judgement.value))


def rejects(found: AttributionMention) -> bool:
    """Whether a source denies something said, by a noun for it: "rejected Baku's claim that ...", "denied a report"."""
    return found.stance == "denies" and found.rule.endswith((":object", ":message"))


def in_scenario(judgement: Judgement) -> Judgement:
    """The same inside a scenario: at most possible, whoever tells it."""
    if judgement.status not in ("happened", "claimed", "planned"):
        return judgement
    value = max(-1.0, min(1.0, judgement.value))
    return msgspec.structs.replace(
        judgement, status="possible", value=value, certainty=certainty(value), rule=f"{judgement.rule}+scenario"
    )


def _outer(judgement: Judgement, stance: Stance) -> tuple[Certainty, float]:
    if stance == "denies":
        value = -judgement.value
    elif stance == "doubts":
        value = -1.0 if judgement.value > 0 else 1.0
    else:
        value = 0.0
    return certainty(value), value


class _Reader:
    """One document's cues and conditions, read once for all its events."""

    def __init__(
        self,
        parse: Parse,
        lexicon: CertaintyLexicon,
        attributions: Sequence[AttributionMention],
        heads: Sequence[int],
    ) -> None:
        self.parse = parse
        self.found: Found = matches(parse, lexicon)
        self.attributions = attributions
        self._said = near.contents(parse, attributions)
        self.heads = frozenset(heads)
        self._conditions: dict[int, tuple[Condition, ...]] = {}

    def judgement(self, head: int) -> Judgement:
        holder = self._holder(head)
        inside = holder.content if holder else ()
        steps = path(self.parse, head, inside)
        state = self._top(steps, holder)
        inherited, directed = state, False
        state = self._at(steps[-1], head, state, holder)
        for step in ancestors(steps):
            event = step.below == head
            inherited, directed = down(self.parse, self.found, step, inherited, state, directed, event)
            state = self._at(step.below, head, inherited, holder)
        state = self._follows(steps, holder, self._supposed(head, state))
        state = self._question(steps, holder, state)
        judgement = _judgement(state, self._holding(steps, holder, state))
        return _denied(judgement) if self._denied_outside(head, holder) else judgement

    def _at(self, i: int, head: int, state: State, holder: AttributionMention | None) -> State:
        """`state` seen through the words at `i` and the conditions that hang on it or open there."""
        state = self._own(i, state, i == head)
        for condition in self._of_sentence(self.parse.words[i].sentence):
            if condition.clause == i and not condition.unmet:
                state = limit(state, "conditional", 0.3, condition.cue, condition.marker)._replace(supposed=True)
            elif self._owns(condition, i, holder) and not self._told(i, i == head):
                state = limit(state, "conditional", 0.6, condition.cue, condition.marker)
        return state

    def _owns(self, condition: Condition, i: int, holder: AttributionMention | None) -> bool:
        """Whether the condition is one of word `i`; one that hangs on "said" is one of what is said."""
        if condition.first <= i < condition.last:
            return False
        first = i
        while self.parse.words[first].dep == "conj" and first > condition.last:
            first = self.parse.words[first].head
        if first != i and condition.last <= first == condition.owner and modal(self.parse, i):
            return True
        if holder is not None and condition.owner == holder.cue_head and self._of_cue(condition, i, holder):
            return True
        if holder is None:
            return condition.owner == i or self._carried(condition, i)
        if not any(first <= condition.first < last for first, last in holder.content):
            return False
        if self._carried(condition, i):
            return True
        if condition.owner != holder.cue_head:
            return condition.owner == i
        return holder.cue_head in (self.parse.words[i].head, i) or self.parse.words[holder.cue_head].head == i

    def _of_cue(self, condition: Condition, i: int, holder: AttributionMention) -> bool:
        """ "Promised to resign if ...": what is said may be taken to end before its condition.

        "Sanctions will follow, he said, if ...": what hangs on the cue after it is a condition of what is said.
        """
        cue = condition.owner
        if self._carried(condition, i):
            return modal(self.parse, i) or to_infinitive(self.parse, i)
        hung = i < cue < condition.first and self.parse.words[i].head == cue
        return hung and modal(self.parse, i) and holder.mode == "indirect"

    def _follows(self, steps: list[int], holder: AttributionMention | None, state: State) -> State:
        """What would follow: from an act that is its subject, or from a condition in the sentence before."""
        if "would" not in state.cues and "will" not in state.cues:
            return state
        if "conditional" in state.lights:
            return state
        words, i = self.parse.words, steps[0]
        if "would" in state.cues and would_follow(self.parse, i):
            for c in kids(self.parse, i):
                told = words[c].dep == "nsubj" and (c not in self.heads or definite(self.parse, c))
                if c < i and words[c].dep in ("nsubj", "csubj") and not told:
                    return limit(state, "conditional", 1.1, "would-follow", None)
        if self._goes_on(words[i].sentence, i, holder, "would" in state.cues):
            return limit(state, "conditional", 1.0, "follows", None)
        return state

    def _goes_on(self, index: int, i: int, holder: AttributionMention | None, would: bool) -> bool:
        """Whether the sentence of word `i` goes on from a condition: "If Russia takes it ... It would then attack"."""
        words, sentences = self.parse.words, self.parse.sentences
        first = sentences[index].first
        opening = tuple(words[k].lower for k in range(first, min(first + 3, sentences[index].last)))
        then = opening[:1] == ("then",) or opening in CASES
        said = holder is not None and first <= (holder.cue_head or first) < i and holder.mode == "indirect"
        if (said and not then) or not (would or then):
            return False
        for back in range(index - 1, max(index - CHAIN, 0) - 1, -1):
            before = sentences[back]
            between = self.parse.document.text[words[before.last - 1].start : words[before.last].start]
            if before.section != sentences[index].section or "\n\n" in between:
                return False
            if any(not self._told(c.owner, False) for c in self._of_sentence(back)) or self._supposing(back):
                return True
            if not any(words[k].lower in WOULD for k in range(before.first, before.last)):
                return False
        return False

    def _supposing(self, index: int) -> bool:
        """Whether a sentence opens with "Suppose", "Imagine"."""
        first = self.parse.sentences[index].first
        return any(m.cue.id == "suppose" for m in here(self.found, first, "governor"))

    def _told(self, i: int, event: bool) -> bool:
        """Whether verb `i` is told as past, so that only what it says or offers is conditional."""
        words = self.parse.words
        below = kids(self.parse, i)
        past = words[i].tag == "VBD" or (words[i].tag == "VBN" and any(words[c].lower in PERFECT for c in below))
        if not past or any(words[c].tag == "MD" for c in below):
            return False
        return event or any(words[c].dep in ("ccomp", "xcomp") for c in below)

    def _carried(self, condition: Condition, i: int) -> bool:
        """Whether word `i` is the clause under a past verb on which the condition hangs: "said it would ... if"."""
        words = self.parse.words
        clause = words[i].dep in ("ccomp", "xcomp") and words[i].head == condition.owner
        return clause and not condition.first <= i < condition.last and self._told(condition.owner, False)

    def _supposed(self, head: int, state: State) -> State:
        """An event inside a condition whose clause the tree does not show."""
        for condition in self._of_sentence(self.parse.words[head].sentence):
            lost = condition.clause < condition.first or condition.clause == condition.marker[0]
            if lost and condition.first <= head < condition.last:
                state = limit(state, "conditional", 0.3, condition.cue, condition.marker)._replace(supposed=True)
        return state

    def _holding(self, steps: list[int], holder: AttributionMention | None, state: State) -> tuple[Condition, ...]:
        """The conditions that hold for the event of `steps`, if its state is still conditional."""
        if "conditional" not in state.lights:
            return ()
        sentence = self._of_sentence(self.parse.words[steps[0]].sentence)
        return tuple(c for c in sentence if any(self._owns(c, i, holder) for i in steps))

    def _holder(self, head: int) -> AttributionMention | None:
        """The innermost attribution whose content holds the word.

        One that names nobody ("claims that", "reports of") is left to the cues: they say whether it is denied.
        """
        best: AttributionMention | None = None
        above, tree = head_of(self.parse, head), self.parse.words[head].head
        size = 0
        for found in self._around(head):
            unnamed = not found.source and found.mode != "direct"
            if found.mode == "indirect" and above != tree and not any(a <= above < b for a, b in found.content):
                continue
            if found.kind != "narrator" and not unnamed and any(first <= head < last for first, last in found.content):
                width = sum(last - first for first, last in found.content)
                if best is None or width < size:
                    best, size = found, width
        return best

    def _denied_outside(self, head: int, holder: AttributionMention | None) -> bool:
        """Whether a source further out denies that the holder says so: "denied that Baku had claimed it fired".

        Where it denies what the holder claims, the two differ, and the holder still claims it.
        """
        return holder is not None and any(
            found.stance == "denies" and found is not holder and found.mode == "indirect" and not rejects(found)
            and any(first <= head < last for first, last in found.content)
            and any(first <= holder.content[0][0] < last for first, last in found.content)
            for found in self._around(head)
        )  # fmt: skip

    def _around(self, head: int) -> Iterator[AttributionMention]:
        """The attributions with content in the word's sentence, in order: no other can hold it."""
        return (self.attributions[k] for k in self._said.at(head))

    def _top(self, steps: list[int], holder: AttributionMention | None) -> State:
        """What the holder's own cue makes of the content: a denial, a demand, a promise, a question."""
        if holder is None:
            return PLAIN
        below, above = steps[-1], head_of(self.parse, steps[-1])
        cue_words = {holder.cue_head, *(k for first, last in holder.cue for k in range(first, last))}
        if above not in cue_words and self.parse.words[above].dep == "prep":
            below, above = above, self.parse.words[above].head
        if asked_for(self.parse, steps[-1]):
            return PLAIN._replace(granted=True)
        if above != below and above in cue_words and holder.mode != "direct":
            match = governor(self.parse, self.found, above, below)
            if match is None and self.parse.words[above].dep == "prep":
                over = self.parse.words[above].head
                match = governor(self.parse, self.found, over, above)
                if match is not None:
                    below, above = above, over
            told = below == steps[0] and is_saying(self.parse, self.found, below)
            if match is not None and match.cue.speech and told:
                return PLAIN
            own = self._own(above, PLAIN, False)
            own = own._replace(negative=own.negative != self._refused(above, cue_words))
            negative = own.negative
            if holder.stance == "doubts" and not negative:
                return _stance(holder.stance)
            if match is not None and match.cue.gives != "claimed":
                state = through(own, match.cue, (match.first, match.last))
                return state._replace(granted=match.cue.gives == "presupposed")
            if negative:
                return limit(PLAIN, "possible", 0.5, "not-said", (above, above + 1))
        if holder.mode == "direct":
            return PLAIN
        return _stance(holder.stance)

    def _refused(self, i: int, cue_words: set[int | None]) -> bool:
        """Whether the saying itself is refused: "refused to rule out", "declined to deny"."""
        above = head_of(self.parse, i)
        match = governor(self.parse, self.found, above, i) if above != i and above in cue_words else None
        return match is not None and match.cue.gives == "denied"

    def _own(self, i: int, state: State, event: bool) -> State:
        """`state` seen through the words at `i` itself."""
        word = self.parse.words[i]
        if word.pos in NOUNS:
            state = noun_phrase(self.parse, self.found, i, state)
            return verb_group(self.parse, self.found, i, state) if word.dep in ("ROOT", "ccomp") else state
        if word.pos in ("VERB", "AUX", "ADJ") or word.tag[:2] == "VB":
            state = verb_group(self.parse, self.found, i, state)
            if event and any(self.parse.words[c].dep in ("det", "amod", "poss") for c in kids(self.parse, i)):
                state = noun_phrase(self.parse, self.found, i, state)
            none = none_object(self.parse, i) if event and not state.negative else None
            if none is not None:
                state = limit(state, "denied", 3.0, "no-object", (none, none + 1))
            state = self._subjunctive(i, self._marked(i, state))
            return self._bare(i, state, event)
        return state

    def _marked(self, i: int, state: State) -> State:
        """Markers that open the clause without making it a condition: "whether", "as if"."""
        for c in kids(self.parse, i):
            if c < i and self.parse.words[c].dep in ("mark", "advmod", "preconj", "dep", "prep"):
                match = next(here(self.found, c, "marker"), None)
                if match is not None and match.cue.gives != "same":
                    sure = match.cue.strength()
                    state = limit(state, match.cue.gives, sure, match.cue.id, (match.first, match.last))
        return state

    def _subjunctive(self, i: int, state: State) -> State:
        """ "Insisted that the army leave": a bare verb under "that" says what ought to be."""
        words = self.parse.words
        if words[i].tag != "VB" or words[i].dep != "ccomp":
            return state
        below = kids(self.parse, i)
        if any(words[c].dep == "aux" for c in below) or not any(words[c].lower == "that" for c in below):
            return state
        subject = next((c for c in below if words[c].dep in ("nsubj", "nsubjpass")), None)
        return (
            state
            if subject is None or words[subject].tag not in SINGULAR
            else limit(state, "judged", 0.49, "subjunctive", None)
        )

    def _bare(self, i: int, state: State, event: bool) -> State:
        """Infinitives and imperatives without a governor: "Minister to visit Rome" (a headline), "Release him!"."""
        word = self.parse.words[i]
        opens = i == 0 or self.parse.words[i - 1].pos == "PUNCT"
        below = [self.parse.words[c] for c in kids(self.parse, i)]
        if word.tag == "VB" and word.dep == "ccomp" and not opens and word.head > i:
            # "Iran to resume inspections, agency says".
            opens = any(w.dep == "nsubj" for w in below) and any(w.lower == "to" and w.dep == "aux" for w in below)
        if word.tag != "VB" or not (word.dep == "ROOT" or (word.dep in ("ccomp", "parataxis") and opens)):
            return state
        if any(w.dep == "aux" and w.lower == "to" for w in below):
            return limit(state, "planned", 2.0, "headline-infinitive", None)
        over = next(here(self.found, i, "governor"), None)
        ordered = over is None or event or over.cue.id == "let"
        if any(w.lower == "do" and w.i < i for w in below) and any(w.dep == "neg" for w in below):
            below = [w for w in below if w.lower != "do"]
        if not any(w.dep in ("nsubj", "nsubjpass", "aux", "expl") for w in below) and ordered:
            return limit(state, "judged", 0.5, "imperative", None)
        return state

    def _of_sentence(self, index: int) -> tuple[Condition, ...]:
        if index not in self._conditions:
            self._conditions[index] = conditions(self.parse, self.found, self.parse.sentences[index])
        return self._conditions[index]

    def _question(self, steps: list[int], holder: AttributionMention | None, state: State) -> State:
        """A question commits nobody to its main clause; "why", "how" and "when" take it for granted."""
        sentence = self.parse.sentence(steps[0])
        words = self.parse.words
        end = sentence.last - 1
        while end > sentence.first and words[end].lower in ('"', "''", "”", "’", "'", ")"):
            end -= 1
        if words[end].lower != "?" or "presupposed" in state.cues:
            return state
        if holder is not None and not any(first <= end <= last for first, last in holder.content):
            return state
        if any(words[k].lower == ";" for k in range(steps[0], end)):
            return state
        opening = {words[k].lower for k in range(sentence.first, min(sentence.first + 3, sentence.last))}
        if opening & PRESUPPOSING and not state.lights:
            return state
        return limit(state, "possible", 0.5, "question", (end, end + 1))


def _stance(stance: Stance) -> State:
    if stance == "denies":
        return limit(PLAIN, "denied", 2.6, "stance-denies", None)
    if stance == "demands":
        return limit(PLAIN, "judged", 0.4, "stance-demands", None)
    if stance == "promises":
        return limit(PLAIN, "planned", 1.8, "stance-promises", None)
    if stance == "asks":
        return limit(PLAIN, "possible", 0.4, "stance-asks", None)
    if stance == "doubts":
        return limit(PLAIN, "possible", 0.6, "stance-doubts", None)
    return PLAIN


def _denied(judgement: Judgement) -> Judgement:
    if judgement.status not in ("happened", "claimed"):
        return judgement
    return msgspec.structs.replace(judgement, status="denied", rule=f"{judgement.rule}+denied-outside")


def _judgement(state: State, found: Sequence[Condition]) -> Judgement:
    value = round(state.value, 3)
    return Judgement(
        certainty(value), value, status(state), "+".join(state.cues) or "plain",
        tuple((c.first, c.last) for c in found), state.tokens, state.granted,
    )  # fmt: skip

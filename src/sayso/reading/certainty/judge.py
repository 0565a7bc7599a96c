"""How surely each event is told: by its holder, and by the sources further out."""

from collections.abc import Iterator, Sequence

import msgspec

from sayso.lexicon.certainty import CertaintyLexicon
from sayso.model.flow import AttributionMention, Judgement, Parse
from sayso.model.record import Certainty, Stance
from sayso.reading import near
from sayso.reading.certainty.climb import ancestors, down, governor, is_saying, path
from sayso.reading.certainty.conditions import Condition, conditions
from sayso.reading.certainty.cues import Found, here, matches
from sayso.reading.certainty.local import noun_phrase, verb_group
from sayso.reading.certainty.slots import NOUNS, head_of, kids
from sayso.reading.certainty.state import PLAIN, State, certainty, limit, status, through

PERFECT = frozenset({"had", "has", "have"})
PRESUPPOSING = frozenset({"why", "how", "when"})


def judge(
    parse: Parse, lexicon: CertaintyLexicon, attributions: Sequence[AttributionMention], heads: Sequence[int]
) -> tuple[Judgement, ...]:
    """One judgement for each event head word, as committed to by the innermost of `attributions` around it."""
    reader = _Reader(parse, lexicon, attributions)
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

    def __init__(self, parse: Parse, lexicon: CertaintyLexicon, attributions: Sequence[AttributionMention]) -> None:
        self.parse = parse
        self.found: Found = matches(parse, lexicon)
        self.attributions = attributions
        self._said = near.contents(parse, attributions)
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
        state = self._question(steps, holder, self._supposed(head, state))
        judgement = _judgement(state, self._holding(steps, holder, state))
        return _denied(judgement) if self._denied_outside(head, holder) else judgement

    def _at(self, i: int, head: int, state: State, holder: AttributionMention | None) -> State:
        """`state` seen through the words at `i` and the conditions that hang on it or open there."""
        state = self._own(i, state, i == head)
        for condition in self._of_sentence(self.parse.words[i].sentence):
            if condition.clause == i:
                state = limit(state, "conditional", 0.3, condition.cue, condition.marker)._replace(supposed=True)
            elif self._owns(condition, i, holder) and not self._told(i, i == head):
                state = limit(state, "conditional", 0.6, condition.cue, condition.marker)
        return state

    def _owns(self, condition: Condition, i: int, holder: AttributionMention | None) -> bool:
        """Whether the condition is one of word `i`; one that hangs on "said" is one of what is said."""
        if condition.first <= i < condition.last:
            return False
        if holder is None:
            return condition.owner == i or self._carried(condition, i)
        if not any(first <= condition.first < last for first, last in holder.content):
            return False
        if self._carried(condition, i):
            return True
        if condition.owner != holder.cue_head:
            return condition.owner == i
        return holder.cue_head in (self.parse.words[i].head, i) or self.parse.words[holder.cue_head].head == i

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
        if above != below and above in cue_words and holder.mode != "direct":
            match = governor(self.parse, self.found, above, below)
            told = below == steps[0] and is_saying(self.parse, self.found, below)
            if match is not None and match.cue.speech and told:
                return PLAIN
            negative = self._own(above, PLAIN, False).negative
            if holder.stance == "doubts" and not negative:
                return _stance(holder.stance)
            if match is not None and match.cue.gives != "claimed":
                state = through(self._own(above, PLAIN, False), match.cue, (match.first, match.last))
                return state._replace(granted=match.cue.gives == "presupposed")
            if negative:
                return limit(PLAIN, "possible", 0.5, "not-said", (above, above + 1))
        if holder.mode == "direct":
            return PLAIN
        return _stance(holder.stance)

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
            state = self._marked(i, state)
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

    def _bare(self, i: int, state: State, event: bool) -> State:
        """Infinitives and imperatives without a governor: "Minister to visit Rome" (a headline), "Release him!"."""
        word = self.parse.words[i]
        opens = i == 0 or self.parse.words[i - 1].pos == "PUNCT"
        if word.tag != "VB" or not (word.dep == "ROOT" or (word.dep in ("ccomp", "parataxis") and opens)):
            return state
        below = [self.parse.words[c] for c in kids(self.parse, i)]
        if any(w.dep == "aux" and w.lower == "to" for w in below):
            return limit(state, "planned", 2.0, "headline-infinitive", None)
        over = next(here(self.found, i, "governor"), None)
        if not any(w.dep in ("nsubj", "nsubjpass", "aux", "expl") for w in below) and (over is None or event):
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

"""What is under a condition: in its clause, in what it is a condition of, in the sentence that goes on from it."""

from sayso.model.flow import AttributionMention, Parse
from sayso.reading.certainty.clauses import Condition, modal
from sayso.reading.certainty.conditions import conditions
from sayso.reading.certainty.cues import Found, here
from sayso.reading.certainty.relations import RESPONSES, WOULD, would_follow
from sayso.reading.certainty.slots import definite, kids, to_infinitive
from sayso.reading.certainty.state import State, limit

CONSEQUENCE = frozenset({
    "plunge", "trigger", "spark", "provoke", "lead", "mean", "cause", "unleash", "embolden",
    "prompt", "compel", "oblige", "tempt",
})  # fmt: skip
"""Verbs by which one thing follows from another."""
PERFECT = frozenset({"had", "has", "have"})
CASES = frozenset({
    ("in", "that", "case"), ("in", "this", "case"), ("in", "such", "a"), ("if", "so", ","), ("in", "that", "event"),
    ("if", "not", ","), ("failing", "that", ","), ("in", "which", "case"),
})  # fmt: skip
CHAIN = 4


class Suppositions:
    """The conditions of one document, read once for all its events. `heads`: the words of its events."""

    def __init__(self, parse: Parse, found: Found, heads: frozenset[int]) -> None:
        self.parse = parse
        self.found = found
        self.heads = heads
        self._conditions: dict[int, tuple[Condition, ...]] = {}

    def at(self, i: int, head: int, state: State, holder: AttributionMention | None) -> State:
        """`state` seen through the conditions that hang on word `i` or open there."""
        for condition in self._of_sentence(self.parse.words[i].sentence):
            if condition.clause == i and not condition.unmet:
                state = limit(state, "conditional", 0.3, condition.cue, condition.marker)._replace(supposed=True)
            elif self._owns(condition, i, holder) and not self._told(i, i == head):
                state = limit(state, "conditional", 0.6, condition.cue, condition.marker)
        return state

    def supposed(self, head: int, state: State, holder: AttributionMention | None = None) -> State:
        """An event inside a condition whose clause the tree does not show, or told by whom the condition names: "if
        Oslo wants to leave"."""
        cue = holder.cue_head if holder is not None and holder.mode == "indirect" else None
        for condition in self._of_sentence(self.parse.words[head].sentence):
            lost = condition.clause < condition.first or condition.clause == condition.marker[0]
            lost = lost or (cue is not None and condition.first <= cue < condition.last and not condition.unmet)
            if lost and condition.first <= head < condition.last:
                state = limit(state, "conditional", 0.3, condition.cue, condition.marker)._replace(supposed=True)
        return state

    def holding(self, steps: list[int], holder: AttributionMention | None, state: State) -> tuple[Condition, ...]:
        """The conditions that hold for the event of `steps`, if its state is still conditional."""
        if "conditional" not in state.lights:
            return ()
        sentence = self._of_sentence(self.parse.words[steps[0]].sentence)
        return tuple(c for c in sentence if any(self._owns(c, i, holder) for i in steps))

    def follows(self, steps: list[int], holder: AttributionMention | None, state: State) -> State:
        """What would follow: from an act that is its subject, or from a condition in the sentence before."""
        if "would" not in state.cues and "will" not in state.cues:
            return state
        if "conditional" in state.lights:
            return state
        words, i = self.parse.words, steps[0]
        if "would" in state.cues and any(words[k].lemma in CONSEQUENCE and would_follow(self.parse, k) for k in steps):
            return limit(state, "conditional", 1.1, "would-follow", None)
        if "would" in state.cues and would_follow(self.parse, i):
            for c in kids(self.parse, i):
                told = words[c].dep[:5] == "nsubj" and (c not in self.heads or definite(self.parse, c))
                answered = words[c].dep == "nsubjpass" and words[i].lemma in RESPONSES
                if c < i and (words[c].dep in ("nsubj", "csubj") or answered) and not told:
                    return limit(state, "conditional", 1.1, "would-follow", None)
        if self._goes_on(words[i].sentence, i, holder, "would" in state.cues):
            return limit(state, "conditional", 1.0, "follows", None)
        return state

    def _goes_on(self, index: int, i: int, holder: AttributionMention | None, would: bool) -> bool:
        """Whether the sentence of word `i` goes on from a condition: "If Russia takes it ... It would then attack"."""
        words, sentences = self.parse.words, self.parse.sentences
        first = sentences[index].first
        opening = tuple(words[k].lower for k in range(first, min(first + 3, sentences[index].last)))
        if (opening[:2] == ("only", "then") or opening in CASES) and modal(self.parse, i):
            return True
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
        """Whether a sentence opens with "Suppose", "Imagine", or but names what may come: "An attack on the dam?"."""
        first, last = self.parse.sentences[index].first, self.parse.sentences[index].last
        words = self.parse.words
        if words[last - 1].text == "?" and not any(words[k].pos in ("VERB", "AUX") for k in range(first, last)):
            return any(k in self.heads for k in range(first, last))
        # "An invasion would unite them against us. It would ...".
        acts = (k for k in self.heads if first <= k < last and words[k].dep in ("nsubj", "csubj"))
        if any(would_follow(self.parse, words[k].head) and not definite(self.parse, k) for k in acts):
            return True
        return any(m.cue.id == "suppose" for m in here(self.found, first, "governor"))

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
        if not any(first <= condition.first <= last for first, last in holder.content):
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
        cue, above = condition.owner, self.parse.words[self.parse.words[i].head]
        under = above.i == cue or (above.dep == "acomp" and above.head == cue)
        if under and cue < i and self.parse.words[i].dep in ("ccomp", "xcomp"):
            return modal(self.parse, i) or to_infinitive(self.parse, i)
        hung = i < cue < condition.first and self.parse.words[i].head == cue
        return hung and modal(self.parse, i) and holder.mode == "indirect"

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

    def _of_sentence(self, index: int) -> tuple[Condition, ...]:
        if index not in self._conditions:
            self._conditions[index] = conditions(self.parse, self.found, self.parse.sentences[index])
        return self._conditions[index]

"""How surely each event is told by its holder."""

from collections.abc import Container, Iterator, Sequence

import msgspec

from sayso.lexicon.certainty import CertaintyLexicon
from sayso.model.flow import AttributionMention, Judgement, Parse
from sayso.model.record import Stance
from sayso.reading import near
from sayso.reading.certainty.clauses import Condition
from sayso.reading.certainty.climb import ancestors, asked_for, down, path
from sayso.reading.certainty.cues import Found, Match, here, matches
from sayso.reading.certainty.governors import governor, is_saying
from sayso.reading.certainty.own import own
from sayso.reading.certainty.question import question
from sayso.reading.certainty.slots import definite, head_of, kids, to_infinitive
from sayso.reading.certainty.sources import rejects
from sayso.reading.certainty.state import PLAIN, State, certainty, limit, status, through
from sayso.reading.certainty.suppositions import Suppositions
from sayso.reading.certainty.unmet import unmet
from sayso.reading.certainty.verdict import told_so, verdict

AIMS = frozenset({"purpose", "to-do"})
VOTING = frozenset({"vote"})
ADMITTING = frozenset({"admit", "acknowledge", "concede", "regret"})
TELLING = "tell-how"
PLOTTING = frozenset({"plan", "plot", "contemplate", "envisage"})
TENSED = frozenset({"VBD", "VBN", "VBZ", "VBP", "VBG"})


def judge(
    parse: Parse,
    lexicon: CertaintyLexicon,
    attributions: Sequence[AttributionMention],
    heads: Sequence[int],
    spoken: Container[int] = (),
    agreed: Container[int] = (),
) -> tuple[Judgement, ...]:
    """One judgement for each event head word, as committed to by the innermost of `attributions` around it.

    `spoken`: the heads of acts done in words (to accuse, to demand): who rose to accuse has accused.
    `agreed`: the heads of agreements and promises: who but plans to do something has promised nothing yet.
    """
    reader = _Reader(parse, lexicon, attributions, heads, spoken, agreed)
    return tuple(reader.judgement(head) for head in heads)


def values(
    parse: Parse, lexicon: CertaintyLexicon, attributions: Sequence[AttributionMention], heads: Sequence[int]
) -> list[float]:
    """The values alone, each in [-3, 3]."""
    return [judgement.value for judgement in judge(parse, lexicon, attributions, heads)]


class _Reader:
    """One document's cues and conditions, read once for all its events."""

    def __init__(
        self,
        parse: Parse,
        lexicon: CertaintyLexicon,
        attributions: Sequence[AttributionMention],
        heads: Sequence[int],
        spoken: Container[int],
        agreed: Container[int],
    ) -> None:
        self.parse = parse
        self.found: Found = matches(parse, lexicon)
        self.attributions = attributions
        self.spoken = spoken
        self.agreed = agreed
        self._said = near.contents(parse, attributions)
        self._under = Suppositions(parse, self.found, frozenset(heads))

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
        if head in self.spoken and self._spoken_there(head, state):
            state = PLAIN
        if head in self.agreed or self._plots(head):
            state = self._intended(head, state)
        state = self._under.follows(steps, holder, self._under.supposed(head, state, holder))
        state = verdict(self.parse, self.found, steps, question(self.parse, steps, holder, state))
        state = unmet(self.parse, self.found, steps, told_so(self.parse, self.found, steps, state))
        if holder is None and state is PLAIN and self._put_by_nobody(head, steps):
            state = limit(state, "claimed", 1.8, "said-by-nobody", None)
        judgement = _judgement(state, self._under.holding(steps, holder, state))
        return _denied(judgement) if self._denied_outside(head, holder) else judgement

    def _put_by_nobody(self, head: int, steps: list[int]) -> bool:
        """Whether a saying without a speaker is put into the clause: "the militia, it is claimed, burned them"."""
        return any(
            not found.source and found.mode == "indirect" and found.stance == "asserts" and len(found.content) > 1
            and found.cue_head is not None and self.parse.words[found.cue_head].pos in ("VERB", "AUX")
            and found.cue_head not in steps and any(first <= head < last for first, last in found.content)
            for found in self._around(head)
        )  # fmt: skip

    def _spoken_there(self, head: int, state: State) -> bool:
        """Whether the purpose of what was done was to say it: "rose to accuse", "voted to demand"."""
        if len(state.cues) != 1 or state.negative or not to_infinitive(self.parse, head):
            return False
        while self.parse.words[head].dep == "conj":
            head = self.parse.words[head].head
        above = self.parse.words[head_of(self.parse, head)]
        tensed = above.tag in TENSED and not any(self.parse.words[c].tag == "MD" for c in kids(self.parse, above.i))
        return tensed and (state.cues[0] in AIMS or above.lemma in VOTING)

    def _intended(self, head: int, state: State) -> State:
        """`state` of a promise that is but an intention ("plans to", "is ready to"), or of an act told by its plan
        ("was plotting an attack")."""
        plots, over = self._plots(head), here(self.found, head, "governor")
        match = next((m for m in over if m.cue.mental or (plots and m.cue.gives == "planned")), None)
        if match is None or state.lights - {"claimed"}:
            return state
        return limit(state, match.cue.gives, match.cue.strength(), match.cue.id, (match.first, match.last))

    def _plots(self, head: int) -> bool:
        """ "Was plotting an attack": the verb of an act that is but planned."""
        words = self.parse.words
        verb = words[head].lemma in PLOTTING and words[head].pos == "VERB"
        return verb and any(words[c].dep == "dobj" and not definite(self.parse, c) for c in kids(self.parse, head))

    def _at(self, i: int, head: int, state: State, holder: AttributionMention | None) -> State:
        """`state` seen through the words at `i` and the conditions that hang on it or open there."""
        return self._under.at(i, head, own(self.parse, self.found, i, state, i == head), holder)

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
            return PLAIN._replace(granted=not self._recounted(above))
        if above != below and above in cue_words and holder.mode != "direct":
            match = governor(self.parse, self.found, above, below)
            if match is None and self.parse.words[above].dep == "prep":
                over = self.parse.words[above].head
                match = governor(self.parse, self.found, over, above)
                if match is not None:
                    below, above = above, over
            told = below == steps[0] and is_saying(self.parse, self.found, below)
            if match is not None and ((match.cue.speech and told) or self._convinced(match, above)):
                return PLAIN
            seen = own(self.parse, self.found, above, PLAIN, False)
            seen = seen._replace(negative=seen.negative != self._refused(above, cue_words))
            negative = seen.negative
            if self._beyond_doubt(above, match, seen):
                return PLAIN._replace(granted=True)
            if holder.stance == "doubts" and not negative and (match is None or match.cue.gives != "denied"):
                return _stance(holder.stance)
            if match is not None and match.cue.gives != "claimed" and not self._aside(match, holder, above):
                state = through(seen, match.cue, (match.first, match.last))
                return state._replace(granted=match.cue.gives == "presupposed")
            if negative:
                return limit(PLAIN, "possible", 0.5, "not-said", (above, above + 1))
        if holder.mode == "direct":
            return PLAIN
        return _stance(holder.stance)

    def _aside(self, match: Match, holder: AttributionMention, above: int) -> bool:
        """ "They armed the rebels, she recalled": what is told as an aside takes nothing for granted."""
        told = match.cue.gives == "presupposed" and holder.stance == "asserts" and holder.rule.endswith(":clause")
        return told and holder.content[0][0] < above and self.parse.words[above].lemma not in ADMITTING

    def _convinced(self, match: Match, i: int) -> bool:
        """ "Are convinced that it fired": what they hold, though to convince others is to ask something of them."""
        return match.cue.id == "adamant" and not any(self.parse.words[c].dep == "neg" for c in kids(self.parse, i))

    def _recounted(self, above: int) -> bool:
        """Whether "how" opens what somebody tells: "described how they fired", "boasted of how they fired"."""
        over = (above, self.parse.words[above].head)
        return any(m.cue.id == TELLING for k in over for m in here(self.found, k, "governor"))

    def _beyond_doubt(self, i: int, match: Match | None, seen: State) -> bool:
        """ "Nobody denies that it fired", "little did he know that it fired"."""
        words, first = self.parse.words, self.parse.sentence(i).first
        if words[first].lower == "little" and first + 1 < i and words[first + 1].lower in ("did", "do", "does"):
            return True
        return match is not None and match.cue.speech and "no-subject" in seen.cues

    def _refused(self, i: int, cue_words: set[int | None]) -> bool:
        """Whether the saying itself is refused: "refused to rule out", "declined to deny"."""
        above = head_of(self.parse, i)
        match = governor(self.parse, self.found, above, i) if above != i and above in cue_words else None
        return match is not None and match.cue.gives == "denied"


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

"""What the words so far make of an event: how sure, whether not, and in which light."""

from typing import NamedTuple

from sayso.lexicon.certainty import DEFAULT_VALUE, Cue, Effect
from sayso.model.record import Certainty, Status

FACT = 3.0
LIGHTS: frozenset[Effect] = frozenset({"conditional", "judged", "possible", "planned", "claimed"})


class State(NamedTuple):
    """`sure` (0 to 3) is how certain at most, `negative` that it is told as not so.

    `lights` holds the effects met on the way; `supposed` that the event stands inside a condition itself.
    `cues` are the ids of the cues, outermost first; `tokens` their words. `granted`: the holder's own cue takes it
    for granted.
    """

    sure: float = FACT
    negative: bool = False
    lights: frozenset[Effect] = frozenset()
    supposed: bool = False
    cues: tuple[str, ...] = ()
    tokens: tuple[tuple[int, int], ...] = ()
    granted: bool = False

    @property
    def value(self) -> float:
        """The value in [-3, 3]."""
        return -self.sure if self.negative and self.sure > 0 else self.sure


PLAIN = State()


def limit(state: State, effect: Effect, sure: float, rule: str, tokens: tuple[int, int] | None) -> State:
    """`state` seen through one more cue."""
    if effect in ("same", "happened") and sure >= state.sure and not rule.endswith("-not"):
        return state
    trace = state.cues if rule in state.cues else (*state.cues, rule)
    words = state.tokens if tokens is None or tokens in state.tokens else (*state.tokens, tokens)
    if effect == "presupposed":
        return State(sure, cues=(rule,), tokens=words[-1:] if tokens else ())
    lights = state.lights | {effect} if effect in LIGHTS else state.lights
    negative = state.negative != (effect == "denied")
    return State(min(state.sure, sure), negative, lights, state.supposed, trace, words, state.granted)


def through(state: State, cue: Cue, tokens: tuple[int, int], past: bool = False) -> State:
    """`state` of a governor's argument: where the governor is negated, its own entry says what that makes of it.

    `past`: the governor is in the past tense.
    """
    if not state.negative and past and cue.past is not None and not state.lights:
        return limit(state, cue.past, FACT, cue.id, tokens)
    if not state.negative:
        return limit(state, cue.gives, cue.strength(), cue.id, tokens)
    bare = state._replace(negative=False)
    if cue.negated is not None:
        sure = DEFAULT_VALUE[cue.negated] if cue.negated_value is None else cue.negated_value
        return limit(bare, cue.negated, sure, f"not-{cue.id}", tokens)
    if cue.gives == "denied":
        return limit(bare, "happened", FACT, f"not-{cue.id}", tokens)
    if cue.gives == "presupposed":
        return limit(bare, "presupposed", cue.strength(), cue.id, tokens)
    if cue.gives in ("same", "happened"):
        return limit(state, "same", cue.strength(), cue.id, tokens)
    return limit(bare, cue.gives, min(cue.strength(), 1.0), f"not-{cue.id}", tokens)


def status(state: State) -> Status:
    """The first that fits: denied, conditional, judged, possible, planned, claimed, happened."""
    lights = state.lights
    if state.negative and not state.supposed and not lights & {"judged", "possible"}:
        return "conditional" if "counterfactual" in state.cues else "denied"
    for light in ("conditional", "judged", "possible", "planned", "claimed"):
        if light in lights:
            return light
    return "happened"


def certainty(value: float) -> Certainty:
    """The class whose point on the scale is nearest to `value`."""
    size = abs(value)
    if size < 0.5:
        return "Uu"
    positive = value > 0
    if size < 1.5:
        return "PS+" if positive else "PS-"
    if size < 2.5:
        return "PR+" if positive else "PR-"
    return "CT+" if positive else "CT-"

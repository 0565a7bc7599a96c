"""Questions: what they leave open, and what they take for granted."""

from sayso.model.flow import AttributionMention, Parse
from sayso.reading.certainty.state import State, limit

PRESUPPOSING = frozenset({"why", "how", "when"})


def question(parse: Parse, steps: list[int], holder: AttributionMention | None, state: State) -> State:
    """A question commits nobody to its main clause; "why", "how" and "when" take it for granted."""
    sentence = parse.sentence(steps[0])
    words = parse.words
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

"""Questions: what they leave open, and what they take for granted."""

from sayso.model.flow import AttributionMention, Parse
from sayso.reading.certainty.slots import tag_start
from sayso.reading.certainty.state import State, limit

BREAKS = frozenset({",", ":", "-", "–", "—"})
NO = frozenset({"no", "never", "nonsense"})
QUOTES = frozenset({'"', "“", "”", "''", "``"})
ASKING = frozenset({"who", "what", "whom", "why", "how", "where"})
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
    if any(words[k].lower == ";" for k in range(steps[0], end)) or _told_before(parse, steps[0], end):
        return state
    opening = {words[k].lower for k in range(sentence.first, min(sentence.first + 3, sentence.last))}
    if "why" in opening and _why_not(parse, sentence.first, steps[0]):
        return limit(state, "judged", 0.49, "why-not", None)
    if opening & PRESUPPOSING and not state.lights:
        return state
    if opening & ASKING or not _answered_no(parse, sentence.last):
        return limit(state, "possible", 0.5, "question", (end, end + 1))
    return limit(state, "denied", 2.2, "answered-no", (end, end + 1))


def _answered_no(parse: Parse, i: int) -> bool:
    """Whether the sentence that begins at word `i` is a bare "No": "Did they shell it? No."."""
    while i < len(parse.words) and parse.words[i].text in QUOTES:
        i += 1
    return i + 1 < len(parse.words) and parse.words[i].lower in NO and parse.words[i + 1].pos == "PUNCT"


def _told_before(parse: Parse, i: int, end: int) -> bool:
    """Whether only what comes after word `i` is asked: "they shelled it, and what did they gain?"."""
    words = parse.words
    first = parse.sentence(i).first
    if tag_start(parse, i) <= end:
        return True
    if _asks(parse, first, end):
        return False
    for k in range(i + 1, end):
        if words[k].lower in BREAKS:
            after = k + 1
            while after < end and (words[after].dep == "cc" or words[after].lower == "so"):
                after += 1
            if _asks(parse, after, end):
                return True
    return False


def _why_not(parse: Parse, first: int, i: int) -> bool:
    """ "Why not talk?", "Why don't they talk?": what ought to be; not "why did they not"."""
    asked = [word.lower for word in parse.words[first : min(first + 4, i)]]
    after = asked[asked.index("why") + 1 :] if "why" in asked else []
    return after[:1] == ["not"] or (after[:1] in (["do"], ["does"]) and after[1:2] in (["n't"], ["n’t"], ["not"]))


def _asks(parse: Parse, i: int, end: int) -> bool:
    """Whether word `i` opens a question: a question word, or an auxiliary before its subject."""
    words = parse.words
    while i < end and (words[i].dep == "cc" or words[i].pos == "PUNCT"):
        i += 1
    if i >= end:
        return False
    if words[i].lower in ASKING:
        return True
    return words[i].pos == "AUX" and any(
        parse.words[c].dep in ("nsubj", "nsubjpass", "expl") and c > i for c in parse.children[words[i].head]
    )

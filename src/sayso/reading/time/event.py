"""When an event happened: the time expression that hangs on it, else the bound that the publication date gives."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.model.flow import FoundTime, Parse, Word
from sayso.model.record import EventTime, Status
from sayso.reading.near import before, inside
from sayso.reading.time.around import head_of, tense
from sayso.reading.time.calendar import anchor, interval, shift, unit
from sayso.reading.time.timex import dated

_CLIMB = 8
_MODIFIES = frozenset({"nummod", "compound", "amod", "poss", "nmod", "npadvmod", "appos", "dep", "det"})
_TEMPORAL = frozenset({
    "in", "on", "at", "during", "since", "after", "before", "until", "till", "following", "by", "from", "between",
    "through", "throughout", "within", "of", "around", "over", "for", "to", "amid",
})  # fmt: skip
# Verbs that only say that the act of their object took place.
_CARRIES = frozenset({
    "launch", "hold", "conduct", "carry", "stage", "begin", "start", "open", "end", "make", "sign", "take", "see",
    "have", "mount", "commit", "give", "impose", "reach", "sustain", "perform", "do", "face",
})  # fmt: skip
_ASPECT = frozenset({"begin", "start", "continue", "manage", "help", "stop", "cease", "come", "go", "keep", "resume"})
_PAST_STATUS = frozenset({"happened", "claimed", "denied"})
_OPEN_VALUE = 3


class Hanging(NamedTuple):
    """A time and how it hangs on the event: `steps` words away; `direct`: as a modifier of the event noun itself."""

    steps: int
    time: FoundTime
    direct: bool


def event_time(
    parse: Parse, times: Sequence[FoundTime], head: int, published: str | None, *, status: Status = "happened"
) -> EventTime:
    """The time of the event at word `head`, as far as the words or the publication date allow.

    `times`: in text order. Where only the publication bounds it, precision is "unknown" and basis "publication".
    """
    counted = _counted_back(parse, times, head)
    if counted is not None:
        return counted
    found = _nearest(parse, times, head)
    if found is None:
        return _bound(parse, head, published, status)
    return _stated(parse, found, published, status)


def _stated(parse: Parse, found: Hanging, published: str | None, status: Status) -> EventTime:
    time, span = found.time, parse.span(found.time.first, found.time.last)
    start, end, precision = time.from_, time.to, time.precision
    whole = interval(time.value) if found.direct else None
    if whole is not None and time.relation not in ("from", "between"):
        start, end, precision = whole.start, whole.end, whole.precision
    elif time.relation in ("after", "before") or (time.relation == "since" and _dates_a_noun(parse, time)):
        # A bound: "the first since the 2021 coup" is some time after it.
        precision = "unknown"
    if start is None and end is None:
        bound = _publication(published, status)
        return EventTime(start=bound.start, end=bound.end, basis=bound.basis if bound.end else "relative", span=span)
    return EventTime(start=start, end=end, precision=precision, basis=time.basis, span=span)


def _dates_a_noun(parse: Parse, time: FoundTime) -> bool:
    top = parse.words[head_of(parse, time)]
    return top.dep in _MODIFIES and parse.words[top.head].pos in ("NOUN", "PROPN")


def _bound(parse: Parse, head: int, published: str | None, status: Status) -> EventTime:
    if status in _PAST_STATUS and tense(parse, head) == "future":
        return EventTime()
    return _publication(published, status)


def _publication(published: str | None, status: Status) -> EventTime:
    if published is None:
        return EventTime()
    if status in _PAST_STATUS:
        return EventTime(end=published, basis="publication")
    return EventTime(start=published, basis="publication") if status == "planned" else EventTime()


def _nearest(parse: Parse, times: Sequence[FoundTime], head: int) -> Hanging | None:
    sentence = parse.sentence(head)
    here = [time for time in inside(sentence, times) if _dates(time)]
    hanging = [found for time in here if (found := _hangs(parse, time, head)) is not None]
    return min(hanging, key=lambda h: (h.time.from_ is None and h.time.to is None, h.steps), default=None)


def _dates(time: FoundTime) -> bool:
    """Expressions that can date an event: dates and times, neither sets nor "now"."""
    return time.type in ("DATE", "TIME") and time.value not in ("PRESENT_REF", "FUTURE_REF")


def _hangs(parse: Parse, time: FoundTime, head: int) -> Hanging | None:
    if time.first <= head < time.last:
        return None
    top = parse.words[head_of(parse, time)]
    chain = list(_above(parse, top))
    reached = next((steps for steps, word in enumerate(chain) if word.i == head), None)
    if reached is not None:
        between = chain[1:reached]
        if _passes(parse, top, between, head):
            return Hanging(reached, time, direct=not _has_preposition(chain[:reached]))
        return None
    holder = _holder(parse, chain)
    if holder is None:
        return None
    cost = _shared(parse, holder, head, time)
    return Hanging(_OPEN_VALUE + cost, time, direct=False) if cost is not None else None


def _above(parse: Parse, word: Word) -> Iterator[Word]:
    for _ in range(_CLIMB):
        yield word
        if word.head == word.i:
            return
        word = parse.words[word.head]


def _has_preposition(words: Sequence[Word]) -> bool:
    return any(word.pos in ("ADP", "SCONJ") for word in words)


def _passes(parse: Parse, top: Word, between: Sequence[Word], head: int) -> bool:
    """May a time reach the event through these words? Not past another verb, nor out of a noun's own date."""
    if any(word.pos in ("VERB", "AUX") and word.i != head for word in between):
        return False
    preposition = next((word for word in [top, *between] if word.pos in ("ADP", "SCONJ")), None)
    if preposition is not None and preposition.lower not in _TEMPORAL:
        return parse.words[head].pos not in ("VERB", "AUX")
    nouns = [word for word in between if word.pos in ("NOUN", "PROPN")]
    if not nouns or parse.words[head].pos not in ("VERB", "AUX"):
        return True
    # "condemned the 2019 attack" dates the attack; "fled during the 2019 war" dates the flight.
    first = between[0] if between else top
    inside = top.dep in _MODIFIES and first.pos in ("NOUN", "PROPN")
    return not inside or first.dep == "pobj"


def _holder(parse: Parse, chain: Sequence[Word]) -> Word | None:
    """The verb a time hangs on without a noun of its own date between."""
    for steps, word in enumerate(chain[1:], 1):
        if word.pos in ("VERB", "AUX"):
            return word if _passes(parse, chain[0], chain[1:steps], word.i) else None
    return None


def _shared(parse: Parse, holder: Word, head: int, time: FoundTime) -> int | None:
    """Does the event share the time of the verb that holds it? The cost, None when it does not."""
    word = parse.words[head]
    above = parse.words[word.head]
    if word.pos in ("NOUN", "PROPN"):
        return _noun_of(parse, word, holder)
    fronted = time.first < holder.i
    if above.i == holder.i and word.dep == "conj":
        return 2 if fronted and tense(parse, head) == tense(parse, holder.i) else None
    if above.i == holder.i and word.dep == "advcl" and word.tag == "VBG":
        return 2 if fronted else None
    if above.i == holder.i and word.dep == "xcomp":
        return 1 if above.lemma in _ASPECT else None
    if holder.head == head and holder.dep == "conj":
        return 2 if _shares_object(parse, holder, head) else None
    return None


def _noun_of(parse: Parse, noun: Word, verb: Word) -> int | None:
    """An event noun takes the time of the verb it is the subject of, or of a verb that only carries it."""
    i = noun
    while i.dep == "conj" and i.head != i.i:
        i = parse.words[i.head]
    if i.head != verb.i:
        return None
    if i.dep in ("nsubj", "nsubjpass"):
        return 1 if not any(parse.words[c].dep == "ccomp" for c in parse.children[verb.i]) else None
    # "This follows the purge last year": a verb in the present leaves a past date to its object.
    lends = verb.lemma in _CARRIES or tense(parse, verb.i) == "present"
    return 1 if i.dep in ("dobj", "obj") and lends else None


def _shares_object(parse: Parse, last: Word, first: int) -> bool:
    """ "arrested and charged in May": the first verb has nothing of its own behind it, the last no own subject."""
    own = {parse.words[c].dep for c in parse.children[last.i]}
    behind = [
        c for c in parse.children[first] if c > first and c != last.i and parse.words[c].dep not in ("cc", "punct")
    ]
    return not behind and not own & {"nsubj", "nsubjpass"}


def _counted_back(parse: Parse, times: Sequence[FoundTime], head: int) -> EventTime | None:
    """ "took the city in 2021, 20 years after losing it": the loss is 20 years before the dated taking."""
    word = parse.words[head]
    joint = parse.words[word.head]
    if joint.lower not in ("after", "before") or word.dep not in ("pcomp", "pobj"):
        return None
    near = before(joint.i, times)
    span = next((t for t in near if t.type == "DURATION" and t.last == joint.i and t.value[1:-1].isdigit()), None)
    if span is None:
        return None
    held = (
        joint.head
        if joint.head < joint.i and not span.first <= joint.head < span.last
        else parse.words[joint.head].head
    )
    main = _nearest(parse, times, held)
    base = anchor(main.time.value[:10]) if main and main.time.relation == "at" else None
    if base is None:
        return None
    value = shift(base, unit(f"1{span.value[-1]}"), int(span.value[1:-1]) * (-1 if joint.lower == "after" else 1))
    found = dated(value, "relative") if value else None
    if found is None or found.start is None:
        return None
    words = parse.span(span.first, span.last)
    return EventTime(start=found.start, end=found.end, precision=found.precision, basis="relative", span=words)

"""The frames of the grammar's sentences: every way of saying who said what, and of saying nothing of the kind."""

from collections.abc import Callable, Iterator

from training.grammar import FACT, Grammar, mark

DENIED = ("denied", "rejected", "dismissed")
ADMITTED = ("denied", "admitted", "acknowledged", "confirmed")
CLAIM_CUES = (*DENIED, "confirmed", "questioned", "disputed")
REQUESTS = ("urged", "called", "asked", "demanded", "ordered", "told", "invited", "wants", "wanted", "hope")


def sentences(seed: int, count: int) -> Iterator[str]:
    """Marked sentences, each frame as often as its weight says. The same seed gives the same ones."""
    grammar = Grammar(seed)
    frames, weights = zip(*FRAMES, strict=True)
    for frame in grammar.random.choices(frames, weights, k=count):
        yield _tidy(frame(grammar))


def _tidy(marked: str) -> str:
    marked = marked.replace("  ", " ").replace(" ,", ",").replace(",,", ",").replace("..", ".").strip()
    for k, character in enumerate(marked):
        if character.isalpha():
            return marked[:k] + character.upper() + marked[k + 1 :]
    return marked


def _reported(g: Grammar) -> str:
    that = g.one("that ", "that ", "")
    return f"<{g.source()}> [{g.said()}]{g.tail() if g.chance(0.3) else ''} {{{that}{g.clause()}}}."


def _trailing(g: Grammar) -> str:
    if g.chance(0.3):
        return f"{{{g.clause()}}}, [{g.one('said', 'says', 'said', 'told us', 'wrote')}] <{g.source()}>{g.tail()}."
    return f"{{{g.clause()}}}, <{g.source()}> [{g.said()}]{g.tail()}."


def _medial(g: Grammar) -> str:
    first, second = g.clause(), g.clause()
    return f"{{{first}}}, <{g.source()}> [{g.said()}]{g.tail()}, {{{g.one('and', 'but', 'while')} {second}}}."


def _according(g: Grammar) -> str:
    cue = g.pick("according")
    if cue in ("citing", "quoting"):
        told = f"{{{g.clause()}}}, <{g.pick('outlets')}> [{g.one('reported', 'said', 'wrote')}]"
        return f"{told}, [{cue}] <{g.source()}>."
    if g.chance(0.45):
        return f"[{cue}] <{g.source()}>, {{{g.clause()}}}."
    return f"{{{g.clause()}}}, [{cue}] <{g.source()}>."


def _direct(g: Grammar) -> str:
    opening, closing = g.random.choice([('"', '"'), ("“", "”"), ("'", "'")])
    said, who = g.said(), g.source()
    shape = g.random.randrange(5)
    quoted = g.pick("quotes") if g.chance(0.5) else g.clause()
    if shape == 0:
        return f"{{{opening}{quoted},{closing}}} <{who}> [{said}]{g.tail()}."
    if shape == 1:
        return f"{{{opening}{quoted},{closing}}} [said] <{who}>{g.tail()}."
    if shape == 2:
        return f"<{who}> [{said}]{g.tail()}: {{{opening}{quoted}.{closing}}}"
    if shape == 3:
        first = f"{{{opening}{quoted},{closing}}} <{who}> [said]{g.tail()}."
        return f"{first} {{{opening}{g.pick('quotes')}.{closing}}}"
    return f"<{who}> [{said}], {{{opening}{quoted}{closing}}}."


def _mixed(g: Grammar) -> str:
    opening, closing = g.random.choice([('"', '"'), ("“", "”")])
    bit = f"{opening}{g.pick('bits')}{closing}"
    shape = g.random.randrange(4)
    who = g.source()
    if shape == 0:
        return f"<{who}> [{g.said()}] {{that {g.clause()} {bit}}}."
    if shape == 1:
        cue = g.one("called", "described", "branded", "labelled")
        return f"<{who}> [{cue}] {{{g.pick('things')} {g.one('', 'as ')}{bit}}}."
    if shape == 2:
        cue = g.one("spoke of", "warned of", "complained of", "hailed")
        return f"<{who}> [{cue}] {{{bit}}} {g.pick('places')}."
    cue = g.one("denounced", "dismissed", "rejected", "praised")
    return f"<{who}> [{cue}] {{{g.pick('things')} as {bit}}}."


def _infinitive(g: Grammar) -> str:
    cue = g.pick("infinitives")
    if cue == "claims":
        event, what = g.verb()
        return f"<{g.source()}> [claims] {{to have {mark(event.participle, FACT)}{what}}}{g.when()}."
    value = -2.7 if cue in ("refused", "declined") else 0.4 if cue.startswith(REQUESTS) else 1.7
    verb, _, whom = cue.partition(" ")
    if cue.startswith("called on"):
        verb, whom = "called on", cue.removeprefix("called on ")
    negated = g.chance(0.12)
    body = ("not " if negated else "") + g.infinitive(-value if negated else value)
    return f"<{g.source()}> [{verb}]{g.when(0.15)} {{{whom + ' ' if whom else ''}{body}}}."


def _object(g: Grammar) -> str:
    cue = g.pick("objectcues")
    noun, shape = g.pick("nouns"), g.random.randrange(4)
    value = -2.6 if cue in DENIED else 3.0
    if cue in ("demanded", "promised", "proposed", "predicted"):
        value = 0.5 if cue == "demanded" else 1.6
    who = g.source()
    if shape == 0 and cue in ADMITTED:
        return f"<{who}> [{cue}] {{{g.gerund(value)}}}."
    if shape == 1 and cue in CLAIM_CUES:
        claim = g.one("the claim", "reports", "the accusation", "allegations", "suggestions")
        return f"<{who}> [{cue}] {{{claim} that {g.as_sure(-2.6 if cue in DENIED else FACT)}}}."
    if cue == "blamed":
        return f"<{who}> [blamed] {{{g.actor()} for the {noun}^3{g.where(0.3)}}}."
    which = g.one("the", "the", "its", "a") if value != -2.6 else g.one("any", "the", "involvement in the")
    return f"<{who}> [{cue}] {{{which} {noun}^{value}{g.where(0.3)}}}{g.when(0.3)}."


def _accuse(g: Grammar) -> str:
    who, whom = g.source(), g.actor()
    form, value = g.pair("accused")
    verb, what = g.verb()
    body = verb.into(form.replace("WHOM", whom), value)
    return f"<{who}> {body[:-1]}{what}{g.where(0.2)}}}."


def _nominal(g: Grammar) -> str:
    noun, who = g.pick("nouncues"), g.source()
    value = -2.6 if noun == "denial" else 0.4 if noun == "demand" else 3.0
    clause = g.as_sure(value)
    shape = g.random.randrange(4)
    if shape == 0:
        effect = g.one("angered", "surprised", "reassured")
        return f"The [{noun}] by <{who}> {{that {clause}}} {effect} {g.pick('capitals')}."
    if shape == 1:
        whose, fate = g.pick("capitals"), g.one("met with silence", "widely shared", "disputed")
        return f"<{whose}'s> [{noun}] {{that {clause}}} was {fate}."
    if shape == 2:
        return f"<{who}> repeated {g.one('his', 'her', 'their')} [{noun}] {{that {clause}}}."
    return f"There was no comment on the [{noun}] {{that {clause}}}."


def _hearsay(g: Grammar) -> str:
    adverb, (verb, what) = g.pick("adverbs"), g.verb()
    sure = 1.4 if adverb != "reportedly" else 2.0
    shape = g.random.randrange(3)
    if shape == 0:
        return f"{{{g.actor()}}} [{adverb}] {{{mark(verb.past, sure)}{what}{g.where()}}}{g.when()}."
    if shape == 1:
        return f"{{{g.actor()} has}} [{adverb}] {{{mark(verb.participle, sure)}{what}}}."
    return f"[{g.pick('hearsay')}] {{that {g.clause()}}}."


def _belief(g: Grammar) -> str:
    cue = g.pick("believed")
    return f"<{g.source()}> [{cue}] {{{g.one('that ', 'that ', '')}{g.clause()}}}."


def _nested(g: Grammar) -> str:
    inner = f"<{g.source()}> [{g.said()}] {{that {g.clause()}}}"
    if g.chance(0.3):
        return f"[According to] <{g.pick('outlets')}>, {{{inner}}}."
    return f"<{g.source()}> [{g.said()}] {{that {inner}}}."


def _colon(g: Grammar) -> str:
    if g.chance(0.5):
        return f"<{g.source()}>: {{{g.fact()}}}"
    return f"{{{g.fact()}}}: <{g.one(g.pick('outlets'), g.pick('people'), 'report', 'UN', 'officials')}>"


def _unknown(g: Grammar) -> str:
    form, value = g.pair("unknown")
    return form.replace("CLAUSE", g.as_sure(value)) + "."


def _conditional(g: Grammar) -> str:
    (a, what), (b, outcome) = g.verb(), g.verb()
    who, whom = g.actor(), g.actor()
    shape = g.random.randrange(6)
    if shape == 0:
        return f"If {who} {mark(a.third, 0.3)}{what}, {whom} will {mark(b.base, 0.6)}{outcome}."
    if shape == 1:
        return f"{whom} would {mark(b.base, 0.5)}{outcome} if {who} {mark(a.past, 0.3)}{what}."
    if shape == 2:
        return f"Had {who} {mark(a.participle, -1)}{what}, {whom} would have {mark(b.participle, -1)}{outcome}."
    if shape == 3:
        return f"Unless {who} {mark(a.third, 0.3)}{what}, {whom} will not {mark(b.base, -0.6)}{outcome}."
    would = f"{whom} would {mark(b.base, 0.6)}{outcome}"
    if shape == 4:
        said = f"<{g.source()}> [{g.said()}]"
        opens = g.one("if", "as long as", "provided that", "once")
        return f"{said} {{{would} {opens} {who} {mark(a.past, 0.3)}{what}}}."
    return f"In the event of {g.one('a', 'another')} {g.pick('nouns')}^0.3, {would}."


def _question(g: Grammar) -> str:
    verb, what = g.verb()
    return g.one(
        f"Will {g.actor()} {mark(verb.base, 0.5)}{what}?",
        f"Did {g.actor()} {mark(verb.base, 0.4)}{what}?",
        f"Why did {g.actor()} {mark(verb.base, 3)}{what}?",
        f"Should {g.actor()} {mark(verb.base, 0.3)}{what}?",
        f"How did {g.actor()} {mark(verb.base, 3)}{what}?",
    )


def _plain(g: Grammar) -> str:
    """No speech at all: the narrator tells it."""
    if g.chance(0.3):
        return f"{g.pick('openings')}, {g.clause()}."
    return f"{g.clause()}{g.one('', ', ' + g.pick('endings'))}."


def _abstract(g: Grammar) -> str:
    """Things that "say" nothing, though the verb is one of saying: no attribution."""
    thing = g.pick("things")
    what = g.one("the whole strategy", "years of diplomacy", "the sense of the treaty", "the old alliance")
    return g.one(
        f"{thing} calls into question {what}.",
        f"{thing} explains why so many young people have left^3{g.where()}.",
        f"{thing} raised hopes of a {g.pick('nouns')}^0.6.",
        f"{thing} promises to be expensive for {g.actor()}.",
        f"{thing} threatens to overshadow the {g.pick('nouns')}^2.",
        f"{thing} speaks volumes about how {g.actor()} works.",
        f"{thing} suggested a change of mood {g.pick('places')}.",
        f"{thing} told its own story{g.where()}.",
        f"{thing} demands patience, and nobody has much of it.",
        f"What {thing} means for {g.actor()} is another matter.",
        f"{thing} has added to the pressure on {g.actor()}.",
        f"{thing} reflects a deeper conflict{g.where()}.",
        f"{thing} forced {g.actor()} to retreat^3.",
        f"{g.actor()} answered^3 the fire with artillery{g.when()}.",
        f"{g.actor()} read^3 the letter and put it away.",
        "The treaty calls for talks^0.4 every five years.",
        "The law states no limit, and courts apply it as they find it.",
        f"{g.actor()} added^3 two ships to the fleet{g.when()}.",
        f"{g.actor()} noted^3 the number of the car and drove off.",
        f"{g.actor()} charged^3 at the gate{g.when()}.",
        f"The bill proposes nothing new on {g.one('pensions', 'taxes', 'water')}.",
    )


def _two(g: Grammar) -> str:
    """Two attributions side by side."""
    first = f"<{g.source()}> [{g.said()}] {{{g.clause()}}}"
    second = g.one(
        f"<{g.source()}> [denied] {{it}}",
        f"<{g.source()}> [{g.said()}] {{{g.clause()}}}",
        f"<{g.source()}> [rejected] {{the claim}}",
        f"<{g.source()}> gave no comment",
        f"<{g.source()}> [demanded] {{an inquiry}}",
    )
    return f"{first}, {g.one('while', 'but', 'and')} {second}."


def _adding(g: Grammar) -> str:
    first = f"<{g.source()}> [{g.said()}] {{{g.clause()}}}"
    return f"{first}, [{g.one('adding', 'noting', 'warning', 'arguing', 'insisting')}] {{that {g.clause()}}}."


def _byline(g: Grammar) -> str:
    """A sentence that says who reports, or more of the source."""
    outlet = g.pick("outlets")
    return g.one(
        f"<A source> [told] {outlet} {{{g.clause()}}}.",
        f"As <{outlet}> [reported]{g.when()}, {{{g.clause()}}}.",
        f"<{g.source()}>, speaking on condition of anonymity, [said] {{{g.clause()}}}.",
        f"In <its> [report], <{outlet}> [wrote] {{that {g.clause()}}}.",
        f"{{{g.clause()}}}, <{outlet}> [reported]{g.when()}.",
        f"<{g.source()}> was quoted as [saying] {{{g.clause()}}}.",
        f"<{g.source()}> was [reported] {{to have {mark(g.verb()[0].participle, 2)} {g.pick('places')}}}.",
        f"Asked about it, <{g.source()}> [answered] {{that {g.clause()}}}.",
        f"[Asked] {{whether {g.as_sure(0.5)}}}, <{g.source()}> did not reply.",
    )


FRAMES: tuple[tuple[Callable[[Grammar], str], float], ...] = (
    (_reported, 14), (_trailing, 7), (_medial, 3), (_according, 6), (_direct, 9), (_mixed, 7), (_infinitive, 7),
    (_object, 8), (_accuse, 4), (_nominal, 5), (_hearsay, 3), (_belief, 4), (_nested, 3), (_colon, 2), (_unknown, 4),
    (_conditional, 5), (_question, 2), (_plain, 14), (_abstract, 7), (_two, 4), (_adding, 3), (_byline, 4),
)  # fmt: skip

"""Parse → events: who did what to whom, each at its trigger, before anybody asks who says so or how surely."""

from sayso.lexicon.events import EventLexicon
from sayso.model.flow import ActorTable, EventMention, Parse, Sentence
from sayso.reading.events import outer
from sayso.reading.events.compose import Draft, Drafts
from sayso.reading.events.lemmas import VERBAL
from sayso.reading.events.match import Match, Matcher
from sayso.reading.events.nouns import light_verb
from sayso.reading.events.tree import Tree

__all__ = ["find"]

TRIGGER = 7
LETHAL = frozenset({"18", "20"})
KNOWN = frozenset({"the", "this", "that", "these", "those", "such", "under"})
FORCE = frozenset({"17", "18", "19", "20"})
"""What is told of beside the charge that names it: "pinned the raid on Chad" tells of a charge and of a raid."""
THREAT = "13"
ASKING = frozenset({"02", "10"})
"""What is told of beside the answer to it: "rejected Peru's call for talks" tells of a call too."""
GRANTED = "08"
ANSWERS = ("12", GRANTED)
GERUND = frozenset({"pobj", "nsubj", "nsubjpass", "dobj", "attr"})


def find(
    parse: Parse, lexicon: EventLexicon, table: ActorTable | None = None, *, statements: bool = False
) -> tuple[EventMention, ...]:
    """All events of the parse, in text order. Negated, modal and reported ones too: others judge how surely.

    `statements`: also plain statements (CAMEO 01), which have no PLOVER type.
    """
    tree = Tree(parse, lexicon, table)
    matcher = Matcher(tree, lexicon)
    found: list[EventMention] = []
    for sentence in parse.sentences:
        found.extend(_of_sentence(tree, matcher, sentence, lexicon, statements))
    return tuple(found)


def _of_sentence(
    tree: Tree, matcher: Matcher, sentence: Sentence, lexicon: EventLexicon, statements: bool
) -> list[EventMention]:
    matches = _matches(tree, matcher, sentence)
    drafts = Drafts(tree, lexicon, matches)
    inner = [draft for i in sorted(matches) if (draft := drafts.at(i)) is not None]
    everything = inner + list(outer.find(tree, lexicon, inner, sentence))
    events = [_mention(tree, lexicon, draft) for draft in everything if _told(tree, draft, statements)]
    return sorted(_once(events), key=lambda event: (event.trigger, event.rule))


def _told(tree: Tree, draft: Draft, statements: bool) -> bool:
    """Whether a draft is an event to tell: somebody takes part in it (or its own object says what it is)."""
    if draft.cameo.startswith("01"):
        return statements
    rule = draft.match.rule
    if rule.inner:
        return False
    if rule.both and draft.match.doer is None and not (draft.actors and draft.recipients):
        return False
    if rule.bare and _tells(tree, draft):
        return True
    parties = (*draft.actors, *draft.recipients)
    if any(tree.actorish(i) or tree.placeish(i) for i in parties):
        return True
    if any(tree.words[i].pos in ("PRON", "PROPN") for i in parties):
        return True
    if draft.cameo[:2] in LETHAL and any(tree.words[i].ent == "CARDINAL" for i in draft.recipients):
        return True  # "kills five"
    return bool(draft.match.things) or _spelled_out(tree, draft)


def _spelled_out(tree: Tree, draft: Draft) -> bool:
    """Whether a noun says to what it is done: "the boycott of the vote"."""
    match = draft.match
    if match.rule.kind != "noun" or match.doer is not None:
        return False
    if any(i > match.head for i in match.used):
        return True
    # A demand for goods is no act.
    return not draft.cameo.startswith("10") and any(i > match.head for i in draft.recipients)


def _tells(tree: Tree, draft: Draft) -> bool:
    """Whether a noun tells of an event by itself: not in a name or compound, and no agreement known already."""
    head = draft.match.head
    word = tree.words[head]
    known = draft.cameo.startswith("05") and any(
        tree.words[c].dep == "poss" or tree.words[c].lower in KNOWN for c in tree.children[head]
    )
    return word.dep != "compound" and word.pos != "PROPN" and not known


def _matches(tree: Tree, matcher: Matcher, sentence: Sentence) -> dict[int, Match]:
    verbs: dict[int, Match] = {}
    nouns: dict[int, Match] = {}
    for i in range(sentence.first, sentence.last):
        word = tree.words[i]
        if (
            word.pos == "VERB"
            or (word.pos == "AUX" and word.dep not in ("aux", "auxpass"))
            or _hidden_verb(tree, matcher, i)
        ):
            match = matcher.verb(i) if word.pos not in VERBAL or word.dep not in ("amod", "compound") else None
            match = match or matcher.adjective(i)
            if match:
                verbs[i] = match
        elif word.pos in ("ADJ", "ADV") and (match := matcher.adjective(i)):
            verbs[i] = match
        gerund = word.tag == "VBG" and word.dep in GERUND
        dashed = word.tag == "RP" and tree.words[i - 1].text == "-"  # "the hand-over of the base"
        if (gerund or dashed or (word.pos in ("NOUN", "PROPN") and i not in verbs)) and (match := matcher.noun(i)):
            verbs.pop(i, None)
            nouns[i] = match
    return _without_doubles(tree, verbs, nouns)


def _hidden_verb(tree: Tree, matcher: Matcher, i: int) -> bool:
    """A verb that the parser took for a noun: it carries the sentence, or has a subject of its own."""
    word = tree.words[i]
    known = matcher.lexicon.inflector.lemma(word.lower) if word.pos in ("NOUN", "PROPN", "ADJ", "ADV") else None
    if known is None:
        return False
    bare = not any(tree.words[c].dep in ("det", "poss", "amod", "nummod") for c in tree.children[i])
    if known[1] == "VBD" and known[0] != word.lower and word.tag == "NN" and bare:
        return i > 0 and tree.words[i - 1].pos in ("NOUN", "PROPN", "PRON")
    if known[1] == "VBZ" and word.tag == "NNS" and _between_names(tree, i):
        return True
    if word.dep in ("compound", "amod", "pobj", "dobj"):
        return False
    return bool(tree.kids(i, "nsubj", "dobj")) or (word.dep == "ROOT" and tree.before(i) is not None)


def _between_names(tree: Tree, i: int) -> bool:
    """Whether word `i` has a name before and a noun phrase after it: "Chad attacks Libya" is no noun phrase."""
    if i == 0 or i + 1 >= len(tree.words):
        return False
    before, after = tree.words[i - 1], tree.words[i + 1]
    return before.pos == "PROPN" and before.ent != "" and after.pos in ("DET", "ADJ", "PROPN", "PRON")


def _without_doubles(tree: Tree, verbs: dict[int, Match], nouns: dict[int, Match]) -> dict[int, Match]:
    """One event where a verb and its object tell one: a verb rule that names the object wins over the noun."""
    covered = {
        i for match in verbs.values() for i in (*match.things, *match.used) if match.rule.objects or i in match.used
    }
    charged = {i for match in verbs.values() if match.rule.cameo.startswith("11") for i in match.things}
    answered = {
        i: match.rule.cameo.startswith(GRANTED)
        for match in verbs.values()
        if match.rule.cameo.startswith(ANSWERS)
        for i in (*match.things, *match.used)
    }
    within = {v + 1 for v, match in verbs.items() if v + 1 in match.used and tree.words[v + 1].tag == "VBG"}
    out = {v: match for v, match in verbs.items() if v not in within}  # who "stopped buying" it buys nothing
    for i, match in nouns.items():
        carrier = light_verb(tree, match)
        told_of = i in charged and match.rule.cameo[:2] in FORCE
        told_of = told_of or (
            i in answered and match.rule.cameo[:2] in ASKING and _asked_by(tree, i, named=answered[i])
        )
        if (i in covered or tree.real(i) in covered) and not told_of:
            continue
        if carrier is None:
            if not match.rule.carried or _owned_plan(tree, match):
                out[i] = match
            continue
        rival = verbs.get(carrier)
        if rival is None or not rival.rule.objects:
            out.pop(carrier, None)
            out[i] = Match(match.rule, i, match.used, match.things, match.score, match.clause, carrier)
    return out


def _asked_by(tree: Tree, n: int, *, named: bool) -> bool:
    """Whether noun `n` says who asks, by a name where `named`: what nobody asks is told by the answer to it alone."""
    whose = any(tree.words[i].pos != "PRON" or not named for i in tree.kids(n, "poss"))
    return whose or any(preposition == "by" for preposition, _ in tree.phrases(n))


def _owned_plan(tree: Tree, match: Match) -> bool:
    """Whether a noun that needs a verb beside it says by itself who would do what: "Chad's threat to shell Bol"."""
    told = (
        match.rule.cameo.startswith(THREAT)
        and match.rule.compose != ""
        and any(tree.words[c].tag == "VB" for c in tree.kids(match.head, "acl"))
    )
    return told and bool(tree.owner(match.head))


def _mention(tree: Tree, lexicon: EventLexicon, draft: Draft) -> EventMention:
    rule = draft.match.rule
    ontology = lexicon.ontology
    kept = not draft.composed
    confidence = 0.5 + 0.15 * bool(draft.actors) + 0.15 * bool(draft.recipients) + min(0.15, 0.02 * draft.match.score)
    return EventMention(
        draft.head, _trigger(tree, draft), (rule.plover if kept else None) or ontology.plover(draft.cameo),
        (rule.mode if kept else None) or ontology.mode(draft.cameo), draft.cameo, draft.actors, draft.recipients,
        len(draft.actors) > 1 and draft.actors == draft.recipients, rule.id, round(confidence, 2), draft.match.things,
    )  # fmt: skip


def _trigger(tree: Tree, draft: Draft) -> tuple[int, int]:
    match = draft.match
    used = [match.head, *match.used]
    if match.doer is not None:
        used.append(match.doer)
    if match.rule.objects and match.things:
        used.append(match.things[0])
    first, last = min(used), max(used)
    if last - first > TRIGGER:
        return match.head, match.head + 1
    return first, last + 1


def _once(events: list[EventMention]) -> list[EventMention]:
    """One event for one trigger head, type and parties."""
    seen: dict[tuple[object, ...], EventMention] = {}
    for event in events:
        seen.setdefault((event.trigger, event.plover, event.actors, event.recipients), event)
    return list(seen.values())

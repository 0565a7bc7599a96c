"""Acts about acts: what a demand, a promise, a refusal or a threat becomes by what it is about."""

import msgspec

from sayso.lexicon.events import EventLexicon
from sayso.reading.events import nouns, parties
from sayso.reading.events.lemmas import VERBAL
from sayso.reading.events.match import Match
from sayso.reading.events.nearby import other_side, threatened
from sayso.reading.events.nominals import named_party
from sayso.reading.events.tree import Tree

DEPTH = 4
PROTEST = "14"
"""What a protest is for may stand in a clause of its own: "demanding new elections"."""
RALLY = "113"
"""Rallying others against somebody: what a call for sanctions is, but not a request to one that is named."""
INNER_ACTOR_FIRST = frozenset({"appeal", "demand", "accused"})
THREAT = "13"
PROMISES = frozenset({"intent", "consent"})
WARNING = frozenset({"warn", "caution"})
ARMED = frozenset({"force", "army", "navy", "troop", "troops", "military", "fighter", "soldier", "fleet", "warship"})


class Draft(msgspec.Struct, frozen=True):
    """An event on its way: a match with its final CAMEO code and its parties."""

    match: Match
    cameo: str
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    head: int
    composed: bool = False


class Drafts:
    """All drafts of a sentence by head word, composed from the inside out."""

    __slots__ = ("_done", "_lexicon", "_matches", "_tree")

    def __init__(self, tree: Tree, lexicon: EventLexicon, matches: dict[int, Match]) -> None:
        self._tree = tree
        self._lexicon = lexicon
        self._matches = matches
        self._done: dict[int, Draft | None] = {}

    def at(self, i: int, depth: int = 0) -> Draft | None:
        """The draft at word `i`, or None: nothing matched there, or what matched is no event after all."""
        if i not in self._done:
            match = self._matches.get(i)
            self._done[i] = None
            self._done[i] = self._draft(match, depth) if match else None
        return self._done[i]

    def _draft(self, match: Match, depth: int) -> Draft | None:
        rule = match.rule
        of = nouns.of_noun if rule.kind == "noun" else parties.of_verb
        actors, recipients = of(self._tree, match)
        actors, recipients = self._parties(actors), self._parties(recipients)
        if not recipients and self._is_to_blame(match.head):
            actors, recipients = self._parties(self._who_says(match.head)), actors
        head = match.head if match.doer is None else match.doer
        plain = Draft(match, rule.cameo, actors, recipients, head)
        if not rule.compose or depth > DEPTH:
            return None if rule.hidden else self._somewhere(plain)
        inner = self.inner(match, depth)
        code = self._lexicon.ontology.compose(rule.compose, inner.cameo) if inner else None
        if code == "" or (rule.hidden and not code):
            return None
        if inner is None or (self._tree.words[match.head].lemma in WARNING and not self._of_their_own(inner, actors)):
            return self._somewhere(plain)
        if code and code.startswith(THREAT) and rule.compose in PROMISES and negated(self._tree, inner.head):
            code = rule.cameo  # "pledged not to attack" is a promise
        if code is not None and code.startswith(RALLY) and set(recipients) - set(inner.recipients) - set(actors):
            code = None  # "asked the court to bar Togo" is a request to the court
        about = self._about(plain, inner, code or plain.cameo, composed=code is not None)
        return self._somewhere(about if code is not None or rule.to[-1:] == ("inner",) else plain)

    def _somewhere(self, draft: Draft) -> Draft:
        """The draft with whoever stands nearby as its recipient, where nobody else is."""
        if draft.recipients:
            return draft
        alone = draft.match.rule.kind == "noun" and draft.match.doer is None
        found = (parties.in_clause if alone else parties.around)(self._tree, draft.match, draft.actors)
        if not found and draft.cameo.startswith(THREAT) and not alone:
            found = threatened(self._tree, draft.match.head, draft.actors)
        if not found and not alone:
            found = other_side(self._tree, draft.match, draft.actors, self._lexicon.words("say"))
        return Draft(draft.match, draft.cameo, draft.actors, found, draft.head, draft.composed)

    def _of_their_own(self, inner: Draft, actors: tuple[int, ...]) -> bool:
        """Whether who warns says what he or his own will do: "warned that the air force would shoot down jets"."""
        tree = self._tree
        if modal(tree, inner.head, self._lexicon.words("will")) is None or negated(tree, inner.head):
            return False
        return any(i in actors or tree.words[i].pos == "PRON" or self._ours(i) for i in inner.actors)

    def _ours(self, i: int) -> bool:
        """Whether word `i` is somebody's own men: "his troops", or "the army" where nobody says whose."""
        tree = self._tree
        owners = tree.kids(i, "poss")
        if owners:
            return any(tree.words[o].pos == "PRON" or tree.words[o].tag == "PRP$" for o in owners)
        named = any(tree.words[c].ent or tree.words[c].pos == "PROPN" for c in tree.kids(i, "amod", "compound", "nmod"))
        return tree.words[i].lemma in ARMED and not named and not any(p == "of" for p, _ in tree.phrases(i))

    def _is_to_blame(self, verb: int) -> bool:
        """ "Chad is to blame": who is named blames nobody but is blamed."""
        words = self._tree.words
        above = words[words[verb].head]
        return words[verb].lemma in self._lexicon.words("to-blame") and words[verb].tag == "VB" and above.lemma == "be"

    def _who_says(self, verb: int) -> tuple[int, ...]:
        """Whose words the clause of `verb` and of the verb above it are."""
        says = reporter(self._tree, self._tree.words[verb].head, self._lexicon.words("say"))
        return self._tree.surface(says) if says is not None else ()

    def _others(self, found: tuple[int, ...], actors: tuple[int, ...]) -> tuple[int, ...]:
        """Of the inner event's parties those who are not the outer actors, named or by a pronoun."""
        others = tuple(i for i in found if i not in actors)
        named = tuple(i for i in others if self._tree.words[i].pos != "PRON")
        return named or others

    def _parties(self, found: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(i for i in found if named_party(self._tree.words[i]))

    def _about(self, plain: Draft, inner: Draft, code: str, *, composed: bool) -> Draft:
        """The outer act with its code; whom it concerns is, where nothing else says so, who takes part in the inner."""
        actors, recipients = plain.actors, plain.recipients
        rule = plain.match.rule
        if not recipients or (rule.to and rule.to[-1] == "inner"):
            first, second = inner.recipients, inner.actors
            if rule.compose in INNER_ACTOR_FIRST:
                first, second = second, first
            for found in (first, second):
                recipients = recipients or self._others(found, actors)
        return Draft(plain.match, code, actors, recipients, plain.head, composed)

    def inner(self, match: Match, depth: int = 0) -> Draft | None:
        """The event that the match's clause, object or phrase tells of."""
        for i in self._inside(match):
            if i != match.head and i not in match.used:
                found = self.at(i, depth + 1)
                if found is not None:
                    return found
        return None

    def _inside(self, match: Match) -> list[int]:
        tree = self._tree
        places: list[int] = []
        clause = match.clause
        if clause is not None:
            places.append(clause)
            places.extend(c for c in tree.kids(clause, "dobj", "nsubjpass", "attr", "xcomp", "conj", "acomp"))
            places.extend(c for k in tree.kids(clause, "xcomp") for c in tree.kids(k, "dobj"))
        if match.rule.cameo.startswith(PROTEST):
            places.extend(tree.kids(match.head, "advcl"))
        if match.rule.kind == "noun":
            places.extend(tree.kids(match.head, "acl"))
        for thing in tree.patients(match.head) if match.rule.kind == "verb" else ():
            places.extend((thing, tree.real(thing), *tree.kids(thing, "acl")))
            places.extend(noun for _, noun in tree.phrases(thing))
        for i in (match.head, *match.used):
            for _, noun in tree.phrases(i):
                places.extend((noun, tree.real(noun), *tree.kids(noun, "acl")))
            for p in tree.kids(i, "prep"):
                places.extend(tree.kids(p, "pcomp"))
        return places


def negated(tree: Tree, v: int) -> bool:
    """Whether verb `v` itself is negated."""
    return any(tree.words[c].dep == "neg" or tree.words[c].lower in ("never", "not", "n't") for c in tree.children[v])


def modal(tree: Tree, v: int, forms: frozenset[str]) -> int | None:
    """The auxiliary of `v` that is one of `forms`; for a coordinated verb, that of the first."""
    for _ in range(3):
        for c in tree.children[v]:
            if tree.words[c].dep == "aux" and tree.words[c].lower in forms:
                return c
        word = tree.words[v]
        if word.dep != "conj" or tree.words[word.head].pos not in VERBAL or tree.kids(v, "nsubj", "nsubjpass", "aux"):
            return None
        v = word.head
    return None


def reporter(tree: Tree, v: int, statements: frozenset[str]) -> int | None:
    """The verb of saying whose content verb `v` is the head of."""
    for _ in range(3):
        word = tree.words[v]
        if word.head == v:
            return None
        if word.dep in ("ccomp", "xcomp", "parataxis", "advcl") and tree.words[word.head].lemma in statements:
            return word.head
        if word.dep != "conj":
            return None
        v = word.head
    return None

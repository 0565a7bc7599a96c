"""Event patterns: which words, with which objects and around which parties, make an event of which kind.

A pattern is a line or two of YAML (docs/how-to-add-a-pattern.md). Loading compiles the patterns into an index by the
lemma of their first word, so that a sentence is matched by looking up its words once.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from sayso.lexicon.files import DATA, LexiconError, entries, place
from sayso.lexicon.inflect import Inflector
from sayso.lexicon.ontology import Ontology

Kind = Literal["verb", "noun", "adjective"]
Clause = Literal["", "needed", "none", "infinitive", "finite", "another"]

PREPOSITIONS = frozenset(
    {
        "about", "after", "against", "alongside", "among", "around", "at", "before", "behind", "between", "by", "for",
        "from", "in", "inside", "into", "near", "of", "off", "on", "onto", "out", "over", "through", "to", "toward",
        "towards", "under", "upon", "with", "within", "without",
    }
)  # fmt: skip
LINKS = PREPOSITIONS | {
    "across", "along", "belonging", "down", "held", "imposed", "opposite", "outside", "past", "targeting",
    "throughout", "up",
}  # fmt: skip
"""The words that may stand before a party: prepositions, and participles that do their work ("forces belonging to")."""
ROLES = frozenset({"obj", "iobj", "subj", "in-obj", "poss", "clause", "clause-obj", "inner", "none", "mod", "owner"})
"""The places of a party that no word introduces."""

YIELDING = 100_000
"""By how much the order of a rule is lowered that has lost the subject it asks for; more than there are entries."""
OBJECT_SLOTS = ("on", "against", "to", "from", "with", "into", "in", "of")


class Pattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of event and the ways to say it, as an analyst writes it.

    `verbs`, `nouns`, `adjectives`: phrases whose first word is a lemma. `objects`: lemmas (or `@class`) of which the
    verb's object must be one; `subjects`: the same for its subject. `to`, `by`: slots where the recipient and the
    actor stand, best first (one of ROLES, or a preposition).
    `light`: verbs (or `@class`) with which a noun makes one event, as in "launched an attack". `clause`: whether a
    clause must follow, and of which form (`another`: an infinitive with a subject of its own, "wants Peru to pay").
    `compose`: the table that says what the act becomes by what it is about. `hidden`: no event of its own; it keeps a
    weaker pattern off, or counts only when composed. `strict`: nobody nearby is taken for the recipient. `carried`: a
    noun that is an event only with a light verb; `both`: one that needs parties on both sides without one; `bare`: one
    that is an event even where nobody takes part ("a coup remains possible"). `inner`: an event only for an act about
    it, as a reform that is asked for, promised or refused. `yes`: "Sentence. => actor > recipient"; `no`: sentences in
    which this pattern must not be found.
    """

    cameo: str
    id: str = ""
    plover: str | None = None
    mode: str | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    light: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    clause: Clause = ""
    compose: str = ""
    reciprocal: bool = False
    hidden: bool = False
    strict: bool = False
    carried: bool = False
    both: bool = False
    bare: bool = False
    inner: bool = False
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class WordClass(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A named list of lemmas, written `@name` in patterns."""

    name: str
    words: tuple[str, ...]


class Rule(msgspec.Struct, frozen=True, gc=False):
    """A pattern compiled for one phrase: `first` word's lemma, the `rest` of the phrase, sets instead of lists.

    `order` counts entries, so that of two equally good rules the later (a user's) wins.
    """

    id: str
    kind: Kind
    first: str
    rest: tuple[str, ...]
    cameo: str
    plover: str | None
    mode: str | None
    objects: frozenset[str]
    subjects: frozenset[str]
    light: frozenset[str]
    to: tuple[str, ...]
    by: tuple[str, ...]
    clause: Clause
    compose: str
    reciprocal: bool
    hidden: bool
    strict: bool
    carried: bool
    both: bool
    bare: bool
    inner: bool
    order: int


class Nominal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A noun that tells what a verb tells: "the evacuation of the embassy" is an event where "evacuate" is one."""

    verb: str
    nouns: tuple[str, ...]


class PatternError(LexiconError):
    """A pattern that cannot be used: number `order` of those given."""

    def __init__(self, order: int, message: str) -> None:
        super().__init__(message)
        self.order = order


class EventLexicon:
    """All event patterns, indexed. `verbs`, `nouns`, `adjectives`: first lemma → its rules; `nominals`: noun → verb."""

    __slots__ = ("adjectives", "classes", "inflector", "nominals", "nouns", "ontology", "patterns", "verbs")

    def __init__(
        self,
        patterns: Sequence[Pattern],
        classes: Iterable[WordClass],
        ontology: Ontology,
        nominals: Iterable[Nominal] = (),
    ) -> None:
        self.patterns = tuple(patterns)
        self.classes = _classes(classes)
        self.ontology = ontology
        self.verbs: dict[str, tuple[Rule, ...]] = {}
        self.nouns: dict[str, tuple[Rule, ...]] = {}
        self.adjectives: dict[str, tuple[Rule, ...]] = {}
        for order, pattern in enumerate(self.patterns):
            for rule in self._compiled(pattern, order):
                index = {"verb": self.verbs, "noun": self.nouns, "adjective": self.adjectives}[rule.kind]
                index[rule.first] = (*index.get(rule.first, ()), rule)
        self.inflector = Inflector(self.verbs)
        self.nominals = {noun: entry.verb for entry in nominals for noun in entry.nouns}

    @classmethod
    def load(cls, extra: Sequence[Path] = (), ontology: Ontology | None = None) -> "EventLexicon":
        """Sayso's patterns, then those of `extra` files. Raises LexiconError for a file that cannot be used."""
        classes = entries("classes", WordClass, (DATA / "events" / "classes.yaml", *extra))
        nominals = entries("nominals", Nominal, (DATA / "events" / "nominals.yaml", *extra))
        patterns, ontology = entries("events", Pattern, extra), ontology or Ontology.load(extra=extra)
        try:
            return cls(patterns, classes, ontology, nominals)
        except PatternError as error:
            raise LexiconError(f"{place('events', error.order, extra)}: {error}") from error

    def noun_rules(self, noun: str, form: str) -> tuple[Rule, ...]:
        """The verb rules that a noun without patterns of its own follows: by its lemma, or as a gerund by its form."""
        verb = self.nominals.get(noun) or self.nominals.get(form) or (form if " " in form else None)
        if verb is None and form.endswith("ing") and (known := self.inflector.lemma(form)):
            verb = known[0]
        rules = self._verb_rules(verb) if verb else ()
        usable = (rule for rule in rules if rule.clause in ("", "none") and not _by_subject(rule))
        return tuple(_nominal(rule) for rule in usable)

    def _verb_rules(self, verb: str) -> tuple[Rule, ...]:
        """The rules of a verb, or of one with its particle: for "hand over" those of "hand" that go on so."""
        first, _, particle = verb.partition(" ")
        rules = self.verbs.get(first, ())
        if not particle:
            return rules
        return tuple(msgspec.structs.replace(r, rest=r.rest[1:]) for r in rules if r.rest[:1] == (particle,))

    def words(self, name: str) -> frozenset[str]:
        """The lemmas of class `name` (without `@`); empty when there is none."""
        return self.classes.get(name, frozenset())

    def rules(self, pattern: Pattern, order: int = 0) -> Iterable[Rule]:
        """The pattern compiled: a rule for each of its phrases. Raises LexiconError for what nobody defined."""
        phrases: tuple[tuple[Kind, tuple[str, ...]], ...] = (
            ("verb", pattern.verbs), ("noun", pattern.nouns), ("adjective", pattern.adjectives),
        )  # fmt: skip
        name = pattern.id or _name(pattern)
        if self.ontology.name(pattern.cameo) is None:
            raise LexiconError(f"event pattern {name}: no CAMEO code {pattern.cameo!r}")
        for slot in (*pattern.to, *pattern.by):
            if slot not in ROLES and slot not in LINKS:
                raise LexiconError(
                    f"event pattern {name}: no slot {slot!r}; there are {', '.join(sorted(ROLES))}, or a preposition"
                )
        if pattern.compose and not self.ontology.composes(pattern.compose):
            raise LexiconError(f"event pattern {name}: no table of compositions {pattern.compose!r}")
        for kind, all_phrases in phrases:
            for phrase in all_phrases:
                spelled = sorted(self._set((phrase,), name)) if phrase.startswith("@") else (phrase,)
                for one in spelled:
                    yield self._rule(pattern, name, kind, one, order)

    def _compiled(self, pattern: Pattern, order: int) -> list[Rule]:
        try:
            return list(self.rules(pattern, order))
        except LexiconError as error:
            raise PatternError(order, str(error)) from error

    def _rule(self, pattern: Pattern, name: str, kind: Kind, phrase: str, order: int) -> Rule:
        first, *rest = phrase.split()
        to = pattern.to
        if not to and rest and rest[-1] in PREPOSITIONS:
            to = (rest[-1],)
        return Rule(
            name, kind, first, tuple(rest), pattern.cameo, pattern.plover, pattern.mode,
            self._set(pattern.objects, name), self._set(pattern.subjects, name), self._set(pattern.light, name),
            to, pattern.by, pattern.clause, pattern.compose, pattern.reciprocal, pattern.hidden, pattern.strict,
            pattern.carried, pattern.both, pattern.bare, pattern.inner, order,
        )  # fmt: skip

    def _set(self, words: tuple[str, ...], name: str) -> frozenset[str]:
        out: set[str] = set()
        for word in words:
            if not word.startswith("@"):
                out.add(word)
            elif word[1:] in self.classes:
                out.update(self.classes[word[1:]])
            else:
                raise LexiconError(f"event pattern {name}: no class {word!r}")
        return frozenset(out)


def _by_subject(rule: Rule) -> bool:
    """Whether only its subject makes a verb rule what it is: "riots spread" are no "spread of lies"."""
    return bool(rule.subjects) and (rule.hidden or (rule.strict and not rule.objects and not rule.rest))


def _nominal(rule: Rule) -> Rule:
    """A verb rule as a noun's: what was the verb's object stands behind `of`. One whose subject mattered yields."""
    to = rule.to or (OBJECT_SLOTS if rule.objects else ("obj", *OBJECT_SLOTS))
    slots = tuple(dict.fromkeys("of" if slot == "obj" else slot for slot in to))
    nobody: frozenset[str] = frozenset()
    return msgspec.structs.replace(
        rule,
        kind="noun",
        to=slots,
        by=("by", "owner"),
        light=nobody,
        subjects=nobody,
        order=rule.order - YIELDING * bool(rule.subjects),
    )


def _classes(classes: Iterable[WordClass]) -> dict[str, frozenset[str]]:
    """Later classes of a name add to earlier ones; a class may name another that stands before it."""
    found: dict[str, frozenset[str]] = {}
    for entry in classes:
        words: set[str] = set(found.get(entry.name, ()))
        for word in entry.words:
            words.update(found.get(word[1:], ()) if word.startswith("@") else (word,))
        found[entry.name] = frozenset(words)
    return found


def _name(pattern: Pattern) -> str:
    first = (*pattern.verbs, *pattern.nouns, *pattern.adjectives, "nothing")[0].replace(" ", "-")
    return f"{pattern.cameo}-{first}" + (f"-{pattern.objects[0].lstrip('@')}" if pattern.objects else "")

"""Verb dictionaries: blocks of verbs with a code and their patterns, as event patterns of our own."""

import re
from collections.abc import Iterator

import msgspec

from sayso.ingest.petrarch.codes import NULL
from sayso.ingest.petrarch.lines import Left, Line, lines
from sayso.ingest.petrarch.patterns import Shape, Unfit, convert
from sayso.ingest.petrarch.spelling import plural, words
from sayso.lexicon.events import PREPOSITIONS, Pattern, WordClass
from sayso.lexicon.ontology import Ontology

PREFIX = "imported-"
"""Stands before the names of synonym sets, so that they do not add to Sayso's classes of the same name."""
HIDDEN = "010"
"""The code of patterns that keep Sayso from coding; they give no event, so that any code would do."""
_CODE = re.compile(r"\[([^\[\]]*)\]\s*$")
_VERB = re.compile(r"\+?[^\W\d_][\w'’+-]*")
_IN_BRACKETS = re.compile(r"\[([^\[\]]*)\]")


class Verbs(msgspec.Struct, frozen=True):
    """What a verb dictionary gave."""

    events: tuple[Pattern, ...]
    classes: tuple[WordClass, ...]


class _Coding(msgspec.Struct, frozen=True):
    """A code as a pattern has it. `both`: written twice, as in `[050:050]`, so that it goes both ways."""

    cameo: str | None
    both: bool = False


class VerbImport:
    """Reads a verb dictionary line by line, remembering the block it is in."""

    def __init__(self, ontology: Ontology, left: Left) -> None:
        self.ontology = ontology
        self.left = left
        self.sets: dict[str, list[str]] = {}
        self.set: str | None = None
        self.default = _Coding(None)
        self.verbs: list[str] = []
        self.events: list[Pattern] = []

    def read(self, text: str) -> Verbs:
        """The patterns and classes of a dictionary."""
        for line in lines(text, self.left):
            self._line(line)
        named = (WordClass(_class(name), tuple(members)) for name, members in self.sets.items() if members)
        return Verbs(tuple(_merged(self.events)), tuple(named))

    def _line(self, line: Line) -> None:
        if line.text.startswith("---"):
            self._heading(line)
        elif line.text.startswith("-"):
            self._pattern(line)
        elif line.text.startswith("&"):
            self.set = line.text.split()[0]
            self.sets.setdefault(self.set, [])
        elif line.text.startswith("+") and self.set is not None:
            self._member(line, self.set)
        elif line.text.startswith("~"):
            self.left.add(line, "a transformation: Sayso reads the event inside a report as an event of its own")
        else:
            self._verb(line)

    def _heading(self, line: Line) -> None:
        found = _IN_BRACKETS.search(line.text)
        self.set, self.verbs = None, []
        coding = self._coding(line, found[1] if found else NULL)
        self.default = coding or _Coding(None)

    def _coding(self, line: Line, written: str) -> _Coding | None:
        """The code in brackets; None for one that cannot be used. A null code has no `cameo`."""
        first, mark, second = written.strip().partition(":")
        if first in (NULL, ""):
            return _Coding(None)
        if self.ontology.name(first) is None:
            self.left.add(line, f"there is no CAMEO code {first!r}")
            return None
        if mark and second not in (first, NULL, ""):
            self.left.add(line, f"the second code, {second}: kept {first}")
        return _Coding(first, both=mark != "" and second == first)

    def _member(self, line: Line, name: str) -> None:
        term = line.text[1:]
        phrase = words(term)
        if " " in phrase:
            self.left.add(line, f"a phrase in {name}: the members of a class are single words")
            return
        members = self.sets[name]
        members.append(phrase)
        if not (term.endswith("_") or name.endswith("_")):
            members.append(plural(phrase))

    def _verb(self, line: Line) -> None:
        """A verb of the block; its irregular forms in braces are left to the parser, which knows them."""
        self.set = None
        written = _CODE.search(line.text)
        name = re.split(r"[\s{\[]", line.text, maxsplit=1)[0]
        if not _VERB.fullmatch(name):
            self.left.add(line, "no verb stands first on the line")
            return
        if "+" in name[1:]:
            self.left.add(line, "a verb whose first word is not the verb")
            return
        verb = words(name.removeprefix("+"))
        self.verbs.append(verb)
        coding = self._coding(line, written[1]) if written else self.default
        if coding and coding.cameo:
            self.events.append(
                Pattern(coding.cameo, verbs=(verb,), to=_particle(verb, Shape()), reciprocal=coding.both)
            )

    def _pattern(self, line: Line) -> None:
        written = _CODE.search(line.text)
        if written is None:
            self.left.add(line, "a pattern without a code")
        elif not self.verbs:
            self.left.add(line, "a pattern before any verb of its block")
        else:
            coding = self._coding(line, written[1])
            if coding is not None:
                self._add(line, line.text[1 : written.start()], coding)

    def _add(self, line: Line, body: str, coding: _Coding) -> None:
        try:
            shapes = convert(body, {name: tuple(members) for name, members in self.sets.items()}, _class)
        except Unfit as unfit:
            self.left.add(line, str(unfit))
            return
        self.events.extend(_made(verb, shape, coding) for shape in shapes for verb in self.verbs)


def _made(verb: str, shape: Shape, coding: _Coding) -> Pattern:
    return Pattern(
        coding.cameo or HIDDEN, verbs=(" ".join((verb, *shape.rest)),), objects=shape.objects,
        subjects=shape.subjects, to=shape.to or _particle(verb, shape), by=shape.by,
        reciprocal=coding.both or shape.both, hidden=coding.cameo is None,
    )  # fmt: skip


def _particle(verb: str, shape: Shape) -> tuple[str, ...]:
    """Where the target of "cart off" stands: after the verb, else, as with "come upon", after the particle."""
    last = verb.rpartition(" ")[2]
    if last == verb or last not in PREPOSITIONS:
        return ()
    return ("in-obj" if shape.objects else "obj", last)


def _class(name: str) -> str:
    return PREFIX + name.strip("&_").lower()


def _merged(patterns: list[Pattern]) -> Iterator[Pattern]:
    """Patterns that differ only in their verbs as one; then those that differ only in their objects."""
    by_rest: dict[Pattern, dict[str, None]] = {}
    for pattern in patterns:
        key = msgspec.structs.replace(pattern, verbs=())
        by_rest.setdefault(key, {}).update(dict.fromkeys(pattern.verbs))
    by_verbs: dict[Pattern, dict[str, None]] = {}
    for key, verbs in by_rest.items():
        bare = msgspec.structs.replace(key, verbs=tuple(verbs), objects=("",) if key.objects else ())
        by_verbs.setdefault(bare, {}).update(dict.fromkeys(key.objects))
    for bare, objects in by_verbs.items():
        yield msgspec.structs.replace(bare, objects=tuple(objects))

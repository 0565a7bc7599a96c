"""A grammar that writes annotated sentences: the parts that its frames (`training.frames`) are filled with."""

import random
from pathlib import Path
from typing import Any, NamedTuple

import yaml

WORDS = Path(__file__).parent / "data" / "words.yaml"
FACT = 3
PARTICLES = ("down", "up", "out")


class Verb(NamedTuple):
    """The forms of a verb, and what it is done to."""

    base: str
    third: str
    past: str
    participle: str
    ing: str
    kind: str

    def into(self, form: str, value: float) -> str:
        """`form` with its BASE, PART, PAST and ING filled in, the verb marked with how surely it is told."""
        forms = {"BASE": self.base, "PART": self.participle, "PAST": self.past, "ING": self.ing}
        for slot, word in forms.items():
            form = form.replace(slot, mark(word, value))
        return form


def mark(words: str, value: float) -> str:
    """The verb of `words` marked with a value; a particle after it stays outside the mark."""
    head, _, last = words.rpartition(" ")
    return f"{head}^{value} {last}" if last in PARTICLES else f"{words}^{value}"


class Grammar:
    """Sentence parts, marked (see `training.markup`). The same seed gives the same ones."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.words: dict[str, Any] = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
        self.verbs = [Verb(*row) for row in self.words["verbs"]]

    # Choosing.

    def pick(self, kind: str) -> str:
        """A word or phrase of a kind."""
        return str(self.random.choice(self.words[kind]))

    def pair(self, kind: str) -> tuple[str, float]:
        """A form and its value."""
        form, value = self.random.choice(self.words[kind])
        return form, value

    def one(self, *options: str) -> str:
        return self.random.choice(options)

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    # Who, when, where.

    def actor(self) -> str:
        """Somebody who does something."""
        kind = self.random.choices(["states", "capitals", "bodies", "people", "forces"], [4, 2, 5, 3, 2])[0]
        return f"{self.pick('adjectives')} {self.pick(kind)}" if kind == "forces" else self.pick(kind)

    def source(self) -> str:
        """Somebody who says something."""
        kinds = ["states", "capitals", "bodies", "people", "anonymous", "pronouns", "offices"]
        kind = self.random.choices(kinds, [1, 3, 6, 7, 5, 5, 3])[0]
        if kind == "offices":
            return f"{self.one('the ', '', 'a ')}{self.pick('adjectives')} {self.pick('offices')}"
        name = self.pick(kind)
        return name + self.pick("additions") if kind == "people" and self.chance(0.2) else name

    def verb(self) -> tuple[Verb, str]:
        """A verb, and its object with a blank before it."""
        verb = self.random.choice(self.verbs)
        what = "" if verb.kind == "none" else " " + str(self.random.choice(self.words["objects"][verb.kind]))
        return verb, what

    def when(self, share: float = 0.4) -> str:
        return f" {self.pick('times')}" if self.chance(share) else ""

    def where(self, share: float = 0.3) -> str:
        return f" {self.pick('places')}" if self.chance(share) else ""

    def soon(self, share: float = 0.4) -> str:
        return f" {self.pick('soon')}" if self.chance(share) else ""

    # Clauses: an actor, an event marked with how surely it is told, and what else belongs to it.

    def clause(self) -> str:
        """A finite clause, of a fact or of something less."""
        forms = [self.past, self._passive, self._negated, self._future, self._possible, self._governed, self._noun]
        return self.random.choices(forms, [6, 3, 3, 3, 3, 6, 2])[0](self.actor())

    def fact(self) -> str:
        """A clause that tells of a fact."""
        return self.random.choices([self.past, self._passive], [3, 1])[0](self.actor())

    def past(self, who: str) -> str:
        """What `who` did."""
        verb, what = self.verb()
        forms = [verb.past, "had " + verb.participle, "has " + verb.participle, "were " + verb.ing]
        form = self.random.choices(forms, [6, 3, 2, 0.5])[0]
        return f"{who} {mark(form, FACT)}{what}{self.where()}{self.when()}"

    def as_sure(self, value: float) -> str:
        """What somebody did, marked with another value than a fact's."""
        return self.past(self.actor()).replace(f"^{FACT}", f"^{value}")

    def infinitive(self, value: float) -> str:
        verb, what = self.verb()
        return f"to {mark(verb.base, value)}{what}{self.soon(0.3)}"

    def gerund(self, value: float) -> str:
        verb, what = self.verb()
        return f"{mark(verb.ing, value)}{what}{self.where(0.2)}"

    def _passive(self, who: str) -> str:
        verb, what = self.verb()
        if not what:
            return self.past(who)
        by = f" by {who}" if self.chance(0.5) else ""
        was = self.one("was", "were", "had been", "has been")
        return f"{what.strip()} {was} {mark(verb.participle, FACT)}{by}{self.where()}{self.when()}"

    def _negated(self, who: str) -> str:
        verb, what = self.verb()
        return f"{who} {verb.into(self.pick('negated'), -FACT)}{what}{self.when(0.2)}"

    def _future(self, who: str) -> str:
        verb, what = self.verb()
        modal, value = self.pair("future")
        return f"{who} {modal} {mark(verb.base, value)}{what}{self.soon()}"

    def _possible(self, who: str) -> str:
        verb, what = self.verb()
        modal, value = self.pair("possible")
        if modal in self.words["adverbial"]:
            return f"{who} {modal} {mark(verb.past, value)}{what}{self.when()}"
        return f"{who} {modal} {mark(verb.base, value)}{what}{self.soon(0.3)}"

    def _governed(self, who: str) -> str:
        """An event under a verb that says whether it came about."""
        verb, what = self.verb()
        return f"{who} {verb.into(*self.pair('governors'))}{what}{self.where(0.15)}{self.when(0.15)}"

    def _noun(self, who: str) -> str:
        """An event told by a noun; whoever does it is left out."""
        del who
        noun = self.pick("nouns")
        form, value = self.pair("noun_clauses")
        adjective = self.pick("adjectives") + " " if self.chance(0.4) else ""
        return form.replace("NOUN", adjective + mark(noun, value))

    # Saying.

    def said(self) -> str:
        return self.pick("said") if self.chance(0.55) else "said"

    def tail(self) -> str:
        """What may stand after a word of saying."""
        told = (" in an interview", " at a news conference", " on Twitter", " in a statement", ", adding nothing")
        return self.one("", "", "", f" {self.pick('times')}", f" in {self.pick('capitals')}", *told)

"""The book that the actor rules write in while one document is read, and what they may ask of it."""

from typing import Literal

import msgspec

from sayso.lexicon.actors import Listed, Person, Sort
from sayso.model.flow import ActorTable, Mention, Parse
from sayso.model.ids import stable_id
from sayso.model.record import Actor

How = Literal["name", "acronym", "role", "description", "pronoun", "generic", "adjective"]


class Profile(msgspec.Struct, frozen=True, gc=False):
    """What the rules need to know of an actor beyond the record: nouns it is called, whether it is one, many, she."""

    name: str
    kind: str
    code: str | None = None
    country: str | None = None
    wikidata: str | None = None
    called: frozenset[str] = frozenset()
    role: str = ""


class Ledger:
    """Actors and mentions of one document, in the making. `parse` is read only; the rest grows."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.profiles: dict[str, Profile] = {}
        self.mentions: dict[int, Mention] = {}
        self.covered: dict[int, Mention] = {}
        self.females: set[str] = set()
        self.apart: set[int] = set()

    def actor(self, profile: Profile) -> str:
        """The id of the actor of that canonical name, entered if new."""
        actor_id = stable_id("actor", self.parse.document.id, profile.name)
        self.profiles.setdefault(actor_id, profile)
        return actor_id

    def mention(
        self, actor_id: str, first: int, last: int, how: How, head: int | None = None, also: tuple[str, ...] = ()
    ) -> Mention:
        """Words `[first, last)` name the actor. A longer mention takes the place of shorter ones in it.

        The names of others stay ("EU" in "the EU's envoy"), so that later words can take them up.
        """
        top = head_of(self.parse, first, last) if head is None else head
        made = Mention(first, last, top, actor_id, how, also)
        for i in range(first, last):
            before = self.covered.get(i)
            inside = before is not None and first <= before.first and before.last <= last
            if before and inside and not _stays(before, actor_id, top):
                self.mentions.pop(before.head, None)
            self.covered[i] = made
        self.mentions[top] = made
        return made

    def nested(self, actor_id: str, first: int, last: int, how: How) -> None:
        """A mention inside of a longer one ("Russian" in "Russian trucks"); never takes its place."""
        top = head_of(self.parse, first, last)
        self.mentions.setdefault(top, Mention(first, last, top, actor_id, how))

    def profile(self, actor_id: str) -> Profile:
        return self.profiles[actor_id]

    def table(self, base: Profile | None = None) -> ActorTable:
        """The finished table: mentions in text order, actors in the order of their first mention.

        `base`: the state that the text is written from, be it named or not.
        """
        ordered = tuple(sorted(self.mentions.values(), key=lambda m: (m.first, m.last)))
        spans: dict[str, list[Mention]] = {}
        for mention in ordered:
            for actor_id in (mention.actor, *mention.also):
                spans.setdefault(actor_id, []).append(mention)
        actors = tuple(self._finished(actor_id, found) for actor_id, found in spans.items())
        home = self._finished(self.actor(base), []) if base else None
        return ActorTable(actors, ordered, frozenset(self.apart), home)

    def _finished(self, actor_id: str, found: list[Mention]) -> Actor:
        seen = self.profiles[actor_id]
        return Actor(
            id=actor_id, name=seen.name, code=seen.code, country=seen.country, kind=seen.kind, wikidata=seen.wikidata,
            mentions=tuple(self.parse.span(m.first, m.last) for m in found),
        )  # fmt: skip


def _stays(inner: Mention, actor_id: str, head: int) -> bool:
    return inner.how in {"name", "adjective"} and inner.actor != actor_id and inner.head != head


def head_of(parse: Parse, first: int, last: int) -> int:
    """The word of `[first, last)` that hangs on a word outside of it: the rightmost one that is no punctuation."""
    words = parse.words
    for i in range(last - 1, first - 1, -1):
        outside = words[i].head == i or not first <= words[i].head < last
        if outside and words[i].pos != "PUNCT" and words[i].tag != "POS":
            return i
    return last - 1


def of_listed(listed: Listed) -> Profile:
    """A listed actor's profile; an organisation without a code gets `IGO` and its acronym."""
    return Profile(listed.name, listed.kind, listed.code, listed.country, listed.wikidata, listed.called)


def of_person(person: Person, post: tuple[str | None, str | None]) -> Profile:
    """A listed person's profile, with the code and country of the office (`ActorLexicon.post`)."""
    return Profile(person.name, "person", post[0], post[1], person.wikidata)


def of_sort(sort: Sort, owner: Listed | None, words: str) -> Profile:
    """A sort of people or body, of a state where one is known: "Russian military", RUSMIL. `words`: the text's."""
    name = words.lower() if sort.own else sort.name
    if owner is None:
        return Profile(name, sort.kind, sort.suffix or None)
    base = owner.code or owner.country or ""
    return Profile(f"{owner.adjective or owner.name} {name}", sort.kind, f"{base}{sort.suffix}" or None, owner.country)

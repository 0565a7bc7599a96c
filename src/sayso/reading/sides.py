"""Parties of events, with "we" and "I" read as the side of whoever speaks, and towns as their country's."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import msgspec

from sayso.model.flow import ActorTable, AttributionMention, EventMention, FoundPlace, Mention, Parse
from sayso.model.record import Actor, Attribution, Party
from sayso.reading import actors
from sayso.reading.attribution import quotes
from sayso.reading.attribution.quotes import Quotations
from sayso.reading.near import Near

FIRST_PERSON = frozenset({"we", "us", "our", "ours", "ourselves", "i", "me", "my", "mine", "myself"})
SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
POSSESSIVES = frozenset({"its", "his", "her", "their"})
DEMONSTRATIVES = frozenset({"this", "that", "these", "those"})
NAMING = frozenset({"compound", "nmod", "appos"})
PRIVATE = ("BUS", "MED", "NGO", "MNC")
OURS = frozenset({"our", "my"})
TOLD = ":clause"
AUTHOR = "author"


class Sides:
    """Resolves event arguments to parties.

    "We" inside a source's content is the speaker's country where known, else the speaker; "I" is the speaker.
    Outside of any, both are the author.
    """

    def __init__(
        self,
        parse: Parse,
        table: ActorTable,
        attributions: Sequence[AttributionMention],
        records: Sequence[Attribution],
        places: Sequence[FoundPlace] = (),
    ) -> None:
        self._parse = parse
        known = {actor.country for actor in table.actors}
        # A town's country counts where the text speaks of it: there are many namesakes.
        self._countries = {place.head: place.country for place in places if place.country in known}
        self._table = table
        self._held = sorted(
            ((first, last, record) for found, record in zip(attributions, records, strict=True)
             for first, last in found.content),
            key=lambda one: one[1] - one[0],
        )  # fmt: skip
        self._near = Near(parse, ((k, ((first, last),)) for k, (first, last, _) in enumerate(self._held)))
        self._mentions = sorted(table.mentions, key=_head)
        self._states: dict[str | None, Actor] = {}
        for actor in table.actors:
            if actor.kind == "state":
                self._states.setdefault(actor.country, actor)

    def both(self, event: EventMention) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
        """Actors and recipients of an event. Nobody meets himself or leaves himself: a word that points ("this
        country", "its leaders" of a meeting) and seems to mean the other side of the event keeps only its words.
        """
        if event.reciprocal or event.actors == event.recipients:
            sides = self._unlike(event.actors, reciprocal=True)
            return sides, sides
        actors = self.parties(event.actors)
        recipients = {party.name: party for party in self._apart(event.recipients, actors)}
        return actors, tuple(recipients.values())

    def _apart(self, heads: Sequence[int], others: Sequence[Party]) -> Iterator[Party]:
        for head in heads:
            for party in self._each(head):
                points = self._parse.words[head].pos == "PRON" or self._has(head, "DET", DEMONSTRATIVES)
                yield self._only_words(party) if points and _meets(party, others) else party

    def _unlike(self, heads: Sequence[int], *, reciprocal: bool) -> tuple[Party, ...]:
        found: dict[str, Party] = {}
        for head in heads:
            for party in self._each(head):
                mirrored = reciprocal and self._has(head, "PRON", POSSESSIVES) and _meets(party, found.values())
                party = self._somebody_else(head, party, found.values()) if mirrored else party  # noqa: PLW2901
                found.setdefault(party.name, party)
        return tuple(found.values())

    def _somebody_else(self, head: int, party: Party, others: Iterable[Party]) -> Party:
        """Whom "its leaders" belong to when not to the other side: the nearest other actor in this sentence or the
        one before, else only words."""
        first = self._parse.sentences[max(0, self._parse.sentence(head).index - 1)].first
        start = bisect_left(self._mentions, first, key=_head)
        nearest = reversed(self._mentions[start : bisect_left(self._mentions, head, key=_head)])
        for mention in nearest:
            actor = self._table.actor(mention.actor)
            owner = Party(name=actor.name, span=party.span, code=actor.code, country=actor.country, actor_id=actor.id)
            # Generic actors ("military") have names in lower case, and are nobody in particular.
            if (
                actor.code
                and actor.name[:1].isupper()
                and actor.kind not in ("place", "region")
                and not _meets(owner, others)
            ):
                return owner
        return self._only_words(party)

    def _has(self, head: int, pos: str, words: frozenset[str]) -> bool:
        below = (self._parse.words[i] for i in self._parse.children[head])
        return any(word.pos == pos and word.lower in words for word in below)

    @staticmethod
    def _only_words(party: Party) -> Party:
        return Party(name=party.span.text, span=party.span)

    def parties(self, heads: Sequence[int]) -> tuple[Party, ...]:
        """The parties at `heads`, each name once."""
        found: dict[str, Party] = {}
        for head in heads:
            for party in self._each(head):
                found.setdefault(party.name, party)
        return tuple(found.values())

    def _each(self, head: int) -> tuple[Party, ...]:
        word = self._parse.words[head]
        if word.lower in FIRST_PERSON and word.text != "US":
            return (self._speaker(head),)
        found = actors.each(self._parse, self._table, head)
        if len(found) == 1 and found[0].country is None and self._has(head, "PRON", OURS):
            return (self._ours(head, found[0]),)
        if len(found) > 1 or found[0].code or found[0].country:
            return found
        country = self._country(head)
        return found if country is None else (msgspec.structs.replace(found[0], country=country),)

    def _author(self, head: int) -> Party:
        """The author; "we" is the country that the text is written from, where that is known."""
        span, base = self._parse.span(head, head + 1), self._table.base
        if base is not None and self._parse.words[head].lower not in SINGULAR:
            known = any(actor.id == base.id for actor in self._table.actors)
            actor_id = base.id if known else None
            return Party(name=base.name, span=span, code=base.code, country=base.country, actor_id=actor_id)
        return Party(name=self._parse.document.author or AUTHOR, span=span)

    def _ours(self, head: int, party: Party) -> Party:
        """ "Our army", "our hospital": of the country of whoever says so, where that is known."""
        owner = next(i for i in self._parse.children[head] if self._parse.words[i].lower in OURS)
        country = self._speaker(owner).country or self._told(owner)
        state = self._states.get(country)
        base = state.code if state is not None else country
        if base is None:
            return party
        return msgspec.structs.replace(party, code=f"{base}{party.code or ''}", country=country, actor_id=None)

    def _told(self, head: int) -> str | None:
        """The country of whoever tells what stands at `head`, even where the author's words stand for his."""
        held = (self._held[k] for k in self._near.at(head))
        record = next((record for first, last, record in held if first <= head < last), None)
        return record.speaker.country if record is not None else None

    def _country(self, head: int) -> str | None:
        """The country of the place that the noun at `head` is or is of: "Odesa", "the port of Odesa"."""
        if head in self._countries:
            return self._countries[head]
        words = self._parse.words
        for child in self._parse.children[head]:
            if words[child].dep in NAMING and child in self._countries:
                return self._countries[child]
            if words[child].lower == "of" and words[child].dep == "prep":
                named = (self._countries[i] for i in self._parse.children[child] if i in self._countries)
                return next(named, None)
        return None

    def _spoken(self, record: Attribution, head: int) -> bool:
        """Whether the source's own words stand at `head`: in "he said that we lied" the author says "we"."""
        if record.mode == "direct" or not record.rule.endswith(TOLD):
            return True
        return record.mode == "mixed" and self._quotations.at(head) is not None

    @cached_property
    def _quotations(self) -> Quotations:
        return quotes.find(self._parse)

    def _speaker(self, head: int) -> Party:
        span = self._parse.span(head, head + 1)
        held = (self._held[k] for k in self._near.at(head))
        record = next((record for first, last, record in held if first <= head < last), None)
        if record is not None and not self._spoken(record, head):
            record = None
        if record is None or record.speaker.kind == "narrator":
            return self._author(head)
        speaker = record.speaker
        private = (speaker.code or "").endswith(PRIVATE)
        if speaker.country and not private and self._parse.words[head].lower not in SINGULAR:
            country = self._states.get(speaker.country)
            if country is not None:
                return Party(
                    name=country.name, span=span, code=country.code, country=country.country, actor_id=country.id
                )
        return Party(
            name=speaker.name, span=span, code=speaker.code, country=speaker.country, actor_id=speaker.actor_id
        )


def _head(mention: Mention) -> int:
    return mention.head


def _meets(party: Party, others: Iterable[Party]) -> bool:
    """Whether a party is, or belongs to, one of the others."""
    return any(
        (party.actor_id is not None and party.actor_id == other.actor_id)
        or (party.country is not None and party.country == other.country)
        for other in others
    )

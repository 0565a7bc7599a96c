"""Parties of events, with "we" and "I" read as the side of whoever speaks."""

from collections.abc import Sequence

from sayso.model.flow import ActorTable, AttributionMention, Parse
from sayso.model.record import Attribution, Party
from sayso.reading import actors

FIRST_PERSON = frozenset({"we", "us", "our", "ours", "ourselves", "i", "me", "my", "mine", "myself"})
SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
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
    ) -> None:
        self._parse = parse
        self._table = table
        self._held = sorted(
            ((first, last, record) for found, record in zip(attributions, records, strict=True)
             for first, last in found.content),
            key=lambda one: one[1] - one[0],
        )  # fmt: skip

    def parties(self, heads: Sequence[int]) -> tuple[Party, ...]:
        """The parties at `heads`, each name once."""
        found: dict[str, Party] = {}
        for head in heads:
            for party in self._each(head):
                found.setdefault(party.name, party)
        return tuple(found.values())

    def _each(self, head: int) -> tuple[Party, ...]:
        if self._parse.words[head].lower in FIRST_PERSON:
            return (self._speaker(head),)
        return actors.each(self._parse, self._table, head)

    def _speaker(self, head: int) -> Party:
        span = self._parse.span(head, head + 1)
        record = next((record for first, last, record in self._held if first <= head < last), None)
        if record is None or record.speaker.kind == "narrator":
            name = self._parse.document.author or AUTHOR
            return Party(name=name, span=span)
        speaker = record.speaker
        if speaker.country and self._parse.words[head].lower not in SINGULAR:
            country = next((a for a in self._table.actors if a.kind == "state" and a.country == speaker.country), None)
            if country is not None:
                return Party(
                    name=country.name, span=span, code=country.code, country=country.country, actor_id=country.id
                )
        return Party(
            name=speaker.name, span=span, code=speaker.code, country=speaker.country, actor_id=speaker.actor_id
        )

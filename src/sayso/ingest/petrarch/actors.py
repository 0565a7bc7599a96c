"""Actors of PETRARCH files as entries of our own: persons with dated codes, states, organisations and groups."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from sayso.ingest.petrarch.blocks import Block, blocks
from sayso.ingest.petrarch.codes import Dated
from sayso.ingest.petrarch.lines import Left
from sayso.ingest.petrarch.spelling import Speller
from sayso.lexicon.actors import ActorEntry, listing
from sayso.lexicon.codes import CodeBook, Parts
from sayso.lexicon.gazetteer import Gazetteer

EARLIEST = "0001"
GROUP_KIND = "armed-group"
"""The kind of an actor whose code names a group and nothing else (`TAL`)."""


class ActorImport:
    """Turns the blocks of actor files into entries, knowing what Sayso lists already."""

    def __init__(self, speller: Speller, book: CodeBook, gazetteer: Gazetteer) -> None:
        self.speller = speller
        self.book = book
        self.gazetteer = gazetteer
        self.own = {entry.name: entry for entry in speller.lexicon.entries}

    def entries(self, text: str, left: Left) -> tuple[ActorEntry, ...]:
        """The entries of a file: of several blocks for one actor, one entry with all their names."""
        found: dict[str, ActorEntry] = {}
        for block in blocks(text, left):
            for entry in self._of_block(block, left):
                before = found.get(entry.name)
                found[entry.name] = _joined(before, entry) if before else entry
        return tuple(entry for entry in found.values() if entry != self.own.get(entry.name))

    def _of_block(self, block: Block, left: Left) -> Iterator[ActorEntry]:
        names = _distinct(self.speller.name(name) for name in block.names)
        names = tuple(name for name in names if any(c.isalnum() for c in name))
        if not names:
            left.add(block.line, "the name has no letters")
        elif self._is_person(names[0], block.codes):
            yield self._person(names, block)
        else:
            yield self._actor(names, block, left)

    def _is_person(self, name: str, codes: Sequence[Dated]) -> bool:
        """Codes with dates are those of persons, unless Sayso knows the name as something else."""
        return any(not code.always for code in codes) and not self.speller.known(name)

    def _person(self, names: tuple[str, ...], block: Block) -> ActorEntry:
        """`~`: as in PETRARCH, the family name alone is not enough."""
        dated = [f"{c.code} {c.since or EARLIEST}..{c.until or ''}" for c in block.codes if not c.always]
        always = next((code.code for code in block.codes if code.always), None)
        country = next((p.country for c in block.codes if (p := self.book.parts(c.code)).country), None)
        return ActorEntry(
            kind="person", name=names[0] + "~", aka="; ".join(names[1:]), code=always, country=country,
            codes="; ".join(dated),
        )  # fmt: skip

    def _actor(self, names: tuple[str, ...], block: Block, left: Left) -> ActorEntry:
        code = self._one_code(block, left)
        parts = self.book.parts(code)
        listed = next((n.actor for name in names[:1] for n in self.speller.known(name) if n.use == "name"), None)
        if listed is None and code == parts.country:
            state = self.speller.lexicon.states.get(code)
            towns = tuple(name for name in names if self._is_town(name, code))
            if state and towns == names:
                return self._more(self.own[state.name], code, (), towns)
        if listed is not None:
            towns = tuple(name for name in names if code == parts.country and self._is_town(name, code))
            return self._more(self.own[listed.name], code, names, towns)
        return ActorEntry(
            kind=_kind(parts), name=names[0], code=code, country=parts.country, aka="; ".join(names[1:])
        )  # fmt: skip

    def _one_code(self, block: Block, left: Left) -> str:
        """The code without dates, else the one that holds longest from now; the others are left out."""
        ranked = sorted(block.codes, key=lambda c: (c.always, c.until is None, c.until or ""), reverse=True)
        for other in ranked[1:]:
            left.add(block.line, f"{other.code}: only a person can have several codes; kept {ranked[0].code}")
        if not ranked[0].always:
            left.add(block.line, f"the dates of {ranked[0].code}: only a person's codes can have dates")
        return ranked[0].code

    def _more(self, entry: ActorEntry, code: str, names: tuple[str, ...], towns: tuple[str, ...]) -> ActorEntry:
        """An entry of Sayso's with the user's code, and those names that it does not have."""
        new = [name for name in names if name not in towns and not self._names(name, entry.name)]
        seats = [name for name in towns if not self._names(name, entry.name)]
        same = code in (entry.code, None) or any(n.actor.code == code for n in self.speller.known(entry.name))
        if same and not new and not seats:
            return entry
        return msgspec.structs.replace(
            entry, code=code, aka="; ".join((*listing(entry.aka), *new)),
            seats="; ".join((*listing(entry.seats), *seats)), yes=(), no=(),
        )  # fmt: skip

    def _names(self, name: str, actor: str) -> bool:
        return any(named.actor.name == actor for named in self.speller.known(name))

    def _is_town(self, name: str, country: str) -> bool:
        """Whether it is a place in the country, which stands for it only when it acts: a seat."""
        return any(site.country == country and not site.own for site in self.gazetteer.sites(name))


def _kind(parts: Parts) -> str:
    if parts.sectors:
        return parts.sectors[0].kind
    if parts.group:
        return GROUP_KIND
    return "region" if parts.country else "people"


def _joined(first: ActorEntry, second: ActorEntry) -> ActorEntry:
    """Two blocks for one name: the names of both, the second's codes after the first's."""
    return msgspec.structs.replace(
        second,
        aka="; ".join(_distinct((*listing(first.aka), *listing(second.aka)))),
        seats="; ".join(_distinct((*listing(first.seats), *listing(second.seats)))),
        codes="; ".join(_distinct((*listing(first.codes), *listing(second.codes)))),
        code=second.code or first.code,
        country=first.country or second.country,
    )


def _distinct(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))

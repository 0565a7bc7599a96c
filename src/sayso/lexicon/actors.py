"""Actors as data: states, organisations, groups, office holders with their dates, roles and kinds of people.

`docs/how-to-add-an-actor.md` explains the files. Lists inside an entry are written `one; two; three`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Generic, Literal, TypeVar
from unicodedata import combining, normalize

import msgspec

from sayso.lexicon.files import LexiconError, entries

Use = Literal["name", "adjective", "people", "seat"]
Item = TypeVar("Item")
Tokens = tuple[str, ...]

_DATES = re.compile(r"^(?P<names>.+?)\s+(?P<terms>\d{4}[\d\-., ]*)$")
_TERM = re.compile(r"^(\d{4}(?:-\d\d){0,2})\.\.(\d{4}(?:-\d\d){0,2})?$")
_PIECE = re.compile(r"\w+(?:['’ʿ`.&]\w+)*")
_POSSESSIVE = re.compile(r"['’]s\b")
_MARKS = str.maketrans("", "", ".'’ʿ`-‑&*~")
_THE = re.compile(r"^[Tt]he ")


class ActorEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry as an analyst writes it. `kind` decides which fields count (see the how-to page)."""

    kind: str
    name: str = ""
    code: str | None = None
    country: str | None = None
    aka: str = ""
    adj: str = ""
    people: str = ""
    seats: str = ""
    called: str = ""
    words: str = ""
    of: str = ""
    unless: str = ""
    wikidata: str | None = None
    leader: str = ""
    holders: dict[str, str] = {}
    codes: str = ""
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class Listed(msgspec.Struct, frozen=True, gc=False):
    """A listed actor, ready for use. `called`: nouns that may stand for it after "the" ("kingdom")."""

    name: str
    kind: str
    code: str | None
    country: str | None
    adjective: str
    called: frozenset[str]
    unless: frozenset[str]
    wikidata: str | None = None


class Named(msgspec.Struct, frozen=True, gc=False):
    """One way to name a listed actor. `capitals`: only when every letter is a capital, as in `US`."""

    actor: Listed
    use: Use
    capitals: bool
    proper: bool


class Term(msgspec.Struct, frozen=True, gc=False):
    """A time in office, of a country (its ISO code) or an organisation (its name); or a time with a `code`.

    Dates are ISO, of any precision; `until` None: still, or not known.
    """

    owner: str
    role: str
    since: str
    until: str | None
    code: str | None = None

    def covers(self, when: str) -> bool:
        """Whether the office was held at `when`, compared at the coarser of the two precisions."""
        begun = when[: len(self.since)] >= self.since[: len(when)]
        return begun and (self.until is None or when[: len(self.until)] <= self.until[: len(when)])


class Person(msgspec.Struct, frozen=True, gc=False):
    """Somebody listed. `short`: the family name; `alone`: it suffices in a text that never gives the full name."""

    name: str
    short: str
    country: str | None
    code: str | None
    alone: bool
    terms: tuple[Term, ...] = ()
    wikidata: str | None = None


class Role(msgspec.Struct, frozen=True, gc=False):
    """An office or rank: `name` ties its words ("top diplomat") to the holders; `suffix` ends the code."""

    name: str
    suffix: str
    leads: bool


class Sort(msgspec.Struct, frozen=True, gc=False):
    """A sort of people or body that combines with a country: `name` "military", `suffix` MIL, kind `military`.

    `own`: an actor of this sort keeps the words of the text ("villagers"), not the sort's name ("civilians").
    """

    name: str
    suffix: str
    kind: str
    own: bool


class Index(Generic[Item]):
    """Phrases by first word, longest first. Words are normalised with `plain`."""

    __slots__ = ("_by_first",)

    def __init__(self, phrases: Iterable[tuple[Tokens, Item]]) -> None:
        table: dict[str, dict[Tokens, list[Item]]] = {}
        for tokens, item in phrases:
            if tokens:
                table.setdefault(tokens[0], {}).setdefault(tokens, []).append(item)
        self._by_first: dict[str, tuple[tuple[Tokens, tuple[Item, ...]], ...]] = {
            first: tuple(sorted(((t, tuple(found)) for t, found in by.items()), key=lambda pair: -len(pair[0])))
            for first, by in table.items()
        }

    def starting(self, word: str) -> tuple[tuple[Tokens, tuple[Item, ...]], ...]:
        """Phrases whose first word is `word` (normalised), longest first."""
        return self._by_first.get(word, ())

    def __contains__(self, word: str) -> bool:
        """Whether any phrase begins with `word` (normalised)."""
        return word in self._by_first

    def __len__(self) -> int:
        return sum(map(len, self._by_first.values()))


@lru_cache(maxsize=50_000)
def plain(word: str) -> str:
    """A word without case, accents, dots, apostrophes and hyphens: `U.S.` and `us` are alike here."""
    if word.isascii() and word.isalnum():
        return word.lower()
    bare = "".join(c for c in normalize("NFKD", word) if not combining(c))
    return bare.translate(_MARKS).lower()


def tokens_of(phrase: str) -> Tokens:
    """The normalised words of a phrase, split as the parser splits: at spaces, hyphens and before "'s"."""
    split = _POSSESSIVE.sub(" s", phrase.replace("-", " "))
    return tuple(filter(None, (plain(piece) for piece in _PIECE.findall(split))))


def listing(text: str) -> tuple[str, ...]:
    """The items of `one; two; three`."""
    return tuple(item.strip() for item in text.split(";") if item.strip())


class ActorLexicon:
    """All that is known about actors before a text is read. Immutable once loaded."""

    def __init__(self, found: Sequence[ActorEntry]) -> None:
        self.entries = tuple(found)
        _check_kinds(found)
        actors = {e.name: _listed(e) for e in found if _is_actor(e)}
        self.by_name: Mapping[str, Listed] = actors
        self.states: Mapping[str, Listed] = {
            a.country: a for a in reversed(actors.values()) if a.kind == "state" and a.country
        }
        self.groups: Mapping[str, Listed] = {
            a.code: a for a in reversed(actors.values()) if a.kind == "armed-group" and a.code
        }
        self.names: Index[Named] = Index(_last_wins(_names(found, actors)))
        self.persons: tuple[Person, ...] = tuple(_persons(found, actors))
        self.person_names: Index[Person] = Index(_person_names(found, self.persons))
        self.shorts: Mapping[str, tuple[Person, ...]] = _grouped((plain(p.short), p) for p in self.persons)
        self.holders: Mapping[tuple[str, str], tuple[Person, ...]] = _holders(self.persons)
        self.leaders: Mapping[str, str] = {
            # Several entries may hold the offices of one country: the last that names who leads counts.
            _owner(e): e.leader or "president"
            for e in sorted(found, key=lambda e: bool(e.leader))
            if e.kind == "offices" and (e.leader or e.country)
        }
        # The last entry first: of two for the same words, a user's is the one that is used.
        last_first = tuple(reversed(found))
        self.roles: Index[Role] = Index(
            (tokens_of(w), _role(e)) for e in last_first if e.kind == "role" for w in _words(e)
        )
        self.sorts: Index[Sort] = Index(
            (tokens_of(w), _sort(e)) for e in last_first if e.kind == "sort" for w in _words(e)
        )
        self.descriptions: Mapping[str, frozenset[str]] = _united(found)
        self.lands: Mapping[str, frozenset[str]] = {
            " ".join(tokens_of(word)): frozenset(listing(e.of))
            for e in found if e.kind == "land" for word in _words(e)
        }  # fmt: skip
        self.word_lists: Mapping[str, frozenset[str]] = {
            e.name: frozenset(plain(w) for w in listing(e.words)) for e in found if e.kind == "words"
        }

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> "ActorLexicon":
        """Sayso's own actors, then those of `extra` files. Raises LexiconError for a file that cannot be used."""
        return cls(entries("actors", ActorEntry, extra))

    def words(self, name: str) -> frozenset[str]:
        """A closed list of words that a rule needs, by its name; empty when there is none."""
        return self.word_lists.get(name, frozenset())

    def holder(self, owner: str, role: str, when: str) -> Person | None:
        """Who held the office of a country (ISO code) or organisation (name) at `when` (ISO).

        For a year or month: who held it for most of the time, near its beginning and near its end alike. None when
        nobody is listed, or when `when` is too coarse to tell.
        """
        asked = self.office(owner, role)
        found = {self._on(owner, asked, day) for day in _days(when)}
        return found.pop() if len(found) == 1 else None

    def _on(self, owner: str, role: str, day: str) -> Person | None:
        fit = [p for p in self.holders.get((owner, role), ()) if _held(p, owner, role, day)]
        stay = fit if len(fit) < 2 else [p for p in fit if not _ends_in(p, owner, role, day)]
        return stay[0] if len(stay) == 1 else None

    def ever(self, owner: str, role: str) -> tuple[Person, ...]:
        """Everybody listed who ever held the office."""
        return self.holders.get((owner, self.office(owner, role)), ())

    def post(self, person: Person, when: str | None) -> tuple[str | None, str | None]:
        """A person's CAMEO code and country by the office held at `when`, else by the latest listed."""
        if not person.terms:
            return person.code, person.country
        serving = [t for t in person.terms if when and t.covers(when)]
        if when and not serving and all(t.code for t in person.terms):
            return person.code, person.country
        term = serving[-1] if serving else max(person.terms, key=lambda t: t.since)
        if term.code:
            return term.code, person.country
        within = self.by_name.get(term.owner)
        if within:
            return within.code, within.country
        state = self.states.get(term.owner)
        return f"{(state.code if state else None) or term.owner}GOV", term.owner

    def office(self, owner: str, role: str) -> str:
        """The office that `role` means there: a "leader" is whoever leads."""
        return self.leaders.get(owner, "president") if role == "leader" else role


_CODES: Mapping[str, tuple[str, str]] = {
    "state": ("", ""), "igo": ("GOV", "IGO"), "ngo": ("NGO", "NGO"), "company": ("BUS", "MNC"), "media": ("MED", "MED"),
    "party": ("PTY", "PTY"), "court": ("JUD", "IGO"), "government-body": ("GOV", "GOV"), "military": ("MIL", "MIL"),
    "intelligence": ("SPY", "SPY"), "police": ("COP", "COP"), "parliament": ("LEG", "LEG"), "region": ("", ""),
}  # fmt: skip
_OTHERS = frozenset({"territory", "people", "armed-group", "government", "opposition"})
_NO_ACTOR = frozenset({"role", "sort", "description", "land", "offices", "person", "persons", "words"})


def _check_kinds(found: Sequence[ActorEntry]) -> None:
    known = _OTHERS | _NO_ACTOR | frozenset(_CODES)
    for entry in found:
        if entry.kind not in known:
            kinds = ", ".join(sorted(known))
            raise LexiconError(f"actors: {entry.name!r}: there is no kind {entry.kind!r}; there are: {kinds}")


def _is_actor(entry: ActorEntry) -> bool:
    return entry.kind not in _NO_ACTOR


def _listed(entry: ActorEntry) -> Listed:
    code = entry.code or _usual_code(entry)
    return Listed(
        entry.name, entry.kind, code, entry.country, (*listing(entry.adj), "")[0],
        frozenset(listing(entry.called)), frozenset(plain(w) for w in listing(entry.unless)), entry.wikidata,
    )  # fmt: skip


def _usual_code(entry: ActorEntry) -> str | None:
    """CAMEO style: the country and what it is there (RUSMED); without a country, IGO, NGO or MNC and an acronym."""
    within, across = _CODES.get(entry.kind, ("", ""))
    if entry.country:
        return entry.country + within
    short = next((n for n in (entry.name, *listing(entry.aka)) if n.isupper() and n.isalnum()), None)
    return across + (short or plain(entry.name.split()[-1]).upper()[:4]) if across else None


def _names(found: Sequence[ActorEntry], actors: Mapping[str, Listed]) -> Iterator[tuple[Tokens, Named]]:
    for entry in found:
        if not _is_actor(entry):
            continue
        actor = actors[entry.name]
        people = listing(entry.people) or tuple(a + "s" for a in listing(entry.adj) if a[-1] in "ni")
        uses: tuple[tuple[Use, tuple[str, ...]], ...] = (
            ("name", (entry.name, *listing(entry.aka))), ("adjective", listing(entry.adj)),
            ("people", people), ("seat", listing(entry.seats)),
        )  # fmt: skip
        for use, phrases in uses:
            for phrase in phrases:
                yield from _spellings(_THE.sub("", phrase), actor, use)


def _spellings(phrase: str, actor: Listed, use: Use) -> Iterator[tuple[Tokens, Named]]:
    letters = "".join(c for c in phrase if c.isalpha())
    capitals = letters.isupper() and len(letters) > 1 and " " not in phrase
    named = Named(actor, use, capitals, phrase[:1].isupper() or phrase[:1].isdigit())
    yield tokens_of(phrase), named
    if "-" in phrase:
        yield tuple(plain(word) for word in phrase.split()), named


def _last_wins(pairs: Iterable[tuple[Tokens, Named]]) -> Iterator[tuple[Tokens, Named]]:
    """One actor for each phrase and way of writing it: a later file's."""
    kept: dict[tuple[Tokens, bool], Named] = {}
    for tokens, named in pairs:
        kept[tokens, named.capitals] = named
    return ((tokens, named) for (tokens, _), named in kept.items())


class _Holder(msgspec.Struct, frozen=True):
    names: tuple[str, ...]
    alone: bool
    terms: tuple[Term, ...]


def _holder_of(text: str, owner: str, role: str) -> _Holder:
    match = _DATES.match(text)
    if not match:
        raise LexiconError(f"actors: {text!r}: write a name and when: Jane Doe 2001-05..2004, 2012..")
    names, dates = match["names"], match["terms"]
    terms = []
    for piece in filter(None, (p.strip() for p in dates.split(","))):
        term = _TERM.match(piece)
        if not term:
            raise LexiconError(f"actors: {text!r}: {piece!r} is no time in office (write 2001-05..2004, or 2012..)")
        terms.append(Term(owner, role, term[1], term[2]))
    return _Holder(tuple(n.strip() for n in names.replace("~", "").split("=")), "~" not in names, tuple(terms))


def _short(name: str) -> str:
    marked = re.search(r"(\S+)\*", name)
    return marked[1] if marked else name.rsplit(maxsplit=1)[-1]


def _owner(entry: ActorEntry) -> str:
    return entry.of or entry.country or ""


def _held_posts(entry: ActorEntry) -> Iterator[tuple[ActorEntry, _Holder]]:
    if entry.kind == "offices":
        for role, text in entry.holders.items():
            for piece in listing(text):
                yield entry, _holder_of(piece, _owner(entry), role)
    elif entry.kind == "persons":
        for piece in listing(entry.words):
            yield entry, _named(piece)
    elif entry.kind == "person":
        terms = tuple(term for piece in listing(entry.codes) for term in _coded(piece, _owner(entry)))
        yield entry, _Holder((entry.name.rstrip("~"), *listing(entry.aka)), "~" not in entry.name, terms)


def _named(text: str) -> _Holder:
    """One of `persons`: `Sergei Petrov~ = Sergey Petrov`."""
    return _Holder(tuple(n.strip() for n in text.replace("~", "").split("=")), "~" not in text, ())


def _coded(text: str, owner: str) -> Iterator[Term]:
    """The times of `AFGGOV 2001..2004-05`."""
    held = _holder_of(text, owner, "")
    return (Term(owner, "", term.since, term.until, held.names[0]) for term in held.terms)


def _persons(found: Sequence[ActorEntry], actors: Mapping[str, Listed]) -> Iterator[Person]:
    """Each person once, under the first spelling, with the terms of all offices together."""
    together: dict[Tokens, Person] = {}
    for entry, held in (pair for e in found for pair in _held_posts(e)):
        key = _person_key(held)
        known = together.get(key)
        within = actors.get(entry.of)
        office = f"{entry.country}GOV" if held.terms and entry.kind == "offices" else entry.country
        code = entry.code or (within.code if within else office)
        together[key] = Person(
            known.name if known else held.names[0].replace("*", ""), known.short if known else _short(held.names[0]),
            (known.country if known else None) or entry.country, known.code if known else code,
            held.alone and (known is None or known.alone), (*(known.terms if known else ()), *held.terms),
            entry.wikidata or (known.wikidata if known else None),
        )  # fmt: skip
    yield from together.values()


def _person_key(held: _Holder) -> Tokens:
    return tokens_of(held.names[0].replace("*", ""))


def _person_names(found: Sequence[ActorEntry], persons: Sequence[Person]) -> Iterator[tuple[Tokens, Person]]:
    by_key = {tokens_of(p.name): p for p in persons}
    seen: set[tuple[Tokens, str]] = set()
    for _, held in (pair for e in found for pair in _held_posts(e)):
        person = by_key[_person_key(held)]
        for name in (*held.names, *_hyphenated(held)):
            tokens = tokens_of(name.replace("*", ""))
            if (tokens, person.name) not in seen:
                seen.add((tokens, person.name))
                yield tokens, person


def _hyphenated(held: _Holder) -> Iterator[str]:
    """Family names of two parts, which text breaks at the hyphen: "Amir-Abdollahian". "al-Masri" is many people's."""
    for name in held.names if held.alone else ():
        last = _short(name)
        if "-" in last and len(last.split("-")[0]) > 2 and " " in name:
            yield last


def _holders(persons: Sequence[Person]) -> Mapping[tuple[str, str], tuple[Person, ...]]:
    return _grouped((post, p) for p in persons for post in dict.fromkeys((t.owner, t.role) for t in p.terms))


Key = TypeVar("Key")


def _grouped(pairs: Iterable[tuple[Key, Item]]) -> Mapping[Key, tuple[Item, ...]]:
    table: dict[Key, list[Item]] = {}
    for key, item in pairs:
        table.setdefault(key, []).append(item)
    return {key: tuple(found) for key, found in table.items()}


def _days(when: str) -> tuple[str, ...]:
    """The day itself; of a year or a month one day early and one late in it."""
    early, late = {4: ("-03-01", "-11-01"), 7: ("-05", "-25")}.get(len(when), ("", ""))
    return (when + early, when + late) if early else (when,)


def _held(person: Person, owner: str, role: str, when: str) -> bool:
    return any((term.owner, term.role) == (owner, role) and term.covers(when) for term in person.terms)


def _ends_in(person: Person, owner: str, role: str, when: str) -> bool:
    """Whether every fitting term ends within `when`, so that the successor held the office too."""
    ends = [t.until for t in person.terms if (t.owner, t.role) == (owner, role) and t.covers(when)]
    return all(until is not None and (until.startswith(when) or when.startswith(until)) for until in ends)


def _words(entry: ActorEntry) -> tuple[str, ...]:
    return (entry.name, *listing(entry.words)) if entry.name else listing(entry.words)


def _united(found: Sequence[ActorEntry]) -> Mapping[str, frozenset[str]]:
    """Each describing noun with all the kinds that any entry gives it."""
    kinds: dict[str, frozenset[str]] = {}
    for entry in found:
        if entry.kind == "description":
            for word in _words(entry):
                kinds[word] = kinds.get(word, frozenset()) | frozenset(listing(entry.of))
    return kinds


def _role(entry: ActorEntry) -> Role:
    return Role(entry.name, entry.code or "GOV", entry.of == "holders")


def _sort(entry: ActorEntry) -> Sort:
    return Sort(entry.name, entry.code or "", entry.of or "people", entry.called == "own")

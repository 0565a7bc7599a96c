"""Any noun → the party it stands for: a known actor, or the words themselves with what their modifiers tell."""

from collections.abc import Iterator, Sequence

import msgspec

from sayso.model.flow import ActorTable, Mention, Parse
from sayso.model.record import Actor, Party
from sayso.model.span import Span
from sayso.reading.actors.anaphora import antecedent

_BEFORE = frozenset({
    "det", "amod", "compound", "nmod", "nummod", "poss", "advmod", "quantmod", "predet", "punct", "case", "neg",
})  # fmt: skip
_OWNERS = frozenset({"state", "territory", "region", "igo", "armed-group"})
_LINKS = frozenset({"conj"})


def party(parse: Parse, table: ActorTable, head: int) -> Party:
    """The party that the noun, name or pronoun `head` stands for. `span` is its compact noun phrase."""
    first, last = phrase(parse, head)
    mention = mention_of(parse, table, head)
    if mention is not None:
        first, last = min(first, mention.first), max(last, mention.last)
        return _together([table.actor(k) for k in (mention.actor, *mention.also)], parse.span(first, last))
    beside = _beside(parse, table, head)
    if beside is not None:
        return _of(beside, parse.span(first, last))
    noun = antecedent(parse.words, head) if parse.words[head].tag in {"WP", "WDT"} else None
    if noun is not None and parse.words[noun].tag not in {"WP", "WDT"}:
        return msgspec.structs.replace(party(parse, table, noun), span=parse.span(head, head + 1))
    owner = _owner(parse, table, head, last) if head not in table.apart else None
    bare = _undetermined(parse, first, last, head)
    span = parse.span(first, last)
    name = parse.text(bare, last) or span.text
    if owner is None:
        return Party(name=name, span=span)
    if owner.kind in _OWNERS and parse.words[head].pos == "NOUN":
        return _of(owner, span)
    return Party(name=name, span=span, code=owner.code, country=owner.country)


def _beside(parse: Parse, table: ActorTable, head: int) -> Actor | None:
    """ "A member of the council, Ali Saleh, said": the person named behind the comma."""
    if parse.words[head].tag != "NN":
        return None
    for child in parse.children[head]:
        mention = table.at(child) if child > head and parse.words[child].dep == "appos" else None
        if mention is not None and mention.head == child and mention.how == "name":
            actor = table.actor(mention.actor)
            if actor.kind == "person":
                return actor
    return None


def parties(parse: Parse, table: ActorTable, head: int) -> tuple[Party, ...]:
    """The parties of `head` and of every noun coordinated with it, once each, in text order."""
    found: dict[str, Party] = {}
    for i in coordinated(parse, head):
        for made in each(parse, table, i):
            found.setdefault(made.actor_id or made.name, made)
    return tuple(found.values())


def each(parse: Parse, table: ActorTable, head: int) -> tuple[Party, ...]:
    """The party at `head`; several where one word stands for them, as "they" or "the two sides" does."""
    made = party(parse, table, head)
    mention = mention_of(parse, table, head)
    if mention is None and (others := _owners_beside(parse, table, head)):
        return (made, *(_of(actor, made.span) for actor in others if actor.code != made.code))
    if mention is None or not mention.also:
        return (made,)
    return tuple(_of(table.actor(k), made.span) for k in (mention.actor, *mention.also))


def _owners_beside(parse: Parse, table: ActorTable, head: int) -> tuple[Actor, ...]:
    """The states joined to the one that a noun is of: "French and American insurers"."""
    found: list[Actor] = []
    for child in parse.children[head]:
        if parse.words[child].dep not in {"amod", "compound"} or child > head:
            continue
        for one in parse.children[child]:
            mention = table.at(one) if parse.words[one].dep == "conj" and table.at(child) is not None else None
            if mention is not None and mention.how == "adjective":
                found.append(table.actor(mention.actor))
    return tuple(actor for actor in found if actor.kind in _OWNERS)


def _of(actor: Actor, span: Span) -> Party:
    return Party(name=actor.name, span=span, code=actor.code, country=actor.country, actor_id=actor.id)


def _together(actors: Sequence[Actor], span: Span) -> Party:
    """One party; of several actors it is the whole, under all their names."""
    if len(actors) == 1:
        return _of(actors[0], span)
    return Party(name=f"{', '.join(a.name for a in actors[:-1])} and {actors[-1].name}", span=span)


def coordinated(parse: Parse, head: int) -> tuple[int, ...]:
    """`head` and the heads joined to it by "and", "or" or commas, in text order."""
    found, waiting = {head}, [head]
    while waiting:
        i = waiting.pop()
        for child in parse.children[i]:
            word = parse.words[child]
            if word.dep in _LINKS and word.pos in {"NOUN", "PROPN", "PRON", "NUM", "ADJ"} and child not in found:
                found.add(child)
                waiting.append(child)
    return tuple(sorted(found))


def mention_of(parse: Parse, table: ActorTable, head: int) -> Mention | None:
    """The mention that `head` belongs to; one that merely modifies it ("Russian" in "Russian trucks") is none."""
    mention = table.at(head)
    if mention is not None and (mention.how != "adjective" or parse.words[head].pos in {"PROPN", "ADJ"}):
        return mention
    for child in parse.children[head]:
        if parse.words[child].dep in {"flat", "compound"} and child < head:
            inner = table.at(child)
            if inner is not None and inner.first <= head < inner.last:
                return inner
    return None


def phrase(parse: Parse, head: int, depth: int = 0) -> tuple[int, int]:
    """The compact noun phrase of `head`: its modifiers in front, and a short "of" complement behind."""
    words = parse.words
    first = head
    for child in parse.children[head]:
        if child < head and words[child].dep in _BEFORE and words[child].sentence == words[head].sentence:
            first = min(first, parse.subtree(child)[0])
    if first < head and words[first].pos == "PUNCT":
        first += 1
    return first, _end(parse, head, depth)


def _end(parse: Parse, head: int, depth: int) -> int:
    last = head + 1
    if depth > 2:
        return last
    for child in parse.children[head]:
        word = parse.words[child]
        if child == last and word.dep == "prep" and word.lower == "of":
            edges = [phrase(parse, i, depth + 1)[1] for i in parse.children[child] if parse.words[i].dep == "pobj"]
            if edges and edges[0] - head <= 8:
                return max(edges[0], last)
    return last


def _undetermined(parse: Parse, first: int, last: int, head: int) -> int:
    while first < last - 1 and first < head and parse.words[first].pos in {"DET", "PUNCT"}:
        first += 1
    return first


def _owner(parse: Parse, table: ActorTable, head: int, last: int) -> Actor | None:
    """The actor that a modifier or complement of `head` names: "Russian trucks", "officials of the Taliban"."""
    for i in _below(parse, head, last):
        mention = table.at(i)
        if mention is not None:
            actor = table.actor(mention.actor)
            if actor.code or actor.country:
                return actor
    return None


def _below(parse: Parse, head: int, last: int) -> Iterator[int]:
    words = parse.words
    direct = [i for i in parse.children[head] if words[i].dep in {"amod", "compound", "poss", "nmod"}]
    yield from reversed(direct)
    for i in parse.children[head]:
        if words[i].dep == "prep" and words[i].lower in {"of", "from", "by"} and i < last + 1:
            for noun in parse.children[i]:
                yield noun
                yield from (k for k in parse.children[noun] if words[k].dep in {"amod", "compound", "poss"})

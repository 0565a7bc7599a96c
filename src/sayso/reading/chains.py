"""Who tells of a word: the chains of sources around it."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from sayso.model.flow import ActorTable, AttributionMention, FoundPlace, FoundTime, Parse, ScenarioMention, TokenRange
from sayso.model.record import Attribution
from sayso.reading.attribution import Culprit, beside
from sayso.reading.certainty import rejects
from sayso.reading.near import Near

Chain = tuple[int, ...]


class Facts(msgspec.Struct, frozen=True):
    """What the stages found. `attributions[k]` has its record in `records[k]`.

    `sequels`: the sentences that go on with an attribution's content. `untrue`: words called false. `culprits`: whose
    an act told by a noun is said to be, by its head word.
    """

    parse: Parse
    table: ActorTable
    attributions: tuple[AttributionMention, ...]
    records: tuple[Attribution, ...]
    echoes: Mapping[int, tuple[TokenRange, ...]]
    narrated: frozenset[int]
    times: tuple[FoundTime, ...]
    places: tuple[FoundPlace, ...]
    scenarios: tuple[ScenarioMention, ...]
    scenario_ids: tuple[str, ...]
    published: str | None
    sequels: Mapping[int, tuple[TokenRange, ...]] = msgspec.field(default_factory=dict)
    untrue: tuple[TokenRange, ...] = ()
    culprits: Mapping[int, Culprit] = msgspec.field(default_factory=dict)


class Told(NamedTuple):
    """Who tells of an event: attributions, outermost first. `denied`: the last one says that it is not so;
    `ascribed`: no more than somebody's word stands behind it, named or not."""

    chain: Chain
    denied: bool = False
    ascribed: bool = False


class Chains:
    """The chains of sources for any word of a document, each outermost first.

    Two attributions that hold the word without one lying inside the other's content are two chains, and so are
    an attribution and a denial of it, whether that points back to it (`Facts.echoes`: denial → the words it denies)
    or names it ("Peru rejected Chile's claim that ..."). The attributions `mute` (the narrator's own: "condemned the
    shelling") make no chain.
    """

    def __init__(self, facts: Facts, mute: Container[int]) -> None:
        self._parse = facts.parse
        self._attributions = facts.attributions
        self._echoes = facts.echoes
        self._denied = Near(facts.parse, facts.echoes.items())
        self._contents = [(*one.content, *facts.sequels.get(k, ())) for k, one in enumerate(facts.attributions)]
        self._held = Near(facts.parse, enumerate(self._contents))
        self._untrue = Near(facts.parse, enumerate((part,) for part in facts.untrue))
        self._false = facts.untrue
        self._mute = mute

    def of(self, head: int) -> tuple[Told, ...]:
        """Those for word `head`; one empty chain when the narrator tells it."""
        denied = [Told((k,), denied=True) for k in self._denied.at(head) if holds(self._echoes[k], head)]
        holding = [k for k in self._held.at(head) if self._speaking(k) and holds(self._contents[k], head)]
        holding = [k for k in holding if not beside(self._parse, self._attributions[k], head)]
        false = [self._false[k] for k in self._untrue.at(head) if holds((self._false[k],), head)]
        if not holding:
            return (Told((), denied=bool(false)), *denied)
        above = {k: _outer(self._attributions, k, holding) for k in holding}
        innermost = [k for k in holding if not any(k in outer for outer in above.values())]
        chains = [(*above[k], k) for k in innermost]
        if false:
            told = [one for chain in chains for one in self._called_false(chain, false[0])]
        else:
            told = [one for chain in chains for one in self._parted(chain)]
        return (*told, *denied)

    def _called_false(self, chain: Chain, words: TokenRange) -> Iterator[Told]:
        """The denial by who calls it false, and the claim of whoever made it, if named within what is called so."""
        inner = tuple(k for k in chain if holds((words,), _first_cue(self._attributions[k])))
        outer = tuple(k for k in chain if k not in inner)
        if inner:
            yield Told(chain)
        yield Told(outer, denied=True)

    def _parted(self, chain: Chain) -> Iterator[Told]:
        """The chain, or the two that it is where somebody rejects what another claims."""
        rejecting = next((n for n, k in enumerate(chain[:-1]) if rejects(self._attributions[k])), None)
        if rejecting is None:
            yield Told(chain)
            return
        yield Told((*chain[:rejecting], *chain[rejecting + 1 :]))
        yield Told(chain[: rejecting + 1], denied=True)

    def _speaking(self, k: int) -> bool:
        return _speaks(self._attributions[k]) and k not in self._mute


def _speaks(found: AttributionMention) -> bool:
    """Whether somebody stands behind it: "reportedly" and "claims that ..." name nobody, and make no chain."""
    return found.kind != "narrator" and (bool(found.source) or found.mode == "direct")


def holds(ranges: Iterable[TokenRange], i: int) -> bool:
    """Whether word `i` lies in any of the token ranges."""
    return any(first <= i < last for first, last in ranges)


def size(ranges: Iterable[TokenRange]) -> int:
    """How many words the token ranges cover."""
    return sum(last - first for first, last in ranges)


def _first_cue(found: AttributionMention) -> int:
    """The word of the cue, -1 where there is none."""
    return found.cue_head if found.cue_head is not None else min((first for first, _ in found.cue), default=-1)


def _outer(attributions: Sequence[AttributionMention], k: int, among: Sequence[int]) -> Chain:
    cue = _first_cue(attributions[k])
    if cue < 0:
        return ()
    # Who relays another's words holds that other, though the other's name stands outside what is relayed.
    above = attributions[k].within
    found = [j for j in among if j != k and (j == above or holds(attributions[j].content, cue))]
    return tuple(sorted(found, key=lambda j: (-size(attributions[j].content), j)))

"""Claims of records as mentions, so that what links mentions also speaks for and against two claims being one event.

Made of the record alone, without a parse: words are forms instead of lemmas, and clauses are the claim's own parties,
time and place.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from math import log
from typing import Final

import numpy as np

from sayso.comparing.link.evidence import Block, Resources
from sayso.comparing.link.linker import blocks, probabilities, setting
from sayso.comparing.link.mention import LIGHT, Keys, Mention
from sayso.comparing.link.shared import Matrix
from sayso.comparing.link.weights import PairModel
from sayso.comparing.view import Told
from sayso.lexicon.commonness import Commonness
from sayso.lexicon.stems import stem
from sayso.model.record import Party, Record

MAX_DOCUMENTS: Final = 1500
"""Records beyond which claims are compared without this evidence: every two records are compared."""
MAX_TEXT: Final = 60_000
_COMMON: Final = 0.34  # rarity up to which a word is no content word ("the", "said", "would")
_WORD: Final = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_WEEKDAYS: Final = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})


class Likely:
    """For two claims, by their order, the probability that they tell one event."""

    def __init__(self) -> None:
        self._place: dict[int, tuple[int, int]] = {}
        self._tables: list[Matrix] = []

    def add(self, members: Sequence[Mention], table: Matrix) -> None:
        """The claims of one block with a square matrix."""
        self._place.update((one.order, (len(self._tables), k)) for k, one in enumerate(members))
        self._tables.append(table)

    def of(self, a: int, b: int) -> float | None:
        """The probability; None where the two were not compared, as accounts of other matters are not."""
        one, other = self._place.get(a), self._place.get(b)
        if one is None or other is None or one[0] != other[0]:
            return None
        return float(self._tables[one[0]][one[1], other[1]])

    def pairs(self, least: float) -> Iterable[tuple[int, int]]:
        """Pairs of orders, the lower first, whose probability is at least so high."""
        orders: dict[int, list[int]] = {}
        for order, (table, _) in self._place.items():
            orders.setdefault(table, []).append(order)
        for k, found in orders.items():
            for i, j in np.argwhere(np.triu(self._tables[k], 1) >= least).tolist():
                yield min(found[i], found[j]), max(found[i], found[j])


def likely(told: Sequence[Told], records: Sequence[Record], model: PairModel, known: Resources) -> Likely:
    """Probabilities for the claims of records that tell of like matters; none for too many records."""
    found = Likely()
    if len(records) > MAX_DOCUMENTS or not told:
        return found
    bags = [_bag(record) for record in records]
    around = setting(bags, model.topic, known.common)
    for members in blocks([_mention(one, known.common) for one in told], around):
        found.add(members, probabilities(Block(members, around, known), model))
    return found


def _bag(record: Record) -> dict[str, float]:
    info = record.document
    text = f"{info.title or ''} {info.text or ' '.join(span.text for one in record.claims for span in one.evidence)}"
    counts: Counter[str] = Counter()
    for word in _WORD.findall(text[:MAX_TEXT]):
        if len(word) > 2:
            counts[stem(word.lower())] += 2 if word[0].isupper() else 1
    return {word: 1.0 + log(count) for word, count in counts.items()}


def _mention(one: Told, common: Commonness) -> Mention:
    event, words = one.claim.event, _contents(one.claim.event.trigger.text, common)
    word = next((word for word in words if word not in LIGHT), words[0] if words else event.trigger.text[:40].lower())
    sentence = one.around.text[:1200]
    around = frozenset(stem(found) for found in _contents(sentence, common)) - {stem(word) for word in words}
    named = _named(one.claim.actors), _named(one.claim.recipients)
    parties = _keys(one.claim.actors), _keys(one.claim.recipients)
    time, place = one.claim.time, one.claim.place
    dated = time.basis in ("stated", "relative") and time.start is not None and time.start == time.end
    start = (time.start or "") if dated else ""
    site = frozenset((place.name.lower(),)) if place and place.lat is not None else frozenset()
    return Mention(
        order=one.order,
        document=one.record,
        sentence=one.around.start // 120,
        word=word,
        stem=stem(word),
        kind="V",
        words=frozenset(words) or frozenset((word,)),
        types=frozenset((event.plover,)) if event.plover else frozenset(),
        doer=parties[0],
        done_to=parties[1],
        named_doer=named[0],
        named_done_to=named[1],
        named=named[0] | named[1],
        sites=site,
        dates=frozenset((start[5:10],)) if len(start) > 4 else frozenset(),
        years=frozenset((start[:4],)) if start else frozenset(),
        weekdays=frozenset(found for found in _WORD.findall(sentence.lower()) if found in _WEEKDAYS),
        around=around,
        close=frozenset(stem(found) for found in _contents(_beside(one), common)) - {stem(word) for word in words},
        places=site,
        numbers=frozenset(found for found in _WORD.findall(sentence) if found.isdecimal() and len(found) < 4),
    )


def _contents(text: str, common: Commonness) -> list[str]:
    return [word for word in _WORD.findall(text.lower()) if len(word) > 1 and common.rarity(stem(word)) >= _COMMON]


def _beside(one: Told) -> str:
    """The words within some thirty letters of the trigger."""
    trigger, around = one.claim.event.trigger, one.around
    start, end = trigger.start - around.start, trigger.end - around.start
    return around.text[max(start - 30, 0) : end + 30] if start >= 0 else ""


def _keys(parties: Sequence[Party]) -> Keys:
    names = [party.name.lower() for party in parties]
    return frozenset(
        [*(f"= {name}" for name in names), *(word for name in names for word in name.split() if len(word) > 2)]
    )


def _named(parties: Sequence[Party]) -> Keys:
    proper = (party.name for party in parties if any(word[:1].isupper() for word in party.name.split()))
    return frozenset(word for name in proper for word in name.lower().split() if len(word) > 2)

"""Whose a sort of people is where the text does not say so beside it: by what it named before, or by its topic."""

import msgspec

from sayso.lexicon.actors import Listed, Sort
from sayso.reading.actors.reading import Reading
from sayso.reading.actors.topic import Topic, has

_POINTERS = frozenset({"the", "this", "these", "those"})
_SOON = 2
_INSTITUTIONS = frozenset({"government-body", "court"})
_COUNTED = frozenset({"two", "three", "four", "several", "some", "many", "most", "bipartisan", "group", "dozen"})
BODIES = frozenset({
    "owner", "military", "police", "government", "court", "government-body", "opposition", "armed-group",
})  # fmt: skip


class Found(msgspec.Struct, frozen=True, gc=False):
    """A sort at words `[first, last)` and whose it is; `words` are those of the sort alone.

    `joined`: whose it is too ("American and British jets").
    """

    first: int
    last: int
    sort: Sort
    owner: Listed | None
    modifies: bool
    words: str
    joined: tuple[Listed, ...] = ()


class Whose:
    """Whose the sorts named so far are: "the junta" is the one that the text introduced as Niger's."""

    def __init__(self) -> None:
        self._by_word: dict[str, Listed] = {}
        self._by_sort: dict[str, tuple[int, Listed]] = {}

    def enter(self, reading: Reading, one: Found) -> None:
        if one.owner is not None and not one.modifies:
            self._by_word[_singular(one.words)] = one.owner
            if one.words.lower() not in reading.lexicon.words("arms"):
                self._by_sort[one.sort.name] = (reading.words[one.first].sentence, one.owner)

    def known(self, reading: Reading, one: Found) -> Listed | None:
        """By the same words; else, for "the" and for a body just named, by the last of the same sort."""
        if foreign(reading, one):
            return None
        before = self._by_sort.get(one.sort.name)
        if one.sort.kind == "owner" and reading.home is not None and reading.words[one.last - 1].text[:1].isupper():
            return None  # "the Government" of those who write so is their own
        if taken_up(reading, one):
            taken_in = None if one.words.lower() in reading.lexicon.words("sent abroad") else before
            if (same := self._by_word.get(_singular(one.words))) is not None:
                return same
            return of_americans(reading, one) or (taken_in[1] if taken_in else None)
        recent = before is not None and reading.words[one.first].sentence - before[0] <= _SOON
        return before[1] if before and recent and one.sort.kind in BODIES and bare(reading, one) else None


def _singular(words: str) -> str:
    """ "Coast guards" and "the coast guard" are the same."""
    return words.lower().removesuffix("s")


def bare(reading: Reading, one: Found) -> bool:
    """Whether no word tells of others ("some 500 lawmakers" may be anybody's, "all 276 lawmakers" hardly)."""
    before = reading.before(one.first)
    return before is None or (before.pos not in {"ADJ", "ADP"} and before.lower not in {"some", "other", "a", "an"})


def foreign(reading: Reading, one: Found) -> bool:
    """ "Foreign troops", "neighbouring governments", "our army": somebody else's than the context says."""
    low, own = max(reading.start(one.first), one.first - 3), one.last - len(one.words.split())
    near = [
        w
        for w in reading.words[low : max(own, one.first)]
        if w.head == reading.words[one.last - 1].i or w.i >= one.first
    ]
    return any(w.lower in reading.lexicon.words("abroad") or w.tag == "PRP$" for w in near)


def taken_up(reading: Reading, one: Found) -> bool:
    """Whether bare words with "the" in front take up a sort named before: "the troops", not "foreign troops"."""
    before = reading.before(one.first)
    if one.sort.kind == "owner":
        while before is not None and before.pos == "ADJ":
            before = reading.before(before.i)
    plain_words = reading.words[one.first].lower == one.words.split()[0].lower() or one.sort.kind == "owner"
    return plain_words and before is not None and before.lower in _POINTERS


def having(reading: Reading, one: Found, state: Listed | None) -> Listed | None:
    """The state, if it has what the words name: no senators are Ukraine's."""
    return state if state is not None and has(reading, state, one.words) else None


def by_topic(reading: Reading, topic: Topic, one: Found) -> Listed | None:
    """ "The foreign ministry", "two senators", "officials": of the state that the text goes on about there."""
    if one.modifies or foreign(reading, one):
        return None
    words, head = one.words.lower(), reading.words[one.last - 1]
    if _institution(reading, one):
        several = head.tag == "NNS" and bare(reading, one)
        named = one.sort.kind == "police" or taken_up(reading, one) or several or _counted(reading, one)
        return topic.owner(head.i, words, at_war=one.sort.kind == "opposition") if named else None
    says = head.dep == "nsubj" and reading.words[head.head].lemma in reading.lexicon.words("speech verbs")
    return topic.official(head.i) if says and one.sort.name == "officials" else None


def just_told(reading: Reading, topic: Topic, one: Found) -> Listed | None:
    """ "The foreign ministry" right after a sentence on what one state does, whatever state the text is about."""
    words = one.words.lower()
    political = words.endswith("ministry") or words in reading.lexicon.words("ruling parties")
    if one.modifies or not political or not taken_up(reading, one) or foreign(reading, one):
        return None
    return topic.just_told(one.last - 1, words)


def _institution(reading: Reading, one: Found) -> bool:
    """Whether the words name a body that every state has one of, not "activists" or "agents"."""
    words, kind = one.words.lower(), one.sort.kind
    if kind == "opposition":
        return words.startswith("opposition")
    if kind == "police":
        return words.endswith("police")
    if one.sort.suffix == "SPY":
        return words.endswith(("agency", "service", "services"))
    if words in {"coast guard", "coastguard"}:
        return reading.dated
    return kind in _INSTITUTIONS or words in reading.lexicon.words("ruling parties")


def _counted(reading: Reading, one: Found) -> bool:
    """ "Two senators", "a bipartisan group of MPs", and bare "parliament"."""
    low = max(reading.start(one.first), one.last - 4)
    if one.first == low or reading.words[one.first].text[:1].isupper():
        return one.sort.kind != "court"
    return one.sort.suffix == "LEG" and any(w.lower in _COUNTED for w in reading.words[low : one.last])


def of_americans(reading: Reading, one: Found) -> Listed | None:
    """ "The administration", in a text that names the United States or a body of theirs, and gives no other's."""
    if one.words.lower() not in reading.lexicon.words("american") or not taken_up(reading, one):
        return None
    named = any(hit.named.actor.country == "USA" for hit in reading.hits) or _american_leader(reading)
    return reading.lexicon.states.get("USA") if named else None


def _american_leader(reading: Reading) -> bool:
    """Whether the family name of one who led the United States stands somewhere."""
    return any(
        person.country == "USA" and any(term.role == "president" for term in person.terms)
        for word in reading.words if word.ent == "PERSON"
        for person in reading.lexicon.shorts.get(reading.spelt[word.i], ())
    )  # fmt: skip

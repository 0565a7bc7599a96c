"""Organisations that nobody listed, and acronyms that a text introduces."""

from sayso.model.flow import Word
from sayso.reading.actors.ledger import Ledger, Profile
from sayso.reading.actors.names import Hit
from sayso.reading.actors.reading import Reading

_STATES = frozenset({"state", "territory"})


def enter(reading: Reading, ledger: Ledger) -> None:
    """Organisations that the parser finds and nobody listed, with the country their name tells."""
    titles: dict[int, bool] = {}
    long = _long_names(reading, ledger)
    for first, last in _entities(reading):
        if any(i in ledger.covered and ledger.covered[i].how != "adjective" for i in range(first, last)):
            continue
        inner = next((reading.named[i] for i in range(first, last) if i in reading.named), None)
        if inner and (inner.last - inner.first == last - first or _sentence_like(reading, inner, first, last)):
            continue
        if _title_case(reading, first, titles):
            continue
        if last == first + 1 and (known := long.get(reading.words[first].text)) and known[0] < first:
            ledger.mention(known[1], first, last, "name")
            continue
        name = " ".join(reading.parse.text(first, last).split())
        country = inner.named.actor.country if inner else None
        ledger.mention(ledger.actor(Profile(name, "organization", country, country)), first, last, "name")


def _long_names(reading: Reading, ledger: Ledger) -> dict[str, tuple[int, str]]:
    """The last words of longer names, with where and who: "the Guards" after "the Revolutionary Guards"."""
    found: dict[str, tuple[int, str]] = {}
    for hit in reading.hits:
        last = reading.words[hit.last - 1]
        if hit.last - hit.first > 1 and last.text not in found and hit.named.actor.kind not in _STATES:
            mention = ledger.covered.get(last.i)
            if mention is not None and mention.how == "name":
                found[last.text] = (last.i, mention.actor)
    return found


def _sentence_like(reading: Reading, inner: Hit, first: int, last: int) -> bool:
    """A headline's first words taken for a name: "Russia Breaks Ground". A state stands first only in adjectives."""
    return inner.first == first and inner.last < last and inner.named.use in {"name", "seat"} and last - first > 2


def _title_case(reading: Reading, i: int, titles: dict[int, bool]) -> bool:
    """Whether the sentence of `i` capitalises nearly every word, so that capitals tell no name."""
    index = reading.words[i].sentence
    if index not in titles:
        sentence = reading.parse.sentences[index]
        long = [w for w in reading.words[sentence.first : sentence.last] if len(w.text) > 3 and w.text.isalpha()]
        titles[index] = len(long) > 3 and sum(w.text[0].isupper() for w in long) >= 0.8 * len(long)
    return titles[index]


def _entities(reading: Reading) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    words = reading.words
    i = 0
    while i < len(words):
        if words[i].ent != "ORG":
            i += 1
            continue
        last = i + 1
        while last < len(words) and words[last].ent == "ORG" and not words[last].ent_start:
            if words[last].text in "([":
                break
            last += 1
        first, end = _trimmed(words, i, last)
        if end > first and any(w.pos == "PROPN" and w.text[:1].isupper() for w in words[first:end]):
            found.append((first, end))
        i = last
    return found


def _trimmed(words: tuple[Word, ...], first: int, last: int) -> tuple[int, int]:
    while first < last and words[first].pos in {"DET", "PUNCT", "ADP"}:
        first += 1
    while last > first and (words[last - 1].tag == "POS" or words[last - 1].pos == "PUNCT"):
        last -= 1
    return first, last


def acronyms(reading: Reading, ledger: Ledger) -> None:
    """Acronyms that the text introduces, "Front for Free Press (FFP)", and every later use of them."""
    known: dict[str, str] = {}
    words = reading.words
    for word in words:
        if not (word.text.isupper() and 2 <= len(word.text) <= 10 and word.text[0].isalpha()):
            continue
        mention = ledger.covered.get(word.i)
        introduced = _introduced(reading, ledger, word.i)
        if introduced and (mention is None or mention.how != "name" or mention.last - mention.first == 1):
            known[word.text] = introduced
            ledger.mention(introduced, word.i, word.i + 1, "acronym")
        elif word.text in known:
            ledger.mention(known[word.text], word.i, word.i + 1, "acronym")


def _introduced(reading: Reading, ledger: Ledger, i: int) -> str | None:
    """Whose acronym stands in brackets at word `i`: the name's that ends right before the bracket."""
    words = reading.words
    if i < 2 or i + 1 >= len(words) or words[i - 1].text != "(" or words[i + 1].text not in {")", ";", ","}:
        return None
    before = ledger.covered.get(i - 2)
    if before and before.last - before.first > 1 and before.how != "adjective":
        return before.actor
    first = _initials(reading, i)
    if first is None:
        return None
    name = " ".join(reading.parse.text(first, i - 1).split())
    actor_id = ledger.actor(Profile(name, "organization"))
    ledger.mention(actor_id, first, i - 1, "name")
    return actor_id


def _initials(reading: Reading, i: int) -> int | None:
    """Where the capitalised words begin whose initials spell the acronym at word `i`."""
    words, wanted, at = reading.words, reading.words[i].text, i - 2
    letters = len(wanted) - 1
    low = max(reading.start(i), i - 2 - 2 * len(wanted))
    while at >= low and letters >= 0:
        if words[at].text[:1].upper() == wanted[letters] and words[at].text[:1].isupper():
            letters -= 1
            if letters < 0:
                return at
        elif words[at].text[:1].isupper():
            return None
        at -= 1
    return None

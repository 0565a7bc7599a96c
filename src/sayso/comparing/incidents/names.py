"""The places that words name, whatever their spelling: `Raqqa`, `al-Raqa` and `Raqqah` are one."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

import msgspec

from sayso.lexicon.incidents import IncidentLexicon
from sayso.lexicon.stems import stem

WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d,.]*|[^\w\s]")
_ARTICLE: Final = re.compile(r"^(?:al|el|ar|as|at|an|ad|az|ash|ath|ez|es|et|ed|er)[-’' ]")
_ARTICLES: Final = frozenset(("al", "el", "de", "la", "le", "du", "of", "the"))
_VOWELS: Final = str.maketrans("eyouw", "aiuuu")
_HEADLINE: Final = 0.6  # share of words with a capital from which a line is one of capitals, that say nothing
_NEVER: Final = frozenset(
    (
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
        "april", "may", "june", "july", "august", "september", "october", "november", "december", "ramadan", "eid",
        "christmas", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
        "utc", "gmt", "i", "he", "she", "it", "they", "we", "the", "a", "an", "in", "at", "on", "of", "for", "by", "to",
        "from", "with", "and", "as", "after", "near", "over", "under", "off", "mr", "mrs", "dr",
    )
)  # fmt: skip


class Named(msgspec.Struct, frozen=True):
    """Keys of the places a text names: small ones (a village, a quarter), others, and large ones (a province).

    `loose`: names in a line of capitals that may be anything. `towns`: those called a town or a village.
    """

    small: frozenset[str] = frozenset()
    middle: frozenset[str] = frozenset()
    large: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()

    @property
    def all(self) -> frozenset[str]:
        """Every key."""
        return self.small | self.middle | self.large

    @property
    def fine(self) -> frozenset[str]:
        """Every key but those of large places."""
        return self.small | self.middle

    def __or__(self, other: "Named") -> "Named":
        small, middle, large = self.small | other.small, self.middle | other.middle, self.large | other.large
        return Named(small, middle, large, self.loose | other.loose, self.towns | other.towns)

    def known(self, keys: frozenset[str]) -> "Named":
        """Loose names that are among `keys` count as places."""
        return Named(self.small, self.middle | (self.loose & keys), self.large, towns=self.towns)


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """A key that spellings of one name share: its consonants; for short names with their vowels, roughly."""
    plain = unicodedata.normalize("NFKD", name.lower())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    words = [_ARTICLE.sub("", word) for word in plain.split()]
    kept = "".join(word for word in words if word not in _ARTICLES)
    letters = re.sub(r"[^a-z]", "", kept) or re.sub(r"\W", "", plain)
    letters = re.sub(r"(.)\1+", r"\1", letters.replace("q", "k").replace("ck", "k").replace("ph", "f"))
    consonants = re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyw]", "", letters).rstrip("h"))
    if len(consonants) > 2:  # two consonants are too few to tell names apart
        return consonants
    return re.sub(r"(.)\1+", r"\1", letters.rstrip("h").translate(_VOWELS))


def named(text: str, lexicon: IncidentLexicon, skip: frozenset[str]) -> Named:
    """The places a sentence names: names behind "in", "town of" and the like, or before "province", "market".

    `skip`: lower-case words that are names of other things (countries, outlets, forces). A line in capitals, such as
    a headline, has names that may be anything: `loose` ones.
    """
    words = WORD.findall(text)
    lower = [word.lower() for word in words]
    headline = _capitals(words)
    found: dict[str, set[str]] = {"small": set(), "middle": set(), "large": set(), "loose": set(), "towns": set()}
    i = 0
    while i < len(words):
        last = _name_end(words, lower, i, skip)
        if last == i:
            i += 1
            continue
        before = lexicon.place_before.before(lower, i) is not None or _of_site(lower, i, lexicon)
        small, large = lexicon.small.at(lower, last), lexicon.large.at(lower, last)
        if headline or before or small or large:
            of = i > 1 and lower[i - 1] == "of"
            size = "small" if small or (of and lexicon.settlement.at(lower, i - 2)) else "middle"
            size = "large" if large or (of and lexicon.large.at(lower, i - 2)) else size
            if (of and lexicon.settlement.at(lower, i - 2)) or lexicon.settlement.at(lower, last):
                found["towns"].update(_keys(words[i:last], lexicon))
            known = before or ((small or large) and not headline)
            found[size if known else "loose"].update(_keys(words[i:last], lexicon))
        i = last
    return Named(*(frozenset(found[size]) for size in ("small", "middle", "large", "loose", "towns")))


def _keys(words: list[str], lexicon: IncidentLexicon) -> set[str]:
    """The key of a name, and those of its words that are not only parts of names ("New", "Deir", "San")."""
    parts = [word for word in words if not lexicon.name_parts.at([word.lower()], 0)]
    return {skeleton(" ".join(words)), *(skeleton(word) for word in parts)}


def _of_site(lower: list[str], i: int, lexicon: IncidentLexicon) -> bool:
    """Behind "market of", "people of": a place, where the word before "of" is a kind of place."""
    return i > 1 and lower[i - 1] == "of" and bool(lexicon.small.at(lower, i - 2) or lexicon.large.at(lower, i - 2))


def _name_end(words: list[str], lower: list[str], first: int, skip: frozenset[str]) -> int:
    """The index after the run of capitalised words that begins at `first`; `first` itself where none does."""
    i = first
    while i < len(words):
        article = lower[i] in ("al", "el") and i + 1 < len(words) and words[i + 1][:1].isupper()
        if not (_capital(words[i]) or article) or _other(lower[i], skip):
            break
        i += 1
    return i


def _capital(word: str) -> bool:
    """Whether a word is written as a name: with a capital, perhaps behind an article (al-Rankus); not "US-led"."""
    if _ARTICLE.match(word.lower()):
        return any(c.isupper() for c in word)
    return word[:1].isupper() and not word.rpartition("-")[2][:1].islower()


def _other(word: str, skip: frozenset[str]) -> bool:
    """Whether a word, or what it is the possessive of, is known for the name of something else."""
    owner = re.sub(r"['’]?s$", "", word)
    return word in _NEVER or word in skip or owner in skip or stem(word) in skip


def words_that_are_no_names(text: str) -> frozenset[str]:
    """Stems of the words that a text also writes without a capital."""
    return frozenset(stem(word) for word in WORD.findall(text) if word.islower() and len(word) > 2)


def _capitals(words: list[str]) -> bool:
    letters = [word for word in words if word[0].isalpha() and len(word) > 3]  # "in", "and"
    return len(letters) > 3 and sum(word[0].isupper() for word in letters) >= _HEADLINE * len(letters)

"""Definite descriptions and pronouns, tied to an antecedent where the rules leave no doubt, else left alone.

An antecedent must agree (one person, one body, several), stand in the same sentence or the two before it, and
be the only fit there: subjects come first, then the nearest sentence.
"""

from typing import Literal

from sayso.model.flow import Mention, Word
from sayso.reading.actors.ledger import Ledger, Profile, of_listed
from sayso.reading.actors.reading import Reading

Agreement = Literal["person", "thing", "many"]

_PRONOUNS: dict[str, Agreement] = {
    "he": "person", "him": "person", "his": "person", "himself": "person",
    "she": "person", "her": "person", "hers": "person", "herself": "person",
    "it": "thing", "its": "thing", "itself": "thing",
    "they": "many", "them": "many", "their": "many", "theirs": "many", "themselves": "many",
}  # fmt: skip
_SHE = frozenset({"she", "her", "hers", "herself"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})
_POINTERS = frozenset({"the", "this", "that"})
_WITHIN = frozenset({"ADJ", "ADV", "PROPN", "NOUN", "PUNCT"})
_REACH = 2
_RECENT = 60
_DESCRIPTION_REACH = 6
_THINGS = frozenset({
    "state", "territory", "igo", "ngo", "armed-group", "party", "company", "court", "media", "organization",
    "government-body", "military", "police", "government", "opposition", "parliament", "intelligence",
})  # fmt: skip
_MANY = frozenset({"people", "armed-group", "military", "police", "government", "opposition", "ngo", "media", "court"})


class Trail:
    """The mentions so far by sentence, for looking back."""

    def __init__(self, reading: Reading, ledger: Ledger) -> None:
        self.reading = reading
        self.ledger = ledger
        self.by_sentence: dict[int, list[Mention]] = {}

    def add(self, mention: Mention) -> None:
        self.by_sentence.setdefault(self.reading.words[mention.head].sentence, []).append(mention)

    def back(self, i: int, reach: int) -> list[list[Mention]]:
        """The mentions before word `i`, sentence by sentence, the nearest sentence first."""
        here = self.reading.words[i].sentence
        levels = []
        for index in range(here, max(-1, here - reach - 1), -1):
            found = [m for m in self.by_sentence.get(index, ())[-_RECENT:] if m.last <= i]
            if found:
                levels.append(found)
        return levels


def resolve(reading: Reading, ledger: Ledger) -> None:
    """Enter the mentions by pronoun and description, left to right, so that one may lead to the next."""
    trail = Trail(reading, ledger)
    ready = iter(sorted(ledger.mentions.values(), key=lambda m: (m.first, m.last)))
    waiting = next(ready, None)
    for word in reading.words:
        while waiting is not None and waiting.last <= word.i:
            if ledger.mentions.get(waiting.head) is waiting:
                trail.add(waiting)
            waiting = next(ready, None)
        if word.lower in _PRONOUNS:
            made = _pronoun(reading, ledger, trail, word)
        elif word.lower in _POINTERS and word.pos == "DET" and word.tag == "DT":
            made = _description(reading, ledger, trail, word)
        elif word.tag in {"WP", "WDT", "WP$"}:
            made = _relative(reading, ledger, word)
        else:
            continue
        if made is not None:
            trail.add(made)


def _pronoun(reading: Reading, ledger: Ledger, trail: Trail, word: Word) -> Mention | None:
    want = _PRONOUNS[word.lower]
    if word.i in ledger.covered or (word.lower == "it" and _empty(reading, word)):
        return None
    barred = _doer(reading, ledger, word)
    for level in trail.back(word.i, _REACH):
        fit = [m for m in level if m.actor != barred and _agrees(reading, ledger, m, want, word)]
        if fit and word.lower == "it" and _thing_between(reading, ledger, fit[-1].last, word):
            return None
        if fit:
            chosen = _choose(reading, fit)
            return None if chosen is None else ledger.mention(chosen, word.i, word.i + 1, "pronoun", word.i)
    return None


def _choose(reading: Reading, fit: list[Mention]) -> str | None:
    """The last subject; without subjects, the only actor there is."""
    subjects = [m for m in fit if _is_subject(reading, m)]
    if subjects:
        return subjects[-1].actor
    actors = {m.actor for m in fit}
    return actors.pop() if len(actors) == 1 else None


def _is_subject(reading: Reading, mention: Mention) -> bool:
    word = reading.words[mention.head]
    while word.dep == "conj" and word.head != word.i:
        word = reading.words[word.head]
    return word.dep in _SUBJECTS or (word.dep == "poss" and reading.words[word.head].dep in _SUBJECTS)


def _agrees(reading: Reading, ledger: Ledger, mention: Mention, want: Agreement, word: Word) -> bool:
    profile = ledger.profile(mention.actor)
    if want == "person":
        female = mention.actor in ledger.females
        return profile.kind == "person" and _gender_fits(word, female)
    if mention.how == "adjective":
        return False
    if want == "thing":
        return profile.kind in _THINGS and not _plural(reading, mention, profile)
    return profile.kind in _MANY or _plural(reading, mention, profile)


def _gender_fits(word: Word, female: bool) -> bool:
    return female if word.lower in _SHE else not female


def _plural(reading: Reading, mention: Mention, profile: Profile) -> bool:
    return reading.words[mention.head].tag in {"NNS", "NNPS"} and profile.kind not in {"state", "igo", "armed-group"}


def _doer(reading: Reading, ledger: Ledger, word: Word) -> str | None:
    """The subject of the very verb whose object the pronoun is: not what an "it" or "him" there can mean."""
    if word.dep not in {"dobj", "pobj", "dative"} or word.lower.endswith(("self", "selves")):
        return None
    verb = reading.words[word.head].head if word.dep == "pobj" else word.head
    for child in reading.parse.children[verb]:
        if reading.words[child].dep in _SUBJECTS and (mention := ledger.covered.get(child)):
            return mention.actor
    return None


def _thing_between(reading: Reading, ledger: Ledger, first: int, word: Word) -> bool:
    """Whether a thing that is no actor stands nearer to an object "it": "passed a bill. Berlin slammed it"."""
    if word.dep in _SUBJECTS:
        return False
    if word.i - first > _RECENT:
        return True
    return any(
        w.tag == "NN" and w.dep in {"dobj", "nsubj", "nsubjpass", "attr"} and w.i not in ledger.covered
        for w in reading.words[first : word.i]
    )


def _empty(reading: Reading, word: Word) -> bool:
    """An "it" that stands for nothing: "it is clear that", "it seems", "it was Russia that"."""
    words, head = reading.words, reading.words[word.head]
    if word.dep == "expl":
        return True
    if word.dep not in {"nsubj", "nsubjpass"}:
        return False
    below = [words[i] for i in reading.parse.children[head.i] if i > word.i]
    clause = any(w.dep in {"ccomp", "csubj", "csubjpass", "advcl", "relcl"} for w in below)
    open_clause = any(w.dep == "xcomp" for w in below)
    if head.lemma in {"be", "seem", "appear", "become", "remain"}:
        predicate = any(w.dep in {"acomp", "attr", "oprd", "npadvmod"} for w in below)
        return clause or open_clause or predicate or head.lemma in {"seem", "appear"}
    return clause and word.dep == "nsubjpass"


def _relative(reading: Reading, ledger: Ledger, word: Word) -> Mention | None:
    """ "Russia, which": the relative pronoun names what its clause hangs on."""
    noun = antecedent(reading.words, word.i)
    mention = ledger.mentions.get(noun) if noun is not None else None
    if mention is None and noun is not None:
        mention = ledger.covered.get(noun)
    if mention is None or mention.how == "adjective" or word.i in ledger.covered:
        return None
    return ledger.mention(mention.actor, word.i, word.i + 1, "pronoun", word.i)


def antecedent(words: tuple[Word, ...], i: int) -> int | None:
    """The noun that a relative pronoun at `i` takes up, by the tree: where its clause hangs."""
    at = words[i]
    for _ in range(6):
        if at.dep == "relcl":
            return at.head if at.head < i else None
        if at.head == at.i:
            return None
        at = words[at.head]
    return None


def _description(reading: Reading, ledger: Ledger, trail: Trail, word: Word) -> Mention | None:
    """ "The group", "the hardline Islamist organisation", "the kingdom"."""
    noun = _noun(reading, ledger, word)
    if noun is None:
        return None
    kinds = reading.lexicon.descriptions.get(noun.lower)
    if not kinds:
        return None
    for level in trail.back(word.i, _DESCRIPTION_REACH):
        fit = [m for m in level if _described(ledger, m, kinds, noun.lower)]
        chosen = (_choose(reading, fit) or fit[-1].actor) if fit else _home(reading, ledger, level, kinds)
        if chosen:
            return ledger.mention(chosen, word.i, noun.i + 1, "description", noun.i)
    return None


def _home(reading: Reading, ledger: Ledger, level: list[Mention], kinds: frozenset[str]) -> str | None:
    """The state that the sentence's other actors belong to, if one: "Macron ... the country"."""
    if "state" not in kinds:
        return None
    countries = {ledger.profile(m.actor).country for m in level} - {None}
    state = reading.lexicon.states.get(countries.pop() or "") if len(countries) == 1 else None
    return ledger.actor(of_listed(state)) if state else None


def _noun(reading: Reading, ledger: Ledger, word: Word) -> Word | None:
    """The noun of a plain description: after adjectives only, and not narrowed by "of"."""
    words, at, end = reading.words, word.i + 1, reading.end(word.i)
    while at < end and at < word.i + 6 and words[at].pos in _WITHIN:
        ranked = words[at].tag in {"JJS", "RBS"} or words[at].ent == "ORDINAL"
        if ranked or at in reading.named or words[at].text in ",;.":
            return None
        last = at + 1 >= end or (words[at + 1].pos not in {"NOUN", "PROPN", "ADJ"} and words[at + 1].text != "-")
        if words[at].pos in {"NOUN", "PROPN"} and last:
            narrowed = at + 1 < end and words[at + 1].lower in {"of", "that"}
            seen = ledger.covered.get(at)
            taken = seen is not None and seen.how not in {"generic", "adjective"}
            return None if narrowed or taken or words[at].dep == "attr" else words[at]
        at += 1
    return None


def _described(ledger: Ledger, mention: Mention, kinds: frozenset[str], noun: str) -> bool:
    profile = ledger.profile(mention.actor)
    if mention.how == "adjective" and profile.kind in {"state", "territory", "people"}:
        return False
    return noun in profile.called or profile.kind in kinds

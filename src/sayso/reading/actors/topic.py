"""Whose a bare institution is: "the foreign ministry", "two senators", "the ruling party" with no state told.

It is of the state that the clause before it is about, or that the text is written from, or that spoke or acted in
the sentences before; else of the one whose bodies the text names by far the most.
"""

from collections import Counter
from collections.abc import Iterator

from sayso.lexicon.actors import Listed
from sayso.model.flow import Mention, Word
from sayso.reading.actors.agreement import SUBJECTS
from sayso.reading.actors.ledger import Ledger
from sayso.reading.actors.reading import Reading

_REACH = 2
_CLIMB = 5
_OUGHT = frozenset({"must", "should", "ought"})
_MEANS = frozenset({"will", "wo", "would", "'ll", "not", "n't"})
_LATER_CLAUSE = frozenset({"conj", "advcl", "relcl", "ccomp", "parataxis"})
_NO_STATE = frozenset({"place", "media", "armed-group", "igo", "ngo", "people", "region"})
_BODIES = frozenset({"government-body", "military", "police", "parliament", "court", "intelligence", "person"})
_NAMED_OFTEN, _BY_FAR = 3, 3
_AGAIN = 2


class Topic:
    """The states that the sentences of one text are about. Asked once all names are entered in the ledger."""

    def __init__(self, reading: Reading, ledger: Ledger) -> None:
        self._reading = reading
        self._ledger = ledger
        self._about: dict[int, tuple[Listed | None, bool]] = {}
        self._most: Listed | None = None
        self._counted = False

    def owner(self, head: int, words: str, *, at_war: bool = False) -> Listed | None:
        """The state whose body or office `words`, with the head word `head`, is by what stands around it.

        `at_war`: it may be the other side's, of whom the text tells less ("the opposition" in a text on Syria).
        """
        if not self._does(head):
            return None
        found = (s for s in self._candidates(head, words, at_war) if s is not None and has(self._reading, s, words))
        return next(found, None)

    def just_told(self, head: int, words: str) -> Listed | None:
        """The state that speaks or acts in the sentence right before, where this one names none but it."""
        index = self._reading.words[head].sentence - 1
        state = self._told(index)[0] if index >= 0 and self._says_all(head) else None
        if self._reading.base not in (None, state):
            return None
        return state if state is not None and self._alone(head, state) and has(self._reading, state, words) else None

    def _says_all(self, head: int) -> bool:
        """Whether the whole sentence is what they say or do, or what somebody says of that."""
        words = self._reading.words
        verb = words[words[head].head]
        for _ in range(_REACH):
            verb = words[verb.head] if verb.dep == "ccomp" else verb
        return words[head].dep in SUBJECTS and verb.head == verb.i

    def official(self, head: int) -> Listed | None:
        """The state of "officials", whom any state has: only the text as a whole tells whose they are."""
        base = self.base(head) if self._reading.dated else None
        return base if base is not None and self._alone(head, base) else self._bodies(head)

    def _candidates(self, head: int, words: str, at_war: bool) -> Iterator[Listed | None]:
        yield self._seat_behind(head)
        yield self._clause_before(head)
        yield self.base(head)
        if not at_war:
            yield self._sentences_before(head)
            yield self._stance(head)
            yield self._bodies(head)
        yield self._only_with(words)

    def _does(self, head: int) -> bool:
        """Whether the institution does something, or something is done to it by its own state."""
        words = self._reading.words
        one = words[head]
        for _ in range(_REACH):
            one = words[one.head] if one.dep in {"conj", "poss"} else one
        if one.dep == "pobj":
            return words[one.head].lower == "by" or words[words[one.head].head].lower == "according"
        return one.dep in SUBJECTS or words[one.head].lemma in self._reading.lexicon.words("over one's own")

    def _state(self, i: int) -> Listed | None:
        """The state that whoever is mentioned at word `i` acts for, or whose the thing at `i` is."""
        found = self._ledger.covered.get(i)
        if found is None:
            owners = (k for k in self._reading.parse.children[i] if self._reading.words[k].dep == "poss")
            found = next((self._ledger.covered[k] for k in owners if k in self._ledger.covered), None)
        return self._of(found)

    def _of(self, found: Mention | None) -> Listed | None:
        if found is None or found.how == "adjective" or found.also:
            return None
        profile = self._ledger.profile(found.actor)
        if self._reading.words[found.head].lower in self._reading.lexicon.words("arms"):
            return None  # "Peruvian drones" speak for nobody
        return None if profile.kind in _NO_STATE else self._reading.lexicon.states.get(profile.country or "")

    def _subject(self, verb: Word) -> int | None:
        below = self._reading.parse.children[verb.i]
        return next((i for i in below if self._reading.words[i].dep in SUBJECTS), None)

    def _seat_behind(self, head: int) -> Listed | None:
        """ "The spy agency told lawmakers in Seoul", "the ministry said in Kyiv": where the body itself speaks."""
        reading, words = self._reading, self._reading.words
        for at in range(head + 1, min(reading.end(head) - 1, head + 2 * _CLIMB)):
            seat = reading.named.get(at + 1) if words[at].lower == "in" else None
            if seat is not None and seat.named.use == "seat":
                above = words[words[at].head]
                said = words[head].head in {above.i, above.head}
                return reading.lexicon.states.get(seat.named.actor.country or "") if said else None
        return None

    def _clause_before(self, head: int) -> Listed | None:
        """ "Peru recalled its envoy, and the foreign ministry said": of the subject of the clause that leads there."""
        words = self._reading.words
        verb = words[words[head].head]
        if words[head].dep not in SUBJECTS:
            ruled = words[head].dep == "dobj" and verb.lemma in self._reading.lexicon.words("over one's own")
            subject = self._subject(verb) if ruled else None
            return self._state(subject) if subject is not None else None
        for _ in range(_CLIMB):
            if verb.dep not in _LATER_CLAUSE or verb.head > verb.i or self._only_says(verb):
                return None
            verb = words[verb.head]
            subject = self._subject(verb) if verb.pos in {"VERB", "AUX"} else verb.i
            if subject is not None and subject < head and (state := self._state(subject)) is not None:
                return state
        return None

    def _only_says(self, verb: Word) -> bool:
        """Whether "the ministry said" is put behind what it said, with no word that ties it to the clause before."""
        words = self._reading.words
        if verb.dep == "relcl" or verb.lemma not in self._reading.lexicon.words("speech verbs"):
            return False
        tied = any(
            words[i].dep in {"mark", "cc", "advmod"} and i < verb.i for i in self._reading.parse.children[verb.i]
        )
        joined = any(words[i].dep == "cc" and i < verb.i for i in self._reading.parse.children[verb.head])
        return not tied and not (joined and verb.dep == "conj")

    def base(self, head: int) -> Listed | None:
        """The state that the text is written from: in its first sentence, and wherever it is about no other more."""
        reading, base = self._reading, self._reading.base
        if base is None or (reading.dated and reading.words[head].sentence <= self._first_sentence()):
            return base
        often = reading.dated or sum(hit.named.actor is base for hit in reading.hits) >= _AGAIN
        return base if often and reading.home in (None, base) and self._alone(head, base) else None

    def _alone(self, head: int, state: Listed) -> bool:
        """Whether the words up to the institution, or right behind it, name no other state or body of one."""
        reading = self._reading
        near = range(reading.start(head), min(reading.end(head), head + _CLIMB))
        return {reading.named[i].named.actor.country for i in near if i in reading.named} <= {None, state.country}

    def _first_sentence(self) -> int:
        """The first sentence of the text proper, behind headline and dateline."""
        sentences = self._reading.parse.sentences
        body = (s for s in sentences if s.section != "headline" and s.last - s.first > _CLIMB)
        return next((s.index for s in body), 0)

    def _sentences_before(self, head: int) -> Listed | None:
        """Who spoke, else who acted, in the last sentence that tells of any state's doing."""
        here = self._reading.words[head].sentence
        for index in range(here - 1, max(-1, here - _REACH - 1), -1):
            state, doubtful = self._told(index)
            if state is not None or doubtful:
                return state
        return None

    def _told(self, index: int) -> tuple[Listed | None, bool]:
        """The state that a sentence goes on about; and whether it is doubtful, as one state harms another in it."""
        if index not in self._about:
            self._about[index] = self._read(index)
        return self._about[index]

    def _read(self, index: int) -> tuple[Listed | None, bool]:
        reading, sentence = self._reading, self._reading.parse.sentences[index]
        speech, main = reading.lexicon.words("speech verbs"), None
        for word in reading.words[sentence.first : sentence.last]:
            if word.head == word.i:
                main = word
            who = self._subject(word) if word.pos == "VERB" and word.lemma in speech else None
            if who is not None and (state := self._state(who)) is not None:
                return state, False
        who = self._subject(main) if main is not None else None
        state = self._state(who) if who is not None else None
        if state is None:
            arms = who is not None and reading.words[who].lower in reading.lexicon.words("arms")
            return self._scene(sentence.first, sentence.last) if arms else None, False
        if main is None or main.lemma not in reading.lexicon.words("hostile"):
            return state, False
        hurt = {reading.named[i].named.actor.country for i in range(main.i, sentence.last) if i in reading.named}
        other = bool(hurt - {None, state.country})
        return (None, True) if other or self._base_is_not(state) else (state, False)

    def _scene(self, first: int, last: int) -> Listed | None:
        """ "Drones flew into Peru": the only state named in a sentence of which arms are the subject."""
        hits = (self._reading.named[i].named for i in range(first, last) if i in self._reading.named)
        named = {hit.actor.name: hit.actor for hit in hits if hit.actor.kind == "state" and hit.use == "name"}
        return next(iter(named.values())) if len(named) == 1 else None

    def _base_is_not(self, state: Listed) -> bool:
        base = self._reading.base or self._reading.home
        return base is not None and base.country != state.country

    def _stance(self, head: int) -> Listed | None:
        """ "Peru will not yield, the ministry said": who means to do it, not who ought to."""
        words, verb = self._reading.words, self._reading.words[self._reading.words[head].head]
        if words[head].dep != "nsubj" or verb.lemma not in self._reading.lexicon.words("speech verbs"):
            return None
        for child in self._reading.parse.children[verb.i]:
            if words[child].dep == "ccomp" and child < head and (who := self._subject(words[child])) is not None:
                with_it = {words[k].lower for k in self._reading.parse.children[child] if k < child}
                return self._state(who) if with_it & _MEANS and not with_it & _OUGHT else None
        return None

    def _bodies(self, head: int) -> Listed | None:
        """The state whose bodies and officials the text names by far the most, unless the sentence names another."""
        if not self._counted:
            self._most, self._counted = self._most_named(), True
        return self._most if self._most is not None and self._alone(head, self._most) else None

    def _most_named(self) -> Listed | None:
        counts: Counter[str] = Counter()
        for mention in self._ledger.mentions.values():
            profile = self._ledger.profile(mention.actor)
            if profile.kind in _BODIES and profile.country and mention.how in {"name", "role"}:
                counts[profile.country] += 1
        first = counts.most_common(2)
        if not first or first[0][1] < _NAMED_OFTEN or (len(first) > 1 and first[0][1] < _BY_FAR * first[1][1]):
            return None
        return self._reading.lexicon.states.get(first[0][0])

    def _only_with(self, words: str) -> Listed | None:
        """ "Two senators": of the one state named that has a senate."""
        if not _senatorial(self._reading, words):
            return None
        states = {h.named.actor.country: h.named.actor for h in self._reading.hits if h.named.actor.kind == "state"}
        having = [state for state in states.values() if has(self._reading, state, words)]
        return having[0] if len(having) == 1 else None


def _senatorial(reading: Reading, words: str) -> bool:
    return words.lower() in reading.lexicon.words("senatorial")


def has(reading: Reading, state: Listed, words: str) -> bool:
    """Whether a state has such an institution: no ministry is American, and few states have a senate."""
    country, spelt = (state.country or "").lower(), words.lower()
    if _senatorial(reading, words):
        return country in reading.lexicon.words("with a senate")
    if country != "usa":
        return True
    foreign = reading.lexicon.words("none in USA")
    return spelt not in foreign and not any(part in foreign for part in spelt.split())

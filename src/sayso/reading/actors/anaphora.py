"""Definite descriptions and pronouns, tied to an antecedent where the rules leave no doubt, else left alone.

An antecedent must agree (one person, one body, several), stand in the same sentence or the two before it, and
be the only fit there: subjects come first, then the nearest sentence.
"""

from sayso.model.flow import Mention, Word
from sayso.reading.actors import agreement, lands, several
from sayso.reading.actors.agreement import PRONOUNS, SUBJECTS
from sayso.reading.actors.ledger import Ledger, Profile, of_listed
from sayso.reading.actors.owned import counterparts, of_each, own, posts
from sayso.reading.actors.reading import Reading

_POINTERS = frozenset({"the", "this", "that", "these", "those"})
_WITHIN = frozenset({"ADJ", "ADV", "PROPN", "NOUN", "PUNCT"})
_SHORTENED = frozenset({"igo", "ngo", "organization", "government-body", "party", "armed-group", "court"})
_POLITICAL = frozenset({"governing", "opposition", "ruling"})  # "the ruling party" is that of the state meant
_OWN = frozenset({"government", "authorities", "administration"})
_APART = frozenset({"separatist", "secessionist", "breakaway", "rebel", "self-proclaimed", "self-styled", "renegade"})
_COUNTERPARTS = frozenset({"counterpart", "counterparts"})
_COUNTRY = frozenset({"country", "nation", "kingdom", "republic"})
_REACH = 2
_OF_WITHIN = 4
_RECENT = 60
_DESCRIPTION_REACH = 6


class Trail:
    """The mentions so far by sentence, for looking back."""

    def __init__(self, reading: Reading, ledger: Ledger) -> None:
        self.reading = reading
        self.ledger = ledger
        self.by_sentence: dict[int, list[Mention]] = {}
        self.groups = several.Groups(reading, ledger)
        self.relations = reading.lexicon.words("relations")
        self.called: dict[str, str] = {}
        self.short: dict[str, str] = {}

    def add(self, mention: Mention) -> None:
        self.by_sentence.setdefault(self.reading.words[mention.head].sentence, []).append(mention)
        self.groups.add(mention)
        if mention.how in {"name", "acronym"}:
            profile = self.ledger.profile(mention.actor)
            self.called.update(dict.fromkeys(profile.called, mention.actor))
            self._shortened(mention, profile)

    def _shortened(self, mention: Mention, profile: Profile) -> None:
        """The last word of a long name may stand for it later: "the Guards", "the Council"."""
        if profile.kind == "person" or mention.last - mention.first < 2:
            return
        for word in self.reading.words[mention.first : mention.last]:
            if word.pos in {"NOUN", "PROPN"} and word.text[:1].isupper() and word.i not in self.reading.named:
                self.short[word.text] = mention.actor
        last = self.reading.words[mention.head]
        if last.text[:1].isupper():
            self.short[last.text] = mention.actor
            if profile.kind in _SHORTENED:
                self.short[last.lower] = mention.actor

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
        for made in _at(reading, ledger, trail, word):
            trail.add(made)


def _at(reading: Reading, ledger: Ledger, trail: Trail, word: Word) -> tuple[Mention, ...]:
    """What is said at `word` of an actor known by then, and what belongs to that one: "its army"."""
    made: Mention | None = None
    if word.lower in PRONOUNS:
        made = _pronoun(reading, ledger, trail, word)
        owns = own(reading, ledger, made) if made is not None and word.tag == "PRP$" else None
        return tuple(m for m in (made, owns) if m is not None)
    if word.lower in lands.TURNS:
        turned = lands.turn(reading, ledger, trail.groups, trail.back(word.i, _REACH), word)
        return (ledger.mention(turned, word.i - 1, word.i + 1, "description", word.i),) if turned else ()
    if word.pos == "NOUN" and word.lower in trail.relations:
        return _relation(reading, ledger, word)
    if word.tag in {"WP", "WDT", "WP$"}:
        made = _relative(reading, ledger, word)
        owns = own(reading, ledger, made) if made is not None and word.tag == "WP$" else None
        return tuple(m for m in (made, owns) if m is not None)
    if word.pos in {"DET", "PRON", "CCONJ"} and (found := several.described(reading, word)):
        made = _several(reading, ledger, trail, word, *found)
        owns = _theirs(reading, ledger, made) or _of_several(reading, ledger, made)
        return tuple(m for m in (made, owns) if m is not None)
    if word.lower in _POINTERS and word.pos == "DET" and word.tag == "DT":
        made = _description(reading, ledger, trail, word)
        owns = _theirs(reading, ledger, made)
        return tuple(m for m in (made, owns) if m is not None)
    return () if made is None else (made,)


def _theirs(reading: Reading, ledger: Ledger, made: Mention | None) -> Mention | None:
    """ "The alliance's commanders", "the kingdom's army": what belongs to whoever was described."""
    if made is None or reading.words[made.head].dep != "poss":
        return None
    return own(reading, ledger, made)


def _of_several(reading: Reading, ledger: Ledger, made: Mention | None) -> Mention | None:
    """ "The leaders of the two countries", "diplomats from both": what is said to belong to each of several."""
    if made is None or not made.also or reading.words[made.head].dep != "pobj":
        return None
    of = reading.words[reading.words[made.head].head]
    if of.lower not in {"of", "from", "in", "for"} or of.head >= of.i or made.first - of.head > _OF_WITHIN:
        return None
    return of_each(reading, ledger, made, of.head)


def _relation(reading: Reading, ledger: Ledger, word: Word) -> tuple[Mention, ...]:
    """ "Damascus's backer, Moscow": the one named beside it; without a name, somebody, yet never Damascus."""
    words, children = reading.words, reading.parse.children[word.i]
    if word.i in ledger.covered or not any(words[i].dep == "poss" for i in children):
        return ()
    ledger.apart.add(word.i)
    beside = [ledger.mentions.get(i) for i in children if words[i].dep == "appos"]
    if word.dep == "appos":
        beside.append(ledger.mentions.get(word.head))
    known = next((m for m in beside if m is not None and m.how in {"name", "acronym"}), None)
    if known is None and word.lower in _COUNTERPARTS and (same := counterparts(reading, ledger, word)) is not None:
        return (same,)
    if known is None or word.tag == "NNS":
        return ()
    first = min(i for i in children if words[i].dep == "poss")
    return (ledger.mention(known.actor, first, word.i + 1, "description", word.i),)


def _several(
    reading: Reading, ledger: Ledger, trail: Trail, word: Word, noun: Word, number: int | None
) -> Mention | None:
    if (noun.i in ledger.covered and ledger.covered[noun.i].how != "generic") or _of_houses(
        reading, ledger, word, noun
    ):
        return None
    levels = trail.back(word.i, _DESCRIPTION_REACH)
    found = several.resolve(reading, ledger, trail.groups, levels, word, noun, number)
    if not found:
        return None
    found = posts(reading, ledger, found, noun.i) or found
    return ledger.mention(found[0], word.i, noun.i + 1, "description", noun.i, found[1:])


def _of_houses(reading: Reading, ledger: Ledger, word: Word, noun: Word) -> bool:
    """Whether "both parties" are those in a parliament: "senators from both parties"."""
    of = reading.before(word.i)
    seen = ledger.covered.get(of.head) if of is not None and noun.lower == "parties" else None
    return seen is not None and (ledger.profile(seen.actor).code or "").endswith("LEG")


def _pronoun(reading: Reading, ledger: Ledger, trail: Trail, word: Word) -> Mention | None:
    want = PRONOUNS[word.lower]
    if word.i in ledger.covered or (want == "thing" and agreement.empty(reading, word)):
        return None
    near = (
        _beside(reading, ledger, trail, word)
        or _answering(reading, ledger, word, want)
        or _parallel(reading, ledger, word, want)
    )
    if want == "thing" and near is None and agreement.unknown_speaker(reading, ledger, word):
        return None
    if near is not None:
        return ledger.mention(near.actor, word.i, word.i + 1, "pronoun", word.i, near.also)
    if word.lower.endswith(("self", "selves")):
        return None
    told = agreement.told_by(reading, word)
    return (told and _antecedent(reading, ledger, trail, word, told)) or _antecedent(reading, ledger, trail, word, None)


def _answering(reading: Reading, ledger: Ledger, word: Word, want: agreement.Agreement) -> Mention | None:
    """ "Peru urged Chile to talk, but it refused": it is Chile."""
    asked = agreement.answered(reading, word)
    found = ledger.covered.get(asked) if asked is not None else None
    return found if found and agreement.agrees(reading, ledger, found, want, word) else None


def _parallel(reading: Reading, ledger: Ledger, word: Word, want: agreement.Agreement) -> Mention | None:
    """ "Police arrested two Peruvians and charged them"; "if Peru finds that Chile lies, it will answer": Peru."""
    words, held = reading.words, _some_of(reading, word)
    verb = words[held.head]
    at = agreement.of_condition(reading, word) or agreement.goes_on_saying(reading, word)
    if at is None and held.dep == "dobj" and verb.dep == "conj" and verb.head < verb.i:
        at = next((i for i in reading.parse.children[verb.head] if words[i].dep == "dobj" and i < verb.i), None)
    found = ledger.mentions.get(at) if at is not None else None
    fits = found is not None and agreement.agrees(reading, ledger, found, want, word)
    return found if fits and found is not None and found.actor != agreement.barred(reading, ledger, word) else None


def _some_of(reading: Reading, word: Word) -> Word:
    """ "Some" in "some of them"; any other word itself."""
    of = reading.words[word.head]
    return reading.words[of.head] if word.dep == "pobj" and of.lower == "of" else word


def _antecedent(
    reading: Reading, ledger: Ledger, trail: Trail, word: Word, told: tuple[int, int] | None
) -> Mention | None:
    """The nearest fit before the pronoun, outside of words `told` by whom it stands for: "B fled, he said"."""
    want, here = PRONOUNS[word.lower], word.sentence
    barred = agreement.barred(reading, ledger, word)
    moved: Mention | None = None
    for level in trail.back(word.i, _REACH):
        index = reading.words[level[0].head].sentence
        groups = trail.groups.before(word.i, index) if want == "many" else []
        fit = [
            m for m in (*level, *groups)
            if m.actor != barred and agreement.agrees(reading, ledger, m, want, word)
            and agreement.able(reading, ledger, m, word)
        ]  # fmt: skip
        if told is not None:
            fit = [m for m in fit if not told[0] <= m.head < told[1]]
        fit = _of_whom(reading, ledger, word, fit)
        fit = [m for m in fit if not agreement.only_place(reading, m)] or (fit if index != here else [])
        fit.sort(key=lambda m: (m.last, len(m.also)))
        if want == "person" and index >= here - 1 and agreement.anybody(reading, ledger, level, word):
            subjects = [m for m in fit if agreement.is_subject(reading, m)]
            if not subjects:
                return None
        if not fit:
            continue
        if index != here and _late(word):
            chosen = fit[-1] if agreement.done_to(reading, ledger, word) else None
            chosen = chosen and _choose(reading, fit, elsewhere=True)
        elif not agreement.done_to(reading, ledger, word) and agreement.thing_between(
            reading, ledger, fit[-1].last, word
        ):
            return None
        else:
            going_on = want == "person" or agreement.speaks(reading, word)
            chosen = _choose(reading, fit, elsewhere=index != here, speaks=going_on)
            if chosen is not None and index != here and agreement.part_of_thing(reading, ledger, chosen):
                return None
            if chosen is not None and index != here and agreement.moved(reading, ledger, chosen, word):
                moved = moved or chosen
                continue
            chosen = moved if moved and not (chosen and agreement.is_subject(reading, chosen)) else chosen
        return chosen and ledger.mention(chosen.actor, word.i, word.i + 1, "pronoun", word.i, chosen.also)
    return None


def _of_whom(reading: Reading, ledger: Ledger, word: Word, fit: list[Mention]) -> list[Mention]:
    """Those whose head is named beside: "its president, Paul Kagame" is Rwanda's, whatever else was spoken of."""
    named = ledger.mentions.get(word.head) if word.tag == "PRP$" and len(fit) > 1 else None
    profile = ledger.profile(named.actor) if named is not None else None
    if profile is None or profile.kind != "person" or profile.country is None:
        return fit
    return [m for m in fit if ledger.profile(m.actor).country == profile.country] or fit


def _late(word: Word) -> bool:
    """An object "it" takes up a thing of its own sentence, or a thing that is no actor."""
    return word.lower == "it" and word.dep not in SUBJECTS


def _beside(reading: Reading, ledger: Ledger, trail: Trail, word: Word) -> Mention | None:
    """Whom grammar alone gives: "Peru and its allies", "the rebels declared themselves ready"."""
    words = reading.words
    if word.tag == "PRP$" and words[word.head].dep == "conj":
        other = ledger.mentions.get(words[word.head].head)
        if other and other.last <= word.i and agreement.agrees(reading, ledger, other, PRONOUNS[word.lower], word):
            return other
    said = agreement.told_about(reading, word)
    if said is not None and (of := ledger.covered.get(said)):
        return of if agreement.agrees(reading, ledger, of, PRONOUNS[word.lower], word) else None
    if word.lower.endswith(("self", "selves")):
        subject = _subject(reading, word)
        found = ledger.covered.get(subject) if subject is not None else None
        whole = [g for g in trail.groups.before(word.i, word.sentence) if found and g.head == found.head]
        return whole[-1] if whole else found
    return None


def _subject(reading: Reading, word: Word) -> int | None:
    """Whose doing a reflexive word tells of; it may itself be taken for the subject of what follows it."""
    verb = reading.words[word.head]
    if word.dep in SUBJECTS and verb.dep in {"ccomp", "xcomp"}:
        return agreement.subject(reading, verb)
    return agreement.subject(reading, word)


def _choose(reading: Reading, fit: list[Mention], *, elsewhere: bool = False, speaks: bool = True) -> Mention | None:
    """The last subject; without subjects, the only actor there is.

    `elsewhere`: a later sentence takes up the subject of the whole sentence rather than that of a clause in it.
    """
    subjects = [m for m in fit if agreement.is_subject(reading, m)]
    if subjects:
        whole = [m for m in subjects if agreement.carries_sentence(reading, m, speaks=speaks)] if elsewhere else []
        return (whole or subjects)[-1]
    return fit[-1] if len({(m.actor, m.also) for m in fit}) == 1 else None


def _relative(reading: Reading, ledger: Ledger, word: Word) -> Mention | None:
    """ "Russia, which": the relative pronoun names what its clause hangs on."""
    noun = antecedent(reading.words, word.i)
    mention = ledger.mentions.get(noun) if noun is not None else None
    if mention is None and noun is not None:
        mention = ledger.covered.get(noun)
    if mention is None or mention.how == "adjective" or word.i in ledger.covered:
        return None
    return ledger.mention(mention.actor, word.i, word.i + 1, "pronoun", word.i, mention.also)


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
    """ "The group", "the hardline Islamist organisation", "the kingdom", "the Guards"."""
    pointed = _pointed(reading, ledger, trail, word)
    if pointed is not None:
        return pointed
    noun = _noun(reading, ledger, word)
    if noun is None:
        return None
    kinds = reading.lexicon.descriptions.get(noun.lower)
    if kinds and any(reading.words[k].lower in _APART for k in range(word.i + 1, noun.i)):
        kinds = kinds - {"state"}  # "the separatist junta" is no state that the text names
    chosen = _by_kind(reading, ledger, trail, word, noun, kinds) if kinds else None
    if chosen is None and noun.i == word.i + 1 and word.lower == "the":
        chosen = trail.short.get(noun.text)
    if chosen is None and kinds and "called" in kinds:
        chosen = trail.called.get(noun.lower) or _later(reading, ledger, noun)
    return ledger.mention(chosen, word.i, noun.i + 1, "description", noun.i) if chosen else None


def _membership(reading: Reading, mention: Mention) -> bool:
    """ "The NATO member" is a state, not the alliance."""
    return reading.words[mention.head].lower == "member"


def _pointed(reading: Reading, ledger: Ledger, trail: Trail, word: Word) -> Mention | None:
    """ "The West African country", "the 71-year-old"."""
    if (old := lands.aged(reading, word)) is not None:
        who = lands.person(reading, ledger, trail.back(word.i, _REACH))
        return ledger.mention(who, word.i, old + 1, "description", old) if who else None
    land = lands.described(reading, word)
    seen = ledger.covered.get(land[0]) if land else None
    if land is None or (
        seen is not None and seen.how not in {"generic", "adjective"} and not _membership(reading, seen)
    ):
        return None
    who = lands.state(reading, ledger, trail.back(word.i, _DESCRIPTION_REACH), land[1])
    return ledger.mention(who, word.i, land[0] + 1, "description", land[0]) if who else None


def _by_kind(
    reading: Reading, ledger: Ledger, trail: Trail, word: Word, noun: Word, kinds: frozenset[str]
) -> str | None:
    """The last actor of the kinds that a noun may stand for. Who rules is not said of others in the same clause."""
    rules = noun.lower in reading.lexicon.words("rulers")
    armed = "armed-group" in kinds and any(hit.named.actor.kind == "armed-group" for hit in reading.hits)
    if rules and noun.lower in _OWN and reading.base is not None and reading.home is reading.base:
        return ledger.actor(of_listed(reading.base))
    if noun.lower in _COUNTRY and (own_land := _speakers(reading, ledger, noun)):
        return own_land
    for level in trail.back(word.i, _DESCRIPTION_REACH):
        if rules and reading.words[level[0].head].sentence == word.sentence:
            continue
        told = [m for m in level if _described(ledger, m, kinds, noun.lower)]
        fit = told
        if rules:
            fit = [m for m in told if _may_rule(reading, ledger, m, noun)]
            if told and not fit and noun.lower != "regime":
                return _other_state(reading, ledger, told[-1])
        elif armed or noun.tag == "NNS":
            fit = [m for m in told if ledger.profile(m.actor).kind != "organization"]
        if "person" in kinds:
            return lands.person(reading, ledger, trail.back(word.i, _REACH))
        chosen = ((_choose(reading, fit) or fit[-1]).actor) if fit else _home(reading, ledger, level, kinds)
        if not fit and chosen and rules and not _ruled(reading, ledger.profile(chosen), noun):
            continue
        if chosen:
            return chosen
    return None


def _speakers(reading: Reading, ledger: Ledger, noun: Word) -> str | None:
    """ "A Peruvian official said the country was ready": the country of whoever says so and is named there."""
    words, verb = reading.words, reading.words[noun.head]
    if (
        noun.dep not in SUBJECTS
        or verb.dep != "ccomp"
        or words[verb.head].lemma not in reading.lexicon.words("speech verbs")
    ):
        return None
    for child in reading.parse.children[verb.head]:
        said = ledger.mentions.get(child) if words[child].dep in SUBJECTS and child < noun.i else None
        if said is not None and said.how not in {"pronoun", "adjective"}:
            state = reading.lexicon.states.get(ledger.profile(said.actor).country or "")
            return ledger.actor(of_listed(state)) if state else None
    return None


def _later(reading: Reading, ledger: Ledger, noun: Word) -> str | None:
    """The one listed actor called so that the text names at all, be it later: "the alliance", then "NATO"."""
    named = {h.named.actor.name: h.named.actor for h in reading.hits if noun.lower in h.named.actor.called}
    return ledger.actor(of_listed(next(iter(named.values())))) if len(named) == 1 else None


def _home(reading: Reading, ledger: Ledger, level: list[Mention], kinds: frozenset[str]) -> str | None:
    """The state that the sentence's other actors belong to, if one: "Macron ... the country"."""
    if "state" not in kinds:
        return None
    profiles = [ledger.profile(m.actor) for m in level if m.how != "pronoun"]
    countries = {profile.country for profile in profiles if profile.kind != "place"} - {None}
    state = reading.lexicon.states.get(countries.pop() or "") if len(countries) == 1 else None
    return ledger.actor(of_listed(state)) if state else None


def _noun(reading: Reading, ledger: Ledger, word: Word) -> Word | None:
    """The noun of a plain description: after adjectives only, and not narrowed by "of"."""
    words, at, end = reading.words, word.i + 1, reading.end(word.i)
    while at < end and at < word.i + 6 and (words[at].pos in _WITHIN or words[at].lower == "ruling"):
        ranked = words[at].tag in {"JJS", "RBS"} or words[at].ent == "ORDINAL" or words[at].lower in _POLITICAL
        if ranked or at in reading.named or words[at].text in ",;.":
            return None
        last = at + 1 >= end or (words[at + 1].pos not in {"NOUN", "PROPN", "ADJ"} and words[at + 1].text != "-")
        last = last or _given(reading, words[at])
        if words[at].pos in {"NOUN", "PROPN"} and last:
            narrowed = at + 1 < end and words[at + 1].lower in {"of", "that"}
            seen = ledger.covered.get(at)
            taken = seen is not None and seen.how not in {"generic", "adjective"}
            if seen is not None and seen.how == "generic":
                body = ledger.profile(seen.actor)
                taken = body.kind == "military" and body.country is not None
            return None if narrowed or taken or words[at].dep == "attr" else words[at]
        at += 1
    return None


def _given(reading: Reading, noun: Word) -> bool:
    """Whether the noun is whom something is given, be it taken for a part of what is: "gave the group sanctuary"."""
    words, gift = reading.words, reading.words[noun.head]
    if noun.dep != "compound" or gift.i != noun.i + 1 or noun.lower not in reading.lexicon.descriptions:
        return False
    return gift.dep == "dobj" and words[gift.head].lemma in reading.lexicon.words("giving")


def _other_state(reading: Reading, ledger: Ledger, mention: Mention) -> str | None:
    """The other of the two states that a text is about."""
    country = ledger.profile(mention.actor).country
    others = [state for state in reading.pair or () if state.country != country]
    return ledger.actor(of_listed(others[0])) if len(others) == 1 else None


def _may_rule(reading: Reading, ledger: Ledger, mention: Mention, noun: Word) -> bool:
    """Whether "the government" may be theirs: not a people's ("the Turks"), nor a state's that the sentence then
    names ("the government armed the Peruvians"), nor "the regime" of a state that nobody calls one."""
    hit = reading.named.get(mention.head)
    if hit is not None and hit.named.use == "people":
        return False
    return _ruled(reading, ledger.profile(mention.actor), noun)


def _ruled(reading: Reading, profile: Profile, noun: Word) -> bool:
    if noun.lower == "regime" and profile.kind == "state":
        return (profile.country or "").lower() in reading.lexicon.words("regimes")
    behind = (reading.named[i].named for i in range(noun.i + 1, reading.end(noun.i)) if i in reading.named)
    return not any(n.actor.name == profile.name and n.use in {"adjective", "people"} for n in behind)


def _described(ledger: Ledger, mention: Mention, kinds: frozenset[str], noun: str) -> bool:
    profile = ledger.profile(mention.actor)
    if profile.kind == "military" and (mention.how == "adjective" or profile.country is None):
        return False
    if mention.how == "adjective" and profile.country is None and profile.wikidata is None and not profile.called:
        return False  # "guerrilla" in "a guerrilla struggle"
    if mention.how == "adjective" and profile.kind in {"state", "territory", "people"}:
        return False
    return noun in profile.called or profile.kind in kinds

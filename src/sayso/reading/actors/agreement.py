"""Which mentions a pronoun can mean: one person, one body or several, and never the doer of its own clause."""

from typing import Literal

from sayso.model.flow import Mention, Word
from sayso.reading.actors.ledger import Ledger, Profile
from sayso.reading.actors.reading import Reading

Agreement = Literal["person", "thing", "many"]

PRONOUNS: dict[str, Agreement] = {
    "he": "person", "him": "person", "his": "person", "himself": "person",
    "she": "person", "her": "person", "hers": "person", "herself": "person",
    "it": "thing", "its": "thing", "itself": "thing",
    "they": "many", "them": "many", "their": "many", "theirs": "many", "themselves": "many",
}  # fmt: skip
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_OBJECTS = frozenset({"dobj", "pobj", "dative"})
_FAR = 60
_THINGS = frozenset({
    "state", "territory", "region", "igo", "ngo", "armed-group", "party", "company", "court", "media", "organization",
    "government-body", "military", "police", "government", "opposition", "parliament", "intelligence",
})  # fmt: skip
_ONE_BY_NAME = frozenset({"state", "igo", "armed-group", "ngo", "company", "media"})  # "Doctors Without Borders"
_UNARMED = frozenset({"ngo", "media", "company", "court", "parliament", "igo"})
_ONE_OF = frozenset({"people", "military", "police", "government", "opposition", "armed-group"})
_MANY = frozenset({"people", "armed-group", "military", "police", "government", "opposition", "ngo"})


def able(reading: Reading, ledger: Ledger, mention: Mention, word: Word) -> bool:
    """Whether who is mentioned can do what the pronoun does: aid workers besiege no town, civilians bomb nobody."""
    if word.dep != "nsubj" or reading.words[word.head].lemma not in reading.lexicon.words("armed acts"):
        return True
    profile = ledger.profile(mention.actor)
    return bool(mention.also) or profile.kind not in _UNARMED


def agrees(reading: Reading, ledger: Ledger, mention: Mention, want: Agreement, word: Word) -> bool:
    """Whether the pronoun `word`, which stands for a person, a thing or several, can take up the mention."""
    profile = ledger.profile(mention.actor)
    if mention.how == "pronoun" and PRONOUNS.get(reading.words[mention.head].lower, want) != want:
        return False
    if mention.also or want == "many":
        return want == "many" and mention.how != "adjective" and _several(reading, mention, profile)
    if want == "person":
        return profile.kind == "person" and _gender_fits(word, mention.actor in ledger.females)
    if mention.how == "adjective" or _people(reading, mention):
        return False
    if mention.how == "generic" and reading.words[mention.head].lower in reading.lexicon.words("arms"):
        return False  # "a drone" is nobody
    return profile.kind in _THINGS and not _plural(reading, mention, profile)


def _collective(reading: Reading, mention: Mention) -> bool:
    return reading.words[mention.head].lower in reading.lexicon.words("collectives")


def _several(reading: Reading, mention: Mention, profile: Profile) -> bool:
    """Whether "they" can be these: people, or a body of them named by a word for one ("the police")."""
    if mention.also or _people(reading, mention) or _plural(reading, mention, profile):
        return True
    if mention.how == "pronoun" and profile.kind in {"military", "police", "government"}:
        return reading.words[mention.head].lower in PRONOUNS
    if mention.how not in {"generic", "description"}:
        return profile.kind in _MANY
    return _collective(reading, mention)


def _people(reading: Reading, mention: Mention) -> bool:
    """ "The Swedes" are the state, and yet they are many."""
    hit = reading.named.get(mention.head)
    return hit is not None and hit.named.use == "people" and mention.how == "name"


def _plural(reading: Reading, mention: Mention, profile: Profile) -> bool:
    named = mention.how != "generic" and profile.kind in _ONE_BY_NAME
    listed = named and mention.head in reading.named  # "UN experts" are many, the "Houthis" one movement
    return reading.words[mention.head].tag in {"NNS", "NNPS"} and not listed


def _gender_fits(word: Word, female: bool) -> bool:
    return female if word.lower in _SHE else not female


def is_subject(reading: Reading, mention: Mention) -> bool:
    """Whether the mention, or what it is joined to or owns, is the subject of a clause."""
    word = reading.words[mention.head]
    while word.dep == "conj" and word.head != word.i:
        word = reading.words[word.head]
    return word.dep in SUBJECTS or (word.dep == "poss" and reading.words[word.head].dep in SUBJECTS)


def carries_sentence(reading: Reading, mention: Mention, *, speaks: bool = True) -> bool:
    """Whether the mention is the subject of a main verb: "Peru, which wants Chile to talk, ..." goes on about Peru.

    `speaks`: the pronoun speaks too. Else "Peru has closed the port, Chile's army said" goes on about Peru.
    """
    word = reading.words[mention.head]
    verb = reading.words[word.head]
    while verb.dep == "conj" and verb.head != verb.i:
        verb = reading.words[verb.head]
    if not speaks:
        if verb.dep == "ccomp" and verb.i < verb.head and reading.words[verb.head].head == verb.head:
            return word.dep in SUBJECTS
        if _told_before(reading, verb):
            return False
    return word.dep in SUBJECTS and verb.head == verb.i


def _told_before(reading: Reading, verb: Word) -> bool:
    """Whether what is said stands in front of the verb of saying."""
    return any(reading.words[i].dep == "ccomp" and i < verb.i for i in reading.parse.children[verb.i])


def speaks(reading: Reading, word: Word) -> bool:
    """Whether the pronoun is one that says something, and so goes on for the speaker before it."""
    return reading.words[word.head].lemma in reading.lexicon.words("speech verbs")


def moved(reading: Reading, ledger: Ledger, mention: Mention, word: Word) -> bool:
    """Whether somebody is only moved by what another did, and the pronoun does not answer to it: in "Peru cut the
    tariff. The step pleased Chile. It exports copper" it is Peru that goes on, yet "it thanked Peru" would be Chile."""
    one = reading.words[mention.head]
    verb = reading.words[one.head]
    if word.dep not in SUBJECTS or one.dep != "dobj" or verb.head != verb.i:
        return False
    speech, act = reading.lexicon.words, reading.words[word.head].lemma
    if any(act in speech(kind) for kind in ("speech verbs", "answers", "addresses")):
        return False
    deed = next((reading.words[i] for i in reading.parse.children[verb.i] if reading.words[i].dep == "nsubj"), None)
    if deed is None or deed.i in ledger.covered or deed.tag != "NN":
        return False
    return any(reading.words[i].lower in {"the", "this", "that"} for i in reading.parse.children[deed.i])


def answered(reading: Reading, word: Word) -> int | None:
    """Whom the verb before addresses, where the pronoun answers: "Peru urged Chile to talk, but it refused".

    A sentence that begins with the pronoun can answer the one before: "Peru accuses Chile of theft. It denies that".
    """
    verb = reading.words[word.head]
    reported = word.dep == "nsubjpass" and verb.lemma in reading.lexicon.words("fact verbs")
    if not reported and (word.dep != "nsubj" or verb.lemma not in reading.lexicon.words("answers")):
        return None
    main: Word | None = reading.words[verb.head]
    if main is verb:
        main = _main_verb(reading, word.sentence - 1) if word.sentence else None
    elif reported or verb.dep not in {"conj", "advcl", "parataxis"}:
        return None
    if main is None or main.i > word.i or main.lemma not in reading.lexicon.words("addresses"):
        return None
    for child in reading.parse.children[main.i]:
        if child < word.i and reading.words[child].dep in {"dobj", "dative"}:
            return child
        if child < word.i and reading.words[child].dep in {"ccomp", "xcomp"}:
            inside = [i for i in reading.parse.children[child] if reading.words[i].dep in SUBJECTS]
            return inside[0] if inside else None
    return None


def _main_verb(reading: Reading, index: int) -> Word | None:
    sentence = reading.parse.sentences[index]
    return next((w for w in reading.words[sentence.first : sentence.last] if w.head == w.i), None)


def part_of_thing(reading: Reading, ledger: Ledger, mention: Mention) -> bool:
    """Whether a sentence is about a thing of theirs: "Talks between Peru and Chile stalled. They resumed in May"."""
    at = reading.words[mention.head]
    for _ in range(4):
        above = reading.words[at.head]
        if at.dep in {"pobj", "conj"} and above.pos in {"ADP", "NOUN", "PROPN"}:
            at = above
        elif at.dep == "prep" and above.dep in SUBJECTS and above.i not in ledger.covered:
            return above.tag in {"NN", "NNS"}
        else:
            return False
    return False


def done_to(reading: Reading, ledger: Ledger, word: Word) -> bool:
    """Whether "it" stands where only an actor can, and another actor does it: "Peru has threatened to invade it"."""
    verb = reading.words[word.head]
    if word.dep in {"nsubj", "dobj"} and (let := _let(reading, word)) is not None:
        return let in ledger.covered
    if word.dep not in {"dobj", "dative"} or verb.lemma not in reading.lexicon.words("done to actors"):
        return False
    found = subject(reading, word)
    return found is not None and found in ledger.covered


def _assailant(reading: Reading, word: Word) -> int | None:
    """Who does harm to what is theirs, and so is none of them: "Peru said Chile had bombed its embassy"."""
    thing = reading.words[word.head]
    if word.tag != "PRP$" or thing.dep not in {"dobj", "pobj", "nsubjpass"}:
        return None
    verb = reading.words[thing.head]
    verb = reading.words[verb.head] if verb.pos == "ADP" else verb
    own = any(reading.words[i].lower == "own" for i in range(word.i + 1, thing.i))
    if own or verb.pos != "VERB" or verb.lemma not in reading.lexicon.words("hostile"):
        return None
    if thing.dep == "nsubjpass":
        by = next((i for i in reading.parse.children[verb.i] if reading.words[i].dep == "agent"), None)
        return next(iter(reading.parse.children[by]), None) if by is not None else None
    return subject(reading, thing)


def goes_on_saying(reading: Reading, word: Word) -> int | None:
    """Who says what a second "that" begins: "Peru said that Chile had lied, and that it would answer"."""
    words, verb = reading.words, reading.words[word.head]
    if word.dep not in {"nsubj", "nsubjpass"} or verb.dep != "conj":
        return None
    first = words[verb.head]
    while first.dep == "conj" and first.head != first.i:
        first = words[first.head]
    marked = any(
        words[i].lower == "that" and words[i].dep == "mark" for i in reading.parse.children[verb.i] if i < word.i
    )
    if not marked or first.dep != "ccomp" or words[first.head].lemma not in reading.lexicon.words("speech verbs"):
        return None
    return next((i for i in reading.parse.children[first.head] if words[i].dep == "nsubj" and i < first.i), None)


def _let(reading: Reading, word: Word) -> int | None:
    """Who lets them do something: "Peru would allow it to send food"."""
    words, verb = reading.words, reading.words[word.head]
    if word.dep == "nsubj":
        if verb.dep not in {"ccomp", "xcomp"} or verb.head > word.i:
            return None
        verb = words[verb.head]
    elif not any(words[i].dep in {"xcomp", "ccomp"} and i > word.i for i in reading.parse.children[verb.i]):
        return None
    if verb.lemma not in reading.lexicon.words("letting"):
        return None
    return next((i for i in reading.parse.children[verb.i] if words[i].dep in SUBJECTS and i < word.i), None)


def subject(reading: Reading, word: Word) -> int | None:
    """The subject of the verb that `word` depends on; joined verbs share theirs."""
    verb = reading.words[word.head].head if word.dep == "pobj" else word.head
    if word.dep == "pobj":  # "shared details of the cargo with it"
        for _ in range(3):
            above = reading.words[verb]
            if above.pos in {"VERB", "AUX"} or above.head == verb or above.dep in SUBJECTS:
                break
            verb = above.head
    for _ in range(4):
        found = [i for i in reading.parse.children[verb] if reading.words[i].dep in SUBJECTS]
        if found:
            return found[0]
        if reading.words[verb].dep not in {"conj", "xcomp", "ccomp", "acl"}:
            return None
        verb = reading.words[verb].head
    return None


def barred(reading: Reading, ledger: Ledger, word: Word) -> str | None:
    """Whom the pronoun cannot mean: the doer of the verb whose object it is, or what it does as a subject to others."""
    if PRONOUNS[word.lower] == "person" and (told := _told_behind(reading, ledger, word)):
        return told
    if (let := _let(reading, word)) is not None or (let := _assailant(reading, word)) is not None:
        found: int | None = let
    elif word.dep in SUBJECTS:
        found = next((i for i in reading.parse.children[word.head] if reading.words[i].dep == "dobj"), None)
    elif word.dep in _OBJECTS:
        found = subject(reading, word)
    else:
        return None
    mention = ledger.covered.get(found) if found is not None else None
    return mention.actor if mention else None


def _told_behind(reading: Reading, ledger: Ledger, word: Word) -> str | None:
    """Who says what the pronoun stands in, where the name follows: "he is ill, Lee said" tells of somebody else."""
    at = reading.words[word.head]
    for _ in range(8):
        above = reading.words[at.head]
        if above is at:
            return None
        if at.dep == "ccomp" and above.i > at.i and above.lemma in reading.lexicon.words("speech verbs"):
            said = next((i for i in reading.parse.children[above.i] if reading.words[i].dep == "nsubj"), None)
            mention = ledger.covered.get(said) if said is not None and said > word.i else None
            return mention.actor if mention is not None else None
        at = above
    return None


def anybody(reading: Reading, ledger: Ledger, level: list[Mention], word: Word) -> bool:
    """Whether one of a sort is the subject before "he": "an official asked not to be named as he was not allowed"."""
    return any(
        m.how == "generic" and reading.words[m.head].tag == "NN" and reading.words[m.head].dep in SUBJECTS
        and m.last <= word.i and not _collective(reading, m) and ledger.profile(m.actor).kind in _ONE_OF
        for m in level
    )  # fmt: skip


def thing_between(reading: Reading, ledger: Ledger, first: int, word: Word) -> bool:
    """Whether things that are no actor stand nearer: "passed a bill. Berlin slammed it", "insurers ... their cover"."""
    object_it, they = word.lower == "it" and word.dep not in SUBJECTS, PRONOUNS[word.lower] == "many"
    if not object_it and not they:
        return False
    if word.i - first > _FAR:
        return True
    above = {word.head, reading.words[word.head].head}  # "one of them"
    tags = {"NNS", "CD"} if they else {"NN"}
    roles = SUBJECTS if they else SUBJECTS | {"dobj", "attr"}
    if word.dep in _OBJECTS:
        roles |= {"dobj", "attr", "pobj"} if they or word.dep == "dobj" else frozenset()
    return any(
        w.tag in tags
        and w.dep in roles
        and w.i not in ledger.covered
        and w.i not in above
        and w.ent not in {"DATE", "TIME"}
        for w in reading.words[first : word.i]
    )


def empty(reading: Reading, word: Word) -> bool:
    """An "it" that stands for nothing, or for what was said: "it is clear that", "it was Peru that", "denied it"."""
    if word.lower != "it":
        return False
    words, head = reading.words, reading.words[word.head]
    if word.dep == "expl" or (word.dep == "dobj" and head.lemma in reading.lexicon.words("fact verbs")):
        return True
    if word.dep not in {"nsubj", "nsubjpass"}:
        return False
    below = [words[i] for i in reading.parse.children[head.i] if i > word.i]
    clause = any(w.dep in {"ccomp", "csubj", "csubjpass", "advcl", "relcl"} for w in below)
    open_clause = any(w.dep == "xcomp" for w in below)
    if head.lemma in {"be", "seem", "appear", "become", "remain"}:
        predicate = any(w.dep in {"acomp", "attr", "oprd", "npadvmod"} for w in below)
        planned = head.lemma == "be" and not clause and not predicate  # "it is to lease a port"
        return (clause or open_clause or predicate or head.lemma in {"seem", "appear"}) and not planned
    if word.dep != "nsubjpass" or (open_clause and not clause):
        return False  # "it is said to have fled"
    return clause or head.lemma in reading.lexicon.words("fact verbs")


def told_by(reading: Reading, word: Word) -> tuple[int, int] | None:
    """The words in front that are told by whom the pronoun stands for: "the men had planned to kill Lee, he said"."""
    verb = reading.words[word.head]
    if word.dep != "nsubj":
        return None
    if _put_in(reading, word, verb):
        return reading.start(word.i), word.i
    for child in reading.parse.children[verb.i]:
        if reading.words[child].dep == "ccomp" and child < word.i:
            first, last = reading.parse.subtree(child)
            return (first, last) if last <= word.i else None
    return None


def _put_in(reading: Reading, word: Word, verb: Word) -> bool:
    """Whether "he warned" stands between commas, or ends the sentence: all before it is what he said."""
    before = reading.before(word.i)
    if before is None or before.text not in {",", '"', "”"} or verb.i != word.i + 1:
        return False
    after = reading.words[verb.i + 1] if verb.i + 1 < reading.end(word.i) else None
    closed = after is None or after.text in {",", ".", ":", ";"}
    return closed and verb.lemma in reading.lexicon.words("speech verbs")


def only_place(reading: Reading, mention: Mention) -> bool:
    """Whether a name merely tells where: "in Yemen", "across Peru"."""
    word = reading.words[mention.head]
    if word.dep != "pobj" or mention.how not in {"name", "description"}:
        return False
    return reading.words[word.head].lower in reading.lexicon.words("place prepositions")


def of_condition(reading: Reading, word: Word) -> int | None:
    """The subject of the condition before a clause's pronoun: "If Peru finds that Chile lies, it will act"."""
    verb = reading.words[word.head]
    if word.dep not in {"nsubj", "nsubjpass"}:
        return None
    for child in reading.parse.children[verb.i]:
        if child < word.i and reading.words[child].dep == "advcl":
            found = [i for i in reading.parse.children[child] if reading.words[i].dep in SUBJECTS]
            below = any(reading.words[i].dep in {"ccomp", "xcomp"} for i in reading.parse.children[child])
            return found[0] if found and below else None
    return None


def unknown_speaker(reading: Reading, ledger: Ledger, word: Word) -> bool:
    """Whether a body that nobody knows says what the pronoun does: "the works department said it would pay"."""
    verb = reading.words[word.head]
    if word.dep != "nsubj" or verb.dep != "ccomp" or verb.head > word.i:
        return False
    says = reading.words[verb.head]
    if says.lemma not in reading.lexicon.words("speech verbs"):
        return False
    for child in reading.parse.children[says.i]:
        one = reading.words[child]
        if child < says.i and one.dep == "nsubj":
            return one.tag == "NN" and child not in ledger.covered
    return False


def told_about(reading: Reading, word: Word) -> int | None:
    """The subject of what is said, where the pronoun belongs to who says it: "Peru will act, its spokesman said"."""
    verb = reading.words[reading.words[word.head].head]
    if word.tag != "PRP$" or reading.words[word.head].dep not in SUBJECTS:
        return None
    for child in reading.parse.children[verb.i]:
        if reading.words[child].dep == "ccomp" and child < word.i:
            return next((i for i in reading.parse.children[child] if reading.words[i].dep in SUBJECTS), None)
    return None

"""The words around an expression: what rules it out, the tense it stands in, and the interval it is one side of."""

from collections.abc import Callable, Mapping, Sequence
from typing import cast

import msgspec

from sayso.lexicon.times import TimeLexicon
from sayso.model.flow import FoundTime, Parse, TimeRelation, Word
from sayso.reading.time.lex import Atom
from sayso.reading.time.timex import Tense, dated

Guard = Callable[[Parse, Sequence[Atom]], bool]

_CLIMB = 12
_FUTURE_AUX = frozenset({"will", "'ll", "’ll", "shall", "wo"})
_YEAR_BEFORE = frozenset({
    "in", "since", "from", "to", "until", "till", "by", "of", "before", "after", "during", "between", "and", "or",
    "through", "for", "around", "(", "early", "late", "mid", "-", "–", "the", "than", "into", "as", "about",
})  # fmt: skip
_NUMBERED = frozenset({"$", "#", "£", "€", "no.", "number", "page", "flight", "room"})
_FOR = frozenset({"for", "in", "over", "within", "after", "of", "lasted", "last", "taken", "took", "take", "spent"})
# Verbs whose infinitive is told in their own tense, not as something to come.
_IMPLIES = frozenset(
    {"fail", "manage", "help", "begin", "start", "continue", "refuse", "decline", "use", "dare", "get"}
)
_NAMES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "EVENT", "FAC", "PRODUCT"})
_JOINS = frozenset({"to", "until", "till", "through", "-", "–", "and", "into"})


def _no_guard(parse: Parse, atoms: Sequence[Atom]) -> bool:
    return True


def _before(parse: Parse, atoms: Sequence[Atom]) -> Word | None:
    first = atoms[0].first
    return parse.words[first - 1] if first > 0 else None


def _after(parse: Parse, atoms: Sequence[Atom]) -> Word | None:
    last = atoms[-1].last
    return parse.words[last] if last < len(parse.words) else None


def _year(parse: Parse, atoms: Sequence[Atom]) -> bool:
    """A bare number is a year after a preposition or where the parser sees a date, never where it counts things."""
    word = parse.words[atoms[-1].last - 1]
    before = _before(parse, atoms)
    if before is not None and before.lower in _NUMBERED:
        return False
    if not word.text.isascii() or not (word.text[-4:].isdigit() or word.text[-1].isalpha()):
        return True
    number = int(word.text[-4:]) if word.text[-4:].isdigit() else 2000
    head = parse.words[word.head]
    led = before is not None and before.lower in _YEAR_BEFORE
    if word.dep == "nummod" and head.tag in ("NNS", "NNPS") and head.i > word.i and not led and len(atoms) == 1:
        return False
    if word.ent and word.ent not in ("DATE", "EVENT", "CARDINAL", "TIME"):
        return False
    if not 1500 <= number <= 2100:
        return word.ent == "DATE"
    if len(atoms) > 1 or word.ent == "DATE":
        return True
    return word.ent == "EVENT" or (led and word.ent != "CARDINAL")


def _season(parse: Parse, atoms: Sequence[Atom]) -> bool:
    """A season needs a year, "this"/"last"/"next", "the", or a preposition; "the fall of" a city is none."""
    kinds = set().union(*(atom.kinds for atom in atoms))
    if kinds & {"YEAR", "YEAR_UNIT", "LAST", "NEXT", "THIS"}:
        return True
    before, after = _before(parse, atoms), _after(parse, atoms)
    if after is not None and after.lower == "of":
        return False
    if len(atoms) > 1 and "MOD" not in kinds and before is None:
        return False
    return before is not None and before.lower in ("in", "during", "since", "by", "until", "through", "over", "of")


def _noun_today(parse: Parse, atoms: Sequence[Atom]) -> bool:
    word = parse.words[atoms[0].first]
    return not (word.ent and word.ent not in ("DATE", "TIME"))


def _adverb(parse: Parse, atoms: Sequence[Atom]) -> bool:
    return parse.words[atoms[0].first].pos != "ADJ"


def _offset(parse: Parse, atoms: Sequence[Atom]) -> bool:
    """ "two days after" needs nothing behind it; what it counts from would be an event."""
    if parse.words[atoms[-1].last - 1].lower not in ("after", "before"):
        return True
    after = _after(parse, atoms)
    return after is None or after.pos == "PUNCT"


def _duration(parse: Parse, atoms: Sequence[Atom]) -> bool:
    words = parse.words
    after = _after(parse, atoms)
    one = "A" in atoms[-2].kinds if len(atoms) > 1 else False
    last = words[atoms[-1].last - 1].lower
    if last in ("second", "quarter", "night") and one:
        return False
    if after is None:
        return True
    following = words[after.i + 1].lower if after.i + 1 < len(words) else ""
    if after.lower in ("old", "olds") or (after.lower == "-" and following in ("old", "olds")):
        return False
    return not (after.lower == "of" and last in ("quarter", "quarters"))


def _bare(parse: Parse, atoms: Sequence[Atom]) -> bool:
    before, after = _before(parse, atoms), _after(parse, atoms)
    if after is not None and after.lower == "of":
        return True
    return before is not None and before.lower in _FOR


def _month(parse: Parse, atoms: Sequence[Atom]) -> bool:
    """A month's name alone may be a person's, or part of a title."""
    return not any(parse.words[atom.first].ent in _NAMES for atom in atoms if "MONTH" in atom.kinds)


def _decade(parse: Parse, atoms: Sequence[Atom]) -> bool:
    """ "in his 30s" tells an age."""
    return not any(parse.words[atom.first].tag == "PRP$" for atom in atoms)


def _ref(parse: Parse, atoms: Sequence[Atom]) -> bool:
    after = _after(parse, atoms)
    return not (after is not None and after.lower == "that")


def _ref_noun(parse: Parse, atoms: Sequence[Atom]) -> bool:
    after = _after(parse, atoms)
    return after is None or after.pos not in ("NOUN", "NUM", "ADJ", "PROPN")


def _ref_adjective(parse: Parse, atoms: Sequence[Atom]) -> bool:
    return parse.words[atoms[0].first].pos == "ADJ"


GUARDS: Mapping[str, Guard] = {
    "": _no_guard, "year": _year, "season": _season, "noun_today": _noun_today, "adverb": _adverb,
    "offset": _offset, "duration": _duration, "bare": _bare, "ref": _ref, "ref_noun": _ref_noun,
    "ref_adjective": _ref_adjective, "month": _month, "decade": _decade,
}  # fmt: skip


def tense(parse: Parse, i: int) -> Tense:
    """The tense of the nearest verb above word `i`: past, present, future, unknown."""
    word = parse.words[i]
    for _ in range(_CLIMB):
        if word.pos in ("VERB", "AUX"):
            found = _tense_of(parse, word)
            if found != "unknown" or word.head == word.i:
                return found
        if word.head == word.i:
            return _verbless(parse, word)
        word = parse.words[word.head]
    return "unknown"


def _verbless(parse: Parse, root: Word) -> Tense:
    """A sentence whose verb the parser took for a noun: past when a past form stands in it and nothing else."""
    sentence = parse.sentence(root.i)
    tags = {word.tag for word in parse.words[sentence.first : sentence.last]}
    return "past" if tags & {"VBD", "VBN"} and not tags & {"MD", "VBZ", "VBP"} else "unknown"


def _tense_of(parse: Parse, verb: Word) -> Tense:
    helpers = [parse.words[i] for i in parse.children[verb.i] if parse.words[i].dep in ("aux", "auxpass")]
    if any(helper.lower in _FUTURE_AUX for helper in helpers):
        return "future"
    if any(helper.tag == "TO" for helper in helpers):
        above = parse.words[verb.head]
        return _tense_of(parse, above) if above.lemma in _IMPLIES and above.i != verb.i else "future"
    tags = {verb.tag, *(helper.tag for helper in helpers)}
    if "VBD" in tags or ("VBN" in tags and not tags & {"VBZ", "VBP", "MD"}):
        return "past"
    if verb.tag == "VBN" and any(helper.lemma == "have" for helper in helpers):
        return "past"
    if verb.tag == "VBG" and helpers:
        return "future"
    if "MD" in tags:
        return "future"
    return "present" if verb.tag in ("VBZ", "VBP") else "unknown"


def head_of(parse: Parse, time: FoundTime) -> int:
    """The word of the expression that hangs on a word outside it."""
    for i in range(time.first, time.last):
        if not time.first <= parse.words[i].head < time.last:
            return i
    return time.last - 1


def with_relations(parse: Parse, found: Sequence[FoundTime], lexicon: TimeLexicon) -> tuple[FoundTime, ...]:
    """Each time with the preposition that governs it, and the interval the two make."""
    out = [_opened(parse, time, lexicon) for time in found]
    for k in range(len(out) - 1):
        left, right = out[k], out[k + 1]
        if _joined(parse, left, right):
            out[k], out[k + 1] = _between(left, right)
    return tuple(out)


def _relation(parse: Parse, time: FoundTime, lexicon: TimeLexicon) -> TimeRelation:
    """The preposition before the expression, or above the noun phrase it stands in ("since their 2021 takeover")."""
    before = parse.words[time.first - 1] if time.first > 0 else None
    if before is not None and before.lower in ("the", "early", "late", "about", "around") and time.first > 1:
        before = parse.words[time.first - 2]
    word = parse.words[head_of(parse, time)]
    for _ in range(3):
        if word.dep not in ("nummod", "compound", "amod", "poss", "nmod", "npadvmod", "dep"):
            break
        word = parse.words[word.head]
    governor = parse.words[word.head]
    for candidate in (before, governor if word.dep in ("pobj", "pcomp") else None):
        if candidate is None:
            continue
        sense = lexicon.senses.get(candidate.lower)
        if sense is not None and "RELATION" in sense.kinds and candidate.i < time.first:
            return cast(TimeRelation, sense.kinds["RELATION"])
    return "at"


def _opened(parse: Parse, time: FoundTime, lexicon: TimeLexicon) -> FoundTime:
    if time.type not in ("DATE", "TIME"):
        return time
    name = _relation(parse, time, lexicon)
    if name in ("since", "after"):
        return msgspec.structs.replace(time, relation=name, to=None)
    if name in ("until", "by", "before"):
        return msgspec.structs.replace(time, relation=name, from_=None)
    return msgspec.structs.replace(time, relation=name)


def _joined(parse: Parse, left: FoundTime, right: FoundTime) -> bool:
    """ "from X to Y", "between X and Y", "X–Y": one word between two dates."""
    if right.first - left.last != 1 or left.type != "DATE" or right.type != "DATE":
        return False
    word = parse.words[left.last].lower
    if word not in _JOINS:
        return False
    if left.relation in ("from", "between"):
        return left.relation == "from" or word == "and"
    return word in ("-", "–", "through", "until") and left.relation in ("at", "during", "since")


def _between(left: FoundTime, right: FoundTime) -> tuple[FoundTime, FoundTime]:
    """Both sides carry the whole interval; a month without a year takes that of the other side."""
    left = _with_year(left, right)
    start, end = left.from_, right.to or right.from_
    if start is None or end is None or start[:4] > end[:4]:
        return left, right
    replace = msgspec.structs.replace
    return (
        replace(left, from_=start, to=end, precision="range"),
        replace(right, from_=start, to=end, precision="range"),
    )


def _with_year(left: FoundTime, right: FoundTime) -> FoundTime:
    if right.basis != "stated" or left.basis == "stated" or left.rule not in ("month", "weekday-month-day"):
        return left
    year = right.value[:4]
    if not year.isdigit():
        return left
    found = dated(year + left.value[4:], "stated")
    return msgspec.structs.replace(
        left, value=found.value, from_=found.start, to=found.end, basis=found.basis, precision=found.precision
    )

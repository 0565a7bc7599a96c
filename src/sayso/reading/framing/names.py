"""What an account calls each actor ("the Taliban regime", "the group", "the Russian dictator"), and who does so.

A label is a noun phrase without its article and without the actor's own name. It belongs to an actor by standing
with its name, by apposition, by a copula, by a verb of naming, by reference ("the regime"), or, last, because the
account calls exactly one actor by that noun.
"""

from collections.abc import Iterator, Sequence

import msgspec

from sayso.lexicon.framing import Beside, FramingLexicon
from sayso.model.flow import ActorTable, Parse, TokenRange, Word
from sayso.model.record import Attribution, NameUse
from sayso.model.span import Span

_BEFORE = frozenset({"amod", "compound", "nmod", "nummod", "poss", "det", "advmod", "npadvmod"})
_OBJECTS = ("dobj", "nsubjpass", "nsubj")
_NAMES = frozenset({"name", "acronym", "adjective"})
_GROUPS = frozenset({"armed-group", "party"})
_POINTING = frozenset({"such", "other", "same", "own"})
_PLACES = frozenset({"state", "region", "territory", "country", "city", "place"})
_STRETCH = 500
"""Characters of text that the attributions in it are looked up by."""
_OPEN = frozenset({"a", "an", "any", "some", "every", "each", "no", "other", "another", "many", "most", "all"})


class _Label(msgspec.Struct, frozen=True):
    """A label at noun `head`, words `[first, last)`; `actor` None while not known whose it is."""

    head: int
    first: int
    last: int
    actor: str | None


def names(
    parse: Parse, table: ActorTable, attributions: Sequence[Attribution], lexicon: FramingLexicon
) -> tuple[NameUse, ...]:
    """Every label in the text, in order. `by`: the innermost attribution whose content holds it, or `narrator`."""
    found = [label for word in parse.words if (label := _label(parse, table, lexicon, word)) is not None]
    reference = _Reference(parse, table, lexicon, found)
    held = _Held(attributions)
    uses = []
    for label in found:
        actor = label.actor or reference.actor(label)
        text = _own_words(parse, table, lexicon, label)
        if actor is not None and text:
            use = _use(parse, lexicon, label, actor, text, held)
            noun, kind = parse.words[label.head], table.actor(actor).kind
            many = noun.tag in ("NNS", "NNPS") and kind == "person"  # "mercenaries" are not what one man is called
            if not many and (use.connotation != "neutral" or _tells(lexicon, noun, kind)):
                uses.append(use)
    return tuple(uses)


def _tells(lexicon: FramingLexicon, noun: Word, kind: str) -> bool:
    """Whether a neutral noun says how somebody is seen: a state's government does not, "the Taliban government" does.

    A noun for groups ("movement") says nothing of a person or a country.
    """
    word = noun.lemma if noun.lemma in lexicon.telling else noun.lower
    if lexicon.beside.get(word) == "group" and (kind == "person" or kind in _PLACES):
        return False
    telling = lexicon.telling.get(word, "always")
    return telling == "always" or (telling == "group" and kind in _GROUPS)


def _use(parse: Parse, lexicon: FramingLexicon, label: _Label, actor: str, text: list[Word], held: "_Held") -> NameUse:
    span = parse.span(label.first, label.last)
    lemmas = [word.lower if word.lower in lexicon.modifiers else word.lemma for word in text if word.i < label.head]
    return NameUse(
        actor_id=actor,
        label=" ".join(word.text for word in text),
        span=span,
        by=held.by(span),
        connotation=lexicon.connotation(parse.words[label.head].lemma, lemmas),
    )


class _Held:
    """Who says what, by stretches of the text, so that a label meets only the attributions around it."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._by_stretch: dict[tuple[str | None, int], list[Attribution]] = {}
        for one in sorted(attributions, key=lambda one: sum(end - start for start, end in one.content)):
            stretches = {k for start, end in one.content for k in range(start // _STRETCH, end // _STRETCH + 1)}
            for k in stretches if one.speaker.kind != "narrator" else ():
                self._by_stretch.setdefault((one.where, k), []).append(one)

    def by(self, span: Span) -> str:
        """The id of the innermost attribution that holds the span, else `narrator`."""
        near = self._by_stretch.get((span.where, span.start // _STRETCH), ())
        return next((one.id for one in near if _holds(one, span)), "narrator")


def _holds(one: Attribution, span: Span) -> bool:
    return one.where == span.where and any(start <= span.start and span.end <= end for start, end in one.content)


def _label(parse: Parse, table: ActorTable, lexicon: FramingLexicon, word: Word) -> _Label | None:
    """The label whose head is `word`, if it is a label noun, or whatever a verb of naming gives as a name."""
    if word.pos not in ("NOUN", "PROPN") or word.dep == "compound":
        return None
    listed = word.lemma in lexicon.nouns or word.lower in lexicon.nouns
    given = _given_to(parse, table, lexicon, word)
    if not listed and given is None:
        return None
    first, last = _phrase(parse, table, word)
    beside = _beside(parse, table, word, lexicon.beside.get(word.lemma) or lexicon.beside.get(word.lower, "none"))
    actor = given or beside or _predicated(parse, table, word)
    return _Label(word.i, first, last, actor)


def _phrase(parse: Parse, table: ActorTable, word: Word) -> TokenRange:
    """The noun phrase without its article, with an "of" complement that is no actor ("hotbed of tension")."""
    first = word.i
    while first > parse.sentence(word.i).first and _modifies(parse.words[first - 1], word.i):
        first -= 1
    while first < word.i and parse.words[first].pos in ("DET", "PUNCT"):
        first += 1
    return first, _of_end(parse, table, word.i)


def _modifies(word: Word, head: int) -> bool:
    if word.text in ("-", "–"):
        return True
    inside = word.i < word.head <= head and word.dep in _BEFORE
    return inside and word.tag not in ("VBG", "WRB", "WDT", "WP$")


def _own_words(parse: Parse, table: ActorTable, lexicon: FramingLexicon, label: _Label) -> list[Word]:
    """The label's words without articles and without the names of actors in it; empty when nothing else is left."""
    if _in_own_name(table, parse.words[label.head]):
        return []
    before = [parse.words[i] for i in range(label.first, label.head)]
    kept = [word for word in before if _colours(word) and not _is_name(table, lexicon, word)]
    return [*kept, *(parse.words[i] for i in range(label.head, label.last))]


def _colours(word: Word) -> bool:
    little = word.pos in ("DET", "PUNCT", "NUM", "PRON") or word.tag == "POS"
    return not little and word.lower not in _POINTING


def _is_name(table: ActorTable, lexicon: FramingLexicon, word: Word) -> bool:
    """Part of an actor's name or the adjective of one ("Russian"); "Islamist" is a colour, capital or not."""
    return word.text[:1].isupper() and word.lower not in lexicon.modifiers and table.at(word.i) is not None


def _in_own_name(table: ActorTable, word: Word) -> bool:
    """Whether the noun belongs to the actor's own name ("the Wagner Group"), so that it says nothing about it."""
    mention = table.at(word.i)
    if mention is None or mention.how not in _NAMES:
        return False
    return word.lower in table.actor(mention.actor).name.lower() or mention.last - mention.first == 1


def _of_end(parse: Parse, table: ActorTable, head: int) -> int:
    for child in parse.children[head]:
        if child == head + 1 and parse.words[child].lower == "of":
            first, last = parse.subtree(child)
            named = any(table.at(i) is not None for i in range(first, last))
            return last if last - first <= 4 and not named else head + 1
    return head + 1


def _beside(parse: Parse, table: ActorTable, word: Word, allowed: Beside) -> str | None:
    """An actor's name inside the phrase ("Taliban regime", "the government of Sudan"), as far as the noun allows."""
    for i in _modifiers(parse, word.i) if allowed != "none" else ():
        mention = table.at(i)
        if mention is None or mention.how not in _NAMES:
            continue
        owner = parse.words[i].dep in ("poss", "pobj")
        group = table.actor(mention.actor).kind not in _PLACES
        if allowed == "any" or (not owner and (allowed == "adjective" or group)):
            return mention.actor
    return _referred(table, word)


def _modifiers(parse: Parse, head: int) -> Iterator[int]:
    yield from (i for i in reversed(parse.children[head]) if parse.words[i].dep in _BEFORE and i < head)
    for child in parse.children[head]:
        if parse.words[child].lower == "of":
            yield from (i for i in parse.children[child] if parse.words[i].dep == "pobj")


def _predicated(parse: Parse, table: ActorTable, word: Word) -> str | None:
    """Apposition ("the Taliban, a hardline group") and copula ("the Taliban are terrorists")."""
    head = parse.words[word.head]
    if word.dep == "appos":
        return _actor_at(parse, table, head.i)
    if word.dep == "attr" and not any(parse.words[i].dep == "neg" for i in parse.children[head.i]):
        return _first_actor(parse, table, head.i, ("nsubj",))
    named = [i for i in parse.children[word.i] if parse.words[i].dep == "appos" and i == word.i + 1]
    return next((actor for i in named if (actor := _actor_at(parse, table, i))), None)


def _given_to(parse: Parse, table: ActorTable, lexicon: FramingLexicon, word: Word) -> str | None:
    """Whom a verb of naming gives this name: "called Iran a threat", "described as a hotbed"."""
    head = parse.words[word.head]
    if head.lower == "as" and word.dep == "pobj":
        head = parse.words[head.head]
    elif word.dep not in ("oprd", "attr", "dobj", "ccomp") or head.lemma not in lexicon.naming:
        return None
    if head.lemma not in lexicon.naming:
        return None
    own = [i for i in parse.children[head.i] if parse.words[i].dep in _OBJECTS and i != word.i]
    passive = any(parse.words[i].dep in ("auxpass", "nsubjpass") for i in parse.children[head.i])
    inside = [i for i in parse.children[word.i] if parse.words[i].dep in ("nsubj", "dep", "nmod") and i < word.i]
    targets = [i for i in own if passive or parse.words[i].dep == "dobj"] + inside
    return next((actor for i in targets if (actor := _actor_at(parse, table, i))), None)


def _first_actor(parse: Parse, table: ActorTable, verb: int, deps: Sequence[str]) -> str | None:
    subjects = [i for i in parse.children[verb] if parse.words[i].dep in deps]
    return next((actor for i in subjects if (actor := _actor_at(parse, table, i))), None)


def _actor_at(parse: Parse, table: ActorTable, i: int) -> str | None:
    """The actor a noun stands for, or is about: "Iran", "the Iranian state", "the situation in Afghanistan"."""
    mention = table.at(i)
    if mention is not None and (mention.how != "adjective" or mention.head == i):
        return mention.actor
    for child in parse.children[i]:
        inner = table.at(child)
        if parse.words[child].dep in _BEFORE and inner is not None:
            return inner.actor
        if parse.words[child].lower in ("of", "in"):
            inside = [table.at(k) for k in parse.children[child]]
            return next((one.actor for one in inside if one), None)
    return None


def _referred(table: ActorTable, word: Word) -> str | None:
    mention = table.at(word.i)
    return mention.actor if mention is not None and mention.how in ("description", "role") else None


class _Reference:
    """Whose a label is that stands without a name: by a noun used of one actor only, or by "these extremists"."""

    def __init__(self, parse: Parse, table: ActorTable, lexicon: FramingLexicon, found: Sequence[_Label]) -> None:
        self._parse = parse
        self._nouns = lexicon.nouns
        owners: dict[str, set[str]] = {}
        for label in found:
            if label.actor is not None:
                owners.setdefault(parse.words[label.head].lemma, set()).add(label.actor)
        self._alone = {lemma: next(iter(actors)) for lemma, actors in owners.items() if len(actors) == 1}
        dark = {a for lemma, of in owners.items() if self._nouns.get(lemma) == "hostile" for a in of}
        self._dark = [mention for mention in table.mentions if mention.actor in dark]

    def actor(self, label: _Label) -> str | None:
        """The actor, or None when the words leave it open."""
        word = self._parse.words[label.head]
        pointing = self._pointing(label)
        if self._nouns.get(word.lemma) != "hostile" and (not pointing or word.tag.endswith("S")):
            return None
        return self._alone.get(word.lemma) or (self._last_dark(word) if pointing else None)

    def _pointing(self, label: _Label) -> bool:
        before = self._parse.words[label.first - 1] if label.first else None
        return before is not None and before.pos == "DET" and before.lower not in _OPEN

    def _last_dark(self, word: Word) -> str | None:
        near = [m for m in self._dark if m.head < word.i and word.sentence - self._parse.words[m.head].sentence <= 1]
        return near[-1].actor if near else None

"""Where the cues of the lexicon stand in a parse."""

from collections.abc import Iterator

import msgspec

from sayso.lexicon.certainty import CertaintyLexicon, Cue, Phrase
from sayso.model.flow import Parse, Word


class Match(msgspec.Struct, frozen=True, gc=False):
    """A cue's words `[first, last)`."""

    cue: Cue
    first: int
    last: int


Found = dict[int, tuple[Match, ...]]


def matches(parse: Parse, lexicon: CertaintyLexicon) -> Found:
    """Every word that belongs to a cue, with the cues it belongs to, longest first."""
    at: dict[int, list[Match]] = {}
    phrases = lexicon.phrases
    for word in parse.words:
        found = phrases.get(word.lower, ())
        lemma = phrases.get(word.lemma, ()) if word.lemma != word.lower and not _frozen(word) else ()
        if not found and not lemma and word.pos == "VERB":
            # No adverb is in a verb: "noted" has no "not".
            bases = (phrases[form] for form in _bases(word.lower) if form in phrases)
            lemma = next((one for one in bases if one[0].cue.kind != "adverb"), ())
        for phrase in (*found, *lemma):
            _place(parse, word, phrase, at)
    return {i: tuple(sorted(here, key=lambda m: m.first - m.last)) for i, here in at.items()}


def _frozen(word: Word) -> bool:
    """Whether a participle has become a preposition: "according to" is no accord."""
    return word.dep == "prep" and word.tag == "VBG"


def _bases(form: str) -> tuple[str, ...]:
    """What a verb form may come from, where the parser's lemma is off ("hopes": "hop")."""
    if form.endswith("s"):
        return (form[:-1],)
    if form.endswith("ed"):
        return form[:-1], form[:-2]
    return (form[:-3] + "e", form[:-3]) if form.endswith("ing") else ()


def _place(parse: Parse, word: Word, phrase: Phrase, at: dict[int, list[Match]]) -> None:
    last = word.i + len(phrase.words)
    if last > len(parse.words):
        return
    for k, wanted in enumerate(phrase.words[1:], word.i + 1):
        other = parse.words[k]
        if wanted not in (other.lower, other.lemma) or other.sentence != word.sentence:
            return
    match = Match(phrase.cue, word.i, last)
    for k in range(word.i, last):
        at.setdefault(k, []).append(match)


def here(found: Found, i: int, *kinds: str) -> Iterator[Match]:
    """The matches of those kinds that hold word `i`, longest first."""
    for match in found.get(i, ()):
        if match.cue.kind in kinds:
            yield match

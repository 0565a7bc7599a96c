"""Who speaks and a verb of saying at the end of a sentence, read word by word: "..., an envoy, Omar Khan, told them."

The parser often loses what was said where much stands between it and the verb, or where the source has appositions.
"""

from sayso.model.flow import Parse, TokenRange, Word
from sayso.reading.attribution import grammar
from sayso.reading.attribution.complements import Match
from sayso.reading.attribution.draft import Draft

LONGEST = 24
"""How many words the source may have with its appositions, at most."""
AFTER = 12
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
WITHIN = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "ADP", "PART", "CCONJ"})
PEOPLE = frozenset({"NOUN", "PROPN", "PRON"})
OPENING = frozenset({"when", "after", "as", "before", "while", "since", "although", "because", "though", "where"})
TOLD = frozenset({"tell", "inform", "assure", "brief", "remind", "warn", "notify", "advise"})


def said_last(parse: Parse, match: Match) -> Draft | None:
    """The attribution whose verb ends its sentence, with all that stands before its source for content."""
    sentence, v = parse.sentence(match.v), match.v
    if match.cue.stance != "asserts" or not _ends(parse, match, sentence.last):
        return None
    end = _before_relative(parse, sentence.first, v)
    opening = _opening(parse, sentence.first, v, end)
    if opening is None:
        return None
    semicolons = (k + 1 for k in range(opening - 1, sentence.first, -1) if parse.words[k].text == ";")
    first = next(semicolons, sentence.first)
    if not _clause(parse.words[first:opening]):
        return None
    source = grammar.tidy(parse, opening + 1, end)
    if any(parse.words[k].lower in grammar.RELATIVE for k in range(*source)):
        return None
    content: TokenRange = grammar.tidy(parse, first, opening)
    rule = f"{match.cue.entry}:clause"
    return Draft(((v, match.tail + 1),), v, source, _head(parse, *source), (content,), match.cue.stance, rule, 0.9)


def _ends(parse: Parse, match: Match, last: int) -> bool:
    """Whether nothing but to whom, where and when it was said follows the verb, or ", adding that ..."."""
    after = parse.words[match.tail + 1 : last]
    pause = next((k for k, w in enumerate(after[:-1]) if w.text == "," and after[k + 1].tag == "VBG"), None)
    after = after[:pause]
    while after and after[-1].pos == "PUNCT":
        after = after[:-1]
    if len(after) == 1 and after[0].pos == "ADV":
        return True
    if len(after) > AFTER or any(word.pos not in WITHIN or word.lower == "that" for word in after):
        return False
    told = parse.words[match.v].lemma in TOLD
    return not after or after[0].pos == "ADP" or after[0].ent in ("DATE", "TIME") or told


def _opening(parse: Parse, first: int, v: int, end: int) -> int | None:
    """The comma before the source: before its last words, or before the noun that they are in apposition to."""
    words = parse.words
    commas: list[int] = []
    k = end - 1
    while k > max(first, v - LONGEST) and (words[k].pos in WITHIN or words[k].text == ","):
        if words[k].text == ",":
            commas.append(k)
        k -= 1
    if not commas:
        return None
    if commas[0] != v - 1:
        return commas[0] if any(words[i].pos in PEOPLE for i in range(commas[0] + 1, v)) else None
    return commas[2] if len(commas) > 2 and not _alone(parse, commas) else None


def _before_relative(parse: Parse, first: int, v: int) -> int:
    """Where the source ends: before ", which watches them," where such a clause stands before verb `v`, else at it."""
    words = parse.words
    if words[v - 1].text == ",":
        for k in range(v - 2, max(first, v - LONGEST), -1):
            if words[k].text == ",":
                return k if words[k + 1].lower in ("who", "which") else v
    return v


def _alone(parse: Parse, commas: list[int]) -> bool:
    """Whether what stands between the commas names nobody, so that it is no apposition."""
    inside = parse.words[commas[2] + 1 : commas[0]]
    return not any(word.ent == "PERSON" or word.tag == "NN" for word in inside)


def _clause(words: tuple[Word, ...]) -> bool:
    """Whether there is a main clause: a verb with a tense, and not just one that is subordinate."""
    if not any(word.tag in FINITE for word in words):
        return False
    return words[0].lower not in OPENING or any(word.text == "," for word in words)


def _head(parse: Parse, first: int, last: int) -> int:
    """The noun that the source's words are about: a person's name, else the last noun before a preposition."""
    named = [k for k in range(first, last) if parse.words[k].ent == "PERSON" and parse.words[k].pos == "PROPN"]
    if named:
        return next((k for k in named if k + 1 not in named), named[-1])
    stop = next((k for k in range(first + 1, last) if parse.words[k].pos == "ADP" or parse.words[k].text == ","), last)
    return next((k for k in range(stop - 1, first - 1, -1) if parse.words[k].pos in PEOPLE), stop - 1)

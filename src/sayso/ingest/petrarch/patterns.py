"""One pattern of a verb dictionary, `PRE * POST`, as what our patterns hold: phrase, objects, subjects, slots."""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import Literal

import msgspec

from sayso.lexicon.events import PREPOSITIONS

MAX_PHRASES = 60
SOURCE, TARGET, BOTH, SKIP = "$", "+", "%", "^"
_MARKS = frozenset({SOURCE, TARGET, BOTH, SKIP})
_TOKEN = re.compile(r"[{}()]|[^\s{}()_]+")
_WORD = re.compile(r"[\w&][\w'’./-]*$")

Kind = Literal["word", "set", "mark"]
Namer = Callable[[str], str]


class Unfit(ValueError):  # noqa: N818 - it is a pattern's state, not a fault
    """A pattern that our patterns cannot say; the message says why."""


class Shape(msgspec.Struct, frozen=True):
    """A pattern without its verbs and code. `rest`: the words of the phrase after the verb."""

    rest: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    both: bool = False


class _Token(msgspec.Struct, frozen=True):
    kind: Kind
    text: str


def convert(body: str, sets: Mapping[str, Sequence[str]], name: Namer) -> tuple[Shape, ...]:
    """The shapes of `PRE * POST`: one, or several where a synonym set stands in a phrase. Raises Unfit."""
    if body.count("*") != 1:
        raise Unfit("a pattern has one * for its verb")
    before, _, after = body.partition("*")
    pre, post = _tokens(before, sets), _tokens(after, sets)
    if any(token.text == SKIP for token in (*pre, *post)):
        raise Unfit("^ skips a clause; ours cannot")
    subjects, flipped = _before(pre, name)
    to, by = _slots(post, flipped)
    things = [token for token in post if token.kind != "mark"]
    both = any(token.text == BOTH for token in (*pre, *post))
    if _decides(things):
        head = things[0]
        plain = head.text if head.kind == "word" else "@" + name(head.text)
        return (Shape((), (plain, *_singular(head)), subjects, to, by, both),)
    return tuple(Shape(rest, (), subjects, to, by, both) for rest in _phrases(things, sets))


def _tokens(text: str, sets: Mapping[str, Sequence[str]]) -> tuple[_Token, ...]:
    """Words, marks and sets in order. Braces and parentheses only group what our phrases hold in a row."""
    found = []
    for piece in _TOKEN.findall(text):
        if piece in "{}()":
            continue
        if piece in _MARKS:
            found.append(_Token("mark", piece))
        elif piece.startswith("&"):
            key = next((key for key in (piece, piece + "_") if key in sets), None)
            if key is None or not sets[key]:
                raise Unfit(f"the synonym set {piece} is not defined before it, or has no single words")
            found.append(_Token("set", key))
        elif _WORD.match(piece):
            found.append(_Token("word", piece.lower()))
        else:
            raise Unfit(f"{piece!r} is no word of a pattern")
    return tuple(found)


def _before(pre: Sequence[_Token], name: Namer) -> tuple[tuple[str, ...], bool]:
    """The subject asked for, and whether the target, not the source, stands before the verb."""
    things = [token for token in pre if token.kind != "mark"]
    marks = [token.text for token in pre if token.kind == "mark"]
    if len(things) > 1:
        raise Unfit("more than one word before the verb: ours asks for a subject only")
    if things and marks:
        raise Unfit("a word and an actor before the verb: ours asks for one subject")
    if len(marks) > 1:
        raise Unfit("two actors before the verb: ours finds them by the sentence's structure")
    if not things:
        return (), TARGET in marks
    word = things[0]
    if word.kind == "set":
        return ("@" + name(word.text),), False
    return (word.text, *_singular(word)), False


def _slots(post: Sequence[_Token], flipped: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Where target and source stand: after a preposition, else the object's or the subject's place."""
    to: tuple[str, ...] = ("subj",) if flipped else ()
    by: tuple[str, ...] = ()
    last = ""
    for token in post:
        if token.kind != "mark":
            last = token.text if token.text in PREPOSITIONS else ""
        elif token.text == TARGET:
            to = (last,) if last else ("obj",)
        elif token.text == SOURCE:
            by = (last,) if last else ("obj",)
    return to, by or (("by",) if flipped else ())


def _decides(things: Sequence[_Token]) -> bool:
    """Whether one noun, with at most a preposition after it, is all there is: then the object decides."""
    nouns = [token for token in things if token.text not in PREPOSITIONS]
    return len(nouns) == 1 and things[0] is nouns[0] and len(things) <= 2


def _singular(token: _Token) -> tuple[str, ...]:
    """Texts are matched by lemma, so that a word that looks like a plural stands in the singular as well."""
    word = token.text
    if token.kind != "word" or not word.endswith("s") or word.endswith("ss") or len(word) < 4:
        return ()
    return (word[:-3] + "y",) if word.endswith("ies") else (word[:-1],)


def _phrases(things: Sequence[_Token], sets: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    choices = [sets[token.text] if token.kind == "set" else (token.text,) for token in things]
    size = 1
    for choice in choices:
        size *= len(choice)
    if size > MAX_PHRASES:
        raise Unfit(f"its synonym sets give {size} phrases; at most {MAX_PHRASES} are written out")
    return tuple(product(*choices))

"""Agents files: words such as `RIOT_POLICE [~COP]` that get their country from the text, as sorts of people."""

import re
from collections.abc import Iterator, Mapping
from itertools import product

from sayso.ingest.petrarch.codes import codes
from sayso.ingest.petrarch.lines import Left, Line, lines
from sayso.ingest.petrarch.spelling import plural, words
from sayso.lexicon.actors import ActorEntry, ActorLexicon, tokens_of
from sayso.lexicon.codes import CodeBook

MAX_FORMS = 200
_SET = re.compile(r"^(![A-Z_]+!)\s*=\s*(.+)$")
_NAMED = re.compile(r"![A-Z_]+!")
_BRACES = re.compile(r"\{([^{}]*)\}")


def agents(text: str, left: Left, lexicon: ActorLexicon, book: CodeBook) -> tuple[ActorEntry, ...]:
    """A `sort` entry for each code of an agents file, with all of the words that have it."""
    sets: dict[str, tuple[str, ...]] = {}
    found: dict[str, dict[str, None]] = {}
    for line in lines(text, left):
        defined = _SET.match(line.text)
        if defined:
            sets[defined[1]] = tuple(member.strip() for member in defined[2].split(",") if member.strip())
            continue
        code = _code(line, left)
        if code:
            known = (form for form in _forms(line, sets, left) if not _is_listed(form, code, lexicon))
            found.setdefault(code, {}).update(dict.fromkeys(known))
    return tuple(_entry(code, tuple(forms), book) for code, forms in found.items() if forms)


def _code(line: Line, left: Left) -> str | None:
    found = [dated for dated in codes(line, left) if dated.code]
    if len(found) > 1 or (found and not found[0].always):
        left.add(line, "a sort of people has one code, without dates")
    if not found:
        if "[" not in line.text:
            left.add(line, "an agent without a code")
        return None
    if not found[0].code.startswith("~"):
        left.add(line, "the code does not follow a country's (~ does not stand first)")
        return None
    return found[0].code[1:]


def _forms(line: Line, sets: Mapping[str, tuple[str, ...]], left: Left) -> Iterator[str]:
    """The phrases of a line: the singular, and the plural given in braces or the regular one.

    Substitution sets name their plurals themselves (`MAN, MEN`).
    """
    head = line.text.partition("[")[0]
    given = _BRACES.search(head)
    regular = given is None and not _NAMED.search(head)
    stem = _BRACES.sub("", head).strip()
    for name in _NAMED.findall(stem):
        if name not in sets:
            left.add(line, f"the substitution set {name} is not defined before it")
            return
    choices = [sets.get(piece, (piece,)) for piece in re.split(r"(![A-Z_]+!)", stem)]
    for number, pieces in enumerate(product(*choices)):
        if number == MAX_FORMS:
            left.add(line, f"more than {MAX_FORMS} forms; the first were kept")
            return
        phrase = words("".join(pieces))
        if not tokens_of(phrase):
            left.add(line, "no word stands first on the line")
            return
        yield phrase
        if regular:
            yield plural(phrase)
    if given:
        yield from (words(form) for form in given[1].split())


def _is_listed(phrase: str, code: str, lexicon: ActorLexicon) -> bool:
    tokens = tokens_of(phrase)
    found = lexicon.sorts.starting(tokens[0]) if tokens else ()
    return any(code == sort.suffix for listed, sorts in found if listed == tokens for sort in sorts)


def _entry(code: str, forms: tuple[str, ...], book: CodeBook) -> ActorEntry:
    sectors = book.parts(code).sectors
    kind = sectors[0].kind if sectors else "people"
    return ActorEntry(kind="sort", name=forms[0], code=code, of=kind, called="own", words="; ".join(forms[1:]))

"""Words → time expressions: atoms, the longest pattern at each place, a rule for its value, words around it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from sayso.lexicon.times import TimeLexicon, TimePattern
from sayso.model.flow import FoundTime, Parse
from sayso.reading.time import dates, relative, spans
from sayso.reading.time.around import GUARDS, tense, with_relations
from sayso.reading.time.calendar import Anchor, anchor
from sayso.reading.time.lex import Atom, Token, read
from sayso.reading.time.timex import Context, Rule, Timex

RULES: Mapping[str, Rule] = {
    "date": dates.date, "iso": dates.iso, "years": dates.years, "decade": dates.decade, "century": dates.century,
    "season": dates.season, "quarter": dates.quarter, "half": dates.half, "holiday": dates.holiday,
    "weekday": relative.weekday, "weekdays": relative.weekdays, "deictic": relative.deictic, "part": relative.part,
    "clock": relative.clock, "shifted": relative.shifted, "so_far": relative.so_far, "year_end": relative.year_end,
    "weekend": relative.weekend, "ago": relative.ago, "vague_ago": relative.vague_ago, "offset": relative.offset,
    "told": relative.told, "told_shift": relative.told_shift, "duration": spans.duration,
    "duration_half": spans.duration_half, "stretch": spans.stretch, "recent_units": spans.recent_units,
    "bare_units": spans.bare_units, "every": spans.every, "repeated": spans.repeated, "ref": spans.ref,
}  # fmt: skip
# No pattern is longer; a run of atoms beyond it is looked at from each start on its own.
_LONGEST = 16


def find(parse: Parse, lexicon: TimeLexicon, published: str | None) -> tuple[FoundTime, ...]:
    """All time expressions of the text, in order. `published`: ISO, as precise as known, or None."""
    base = anchor(published)
    found: list[FoundTime] = []
    told: Anchor | None = None
    block: int | None = None
    for line, atoms in _runs(parse, lexicon):
        here = parse.sentence(atoms[0].first).block
        if block is not None and here > block + 1:
            told = None
        block = here
        for time in _in_run(parse, lexicon, line, atoms, base, told):
            found.append(time)
            told = _told(time, told)
    return with_relations(parse, found, lexicon)


def first_date(tokens: Sequence[Token], lexicon: TimeLexicon) -> str | None:
    """The first full date, written out, of words that are not parsed (a byline)."""
    atoms = read(tokens, lexicon)
    line = "".join(atom.code for atom in atoms)
    patterns = [each for each in lexicon.patterns if each.entry.rule in ("date", "iso")]
    for at in range(len(atoms)):
        matches = [match for each in patterns if (match := each.regex.match(line, at, at + _LONGEST))]
        for match in sorted(matches, key=lambda found: -found.end()):
            some = atoms[at : match.end()]
            rule = dates.iso if "ISO" in some[-1].kinds else dates.date
            found = rule(some, Context(None, "unknown", None)) if _unbroken(some) else None
            if found is not None and found.precision == "day":
                return found.value
    return None


def _unbroken(atoms: Sequence[Atom]) -> bool:
    return bool(atoms) and all(left.last == right.first for left, right in pairwise(atoms))


def _told(time: FoundTime, told: Anchor | None) -> Anchor | None:
    """The date that a later "that year", "two days later" counts from."""
    if time.from_ is None or time.type not in ("DATE", "TIME") or time.precision not in ("day", "month", "year"):
        return told
    return anchor(time.value[:10]) or told


def _runs(parse: Parse, lexicon: TimeLexicon) -> Iterator[tuple[str, list[Atom]]]:
    """Unbroken stretches of atoms that hold a core kind, with their codes."""
    run: list[Atom] = []
    for atom in read(parse.words, lexicon):
        if run and (atom.first != run[-1].last or _parted(parse, run[-1], atom)):
            yield from _worth(run, lexicon)
            run = []
        run.append(atom)
    yield from _worth(run, lexicon)


def _parted(parse: Parse, before: Atom, after: Atom) -> bool:
    left, right = parse.sentence(before.first), parse.sentence(after.first)
    return left.block != right.block or left.where != right.where


def _worth(run: list[Atom], lexicon: TimeLexicon) -> Iterator[tuple[str, list[Atom]]]:
    line = "".join(atom.code for atom in run)
    if run and lexicon.core.search(line):
        yield line, run


def _in_run(
    parse: Parse, lexicon: TimeLexicon, line: str, atoms: Sequence[Atom], base: Anchor | None, told: Anchor | None
) -> Iterator[FoundTime]:
    at = 0
    while at < len(line):
        found = _best(parse, lexicon, line, atoms, at, base, told)
        if found is None:
            at += 1
            continue
        time, stop = found
        yield time
        told = _told(time, told)
        at = stop


def _best(
    parse: Parse,
    lexicon: TimeLexicon,
    line: str,
    atoms: Sequence[Atom],
    at: int,
    base: Anchor | None,
    told: Anchor | None,
) -> tuple[FoundTime, int] | None:
    """The longest pattern that matches here, passes its guard and gets a value."""
    matches = [
        (-match.end(), order, pattern.entry)
        for order, pattern in enumerate(lexicon.patterns)
        if (match := pattern.regex.match(line, at, at + _LONGEST)) and match.end() > at
    ]
    for stop, _, entry in sorted(matches, key=lambda each: each[:2]):
        some = atoms[at:-stop]
        timex = _valued(parse, entry, some, base, told)
        if timex is not None:
            return _found(entry, some, timex), -stop
    return None


def _valued(
    parse: Parse, entry: TimePattern, atoms: Sequence[Atom], base: Anchor | None, told: Anchor | None
) -> Timex | None:
    guard = GUARDS[entry.guard]
    if not guard(parse, atoms):
        return None
    context = Context(base, tense(parse, atoms[-1].last - 1), told)
    return RULES[entry.rule](atoms, context)


def _found(entry: TimePattern, atoms: Sequence[Atom], timex: Timex) -> FoundTime:
    first = next((atom for atom in atoms if not set(atom.kinds) & {"ON", "COMMA"}), atoms[0])
    last = atoms[-1].last
    return FoundTime(
        first.first, last, timex.type, timex.value, timex.start, timex.end, timex.basis, timex.precision, entry.id
    )

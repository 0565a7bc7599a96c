"""Codes with their dates, as PETRARCH writes them: `[AFGGOV 20011222-20140929]`, `[AFGOPP >140929]`, `[AFGELI]`."""

import datetime as dt
import re
from collections.abc import Iterator

import msgspec

from sayso.ingest.petrarch.lines import Left, Line

NULL = "---"
CENTURY = 30
"""Two-digit years from this on are of the 1900s."""
_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_CODE = re.compile(r"~?[A-Z]{3}[A-Z]*~?$|---$")


class Dated(msgspec.Struct, frozen=True):
    """A code and when it held, as ISO days; None: no bound."""

    code: str
    since: str | None = None
    until: str | None = None

    @property
    def always(self) -> bool:
        """Whether the code has no dates."""
        return self.since is None and self.until is None


def codes(line: Line, left: Left) -> Iterator[Dated]:
    """The codes in brackets on a line; what cannot be read of them is left out."""
    for inner in _BRACKETS.findall(line.text):
        code, _, dates = inner.strip().partition(" ")
        if not _CODE.match(code):
            left.add(line, f"{code or 'an empty pair of brackets'} is no actor code")
        elif code == NULL:
            left.add(line, "the null code: Sayso has no entry that keeps a name from being an actor")
        else:
            try:
                yield Dated(code, *_bounds(dates.strip()))
            except ValueError as error:
                left.add(line, f"the dates of {code} cannot be read ({error})")


def _bounds(text: str) -> tuple[str | None, str | None]:
    if not text:
        return None, None
    if text[0] == ">":
        return _day(text[1:].strip()), None
    if text[0] == "<":
        return None, _day(text[1:].strip())
    first, _, last = text.partition("-")
    return _day(first.strip()), _day((last or first).strip())


def _day(digits: str) -> str:
    """An ISO day from YYMMDD, YYYYMMDD, or a year and the number of a day in it. Raises ValueError."""
    if not digits.isdigit() or not 5 <= len(digits) <= 8:
        raise ValueError(f"{digits!r} is no date")
    if len(digits) < 7:
        digits = ("19" if int(digits[:2]) >= CENTURY else "20") + digits
    form = "%Y%m%d" if len(digits) == 8 else "%Y%j"
    try:
        return dt.datetime.strptime(digits, form).date().isoformat()
    except ValueError as error:
        raise ValueError(f"there is no day {digits}") from error

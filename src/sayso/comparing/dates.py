"""The day an account is from by its own dateline, where that gainsays the date it was given with."""

import datetime as dt
import re
from typing import Final

import msgspec
from dateutil import parser as dateparser

from sayso.comparing.when import Interval, last_day
from sayso.model.record import EventTime, Record

_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATE: Final = re.compile(
    rf"(?<!\w)(?:\d{{1,2}}\s+{_MONTH},?\s+(?:19|20)\d\d|{_MONTH}\s+\d{{1,2}},?\s+(?:19|20)\d\d"
    r"|(?:1[3-9]|2\d|3[01])[-.]\d\d[-.](?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_HEAD: Final = 260
"""Code points in which a dateline stands, behind a headline perhaps."""
_START: Final = 45
_BEFORE: Final = re.compile(
    r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?,?|published:?(?: on)?|posted on"
    r"|updated:?(?: on| at)?|date of publication:?|AFP|AP|Reuters)\s*$",
    re.IGNORECASE,
)
_IN_A_SENTENCE: Final = re.compile(
    r"\b(?:on|of|since|in|until|by|from|before|after|at)\s+(?:\w+day,?\s+)?$", re.IGNORECASE
)
_LABEL: Final = re.compile(r"\b(?:published|posted|updated)(?: on| at)|date of publication:?\s*$", re.IGNORECASE)
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SLACK: Final = dt.timedelta(days=1)


def own_date(record: Record) -> dt.date | None:
    """The day of the dateline at the head of a text; None where there is none, or where the given date agrees."""
    given, text = last_day(record.document.published), record.document.text
    if given is None or text is None or record.document.published_basis != "given":
        return None
    found = _dateline(text)
    return found if found and abs(found - given) > _SLACK else None


def _dateline(text: str) -> dt.date | None:
    for match in _DATE.finditer(text, 0, _HEAD):
        before = text[: match.start()]
        if (match.start() > _START and not _BEFORE.search(before)) or _stands_in_a_sentence(before):
            continue
        try:
            return dateparser.parse(match.group(), dayfirst=True).date()
        except (ValueError, OverflowError):
            continue
    return None


def _stands_in_a_sentence(before: str) -> bool:
    """ "On Friday 6 March": words of a sentence, no dateline; "Posted on" is one."""
    return bool(_IN_A_SENTENCE.search(before)) and not _LABEL.search(before)


def moved(when: Interval, time: EventTime, given: dt.date, own: dt.date) -> Interval:
    """A time that was reckoned from the given date, reckoned from the account's own."""
    if not when.known or time.basis not in ("relative", "publication", "stated") or _has_year(time):
        return when
    words = (time.span.text if time.span else "").lower()
    weekday = next((k for k, name in enumerate(_WEEKDAYS) if name in words), None)
    if weekday is not None and when.first == when.last:
        day = own - dt.timedelta(days=(own.weekday() - weekday) % 7)
        return msgspec.structs.replace(when, first=day, last=day)
    try:
        return msgspec.structs.replace(when, first=when.first + (own - given), last=when.last + (own - given))
    except OverflowError:
        return when


def _has_year(time: EventTime) -> bool:
    return bool(time.span and re.search(r"(?:19|20)\d\d", time.span.text))

"""Who leaves an event out, though most tell it and the account is from after it."""

import datetime as dt
from collections.abc import Mapping, Sequence

from sayso.comparing.dates import own_date
from sayso.comparing.when import Interval, first_day, last_day
from sayso.model.comparison import Account, Origin
from sayso.model.record import Record


def omitted_by(
    accounts: Sequence[Account], origins: Sequence[Origin], when: Interval, records: Sequence[Record]
) -> tuple[str, ...]:
    """Documents without the event, when at least two independent accounts, and at least half of all, have it."""
    has = {account.document for account in accounts}
    if len(has) < 2 or len(origins) < 2 or 2 * len(has) < len(records):
        return ()
    ends = {record.document.id: latest(record) for record in records}
    told = [day for day in (ends[document] for document in has) if day]
    return tuple(
        record.document.id
        for record in records
        if record.document.id not in has and _covers(ends[record.document.id], when, told)
    )


def latest(record: Record) -> dt.date | None:
    """The last day a document can know of: its date, else the latest dated event it tells; None: not known."""
    if record.document.published:
        return last_day(record.document.published)
    done = (claim.time.start for claim in record.claims if claim.status == "happened")
    return max((day for day in map(first_day, done) if day), default=None)


def _covers(end: dt.date | None, when: Interval, told: Sequence[dt.date]) -> bool:
    """Undated accounts of an undated event are taken for accounts of one time."""
    if when.known:
        return end is not None and end >= when.first
    return end >= min(told) if end and told else not end and not told


def publication_dates(records: Sequence[Record]) -> Mapping[str, str | None]:
    """Each document's date as an ISO string, None when not known; its dateline's, where that gainsays the given."""
    return {record.document.id: _date(record) for record in records}


def _date(record: Record) -> str | None:
    own = own_date(record)
    return own.isoformat() if own else record.document.published

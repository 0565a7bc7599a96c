"""Questions to the claims: what a caller gives → one SELECT with its values."""

from collections.abc import Sequence
from typing import NamedTuple

from sayso.model.document import iso_date
from sayso.store.connection import StoreError

Several = str | Sequence[str] | None


class Conditions(NamedTuple):
    """What claims must fit; None: anything."""

    actor: str | None = None
    recipient: str | None = None
    since: str | None = None
    until: str | None = None
    status: Several = None
    plover: Several = None
    document: str | None = None


def claim_query(wanted: Conditions) -> tuple[str, list[str]]:
    """A SELECT of document and claim ids, and its values. Raises StoreError for a bound that is no date."""
    tests: list[str] = []
    values: list[str] = []
    for role, name in (("actor", wanted.actor), ("recipient", wanted.recipient)):
        if name:
            tests.append(_party(role, name, values))
    for column, several in (("status", wanted.status), ("plover", wanted.plover)):
        if several:
            chosen = [several] if isinstance(several, str) else list(several)
            tests.append(f"c.{column} COLLATE NOCASE IN ({', '.join('?' * len(chosen))})")
            values += chosen
    _dates(wanted, tests, values)
    if wanted.document:
        tests.append("c.document = ?")
        values.append(wanted.document)
    where = f" WHERE {' AND '.join(tests)}" if tests else ""
    order = " ORDER BY d.position, c.trigger_part DESC, c.trigger_start, c.id"
    return f"SELECT c.document, c.id FROM claims c JOIN documents d ON d.id = c.document{where}{order}", values


def _party(role: str, name: str, values: list[str]) -> str:
    if name.isupper():
        match = (
            "p.country = ? OR p.code LIKE ? OR substr(p.code, 4) LIKE ? OR substr(p.code, 7) LIKE ? OR p.name LIKE ?"
        )
        values += [name, *[f"{_literal(name)}%"] * 3, _literal(name)]
        match = match.replace("LIKE ?", "LIKE ? ESCAPE '\\'")
    else:
        match = "p.actor = ? OR p.name LIKE ? ESCAPE '\\' OR ' ' || p.name LIKE ? ESCAPE '\\'"
        values += [name, _literal(name), f"% {_literal(name)}%"]
    columns = "p.document = c.document AND p.claim = c.id"
    return f"EXISTS (SELECT 1 FROM claim_parties p WHERE {columns} AND p.role = '{role}' AND ({match}))"


def _literal(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _dates(wanted: Conditions, tests: list[str], values: list[str]) -> None:
    """Partial dates stand for their whole span, so they are padded to its first or last day before comparing."""
    if wanted.since:
        padded = "c.time_end || substr('9999-99-99', length(c.time_end) + 1)"
        tests.append(f"((c.time_end IS NULL AND c.time_start IS NOT NULL) OR {padded} >= ?)")
        since = _date(wanted.since)
        values.append(since + "0000-00-00"[len(since) :])
    if wanted.until:
        padded = "c.time_start || substr('0000-00-00', length(c.time_start) + 1)"
        tests.append(f"((c.time_start IS NULL AND c.time_end IS NOT NULL) OR {padded} <= ?)")
        until = _date(wanted.until)
        values.append(until + "9999-99-99"[len(until) :])


def _date(text: str) -> str:
    try:
        return iso_date(text) or text
    except ValueError as error:
        raise StoreError(str(error)) from error

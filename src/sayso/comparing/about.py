"""What a comparison is asked about: parties by name or code, and a stretch of time."""

from collections.abc import Iterable, Sequence

import msgspec

from sayso.comparing.party import Key
from sayso.comparing.view import Told
from sayso.comparing.when import Interval, first_day, last_day


class Question(msgspec.Struct, frozen=True):
    """`about`: names or codes, empty for everything. `since`/`until`: ISO dates of any precision, inclusive."""

    about: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None

    def __post_init__(self) -> None:
        for name, date in (("since", self.since), ("until", self.until)):
            if date and first_day(date) is None:
                raise ValueError(f"{name}={date!r} is not a date (give YYYY, YYYY-MM or YYYY-MM-DD)")

    def wants(self, members: Sequence[Told], when: Interval) -> bool:
        """Whether an event has all the parties asked about, and may lie in the time asked about."""
        since, until = first_day(self.since), last_day(self.until)
        if (since and when.last < since) or (until and when.first > until):
            return False
        keys = [key for one in members for key in (*one.actors, *one.recipients)]
        return all(any(matches(asked, key) for key in keys) for asked in self.about)

    def names_pair(self, one: Iterable[Key], other: Iterable[Key]) -> bool:
        """Whether both (or the only) parties asked about are the two sides of a relation."""
        sides = [tuple(one), tuple(other)]
        hits = [{k for k, keys in enumerate(sides) if any(matches(asked, key) for key in keys)} for asked in self.about]
        return all(hits) and len(set().union(*hits)) >= min(len(self.about), 2)


def matches(asked: str, key: Key) -> bool:
    """Whether a name or code asked about is this party: RUS is Russia and all who act for it."""
    wanted = asked.strip()
    if wanted.isupper() and key.code and (key.code == wanted or (key.side == wanted and key.country == wanted)):
        return True
    words = frozenset(wanted.lower().split()) - {"the"}
    return bool(words) and (key.name == wanted.lower() or words <= key.words)

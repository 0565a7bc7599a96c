"""What every event of a comparison is set against: the records, their dates, their sources."""

from collections.abc import Mapping, Sequence

import msgspec

from sayso.comparing.omissions import publication_dates
from sayso.comparing.origins import Sources
from sayso.comparing.tolls import preliminary
from sayso.lexicon.numbers import NumberLexicon
from sayso.lexicon.voices import VoiceLexicon
from sayso.model.record import Record


class Background(msgspec.Struct, frozen=True):
    """`published`: each document's date (None: not known). `preliminary`: documents that say a toll may rise."""

    records: tuple[Record, ...]
    published: Mapping[str, str | None]
    preliminary: frozenset[str]
    sources: Sources


def background(records: Sequence[Record], numbers: NumberLexicon, voices: VoiceLexicon) -> Background:
    """The background of a comparison of these records."""
    early = (one.document.id for one in records if preliminary(one.document.text or "", numbers))
    return Background(tuple(records), publication_dates(records), frozenset(early), Sources(records, voices))

"""All the vocabulary a reader needs, loaded together."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from sayso.lexicon.actors import ActorLexicon
from sayso.lexicon.certainty import CertaintyLexicon
from sayso.lexicon.events import EventLexicon
from sayso.lexicon.framing import FramingLexicon
from sayso.lexicon.furniture import FurnitureLexicon
from sayso.lexicon.gazetteer import Gazetteer
from sayso.lexicon.headlines import HeadlineLexicon
from sayso.lexicon.loaded import LoadedLexicon
from sayso.lexicon.ontology import DEFAULT_MAPPING, Ontology
from sayso.lexicon.polarity import PolarityLexicon
from sayso.lexicon.reporting import ReportingLexicon
from sayso.lexicon.times import TimeLexicon


class Lexicon(msgspec.Struct, frozen=True):
    """One lexicon for each stage."""

    actors: ActorLexicon
    certainty: CertaintyLexicon
    events: EventLexicon
    framing: FramingLexicon
    furniture: FurnitureLexicon
    gazetteer: Gazetteer
    headlines: HeadlineLexicon
    loaded: LoadedLexicon
    ontology: Ontology
    polarity: PolarityLexicon
    reporting: ReportingLexicon
    times: TimeLexicon

    @classmethod
    def load(cls, extra: Sequence[Path] = (), mapping: str = DEFAULT_MAPPING) -> "Lexicon":
        """Sayso's vocabulary, then that of the user's files. Raises LexiconError naming the file and the entry."""
        ontology = Ontology.load(mapping, extra)
        return cls(
            ActorLexicon.load(extra), CertaintyLexicon.load(extra), EventLexicon.load(extra, ontology),
            FramingLexicon.load(extra), FurnitureLexicon.load(extra), Gazetteer.load(extra),
            HeadlineLexicon.load(extra), LoadedLexicon.load(extra), ontology,
            PolarityLexicon.load(extra), ReportingLexicon.load(extra), TimeLexicon.load(extra),
        )  # fmt: skip

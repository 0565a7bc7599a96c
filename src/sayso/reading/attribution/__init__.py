"""Who said what: attributions found in a parse, and their record."""

from sayso.reading.attribution.background import beside
from sayso.reading.attribution.charges import Culprit, culprits, untrue
from sayso.reading.attribution.echo import echoes
from sayso.reading.attribution.finder import find
from sayso.reading.attribution.record import to_record
from sayso.reading.attribution.repeats import repeats
from sayso.reading.attribution.sequel import sequels

__all__ = ["Culprit", "beside", "culprits", "echoes", "find", "repeats", "sequels", "to_record", "untrue"]

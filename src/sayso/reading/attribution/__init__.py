"""Who said what: attributions found in a parse, and their record."""

from sayso.reading.attribution.echo import echoes
from sayso.reading.attribution.finder import find
from sayso.reading.attribution.record import to_record
from sayso.reading.attribution.repeats import repeats

__all__ = ["echoes", "find", "repeats", "to_record"]

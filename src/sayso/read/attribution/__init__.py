"""Who said what: attributions found in a parse, and their record."""

from sayso.read.attribution.echo import echoes
from sayso.read.attribution.finder import find
from sayso.read.attribution.record import to_record
from sayso.read.attribution.repeats import repeats

__all__ = ["echoes", "find", "repeats", "to_record"]

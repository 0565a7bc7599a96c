"""Who said what: attributions found in a parse, and their record."""

from sayso.read.attribution.finder import find

__all__ = ["find"]

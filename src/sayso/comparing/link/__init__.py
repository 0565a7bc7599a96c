"""Mentions of the same event, over many documents."""

from sayso.comparing.link.evidence import Resources
from sayso.comparing.link.linker import Linker, Linking, MentionLink
from sayso.comparing.link.packaged import packaged
from sayso.comparing.link.vectors import WordVectors
from sayso.comparing.link.weights import PairModel

__all__ = ["Linker", "Linking", "MentionLink", "PairModel", "Resources", "WordVectors", "packaged"]

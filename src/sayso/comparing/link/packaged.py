"""What the package holds for linking, loaded once: weights, vectors and how common words are."""

from functools import cache

from sayso.comparing.link.evidence import Resources
from sayso.comparing.link.vectors import WordVectors
from sayso.comparing.link.weights import PairModel
from sayso.lexicon.commonness import Commonness


@cache
def packaged() -> tuple[PairModel, Resources]:
    """The packaged weights and what is known of words. Raises LexiconError where they cannot be read."""
    return PairModel.load(), Resources(WordVectors(), Commonness.load())

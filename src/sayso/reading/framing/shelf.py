"""Texts made ready to be set against each other, kept for a while: one body often meets many headlines."""

from collections import OrderedDict
from collections.abc import Callable

from sayso.reading.framing.wording import Text

WORDS = 250_000
"""Words of parsed text that are kept, about a kilobyte each; the text not asked for longest goes first."""


class Shelf:
    """Prepared texts by their words. Asking again gives the same answer as making it anew, only sooner."""

    __slots__ = ("_kept", "_limit", "_make", "_words")

    def __init__(self, make: Callable[[str], Text], limit: int = WORDS) -> None:
        self._make = make
        self._limit = limit
        self._kept: OrderedDict[str, Text] = OrderedDict()
        self._words = 0

    def get(self, text: str) -> Text:
        """The text made ready."""
        found = self._kept.pop(text, None)
        if found is None:
            found = self._make(text)
            self._words += len(found.side.parse.words)
        self._kept[text] = found
        while self._words > self._limit and len(self._kept) > 1:
            _, gone = self._kept.popitem(last=False)
            self._words -= len(gone.side.parse.words)
        return found

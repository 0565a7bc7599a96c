"""Text from accounts made fit for a terminal, and the small pieces that the terminal's views share."""

from collections.abc import Iterable

from rich.text import Text

from sayso.show import words

_STYLES = {
    "happened": "green",
    "claimed": "yellow",
    "planned": "cyan",
    "possible": "magenta",
    "conditional": "magenta",
    "denied": "red",
    "judged": "blue",
}


def plain(text: str) -> str:
    """One line, with control characters shown as a mark instead of obeyed."""
    return " ".join(words.clean(text).split())


def chip(status: str) -> Text:
    """A status in words, with its colour."""
    return Text(words.status(status).short, style=_STYLES.get(status, ""))


def parties(names: Iterable[str]) -> str:
    """Names in a row; a question mark for nobody."""
    return plain(", ".join(names)) or "?"

"""What the user named → what there is to read: files, folders, globs, standard input, addresses; in order."""

import glob
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

import msgspec

Format = Literal["text", "html", "pdf", "docx", "eml", "jsonl", "jsonl.gz"]

FORMATS: dict[str, Format] = {
    ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text", ".html": "html", ".htm": "html",
    ".xhtml": "html", ".pdf": "pdf", ".docx": "docx", ".eml": "eml", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".jsonl.gz": "jsonl.gz", ".ndjson.gz": "jsonl.gz",
}  # fmt: skip
READABLE = ".txt .md .html .pdf .docx .eml .jsonl .jsonl.gz"


class Failure(msgspec.Struct, frozen=True):
    """One thing that could not be read: where, what is wrong with it, and what to do. The others go on.

    `note`: nothing was lost that was asked for (a picture in a folder of texts), so it is no error.
    """

    source: str
    problem: str
    remedy: str
    note: bool = False

    def __str__(self) -> str:
        return f"{self.source}: {self.problem}; {self.remedy}" if self.remedy else f"{self.source}: {self.problem}"


class Item(msgspec.Struct, frozen=True):
    """One file, address or stream to read. `name` is how the user will know it again."""

    name: str
    kind: Literal["file", "url", "stdin"]
    format: Format | None = None
    path: Path | None = None


def format_of(name: str) -> Format | None:
    """The format that a file name's ending stands for, or None."""
    lower = name.lower()
    for ending in (".jsonl.gz", ".ndjson.gz"):
        if lower.endswith(ending):
            return "jsonl.gz"
    return FORMATS.get(os.path.splitext(lower)[1])  # noqa: PTH122 - names of URLs come here as well


def is_url(source: str) -> bool:
    """Whether a source is written as an address (`scheme://...`), readable or not."""
    scheme, mark, _ = source.partition("://")
    return bool(mark) and scheme.isalnum()


def expand(sources: Sequence[str]) -> Iterator[Item | Failure]:
    """Everything that the sources name, in the order given, folders by name; each file once."""
    seen: set[Path] = set()
    for source in sources:
        for found in _expanded(source):
            if isinstance(found, Item) and found.path is not None:
                real = _real(found.path)
                if real in seen:
                    continue
                seen.add(real)
            yield found


def _real(path: Path) -> Path:
    """Where a path leads; a link that goes round (RuntimeError before Python 3.13) leads to itself."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def _expanded(source: str) -> Iterator[Item | Failure]:
    if source == "-":
        yield Item("-", "stdin")
    elif is_url(source):
        yield _address(source)
    else:
        yield from _local(source)


def _address(source: str) -> Item | Failure:
    if source.lower().startswith(("http://", "https://")):
        return Item(source, "url")
    scheme = source.partition("://")[0]
    return Failure(source, f"{scheme} addresses cannot be read", "give an http or https address, or a file")


def _local(source: str) -> Iterator[Item | Failure]:
    if "\0" in source or not source:
        yield Failure(repr(source), "not a file name", "name a file, a folder or a pattern")
        return
    path = _home(source)
    # Not Path.exists and its like: those raise for a name too long, or a folder that is shut.
    if os.path.isdir(path):  # noqa: PTH112
        yield from _folder(path)
    elif os.path.exists(path):  # noqa: PTH110
        yield _file(path)
    elif glob.has_magic(source):
        yield from _pattern(source)
    else:
        yield Failure(source, "no such file or folder", "check the name")


def _file(path: Path) -> Item | Failure:
    kind = format_of(path.name)
    if kind is None:
        ending = path.suffix or "without an ending"
        return Failure(str(path), f"files {ending} cannot be read", f"give one of {READABLE}")
    return Item(str(path), "file", kind, path)


def _pattern(source: str) -> Iterator[Item | Failure]:
    matches = sorted(glob.glob(str(_home(source)), recursive=True))  # noqa: PTH207 - `~` and `**` as in shells
    if not matches:
        yield Failure(source, "the pattern fits no file", "check it, and quote it if the shell should not expand it")
    for match in matches:
        path = Path(match)
        if os.path.isdir(path):  # noqa: PTH112 - as above
            yield from _folder(path)
        else:
            yield _file(path)


def _folder(folder: Path) -> Iterator[Item | Failure]:
    skipped: Counter[str] = Counter()
    read = 0
    shut: list[OSError] = []
    for path in _walk(folder, shut):
        found = _file(path)
        if isinstance(found, Item):
            read += 1
            yield found
        else:
            skipped[path.suffix.lower() or "no ending"] += 1
    if skipped:
        kinds = ", ".join(f"{count} x {ending}" for ending, count in sorted(skipped.items()))
        yield Failure(str(folder), f"skipped files of other kinds ({kinds})", "", note=True)
    for error in shut:
        yield Failure(str(error.filename), f"the folder cannot be read ({error.strerror})", "check its permissions")
    if not read and not shut:
        yield Failure(str(folder), "the folder holds nothing to read", f"it should hold {READABLE}")


def _home(source: str) -> Path:
    return Path(os.path.expanduser(source))  # noqa: PTH111 - Path.expanduser raises where there is no such user


def _walk(folder: Path, shut: list[OSError]) -> Iterator[Path]:
    """Files below a folder in name order, hidden ones left out, links to folders not followed.

    Folders that cannot be read are added to `shut`.
    """
    for root, folders, files in os.walk(folder, onerror=shut.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(root) / name for name in sorted(files) if not name.startswith("."))

"""The Python interface: the functions of `import sayso`. They load one default reader, once."""

import functools
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sayso import comparing, ingest
from sayso.comparing import stories
from sayso.comparing.link import Linker, Linking, packaged
from sayso.engines import local
from sayso.lexicon.commonness import Commonness
from sayso.model.comparison import Comparison
from sayso.model.document import Document
from sayso.model.record import Record
from sayso.model.span import Span
from sayso.reading.parse import PIPELINE
from sayso.reading.reader import Options, Reader
from sayso.store import Store, open_store

Source = str | os.PathLike[str] | Document


class ReadError(ValueError):
    """A source that cannot be read: the message says which, what is wrong with it, and what to do."""


@functools.cache
def default_reader() -> Reader:
    """The reader with the packaged pipeline (or the one that SAYSO_PIPELINE names), lexicons and encoder.

    Where SAYSO_FAST is set and not empty, it does without the encoder.
    """
    fast = bool(os.environ.get("SAYSO_FAST"))
    return Reader.load(Options(pipeline=os.environ.get("SAYSO_PIPELINE", PIPELINE), fast=fast))


def read(source: Source) -> Record:
    """The record of one document: a path, an http(s) address or a Document. Raises ReadError.

    A path that holds several documents (a folder, JSON Lines) gives the first; `read_many` gives all.
    """
    return default_reader().read(next(_documents([source])))


def read_many(sources: Iterable[Source], workers: int = 1) -> Iterator[Record]:
    """The records of `sources`, in order, read as they are asked for. Raises ReadError, ValueError."""
    documents = _documents(sources)
    if workers == 1:
        return default_reader().read_all(documents)
    return local.read_many(documents, default_reader().options, workers)


def compare(
    records: Iterable[Record],
    *,
    about: tuple[str, str] | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Comparison:
    """Records side by side. `about`: only what passes between two actors; `since`, `until`: ISO dates.

    Raises ValueError for a date that is none.
    """
    return comparing.compare(tuple(records), about=about or (), since=since, until=until)


def open(path: str | os.PathLike[str]) -> Store:  # noqa: A001 - the name users expect beside `sayso.read`
    """The store at `path`, made if it is not there; a context manager. Raises StoreError."""
    return open_store(Path(path))


def group(documents: Iterable[Source]) -> Iterator[tuple[str, str]]:
    """For each document of a dated stream its id and the id of its story, in order, each before the next is asked for.

    Documents of one event have one story; a near-copy has its original's. Memory does not grow with the stream: a story
    that nothing joins for some days is forgotten. Nothing is parsed. Raises ReadError.
    """
    return ((one.document, one.story) for one in stories.place(_documents(documents), Commonness.load()))


def certainty(document: Document, spans: Sequence[Span]) -> list[float]:
    """How surely each predicate is told, in [-3, 3]: 3 certain, 0 unknown, -3 certainly not; as its holder has it."""
    return default_reader().certainty(document, spans)


@functools.cache
def default_linker() -> Linker:
    """The linker of mentions over the default reader, with the packaged weights and vectors."""
    return Linker(default_reader(), *packaged())


def link(mentions: Sequence[tuple[Document, Span]]) -> list[int]:
    """A cluster number for each mention of an event: mentions of the same event, over all documents, have the same.

    Give all mentions at once: what else is told of tells which are the same. Raises ValueError for a span that is not
    of its document. `linking` says why as well.
    """
    return list(linking(mentions).clusters)


def linking(mentions: Sequence[tuple[Document, Span]]) -> Linking:
    """The clusters of `link`, with the links that hold them together and the evidence for each."""
    return default_linker().link(mentions)


def sentiment(document: Document, spans: Sequence[Span]) -> list[int]:
    """How each target span is written about: -1, 0 or 1."""
    return default_reader().sentiment(document, spans)


def headline(headline: str, body: str) -> str:
    """How a headline stands to its body: supported, attributed, weaker, stronger, absent, contradicted, unrelated."""
    return default_reader().headline(headline, body).outcome


def _documents(sources: Iterable[Source]) -> Iterator[Document]:
    for source in sources:
        if isinstance(source, Document):
            yield source
            continue
        for found in ingest.load([os.fspath(source)], fetch=ingest.fetcher()):
            if isinstance(found, ingest.Failure):
                if found.note:
                    continue
                raise ReadError(str(found))
            yield found

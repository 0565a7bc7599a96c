"""`sayso stories`: which documents tell of one event, and decisions by hand about that."""

import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console

from sayso.cli.common import Documents, Trouble, fail, open_store, progress
from sayso.cli.options import Loading, spread
from sayso.comparing import stories as grouping
from sayso.lexicon.commonness import Commonness
from sayso.model.document import Document
from sayso.model.record import Record
from sayso.model.story import Story
from sayso.show.stories import listing
from sayso.store import saved

EPILOG = """Examples:

sayso stories news/*.jsonl --at-least 2

sayso stories --store news.db --articles

sayso stories --store news.db --merge story-0a1b2c3d4e5f story-5f4e3d2c1b0a

sayso stories --store news.db --split story-0a1b2c3d4e5f doc-12 doc-17"""


class StoriesFormat(StrEnum):
    table = "table"
    jsonl = "jsonl"


@spread
def stories(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SOURCE...",
            help="Files, folders, globs, addresses, saved records, - for standard input. With --split: document ids.",
        ),
    ] = None,
    store: Annotated[
        Path | None, typer.Option(help="Group the documents of this store, and keep the stories in it.")
    ] = None,
    merge: Annotated[
        tuple[str, str] | None, typer.Option(metavar="A B", help="Decide that story B is part of story A (in a store).")
    ] = None,
    split: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Decide that the documents given are a story of their own (in a store)."),
    ] = None,
    at_least: Annotated[
        int, typer.Option(min=1, help="Only stories of at least so many articles, copies not counted.")
    ] = 1,
    articles: Annotated[bool, typer.Option("--articles", help="List the documents of each story too.")] = False,
    as_given: Annotated[
        bool, typer.Option("--as-given", help="Take documents as they come, not by date: for streams in order.")
    ] = False,
    format: Annotated[  # noqa: A002
        StoriesFormat | None, typer.Option(help="Default: table on a terminal, jsonl into a pipe.")
    ] = None,
    *,
    settings: Loading,
) -> None:
    """Group documents into stories: which tell of one event, from which outlets, with copies counted once.

    What is decided with --merge and --split is kept in the store, and holds whenever it is grouped again.
    """
    failures = 0
    if store is not None:
        found = _of_store(store, sources or [], merge, split)
    else:
        _check_sources(sources, merge, split)
        documents = Documents([name for name in sources or [] if not saved.is_saved(Path(name))], settings)
        found = _of_documents(_all(sources or [], documents), as_given=as_given)
        failures = documents.failures
    _say_undated(found)
    _print([story for story in found if story.originals >= at_least], format, articles=articles)
    if failures or not found:
        if not found and not failures:
            fail("nothing to group")
        raise typer.Exit(1)


def _say_undated(found: tuple[Story, ...]) -> None:
    undated = sum(article.published is None for story in found for article in story.articles)
    if undated:
        fail(f"without a date, so grouped by words alone: {undated} (--published and --meta give dates)", "note")


def _check_sources(sources: list[str] | None, merge: tuple[str, str] | None, split: str | None) -> None:
    if merge or split:
        raise Trouble("--merge and --split are decisions about the stories of a store: name it with --store", code=2)
    if not sources:
        raise Trouble("nothing to group: give files, or a store with --store", code=2)
    for name in sources:
        if saved.is_store(Path(name)):
            raise Trouble(f"{name} is a store: sayso stories --store {name}", code=2)


def _of_store(path: Path, names: list[str], merge: tuple[str, str] | None, split: str | None) -> tuple[Story, ...]:
    if names and split is None:
        raise Trouble("give either files or --store; sayso read FILE... --store keeps files in a store first", code=2)
    if merge and split is not None:
        raise Trouble("one decision at a time: --merge or --split", code=2)
    with open_store(path) as store:
        store.group_stories(watch=lambda documents: progress(documents, "grouping"))
        if merge and not store.merge_stories(*merge):
            fail(f"{merge[1]} was merged into {merge[0]} before", "note")
        if split is not None:
            fail(f"the new story is {store.split_story(split, names)}", "note")
        return store.stories()


def _all(sources: list[str], documents: Documents) -> Iterator[Document]:
    """Documents of the sources; saved records give theirs first."""
    for name in sources:
        if saved.is_saved(Path(name)):
            yield from (_document(record) for record in saved.load(Path(name)))
    yield from documents


def _document(record: Record) -> Document:
    info = record.document
    return Document(
        info.text or "", id=info.id, title=info.title, source=info.source, published=info.published,
        published_basis=info.published_basis,
    )  # fmt: skip


def _of_documents(documents: Iterable[Document], *, as_given: bool) -> tuple[Story, ...]:
    stream = progress(documents, "grouping")
    if not as_given:
        # Undated documents come last: among those of a day they would pass for that day's.
        stream = iter(sorted(stream, key=lambda one: (one.published is None, one.published or "")))
    grouper = grouping.Grouper(Commonness.load())
    return grouping.gathered(grouping.article_of(document, grouper.place(document)) for document in stream)


def _print(found: list[Story], chosen: StoriesFormat | None, *, articles: bool) -> None:
    if (chosen or (StoriesFormat.table if sys.stdout.isatty() else StoriesFormat.jsonl)) is StoriesFormat.table:
        listing(found, Console(), articles=articles)
        return
    for story in found:
        sys.stdout.buffer.write(msgspec.json.encode(story) + b"\n")

"""Stories in the terminal: a line each, and the documents of each under it where asked for."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.model.story import Story, StoryArticle
from sayso.show import words
from sayso.show.plain import plain

_TITLE = 90
_SOURCES = 40


def listing(stories: Sequence[Story], console: Console, *, articles: bool = False) -> None:
    """A table of stories, in the order given. `articles`: with the documents of each."""
    table = Table(box=None, pad_edge=False, header_style="dim", expand=False)
    for name in ("id", "dates", "articles", "copies"):
        table.add_column(name, no_wrap=True, justify="right" if name in ("articles", "copies") else "left")
    table.add_column("outlets", ratio=1, overflow="fold")
    table.add_column("title", ratio=3, overflow="fold")
    for story in stories:
        copies = len(story.articles) - story.originals
        table.add_row(
            Text(plain(story.id), style="dim"), Text(_dates(story)), Text(str(story.originals)),
            Text(str(copies or "")), Text(_sources(story)), Text(words.clip(plain(story.title or ""), _TITLE)),
        )  # fmt: skip
        if articles:
            for article in story.articles:
                table.add_row(
                    "", Text(article.published or ""), "", "", Text(plain(article.source or "")), _line(article)
                )
    console.print(table)


def _line(article: StoryArticle) -> Text:
    of = f" (copy of {plain(article.copy_of)})" if article.copy_of else ""
    return Text(f"{plain(article.document)}{of} ", style="dim") + Text(words.clip(plain(article.title or ""), _TITLE))


def _dates(story: Story) -> str:
    if story.start is None or story.start == story.end:
        return story.start or "no date"
    return f"{story.start} to {story.end}"


def _sources(story: Story) -> str:
    """The outlets, as many as fit, and how many more there are."""
    shown: list[str] = []
    for name in map(plain, story.sources):
        if shown and len(", ".join((*shown, name))) > _SOURCES:
            return f"{', '.join(shown)} and {len(story.sources) - len(shown)} more"
        shown.append(name)
    return ", ".join(shown)

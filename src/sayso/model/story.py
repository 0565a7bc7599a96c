"""A story: documents of a dated stream that tell of one event, copies told from originals."""

from sayso.model.record import Piece


class StoryArticle(Piece, frozen=True, kw_only=True):
    """One document of a story. `copy_of`: the earlier document of the story whose text it has."""

    document: str
    title: str | None = None
    source: str | None = None
    published: str | None = None
    copy_of: str | None = None


class Story(Piece, frozen=True, kw_only=True):
    """`title`: of its first document; `start`, `end`: its earliest and latest date, null without any.

    `sources`: its outlets, each once, in the order they came in. `originals`: its articles, copies not counted.
    """

    id: str
    title: str | None
    start: str | None
    end: str | None
    sources: tuple[str, ...]
    originals: int
    articles: tuple[StoryArticle, ...]

"""Documents and where each was placed → stories to look at."""

from collections.abc import Iterable

from sayso.comparing.stories.grouper import Placed
from sayso.model.document import Document
from sayso.model.story import Story, StoryArticle


def article_of(document: Document, placed: Placed) -> tuple[str, StoryArticle]:
    """What a story keeps of a document, with the id of the story."""
    return placed.story, StoryArticle(
        document=document.id, title=document.title, source=document.source, published=document.published,
        copy_of=placed.copy_of,
    )  # fmt: skip


def gathered(placed: Iterable[tuple[str, StoryArticle]]) -> tuple[Story, ...]:
    """Stories out of (story id, article) pairs, in the order of their first articles; of an article twice the last."""
    articles: dict[str, dict[str, StoryArticle]] = {}
    where: dict[str, str] = {}
    for story, article in placed:
        before = where.get(article.document)
        if before is not None and before != story:
            del articles[before][article.document]
        where[article.document] = story
        articles.setdefault(story, {})[article.document] = article
    return tuple(_story(key, tuple(of.values())) for key, of in articles.items() if of)


def _story(key: str, articles: tuple[StoryArticle, ...]) -> Story:
    dates = sorted(article.published for article in articles if article.published)
    return Story(
        id=key, title=next((article.title for article in articles if article.title), None),
        start=dates[0] if dates else None, end=dates[-1] if dates else None,
        sources=tuple(dict.fromkeys(article.source for article in articles if article.source)),
        originals=sum(article.copy_of is None for article in articles), articles=articles,
    )  # fmt: skip

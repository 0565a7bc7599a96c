"""Stories in a store: its documents grouped, and what people have decided about them, never undone in silence.

A decision says for each document concerned which story it belongs to. Decisions are only ever added; the latest about a
document holds, whenever the store is grouped again.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal

from sayso.comparing import stories
from sayso.lexicon.commonness import Commonness
from sayso.model.document import Document
from sayso.model.ids import stable_id
from sayso.model.record import Piece
from sayso.model.story import Story, StoryArticle
from sayso.store import rows
from sayso.store.connection import StoreError
from sayso.store.file import StoreFile

Watch = Callable[[Iterable[Document]], Iterator[Document]]
# Undated documents come last: among those of a day they would pass for that day's.
_STREAM = (
    "SELECT id, title, source, published, text FROM documents"
    " ORDER BY published IS NULL, published, position"
)  # fmt: skip
_STORIES = (
    "SELECT m.story, m.document, d.title, d.source, d.published, m.copy_of FROM story_members m"
    " JOIN stories s ON s.id = m.story JOIN documents d ON d.id = m.document ORDER BY s.position, m.position"
)


class StoryDecision(Piece, frozen=True):
    """What was decided about one document: it belongs to `story`, and was in `was`. `position`: order of deciding."""

    position: int
    kind: Literal["merge", "split"]
    document: str
    story: str
    was: str


class StoryShelf(StoreFile):
    """The stories of a store, and the decisions about them."""

    def group_stories(self, settings: stories.Settings | None = None, watch: Watch = iter) -> bool:
        """Group all documents by date, minding every decision. False: the store had just these. Raises StoreError.

        `watch` is given the documents, and gives them back one after the other as they are grouped.
        """
        decided = {one.document: one.story for one in self.story_decisions()}
        placed: list[stories.Placed] = []
        articles: list[tuple[str, StoryArticle]] = []
        grouper = stories.Grouper(Commonness.load(), settings, decided)
        for document in watch(self._stream()):
            one = grouper.place(document)
            placed.append(one)
            articles.append(stories.article_of(document, one))
        new = list(rows.of_stories(stories.gathered(articles), placed))
        with self._writing() as connection:
            if new == self._story_rows():
                return False
            connection.execute("DELETE FROM stories")
            self._put(connection, new)
        return True

    def stories(self, at_least: int = 1) -> tuple[Story, ...]:
        """Stories of at least so many articles, copies not counted, as last grouped, in the order they began."""
        found = stories.gathered((str(row[0]), _stored(row)) for row in self._each(_STORIES))
        return tuple(story for story in found if story.originals >= at_least)

    def story_decisions(self) -> tuple[StoryDecision, ...]:
        """All decisions, in the order they were made."""
        query = "SELECT position, kind, document, story, was FROM story_decisions ORDER BY position, document"
        return tuple(StoryDecision(*row) for row in self._each(query))  # type: ignore[arg-type]

    def merge_stories(self, story: str, other: str) -> bool:
        """Decide that `other` is part of `story`, and group again. False: that was decided. Raises StoreError."""
        if story == other:
            raise StoreError(f"{self.path}: {story} is one story already")
        if not self._members(other) and self._was_decided("merge", other, story):
            return False
        joined = [(document, story) for document in self._known(story)]
        self._decide("merge", [*joined, *((document, other) for document in self._known(other))], story)
        return True

    def split_story(self, story: str, documents: Sequence[str]) -> str:
        """Decide that documents of a story are a story of their own, and group again; its id. Raises StoreError.

        The rest is settled as the story it was.
        """
        wanted = list(dict.fromkeys(documents))
        if not wanted:
            raise StoreError(f"{self.path}: name the documents to take out of {story}")
        key = stable_id("story", "split", story, *sorted(wanted))
        if set(self._members(key)) >= set(wanted) and self._was_decided("split", story, key):
            return key
        members = self._known(story)
        foreign = [document for document in wanted if document not in members]
        if foreign:
            raise StoreError(f"{self.path}: {story} does not have {', '.join(foreign)}")
        rest = [document for document in members if document not in wanted]
        if not rest:
            raise StoreError(f"{self.path}: that is the whole of {story}; leave a document in it")
        self._decide("split", [(document, story) for document in wanted], key, [(one, story) for one in rest])
        return key

    def _decide(
        self, kind: str, moved: Sequence[tuple[str, str]], story: str, kept: Sequence[tuple[str, str]] = ()
    ) -> None:
        with self._writing() as connection:
            query = "SELECT coalesce(max(position) + 1, 0) FROM story_decisions"
            position = int(connection.execute(query).fetchone()[0])
            new = [rows.Row("story_decisions", (position, document, kind, story, was)) for document, was in moved]
            new += [rows.Row("story_decisions", (position, document, kind, was, was)) for document, was in kept]
            self._put(connection, new)
        self.group_stories()

    def _known(self, story: str) -> list[str]:
        members = self._members(story)
        if not members:
            raise StoreError(f"{self.path}: has no story {story}; `sayso stories --store {self.path}` lists them")
        return members

    def _members(self, story: str) -> list[str]:
        query = "SELECT document FROM story_members WHERE story = ? ORDER BY position"
        return [str(row[0]) for row in self._each(query, (story,))]

    def _was_decided(self, kind: str, was: str, story: str) -> bool:
        query = "SELECT 1 FROM story_decisions WHERE kind = ? AND was = ? AND story = ? LIMIT 1"
        return bool(self._select(query, (kind, was, story)))

    def _stream(self) -> Iterator[Document]:
        for key, title, source, published, text in self._each(_STREAM):
            known = (str(value) if value is not None else None for value in (title, source, published))
            name, outlet, when = known
            yield Document(str(text or ""), id=str(key), title=name, source=outlet, published=when)

    def _story_rows(self) -> list[rows.Row]:
        """The rows of the stories as the store has them, in the order `rows.of_stories` makes them."""
        of = {"stories": 'SELECT * FROM "stories" ORDER BY position',
              "story_members": 'SELECT m.* FROM "story_members" m JOIN "stories" s ON s.id = m.story'
                               " ORDER BY s.position, m.position"}  # fmt: skip
        heads = [rows.Row("stories", row) for row in self._each(of["stories"])]  # type: ignore[arg-type]
        members = (rows.Row("story_members", row) for row in self._each(of["story_members"]))  # type: ignore[arg-type]
        by_story = {key: list(some) for key, some in groupby(members, key=lambda row: row.values[0])}
        return [row for head in heads for row in (head, *by_story.get(head.values[0], ()))]


def _stored(row: Sequence[object]) -> StoryArticle:
    document, title, source, published, copy_of = (str(value) if value is not None else None for value in row[1:])
    return StoryArticle(document=document or "", title=title, source=source, published=published, copy_of=copy_of)

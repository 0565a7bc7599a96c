"""Spans: half-open code-point ranges of one document's text (or of its title)."""

from typing import Literal

import msgspec

Where = Literal["title"]


class Span(msgspec.Struct, frozen=True, omit_defaults=True):
    """`text[start:end]` of a document; `in_title` (JSON: `"in": "title"`) when the range counts in the title.

    Made only by `Document.span` (or cut from such a span by `part`), so that `text` can never disagree with the
    offsets.
    """

    start: int
    end: int
    text: str
    where: Where | None = msgspec.field(name="in", default=None)

    def part(self, first: int, last: int) -> "Span":
        """The span of `self.text[first:last]`, still counted in the document. Raises ValueError outside of it."""
        if not 0 <= first <= last <= len(self.text):
            raise ValueError(f"part [{first}, {last}) is outside a span of {len(self.text)} characters")
        return Span(self.start + first, self.start + last, self.text[first:last], self.where)

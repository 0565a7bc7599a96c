"""Spans: half-open code-point ranges of one document's text (or of its title)."""

from typing import Literal

import msgspec

Where = Literal["title"]


class Span(msgspec.Struct, frozen=True, omit_defaults=True):
    """`text[start:end]` of a document; `in_title` (JSON: `"in": "title"`) when the range counts in the title.

    Made only by `Document.span`, so that `text` can never disagree with the offsets.
    """

    start: int
    end: int
    text: str
    where: Where | None = msgspec.field(name="in", default=None)

"""Sayso: who did what to whom, according to whom, and how surely.

    record = sayso.read("article.html")
    comparison = sayso.compare(sayso.read_many(["one.txt", "two.html"]))

Fields of records and comparisons are described in docs/record.md and docs/comparison.md.
"""

from sayso.api import ReadError, certainty, compare, group, headline, link, linking, open, read, read_many, sentiment  # noqa: A004
from sayso.model.comparison import Comparison
from sayso.model.document import Document
from sayso.model.record import Claim, Record
from sayso.model.span import Span

__all__ = [
    "Claim",
    "Comparison",
    "Document",
    "ReadError",
    "Record",
    "Span",
    "certainty",
    "compare",
    "group",
    "headline",
    "link",
    "linking",
    "open",
    "read",
    "read_many",
    "sentiment",
]

"""Records and comparisons in one SQLite file of plain tables (docs/store.md)."""

from sayso.store.connection import StoreError
from sayso.store.store import Found, Result, Store, StoredClaim, open_store
from sayso.store.stories import StoryDecision

__all__ = ["Found", "Result", "Store", "StoreError", "StoredClaim", "StoryDecision", "open", "open_store"]

open = open_store  # noqa: A001 - as in `sayso.open`

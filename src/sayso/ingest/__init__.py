"""Sources → documents. Files, folders, globs, standard input and web addresses, in the formats people have."""

from sayso.ingest.fetch import Fetch, Fetched, FetchError, fetcher
from sayso.ingest.items import Failure, Item, expand
from sayso.ingest.load import load
from sayso.ingest.meta import Meta, MetaError, MetaTable, parse_meta

__all__ = [
    "Failure", "Fetch", "FetchError", "Fetched", "Item", "Meta", "MetaError", "MetaTable", "expand", "fetcher", "load",
    "parse_meta",
]  # fmt: skip

"""Sources → documents, one after the other; what cannot be read is a Failure among them, never the end."""

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import BinaryIO

import msgspec

from sayso.ingest import formats, jsonl, language
from sayso.ingest.decode import Content, content_of, decode
from sayso.ingest.fetch import Fetch, FetchError
from sayso.ingest.formats import Extract, FormatError
from sayso.ingest.items import Failure, Format, Item, expand, format_of
from sayso.ingest.meta import Given, Meta, MetaTable
from sayso.ingest.sentences import lines
from sayso.model.document import DateBasis, Document, Note, iso_date
from sayso.model.ids import stable_id

MAX_FILE = 100 * 1024 * 1024
MAX_TEXT = 10_000_000
MEDIA_TYPES: Mapping[str, Format] = {
    "text/html": "html", "application/xhtml+xml": "html", "application/pdf": "pdf", "text/plain": "text",
    "text/markdown": "text", "message/rfc822": "eml", "application/x-ndjson": "jsonl", "application/jsonl": "jsonl",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}  # fmt: skip
EXPECTED: Mapping[Format, frozenset[Content]] = {
    "text": frozenset({"text"}), "html": frozenset({"html", "text"}), "pdf": frozenset({"pdf"}),
    "docx": frozenset({"zip"}), "eml": frozenset({"text", "html"}),
}  # fmt: skip
CALLED: Mapping[Content, str] = {
    "text": "plain text", "html": "a web page", "pdf": "a PDF", "zip": "an archive or Office file",
    "gzip": "a gzip archive", "binary": "binary, not text", "empty": "empty",
}  # fmt: skip
READERS: Mapping[Format, Callable[[bytes], Extract]] = {
    "pdf": formats.from_pdf, "docx": formats.from_docx, "eml": formats.from_eml,
}  # fmt: skip

Loaded = Document | Failure


def load(
    sources: Sequence[str],
    *,
    meta: MetaTable | None = None,
    fetch: Fetch | None = None,
    stdin: BinaryIO | None = None,
    sentences: bool = False,
) -> Iterator[Loaded]:
    """The documents of the sources, in order, and a Failure in the place of each that cannot be read.

    `fetch`: how to get an address (None: addresses are not fetched); `stdin`: what `-` reads. `sentences`: each line
    of a text file or of `-` is a document.
    Metadata for a name that no source has gives a Failure at the end.
    """
    table = meta or MetaTable({})
    used: set[str] = set()
    for item in expand(sources):
        if isinstance(item, Failure):
            yield item
            continue
        by_line = sentences and (item.kind == "stdin" or item.format == "text")
        for found, keys in _by_line(item, table, stdin) if by_line else _read(item, table, fetch, stdin):
            used |= keys
            yield found
    for name in sorted(table.names - used):
        yield Failure(name, "metadata was given for it, but no input has that name", "check the name")


def _read(
    item: Item, table: MetaTable, fetch: Fetch | None, stdin: BinaryIO | None
) -> Iterator[tuple[Loaded, frozenset[str]]]:
    given = table.given(item.name)
    keys = given.keys
    try:
        if item.path is not None and item.format in ("jsonl", "jsonl.gz"):
            with item.path.open("rb") as stream:
                yield from _rows(stream, item, given, table)
            return
        data, kind, url = _bytes(item, fetch, stdin)
        if kind in ("jsonl", "jsonl.gz"):
            yield from _rows(io.BytesIO(data), Item(item.name, item.kind, kind), given, table)
            return
        yield _document(item, data, kind, url, given.meta), keys
    except FetchError as error:
        yield Failure(item.name, str(error), "check the address, or save the page and give the file"), keys
    except FormatError as error:
        yield Failure(item.name, str(error), "check the file"), keys
    except OSError as error:
        yield (
            Failure(item.name, f"cannot be read ({error.strerror or error})", "check the file and its permissions"),
            keys,
        )


def _by_line(item: Item, table: MetaTable, stdin: BinaryIO | None) -> Iterator[tuple[Loaded, frozenset[str]]]:
    given = table.given(item.name)
    try:
        if item.path is None:
            yield from ((found, given.keys) for found in lines(stdin or io.BytesIO(), item.name, given.meta))
        elif item.path.is_file():
            with item.path.open("rb") as stream:
                yield from ((found, given.keys) for found in lines(stream, item.name, given.meta))
        else:
            yield Failure(item.name, "not a regular file", "check the file"), given.keys
    except OSError as error:
        yield Failure(item.name, f"cannot be read ({error.strerror or error})", "check the file"), given.keys


def _bytes(item: Item, fetch: Fetch | None, stdin: BinaryIO | None) -> tuple[bytes, Format, str | None]:
    if item.kind == "url":
        if fetch is None:
            raise FetchError("fetching addresses is switched off")
        fetched = fetch(item.name)
        kind = MEDIA_TYPES.get(fetched.media_type) or format_of(fetched.url.split("?")[0]) or "html"
        return fetched.data, _by_content(fetched.data) if kind == "text" else kind, fetched.url
    if item.kind == "stdin":
        if stdin is None:
            raise FormatError("there is no standard input to read")
        data = stdin.read(MAX_FILE + 1)
        _check_size(len(data))
        return data, _by_content(data), None
    if item.path is None or item.format is None:
        raise FormatError("not a file")
    if not item.path.is_file():
        raise FormatError("not a regular file")
    _check_size(item.path.stat().st_size)
    return item.path.read_bytes(), item.format, None


def _check_size(size: int) -> None:
    if size > MAX_FILE:
        raise FormatError(f"larger than {MAX_FILE // 1024 // 1024} MB: one document should not be; split it")


def _by_content(data: bytes) -> Format:
    """The format of bytes that came without a name."""
    content = content_of(data)
    if content == "gzip":
        return "jsonl.gz"
    if content in ("html", "pdf"):
        return "html" if content == "html" else "pdf"
    if content == "zip":
        return "docx"
    first = data[: jsonl.MAX_LINE].lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0]
    if first.startswith(b"{"):
        try:
            msgspec.json.decode(first, type=jsonl.Row)
            return "jsonl"
        except (msgspec.DecodeError, RecursionError):
            return "text"
    return "text"


def _document(item: Item, data: bytes, kind: Format, url: str | None, given: Meta) -> Loaded:
    content = content_of(data)
    if content == "empty":
        return Failure(item.name, "it is empty", "give a file with text in it")
    if content not in EXPECTED[kind]:
        return _misnamed(item, content, kind)
    lossy = False
    if kind == "text":
        decoded = decode(data)
        extract, lossy = Extract(decoded.text), decoded.lossy
    elif kind == "html":
        extract = formats.from_html(data if content == "html" else decode(data).text, url)
    else:
        extract = READERS[kind](data)
    if len(extract.text) > MAX_TEXT:
        return Failure(item.name, f"its text is longer than {MAX_TEXT:,} characters", "split it into documents")
    return _made(item, extract, url, given, lossy)


def _misnamed(item: Item, content: Content, kind: Format) -> Failure:
    if content == "binary" or item.path is None:
        return Failure(item.name, f"its content is {CALLED[content]}", "give a file that Sayso reads")
    return Failure(item.name, f"its content is {CALLED[content]}, but its name says {kind}", "give it the right ending")


def _made(item: Item, extract: Extract, url: str | None, given: Meta, lossy: bool) -> Document:
    notes: list[Note] = []
    if lossy:
        notes.append(Note("encoding", "some bytes did not fit the text's encoding and stand as U+FFFD"))
    published, basis = given.published, "given" if given.published else None
    if published is None:
        published, basis = _page_date(extract.published, notes), "page"
    address = given.url or url or extract.url
    code = given.language or language.detect(extract.text)
    return Document(
        extract.text,
        id=stable_id("doc", url or origin(item), extract.text),
        title=given.title or extract.title,
        source=given.source or extract.source,
        author=given.author or extract.author,
        url=address,
        path=None if item.path is None else str(item.path),
        published=published,
        published_basis=_basis(basis) if published else None,
        language=code,
        notes=(*notes, *language.note(code)),
    )


def _basis(name: str | None) -> DateBasis:
    return "given" if name == "given" else "page"


def _page_date(date: str | None, notes: list[Note]) -> str | None:
    try:
        return iso_date(date)
    except ValueError as error:
        notes.append(Note("published", str(error)))
        return None


def origin(item: Item) -> str:
    """Where an item stands, the same from any working directory: its folder's name and its own."""
    return item.name if item.path is None else "/".join(item.path.resolve().parts[-2:])


def _rows(stream: BinaryIO, item: Item, given: Given, table: MetaTable) -> Iterator[tuple[Loaded, frozenset[str]]]:
    """The documents of a JSON Lines stream; what was given for the file fills what its lines leave out."""
    found = False
    for number, row in jsonl.rows(stream, item.name, gzipped=item.format == "jsonl.gz"):
        found = True
        if isinstance(row, Failure):
            yield row, given.keys
            continue
        own = table.given(str(row.id)) if row.id is not None else Given()
        yield _of_row(item, number, row, own.meta, given.meta), own.keys | given.keys
    if not found:
        yield Failure(item.name, "it is empty", "give a file with text in it"), given.keys


def _of_row(item: Item, number: int, row: jsonl.Row, own: Meta, whole: Meta) -> Loaded:
    if len(row.text) > MAX_TEXT:
        return Failure(f"{item.name}:{number}", f"its text is longer than {MAX_TEXT:,} characters", "split it")
    notes: list[Note] = []
    said = own.published or (str(row.published) if row.published not in (None, "") else whole.published)
    published = _page_date(said, notes)
    author = ", ".join(row.author) if isinstance(row.author, list) else row.author
    code = own.language or row.language or whole.language or language.detect(row.text)
    title = own.title or row.title or whole.title
    place = row.url or f"{origin(item)}\0{row.source or ''}\0{title or ''}"
    return Document(
        row.text,
        id=str(row.id) if row.id not in (None, "") else stable_id("doc", place, row.text),
        title=title,
        source=own.source or row.source or whole.source,
        author=own.author or author or whole.author,
        url=own.url or row.url or whole.url,
        path=f"{item.name}:{number}",
        published=published,
        language=code,
        notes=(*notes, *language.note(code)),
    )

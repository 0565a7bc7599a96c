"""Pages, PDFs, Word files and mail → text and what they say of themselves."""

import email
import email.policy
import io
import re
import zipfile
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from statistics import median
from urllib.parse import urlsplit

import msgspec

MAX_UNPACKED = 256 * 1024 * 1024
MAX_PAGES = 3000
NEVER = "2199-12-31"
_PAGE_NUMBER = re.compile(r"\s*(?:page )?\d{1,4}(?: (?:of|/) \d{1,4})?\s*", re.I)
_HYPHEN = re.compile("\ufffe(?=[a-z])")  # what PDFium puts for a hyphen at a line's end
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")


class FormatError(ValueError):
    """A file that is not what its name says, or holds no text; the message says which."""


class Extract(msgspec.Struct, frozen=True):
    """The text of a file and the metadata it carries."""

    text: str
    title: str | None = None
    author: str | None = None
    source: str | None = None
    url: str | None = None
    published: str | None = None


def from_html(data: bytes | str, url: str | None = None) -> Extract:
    """The main text of a page, with its title, author, site and date. Raises FormatError."""
    import trafilatura
    from lxml.etree import LxmlError

    dates = {"original_date": True, "extensive_search": False, "max_date": NEVER}
    try:
        page = trafilatura.bare_extraction(
            data, url=url, with_metadata=True, include_comments=False, date_extraction_params=dates
        )
    except (LxmlError, ValueError, TypeError, AttributeError, LookupError, RecursionError) as error:
        raise FormatError(f"the page cannot be read ({error})") from error
    if not isinstance(page, trafilatura.settings.Document) or not (page.text or "").strip():
        raise FormatError("no main text was found in the page")
    site = page.sitename or page.hostname
    return Extract(page.text or "", page.title, page.author, site, url or _address(page.url), page.date)


def _address(url: str | None) -> str | None:
    return url if url and urlsplit(url).scheme in ("http", "https") else None


def from_pdf(data: bytes) -> Extract:
    """The text of a PDF, lines of a paragraph joined. Raises FormatError."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise FormatError(f"the PDF cannot be opened ({error}); it may be damaged or locked") from error
    try:
        if len(pdf) > MAX_PAGES:
            raise FormatError(f"the PDF has more than {MAX_PAGES} pages")
        pages = [_page_text(pdf, k) for k in range(len(pdf))]
    except pypdfium2.PdfiumError as error:
        raise FormatError(f"a page of the PDF cannot be read ({error})") from error
    finally:
        pdf.close()
    text = reflow([line for page in pages for line in page.splitlines()])
    if not text.strip():
        raise FormatError("the PDF holds no text, only pictures of it")
    return Extract(text)


def _page_text(pdf: "pypdfium2.PdfDocument", number: int) -> str:  # type: ignore[name-defined]  # noqa: F821
    page = pdf[number]
    text = page.get_textpage()
    try:
        return str(text.get_text_range())
    finally:
        text.close()
        page.close()


def reflow(lines: list[str]) -> str:
    """Printed lines → paragraphs with a blank line between; words broken at a line's end are joined."""
    kept = [
        _HYPHEN.sub("", line).replace("\ufffe", "-").strip()
        for line in lines
        if not _PAGE_NUMBER.fullmatch(line) or not line.strip()
    ]
    widths = [len(line) for line in kept if len(line) > 20]
    width = median(widths) if widths else 0
    paragraphs: list[list[str]] = []
    fresh = True
    for line in kept:
        if not line:
            fresh = True
            continue
        if fresh or not paragraphs:
            paragraphs.append([line])
        elif _broken(paragraphs[-1][-1], line):
            paragraphs[-1][-1] = paragraphs[-1][-1][:-1]
            paragraphs[-1].append(line)
        else:
            paragraphs[-1] += [" ", line]
        short = len(line) < 0.8 * width
        fresh = short and (_SENTENCE_END.search(line) is not None or len(line) < 0.6 * width)
    return "\n\n".join("".join(pieces) for pieces in paragraphs)


def _broken(before: str, line: str) -> bool:
    """Whether a word was broken by a hyphen at the end of a line."""
    return before.endswith("-") and before[-2:-1].isalpha() and line[:1].islower()


def from_docx(data: bytes) -> Extract:
    """The paragraphs and tables of a Word file, in order. Raises FormatError."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import LxmlError

    try:
        _check_archive(data)
        word = docx.Document(io.BytesIO(data))
        pieces = [_block_text(block) for block in word.iter_inner_content()]
        about = word.core_properties
        title, author = about.title or None, about.author or None
    except (
        PackageNotFoundError,
        LxmlError,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        AttributeError,
        OSError,
    ) as error:
        raise FormatError(f"not a Word file that can be read ({error})") from error
    text = "\n\n".join(piece for piece in pieces if piece.strip())
    if not text:
        raise FormatError("the Word file holds no text")
    return Extract(text, title, None if author == "python-docx" else author)


def _check_archive(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(info.file_size for info in archive.infolist()) > MAX_UNPACKED:
            raise FormatError(f"it unpacks to more than {MAX_UNPACKED // 1024 // 1024} MB")


def _block_text(block: object) -> str:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    if isinstance(block, Table):
        return "\n".join("\t".join(cell.text for cell in row.cells) for row in block.rows)
    return str(block.text) if isinstance(block, Paragraph) else ""


def from_eml(data: bytes) -> Extract:
    """The body of a message; its subject is the title, its sender the author. Raises FormatError."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        if not isinstance(message, EmailMessage) or not (message["From"] or message["Subject"] or message["Date"]):
            raise FormatError("it has no message headers (From, Subject, Date)")
        body = message.get_body(("plain", "html"))
        content = str(body.get_content()) if body is not None else ""
        subject, sender, date = (str(message[name] or "") for name in ("Subject", "From", "Date"))
        html = body is not None and body.get_content_type() == "text/html"
    except (LookupError, ValueError, TypeError, AttributeError) as error:
        raise FormatError(f"the message cannot be read ({error})") from error
    text = from_html(content).text if html else content
    if not text.strip():
        raise FormatError("the message has no text")
    name, address = parseaddr(sender)
    return Extract(text, subject or None, name or address or None, published=_mail_date(date))


def _mail_date(date: str) -> str | None:
    try:
        return parsedate_to_datetime(date).date().isoformat() if date else None
    except ValueError:
        return None

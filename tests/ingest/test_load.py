"""Sources → documents: every format, every failure in words, and one bad document never costs the others."""

import gzip
import io
import json
from collections.abc import Sequence
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest

from sayso.ingest import Failure, Fetched, FetchError, load, parse_meta
from sayso.ingest.formats import reflow
from sayso.ingest.load import MAX_FILE
from sayso.model.document import Document

STORY = "The ministry said on Friday that two posts on the northern border had been hit during the night by rockets."
WESTERN = "It’s a “quoted” café in the old town – nothing else."
CYRILLIC = "Президент заявил, что переговоры продолжатся в пятницу."
GERMAN = "Der Präsident sagte am Freitag, die Verhandlungen mit den Rebellen würden bald fortgesetzt."
PAGE = f"""<!doctype html><html lang="en"><head><title>Rockets on the border | Northern Wire</title>
<meta property="og:title" content="Rockets on the border"><meta name="author" content="Lena Ortiz">
<meta property="og:site_name" content="Northern Wire">
<meta property="article:published_time" content="2022-05-04T08:00:00Z">
</head><body><nav><a href="/">Home</a></nav><article><h1>Rockets on the border</h1><p>{STORY}</p>
<p>Nobody was hurt, an officer told reporters, but the road to the valley was closed until the morning.</p></article>
<footer>All rights reserved</footer></body></html>"""


def documents(found: Sequence[Document | Failure]) -> list[Document]:
    return [one for one in found if isinstance(one, Document)]


def failures(found: Sequence[Document | Failure]) -> list[str]:
    return [str(one) for one in found if isinstance(one, Failure)]


def only(path: Path) -> Document:
    (found,) = load([str(path)])
    assert isinstance(found, Document), found
    return found


def wrong(path: Path) -> str:
    (found,) = load([str(path)])
    assert isinstance(found, Failure), found
    assert not found.note
    return str(found)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("“Café”\r\nnext\n".encode(), "“Café”\r\nnext\n"),
        ("\ufeffmarked".encode(), "marked"),
        ("so\u00adft e\u0301 \u200bwide".encode(), "so\u00adft e\u0301 \u200bwide"),
        ("wide “text”".encode("utf-16"), "wide “text”"),
        ("wide text without a mark".encode("utf-16-le"), "wide text without a mark"),
        ("wide text".encode("utf-32"), "wide text"),
        (WESTERN.encode("cp1252"), WESTERN),
        (CYRILLIC.encode("cp1251"), CYRILLIC),
    ],
)  # fmt: skip
def test_text_is_decoded_and_otherwise_untouched(tmp_path: Path, data: bytes, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert only(path).text == text


def test_a_byte_that_does_not_fit_is_noted(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("“Ein” ‘quoted’ text – with – dashes. ".encode() * 9 + b"\xff end")
    found = only(path)
    assert [note.code for note in found.notes] == ["encoding"]
    assert found.text.endswith("\ufffd end")


def test_a_page(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE, encoding="utf-8")
    found = only(path)
    assert STORY in found.text
    assert "All rights reserved" not in found.text
    about = (found.title, found.author, found.source, found.published, found.published_basis, found.language)
    assert about == ("Rockets on the border", "Lena Ortiz", "Northern Wire", "2022-05-04", "page", "en")


def test_a_word_file_in_order_with_its_table(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph(STORY)
    word.add_table(1, 2).rows[0].cells[1].text = "cell"
    word.add_paragraph("Last.")
    path = tmp_path / "a.docx"
    word.save(str(path))
    assert only(path).text == f"{STORY}\n\n\tcell\n\nLast."


@pytest.mark.parametrize("subtype", ["plain", "html"])
def test_a_message(tmp_path: Path, subtype: str) -> None:
    message = EmailMessage()
    message["Subject"], message["From"] = "Café talks", "Lena Ortiz <lena@example.org>"
    message["Date"] = "Wed, 04 May 2022 08:00:00 +0000"
    message.set_content(STORY if subtype == "plain" else PAGE, subtype=subtype, cte="base64")
    path = tmp_path / "a.eml"
    path.write_bytes(message.as_bytes())
    found = only(path)
    assert STORY in found.text
    assert (found.title, found.author, found.published) == ("Café talks", "Lena Ortiz", "2022-05-04")


def pdf(text: str) -> bytes:
    """A PDF of one page, written by hand: a font, a page, and the lines of a text."""
    lines = " ".join(f"({line}) Tj T*" for line in text.split("\n"))
    stream = f"BT /F1 12 Tf 72 720 Td 14 TL {lines} ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]  # fmt: skip
    body, offsets = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    end += f"startxref\n{len(body)}\n%%EOF"
    return (body + end).encode("latin-1")


def test_a_pdf_with_its_lines_joined(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(
        pdf("The ministry said on Friday that two posts on the nor-\nthern border had been hit by rockets.")
    )
    assert (
        only(path).text == "The ministry said on Friday that two posts on the northern border had been hit by rockets."
    )


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\r\n", "empty"),
        ("a.txt", bytes(range(256)) * 9, "binary"),
        ("a.txt", b"%PDF-1.7 and so on", "a PDF, but its name says text"),
        ("a.md", b"<!DOCTYPE html><html><body>words</body></html>", "web page"),
        ("a.txt", gzip.compress(b"words", mtime=0), "gzip"),
        ("a.pdf", b"only words", "plain text, but its name says pdf"),
        ("a.pdf", b"%PDF-1.7 broken", "cannot be opened"),
        ("a.docx", b"PK\x03\x04broken", "not a Word file"),
        ("a.html", b"<html><body></body></html>", "no main text"),
        ("a.eml", b"no headers here", "no message headers"),
        ("a.jsonl", b"", "empty"),
        ("a.jsonl.gz", b"not packed", "cannot be unpacked"),
        ("a.png", b"\x89PNG", ".txt .md .html"),
        ("noending", b"words", "without an ending"),
    ],
)
def test_what_cannot_be_read_is_said_in_words(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    message = wrong(path)
    assert words in message
    assert message.startswith(str(path))


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(2 * MAX_FILE)
    assert "larger than" in wrong(path)


def test_lines_of_json_good_and_bad(tmp_path: Path) -> None:
    lines = [
        {"text": STORY, "id": 7, "title": "T", "published": 2022, "author": ["A B", "C D"], "extra": {"x": 1}},
        {"title": "no text"}, {"text": 3}, {"text": ""}, {"text": STORY, "published": "someday"},
        {"text": "Ein Satz auf Deutsch, den hier niemand lesen wird, weil das nicht geht.", "language": "de"},
    ]  # fmt: skip
    content = "\ufeff" + "\n".join(map(json.dumps, lines)) + "\n\n{broken\n[" + "[" * 5000 + "\n"
    path = tmp_path / "a.jsonl"
    path.write_text(content, encoding="utf-8")
    found = list(load([str(path)]))
    first, undated, german = documents(found)
    assert (first.id, first.title, first.published, first.author) == ("7", "T", "2022", "A B, C D")
    assert (undated.published, [note.code for note in undated.notes]) == (None, ["published"])
    assert [note.code for note in german.notes] == ["language"]
    numbers = [message.removeprefix(str(path)).split(":")[1] for message in failures(found)]
    assert numbers == ["2", "3", "4", "8", "9"]


def test_a_line_over_the_bound_costs_only_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.ingest.jsonl.MAX_LINE", 1000)
    long = json.dumps({"text": "word " * 1000})
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(f'{{"text": "One."}}\n{long}\n{{"text": "Two."}}'.encode()))
    found = list(load([str(path)]))
    assert [document.text for document in documents(found)] == ["One.", "Two."]
    assert "longer than" in failures(found)[0]
    assert ":2:" in failures(found)[0]


def test_an_expanding_archive_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.ingest.jsonl.RATIO_FROM", 100_000)
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b"\n" * 3_000_000))
    assert "400 times" in wrong(path)


def test_a_damaged_archive_gives_what_it_had(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    whole = gzip.compress(b"\n".join(b'{"text": "Words %d %d."}' % (k, k * k) for k in range(9000)))
    path.write_bytes(whole[: len(whole) // 2])
    found = list(load([str(path)]))
    assert len(documents(found)) > 100
    assert len(failures(found)) == 1


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b'{"text": "A."}\n{"text": "B."}\n', ["A.", "B."]),
        (gzip.compress(b'{"text": "A."}\n', mtime=0), ["A."]),
        (b"Just words.\n", ["Just words.\n"]),
        (b"{ no json", ["{ no json"]),
    ],
)
def test_standard_input_by_its_content(data: bytes, texts: list[str]) -> None:
    assert [one.text for one in documents(list(load(["-"], stdin=io.BytesIO(data))))] == texts


def test_addresses_are_fetched_by_the_function_given() -> None:
    def fetch(url: str) -> Fetched:
        if url.endswith("gone"):
            raise FetchError("the server answered 404 Not Found")
        return Fetched("https://example.org/moved", PAGE.encode(), "text/html")

    gone, page = load(["https://example.org/gone", "https://example.org/a"], fetch=fetch)
    assert isinstance(gone, Failure)
    assert "404" in str(gone)
    assert isinstance(page, Document)
    assert (page.url, page.title) == ("https://example.org/moved", "Rockets on the border")
    (off,) = load(["https://example.org/a"])
    assert isinstance(off, Failure)
    assert "switched off" in str(off)


def test_metadata_given_by_option_and_table(tmp_path: Path) -> None:
    text, rows, table = tmp_path / "a.txt", tmp_path / "b.jsonl", tmp_path / "meta.csv"
    text.write_text(STORY, encoding="utf-8")
    rows.write_text(f'{{"text": "{STORY}", "source": "Own"}}\n{{"text": "{STORY}", "id": "x"}}\n', encoding="utf-8")
    table.write_text("file,source,published\na.txt,Table,2020\nb.jsonl,Table,2021\nx,Mine,\n", encoding="utf-8")
    meta = parse_meta(published=[f"{text}=2022-05-04"], tables=[table])
    found = documents(list(load([str(text), str(rows)], meta=meta)))
    assert [(one.source, one.published, one.published_basis) for one in found] == [
        ("Table", "2022-05-04", "given"),
        ("Own", "2021", "given"),
        ("Mine", "2021", "given"),
    ]


def test_metadata_for_a_name_that_nothing_has_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY, encoding="utf-8")
    found = list(load([str(path)], meta=parse_meta(title=["b.txt=Words"])))
    assert "no input has that name" in failures(found)[0]


def test_ids_do_not_depend_on_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "a.txt").write_text(STORY, encoding="utf-8")
    monkeypatch.chdir(folder)
    (here,) = documents(list(load(["a.txt"])))
    there, copy = documents(list(load([str(folder / "a.txt"), str(tmp_path / "copy")])))
    assert here.id == there.id
    assert copy.id != here.id


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        (STORY, "en", []),
        ("Putin.", None, []),
        (GERMAN, "de", ["language"]),
        ("Президент заявив, що переговори триватимуть у п'ятницю.", "uk", ["language"]),
    ],
)  # fmt: skip
def test_language(tmp_path: Path, text: str, language: str | None, codes: list[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    found = only(path)
    assert found.language in (language, "en" if language is None else language)
    assert [note.code for note in found.notes] == codes


def test_printed_lines_become_paragraphs() -> None:
    lines = [
        "The ministry said on Friday that two posts had been hit dur-",
        "ing the night by rockets from the",
        "north.",
    ]
    text = reflow([*lines, "", "12", "", "Nobody was hurt."])
    first, second = text.split("\n\n")
    assert (
        first == "The ministry said on Friday that two posts had been hit during the night by rockets from the north."
    )
    assert second == "Nobody was hurt."

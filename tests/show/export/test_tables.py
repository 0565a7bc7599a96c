"""Each table has the field's columns in their order, a row for each pair, and says who says so."""

import msgspec
import pytest
from one_claim import record

from sayso.model.record import EventTime, Record
from sayso.show import export
from sayso.show.export.table import columns

GDELT_COLUMNS = 61


@pytest.fixture(scope="module")
def book() -> export.Book:
    return export.Book.load()


def table(found: Record, name: str, book: export.Book) -> list[dict[str, str]]:
    """The rows as mappings from column to cell, read back as a user would."""
    chosen = export.TABLES[name]
    head = export.head(chosen).rstrip("\n").split("\t")
    lines = [line.rstrip("\n").split("\t") for line in export.rows(found, chosen, book)]
    return [dict(zip(head, line, strict=True)) for line in lines]


@pytest.mark.parametrize("name", sorted(export.TABLES))
def test_every_table_ends_with_who_says_so_and_how_surely(name: str, book: export.Book) -> None:
    (row,) = table(record(said_by="Kari Nord"), name, book)
    assert (row["sayso_status"], row["sayso_holder"], row["sayso_certainty"]) == ("claimed", "Kari Nord", "CT+")
    assert row["sayso_claim"] == "claim-1"


@pytest.mark.parametrize("name", sorted(export.TABLES))
def test_a_reciprocal_event_has_a_row_each_way(name: str, book: export.Book) -> None:
    rows = table(record(reciprocal=True), name, book)
    assert len(rows) == 2
    assert len({tuple(row.values()) for row in rows}) == 2


def test_cameo_row(book: export.Book) -> None:
    (row,) = table(record(), "cameo", book)
    assert [row[key] for key in ("date", "source", "target", "code", "quad", "goldstein")] == [
        "20300503", "NORMIL", "DNKCVL", "194", "4", "-10.0",
    ]  # fmt: skip
    assert (row["ids"], row["source_text"], row["event_text"]) == ("d1_claim-1", "Norwegian troops", "shelled")


def test_cameo_marks_who_is_missing(book: export.Book) -> None:
    (row,) = table(record(recipients=()), "cameo", book)
    assert (row["target"], row["target_text"]) == ("---", "---")


def test_gdelt_has_the_61_columns_of_the_event_table(book: export.Book) -> None:
    names = columns(export.TABLES["gdelt"].kind)
    assert len(names) == GDELT_COLUMNS
    assert names[5] == "Actor1Code"
    assert names[26] == "EventCode"
    assert names[51] == "ActionGeo_Type"
    assert names[-1] == "SOURCEURL"


def test_gdelt_row(book: export.Book) -> None:
    (row,) = table(record(), "gdelt", book)
    assert (row["SQLDATE"], row["MonthYear"], row["Year"]) == ("20300503", "203005", "2030")
    assert (row["Actor1CountryCode"], row["Actor1Type1Code"], row["Actor1Name"]) == ("NOR", "MIL", "NORWEGIAN MILITARY")
    assert (row["EventCode"], row["EventBaseCode"], row["EventRootCode"]) == ("194", "194", "19")
    assert (row["ActionGeo_CountryCode"], row["ActionGeo_FullName"]) == ("NO", "Tromso, Norway")
    assert (row["IsRootEvent"], row["DATEADDED"]) == ("1", "20300504")


def test_gdelt_knows_the_lead_from_the_rest(book: export.Book) -> None:
    made = record()
    late = msgspec.structs.replace(made.claims[0].evidence[0], start=70, end=81, text="x")
    claim = msgspec.structs.replace(made.claims[0], evidence=(late,))
    (row,) = table(msgspec.structs.replace(made, claims=(claim,)), "gdelt", book)
    assert row["IsRootEvent"] == "0"


def test_icews_row(book: export.Book) -> None:
    (row,) = table(record(), "icews", book)
    assert (row["Event Date"], row["CAMEO Code"], row["Intensity"]) == ("2030-05-03", "194", "-10.0")
    assert row["Event Text"].startswith("Fight")
    assert (row["Source Name"], row["Source Sectors"], row["Source Country"]) == (
        "Norwegian military", "Military", "Norway",
    )  # fmt: skip
    assert (row["City"], row["Country"], row["Story ID"], row["Publisher"]) == ("Tromso", "Norway", "d1", "Post")


def test_polecat_row(book: export.Book) -> None:
    (row,) = table(record(), "polecat", book)
    assert (row["Event Type"], row["Event Mode"], row["Quad Code"]) == ("ASSAULT", "heavy-weapons", "MATERIAL CONFLICT")
    assert (row["Recipient Country"], row["Primary Recipient Sector"]) == ("Denmark", "Civilian")
    assert (row["Headline"], row["Publication Date"]) == ("War", "2030-05-04")


def test_an_event_without_a_day_has_the_day_of_publication(book: export.Book) -> None:
    month = EventTime(start="2030-04", end="2030-04", precision="month", basis="stated")
    (row,) = table(record(time=month), "icews", book)
    assert (row["Event Date"], row["sayso_time_start"]) == ("2030-05-04", "2030-04")


def test_plover_objects(book: export.Book) -> None:
    (line,) = export.jsonl(record(said_by="Kari Nord"), book)
    event = msgspec.json.decode(line)
    assert (event["event_type"], event["event_mode"], event["date"]) == ("ASSAULT", ["heavy-weapons"], "2030-05-03")
    (actor,) = event["attributes"]["ACTOR"]
    assert (actor["text"], actor["country"], actor["code_1"]) == ("Norwegian troops", "NOR", "MIL")
    assert event["event_geolocation"]["country_code3"] == "NOR"
    assert (event["sayso"]["holder"], event["sayso"]["status"]) == ("Kari Nord", "claimed")


@pytest.mark.parametrize("name", [*sorted(export.TABLES), "plover"])
def test_only_some_statuses(name: str, book: export.Book) -> None:
    only = frozenset({"denied"})
    made = record()
    chosen = export.TABLES.get(name)
    assert not list(export.rows(made, chosen, book, only) if chosen else export.jsonl(made, book, only))


def test_a_cell_never_breaks_its_line(book: export.Book) -> None:
    made = record()
    broken = msgspec.structs.replace(made.document, source="Post\t\n\x00\u2028News")
    (row,) = table(msgspec.structs.replace(made, document=broken), "icews", book)
    assert row["Publisher"] == "Post News"

"""What `read` and `compare` give, field by field against the contract: names, types, values, and what must hold
between them. The shapes are written out here and not taken from the code, so that a renamed field fails."""

import json
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

import sayso
from sayso.model.record import Record
from shape import Between, Matching, Maybe, mismatches, one_of

DATE = Matching(r"\d{4}(-\d\d(-\d\d)?)?")
SPAN = {"start": int, "end": int, "text": str, "in?": one_of("title")}
RANGE = (int, int)
PLOVER = one_of(
    "AGREE|CONSULT|SUPPORT|COOPERATE|AID|CONCEDE|RETREAT|REQUEST|ACCUSE|REJECT|THREATEN|SANCTION|PROTEST|MOBILIZE"
    "|COERCE|ASSAULT"
)
CERTAINTY = one_of("CT+|PR+|PS+|CT-|PR-|PS-|Uu")
STATUS = one_of("happened|claimed|planned|possible|conditional|denied|judged")
OUTCOME = one_of("supported|attributed|weaker|stronger|absent|contradicted|unrelated")
COUNTRY = Maybe(Matching("[A-Z]{3}"))
PARTY = {"name": str, "code": Maybe(str), "country": COUNTRY, "actor_id": Maybe(str), "span": SPAN}
PLACE = {
    "name": str, "country": COUNTRY, "lat": Maybe(Between(-90, 90)), "lon": Maybe(Between(-180, 180)), "span": SPAN,
}  # fmt: skip
TIME = {
    "start": Maybe(DATE), "end": Maybe(DATE), "precision": one_of("day|month|year|range|unknown"),
    "basis": one_of("stated|relative|publication|unknown"), "span": Maybe(SPAN),
}  # fmt: skip
SPEAKER = {
    "name": str, "text": str, "code": Maybe(str), "country": COUNTRY, "actor_id": Maybe(str),
    "kind": one_of("named|anonymous|narrator"),
}  # fmt: skip
ATTRIBUTION = {
    "id": str, "source": [RANGE], "cue": [RANGE], "content": [RANGE], "speaker": SPEAKER,
    "mode": one_of("direct|indirect|mixed"), "stance": one_of("asserts|denies|asks|demands|promises|doubts"),
    "within": Maybe(str),
}  # fmt: skip
CLAIM = {
    "id": str,
    "event": {
        "plover": PLOVER, "mode": Maybe(str), "cameo": Maybe(Matching(r"\d{2,4}")), "quad": Maybe(Between(1, 4)),
        "goldstein": Maybe(Between(-10, 10)), "trigger": SPAN, "reciprocal": bool,
    },
    "actors": [PARTY],
    "recipients": [PARTY],
    "time": TIME,
    "place": Maybe(PLACE),
    "attribution": [str],
    "certainty": CERTAINTY,
    "value": Between(-3, 3),
    "by_source": [{"attribution": str, "certainty": CERTAINTY, "value": Between(-3, 3)}],
    "status": STATUS,
    "conditions": [SPAN],
    "scenario": Maybe(str),
    "evidence": [SPAN],
    "confidence": Between(0, 1),
    "made": {"by": str, "rule": str, "version": str},
}  # fmt: skip
RECORD = {
    "document": {
        "id": str, "text": str, "title": Maybe(str), "source": Maybe(str), "author": Maybe(str), "url": Maybe(str),
        "published": Maybe(DATE), "published_basis": one_of("given|page|byline|text|unknown"), "language": Maybe(str),
        "sections": [{
            "kind": one_of("headline|deck|subheading|byline|dateline|body|background|boilerplate"),
            "start": int, "end": int,
        }],
        "genre": one_of("report|opinion|analysis|statement|unknown"), "genre_score": Between(0, 1),
    },
    "actors": [{
        "id": str, "name": str, "code": Maybe(str), "country": COUNTRY, "kind": str, "wikidata": Maybe(str),
        "mentions": [SPAN],
    }],
    "attributions": [ATTRIBUTION],
    "claims": [CLAIM],
    "times": [{
        "start": int, "end": int, "text": str, "type": one_of("DATE|TIME|DURATION|SET"), "value": str,
        "from": Maybe(DATE), "to": Maybe(DATE), "basis": one_of("stated|relative|publication|unknown"),
        "precision": one_of("day|month|year|range|unknown"),
    }],
    "scenarios": [{"id": str, "statement": SPAN, "conditions": [SPAN], "holder": str, "set": str}],
    "framing": {
        "names": [{"actor_id": str, "label": str, "span": SPAN, "by": str}],
        "headline": Maybe({"outcome": OUTCOME, "why": str, "evidence": [SPAN]}),
    },
    "notes": [{"code": str, "message": str, "span?": SPAN}],
}  # fmt: skip
COMPARISON = {
    "documents": [{"id": str, "title": Maybe(str), "source": Maybe(str), "published": Maybe(DATE)}],
    "events": [{
        "id": str, "plover": PLOVER, "cameo": Maybe(str), "actors": [str], "recipients": [str], "time": TIME,
        "place": Maybe(PLACE),
        "accounts": [{"document": str, "claims": [str], "status": STATUS}],
        "origins": [{"name": str, "documents": [str], "why": str}],
        "numbers": [{
            "document": str, "what": str, "low": Maybe(int), "high": Maybe(int), "bound": one_of("=|>=|<=|~"),
            "span": SPAN,
        }],
        "relation": one_of("agree|conflict|update|single|other"),
        "divergences": [{
            "field": one_of("actor|action|number|time|place|certainty|responsibility|denial"),
            "kind": one_of("bound|scope|update|range|value|denial"),
            "positions": [{"documents": [str], "value": str, "spans": [SPAN]}],
        }],
        "omitted_by": [str],
        "linked_by": [{"claims": (str, str), "score": Between(0, 1e9), "features": {}}],
    }],
    "relations": [{
        "actor": str, "recipient": str,
        "timeline": [{
            "event": str, "start": Maybe(DATE), "end": Maybe(DATE),
            "precision": one_of("day|month|year|range|unknown"), "status": STATUS,
            "goldstein": Maybe(Between(-10, 10)),
        }],
        "commitments": [{"claim": str, "holder": str, "act": str, "conditions": [SPAN], "open": bool}],
    }],
    "names": [{"actor": str, "document": str, "label": str, "by": str, "count": int}],
    "headlines": [{"document": str, "outcome": OUTCOME, "why": str}],
    "scenarios": [{"document": str, "statement": str, "conditions": [SPAN], "holder": str, "span": SPAN}],
}  # fmt: skip

WIRE = (
    "Tanker Seizure Raises Fears in Gulf\n\n"
    "MUSCAT, June 4, 2021 - Iran seized a Panama-flagged tanker in the Strait of Hormuz on Thursday, killing three "
    "sailors, Oman's navy said. Tehran denied that its forces had attacked the ship. “We will answer any threat”, "
    "Foreign Minister Hassan Rafiei told reporters.\n\n"
    "The United States accused Iran of piracy and may impose sanctions. If Tehran does not release the crew, "
    "Washington will send a warship, two officials said on condition of anonymity. Iran and Oman signed an "
    "agreement on shipping in 2013.\n\n"
    "According to the shipping agency Seawatch, at least five people were hurt."
)
OPINION = (
    "Why the Gulf Cannot Wait\n\nBy Nora Lindqvist\n\n"
    "I think that the Iranian regime attacked the tanker because nobody stopped it last year. Washington should "
    "impose sanctions at once. Two scenarios are possible. The first is that Iran releases the crew and talks to "
    "Oman. The second is that the United States bombs the port if the crew is harmed.\n\n"
    "Some say that four sailors were killed. Iran allegedly fired rockets at a second ship on Friday, 4 June 2021."
)
LISTS = (
    "Russia, China, Iran, Syria, Belarus and Cuba condemned, attacked, bombed, shelled, invaded, threatened, accused "
    "and denounced Ukraine, Georgia, Moldova and Poland. Kyiv said that Moscow attacked Lviv, shelled Kherson, bombed "
    "Sumy and killed 12 people, while Poland condemned the strikes, Germany promised weapons, France demanded "
    "sanctions, Britain expelled the envoy, Turkey offered to mediate and Oman praised Norway"
)


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    texts = {"wire": WIRE, "opinion": OPINION, "lists": LISTS}
    found = {name: sayso.read(sayso.Document(text, id=name, source=name)) for name, text in texts.items()}
    titled = sayso.Document("Officials gave no details.", id="titled", title="Iran seizes second tanker on Monday")
    return {**found, "titled": sayso.read(titled)}


@pytest.fixture(scope="module")
def comparison(records: dict[str, Record]) -> sayso.Comparison:
    return sayso.compare(records.values())


def plain(piece: Any) -> Any:
    """As it is written to JSON."""
    return json.loads(msgspec.json.encode(piece))


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Every span in plain data, however deep."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys() and isinstance(value["start"], int):
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


@pytest.mark.parametrize("name", ["wire", "opinion", "lists", "titled"])
def test_a_record_has_the_fields_types_and_values_of_the_contract(records: dict[str, Record], name: str) -> None:
    assert list(mismatches(plain(records[name]), RECORD)) == []


def test_the_texts_exercise_every_list_of_the_contract(
    records: dict[str, Record], comparison: sayso.Comparison
) -> None:
    """A list that is empty in every record checks nothing: none is."""
    written = [plain(record) for record in records.values()]
    for field in ("actors", "attributions", "claims", "times", "scenarios"):
        assert any(record[field] for record in written), field
    assert any(record["framing"]["names"] for record in written)
    assert any(record["framing"]["headline"] for record in written)
    claims = [claim for record in written for claim in record["claims"]]
    for field in ("actors", "recipients", "place", "attribution", "by_source", "conditions", "scenario"):
        assert any(claim[field] for claim in claims), field
    assert {claim["status"] for claim in claims} >= {"happened", "claimed", "possible", "conditional", "denied"}
    compared = plain(comparison)
    for field in ("documents", "events", "relations", "names", "headlines", "scenarios"):
        assert compared[field], field
    for field in ("accounts", "origins", "numbers", "linked_by"):
        assert any(event[field] for event in compared["events"]), field


def test_a_comparison_has_the_fields_types_and_values_of_the_contract(comparison: sayso.Comparison) -> None:
    assert list(mismatches(plain(comparison), COMPARISON)) == []


def test_spans_of_the_comparison_are_the_documents_own_words(
    records: dict[str, Record], comparison: sayso.Comparison
) -> None:
    texts = [str(record.document.text) for record in records.values()]
    titles = [str(record.document.title) for record in records.values()]
    found = list(spans(plain(comparison)))
    assert found
    for span in found:
        among = titles if span.get("in") == "title" else texts
        assert any(text[span["start"] : span["end"]] == span["text"] for text in among), span


def test_json_fields_are_attributes_of_the_same_name(records: dict[str, Record], comparison: sayso.Comparison) -> None:
    reserved = {"from": "from_", "in": "where"}

    def check(piece: Any, data: Any, path: str) -> None:
        if isinstance(data, dict) and not isinstance(piece, dict):
            for name, inner in data.items():
                check(getattr(piece, reserved.get(name, name)), inner, f"{path}.{name}")
        elif isinstance(data, list):
            assert len(piece) == len(data), path
            for k, inner in enumerate(data):
                check(piece[k], inner, f"{path}[{k}]")
        else:
            assert piece == data, path

    for piece in (*records.values(), comparison):
        assert piece.to_dict() == plain(piece)
        check(piece, plain(piece), "$")


@pytest.mark.parametrize("name", ["wire", "opinion", "lists", "titled"])
def test_one_claim_for_each_mention_and_chain(records: dict[str, Record], name: str) -> None:
    seen: dict[Any, str] = {}
    for claim in plain(records[name])["claims"]:
        trigger = claim["event"]["trigger"]
        parties = [sorted(party["name"] for party in claim[side]) for side in ("actors", "recipients")]
        key = json.dumps([trigger["start"], trigger.get("in"), claim["event"]["plover"], parties, claim["attribution"]])
        assert key not in seen, (claim["id"], seen[key])
        seen[key] = claim["id"]


@pytest.mark.parametrize("name", ["wire", "opinion", "lists"])
def test_times_do_not_end_before_they_begin_and_what_is_open_is_null(records: dict[str, Record], name: str) -> None:
    for claim in records[name].claims:
        start, end = claim.time.start, claim.time.end
        if start and end:
            width = min(len(start), len(end))
            assert start[:width] <= end[:width], claim.event.trigger.text
        if claim.time.precision != "unknown":
            assert start or end, claim.event.trigger.text


@pytest.mark.parametrize("name", ["wire", "opinion", "lists"])
def test_value_is_certainty_on_a_scale_and_status_follows_the_chain(records: dict[str, Record], name: str) -> None:
    scale = {"CT+": 3, "PR+": 2, "PS+": 1, "Uu": 0, "PS-": -1, "PR-": -2, "CT-": -3}
    for claim in records[name].claims:
        assert abs(claim.value - scale[claim.certainty]) <= 0.5, claim.event.trigger.text
        assert [one.attribution for one in claim.by_source] == list(claim.attribution)
        assert not (claim.status == "happened" and claim.attribution), claim.event.trigger.text
        assert claim.status != "denied" or claim.value < 0
        if claim.scenario is not None:
            assert claim.status in {"possible", "conditional", "denied", "judged"}, claim.event.trigger.text


@pytest.mark.parametrize("name", ["wire", "opinion", "lists"])
def test_evidence_holds_the_trigger(records: dict[str, Record], name: str) -> None:
    for claim in records[name].claims:
        trigger = claim.event.trigger
        assert any(e.start <= trigger.start and trigger.end <= e.end for e in claim.evidence)


@pytest.mark.parametrize("name", ["wire", "opinion", "lists"])
def test_sections_are_in_order_and_do_not_overlap(records: dict[str, Record], name: str) -> None:
    document = records[name].document
    edges = [edge for section in document.sections for edge in (section.start, section.end)]
    assert edges == sorted(edges)
    assert edges[-1] <= len(document.text or "")


@pytest.mark.parametrize("text", [LISTS, LISTS.split(". ", maxsplit=1)[0] + ".", LISTS.split(". ")[1]])
def test_no_document_has_more_than_three_claims_a_sentence(text: str) -> None:
    record = sayso.read(sayso.Document(text))
    sentences = text.count(". ") + 1
    assert 0 < len(record.claims) <= 3 * sentences
    assert [c.event.trigger.start for c in record.claims] == sorted(c.event.trigger.start for c in record.claims)


def test_what_is_left_out_of_a_crowded_sentence_is_noted() -> None:
    crowded, plain_one = sayso.read(sayso.Document(LISTS)), sayso.read(sayso.Document(WIRE))
    assert "crowded" in {note.code for note in crowded.notes}
    assert not plain_one.notes


def test_the_same_words_read_again_have_the_same_ids(records: dict[str, Record]) -> None:
    again = sayso.read(sayso.Document(WIRE, id="wire", source="wire"))
    assert [c.id for c in again.claims] == [c.id for c in records["wire"].claims]
    assert [a.id for a in again.attributions] == [a.id for a in records["wire"].attributions]


def test_ids_of_documents_are_given_or_follow_from_address_and_text() -> None:
    assert sayso.Document("Words.", id="mine").id == "mine"
    one = sayso.Document("Words.", url="https://example.org/a").id
    assert one == sayso.Document("Words.", url="https://example.org/a", title="Other").id
    assert one != sayso.Document("Words.", url="https://example.org/b").id
    assert one != sayso.Document("Other words.", url="https://example.org/a").id


def test_ids_are_unique_within_a_record(records: dict[str, Record]) -> None:
    for record in records.values():
        for pieces in (record.actors, record.attributions, record.claims, record.scenarios):
            ids = [piece.id for piece in pieces]
            assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("text", ["Iran seized a tanker.", "Russia attacked Ukraine", "Chad accuses Sudan of raid"])
def test_a_document_of_one_sentence_is_body(text: str) -> None:
    record = sayso.read(sayso.Document(text))
    assert [section.kind for section in record.document.sections] == ["body"]
    assert record.claims


@pytest.mark.parametrize(
    "head", ["Iran Seizes Second Tanker", "IRAN SEIZES SECOND TANKER", "“Iran Seizes Second Tanker”"]
)
def test_a_title_at_the_head_of_the_text_is_read_once_in_the_text(head: str) -> None:
    text = f"{head}\n\nIran seized another tanker in the Gulf on Monday, its state television said."
    record = sayso.read(sayso.Document(text, title="Iran Seizes Second Tanker"))
    assert not [span for span in spans(plain(record)) if span.get("in")]
    triggers = [claim.event.trigger.start for claim in record.claims]
    assert len(set(triggers)) == len(triggers)


def test_unknown_input_fields_are_ignored(tmp_path: Any) -> None:
    known = {"id": "one", "text": "Iran seized a tanker.", "title": None}
    path, bare = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    path.write_text(json.dumps({**known, "sentiment": [1, {"deep": None}], "claims": "none", "": 0}))
    bare.write_text(json.dumps(known))
    assert sayso.read(path) == sayso.read(bare)


def test_without_statements_every_claim_has_a_type(tmp_path: Any) -> None:
    record = sayso.read(sayso.Document("Norway said that the talks with Sweden went on. Norway praised Sweden."))
    assert all(claim.event.plover for claim in record.claims)

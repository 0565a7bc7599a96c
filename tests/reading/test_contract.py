"""One suite over the whole of `read`: what must hold for any document, whatever the stages find in it."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from sayso import api, ingest
from sayso.model.document import Document
from sayso.model.record import Record

ROOT = Path(__file__).resolve().parents[2]
NEUTRAL = "The weather was mild. "
TEXTS = {
    "agency": (
        "Country Rejects Charge of Border Raid\n\n"
        "KHARTOUM, May 3 - Sudan on Friday denied that its troops had crossed into Chad, a day after N'Djamena accused "
        "its neighbour of killing at least 12 herders. “We did not attack anyone”, Foreign Minister Ali Youssef said. "
        "If the raids go on, Chad will recall its ambassador, a government spokesman warned.\n\n"
        "According to the United Nations, some 4,000 people have fled since April."
    ),
    "blog": "I think the talks between Iran and Oman may fail. Two scenarios are possible. The first is that Iran "
    "leaves. The second is that Oman, which hosted the talks in 2013, offers a new venue.",
    "quotes": "“We will strike back”, he said. “They attacked us in March.” Was it true? Nobody knows!",
    "odd": "\ufeffKy\u00adiv said\r\nMoscow shelled\u200b Kharkiv.\r\n"
    "\r\nA\u0301lvaro met “Erdo\u011fan” in I\u0307zmir. 🙂",
}

EXAMPLES = sorted((ROOT / "examples").glob("karabakh-*"))
DOCUMENTS = {
    **{name: Document(text) for name, text in TEXTS.items()},
    **{path.stem: found for path in EXAMPLES for found in ingest.load([str(path)]) if isinstance(found, Document)},
    "titled": Document(TEXTS["blog"], title="Will Iran leave the talks?"),
}

every_document = pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS.keys())


def everything(value: Any) -> Any:
    """Every dict in plain data, however deep."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from everything(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from everything(inner)


def assert_spans_are_the_texts_own(record: Record, document: Document) -> None:
    plain = json.loads(msgspec.json.encode(record))
    for piece in everything(plain):
        if {"start", "end", "text"} <= piece.keys() and isinstance(piece["start"], int):
            text = document.title if piece.get("in") == "title" else document.text
            assert text[piece["start"] : piece["end"]] == piece["text"]
    for said in plain["attributions"]:
        text = document.title if said.get("in") == "title" else document.text
        for start, end in [*said["source"], *said["cue"], *said["content"]]:
            assert 0 <= start < end <= len(text)


@every_document
def test_spans_are_the_texts_own(document: Document) -> None:
    assert_spans_are_the_texts_own(api.read(document), document)


@every_document
def test_reading_twice_gives_the_same(document: Document) -> None:
    assert msgspec.json.encode(api.read(document)) == msgspec.json.encode(api.read(document))


@every_document
def test_every_reference_leads_somewhere(document: Document) -> None:
    record = api.read(document)
    said = {one.id for one in record.attributions}
    actors = {one.id for one in record.actors}
    sketched = {one.id for one in record.scenarios}
    assert {i for claim in record.claims for i in claim.attribution} <= said
    assert {i for one in record.attributions if (i := one.within)} <= said
    assert {p.actor_id for c in record.claims for p in (*c.actors, *c.recipients) if p.actor_id} <= actors
    assert {c.scenario for c in record.claims if c.scenario} <= sketched
    assert {use.actor_id for use in record.framing.names} <= actors
    assert {use.by for use in record.framing.names} <= said | {"narrator"}
    assert {one.by for one in (*record.framing.loaded, *record.framing.towards)} <= said | {"narrator"}
    assert {one.actor_id for one in (*record.framing.towards, *record.framing.shares) if one.actor_id} <= actors
    assert {one.attribution for claim in record.claims for one in claim.by_source} <= said
    assert all(claim.evidence for claim in record.claims)
    assert len({claim.id for claim in record.claims}) == len(record.claims)


@every_document
def test_measures_are_within_their_scales(document: Document) -> None:
    record = api.read(document)
    assert 0 <= record.document.genre_score <= 1
    framing = record.framing
    assert all(0 <= one.subjective <= 1 and 0 <= one.slanted <= 1 for one in framing.sentences)
    assert all(0.5 <= one.score <= 1 for one in framing.loaded)
    assert all(0 <= one.of_words <= 1 and 0 <= one.of_quoted <= 1 for one in framing.shares)
    for claim in record.claims:
        assert -3 <= claim.value <= 3
        assert all(-3 <= one.value <= 3 for one in claim.by_source)
        assert 0 < claim.confidence <= 1
        assert [one.attribution for one in claim.by_source] == list(claim.attribution)


def test_a_neutral_sentence_in_front_only_shifts_spans() -> None:
    text = "Sudan denied that its troops had crossed into Chad. Chad will recall its ambassador if the raids go on."
    plain, shifted = (api.read(Document(given, id="one")) for given in (text, NEUTRAL + text))
    told = [(c.event.plover, c.status, c.evidence[0].start, [p.name for p in c.actors]) for c in plain.claims]
    again = [
        (c.event.plover, c.status, c.evidence[0].start - len(NEUTRAL), [p.name for p in c.actors])
        for c in shifted.claims
    ]
    assert told
    assert told == again


@pytest.mark.parametrize("text", ["", " \n\n ", "Word", "?", "“", "\x00\x01", "a" * 30_000, "(" * 3000, "Ha. " * 3000])
def test_empty_one_word_and_huge_input_give_a_record(text: str) -> None:
    record = api.read(Document(text))
    assert not [note for note in record.notes if note.code == "failed"], record.notes
    assert not record.claims


def test_a_document_in_another_language_gives_a_note_and_no_claims(tmp_path: Path) -> None:
    path = tmp_path / "fr.txt"
    path.write_text(
        "Le président a accusé le gouvernement voisin d'avoir attaqué deux villages près de la frontière mardi soir. "
        "Le ministre des Affaires étrangères a démenti ces accusations et a demandé une enquête internationale."
    )
    record = api.read(str(path))
    assert record.document.language == "fr"
    assert not record.claims
    assert not record.attributions
    assert "language" in {note.code for note in record.notes}


def test_a_title_of_its_own_has_spans_in_the_title() -> None:
    document = Document("Officials gave no details.", title="Iran seizes tanker in Gulf")
    record = api.read(document)
    assert_spans_are_the_texts_own(record, document)
    assert [claim for claim in record.claims if claim.event.trigger.where == "title"]


def test_records_come_back_from_json() -> None:
    record = api.read(Document(TEXTS["agency"]))
    assert msgspec.json.decode(msgspec.json.encode(record), type=Record) == record


def test_no_claim_is_read_from_boilerplate(parsed: Any) -> None:
    text = (
        "Ministers Meet\n\nFrance and Spain signed a treaty on Monday in Madrid, officials said.\n\n"
        "Recent Posts\nIran attacks tanker\nSubscribe to our newsletter\nAll rights reserved."
    )
    record = api.read(Document(text))
    furniture = [s for s in record.document.sections if s.kind == "boilerplate"]
    assert furniture
    assert not [c for c in record.claims for s in furniture if s.start <= c.event.trigger.start < s.end]

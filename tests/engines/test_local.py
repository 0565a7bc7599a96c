"""The engine: the same records from one process and from two, in order; one bad document costs only itself."""

import msgspec
import pytest

from sayso.engines import local
from sayso.model.document import Document
from sayso.reading import reader
from sayso.reading.reader import Options, Reader

TEXTS = [f"Peru accused Chile of border raids in {1980 + k}. Chile denied it." for k in range(40)]


def test_two_processes_give_what_one_gives_in_order() -> None:
    documents = [Document(text) for text in TEXTS]
    alone = [msgspec.json.encode(r) for r in local.read_many(documents, Options(), workers=1)]
    together = [msgspec.json.encode(r) for r in local.read_many(documents, Options(), workers=2)]
    assert alone == together


def test_no_workers_is_an_error() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        next(local.read_many([], Options(), workers=0))


def test_a_fault_in_one_document_does_not_cost_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = reader.assemble

    def faulty(parse, *rest):  # type: ignore[no-untyped-def]
        if "1990" in parse.document.text:
            raise IndexError("planted")
        return whole(parse, *rest)

    monkeypatch.setattr(reader, "assemble", faulty)
    records = list(Reader.load().read_all(Document(text) for text in TEXTS[:20]))
    assert len(records) == 20
    failed = [record for record in records if "failed" in {note.code for note in record.notes}]
    assert [record.document.text for record in failed] == [TEXTS[10]]
    assert all(record.claims for record in records if record not in failed)

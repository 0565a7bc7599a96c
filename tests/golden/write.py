"""The golden records of examples/: a short projection of what is read in them, kept beside this file.

`python tests/golden/write.py` (`make golden`) writes them again; the difference says what a change did to reading.
Documents go by file name and not by id, so that it does not matter where the checkout is.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sayso import api, ingest
from sayso.model.comparison import ComparedEvent, Comparison
from sayso.model.record import Claim, Record

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parents[1] / "examples"
NARRATOR = "narrator"
COMPARISON = "comparison"


def examples() -> list[Path]:
    """The example documents, in order of their names."""
    return sorted(EXAMPLES.glob("karabakh-*"))


def fresh() -> dict[str, Any]:
    """File stem → projection: one for each example document, then one for their comparison."""
    records = [_read(path) for path in examples()]
    found = {record.document.id: record_projection(record) for record in records}
    return {**found, COMPARISON: comparison_projection(api.compare(records))}


def _read(path: Path) -> Record:
    (document,) = ingest.load([str(path)])
    if isinstance(document, ingest.Failure):
        raise ValueError(str(document))
    return api.read(document.replace(id=path.stem))


def record_projection(record: Record) -> dict[str, Any]:
    """What a reader would check first in a record. Ids are replaced by the names they stand for."""
    head = record.framing.headline
    document = record.document
    return {
        "document": {
            "title": document.title,
            "author": document.author,
            "source": document.source,
            "published": document.published,
            "published_basis": document.published_basis,
            "genre": document.genre,
            "sections": [section.kind for section in document.sections],
        },
        "headline": head.outcome if head else None,
        "claims": list(_claims(record)),
        "names": list(_names(record)),
        "notes": [note.code for note in record.notes],
    }


def _claims(record: Record) -> Iterator[dict[str, Any]]:
    speakers = {said.id: said.speaker.name for said in record.attributions}
    scenarios = {one.id: one.statement.text for one in record.scenarios}
    for claim in record.claims:
        plain = _claim(claim, [speakers[i] for i in claim.attribution])
        yield {**plain, "scenario": scenarios[claim.scenario]} if claim.scenario else plain


def _claim(claim: Claim, holders: Sequence[str]) -> dict[str, Any]:
    return {
        "trigger": claim.event.trigger.text,
        "plover": claim.event.plover,
        "cameo": claim.event.cameo,
        "actors": [party.name for party in claim.actors],
        "recipients": [party.name for party in claim.recipients],
        "status": claim.status,
        "holders": list(holders) or [NARRATOR],
        "time": [claim.time.start, claim.time.end],
    }


def _names(record: Record) -> Iterator[dict[str, str]]:
    actors = {actor.id: actor.name for actor in record.actors}
    speakers = {said.id: said.speaker.name for said in record.attributions}
    for use in record.framing.names:
        yield {"label": use.label, "actor": actors[use.actor_id], "by": speakers.get(use.by, use.by)}


def comparison_projection(comparison: Comparison) -> dict[str, Any]:
    """The events that two or more accounts tell, the headlines, and who is called what."""
    return {
        "events": [_event(event) for event in comparison.events if len(event.accounts) > 1],
        "headlines": [{"document": one.document, "outcome": one.outcome} for one in comparison.headlines],
        "names": [
            {"actor": one.actor, "document": one.document, "label": one.label, "by": one.by, "count": one.count}
            for one in comparison.names
        ],
    }


def _event(event: ComparedEvent) -> dict[str, Any]:
    return {
        "label": event.label,
        "relation": event.relation,
        "accounts": {one.document: one.status for one in event.accounts},
        "differ": sorted({f"{one.field}: {one.kind}" for one in event.divergences}),
    }


def written(projection: dict[str, Any]) -> str:
    """The projection as JSON, one item of a list a line, so that a difference reads line by line."""
    parts = [f'"{key}": {_value(value)}' for key, value in projection.items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _value(value: Any) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n" + ",\n".join(f"  {_line(item)}" for item in value) + "\n]"
    if isinstance(value, dict):
        return "{\n" + ",\n".join(f"  {_line(key)}: {_line(item)}" for key, item in value.items()) + "\n}"
    return _line(value)


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def kept(name: str) -> Path:
    """Where the golden projection of that name is kept."""
    return HERE / f"{name}.json"


def main() -> None:
    for name, projection in fresh().items():
        kept(name).write_text(written(projection), encoding="utf-8")


if __name__ == "__main__":
    main()

"""Records made by hand, so that tests of the formats do not hang on what the reader finds."""

from typing import Any

from sayso.model.document import Document, Section
from sayso.model.record import (
    Attribution,
    Claim,
    DocumentInfo,
    Event,
    EventTime,
    Made,
    Party,
    Place,
    Record,
    Speaker,
)

TEXT = "Norwegian troops shelled Danish villagers near Tromso on 3 May 2030.\nKari said so."


def party(document: Document, words: str, name: str, code: str | None, country: str | None) -> Party:
    start = document.text.index(words)
    return Party(name=name, span=document.span(start, start + len(words)), code=code, country=country, actor_id=name)


def record(reciprocal: bool = False, said_by: str | None = None, **claim: Any) -> Record:
    """A record with one claim: Norway's troops shell Danish villagers (or, reciprocal, the two meet)."""
    document = Document(TEXT, id="d1", source="Post", url="https://x.example/1", title="War", published="2030-05-04")
    doer = party(document, "Norwegian troops", "Norwegian military", "NORMIL", "NOR")
    done_to = party(document, "Danish villagers", "Danish villagers", "DNKCVL", "DNK")
    both = (doer, done_to)
    trigger = document.span(17, 24)
    where = document.text.index("Tromso")
    values: dict[str, Any] = {
        "id": "claim-1",
        "event": Event(
            plover="ASSAULT", mode="heavy-weapons", cameo="194", quad=4, goldstein=-10.0, trigger=trigger,
            reciprocal=reciprocal,
        ),
        "actors": both if reciprocal else (doer,),
        "recipients": both if reciprocal else (done_to,),
        "time": EventTime(start="2030-05-03", end="2030-05-03", precision="day", basis="stated"),
        "place": Place(name="Tromso", country="NOR", lat=69.65, lon=18.96, span=document.span(where, where + 6)),
        "attribution": ("att-1",) if said_by else (),
        "certainty": "CT+", "value": 3.0, "by_source": (), "status": "claimed" if said_by else "happened",
        "conditions": (), "scenario": None, "evidence": (document.span(0, 68),), "confidence": 0.9,
        "made": Made(by="read.events", rule="r", version="1"),
    }  # fmt: skip
    speaker = Speaker(name=said_by or "", text="Kari")
    attribution = Attribution(
        id="att-1", source=((69, 73),), cue=((74, 78),), content=((79, 81),), speaker=speaker, mode="indirect",
        stance="asserts",
    )  # fmt: skip
    return Record(
        document=DocumentInfo(
            id="d1", text=TEXT, title="War", source="Post", url="https://x.example/1", published="2030-05-04",
            published_basis="given", language="en", sections=(Section("body", 0, len(TEXT)),),
        ),
        attributions=(attribution,) if said_by else (),
        claims=(Claim(**(values | claim)),),
    )  # fmt: skip

"""The exact CAMEO code of our own sentences, two for each code; patterns were tuned on one of them only."""

from pathlib import Path

import yaml

from sayso import api
from sayso.model.document import Document

SENTENCES = Path(__file__).with_name("cameo.yaml")


def figures(half: str) -> dict[str, float]:
    """Shares of sentences of `half` ("tune" or "held") with an event of the exact code, and of its root."""
    entries = yaml.safe_load(SENTENCES.read_text(encoding="utf-8"))["cameo"]
    documents = [Document(entry[half], id=f"cameo-{entry['code']}") for entry in entries]
    found = [{claim.event.cameo for claim in record.claims} for record in api.read_many(documents)]
    wanted = [str(entry["code"]) for entry in entries]
    exact = sum(code in codes for code, codes in zip(wanted, found, strict=True))
    root = sum(code[:2] in {one[:2] for one in codes} for code, codes in zip(wanted, found, strict=True))
    return {"exact": exact / len(wanted), "root": root / len(wanted)}

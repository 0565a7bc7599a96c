"""What a careful reader briefs from the three reports that the first user brought: who, whom, how surely, says who."""

from pathlib import Path

import pytest

from sayso.model.document import Document
from sayso.model.record import Record
from sayso.reading.reader import Options, Reader


@pytest.fixture(scope="module")
def reports(shared: Path) -> list[Record]:
    paths = sorted((shared / "reports").glob("*.txt"))
    if len(paths) != 3:
        pytest.skip("needs the three reports, which are not part of the repository")
    reader = Reader.load(Options(fast=True))
    return list(reader.read_all(Document(path.read_text(encoding="utf-8"), id=path.name[:3]) for path in paths))


@pytest.mark.parametrize(
    ("report", "cameo", "actor", "recipient", "status", "holder"),
    [
        (0, "054", "RUS", "TAL", "happened", None),  # the recognition
        (0, "081", "RUS", "TAL", "happened", None),  # off the list of banned organisations
        (1, "050", "RUS", "TAL", "claimed", "Vladimir Putin"),  # the level of connection
        (1, "190", "", "TAL", "claimed", "Vladimir Putin"),  # whom Western services fight
        (2, "154", "RUS", "", "conditional", "Sergey Lavrov"),  # troops, if Tajikistan is attacked
        (2, "072", "", "TAL", "happened", None),  # weapons that were passed on
        (2, "057", "RUS", "TAL", "possible", None),  # the agreement of the first scenario
    ],
)
def test_the_reports_hold_what_a_careful_reader_says(
    reports: list[Record], report: int, cameo: str, actor: str, recipient: str, status: str, holder: str | None
) -> None:
    record = reports[report]
    speakers = {one.id: one.speaker.name for one in record.attributions}
    found = [
        claim
        for claim in record.claims
        if (claim.event.cameo or "").startswith(cameo)
        and (not actor or any((party.code or "").startswith(actor) for party in claim.actors))
        and (not recipient or any((party.code or "").startswith(recipient) for party in claim.recipients))
    ]
    told = {(claim.status, speakers[claim.attribution[-1]] if claim.attribution else None) for claim in found}
    assert (status, holder) in told

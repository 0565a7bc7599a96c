"""Acts of force, pressure, rupture, aid and withdrawal in sentences as long as those of reports."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from tests.reading.events.told import Told


class Sentence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence of ours: one of `types`, done by `actor` to `recipient` (head words, empty where not asked)."""

    types: tuple[str, ...]
    actor: str
    recipient: str
    text: str


class Suite(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    conflict: tuple[Sentence, ...]


SUITE = msgspec.yaml.decode(Path(__file__).with_name("conflict.yaml").read_bytes(), type=Suite)


@pytest.mark.parametrize("sentence", [pytest.param(one, id=one.text[:60]) for one in SUITE.conflict])
def test_acts_of_conflict(sentence: Sentence, told_in: Callable[[str], list[Told]]) -> None:
    found = [told for told in told_in(sentence.text) if told[0] in sentence.types]
    assert any(
        sentence.actor in (*actors.split(), "") and sentence.recipient in (*recipients.split(), "")
        for _, actors, recipients in found
    )


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The couple abandoned the car outside the ministry.", {"SANCTION", "RETREAT"}),
        ("The city fell silent when the sirens stopped.", {"ASSAULT"}),
        ("The minister answered the question with a smile.", {"ASSAULT"}),
        ("The opposition called on its supporters to stay at home, a boycott that suits the president.", {"CONCEDE"}),
        ("The Guards test-fired a cruise missile from a lorry.", {"ASSAULT"}),
        ("China stopped buying Australian barley.", {"COOPERATE"}),
        ("The refugees poured across the border.", {"ASSAULT"}),
    ],
)
def test_what_is_no_act_of_conflict(text: str, types: set[str], told_in: Callable[[str], list[Told]]) -> None:
    assert not types & {told[0] for told in told_in(text)}

"""CAMEO codes, and their way to PLOVER."""

import pytest

from sayso.lexicon.files import LexiconError
from sayso.lexicon.ontology import Ontology

ONTOLOGY = Ontology.load()
TYPES = {
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "SANCTION", "PROTEST", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip


@pytest.mark.parametrize(
    ("cameo", "plover", "quad", "goldstein"),
    [
        ("010", None, 1, 0.0),
        ("036", "AGREE", 1, 4.0),
        ("054", "SUPPORT", 1, 6.0),
        ("0841", "RETREAT", 2, 7.0),
        ("085", "CONCEDE", 2, 7.0),
        ("116", "ACCUSE", 3, -2.0),
        ("161", "SANCTION", 4, -4.0),
        ("1724", "COERCE", 4, -5.0),
        ("1951", "ASSAULT", 4, -10.0),
    ],
)
def test_codes(cameo: str, plover: str | None, quad: int, goldstein: float) -> None:
    assert ONTOLOGY.plover(cameo) == plover
    assert ONTOLOGY.quad(cameo) == quad
    assert ONTOLOGY.goldstein(cameo) == goldstein


def test_all_twenty_roots_have_a_name_and_a_class() -> None:
    roots = [f"{root:02d}" for root in range(1, 21)]
    assert all(ONTOLOGY.name(root) and ONTOLOGY.quad(root) in (1, 2, 3, 4) for root in roots)


def test_every_code_has_a_type_but_statements() -> None:
    assert {ONTOLOGY.plover(code.code) for code in ONTOLOGY.codes if not code.code.startswith("01")} == TYPES


def test_unknown_codes_have_nothing() -> None:
    assert (ONTOLOGY.plover("99"), ONTOLOGY.goldstein("99"), ONTOLOGY.quad("99"), ONTOLOGY.name("99")) == (None,) * 4


def test_the_mapping_is_a_setting() -> None:
    assert ONTOLOGY.plover("163") == "SANCTION"
    assert Ontology.load("coders").plover("163") == "COERCE"
    assert (Ontology.load().plover("063"), Ontology.load("coders").plover("063")) == ("COOPERATE", "ACCUSE")
    with pytest.raises(LexiconError, match="there are: by-root, coders, plover"):
        Ontology.load("none-such")


@pytest.mark.parametrize(
    ("outer", "inner", "code"),
    [("appeal", "0871", "0256"), ("demand", "0841", "1053"), ("intent", "190", "138"), ("refusal", "040", "125")],
)
def test_acts_about_acts(outer: str, inner: str, code: str) -> None:
    assert ONTOLOGY.compose(outer, inner) == code


def test_a_composition_only_gives_codes_there_are() -> None:
    known = {code.code for code in ONTOLOGY.codes}
    for outer in (
        "appeal",
        "demand",
        "intent",
        "consent",
        "threat",
        "refusal",
        "unwillingness",
        "accusation",
        "accused",
    ):
        given = {ONTOLOGY.compose(outer, code) for code in known} - {None, ""}
        assert given, outer
        assert given <= known, outer

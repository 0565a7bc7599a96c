"""Dictionaries in PETRARCH's syntax (made up for these tests) become vocabulary that loads and codes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.ingest import petrarch
from sayso.lexicon.actors import ActorEntry, ActorLexicon
from sayso.lexicon.events import EventLexicon, Pattern
from sayso.model.document import Document
from sayso.model.record import Claim
from sayso.reading.reader import Options, Reader

ACTORS = """
# Actors of a quarrel about fish
NORWAY_ [NOR]
+NORGE_
+OSLO_
HARBOUR_FRONT_   ; armed
+FRONT_OF_THE_HARBOUR_
\t[NORREB]
KARI_NORDHAVN_
+K._NORDHAVN_
\t[NORGOV 20100101-20141231]
\t[NOROPP >150101] ; left the cabinet
\t[NORELI]
OLD_BOARD_ [---]
NAMELESS_CODE_
BAD_DAY_ [NORGOV 20109999]
XQZ_ [IGOXQZ]
"""
AGENTS = """
!PERSON! = MAN, MEN
WHALER [~LAB]
KELP!PERSON! [~AGR]
FARMER [~AGR]
HARBOUR_GUARD {HARBOUR_GUARDS} [~COP]
CHIEF [GOV]
"""
VERBS = """
&VESSEL
+TRAWLER
+FISHING_BOAT

--- IMPOUND [175] ---
IMPOUND
TOW {TOWED TOWS TOWING } [174]
+LUG_OFF
RE_+IMPOUND
- * &VESSEL [171]  # seized
- * NETS FROM + [171]
- * TO COURT [115]
- * {FISHING RIGHTS} [163]
- * HANDS [---]
- SKIPPER * [040]
- % * CATCH [050:050]
- WILL NOT * [120]
- * ^ + [120]
- * RUM [999]
~ (a (b C) D) = x y z
"""


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> petrarch.Imported:
    folder = tmp_path_factory.mktemp("dictionaries")
    for name, text in (("actors.txt", ACTORS), ("agents.txt", AGENTS), ("verbs.txt", VERBS)):
        (folder / name).write_text(text, encoding="utf-8")
    return petrarch.convert([folder / "actors.txt"], [folder / "agents.txt"], [folder / "verbs.txt"])


@pytest.fixture(scope="module")
def vocabulary(imported: petrarch.Imported, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("vocabulary") / "mine.yaml"
    kinds = {"actors": imported.actors, "classes": imported.classes, "events": imported.events}
    path.write_text(petrarch.as_yaml(kinds), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def claims(vocabulary: Path) -> Callable[..., tuple[Claim, ...]]:
    reader = Reader.load(Options(lexicon=(str(vocabulary),)))
    return lambda text, published=None: reader.read(Document(text, published=published)).claims


def actor(found: petrarch.Imported, name: str) -> ActorEntry:
    return next(entry for entry in found.actors if entry.name == name)


def pattern(found: petrarch.Imported, cameo: str) -> Pattern:
    return next(entry for entry in found.events if entry.cameo == cameo)


def reasons(found: petrarch.Imported, text: str) -> list[str]:
    return [left.reason for left in found.left_out if text in left.text]


def test_a_group_keeps_its_names_and_its_code(imported: petrarch.Imported) -> None:
    group = actor(imported, "Harbour Front")
    assert (group.kind, group.code, group.country) == ("armed-group", "NORREB", "NOR")
    assert group.aka == "Front of the Harbour"


def test_a_state_keeps_what_sayso_knows_and_gets_the_new_names(imported: petrarch.Imported) -> None:
    state = actor(imported, "Norway")
    assert "Norge" in state.aka
    assert (state.kind, state.adj, state.seats) == ("state", "Norwegian", "Oslo")


def test_a_person_keeps_dated_codes(imported: petrarch.Imported, vocabulary: Path) -> None:
    assert actor(imported, "Kari Nordhavn~").codes == "NORGOV 2010-01-01..2014-12-31; NOROPP 2015-01-01.."
    lexicon = ActorLexicon.load([vocabulary])
    person = next(p for p in lexicon.persons if p.name == "Kari Nordhavn")
    codes = [lexicon.post(person, day)[0] for day in ("2012-05-01", "2016-05-01", "2008-05-01")]
    assert codes == ["NORGOV", "NOROPP", "NORELI"]


def test_short_names_stay_in_capitals(imported: petrarch.Imported) -> None:
    assert actor(imported, "XQZ").kind == "igo"


def test_agents_become_sorts_with_their_plurals(imported: petrarch.Imported) -> None:
    sorts = {entry.code: (entry.name, *entry.words.split("; ")) for entry in imported.actors if entry.kind == "sort"}
    assert sorts["LAB"] == ("whaler", "whalers")
    assert sorts["AGR"] == ("kelpman", "kelpmen", "farmer", "farmers")
    assert sorts["COP"] == ("harbour guard", "harbour guards")


def test_patterns_say_what_the_dictionary_said(imported: petrarch.Imported) -> None:
    assert pattern(imported, "050").reciprocal
    assert pattern(imported, "040").subjects == ("skipper",)
    assert "impound fishing rights" in pattern(imported, "163").verbs
    assert pattern(imported, "010").hidden
    nets = next(p for p in imported.events if "nets" in p.objects)
    assert (nets.cameo, nets.to) == ("171", ("from",))
    assert imported.classes[0].words == ("trawler", "trawlers")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("OLD_BOARD_", "null code"),
        ("NAMELESS_CODE_", "without a code"),
        ("BAD_DAY_", "no day 20109999"),
        ("CHIEF [GOV]", "does not follow a country's"),
        ("FISHING_BOAT", "single words"),
        ("RE_+IMPOUND", "first word is not the verb"),
        ("WILL NOT", "more than one word before the verb"),
        ("* ^ +", "skips a clause"),
        ("[999]", "no CAMEO code '999'"),
        ("~ (a", "transformation"),
    ],
)
def test_what_does_not_fit_is_listed_with_its_reason(imported: petrarch.Imported, text: str, reason: str) -> None:
    (found,) = reasons(imported, text)
    assert reason in found


def test_left_out_lines_are_numbered_as_in_the_file(imported: petrarch.Imported) -> None:
    left = next(one for one in imported.left_out if "OLD_BOARD_" in one.text)
    assert left.line == ACTORS.splitlines().index("OLD_BOARD_ [---]") + 1


@pytest.mark.parametrize(
    ("text", "code", "actor", "recipient"),
    [
        ("The Harbour Front impounded trawlers from Denmark.", "171", "NORREB", "DNK"),
        ("XQZ impounded Denmark.", "175", "IGOXQZ", "DNK"),
        ("Norwegian farmers impounded Denmark.", "175", "NORAGR", "DNK"),
        ("Norwegian harbour guards lugged off Danish whalers.", "175", "NORCOP", "DNKLAB"),
        ("Norway impounded the fishing rights of Denmark.", "163", "NOR", "DNK"),
        ("Norge towed Denmark.", "174", "NOR", "DNK"),
    ],
)
def test_the_vocabulary_codes(
    claims: Callable[..., tuple[Claim, ...]], text: str, code: str, actor: str, recipient: str
) -> None:
    (claim,) = claims(text)
    assert claim.event.cameo == code
    assert ([p.code for p in claim.actors], [p.code for p in claim.recipients]) == ([actor], [recipient])


def test_a_hidden_pattern_keeps_the_verb_off(claims: Callable[..., tuple[Claim, ...]]) -> None:
    assert not claims("Norway impounded Denmark's hands.")


def test_the_code_of_a_person_follows_the_date(claims: Callable[..., tuple[Claim, ...]]) -> None:
    text = "Kari Nordhavn impounded Danish ships in the harbour."
    found = [claims(text, day)[0].actors[0].code for day in ("2012-03-01", "2016-03-01")]
    assert found == ["NORGOV", "NOROPP"]


def test_everything_that_comes_out_loads(imported: petrarch.Imported, vocabulary: Path) -> None:
    assert {entry.name for entry in imported.actors} <= {
        entry.name for entry in ActorLexicon.load([vocabulary]).entries
    }
    assert set(imported.events) <= set(EventLexicon.load([vocabulary]).patterns)


@pytest.mark.parametrize(
    "junk",
    [
        "",
        "[" * 100_000,
        "- " * 50_000 + "*",
        "+\n-\n[\n]\n~\n&\n---\n!\n",
        "A_ [",
        "\x00\x01 [NOR]\n_ [NOR]\n- * [050]",
    ],
    ids=["nothing", "brackets", "dashes", "signs", "open", "control"],
)
def test_junk_is_left_out_not_fatal(junk: str, tmp_path: Path) -> None:
    path = tmp_path / "junk.txt"
    path.write_text(junk, encoding="utf-8")
    found = petrarch.convert([path], [path], [path])
    assert not found.events
    assert all(left.line > 0 and left.reason for left in found.left_out)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(petrarch.DictionaryError, match=r"none\.txt"):
        petrarch.convert([tmp_path / "none.txt"])

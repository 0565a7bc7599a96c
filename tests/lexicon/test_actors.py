"""The actors' data: what it holds, what an analyst's file may change, and its own examples."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.lexicon.actors import ActorEntry, ActorLexicon, listing, plain, tokens_of
from sayso.lexicon.files import LexiconError, entries, own_files
from sayso.model.flow import Parse
from sayso.reading import actors

ENTRIES = entries("actors", ActorEntry)
YES = [(e.name, text) for e in ENTRIES for text in e.yes]
NO = [(e.name, text) for e in ENTRIES for text in e.no]


@pytest.fixture(scope="module")
def lexicon() -> ActorLexicon:
    return ActorLexicon.load()


@pytest.mark.parametrize(("name", "text"), YES)
def test_yes_examples_name_their_actor(name: str, text: str, lexicon: ActorLexicon, parsed: Callable[..., Parse]):
    assert name in {actor.name for actor in actors.find(parsed(text), lexicon).actors}


@pytest.mark.parametrize(("name", "text"), NO)
def test_no_examples_do_not(name: str, text: str, lexicon: ActorLexicon, parsed: Callable[..., Parse]):
    assert name not in {actor.name for actor in actors.find(parsed(text), lexicon).actors}


def test_there_are_examples_both_ways():
    assert len(YES) > 25
    assert len(NO) > 8


def test_the_world_is_covered(lexicon: ActorLexicon):
    kinds = [listed.kind for listed in lexicon.by_name.values()]
    assert len(lexicon.states) >= 197
    assert sum(kind not in {"state", "territory", "region", "people"} for kind in kinds) >= 600
    assert kinds.count("igo") >= 150
    assert kinds.count("armed-group") >= 150
    assert len(lexicon.persons) >= 900


def test_files_stay_small_enough_to_load_quickly():
    assert sum(path.stat().st_size for path in own_files("actors")) < 420_000


def test_countries_are_alpha_3_codes():
    odd = {e.country for e in ENTRIES if e.country and not (len(e.country) == 3 and e.country.isupper())}
    assert odd == set()


def test_offices_belong_to_listed_states_and_organisations(lexicon: ActorLexicon):
    known = set(lexicon.by_name) | {listed.country for listed in lexicon.by_name.values()}
    owners = {term.owner for person in lexicon.persons for term in person.terms}
    assert owners - known == set()


def test_terms_end_after_they_begin(lexicon: ActorLexicon):
    terms = [t for person in lexicon.persons for t in person.terms if t.until]
    assert [t for t in terms if t.until and t.until < t.since[: len(t.until)]] == []


@pytest.mark.parametrize(
    ("owner", "role", "when", "name"),
    [
        ("RUS", "president", "2010-06", "Dmitry Medvedev"),
        ("RUS", "leader", "2022-07-19", "Vladimir Putin"),
        ("RUS", "foreign minister", "2003", "Igor Ivanov"),
        ("FRA", "president", "2021", "Emmanuel Macron"),
        ("FRA", "president", "2017-05-14", "Emmanuel Macron"),
        ("DEU", "leader", "2019-03-01", "Angela Merkel"),
        ("IRN", "leader", "2015", "Ali Khamenei"),
        ("NATO", "secretary general", "2024-11", "Mark Rutte"),
    ],
)
def test_offices_resolve_by_date(owner: str, role: str, when: str, name: str, lexicon: ActorLexicon):
    found = lexicon.holder(owner, role, when)
    assert found is not None
    assert found.name == name


def test_a_date_too_coarse_to_decide_decides_nothing(lexicon: ActorLexicon):
    assert lexicon.holder("GBR", "prime minister", "2022") is None
    assert lexicon.holder("GBR", "prime minister", "1971") is None


def test_a_person_of_two_offices_is_one_person(lexicon: ActorLexicon):
    stoltenberg = [p for p in lexicon.persons if p.name == "Jens Stoltenberg"]
    assert len(stoltenberg) == 1
    assert lexicon.post(stoltenberg[0], "2008") == ("NORGOV", "NOR")
    assert lexicon.post(stoltenberg[0], "2019") == ("IGONATO", None)


def test_words_are_normalised_alike():
    assert plain("U.S.") == plain("us") == "us"
    assert tokens_of("Hay'at Tahrir al-Sham") == ("hayat", "tahrir", "al", "sham")
    assert listing("a; b ;;c") == ("a", "b", "c")


def test_an_analysts_file_adds_and_wins(tmp_path: Path):
    mine = tmp_path / "mine.yaml"
    mine.write_text(
        "actors:\n"
        "  - {kind: armed-group, name: Harbour Front, code: XHF, aka: HF}\n"
        "  - {kind: state, name: France, country: FRA, code: FRAX, adj: French}\n"
        "  - {kind: offices, country: FRA, holders: {culture minister: 'Ana Prill 2030-01..'}}\n",
        encoding="utf8",
    )
    lexicon = ActorLexicon.load([mine])
    assert lexicon.by_name["Harbour Front"].code == "XHF"
    assert lexicon.by_name["France"].code == "FRAX"
    held = lexicon.holder("FRA", "culture minister", "2031")
    assert held is not None
    assert held.name == "Ana Prill"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("actors:\n  - {kind: state, nam: France}\n", "nam"),
        ("actors:\n  - {kind: offices, country: FRA, holders: {president: 'Ana Prill 2030-01...x'}}\n", "Ana Prill"),
    ],
)
def test_a_wrong_file_is_refused_with_what_is_wrong(content: str, told: str, tmp_path: Path):
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text(content, encoding="utf8")
    with pytest.raises(LexiconError, match=told):
        ActorLexicon.load([wrong])


def test_persons_are_listed_together(tmp_path: Path):
    file = tmp_path / "more.yaml"
    file.write_text(
        "actors:\n  - {kind: persons, country: NOR, code: NORLEG, words: Ola Bergheim; Kari Dahl~ = Kari Daal}\n"
    )
    people = {p.name: p for p in ActorLexicon.load([file]).persons}
    assert (people["Ola Bergheim"].code, people["Ola Bergheim"].alone) == ("NORLEG", True)
    assert (people["Kari Dahl"].country, people["Kari Dahl"].alone) == ("NOR", False)

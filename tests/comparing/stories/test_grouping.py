"""Stories out of a stream: one event together, others apart, sagas by event, copies once, memory bounded."""

import datetime as dt
from collections.abc import Iterator

import pytest

from sayso.comparing.stories import Grouper, Settings, place
from sayso.lexicon.commonness import Commonness
from sayso.model.document import Document

COMMON = Commonness.load()
PLACES = ("Arlen", "Brumley", "Castor", "Dunmore", "Elswick", "Farrow", "Gorlan", "Hexby", "Ivarsk", "Jorvik")
ACTS = (
    (
        "The bridge over the {0} gorge collapsed at dawn; rust had eaten its pylons, engineers say of the bridge.",
        "Rusted pylons brought down the old bridge near {0}. Engineers inspect what is left of it in the gorge.",
        "Engineers had warned of rust for years. Now the {0} bridge lies in the gorge, pylons and all.",
    ),
    (
        "Bus drivers in {0} end their strike: the union and the transport company agree on wages for two years.",
        "After nine days the {0} bus strike is over. Drivers get higher wages, their union announced.",
        "The transport company of {0} gives in to striking bus drivers and raises wages, as the union demanded.",
    ),
    (
        "Swamp fever can be prevented: regulators license a vaccine that a laboratory in {0} tried on volunteers.",
        "The vaccine against swamp fever from {0} is licensed. Regulators had weighed trials with volunteers.",
        "Regulators let the {0} laboratory sell its swamp fever vaccine, a year after the first volunteers got it.",
    ),
    (
        "Burglars stole four paintings from the {0} museum overnight, having cut a hole in the roof of its gallery.",
        "Four paintings are missing in {0}: burglars came through the roof of the museum's gallery.",
        "Through the roof, out with four canvases: how burglars robbed the museum gallery in {0} of its paintings.",
    ),
    (
        "Judges annul the council election in {0} because ballots were printed without serial numbers.",
        "{0} must vote again, judges ruled: the ballots of the council election bore no serial numbers.",
        "Unnumbered ballots undo the {0} council election. Judges annulled it on a complaint of two voters.",
    ),
)


def article(key: str, place_name: str, act: int, day: int | None, outlet: int = 0, word: str = "") -> Document:
    """One outlet's account of one event of our own making."""
    when = None if day is None else (dt.date(2031, 3, 1) + dt.timedelta(days=day)).isoformat()
    text = f"{ACTS[act][outlet % 3].format(place_name)} {word}".strip()
    return Document(text, id=key, source=f"Outlet {outlet}", published=when)


def stories(documents: list[Document], settings: Settings | None = None) -> dict[str, str]:
    return {one.document: one.story for one in place(documents, COMMON, settings)}


def test_accounts_of_one_event_are_one_story_and_other_events_are_not() -> None:
    stream = [article(f"{p}-{o}", PLACES[p], p, day=p // 4, outlet=o) for o in range(3) for p in range(5)]
    found = stories(stream)
    assert len(set(found.values())) == 5
    for p in range(5):
        assert len({story for key, story in found.items() if key.startswith(f"{p}-")}) == 1


def test_one_pair_a_document_in_order_with_stable_ids() -> None:
    stream = [article("a", "Arlen", 0, 0), article("b", "Brumley", 1, 0), article("c", "Arlen", 0, 1, outlet=1)]
    first = [(one.document, one.story) for one in place(stream, COMMON)]
    assert [key for key, _ in first] == ["a", "b", "c"]
    assert first == [(one.document, one.story) for one in place(iter(stream), COMMON)]
    assert first[0][1] == first[2][1] != first[1][1]
    assert stories([stream[0]])["a"] == first[0][1]


def test_it_answers_each_document_before_it_sees_the_next() -> None:
    seen: list[str] = []

    def stream() -> Iterator[Document]:
        for k in range(3):
            seen.append(f"d{k}")
            yield article(f"d{k}", PLACES[k], k, k)

    for k, one in enumerate(place(stream(), COMMON)):
        assert (one.document, len(seen)) == (f"d{k}", k + 1)


def test_a_saga_falls_apart_into_its_events_by_time() -> None:
    saga = [article(f"d{day}", "Castor", 1, day, outlet=day, word=f"Day {day} of it.") for day in range(0, 40, 2)]
    sizes = [list(stories(saga).values()).count(story) for story in set(stories(saga).values())]
    assert len(sizes) > 3
    assert max(sizes) > 1


def test_a_copy_joins_its_original_and_does_not_move_the_story() -> None:
    wire = article("wire", "Dunmore", 3, 0, word="Guards noticed the loss at dawn and called the police of the county.")
    copies = [Document(wire.text + " (Updated)", id=f"copy{k}", title="Roof cut open", published="2031-03-03")
              for k in range(30)]  # fmt: skip
    grouper = Grouper(COMMON)
    placed = [grouper.place(one) for one in (wire, *copies)]
    assert {one.copy_of for one in placed[1:]} == {"wire"}
    assert len({one.story for one in placed}) == 1
    other = article("other", "Dunmore", 3, 2, outlet=1)
    alone = Grouper(COMMON)
    alone.place(wire)
    assert grouper.place(other).alike == pytest.approx(alone.place(other).alike)


def test_the_same_words_weeks_later_are_not_a_copy() -> None:
    word = "The council meets every month, and it met today to hear complaints about noise, litter and the lamps."
    stream = [article(f"d{day}", "Brumley", 1, day, word=word) for day in (0, 5, 12, 40)]
    placed = list(place(stream, COMMON))
    assert [one.copy_of for one in placed] == [None, "d0", None, None]
    assert placed[0].story == placed[1].story != placed[2].story != placed[3].story


def test_a_story_settled_by_hand_is_where_its_document_goes_and_draws_others() -> None:
    stream = [article("a", "Elswick", 4, 0), article("b", "Farrow", 2, 0), article("c", "Farrow", 2, 0, outlet=1)]
    decided = {"b": stories(stream)["a"]}
    found = {one.document: one.story for one in place(stream, COMMON, decided=decided)}
    assert len(set(found.values())) == 1
    apart = {one.document: one.story for one in place(stream, COMMON, decided={"c": "story-mine"})}
    assert apart["c"] == "story-mine" != apart["b"]


def test_what_is_held_is_bounded_by_the_days_a_story_stays_live() -> None:
    grouper, settings = Grouper(COMMON), Settings()
    for k in range(1500):  # ten a day
        grouper.place(article(f"d{k}", f"Place{chr(97 + k % 26)}{chr(97 + k // 26 % 26)}", k % 5, k // 10))
        assert len(grouper) <= 10 * (settings.cold_days + 1)


def test_what_stands_out_in_a_quiet_field_does_not_where_everything_is_alike() -> None:
    last = article("last", "Gorlan", 0, 1, outlet=1)
    quiet = [article("a", "Arlen", 0, 0), article("b", "Farrow", 2, 0), article("c", "Castor", 3, 0)]
    busy = [article(f"b{k}", place_name, 0, 0) for k, place_name in enumerate(PLACES[:6])]
    settings = Settings(alike=0.0, day_cost=0.0)
    scores = []
    for stream in (quiet, busy):
        grouper = Grouper(COMMON, settings, {one.id: f"story-{one.id}" for one in stream})
        for one in stream:
            grouper.place(one)
        scores.append(grouper.place(last).alike)
    assert scores[0] > scores[1]


def test_a_stream_of_one_day_is_bounded_by_the_number_of_live_stories() -> None:
    grouper = Grouper(COMMON, Settings(max_live=20, max_prints=2))
    for k in range(200):
        grouper.place(article(f"d{k}", f"Place{chr(97 + k % 26)}{chr(97 + k // 26)}", k % 5, 0))
        assert len(grouper) <= 20


def test_only_so_many_prints_of_one_story_are_kept() -> None:
    settings, long = Settings(max_prints=2), "The court in Gorlan heard witness number {0} about {0} missing ballots. "
    texts = [" ".join(long.format(k * 100 + n) for n in range(8)) for k in range(5)]
    stream = [Document(text, id=f"d{k}", published="2031-03-01") for k, text in enumerate(texts)]
    last = [Document(texts[0], id="early"), Document(texts[4], id="late")]
    placed = [one.copy_of for one in place([*stream, *last], COMMON, settings)]
    assert placed[-2:] == [None, "d4"]


HOSTILE = [
    Document("", id="empty"),
    Document("   \n", id="blank", title=" "),
    Document("x" * 200_000, id="one-word", published="2031-03-01"),
    Document("boom " * 100_000, id="one-word-again", published="2031-03-01"),
    Document("Ballots. " * 10, id="far", published="9999-12-31"),
    Document("Ballots. " * 10, id="long-ago", published="0001-01-01"),
    Document("Ballots were burnt in Hexby.", id="year-only", published="2031"),
    Document("Ballots were burnt in Hexby.", id="twice"),
    Document("A wholly different text about glaciers and moraines.", id="twice"),
    Document("选举被法院宣布无效 \ud800 \x00", id="other-script"),
]


@pytest.mark.parametrize("order", ["forth", "back"])
def test_hostile_documents_each_get_one_story(order: str) -> None:
    stream = HOSTILE if order == "forth" else HOSTILE[::-1]
    placed = list(place(stream, COMMON))
    assert [one.document for one in placed] == [one.id for one in stream]
    assert len({one.story for one in placed if one.document in ("empty", "blank")}) == 2


def test_a_late_document_still_finds_its_story() -> None:
    stream = [article("a", "Ivarsk", 0, 3), article("b", "Jorvik", 2, 5), article("late", "Ivarsk", 0, 2, outlet=1)]
    found = stories(stream)
    assert found["late"] == found["a"]


def test_documents_without_a_date_are_of_the_stream_s_day() -> None:
    stream = [article("a", "Arlen", 3, 0), article("b", "Castor", 1, 30), article("c", "Castor", 1, None, outlet=1)]
    found = stories(stream)
    assert found["c"] == found["b"]

"""The drawn timeline: in order, within its frame, rows that do not touch, open ends open."""

from sayso.show.page.picture import SYMBOL, Dated, draw


def event(number: int, start: str | None, end: str | None) -> Dated:
    return Dated(number, "happened", f"event {number}", start, end)


def test_events_stand_in_the_order_of_their_dates() -> None:
    picture = draw([event(1, "2017", "2017"), event(2, "2019-05", "2019-05"), event(3, "2021-08-15", "2021-08-15")])
    assert picture is not None
    places = [symbol.x for symbol in picture.symbols]
    assert places == sorted(places)
    assert all(0 <= symbol.x0 <= symbol.x <= symbol.x1 <= picture.width for symbol in picture.symbols)
    assert [tick.text for tick in picture.ticks] == ["2017", "2018", "2019", "2020", "2021"]


def test_events_of_one_day_stand_in_rows_of_their_own() -> None:
    picture = draw(
        [event(k, "2021-08-15", "2021-08-15") for k in range(1, 6)]
        + [event(6, "2020", "2020"), event(7, "2019", "2019")]
    )
    assert picture is not None
    same_day = [symbol for symbol in picture.symbols if symbol.number < 6]
    assert len({symbol.y for symbol in same_day}) == 5
    for a in picture.symbols:
        for b in picture.symbols:
            assert a.number == b.number or a.y != b.y or abs(a.x - b.x) >= SYMBOL - 1
    assert max(symbol.y for symbol in picture.symbols) < picture.height


def test_open_ends_are_drawn_open_and_undated_events_stand_aside() -> None:
    picture = draw([event(1, "2017", None), event(2, None, "2020"), event(3, "2019", "2019"), event(4, None, None)])
    assert picture is not None
    since, before, _, undated = picture.symbols
    assert since.open_end
    assert not since.open_start
    assert before.open_start
    assert picture.undated_x is not None
    assert undated.x > picture.undated_x
    assert all(symbol.x1 < picture.undated_x for symbol in (since, before))


def test_too_few_dates_make_no_picture() -> None:
    assert draw([event(1, "2020", "2020"), event(2, "2021", "2021")]) is None
    assert draw([event(1, "2020", "2020"), event(2, None, None), event(3, None, None)]) is None
    assert draw([]) is None

"""Rarity: what the stream has often weighs little, what was often long ago weighs more again; bounded vocabulary."""

import pytest

from sayso.comparing.stories import rarity
from sayso.comparing.stories.rarity import Rarity
from sayso.lexicon.commonness import Commonness

COMMON = Commonness({"the": 0.0, "harbour": 1.0})


def fresh() -> Rarity:
    return Rarity(COMMON, prior=50.0, half_life=10.0)


def test_before_the_stream_says_anything_the_table_of_common_words_does() -> None:
    found = fresh().weigh(["the", "harbour", "zeppelin"])
    assert found["the"] < found["harbour"] < found["zeppelin"]


def test_a_word_of_every_article_comes_to_weigh_nothing() -> None:
    one = fresh()
    weights = [one.weigh(["zeppelin", f"other{k}"])["zeppelin"] for k in range(500)]
    assert weights == sorted(weights, reverse=True)
    assert weights[-1] < 0.2


def test_what_was_common_long_ago_is_rare_again() -> None:
    one = fresh()
    for k in range(200):
        one.weigh(["zeppelin", f"a{k}"])
    before = one.weigh(["zeppelin"])["zeppelin"]
    for k in range(200):
        one.advance(1)
        one.weigh([f"b{k}"])
    assert one.weigh(["zeppelin"])["zeppelin"] > before + 1


def test_time_without_end_leaves_finite_weights() -> None:
    one = fresh()
    for _ in range(50):
        one.weigh(["zeppelin"])
        one.advance(1_000_000)
    assert 0.0 <= one.weigh(["zeppelin"])["zeppelin"] < 20.0


def test_the_vocabulary_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rarity, "_MAX_TERMS", 100)
    one = fresh()
    for k in range(300):
        one.weigh(["zeppelin", f"once{k}"])
    assert len(one._counts) <= 100
    assert one.weigh(["zeppelin"])["zeppelin"] < 0.5

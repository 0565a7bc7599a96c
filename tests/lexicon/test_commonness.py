"""How common words are."""

import pytest

from sayso.lexicon.commonness import RAREST, Commonness
from sayso.lexicon.stems import stem

COMMON = Commonness.load()


@pytest.mark.parametrize(("common", "rare"), [("say", "talk"), ("year", "volcano"), ("people", "fishermen")])
def test_common_words_tell_less(common: str, rare: str) -> None:
    assert COMMON.rarity(stem(common)) < COMMON.rarity(stem(rare))


def test_the_range() -> None:
    assert COMMON.rarity("the") == 0.0
    assert COMMON.rarity(stem("zarzuela")) == RAREST
    assert COMMON.rarity("u.s") == COMMON.rarity("us")

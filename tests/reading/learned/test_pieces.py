"""Words to word pieces: every word has a place, whatever the words are, and no piece of a sentence is too long."""

import pytest
from tokenizers import Tokenizer

from sayso.reading.learned.encoder import Encoder
from sayso.reading.learned.pieces import LONGEST, PIECES_A_WORD, chunks


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Encoder.load().tokenizer


def test_every_word_has_the_place_of_its_first_piece(parsed, tokenizer):
    parse = parsed("Kyrgyzstan's president didn't resign.")
    (chunk,) = chunks(parse, [0], tokenizer)
    assert (chunk.first, chunk.last) == (0, len(parse.words))
    firsts = [tokenizer.id_to_token(chunk.ids[place]) for place in chunk.places]
    assert firsts[-2:] == ["resign", "."]
    assert firsts[0] == "kyrgyzstan"
    assert len(set(chunk.places)) == len(parse.words)


def test_a_long_sentence_is_read_in_several_goes_that_miss_no_word(parsed, tokenizer):
    parse = parsed("They named " + ", ".join(f"General Ovchinnikov-{k}" for k in range(120)) + ".")
    found = chunks(parse, range(len(parse.sentences)), tokenizer)
    assert [i for chunk in found for i in range(chunk.first, chunk.last)] == list(range(len(parse.words)))
    assert len(found) > len(parse.sentences)
    assert all(len(chunk.ids) <= LONGEST + 1 for chunk in found)


@pytest.mark.parametrize(
    "text", ["!" * 4000, "http://" + "a1/" * 900, "\u4e2d" * 500, "a" * 999, "e\u0301\u200d\ufe0f x"]
)
def test_odd_words_cost_a_bounded_number_of_pieces(parsed, tokenizer, text):
    parse = parsed(f"He wrote {text} today.")
    found = chunks(parse, range(len(parse.sentences)), tokenizer)
    assert sum(len(chunk.places) for chunk in found) == len(parse.words)
    for chunk in found:
        assert all(0 <= place < len(chunk.ids) for place in chunk.places)
        assert len(chunk.ids) <= 2 + PIECES_A_WORD * len(chunk.places)


def test_a_parse_of_nothing_has_no_chunks(parsed, tokenizer):
    assert chunks(parsed(""), [], tokenizer) == []

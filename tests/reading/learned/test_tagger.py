"""What the encoder says of sentences it was not trained on: enough to see that words and labels belong together."""

import pytest

from sayso.reading.learned import Tagger


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger.load()


def words(parse, probabilities, first):
    return {parse.words[first + k].text for k, p in enumerate(probabilities) if p >= 0.5}


def test_source_cue_and_content_are_found_at_their_words(parsed, tagger):
    parse = parsed("The harbour master said that the ferry had left without its cargo.")
    (sentence,) = tagger.read(parse).sentences
    assert words(parse, sentence.cue, sentence.first) == {"said"}
    assert "master" in words(parse, sentence.source, sentence.first)
    assert {"ferry", "left", "cargo"} <= words(parse, sentence.content, sentence.first)


def test_certainty_tells_what_did_not_happen_from_what_did(parsed, tagger):
    parse = parsed("The fishermen reached the island. The fishermen did not reach the island.")
    reading = tagger.read(parse)
    reached, reach = (word.i for word in parse.words if word.text in ("reached", "reach"))
    assert reading.certainty(reached) > 2
    assert reading.certainty(reach) < -1


def test_every_word_has_its_figures_and_each_is_in_range(parsed, tagger):
    parse = parsed("“Nobody told us,” a baker typed (twice). " + "!?" * 90 + " What a shameful, cowardly betrayal!")
    reading = tagger.read(parse)
    assert len(reading.sentences) == len(parse.sentences)
    for sentence, found in zip(parse.sentences, reading.sentences, strict=True):
        assert (found.first, found.last) == (sentence.first, sentence.last)
        for row in (found.source, found.cue, found.content):
            assert len(row) == sentence.last - sentence.first
            assert all(0 <= value <= 1 for value in row)
        assert all(-3 <= value <= 3 for value in found.certainty)
        assert 0 <= found.subjective <= 1
        assert 0 <= found.slanted <= 1


def test_how_a_target_is_written_about_is_told_of_that_target(parsed, tagger):
    parse = parsed("Volunteers bravely rescued the children whom the cruel landlord had abandoned.")
    at = {word.text: (word.i, word.i + 1) for word in parse.words}
    good, bad = tagger.sentiment(parse, [at["Volunteers"], at["landlord"]])
    assert (good.label, bad.label) == (1, -1)
    assert 0 < good.score <= 1


def test_sentiment_is_the_same_from_a_reading_of_the_whole(parsed, tagger):
    parse = parsed("The mayor visited the school on Monday.")
    assert tagger.sentiment(parse, [(0, 2)]) == tagger.read(parse).sentiment([(0, 2)])


def test_sentences_that_were_not_asked_for_read_as_nothing(parsed, tagger):
    parse = parsed("The navy said it had left. The army said it had stayed.")
    reading = tagger.read(parse, [1])
    assert set(reading.sentences[0].cue) == {0.0}
    assert max(reading.sentences[1].cue) > 0.5
    assert reading.sentiment([(0, 2)])[0].score == 0.0


def test_a_parse_of_nothing_reads_as_nothing(parsed, tagger):
    reading = tagger.read(parsed(""))
    assert reading.sentences == ()
    assert reading.sentiment([]) == ()

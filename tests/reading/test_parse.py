"""The parse keeps the offsets of the text as it was given."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Kyiv said Moscow shelled Kharkiv.",
        "\ufeffKy\u00adiv said\r\nMoscow shelled\u200b Kharkiv.\r\n\r\nA second paragraph.",
        "The cafe\u0301 in I\u0307zmir closed.\tThe mayor left.",
    ],
)
def test_words_stand_where_the_text_has_them(parsed, text):
    found = parsed(text)
    for word in found.words:
        span = found.span(word.i, word.i + 1)
        assert text[span.start : span.end] == span.text
        assert span.text.strip() == span.text
    assert found.sentences[-1].last == len(found.words)


def test_soft_hyphens_do_not_split_words(parsed):
    found = parsed("Ky\u00adiv protested.")
    assert found.words[0].text == "Kyiv"
    assert found.span(0, 1).text == "Ky\u00adiv"


@pytest.mark.parametrize("text", ["", "   \n\n  ", "word", "x" * 50_000, "Ha. " * 20_000])
def test_empty_and_huge(parsed, text):
    found = parsed(text)
    assert all(word.head < len(found.words) for word in found.words)


def test_a_line_break_inside_a_paragraph_is_a_space(parsed):
    assert len(parsed("The minister said that\nthe talks had failed.").sentences) == 1

"""A page's parts by their shape: covered in order, the story kept, the furniture out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lexicon.furniture import FurnitureLexicon
from sayso.model.document import Document
from sayso.reading.sections import describe, find

LEXICON = FurnitureLexicon.load()
STORY = "The ministry said on Friday that two posts on the northern border had been hit during the night by rockets."
MORE = "Nobody was hurt, an officer told reporters, but the road to the valley was closed until the following morning."
PAGE = f"""Rockets hit two posts on the northern border
The attack is the third since the truce of last spring was signed in the capital.

By Lena Ortiz, Northern Wire
4 May 2022, 10:15 GMT

{STORY}

ADVERTISEMENT

{MORE}

A road that “leads nowhere”

{STORY}

What is the Valley League?

The League was founded in 1996 by three villages that wanted to sell their salt together at one price.

Tags: border, rockets
Related articles
A football match and its consequences
Leave a Reply
"""


def laid_out(text: str, **meta: str) -> list[tuple[str, str]]:
    document = Document(text, **meta)  # type: ignore[arg-type]
    return [(section.kind, text[section.start : section.end]) for section in find(document, LEXICON)]


def kinds(text: str, **meta: str) -> list[str]:
    return [kind for kind, _ in laid_out(text, **meta)]


def test_a_whole_page() -> None:
    assert kinds(PAGE) == [
        "headline", "deck", "byline", "dateline", "body", "boilerplate", "body", "subheading", "body", "subheading",
        "background", "boilerplate",
    ]  # fmt: skip


def test_what_a_page_says_of_itself() -> None:
    document = Document(PAGE)
    said = describe(document, find(document, LEXICON), LEXICON)
    assert said == ("Rockets hit two posts on the northern border", "Lena Ortiz", "Northern Wire")


def test_what_is_given_wins() -> None:
    document = Document(PAGE, title="Given", author="Somebody", source="Elsewhere")
    assert describe(document, find(document, LEXICON), LEXICON) == ("Given", "Somebody", "Elsewhere")


def test_a_journal_opening_names_its_author() -> None:
    document = Document(f"night_heron (night_heron) wrote,\n\n\n{STORY}\n\n{MORE}\n", url="https://www.example.org/1")
    sections = find(document, LEXICON)
    assert [section.kind for section in sections] == ["byline", "body"]
    assert describe(document, sections, LEXICON) == (None, "night_heron", "example.org")


@pytest.mark.parametrize("text", ["Russia attacked.", STORY, "One word", "word", f"{STORY}\n"])
def test_a_sentence_alone_is_body(text: str) -> None:
    assert kinds(text) == ["body"]


@pytest.mark.parametrize("text", ["", " \n\t\n ", "\u00a0"])
def test_white_space_alone_has_no_sections(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("opening", "source"),
    [
        ("KABUL, Aug 15 (Reuters) - ", "Reuters"),
        ("(CNN) ", "CNN"),
        ("GENEVA, 4 May 2022 – ", None),
        ("MOSCOW, March 3. /TASS/. ", "TASS"),
    ],
)
def test_a_dateline_is_cut_off_the_first_paragraph(opening: str, source: str | None) -> None:
    text = f"{opening}{STORY}\n\n{MORE}"
    parts = laid_out(text)
    assert [kind for kind, _ in parts] == ["dateline", "body"]
    assert parts[1][1].startswith("The ministry")
    document = Document(text)
    assert describe(document, find(document, LEXICON), LEXICON).source == source


def test_a_title_repeated_at_the_head_is_the_headline() -> None:
    title = "Rockets ‘hit’ two posts"
    assert kinds(f"Rockets 'hit' two posts\n\n{STORY}", title=title) == ["headline", "body"]
    assert kinds(f"Rockets 'hit' two posts. {STORY}", title=title) == ["headline", "body"]
    assert kinds(f"4 May 2022 Rockets 'hit' two posts. {STORY}", title=title) == ["dateline", "headline", "body"]


def test_a_title_that_only_begins_the_first_sentence_is_no_headline() -> None:
    assert kinds("Rockets hit two posts on Friday, the ministry said.", title="Rockets hit two posts") == ["body"]


def test_a_title_given_apart_leaves_no_headline_in_the_text() -> None:
    assert "headline" not in kinds(f"Lena Ortiz\n\n{STORY}\n\n{MORE}", title="Border posts under fire at night")


def test_paragraphs_on_neighbouring_lines_are_kept_apart() -> None:
    parts = laid_out(f"{STORY}\n{MORE}\n{STORY}")
    assert parts == [("body", STORY), ("body", MORE), ("body", STORY)]


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "The ministry said on Friday that two posts on the\nnorthern border had been hit during the night by\nrockets."
    )
    assert laid_out(f"{wrapped}\n\n{MORE}") == [("body", f"{wrapped}\n\n{MORE}")]


def test_markdown_headings_without_their_marks() -> None:
    parts = laid_out(f"# Rockets on the border\n\n{STORY}\n\n## The road\n\n{MORE}")
    assert [kind for kind, _ in parts] == ["boilerplate", "headline", "body", "boilerplate", "subheading", "body"]
    assert parts[4][1] == "The road"


def test_a_list_of_short_lines_is_no_row_of_subheadings() -> None:
    text = f"{STORY}\n\n- salt\n- wood\n- furs of the north\n\n{MORE}"
    assert "subheading" not in kinds(text)


def test_furniture_in_the_middle_does_not_end_the_story() -> None:
    assert kinds(f"{STORY}\n\nRelated articles\n\n{MORE}\n\n{STORY}\n\n{MORE}") == ["body", "boilerplate", "body"]


def test_comments_under_a_story_are_no_story() -> None:
    story = "\n\n".join([STORY, MORE, STORY, MORE])
    comments = "\n\n".join(["I was there and saw it all with my own eyes, believe me or not, it was no rocket."] * 9)
    assert kinds(f"{story}\n\n9 Comments\n\n{comments}") == ["body", "boilerplate"]


def test_another_script_in_an_english_page_is_furniture() -> None:
    foreign = "Це перше відео з циклу про мою подорож на північ, де я щодня бачив нові місця та людей."
    assert kinds(f"{STORY}\n\n{foreign}\n\n{MORE}") == ["body", "boilerplate", "body"]
    assert kinds(f"{foreign}\n\n{foreign}") == ["body"]


@given(
    st.text(alphabet=st.sampled_from('aB .?!:\n\r\t-#"“”,()1é\u2028\u00ad\u0301Ж|/')), st.none() | st.text(max_size=30)
)
def test_sections_cover_everything_but_white_space_in_order(text: str, title: str | None) -> None:
    last = 0
    for section in find(Document(text, title=title), LEXICON):
        assert section.start >= last
        assert section.end > section.start
        assert not text[last : section.start].strip()
        piece = text[section.start : section.end]
        assert piece == piece.strip()
        last = section.end
    assert not text[last:].strip()


@pytest.mark.parametrize(
    "unit", ["word ", "Short line\n", "Tags: a\n\n", "# ", f"{STORY} ", "A. B\n\n", "By A B, " * 20]
)
def test_huge_texts_are_covered(unit: str) -> None:
    text = unit * (400_000 // len(unit))
    found = find(Document(text), LEXICON)
    assert sum(len(text[one.start : one.end].split()) for one in found) == len(text.split())


def test_a_neutral_sentence_in_front_only_shifts_what_follows() -> None:
    front = "The year had been a quiet one until the spring came and the snow went from the hills above the town.\n\n"
    story = f"{STORY}\n\nA road closed\n\n{MORE}"
    assert laid_out(front + story)[-2:] == laid_out(story)[-2:]


def test_capitals_broken_at_a_column_are_paragraphs() -> None:
    lines = [
        "THE MINISTRY SAID ON FRIDAY THAT TWO POSTS ON THE NORTHERN BORDER",
        "HAD BEEN HIT DURING THE NIGHT BY ROCKETS.  NOBODY WAS HURT, BUT THE",
        "ROAD TO THE VALLEY WAS CLOSED UNTIL THE FOLLOWING MORNING, AND THE",
        "SCHOOLS OF BOTH VILLAGES DID NOT OPEN.",
    ]
    text = "\n\n   ".join("\n".join(lines) for _ in range(4))
    assert kinds(text) == ["body"]


def test_names_above_an_agency_are_a_byline() -> None:
    text = f"Lena Ortiz and Omar Said\n\nReuters\n\n{STORY}\n\n{MORE}"
    document = Document(text)
    sections = find(document, LEXICON)
    assert [section.kind for section in sections] == ["byline", "body"]
    assert describe(document, sections, LEXICON) == (None, "Lena Ortiz and Omar Said", "Reuters")


def test_a_dateline_on_a_line_of_its_own() -> None:
    assert kinds(f"HAVANA (AP) --\n\n{STORY}\n\n{MORE}") == ["dateline", "body"]

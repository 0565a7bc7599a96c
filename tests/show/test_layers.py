"""How an account tells it: shades over its text, with their why, and the table that sets the accounts side by side."""

import re

import lxml.html
import msgspec
import pytest
import story
from story import AGENCY, BLOG, words

from sayso.model.comparison import EventName
from sayso.model.document import Note
from sayso.model.record import Actor, Framing, Loaded, Record, SentenceFraming, Share, Towards
from sayso.show import report
from sayso.show.book import Book
from sayso.show.page import manner
from sayso.show.page.citations import Citations
from sayso.show.page.layers import Shade, by_stretch, shades

TRAP = "The usurper Firefly may fall."


def told() -> tuple[Record, ...]:
    """The story's records, the blog's with its framing and the agency's with a loaded word in a quotation."""
    agency, opinion, blog = story.records()
    usurper, fall = words(BLOG, "usurper"), words(BLOG, TRAP)
    border, firefly = words(AGENCY, "shelled"), words(BLOG, "Firefly")
    blog = msgspec.structs.replace(
        blog,
        actors=(Actor(id="act-1", name="Rufus Firefly"),),
        framing=Framing(
            sentences=(
                SentenceFraming(start=fall.start, end=fall.end, subjective=0.8, slanted=0.3, why="may"),
                SentenceFraming(start=fall.end + 1, end=fall.end + 9, subjective=0.2, slanted=0.1),
            ),
            loaded=(
                Loaded(
                    start=usurper.start, end=usurper.end, text="usurper", technique="name-calling", score=0.9,
                    by="narrator", why="<b>denies</b> the title",
                ),
            ),
            towards=(Towards(actor_id="act-1", span=firefly, polarity=-1, score=0.9, by="narrator", role="doer"),),
            shares=(
                Share(by="narrator", actor_id=None, words=30, quoted=0, of_words=0.75, of_quoted=0.0),
                Share(by="Rufus Firefly", actor_id="act-1", words=10, quoted=10, of_words=0.25, of_quoted=1.0),
            ),
        ),
    )  # fmt: skip
    quoted = Loaded(
        start=border.start, end=border.end, text="shelled", technique="loaded language", score=0.6, by="att-1"
    )
    return msgspec.structs.replace(agency, framing=Framing(loaded=(quoted,))), opinion, blog


@pytest.fixture(scope="module")
def html() -> str:
    return report.render(story.comparison(), told())


@pytest.fixture(scope="module")
def page(html: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(html)


def test_a_layer_shades_its_words_and_says_why(page: lxml.html.HtmlElement) -> None:
    (loaded,) = page.xpath("//article[@id='account-C']//*[contains(@class, 'lay-loaded')]")
    assert loaded.get("data-stops") == "loaded"
    (why,) = loaded.xpath(".//*[@class='why why-loaded']")
    assert "Loaded: name-calling: <b>denies</b> the title" in why.text_content()
    (against,) = page.xpath("//article[@id='account-C']//*[contains(@class, 'lay-against')]")
    assert "Unfavourable to Rufus Firefly; acts here" in against.text_content()


def test_what_is_decided_under_a_half_is_not_shaded(page: lxml.html.HtmlElement) -> None:
    assert page.xpath("//article//*[contains(@class, 'lay-subjective')]")
    assert not page.xpath("//article//*[contains(@class, 'lay-slanted')]")


def test_a_loaded_word_in_a_quotation_is_its_speakers(page: lxml.html.HtmlElement) -> None:
    (quoted,) = page.xpath("//article[@id='account-A']//*[contains(@class, 'lay-theirs')]")
    assert "in the words of Rufus Firefly" in quoted.text_content()
    rows = {row.xpath("string(th)"): row.xpath("td") for row in page.xpath("//section[@id='manner']//tbody/tr")}
    assert "shelled" in rows["Loaded words it quotes"][0].text_content()
    assert "shelled" not in rows["Loaded words of its own"][0].text_content()
    assert "usurper" in rows["Loaded words of its own"][2].text_content()


def test_only_layers_with_something_to_show_have_a_switch(page: lxml.html.HtmlElement) -> None:
    boxes = {box.get("value"): box.get("checked") for box in page.xpath("//fieldset[@class='layers']//input")}
    assert set(boxes) == {"loaded", "towards", "subjective", "voice"}
    assert [key for key, checked in boxes.items() if checked is not None] == ["loaded"]


def test_the_switches_have_rules_of_their_own(html: str) -> None:
    for layer in ("loaded", "towards", "slanted", "subjective", "voice"):
        assert re.search(rf"#accounts:has\(#layer-{layer}:checked\) \.why-{layer}\b", html)


def test_the_table_counts_sentences_and_room() -> None:
    book = Book(story.comparison(), told())
    rows = {row.head: row.cells for row in manner.manner(book, Citations(book))}
    assert [cell.text for cell in rows["Sentences that give a view"][2]] == ["1 of 2 (50%)"]
    assert [cell.text for cell in rows["Whose words fill it"][2]] == ["the account itself 75%", "Rufus Firefly 25%"]
    assert rows["Whose words fill it"][0] == ()


def test_without_framing_there_is_no_table() -> None:
    page = lxml.html.document_fromstring(report.render(story.comparison(), ()))
    assert not page.xpath("//section[@id='manner'] | //fieldset")


def test_a_shade_over_two_paragraphs_is_in_both() -> None:
    shade = Shade(5, 25, False, "voice", "somebody, quoted")
    placed = by_stretch([shade], starts=[0, 10, 20, 30], ends=[9, 19, 29, 40])
    assert {k: len(found) for k, found in placed.items()} == {0: 1, 1: 1, 2: 1}


def test_harm_done_to_somebody_is_no_word_against_them() -> None:
    blog = told()[2]
    (one,) = blog.framing.towards
    harmed = msgspec.structs.replace(one, role="done-to")
    blog = msgspec.structs.replace(blog, framing=msgspec.structs.replace(blog.framing, towards=(harmed,)))
    (shade,) = [s for s in shades(Book(story.comparison(), (blog,)), blog) if s.layer == "towards"]
    assert (shade.why, shade.kind) == ("Rufus Firefly: acted upon here, to its harm", "")
    assert "against" not in manner.in_brief(blog)


def test_shades_come_in_the_order_of_the_text() -> None:
    records = told()
    found = shades(Book(story.comparison(), records), records[2])
    assert [(one.layer, one.start) for one in found] == sorted(
        ((one.layer, one.start) for one in found), key=lambda p: p[1]
    )
    assert {one.layer for one in found} == {"loaded", "towards", "subjective"}


def test_the_same_in_a_line() -> None:
    agency, _, blog = told()
    line = manner.in_brief(blog)
    assert line == "gives a view in 1 of 2 sentences; loaded words of its own: “usurper”; against Rufus Firefly"
    assert manner.in_brief(agency) == ""


def test_how_a_document_was_read_is_told_under_notes_only() -> None:
    agency, opinion, blog = told()
    quiet = Note("unlikely", "1 attribution left out as unlikely")
    records = (msgspec.structs.replace(agency, notes=(quiet, Note("cut", "only a part was read"))), opinion, blog)
    page = lxml.html.document_fromstring(report.render(story.comparison(), records))
    (glance,) = page.xpath("//table[@class='glance']")
    assert "only a part was read" in glance.text_content()
    assert quiet.message not in glance.text_content()
    assert quiet.message in page.xpath("string(//section[@id='notes'])")


def test_events_that_accounts_name_in_different_words_stand_side_by_side() -> None:
    told_by = story.comparison()
    event = told_by.events[0].id
    named = tuple(
        EventName(
            event=event, document=document.id, label=label, by="narrator", count=1, spans=(words(document, label),)
        )
        for document, label in ((AGENCY, "signed"), (BLOG, "march"))
    )
    page = lxml.html.document_fromstring(
        report.render(msgspec.structs.replace(told_by, event_names=named), story.records())
    )
    (table,) = page.xpath("//h3[@id='event-names']/following::table[1]")
    assert table.xpath("string(.//th[1])") == "Event"
    cells = [cell.text_content().strip() for cell in table.xpath(".//tbody/tr/td")]
    assert (cells[0], cells[1], cells[2]) == ("signed", "–", "march")

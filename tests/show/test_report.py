"""The report: everything links, nothing loads, nothing hostile runs, and the words marked are the words cited."""

import base64
import hashlib
import itertools
import re

import lxml.html
import msgspec
import pytest
import story

from sayso.model.comparison import Comparison
from sayso.model.document import Document
from sayso.model.record import EventTime, Record
from sayso.show import report

HOSTILE = "<script>alert('x')</script><img src=x onerror=alert(1)>\"'></style>"


@pytest.fixture(scope="module")
def html() -> str:
    return report.render(story.comparison(), story.records())


@pytest.fixture(scope="module")
def page(html: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(html)


def visible(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_ids_are_unique_and_every_link_inside_the_page_leads_somewhere(page: lxml.html.HtmlElement) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {href[1:] for href in page.xpath("//@href") if href.startswith("#")}
    assert targets
    assert targets <= set(ids)


def test_the_page_loads_nothing(page: lxml.html.HtmlElement) -> None:
    assert not page.xpath("//link | //img | //iframe | //object | //@src | //@style | //@onclick")
    outside = [href for href in page.xpath("//@href") if not href.startswith("#")]
    assert outside == ["https://example.org/pact"]


def test_the_policy_allows_the_pages_own_style_and_script_and_no_others(page: lxml.html.HtmlElement) -> None:
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'")
    for tag in ("style", "script"):
        (own,) = page.xpath(f"//{tag}/text()")
        digest = base64.b64encode(hashlib.sha256(own.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_marked_words_are_the_words_cited(page: lxml.html.HtmlElement) -> None:
    pieces: dict[str, str] = {}
    for mark in page.xpath("//mark"):
        for name in mark.get("data-marks").split():
            pieces[name] = pieces.get(name, "") + mark.text_content()
    cited = {href[1:] for href in page.xpath("//main//@href") if re.match(r"#[A-Z]+-\d+-\d+$", href)}
    assert len(cited) > 5
    for name in cited:
        letter, start, end = name.split("-")
        text = story.DOCUMENTS[ord(letter) - ord("A")].text
        assert pieces[name] == text[int(start) : int(end)]


def test_every_marked_place_leads_back(page: lxml.html.HtmlElement) -> None:
    backs = page.xpath("//sup[@class='backs']/a/@href")
    assert {"#s1", "#s2", "#s3", "#s4", "#scenario-1", "#commitment-1", "#headline-A", "#names-1"} <= set(backs)


def test_the_accounts_stand_there_in_full(page: lxml.html.HtmlElement) -> None:
    for letter, document in zip("ABC", story.DOCUMENTS, strict=True):
        (article,) = page.xpath(f"//article[@id='account-{letter}']")
        for aside in article.xpath(".//sup | .//*[@class='whys']"):
            aside.drop_tree()
        paragraphs = [p.text_content() for p in article.xpath(".//*[contains(@class, 'text-')]")]
        assert paragraphs == [line for line in document.text.split("\n") if line.strip()]


def test_status_is_said_in_words_beside_its_sign(page: lxml.html.HtmlElement) -> None:
    for status, short in (("claimed", "claimed"), ("denied", "denied"), ("conditional", "only if")):
        (chip, *_) = page.xpath(f"//section[@id='timeline']//*[contains(@class, 'chip-{status}')]")
        assert visible(chip) == short
        assert chip.xpath(".//*[local-name() = 'use']")


def test_the_timeline_says_when_what_and_on_whose_say_so(page: lxml.html.HtmlElement) -> None:
    (row,) = page.xpath("//tr[@id='s2']")
    for words in ("3 May 2021", "Freedonia", "signed", "Sylvania", "T. Lehr (author)", story.SIGNED):
        assert words in visible(row)
    assert "not dated" in visible(page.xpath("//tr[@id='s3']")[0])
    assert len(page.xpath("//*[local-name() = 'svg'][@class='timeline']/*[local-name() = 'a']")) == 3


def test_differences_omissions_names_and_headlines_are_there(page: lxml.html.HtmlElement) -> None:
    fit = visible(page.get_element_by_id("fit"))
    assert "whether it is so" in fit
    assert "not in C" in fit
    assert "The usurper Firefly ×2" in visible(page.get_element_by_id("names"))
    assert "The headline says more than the body" in visible(page.get_element_by_id("headlines"))
    assert "Sylvania breaks its word" in visible(page.get_element_by_id("commitments"))
    assert "a misspelt cue was read" in visible(page.get_element_by_id("notes"))


def test_it_can_be_used_without_seeing_it(page: lxml.html.HtmlElement) -> None:
    assert page.get("lang") == "en"
    assert page.xpath("//a[@class='skip']/@href") == ["#main"]
    assert len(page.xpath("//h1")) == len(page.xpath("//main")) == 1
    levels = [int(h.tag[1]) for h in page.xpath("//h1 | //h2 | //h3 | //h4")]
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert all(page.xpath(f"//*[@id='{name}']") for name in page.xpath("//@aria-labelledby"))
    assert all(th.get("scope") for th in page.xpath("//th"))
    assert not [a for a in page.xpath("//a") if not (visible(a) or a.get("aria-label"))]


def hostile() -> tuple[Comparison, tuple[Record, ...]]:
    """The story with every name, title, label and text of it turned hostile."""
    comparison, records = story.comparison(), story.records()
    raw = msgspec.json.encode(comparison).decode()
    for word in ("Freedonia", "President", "border", "usurper", "the body says"):
        raw = raw.replace(word, HOSTILE.replace('"', '\\"'))
    bad = Document(HOSTILE + story.AGENCY.text, id="agency", title=HOSTILE)
    info = msgspec.structs.replace(records[0].document, text=bad.text, title=HOSTILE, url="javascript:alert(1)")
    first = msgspec.structs.replace(records[0], document=info)
    return msgspec.json.decode(raw, type=Comparison), (first, *records[1:])


def test_hostile_text_is_text() -> None:
    comparison, records = hostile()
    html = report.render(comparison, records)
    page = lxml.html.document_fromstring(html)
    assert len(page.xpath("//script")) == len(page.xpath("//style")) == 1
    assert not page.xpath("//img")
    assert not [href for href in page.xpath("//@href") if not href.startswith("#")]
    assert "javascript:alert(1)" in visible(page)
    assert "<script>alert('x')</script>" in visible(page.get_element_by_id("account-A"))


def test_control_characters_do_not_reach_the_page() -> None:
    records = story.records()
    info = msgspec.structs.replace(records[2].document, text=story.BLOG.text.replace("Tags", "\x00\x1b\u202eTags"))
    html = report.render(story.comparison(), (*records[:2], msgspec.structs.replace(records[2], document=info)))
    assert "\ufffd\ufffd\ufffdTags" in html
    assert not set(html) & {"\x00", "\x1b", "\u202e"}


def test_records_without_text_or_missing_still_give_a_page() -> None:
    records = story.records()
    bare = msgspec.structs.replace(records[0], document=msgspec.structs.replace(records[0].document, text=None))
    page = lxml.html.document_fromstring(report.render(story.comparison(), (bare, records[2])))
    assert story.SIGNED in visible(page.get_element_by_id("account-A"))
    ids = set(page.xpath("//@id"))
    assert {href[1:] for href in page.xpath("//main//@href") if href.startswith("#")} - ids <= {"account-B"}


def test_nothing_told_gives_a_page_that_says_so() -> None:
    page = lxml.html.document_fromstring(report.render(Comparison(), ()))
    assert "Nothing was told" in visible(page)


def test_the_same_comparison_gives_the_same_page(html: str) -> None:
    assert report.render(story.comparison(), story.records()) == html


def test_where_no_relation_stands_out_the_dated_events_are_told_in_order() -> None:
    signed = story.comparison().events[0]
    dates = ("2021-03", "2019", "2020-05-06", "2018")
    events = tuple(
        msgspec.structs.replace(signed, id=f"event-{date}", time=EventTime(start=date, end=date)) for date in dates
    )
    comparison = msgspec.structs.replace(story.comparison(), events=events, relations=())
    page = lxml.html.document_fromstring(report.render(comparison, story.records()))
    assert visible(page.xpath("//h1")[0]) == "Freedonia and Sylvania"
    whens = [visible(cell) for cell in page.xpath("//section[@id='timeline']//td[contains(@class, 'when')]")]
    assert whens == ["2018", "2019", "6 May 2020", "March 2021"]

"""Document → sections: headline, deck, subheadings, byline, dateline, body, background, and site furniture.

Told by the general shape of a page: short lines without a full stop at the top, before and between paragraphs, and a
tail of furniture. Sections are in order, do not overlap, and leave only white space uncovered.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.lexicon.furniture import Fit, FurnitureLexicon
from sayso.model.document import Document, Section, SectionKind
from sayso.reading.units import Unit, same_words, title_at_head, units

HEADLINE_WORDS = 28
DECK_WORDS = 60
SUBHEADING_WORDS = 14
QUESTION_WORDS = 9
TAIL_AFTER_WORDS = 60
HEAD_UNITS = 8
DATELINE = 80
_LIST_ITEM = re.compile(r"[•·‣⁃]|\*(?![^*\n]+\*$)|(?:[-–—]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_MARKDOWN = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_NAME = r"[A-ZÀ-Þ][\w’'-]*\.?"
_NAMES = re.compile(rf"{_NAME}(?: {_NAME}){{1,3}}(?:(?:, | and | & |, and ){_NAME}(?: {_NAME}){{1,3}}){{0,3}}")


class Part(NamedTuple):
    """A unit of the page with what it was taken for."""

    unit: Unit
    kind: SectionKind


def find(document: Document, lexicon: FurnitureLexicon) -> tuple[Section, ...]:
    """The sections of a document's text, in order; empty for a text of white space only."""
    head = title_at_head(document.text, document.title)
    page = [unit for piece in units(document.text, head) for unit in _without_mark(piece, document.text)]
    fits = [None if unit.glued else _fit(unit, lexicon) for unit in page]
    kinds = _kinds(page, fits, document.title)
    parts = [Part(unit, kind) for unit, kind in zip(page, kinds, strict=True)]
    return tuple(_merged(_split_openings(parts, lexicon), document.text))


class Described(NamedTuple):
    """What a document says of itself: title, author and source, given or found."""

    title: str | None
    author: str | None
    source: str | None


def describe(document: Document, sections: Sequence[Section], lexicon: FurnitureLexicon) -> Described:
    """Title, author and source: as given, else from headline, byline, dateline and address."""
    text = document.text
    headline = next((text[s.start : s.end] for s in sections if s.kind == "headline"), None)
    author, source = document.author, document.source
    for section in sections:
        if section.kind not in ("byline", "dateline"):
            continue
        for line in text[section.start : section.end].splitlines():
            said = lexicon.opening(f"{line.strip()} X") if section.kind == "dateline" else lexicon.fit(line)
            author = author or (said.author if said else _named(line, section))
            source = source or (said.source if said else None)
    title = document.title or (" ".join(headline.split()) if headline else None)
    return Described(title, author, source or _site(document.url))


def _named(line: str, section: Section) -> str | None:
    """A byline of nothing but names."""
    match = _NAMES.fullmatch(line.strip()) if section.kind == "byline" else None
    return match.group() if match else None


def _site(url: str | None) -> str | None:
    match = re.match(r"https?://(?:www\d?\.)?([^/:?#@]+)", url or "", re.IGNORECASE)
    return match.group(1).lower() if match else None


def _fit(unit: Unit, lexicon: FurnitureLexicon) -> Fit | None:
    """What a line is as furniture; a dateline on a line of its own counts too."""
    fit = lexicon.fit(unit.text)
    if fit is None and len(unit.text) <= DATELINE:
        opening = lexicon.opening(f"{unit.text} X")
        if opening is not None and opening.end >= len(unit.text):
            return Fit(opening.entry, "dateline", len(unit.text), opening.author, opening.source)
    return fit


def _without_mark(unit: Unit, text: str) -> Iterator[Unit]:
    """A Markdown heading's `##` as a unit of its own, so that the heading's words stand alone."""
    match = _MARKDOWN.match(unit.text)
    if match is None:
        yield unit
        return
    cut = unit.start + match.end()
    yield Unit(text[unit.start : cut].rstrip(), unit.start, unit.start + len(match.group(1)), unit.gap, True)
    yield Unit(text[cut : unit.end], cut, unit.end, unit.gap, False, True)


def _kinds(page: Sequence[Unit], fits: Sequence[Fit | None], title: str | None) -> list[SectionKind]:
    kinds: list[SectionKind] = ["boilerplate" if unit.glued else "body" for unit in page]
    latin = sum(unit.latin for unit in page) >= sum(unit.foreign for unit in page)
    plain = [_is_story(unit, fit, latin) for unit, fit in zip(page, fits, strict=True)]
    if not any(plain):
        return kinds
    tail = _tail(page, fits, plain)
    for k, unit in enumerate(page):
        if k >= tail or not plain[k]:
            kinds[k] = _furniture_kind(unit, fits[k], k >= tail)
    first = _mark_head(page, fits, kinds, title, tail)
    _mark_middle(page, fits, kinds, first, tail)
    return kinds


def _is_story(unit: Unit, fit: Fit | None, latin: bool) -> bool:
    if unit.glued or (latin and unit.foreign > 0.3 * (unit.latin + unit.foreign)):
        return False
    return fit is None or fit.role == "background" or unit.heading


def _furniture_kind(unit: Unit, fit: Fit | None, in_tail: bool) -> SectionKind:
    if fit is not None and not in_tail:
        if fit.role in ("byline", "agency"):
            return "byline"
        if fit.role == "dateline":
            return "dateline"
    return "boilerplate"


def _tail(page: Sequence[Unit], fits: Sequence[Fit | None], plain: Sequence[bool]) -> int:
    """Index of the unit where the furniture begins that goes on to the end."""
    prose = [unit.words if ok and unit.is_prose else 0 for unit, ok in zip(page, plain, strict=True)]
    before, after = 0, sum(prose)
    for k, fit in enumerate(fits):
        after -= prose[k]
        if fit is not None and before and fit.role in ("tail", "aside"):
            strong = fit.role == "tail" and (before >= TAIL_AFTER_WORDS or before >= after)
            if strong or after == 0:
                return k
        before += prose[k]
    return len(page)


def _mark_head(
    page: Sequence[Unit], fits: Sequence[Fit | None], kinds: list[SectionKind], title: str | None, tail: int
) -> int:
    """Mark headline, deck and bylines at the top; the index of the first unit below them."""
    headline: int | None = None
    story = [k for k in range(tail) if kinds[k] == "body"]
    last = max((k for k in story if page[k].is_prose), default=-1)
    for k in story[:HEAD_UNITS]:
        unit = page[k]
        if _signs(page, fits, k):
            kinds[k] = "byline"
        elif headline is None and _heads(unit, title, k < last):
            kinds[k], headline = "headline", k
        elif k < last and (headline is not None or title) and not _is_subheading(unit, fits[k], strict=True):
            kind = _below_headline(page, fits, k, headline)
            if kind is None:
                return k
            kinds[k] = kind
        else:
            return k
    return story[HEAD_UNITS] if len(story) > HEAD_UNITS else tail


def _signs(page: Sequence[Unit], fits: Sequence[Fit | None], k: int) -> bool:
    """Nothing but names, with an agency or a date below: a byline, even where a headline might stand."""
    following = fits[k + 1] if k + 1 < len(fits) else None
    below = following is not None and following.role in ("byline", "agency", "dateline")
    return below and page[k].words <= 10 and _NAMES.fullmatch(page[k].text) is not None


def _heads(unit: Unit, title: str | None, more: bool) -> bool:
    if unit.is_title:
        return True
    return more and (same_words(unit.text, title) if title else _is_headline(unit))


def _below_headline(
    page: Sequence[Unit], fits: Sequence[Fit | None], k: int, headline: int | None
) -> SectionKind | None:
    unit = page[k]
    if unit.words <= 10 and _NAMES.fullmatch(unit.text):
        return "byline"
    if headline is None:
        return "deck" if not unit.ends and 4 <= unit.words <= HEADLINE_WORDS and not _is_item(unit) else None
    if unit.words > DECK_WORDS or unit.words < 4 or _is_item(unit):
        return None
    if not unit.ends and unit.words <= HEADLINE_WORDS:
        return "deck"
    return "deck" if k == headline + 1 and _set_apart(page, fits, k) else None


def _set_apart(page: Sequence[Unit], fits: Sequence[Fit | None], k: int) -> bool:
    """A sentence that hangs on the headline and is cut off from what follows by a blank line or a byline."""
    following = page[k + 1] if k + 1 < len(page) else None
    if following is None:
        return False
    fit = fits[k + 1]
    if fit is not None and fit.role in ("byline", "agency", "dateline"):
        return True
    return not page[k].gap and following.gap


def _is_headline(unit: Unit) -> bool:
    if (
        not 2 <= unit.words <= HEADLINE_WORDS
        or _is_item(unit)
        or unit.lower_start
        or unit.text.endswith((",", ";", ":"))
    ):
        return False
    return unit.heading or not unit.ends or (unit.mark in "?!" and unit.words <= 16)


def _is_item(unit: Unit) -> bool:
    return _LIST_ITEM.match(unit.text) is not None


def _is_subheading(unit: Unit, fit: Fit | None, strict: bool = False) -> bool:
    if unit.heading:
        return True
    if fit is not None and fit.role == "background":
        return True
    if strict or unit.words > SUBHEADING_WORDS or unit.lower_start or _is_item(unit) or unit.wrapped:
        return False
    if unit.text.endswith((",", ";", ":")):
        return False
    return not unit.ends or (unit.mark == "?" and unit.words <= QUESTION_WORDS and unit.asks)


def _mark_middle(
    page: Sequence[Unit], fits: Sequence[Fit | None], kinds: list[SectionKind], first: int, tail: int
) -> None:
    """Subheadings between paragraphs, and the background that some of them introduce."""
    story = [k for k in range(first, tail) if kinds[k] == "body"]
    heads = [_is_subheading(page[k], fits[k]) for k in story]
    background = False
    for at, k in enumerate(story):
        following = at + 1 < len(story) and (not heads[at + 1] or fits[k] is not None)
        lonely = at == 0 or not heads[at - 1] or page[k].heading
        if heads[at] and following and lonely:
            kinds[k] = "subheading"
            fit = fits[k]
            background = fit is not None and fit.role == "background"
        elif background:
            kinds[k] = "background"


def _split_openings(parts: Sequence[Part], lexicon: FurnitureLexicon) -> Iterator[Part]:
    """Cut the dateline off the first paragraph of the story (`KABUL, Aug 15 (Reuters) - `)."""
    looking = True
    for part in parts:
        fit = lexicon.opening(part.unit.text) if looking and part.kind == "body" else None
        looking = looking and part.kind != "body"
        if fit is None:
            yield part
            continue
        unit = part.unit
        opening = unit.text[: fit.end]
        yield Part(Unit(opening.rstrip(), unit.start, unit.start + len(opening.rstrip()), unit.gap), "dateline")
        rest = unit.text[fit.end :]
        start = unit.end - len(rest.lstrip())
        yield Part(Unit(rest.lstrip(), start, unit.end, False), "body")


def _merged(parts: Iterator[Part], text: str) -> Iterator[Section]:
    """Neighbours of one kind as one section, if a blank line keeps them apart for the parser."""
    kind: SectionKind | None = None
    start = end = 0
    for unit, found in parts:
        if found == kind and (unit.gap or found == "boilerplate"):
            end = unit.end
            continue
        if kind is not None:
            yield Section(kind, start, end)
        kind, start, end = found, unit.start, unit.end
    if kind is not None:
        yield Section(kind, start, end)

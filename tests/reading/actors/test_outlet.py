"""Whose "we" is an author's: by the outlet, the dateline, or what the text says of itself."""

from collections.abc import Callable

import pytest

from sayso.lexicon.actors import ActorLexicon
from sayso.model.document import Document
from sayso.model.flow import Parse
from sayso.reading import actors
from sayso.reading.reader import Options, Reader

LEXICON = ActorLexicon.load()
TOWNS = {"Arequipa": "PER", "Halifax": "CAN", "Springfield": "USA"}


@pytest.mark.parametrize(
    ("text", "source", "state"),
    [
        ("Chile has moved its fleet. We cannot look away.", "Peru Today", "Peru"),
        ("Chile has moved its fleet north of Arica. We cannot look away.", "The Lima Gazette", "Peru"),
        ("Chile has moved its fleet towards Peru. We cannot look away.", "The Arequipa Examiner", "Peru"),
        ("Chile has moved its fleet towards Peru. We cannot look away.", "The Springfield Examiner", None),
        ("LIMA (Andes Wire) -- The fleet of Chile has sailed, the navy said.", "Andes Wire", "Peru"),
        ("As Peruvians we know what Chile did to our fathers.", None, "Peru"),
        ("Nobody asked us Peruvians whether Chile may have the well.", None, "Peru"),
        ("Keiko Ruiz spoke well. But our country, Peru, has no fleet to speak of.", None, "Peru"),
        ("Chile wants the well. Our army will not fight for it, and the Seimas knows.", None, "Lithuania"),
        ("Chile has moved its fleet. Nobody knows why.", None, None),
        ("Our cat has moved to Chile. The Seimas sat late.", None, None),
    ],
)
def test_the_country_a_text_is_written_from(
    parsed: Callable[..., Parse], text: str, source: str | None, state: str | None
):
    base = actors.find(parsed(text, source=source), LEXICON, None, TOWNS.get).base
    assert (base.name if base else None) == state


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load(Options(fast=True))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Chile attacked us at dawn, and the ministers slept.", {"Peru"}),
        ("Chile attacked our sailors at dawn, and the ministers slept.", {"PER"}),
        ("The rebels attacked me at dawn, and the ministers slept.", {"Ana Ruiz"}),
    ],
)
def test_we_are_the_country_and_i_am_the_author(reader: Reader, text: str, names: set[str]):
    record = reader.read(Document(text, source="Peru Today", author="Ana Ruiz"))
    parties = [party for claim in record.claims for party in claim.recipients]
    assert names <= {party.name for party in parties} | {party.country for party in parties}


def test_a_company_that_says_we_is_no_country(reader: Reader):
    text = 'Exxon Mobil left the well. "We have never threatened Guyana," Exxon Mobil said.'
    parties = [party.name for claim in reader.read(Document(text)).claims for party in claim.actors]
    assert "United States" not in parties

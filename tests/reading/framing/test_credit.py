"""Everything in a quotation is credited to its speaker: names, loaded words and room, whichever way it is quoted."""

import pytest

from sayso.lexicon.bundle import Lexicon
from sayso.model.document import Document, Section
from sayso.model.record import Record
from sayso.reading.assemble import assemble
from sayso.reading.parse import parse

LEXICON = Lexicon.load()
QUOTED = [
    "“The Sudanese regime is run by shameless thugs,” Petrov told reporters.",
    "Petrov told reporters: “The Sudanese regime is run by shameless thugs.”",
    "“The Sudanese regime,” said Petrov, “is run by shameless thugs.”",
    '"The Sudanese regime is run by shameless thugs," Petrov said on Monday.',
    "‘The Sudanese regime is run by shameless thugs,’ Petrov said on Monday.",
    "President Ivan Petrov called on the envoys to stay. “The Sudanese regime is run by shameless thugs,” he said.",
    "According to Petrov, “the Sudanese regime is run by shameless thugs”.",
    "Petrov said that the Sudanese regime was run by shameless thugs.",
    "“We have waited long enough,” Petrov said. “The Sudanese regime is run by shameless thugs.”",
    "President Ivan Petrov spoke first.\n\n“The Sudanese regime is run by shameless thugs,” he said.\n\nRain fell.",
]
FRONT = "The ministers met in Cairo on Friday. "


def read(text: str, nlp: object) -> Record:
    document = Document(text, published="2024-05-10")
    sections = (Section("body", 0, len(text)),)
    return assemble(parse(document, sections, nlp), sections, LEXICON)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", QUOTED)
def test_loaded_words_and_names_are_the_speakers(text: str, nlp: object) -> None:
    record = read(FRONT + text, nlp)
    speakers = {one.id: one.speaker.name.split()[-1] for one in record.attributions}
    loaded = {one.text: speakers.get(one.by, one.by) for one in record.framing.loaded}
    assert {"shameless", "thugs"} <= loaded.keys()
    assert set(loaded.values()) == {"Petrov"}
    assert {speakers.get(one.by, one.by) for one in record.framing.names} <= {"Petrov"}


@pytest.mark.parametrize("text", QUOTED)
def test_room_goes_to_the_speaker(text: str, nlp: object) -> None:
    record = read(FRONT + text, nlp)
    shares = {one.by.split()[-1]: one for one in record.framing.shares}
    assert shares["Petrov"].words >= 8
    assert shares["narrator"].quoted == 0
    if "“" in text or '"' in text or "‘" in text:
        assert shares["Petrov"].of_quoted == 1.0


@pytest.mark.parametrize("text", QUOTED)
def test_the_narrators_sentence_is_not_slanted_by_what_it_quotes(text: str, nlp: object) -> None:
    marked = any(mark in text for mark in '“‘"')
    for one in read(FRONT + text, nlp).framing.sentences:
        assert one.slanted < 0.5 or not marked


def test_what_the_narrator_says_stays_the_narrators(nlp: object) -> None:
    text = "The spineless governor, one of those shameless hacks, said: “We met in Cairo.” What a disgraceful farce."
    assert {one.by for one in read(text, nlp).framing.loaded} == {"narrator"}

"""How much room each speaker has."""

from collections.abc import Callable

from sayso.lexicon.actors import ActorLexicon
from sayso.lexicon.loaded import LoadedLexicon
from sayso.lexicon.reporting import ReportingLexicon
from sayso.model.flow import Parse
from sayso.model.record import Share
from sayso.reading import actors, attribution
from sayso.reading.framing.shares import shares
from sayso.reading.framing.telling import listen

LEXICON, REPORTING, ACTORS = LoadedLexicon.load(), ReportingLexicon.load(), ActorLexicon.load()
Make = Callable[..., Parse]


def shared(parse: Parse) -> tuple[Share, ...]:
    said = attribution.find(parse, REPORTING)
    records = attribution.to_record(parse, said, actors.find(parse, ACTORS), REPORTING)
    return shares(parse, listen(parse, said, LEXICON).holders, records)


def test_each_speaker_has_the_words_told_in_their_name(parsed: Make) -> None:
    text = (
        "The vote was held on Sunday in four regions. “We won it by a wide margin,” Petrov told reporters. "
        "Lopez said that the count had been stopped."
    )
    by = {one.by: one for one in shared(parsed(text))}
    assert by["Petrov"].words == by["Petrov"].quoted == 7
    assert by["Petrov"].of_quoted == 1.0
    assert by["Lopez"].words >= 5
    assert by["Lopez"].quoted == 0
    assert by["narrator"].quoted == 0


def test_shares_add_up(parsed: Make) -> None:
    text = "Rain fell. “It will stop,” Ames said. “Nobody knows.” Bern told Reuters that Ames was wrong."
    found = shared(parsed(text))
    assert abs(sum(one.of_words for one in found) - 1.0) < 0.001
    assert sum(one.of_quoted for one in found) <= 1.001
    assert [one.words for one in found] == sorted((one.words for one in found), reverse=True)


def test_a_share_knows_its_side(parsed: Make) -> None:
    text = "The Russian foreign ministry said that the talks had failed. “They never began,” a German official said."
    assert {one.country for one in shared(parsed(text))} == {None, "RUS", "DEU"}


def test_empty(parsed: Make) -> None:
    assert shared(parsed("")) == ()
    assert shared(parsed("...")) == ()

"""Whether a headline and a text are on one matter, what debunks it, and the shelf of texts made ready."""

from collections.abc import Callable

import pytest

from sayso.lexicon.actors import ActorLexicon
from sayso.lexicon.headlines import HeadlineLexicon
from sayso.lexicon.reporting import ReportingLexicon
from sayso.model.flow import Parse
from sayso.reading import actors, attribution, near
from sayso.reading.framing.doubt import DOUBTED, cues, doubt
from sayso.reading.framing.related import RELATED, relatedness
from sayso.reading.framing.shelf import Shelf
from sayso.reading.framing.verdict import LONGEST, claim_of
from sayso.reading.framing.wording import Side, Text, text_of

LEXICON = HeadlineLexicon.load()
ACTORS = ActorLexicon.load()
REPORTING = ReportingLexicon.load()
Ready = Callable[[str], Text]


@pytest.fixture(scope="module")
def ready(parsed: Callable[..., Parse]) -> Ready:
    def run(text: str) -> Text:
        parse = parsed(text)
        said = attribution.find(parse, REPORTING)
        table = actors.find(parse, ACTORS)
        side = Side(parse, tuple(range(len(parse.sentences))), table, said, near.contents(parse, said))
        return text_of(side, LEXICON)

    return run


def test_rare_words_that_the_text_is_about_relate_it(ready: Ready) -> None:
    body = ready("A llama walked into the town hall of Arequipa. The llama ate two carpets. Clerks fed the llama hay.")
    on, off = claim_of(ready("Llama eats carpets").side, LEXICON), claim_of(ready("Talks go on in Oslo").side, LEXICON)
    assert relatedness(on.everything, body) > RELATED
    assert relatedness(off.everything, body) < RELATED


def test_common_words_alone_do_not_relate(ready: Ready) -> None:
    body = ready("The president said on Monday that the people of the country would vote. The party said that it won.")
    head = claim_of(ready("President tells people of volcano in Guatemala").side, LEXICON)
    assert relatedness(head.everything, body) < RELATED


@pytest.mark.parametrize(
    ("body", "cue"),
    [
        ("The tale that a bear drove a tram in Kazan is a hoax. The tram was driven by Olga Panova.", "hoax"),
        ("It is not true that a bear drove a tram in Kazan.", "not true"),
        ("Kazan's mayor denied that a bear drove a tram in Kazan.", "denied"),
    ],
)
def test_what_debunks(ready: Ready, body: str, cue: str) -> None:
    head = claim_of(ready("Bear drives tram in Kazan").side, LEXICON)
    found = doubt(head.terms, ready(body), LEXICON)
    assert found is not None
    assert found.strength >= DOUBTED
    assert found.cue.text == cue


def test_a_denial_after_the_telling_is_a_reaction(ready: Ready) -> None:
    head = claim_of(ready("Bear drives tram in Kazan").side, LEXICON)
    body = ready(
        "A bear drove a tram through Kazan on Monday, riders said. The mayor of Kazan denied that any bear drove."
    )
    found = doubt(head.terms, body, LEXICON)
    assert found is None or found.strength < DOUBTED


def test_nobody_denies_that(ready: Ready) -> None:
    assert not cues(ready("The mayor did not deny it. Nobody thinks that it never was false."), LEXICON)


def test_of_an_endless_headline_the_beginning_counts(ready: Ready) -> None:
    side = ready("Llama eats carpets in Arequipa. " * 200).side
    assert len(claim_of(side, LEXICON).everything) <= LONGEST


def test_the_shelf_keeps_what_fits_and_makes_the_rest_anew(ready: Ready) -> None:
    made: list[str] = []

    def make(text: str) -> Text:
        made.append(text)
        return ready(text)

    shelf = Shelf(make, limit=12)
    one, other = "Rome talks to Tripoli today.", "Ankara answers Cairo in a long letter."
    assert shelf.get(one).terms == shelf.get(one).terms
    assert made == [one]
    shelf.get(other)
    shelf.get(one)
    assert made == [one, other, one]

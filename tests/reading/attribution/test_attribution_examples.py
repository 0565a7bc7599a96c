"""The yes and no examples of the vocabulary of reporting, run through the parser."""

from collections.abc import Callable

import pytest

from sayso.lexicon.reporting import ReportingEntry, ReportingLexicon
from sayso.model.flow import Parse
from sayso.reading import attribution

LEXICON = ReportingLexicon.load()
HELPERS = ("light-verb", "anonymous", "speaker", "anonymity", "mute", "paper", "crowd", "false", "true", "involvement")
CUES = [e for e in LEXICON.entries.values() if e.kind not in HELPERS]


def _fires(parsed: Callable[..., Parse], entry: ReportingEntry, example: str) -> bool:
    return any(m.rule.split(":")[0] == entry.id for m in attribution.find(parsed(example), LEXICON))


@pytest.mark.parametrize(("entry", "example"), [(e, x) for e in CUES for x in e.yes], ids=lambda v: getattr(v, "id", v))
def test_yes(parsed: Callable[..., Parse], entry: ReportingEntry, example: str) -> None:
    parse = parsed(example)
    words = {word.split()[0] for word in entry.words}
    cues = [m.cue_head for m in attribution.find(parse, LEXICON) if m.cue_head is not None]
    # A word may stand in two entries; what counts is that the sentence reports, and by this word.
    assert _fires(parsed, entry, example) or [i for i in cues if parse.words[i].lemma in words]


@pytest.mark.parametrize(("entry", "example"), [(e, x) for e in CUES for x in e.no], ids=lambda v: getattr(v, "id", v))
def test_no(parsed: Callable[..., Parse], entry: ReportingEntry, example: str) -> None:
    assert not _fires(parsed, entry, example)


def test_nameless_sources_are_anonymous(parsed: Callable[..., Parse]) -> None:
    for kind in ("anonymous", "anonymity"):
        for entry in (e for e in LEXICON.entries.values() if e.kind == kind):
            for example in entry.yes:
                assert [m.kind for m in attribution.find(parsed(example), LEXICON)] == ["anonymous"]


def test_light_verbs_lend_their_subject(parsed: Callable[..., Parse]) -> None:
    for example in LEXICON.entries["light"].yes:
        parse = parsed(example)
        (mention,) = attribution.find(parse, LEXICON)
        assert mention.source == ((0, 2),)
        assert mention.cue_head is not None and parse.words[mention.cue_head].pos == "NOUN"


def test_speakers_stand_after_a_colon(parsed: Callable[..., Parse]) -> None:
    entry = LEXICON.entries["speakers"]
    assert [m.rule for x in entry.yes for m in attribution.find(parsed(x), LEXICON)] == ["colon:quote"]
    assert not [m for x in entry.no for m in attribution.find(parsed(x), LEXICON)]


def test_some_things_cannot_speak(parsed: Callable[..., Parse]) -> None:
    entry = LEXICON.entries["speechless"]
    assert not [m for x in entry.yes for m in attribution.find(parsed(x), LEXICON)]
    assert [m for x in entry.no for m in attribution.find(parsed(x), LEXICON)]


@pytest.mark.parametrize("name", ["written-down", "many-people"])
def test_some_speak_in_clauses_only(parsed: Callable[..., Parse], name: str) -> None:
    entry = LEXICON.entries[name]
    assert all(attribution.find(parsed(x), LEXICON) for x in entry.yes)
    assert not [m for x in entry.no for m in attribution.find(parsed(x), LEXICON)]


@pytest.mark.parametrize(
    "text",
    [
        "The recognition was swift. It praises the courts.",
        "The president had two calls with Merkel last week.",
        "Monday shows where its heart is.",
    ],
)
def test_what_is_no_speaker(parsed: Callable[..., Parse], text: str) -> None:
    assert not attribution.find(parsed(text), LEXICON)


@pytest.mark.parametrize(
    ("text", "source", "said"),
    [
        (
            "There was no sign that Sudan had shot it down, the chief of staff, General Omar Bashir, told reporters.",
            "the chief of staff, General Omar Bashir",
            "There was no sign that Sudan had shot it down",
        ),
        (
            "Should the delegates walk out, Ankara will go to court, a source in the mission told the paper.",
            "a source in the mission",
            "Should the delegates walk out, Ankara will go to court",
        ),
        (
            "If the town falls, a senior aid official said, the militia will kill those who stayed.",
            "a senior aid official",
            "If the town falls",
        ),
    ],
)
def test_whoever_speaks_last_or_between(parsed: Callable[..., Parse], text: str, source: str, said: str) -> None:
    parse = parsed(text)
    (mention,) = attribution.find(parse, LEXICON)
    assert (parse.text(*mention.source[0]), parse.text(*mention.content[0])) == (source, said)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("In Moscow's telling, Ukraine shelled its own hospital.", "Moscow"),
        ("Serbia, in the general's view, will attack by spring.", "the general"),
        ("The Mounties' theory is that the consul hired the gang.", "The Mounties"),
        ('Colonel Musa shrugged at the question. "We killed forty of them."', "Colonel Musa"),
    ],
)
def test_whose_account_it_is(parsed: Callable[..., Parse], text: str, source: str) -> None:
    parse = parsed(text)
    (mention,) = attribution.find(parse, LEXICON)
    assert parse.text(*mention.source[0]) == source


def test_only_his_wording_is_his(parsed: Callable[..., Parse]) -> None:
    text = "In May it declined the offer, preferring, as General Silva put it, to exhaust its own means first."
    parse = parsed(text)
    said = [m.content for m in attribution.find(parse, LEXICON) if m.rule == "say:clause"]
    assert [parse.text(*part) for part in said[0]] == ["preferring", "to exhaust its own means first"]


ECHOED = [e for e in LEXICON.entries.values() if e.kind in ("false", "true", "involvement")]


@pytest.mark.parametrize("entry", ECHOED, ids=lambda e: e.id)
def test_what_is_called_false_is_denied(parsed: Callable[..., Parse], entry: ReportingEntry) -> None:
    for example, wanted in ((entry.yes[0], 1), (entry.no[0], 0)):
        parse = parsed(example)
        assert len(attribution.echoes(parse, attribution.find(parse, LEXICON), LEXICON)) == wanted

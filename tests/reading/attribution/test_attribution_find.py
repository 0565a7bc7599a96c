"""Constructions of reporting, each on sentences of our own."""

from collections.abc import Callable, Sequence

import pytest

from sayso.lexicon.reporting import ReportingLexicon
from sayso.model.flow import AttributionMention, Parse, TokenRange
from sayso.reading import attribution

LEXICON = ReportingLexicon.load()
Read = Callable[[str], list[tuple[str, str, str]]]


def words(parse: Parse, ranges: Sequence[TokenRange]) -> str:
    return " … ".join(parse.text(first, last) for first, last in ranges)


def triple(parse: Parse, mention: AttributionMention) -> tuple[str, str, str]:
    return words(parse, mention.source), words(parse, mention.cue), words(parse, mention.content)


@pytest.fixture
def read(parsed: Callable[..., Parse]) -> Read:
    def run(text: str) -> list[tuple[str, str, str]]:
        parse = parsed(text)
        return [triple(parse, mention) for mention in attribution.find(parse, LEXICON)]

    return run


@pytest.fixture
def mentions(parsed: Callable[..., Parse]) -> Callable[[str], tuple[AttributionMention, ...]]:
    return lambda text: attribution.find(parsed(text), LEXICON)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lisbon says that the harbour is open.", ("Lisbon", "says", "that the harbour is open")),
        ("The harbour is open, said Costa.", ("Costa", "said", "The harbour is open")),
        ("The harbour, the mayor said, is open.", ("the mayor", "said", "The harbour … is open")),
        ("As Reuters reported, the army left the town.", ("Reuters", "reported", "the army left the town")),
        ("According to the ministry, nine ships sank.", ("the ministry", "According to", "nine ships sank")),
        ("Nine ships sank, according to the ministry.", ("the ministry", "according to", "Nine ships sank")),
        ("The deal, according to Reuters, is dead.", ("Reuters", "according to", "The deal … is dead")),
        ("The rebels vowed to fight on.", ("The rebels", "vowed", "to fight on")),
        ("Oslo has refused to pay.", ("Oslo", "has refused", "to pay")),
        ("Tehran confirmed the strike on the depot.", ("Tehran", "confirmed", "the strike on the depot")),
        ("Warsaw called on Minsk to open the border.", ("Warsaw", "called on", "Minsk to open the border")),
        ("Moscow's claim that Kyiv fired first is old.", ("Moscow", "claim", "that Kyiv fired first")),
        ("The aide was quoted as saying that two men died.", ("The aide", "was quoted as saying", "that two men died")),
        ("It is claimed that the well was poisoned.", ("", "is claimed", "that the well was poisoned")),
        ("The rebels allegedly burned the village.", ("", "allegedly", "The rebels … burned the village")),
        ("He is described by neighbours as a quiet man.", ("neighbours", "is described", "He … as a quiet man")),
        (
            "Sergei Lavrov: Russia will send food to the farmers",
            ("Sergei Lavrov", ":", "Russia will send food to the farmers"),
        ),
        ("Talks have failed: foreign minister", ("foreign minister", ":", "Talks have failed")),
        ("The minister assered that the bridge is safe.", ("The minister", "assered", "that the bridge is safe")),
        ("Acording to the ministry, nine ships sank.", ("the ministry", "Acording to", "nine ships sank")),
        ("The captain was sure that it would hold.", ("The captain", "was sure", "that it would hold")),
        ('X wrote, "The talks are over."', ("X", "wrote", '"The talks are over."')),
        ("The note said: ``The road is closed.''", ("The note", "said", "``The road is closed.''")),
        ("'We are tired of war,' the mayor said.", ("the mayor", "said", "'We are tired of war,'")),
    ],
)
def test_one_construction(read: Read, text: str, expected: tuple[str, str, str]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Rain.",
        "The bridge is closed.",
        'So the "win" was no win, and the "experts" were wrong.',
        "It's the voters' choice.",
    ],
)
def test_nothing_is_reported(read: Read, text: str) -> None:
    assert read(text) == []


def test_a_split_quotation_is_one_attribution(read: Read) -> None:
    assert read('"We will fight," said Petrov, "until the last village is free."') == [
        ("Petrov", "said", '"We will fight," … "until the last village is free."')
    ]


def test_the_next_quoted_sentence_goes_on_with_the_speaker(read: Read) -> None:
    found = read('"We will fight," Petrov said. "It may take years."')
    assert found == [("Petrov", "said", '"We will fight," … "It may take years."')]


def test_a_quotation_runs_over_paragraphs(read: Read) -> None:
    found = read("“The first part of the speech is here.\n\n“The second part follows it,” said Mr Brown.")
    assert len(found) == 1
    assert found[0][0] == "Mr Brown"
    assert "first part" in found[0][2]
    assert "second part" in found[0][2]


def test_a_quotation_in_the_next_paragraph_goes_on_with_the_speaker(read: Read) -> None:
    found = read('"We will fight," Petrov said.\n\n"Nobody will stop us."')
    assert found == [("Petrov", "said", '"We will fight," … "Nobody will stop us."')]


def test_a_quotation_after_other_matter_keeps_the_speaker_without_a_cue(parsed: Callable[..., Parse]) -> None:
    parse = parsed('"We will fight," Petrov said.\n\nIt rained all day.\n\n"Nobody will stop us."')
    first, second = attribution.find(parse, LEXICON)
    assert (second.cue, second.source, second.source_head) == ((), (), first.source_head)
    assert words(parse, second.content) == '"Nobody will stop us."'


def test_a_quotation_after_reported_speech_goes_on_with_it(read: Read) -> None:
    found = read('Petrov said that the war was over. "We are going home."')
    assert found == [("Petrov", "said", 'that the war was over … "We are going home."')]


def test_a_cue_and_colon_may_end_the_paragraph_before(read: Read) -> None:
    assert read('The mayor said:\n\n"We are tired of war."') == [("The mayor", "said", '"We are tired of war."')]


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ('"We are tired of this war." — Ada Petrova', "Ada Petrova", "—"),
        ('"We are tired of this war," he typed.', "he", "typed"),
        ('She had one answer: "We are tired of this war."', "She", "had one answer:"),
    ],
)
def test_cues_that_no_list_holds(read: Read, text: str, source: str, cue: str) -> None:
    assert [(s, c) for s, c, _ in read(text)] == [(source, cue)]


def test_participles_share_the_source(read: Read) -> None:
    found = read("The deal is dead, the ministry said on Tuesday, adding that talks would not resume.")
    assert found == [
        ("the ministry", "said", "The deal is dead"),
        ("the ministry", "adding", "that talks would not resume"),
    ]


def test_speech_of_a_third_party_is_nested(parsed: Callable[..., Parse]) -> None:
    parse = parsed("Kyiv says Moscow told Ankara that the corridor would close.")
    outer, inner = attribution.find(parse, LEXICON)
    assert (outer.within, inner.within) == (None, 0)
    assert triple(parse, inner) == ("Moscow", "told", "that the corridor would close")


def test_citing_somebody_is_nested_in_what_was_written(parsed: Callable[..., Parse]) -> None:
    parse = parsed("The fleet had sailed, the paper wrote, citing two officials.")
    by_source = {words(parse, m.source): m for m in attribution.find(parse, LEXICON)}
    paper, officials = by_source["the paper"], by_source["two officials"]
    assert officials.content == paper.content
    assert officials.within is not None
    assert officials.kind == "anonymous"


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Lisbon says that the harbour is open.", "indirect"),
        ('"The harbour is open," Lisbon says.', "direct"),
        ('Lisbon says the harbour is "open to all who come".', "mixed"),
    ],
)
def test_mode(mentions: Callable[[str], tuple[AttributionMention, ...]], text: str, mode: str) -> None:
    assert [m.mode for m in mentions(text)] == [mode]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The army denied that it had fired.", "denies"),
        ("The army did not deny that it had fired.", "asserts"),
        ("Berlin does not think the pact is dead.", "denies"),
        ("Officials have not said whether talks will resume.", "doubts"),
        ("The group threatened to burn the port.", "promises"),
        ("The judge asked whether it was true.", "asks"),
        ("Vienna demanded that the troops leave.", "demands"),
        ("Analysts doubt that the pact will last.", "doubts"),
    ],
)
def test_stance(mentions: Callable[[str], tuple[AttributionMention, ...]], text: str, stance: str) -> None:
    assert [m.stance for m in mentions(text)] == [stance]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A senior official said that the talks failed.", "anonymous"),
        ("A Kremlin source told Reuters that the visit was off.", "anonymous"),
        ("A minister who asked not to be named said the cabinet was split.", "anonymous"),
        ("Petrov said that the talks failed.", "named"),
        ("I think that the talks failed.", "narrator"),
    ],
)
def test_kind(mentions: Callable[[str], tuple[AttributionMention, ...]], text: str, kind: str) -> None:
    assert [m.kind for m in mentions(text)] == [kind]


def test_a_sentence_in_front_only_shifts(parsed: Callable[..., Parse]) -> None:
    plain, shifted = parsed("Lisbon says the harbour is open."), parsed("Rain fell. Lisbon says the harbour is open.")
    (one,), (other,) = attribution.find(plain, LEXICON), attribution.find(shifted, LEXICON)
    by = len(shifted.words) - len(plain.words)
    assert other.content == tuple((a + by, b + by) for a, b in one.content)
    assert other.cue == tuple((a + by, b + by) for a, b in one.cue)


@pytest.mark.parametrize(
    "text",
    ['"' * 300, "said " * 400, '"a, ' * 200, "He said that " * 200, ": " * 300, "X said Y, " * 150, "``" * 200,
     "citing Reuters " * 150, "’ ' ‘ " * 150, "\u200b said \u0301 that \x00 ok"],
)  # fmt: skip
def test_odd_input_gives_valid_ranges(parsed: Callable[..., Parse], text: str) -> None:
    parse = parsed(text)
    found = attribution.find(parse, LEXICON)
    for k, mention in enumerate(found):
        assert mention.content
        assert mention.within != k
        for first, last in (*mention.source, *mention.cue, *mention.content):
            assert 0 <= first < last <= len(parse.words)
            assert parse.text(first, last)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Rwanda could send troops to Mozambique, a diplomat accredited in Kigali told this newspaper on Monday.",
            "a diplomat accredited in Kigali",
            "Rwanda could send troops to Mozambique",
        ),
        (
            "Ottawa may expel the consul, two officials briefed on the file told the newspaper on Friday.",
            "two officials briefed on the file",
            "Ottawa may expel the consul",
        ),
        (
            "The junta vowed that it would hold elections within a year, but soldiers arrested its rival in May.",
            "The junta",
            "that it would hold elections within a year",
        ),
        (
            "The militia promised that it would free the hostages and would leave the city.",
            "The militia",
            "that it would free the hostages and would leave the city",
        ),
    ],
)
def test_told_beside_a_bare_comma_and_what_came_of_a_promise(read: Read, text: str, source: str, content: str) -> None:
    assert [(who, said) for who, _, said in read(text) if who == source] == [(source, content)]

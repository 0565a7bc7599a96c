"""What the terminal shows: the digest in a page, records as tables, and reasons for every decision."""

import io

import msgspec
import story
from rich.console import Console

from sayso.model.comparison import Comparison
from sayso.model.record import Piece
from sayso.show import terminal


def console(width: int = 100) -> Console:
    return Console(file=io.StringIO(), width=width, color_system=None)


def printed(target: Console) -> str:
    assert isinstance(target.file, io.StringIO)
    return target.file.getvalue()


def test_the_digest_holds_the_main_things_in_about_a_page() -> None:
    target = console()
    terminal.digest(story.comparison(), story.records(), target)
    text = printed(target)
    for words in (
        "Freedonia and Sylvania",
        "inferred from the text",
        "In one breath",
        "3 May 2021",
        "whether it is so: claimed (A) / denied (B)",
        "“The usurper Firefly” ×2",
        "The headline says more than the body",
        "Still open",
        "if: Sylvania breaks its word",
    ):
        assert words in text
    assert len(text.splitlines()) < 60


def test_the_digest_of_nothing_says_so() -> None:
    target = console()
    terminal.digest(Comparison(), (), target)
    assert "Nothing was told" in printed(target)


def test_the_table_has_each_claim_with_its_id_and_holder() -> None:
    target = console(160)
    terminal.table(story.records()[0], target)
    lines = printed(target).splitlines()
    (row,) = [line for line in lines if line.startswith("claim-shelled")]
    assert "claimed" in row
    assert "Rufus Firefly" in row
    assert any("a misspelt cue was read" in line for line in lines)


def test_explain_gives_words_chain_cues_and_rules() -> None:
    target = console()
    record = story.records()[0]
    terminal.explain(record.claims[1], record, target)
    text = printed(target)
    for words in (story.SHELLED, "Rufus Firefly", "“said”", "says.that", "sign.pact", "plain", "CT+"):
        assert words in text


def test_show_takes_every_kind_of_piece() -> None:
    record, comparison = story.records()[0], story.comparison()
    pieces: tuple[tuple[Piece, str], ...] = (
        (record, "claim-signed"),
        (record.claims[0], story.SIGNED),
        (record.attributions[0], "President Firefly"),
        (comparison.events[1], "conflict"),
        (comparison.voices[0], "Rufus Firefly"),
    )
    for piece, words in pieces:
        target = console(140)
        terminal.show(piece, record, target)
        assert words in printed(target)


def test_control_sequences_and_markup_of_an_account_are_not_obeyed() -> None:
    record = story.records()[0]
    info = msgspec.structs.replace(record.document, title="\x1b[2J[bold red]boo[/bold red]\x07\u202e")
    target = console()
    terminal.table(msgspec.structs.replace(record, document=info), target)
    text = printed(target)
    assert "[bold red]boo[/bold red]" in text
    assert not set(text) & {"\x1b", "\x07", "\u202e"}

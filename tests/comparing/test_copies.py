"""Near-copies are found whatever was cut or changed a little; other words about the same thing are none."""

from sayso.comparing.copies import Copies, are_copies, common_copy, print_of, words_of

WIRE = (
    "The harbour of Vessel Bay was closed on Tuesday after a tanker lost power and drifted onto the breakwater. "
    "No fuel has leaked so far, the port authority said, and the nineteen members of the crew were brought ashore. "
    "Tugs will try to pull the ship free at high tide, which the authority expects shortly before midnight. "
    "Ferries to the outer islands are cancelled until further notice, and cargo ships wait in the strait."
)
OWN_WORDS = (
    "A stranded tanker has shut Vessel Bay. The ship ran aground on the breakwater when its engine failed on Tuesday; "
    "its crew of nineteen is safe, and divers found no leak. Island ferries stay in port, and a rescue attempt is due "
    "at tonight's high water, officials in the harbour office told this newspaper in the afternoon."
)


def alike(a: str, b: str) -> bool:
    first, second = print_of(words_of(a)), print_of(words_of(b))
    assert first and second
    return are_copies(first, second)


def test_a_copy_with_small_changes_is_a_copy() -> None:
    assert alike(WIRE, "VESSEL BAY (Wire) - " + WIRE.replace("Tuesday", "Tuesday morning").replace("midnight", "12"))


def test_a_shortened_copy_is_a_copy() -> None:
    assert alike(WIRE, WIRE[: WIRE.index("Ferries")])


def test_the_same_news_in_other_words_is_no_copy() -> None:
    assert not alike(WIRE, OWN_WORDS)


def test_a_long_digest_is_no_copy_of_a_text_it_quotes_in_passing() -> None:
    other = " ".join(f"Item {k} of the day is about matter {k * 7} in district {k * 3}." for k in range(40))
    assert not alike(WIRE[:250], other + WIRE[:250])


def test_a_few_words_tell_nothing() -> None:
    assert print_of(words_of("The harbour is closed. The harbour is closed. The harbour is closed.")) is None
    assert print_of([]) is None


def test_a_text_without_end_or_blanks_is_read_no_further_than_its_first_words() -> None:
    assert len(words_of("word " * 1_000_000)) == 200
    assert len("".join(words_of("x" * 1_000_000))) == 200 * 8


def test_common_copy_names_the_first_of_each_text() -> None:
    texts = {"a": WIRE, "b": OWN_WORDS, "c": WIRE + " (More follows)", "d": "", "e": WIRE[10:]}
    assert common_copy(texts) == {"c": "a", "e": "a"}


def test_what_was_dropped_is_not_found_again() -> None:
    index, made = Copies(), print_of(words_of(WIRE))
    assert made
    index.add(4, made)
    index.add(2, made)
    assert list(index.originals(made)) == [2, 4]
    index.drop(2)
    index.drop(2)
    assert (list(index.originals(made)), len(index)) == ([4], 1)

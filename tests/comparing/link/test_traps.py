"""Small pairs of accounts: one event in other words, and two events that look alike. Our own sentences."""

import pytest

import sayso

Told = tuple[str, str]
"""A text, and the words of its event; the first place they stand at."""

SAME: dict[str, tuple[Told, Told]] = {
    "the same words": (
        ("Brazil's president Ana Duarte resigned on Friday after the vote in the senate.", "resigned"),
        ("Ana Duarte resigned as president of Brazil on Friday, hours after senators voted.", "resigned"),
    ),
    "verb and noun": (
        ("Norway recognised the new government of Palau on Monday.", "recognised"),
        ("Norway's recognition of the new government of Palau, given on Monday, was welcomed.", "recognition"),
    ),
    "another verb": (
        ("Gunmen killed judge Omar Rashidi outside his house in Mosul on Tuesday night.", "killed"),
        ("Judge Omar Rashidi was murdered outside his house in Mosul on Tuesday night by gunmen.", "murdered"),
    ),
    "another noun": (
        ("An earthquake of magnitude 6.2 struck the island of Lombok on Sunday, officials said.", "earthquake"),
        ("A 6.2 magnitude quake hit Lombok island on Sunday, according to officials.", "quake"),
    ),
    "passive": (
        ("Kenyan police arrested the banker Peter Mwangi at Nairobi airport on 3 May.", "arrested"),
        ("The banker Peter Mwangi was arrested at the airport of Nairobi on 3 May by Kenyan police.", "arrested"),
    ),
    "taken over": (
        ("The brewer Oland bought its rival Kestrel for 3 billion dollars on Thursday.", "bought"),
        ("Kestrel's purchase by the brewer Oland for 3 billion dollars was announced on Thursday.", "purchase"),
    ),
    "within one account": (
        ("A bomb exploded in the market of Quetta on Saturday. The explosion killed nine people.", "exploded"),
        ("A bomb exploded in the market of Quetta on Saturday. The explosion killed nine people.", "explosion"),
    ),
}  # fmt: skip

APART: dict[str, tuple[Told, Told]] = {
    "other town": (
        ("A bomb exploded at a bus stop in Quetta on Saturday, killing nine people.", "exploded"),
        ("A bomb exploded at a mosque in Karachi on Monday, killing four people.", "exploded"),
    ),
    "other victim": (
        ("Gunmen killed judge Omar Rashidi outside his house in Mosul.", "killed"),
        ("Gunmen killed the singer Layla Hassan in a restaurant in Erbil.", "killed"),
    ),
    "other company": (
        ("The brewer Oland bought its rival Kestrel for 3 billion dollars.", "bought"),
        ("The airline Novair bought the catering firm Sabre Foods for 90 million dollars.", "bought"),
    ),
    "other speaker": (
        ("The attack was a crime, said the mayor of Quetta, Bilal Khan.", "said"),
        ("Hospitals need blood, said the doctor Sana Malik in Karachi.", "said"),
    ),
    "other year": (
        ("An earthquake struck the island of Lombok in 2018 and killed hundreds.", "earthquake"),
        ("An earthquake struck the province of Bam in 2003 and killed thousands.", "earthquake"),
    ),
    "other act of the same two": (
        ("Kenyan police arrested the banker Peter Mwangi on 3 May as he was boarding a flight to Dubai.", "arrested"),
        ("On 9 May a court in Nairobi released Peter Mwangi on bail after his lawyers said he was ill.", "released"),
    ),
    "another act in the sentence": (
        ("A man fled the bank in Lyon on foot and police searched the district.", "fled"),
        ("Police searched the district in Lyon after a man fled the bank on foot.", "searched"),
    ),
    "other visitor": (
        ("Chancellor Weber visited Ankara on Monday for talks on gas.", "visited"),
        ("King Haakon visited Lisbon on Thursday to open a museum.", "visited"),
    ),
    "other verdict": (
        ("A jury in Troy convicted the accountant Ned Aldous of murder.", "convicted"),
        ("A court in Vancouver convicted the chef Ray Kirk of fraud.", "convicted"),
    ),
}  # fmt: skip


def _clusters(pair: tuple[Told, Told]) -> list[int]:
    mentions = []
    documents: dict[str, sayso.Document] = {}
    for text, words in pair:
        document = documents.setdefault(text, sayso.Document(text))
        start = text.index(words)
        mentions.append((document, document.span(start, start + len(words))))
    return sayso.link(mentions)


@pytest.mark.parametrize("name", SAME)
def test_one_event_in_two_accounts(name: str) -> None:
    first, second = _clusters(SAME[name])
    assert first == second


@pytest.mark.parametrize("name", APART)
def test_two_events_that_look_alike(name: str) -> None:
    first, second = _clusters(APART[name])
    assert first != second

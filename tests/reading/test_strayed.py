"""Words that hung on the wrong verb, and verbs taken for less, are set right; in doubt the parse stays as it is."""

import pytest


def hangs(parse, text):
    """How the word `text` hangs on which other."""
    word = next(w for w in parse.words if w.text == text)
    return word.dep, parse.words[word.head].text


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("Neither did the army fire on the marchers in Lome, whatever they may say.", "army", ("nsubj", "fire")),
        ("Never before had Pretoria sanctioned a fellow member of the bloc.", "Pretoria", ("nsubj", "sanctioned")),
        (
            "Qatar, he said, had for years financed extremists and meddled in the affairs of its neighbours.",
            "extremists",
            ("dobj", "financed"),
        ),
        (
            "If Ankara lets the two Greek soldiers go home, Athens will extradite the officers.",
            "go",
            ("ccomp", "lets"),
        ),
        (
            "It was gunmen hired by a Lebanese businessman who killed the judge in Tyre.",
            "killed",
            ("relcl", "gunmen"),
        ),
        (
            "Chad and the two neighbours that had sanctioned it signed a treaty in Libreville on Tuesday.",
            "it",
            ("dobj", "sanctioned"),
        ),
        ("The junta, its critics say, has since March jailed more than forty reporters.", "March", ("pobj", "since")),
        ("Belgrade may, diplomats fear, one day send its gendarmes across the line.", "Belgrade", ("nsubj", "send")),
        (
            "The bloc may suspend Niamey, close its borders or sanction the generals who took power.",
            "generals",
            ("dobj", "sanction"),
        ),
        (
            "The four could next withdraw their deposits from Qatari banks or urge trading partners to boycott Doha.",
            "urge",
            ("conj", "withdraw"),
        ),
        (
            "To its neighbours Kenya has donated vaccines; to its rivals it has sold them.",
            "Kenya",
            ("nsubj", "donated"),
        ),
        (
            "Washington, its stocks running low, will send Kyiv older missiles that Germany had retired.",
            "Washington",
            ("nsubj", "send"),
        ),
        (
            "Washington, its stocks running low, will send Kyiv older missiles that Germany had retired.",
            "Kyiv",
            ("dative", "send"),
        ),
        (
            "A Norwegian academic, whose release Oslo has demanded four times, was moved to a penal colony.",
            "Oslo",
            ("nsubj", "demanded"),
        ),
        (
            "Prosecutors in The Hague charged on Tuesday a Dutch engineer and, in his absence, a Russian attache.",
            "Prosecutors",
            ("nsubj", "charged"),
        ),
        (
            "Sanctions announced in London against four companies will bite only if the Emirates follow suit.",
            "Sanctions",
            ("nsubj", "bite"),
        ),
        (
            "Police who had been told to hold back fired rubber bullets at students in Nairobi.",
            "bullets",
            ("dobj", "fired"),
        ),
        (
            "The leaders ought to impose sanctions that hurt, on Turkish banks and a state oil company.",
            "on",
            ("prep", "sanctions"),
        ),
        (
            "The United States imposed another round of sanctions last week, this time on the timber enterprises.",
            "on",
            ("prep", "imposed"),
        ),
        (
            "Having failed to win over the tribes, the general, who once ran the secret police, bombed their wells.",
            "general",
            ("nsubj", "bombed"),
        ),
        (
            "The court jailed, for the second time in a year, the leader of the dockers.",
            "leader",
            ("dobj", "jailed"),
        ),
        ("ASEAN shuts Myanmar junta chief out of summit in unprecedented move", "chief", ("dobj", "shuts")),
    ],
)
def test_found_again(parsed, text, word, wanted):
    assert hangs(parsed(text), word) == wanted


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("A man given asylum in Norway.", "given", ("acl", "man")),
        ("Libya has armed groups in every city.", "groups", ("dobj", "has")),
        ("The king dismissed his cousin and had him arrested.", "arrested", ("ccomp", "had")),
    ],
)
def test_left_alone(parsed, text, word, wanted):
    assert hangs(parsed(text), word) == wanted

"""Quotations that nobody is named for where they stand, but whose words the text credits to somebody elsewhere.

A subheading that repeats a line of the speech is the speaker's, not the narrator's.
"""

from collections.abc import Sequence

from sayso.model.flow import AttributionMention, Parse, TokenRange
from sayso.reading.attribution import quotes

MIN_WORDS = 4
Gist = tuple[str, ...]


def repeats(parse: Parse, attributions: Sequence[AttributionMention]) -> tuple[AttributionMention, ...]:
    """One attribution, with the other's source, for each unattributed quotation whose words another's content has."""
    contents = [(mention, _gists(parse, mention.content)) for mention in attributions if mention.kind != "narrator"]
    found: list[AttributionMention] = []
    for quotation in quotes.find(parse).all:
        if _held(attributions, quotation.first, quotation.last):
            continue
        words = _gist(parse, (quotation.first, quotation.last))
        speaker = next((m for m, gists in contents if any(_inside(words, one) for one in gists)), None)
        if speaker is not None and len(words) >= MIN_WORDS:
            found.append(_repeat(speaker, (quotation.first, quotation.last)))
    return tuple(found)


def _repeat(speaker: AttributionMention, content: TokenRange) -> AttributionMention:
    return AttributionMention(
        source=speaker.source, cue=(), content=(content,), source_head=speaker.source_head, kind=speaker.kind,
        mode="direct", stance=speaker.stance, rule="repeated-quotation",
    )  # fmt: skip


def _held(attributions: Sequence[AttributionMention], first: int, last: int) -> bool:
    """Whether an attribution's content overlaps words `[first, last)`."""
    return any(a < last and first < b for mention in attributions for a, b in mention.content)


def _gists(parse: Parse, ranges: Sequence[TokenRange]) -> list[Gist]:
    return [_gist(parse, one) for one in ranges]


def _gist(parse: Parse, words: TokenRange) -> Gist:
    return tuple(word.lower for word in parse.words[words[0] : words[1]] if word.lower[:1].isalnum())


def _inside(words: Gist, others: Gist) -> bool:
    if not words or words[0] not in others:
        return False
    return any(others[k : k + len(words)] == words for k in range(len(others) - len(words) + 1))

"""Quotations that nobody is named for where they stand, but whose words the text credits to somebody elsewhere.

A subheading that repeats a line of the speech is the speaker's, not the narrator's.
"""

from collections.abc import Iterable, Sequence

from sayso.model.flow import AttributionMention, Parse, TokenRange
from sayso.reading import near
from sayso.reading.attribution import quotes

MIN_WORDS = 4
Gist = tuple[str, ...]


def repeats(parse: Parse, attributions: Sequence[AttributionMention]) -> tuple[AttributionMention, ...]:
    """One attribution, with the other's source, for each unattributed quotation whose words another's content has."""
    around, said = near.contents(parse, attributions), _Said(parse, attributions)
    found: list[AttributionMention] = []
    for quotation in quotes.find(parse).all:
        whole = (quotation.first, quotation.last)
        if _held((attributions[k] for k in around.over(*whole)), *whole):
            continue
        speaker = said.speaker(_gist(parse, whole))
        if speaker is not None:
            found.append(_repeat(speaker, whole))
    return tuple(found)


class _Said:
    """The contents by every few words in a row, so that a quotation meets only those that share its first words."""

    def __init__(self, parse: Parse, attributions: Sequence[AttributionMention]) -> None:
        self._first: dict[Gist, AttributionMention] = {}
        for mention in attributions:
            for gist in _gists(parse, mention.content) if mention.kind != "narrator" else ():
                self._first.setdefault(gist, mention)
        self._sharing: dict[Gist, list[Gist]] = {}
        for gist in self._first:
            for opening in {gist[k : k + MIN_WORDS] for k in range(len(gist) - MIN_WORDS + 1)}:
                self._sharing.setdefault(opening, []).append(gist)

    def speaker(self, words: Gist) -> AttributionMention | None:
        """The first attribution whose content has the words, if there are enough of them."""
        sharing = self._sharing.get(words[:MIN_WORDS], ()) if len(words) >= MIN_WORDS else ()
        return next((self._first[gist] for gist in sharing if _inside(words, gist)), None)


def _repeat(speaker: AttributionMention, content: TokenRange) -> AttributionMention:
    return AttributionMention(
        source=speaker.source, cue=(), content=(content,), source_head=speaker.source_head, kind=speaker.kind,
        mode="direct", stance=speaker.stance, rule="repeated-quotation",
    )  # fmt: skip


def _held(attributions: Iterable[AttributionMention], first: int, last: int) -> bool:
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

"""Attributions → how much room each speaker has: words told in their name, and words of theirs quoted."""

from collections import Counter
from collections.abc import Sequence

from sayso.model.flow import Parse
from sayso.model.record import Attribution, Share
from sayso.reading.framing.telling import NARRATOR, Holders

Who = tuple[str, str | None]
BY_NARRATOR: Who = ("narrator", None)


def shares(parse: Parse, holders: Holders, attributions: Sequence[Attribution]) -> tuple[Share, ...]:
    """Every speaker's share, the one with most words first; marks do not count as words.

    `attributions` are the records of those that `holders` was made with. A word is the innermost speaker's; quoted
    words that nobody is known to say count in the whole, and as nobody's quotation.
    """
    words: Counter[Who] = Counter()
    quoted: Counter[Who] = Counter()
    country = {_speaker(one): one.speaker.country for one in attributions}
    all_words = all_quoted = 0
    for word in parse.words:
        if not word.text[:1].isalnum():
            continue
        k = holders.by[word.i]
        speaker = BY_NARRATOR if k == NARRATOR else _speaker(attributions[k])
        all_words += 1
        words[speaker] += 1
        if holders.quoted(word.i):
            all_quoted += 1
            quoted[speaker] += speaker != BY_NARRATOR
    return tuple(
        Share(
            by=name, actor_id=actor, words=count, quoted=quoted[name, actor],
            of_words=round(count / all_words, 4), of_quoted=round(quoted[name, actor] / max(all_quoted, 1), 4),
            country=country.get((name, actor)),
        )
        for (name, actor), count in sorted(words.items(), key=lambda item: (-item[1], item[0][0]))
    )  # fmt: skip


def _speaker(one: Attribution) -> Who:
    return one.speaker.name, one.speaker.actor_id

"""Actor mentions → how each is written about, where that is sure, whose words these are, and who does what to whom.

A mention is listed when its sentence puts it in a good or a bad light, and when it has a part in an act that does
somebody good or harm: then also with polarity 0, so that it shows who is told to act and who is acted upon.
"""

from collections.abc import Iterator, Sequence

import msgspec

from sayso.lexicon.polarity import PolarityLexicon
from sayso.model.flow import ActorTable, AttributionMention, Mention, Parse
from sayso.model.record import Attribution, Polarity, Role, Towards
from sayso.reading.framing.regard import Regard, combined, regard
from sayso.reading.framing.roles import act_of
from sayso.reading.framing.telling import NARRATOR, Holders
from sayso.reading.learned import Reading

SURE = 0.8
"""Score from which the small model alone is believed; of such, five in six are right."""
SURE_OF_BOTH = 0.75
"""The same for it and the encoder together."""
SPARED = 0.7
"""Score, at least, of nothing said against those to whom harm is done, which a rule says and not the model."""
WORTH_ASKING = 0.55
"""Score of one side from which the encoder is asked too."""
WORDS_A_QUESTION = 120
"""The encoder is asked at most once in so many words of the document, on the targets that lean most."""
_WHOSE = frozenset({"PRP$", "WP", "WDT", "WP$"})
_WHERE = frozenset({"in", "to", "from", "near", "across", "around", "into", "at", "through", "throughout", "outside"})


class _Target(msgspec.Struct, frozen=True, gc=False):
    """A mention, its part in an act if it has any, whose words it stands in, and what the small model makes of it.

    `mixed`: it stands in the narrator's words, and its sentence has somebody else's too.
    """

    mention: Mention
    act: int | None
    role: Role | None
    holder: int
    mixed: bool
    regard: Regard


def towards(
    parse: Parse,
    table: ActorTable,
    said: Sequence[AttributionMention],
    holders: Holders,
    records: Sequence[Attribution],
    lexicon: PolarityLexicon,
    reading: Reading | None = None,
) -> tuple[Towards, ...]:
    """How the document's actors are written about, in text order. `records`: those of `said`, in order.

    What stands in quotation marks that no attribution holds is left out: who says it is not known.
    """
    cues = frozenset(one.cue_head for one in said)
    targets = list(_targets(parse, table, holders, lexicon, cues))
    regards, asked = _asked(targets, reading)
    found = []
    for k, (target, one) in enumerate(zip(targets, regards, strict=True)):
        polarity, score = _sure(one, SURE_OF_BOTH if k in asked else SURE)
        if polarity < 0 and target.role == "done-to" and _spares(parse, target, lexicon):
            polarity, score = 0, max(one.neutral, SPARED)
        if polarity == 0 and not _acts(parse, target, lexicon):
            continue
        by = "narrator" if target.holder == NARRATOR else records[target.holder].id
        found.append(_told(parse, target, polarity, score, by))
    return tuple(found)


def _targets(
    parse: Parse, table: ActorTable, holders: Holders, lexicon: PolarityLexicon, cues: frozenset[int | None]
) -> Iterator[_Target]:
    for mention in sorted(table.mentions, key=lambda one: (one.first, one.last)):
        holder = holders.by[mention.head]
        unknown = holder == NARRATOR and holders.quoted(mention.head)
        if mention.how == "adjective" or unknown or _only_points(parse, mention.head):
            continue
        part = act_of(parse, mention.head)
        act, role = part if part is not None and part[0] not in cues else (None, None)
        sentence = parse.sentence(mention.head)
        mixed = holder == NARRATOR and any(one != NARRATOR for one in holders.by[sentence.first : sentence.last])
        own = regard(parse, (mention.first, mention.last), mention.head, lexicon, holders.by)
        yield _Target(mention, act, role, holder, mixed, own)


def _only_points(parse: Parse, i: int) -> bool:
    """Whether the words only say whose, which or where: "their", "who", "in Kenya"."""
    word = parse.words[i]
    return word.tag in _WHOSE or (word.dep == "pobj" and parse.words[word.head].lower in _WHERE)


def _asked(targets: Sequence[_Target], reading: Reading | None) -> tuple[list[Regard], frozenset[int]]:
    """What to make of each target, and those on which the encoder was asked: where the small model leans most."""
    regards = [target.regard for target in targets]
    if reading is None:
        return regards, frozenset()
    leaning = {k: max(one.negative, one.positive) for k, one in enumerate(regards) if not targets[k].mixed}
    worth = (k for k in leaning if leaning[k] >= WORTH_ASKING)
    asked = sorted(worth, key=lambda k: (-leaning[k], k))[: 1 + len(reading.parse.words) // WORDS_A_QUESTION]
    learned = reading.sentiment([(targets[k].mention.first, targets[k].mention.last) for k in asked])
    for k, one in zip(asked, learned, strict=True):
        regards[k] = combined(regards[k], one.probabilities)
    return regards, frozenset(asked)


def _sure(found: Regard, least: float) -> tuple[Polarity, float]:
    """The polarity where it is sure; else 0, with the probability of that."""
    if found.polarity != 0 and found.score >= least:
        return found.polarity, found.score
    return 0, found.neutral


def _acts(parse: Parse, target: _Target, lexicon: PolarityLexicon) -> bool:
    """Whether the target has a part in an act that does good or harm."""
    return target.act is not None and parse.words[target.act].lemma in lexicon.acts


def _spares(parse: Parse, target: _Target, lexicon: PolarityLexicon) -> bool:
    """Whether the act says nothing ill of those it is done to: who is killed is not blamed."""
    lemma = "" if target.act is None else parse.words[target.act].lemma
    return lemma in lexicon.acts and lexicon.done_to.get(lemma, 0) == 0


def _told(parse: Parse, target: _Target, polarity: Polarity, score: float, by: str) -> Towards:
    mention, sentence = target.mention, parse.sentence(target.mention.head)
    return Towards(
        actor_id=mention.actor,
        span=parse.span(mention.first, mention.last),
        polarity=polarity,
        score=round(score, 3),
        by=by,
        role=target.role,
        evidence=(parse.span(sentence.first, sentence.last),),
    )

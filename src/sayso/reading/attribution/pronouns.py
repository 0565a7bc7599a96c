"""Whom an "it" behind or amid what it says stands for: "The council met. Rwanda, it said, had sent troops"."""

from sayso.lexicon.reporting import ReportingLexicon
from sayso.model.flow import ActorTable, AttributionMention, Parse
from sayso.model.record import Party, Speaker
from sayso.reading import actors
from sayso.reading.attribution import grammar

BACK = 2
"""How many sentences back a pronoun is followed."""


def not_of_itself(
    parse: Parse, mention: AttributionMention, who: Speaker, table: ActorTable, lexicon: ReportingLexicon
) -> Speaker:
    """The speaker; where an "it" was taken for somebody named in what it says, who the sentences before are about.

    Who speaks would call itself "it" from the first word on. Nobody found leaves the bare pronoun.
    """
    head = mention.source_head
    if head is None or parse.words[head].lower != "it" or who.actor_id is None or not _amid(parse, mention, who, table):
        return who
    subject = _about(parse, table, lexicon, head)
    if subject is None or subject.name == who.name:
        return Speaker(name=who.text, text=who.text)
    return Speaker(
        name=subject.name, text=who.text, code=subject.code, country=subject.country, actor_id=subject.actor_id
    )


def _amid(parse: Parse, mention: AttributionMention, who: Speaker, table: ActorTable) -> bool:
    """Whether the one it was taken for is named in its own content, in the same sentence before it."""
    here = parse.sentence(mention.source[0][0])
    before = (
        i for first, last in mention.content for i in range(max(first, here.first), min(last, mention.source[0][0]))
    )
    nouns = [i for i in before if parse.words[i].pos in ("PROPN", "NOUN")]
    return any(actors.party(parse, table, i).actor_id == who.actor_id for i in nouns)


def _about(parse: Parse, table: ActorTable, lexicon: ReportingLexicon, head: int) -> Party | None:
    """Whoever the sentence before, or the one before that, is about."""
    here = parse.sentence(head)
    for before in reversed(parse.sentences[max(0, here.index - BACK) : here.index]):
        if before.block != here.block or before.where != here.where:
            return None
        root = next((w.i for w in parse.words[before.first : before.last] if w.head == w.i), before.first)
        subject = grammar.child(parse, root, "nsubj")
        if subject is not None and parse.words[subject].tag not in ("NNS", "NNPS", "EX"):
            party = actors.party(parse, table, subject)
            body = parse.words[subject].lemma in lexicon.speakers
            if party.actor_id is not None or body:
                return party
    return None

"""Events × chains of sources → claims: the one place where who did what meets who says so and how surely."""

from collections.abc import Iterator, Sequence

import msgspec

from sayso.lexicon.ontology import Ontology
from sayso.model.flow import EventMention, Judgement, Parse, TokenRange
from sayso.model.ids import stable_id
from sayso.model.record import BySource, Claim, Event, EventTime, Made, Place, Reason, Status
from sayso.reading import certainty, place, time
from sayso.reading.chains import Chain, Chains, Facts, Told
from sayso.reading.sides import Sides

VERSION = "1"
TOLD = frozenset({"happened", "claimed", "denied"})
PAST = frozenset({"has", "have", "had", "was", "were", "'ve", "’ve"})
SAID = frozenset(
    {"say", "pledge", "promise", "vow", "warn", "insist", "add", "announce", "argue", "allege", "complain"}
)
THINGS = frozenset({"it", "this", "that", "these", "those", "which", "what"})
"""Pronouns that stand for no actor: who they are said to speak for is nobody."""
HOLD_UP = frozenset({"relcl", "acl", "appos", "conj", "cc", "punct", "advcl", "ccomp"})


def claims(
    facts: Facts, events: Sequence[EventMention], judgements: Sequence[Judgement], ontology: Ontology
) -> tuple[Claim, ...]:
    """One claim for each event and chain of sources, in text order; never two for the same event, parties and chain."""
    sides = Sides(facts.parse, facts.table, facts.attributions, facts.records, facts.places)
    mute = facts.narrated | {k for k, one in enumerate(facts.records) if one.speaker.name.lower() in THINGS}
    mute -= {k for k in mute - facts.narrated if _says(facts, k)}
    chains = Chains(facts, mute)
    found: dict[str, Claim] = {}
    for event, judgement in zip(events, judgements, strict=True):
        for act, told in _told(facts, chains, event):
            chain = told.chain[:-1] if judgement.granted else told.chain
            claim = _Build(facts, sides, act, chain, told).claim(judgement, ontology)
            found.setdefault(claim.id, claim)
    return tuple(found.values())


def _says(facts: Facts, k: int) -> bool:
    """Whether an "it" is somebody, since it says or pledges something rather than shows it."""
    found, record = facts.attributions[k], facts.records[k]
    cue = found.cue_head
    spoken = cue is not None and facts.parse.words[cue].lemma in SAID and found.rule.endswith((":clause", ":quote"))
    return spoken and record.speaker.name.lower() == "it"


def _told(facts: Facts, chains: Chains, event: EventMention) -> Iterator[tuple[EventMention, Told]]:
    """The event as each chain of sources tells it. Whoever is said to have done it, in words around the noun that tells
    of it ("denied any role in the raid"), does it in the words of who says so; that it was done is told apart.
    """
    culprit = facts.culprits.get(event.head)
    if culprit is None or (set(event.actors) - {culprit.who} and culprit.who is not None):
        yield from ((event, told) for told in chains.of(event.head))
        return
    known = tuple(chains.of(culprit.verb)) if culprit.ascribed else ()
    if culprit.who is None or _definite(facts.parse, event.head):
        yield from ((msgspec.structs.replace(event, actors=()), told) for told in known)
    if culprit.who is None or culprit.who in event.recipients:
        return
    whose = msgspec.structs.replace(event, actors=(culprit.who,))
    for told in chains.of(culprit.said):
        yield whose, Told(told.chain, told.denied or culprit.denied, culprit.ascribed)


def _definite(parse: Parse, i: int) -> bool:
    """Whether the act is named as known: "the raid", "Sunday's raid"."""
    below = (parse.words[c] for c in parse.children[i] if c < i)
    return any(word.lower in ("the", "this", "that") or word.dep == "poss" for word in below)


def told_status(judged: Status, chain: Chain) -> Status:
    """`claimed` when only a source commits to what would else have happened; every other status stands."""
    return "claimed" if chain and judged == "happened" else judged


class _Build:
    """One claim in the making: an event as one chain of sources tells it."""

    def __init__(self, facts: Facts, sides: Sides, event: EventMention, chain: Chain, told: Told) -> None:
        self.facts = facts
        self.parse = facts.parse
        self.event = event
        self.chain = chain
        self.denied = told.denied or bool(chain and chain[-1] in facts.echoes)
        self.ascribed = told.ascribed
        self.ids = tuple(facts.records[k].id for k in chain)
        self.actors, self.recipients = sides.both(event)

    def claim(self, judged: Judgement, ontology: Ontology) -> Claim:
        scenario = None if judged.status in TOLD and told_as_past(self.parse, self.event.head) else self._scenario()
        # What a source is quoted as saying is no part of the author's scenario, though told inside it.
        judgement = certainty.in_scenario(judged) if scenario is not None and not self.chain else judged
        if self.denied:
            judgement = _denied(judgement)
        status = told_status(judgement.status, self.chain)
        if self.ascribed and status == "happened":
            status = "claimed"
        when = self._time(status)
        sentence = self.parse.sentence(self.event.head)
        return Claim(
            id=self._id(),
            event=self._event(ontology),
            actors=self.actors,
            recipients=self.recipients,
            time=when,
            place=self._place(),
            attribution=self.ids,
            certainty=judgement.certainty,
            value=round(judgement.value, 3),
            by_source=self._by_source(judgement),
            status=status,
            conditions=tuple(self.parse.span(*part) for part in judgement.conditions),
            scenario=scenario,
            evidence=(self.parse.span(*self._evidence(judgement)),),
            confidence=self.event.confidence,
            made=Made(by="reading.events", rule=self.event.rule, version=VERSION),
            why=tuple(self._why(judgement, status, when)),
            section=sentence.section,
        )

    def _id(self) -> str:
        trigger = self.parse.span(*self.event.trigger)
        names = [sorted(party.name for party in side) for side in (self.actors, self.recipients)]
        where = (trigger.where or "text", trigger.start, trigger.end)
        return stable_id("claim", self.parse.document.id, where, names, self.ids)

    def _event(self, ontology: Ontology) -> Event:
        event = self.event
        return Event(
            plover=event.plover,
            mode=event.mode,
            cameo=event.cameo,
            quad=ontology.quad(event.cameo) if event.cameo else None,
            goldstein=ontology.goldstein(event.cameo) if event.cameo else None,
            trigger=self.parse.span(*event.trigger),
            reciprocal=event.reciprocal,
        )

    def _scenario(self) -> str | None:
        sentence = self.parse.words[self.event.head].sentence
        for found, scenario_id in zip(self.facts.scenarios, self.facts.scenario_ids, strict=True):
            if found.sentences[0] <= sentence < found.sentences[1]:
                return scenario_id
        return None

    def _time(self, status: Status) -> EventTime:
        when = time.event_time(self.parse, self.facts.times, self.event.head, self.facts.published, status=status)
        bounded_below_only = when.start is not None and when.end is None and when.precision == "unknown"
        if bounded_below_only and status in TOLD and self.facts.published is not None:
            # "The first since its 2021 takeover": after that, and before the account tells of it.
            return msgspec.structs.replace(when, end=self.facts.published)
        return when

    def _place(self) -> Place | None:
        parties = (*self.event.actors, *self.event.recipients)
        return place.event_place(self.parse, self.facts.places, self.event.head, parties)

    def _by_source(self, judgement: Judgement) -> tuple[BySource, ...]:
        sources = [self.facts.attributions[k] for k in self.chain]
        pairs = zip(self.ids, certainty.by_source(judgement, sources), strict=True)
        return tuple(BySource(attribution=i, certainty=sure, value=round(value, 3)) for i, (sure, value) in pairs)

    def _evidence(self, judgement: Judgement) -> TokenRange:
        """The words of the event's own sentence from the first to the last part of what the claim says."""
        sentence = self.parse.sentence(self.event.head)
        parts = [self.event.trigger, *judgement.cues]
        parts += [_phrase(self.parse, i) for i in (*self.event.actors, *self.event.recipients)]
        inside = [part for part in parts if sentence.first <= part[0] and part[1] <= sentence.last]
        return min(first for first, _ in inside), max(last for _, last in inside)

    def _why(self, judgement: Judgement, status: Status, when: EventTime) -> Iterator[Reason]:
        event = self.event
        coded = " ".join(part for part in (event.plover, event.cameo and f"CAMEO {event.cameo}") if part)
        yield Reason(stage="events", rule=event.rule, gave=coded, span=self.parse.span(*event.trigger))
        for k in self.chain:
            found, record = self.facts.attributions[k], self.facts.records[k]
            cue = self.parse.span(*found.cue[0]) if found.cue else None
            yield Reason(stage="attribution", rule=found.rule, gave=f"{record.speaker.name} {found.stance}", span=cue)
        gave = f"{judgement.certainty}, {status}"
        for part in judgement.cues or (None,):
            span = self.parse.span(*part) if part else None
            yield Reason(stage="certainty", rule=judgement.rule, gave=gave, span=span)
        if when.span is not None:
            yield Reason(stage="time", rule=when.basis, gave=f"{when.start or ''}/{when.end or ''}", span=when.span)


def told_as_past(parse: Parse, i: int) -> bool:
    """Whether verb `i` is in the past or the perfect: what has been is no part of an alternative to come."""
    words = parse.words
    auxiliaries = {words[c].lower for c in parse.children[i] if words[c].dep in ("aux", "auxpass")}
    return words[i].tag == "VBD" or (words[i].tag == "VBN" and bool(auxiliaries & PAST))


def _denied(judgement: Judgement) -> Judgement:
    """What somebody who denies the whole of it commits to: that it is certainly not so."""
    return msgspec.structs.replace(
        judgement, certainty="CT-", value=-3.0, status="denied", rule=f"{judgement.rule}+denied elsewhere"
    )


def _phrase(parse: Parse, i: int) -> TokenRange:
    """The noun phrase of `i` up to its head, without the clauses that hang on it."""
    left = [parse.subtree(c)[0] for c in parse.children[i] if c < i and parse.words[c].dep not in HOLD_UP]
    return min([i, *left]), i + 1

"""Headlines against their bodies, scenarios, and what was undertaken and is still open."""

from sayso.model.comparison import Commitment, ComparedHeadline, ComparedScenario
from sayso.model.span import Span
from sayso.show import words
from sayso.show.book import Book
from sayso.show.page.citations import Citations
from sayso.show.page.views import Back, CommitmentView, HeadlineView, Quote, ScenarioView

_SIGNS = {"supported": "=", "attributed": "“”", "weaker": "<", "stronger": ">", "contradicted": "≠"}


def headlines(book: Book, citations: Citations) -> tuple[HeadlineView, ...]:
    """Each headline with what the body makes of it."""
    return tuple(_headline(book, citations, found) for found in book.comparison.headlines)


def _headline(book: Book, citations: Citations, found: ComparedHeadline) -> HeadlineView:
    ref = citations.account(found.document)
    back = Back(f"#headline-{ref.text}", "headline")
    text = Quote(words.clip(book.title(found.document), 200), ref)
    return HeadlineView(
        ref=ref,
        headline=citations.quote(found.document, found.headline, back) if found.headline else text,
        outcome=words.outcome(found.outcome),
        sign=_SIGNS.get(found.outcome, "?"),
        why="" if found.outcome == "supported" else found.why,
        evidence=citations.quotes(found.document, found.evidence[:3], back),
    )


def scenarios(book: Book, citations: Citations) -> tuple[ScenarioView, ...]:
    """What the accounts imagine, each with its conditions and the events inside."""
    return tuple(_scenario(book, citations, found, k) for k, found in enumerate(book.comparison.scenarios, start=1))


def _scenario(book: Book, citations: Citations, found: ComparedScenario, number: int) -> ScenarioView:
    back = Back(f"#scenario-{number}", f"scenario {number}")
    events = [book.event_of(wanted) for wanted in found.events]
    return ScenarioView(
        anchor=f"scenario-{number}",
        number=str(number),
        account=citations.account(found.document),
        holder=book.speaker(found.holder, found.document),
        quote=citations.quote(found.document, found.span, back),
        conditions=citations.quotes(found.document, found.conditions, back),
        events=tuple(dict.fromkeys(citations.event_ref(event) for event in events if event is not None)),
    )


def commitments(book: Book, citations: Citations) -> tuple[CommitmentView, ...]:
    """What somebody undertook or threatened, once each, the open ones first."""
    every = [found for relation in book.comparison.relations for found in relation.commitments]
    unique = {found.claim: found for found in every}
    ordered = sorted(unique.values(), key=lambda found: not found.open)
    return tuple(_commitment(book, citations, found, k) for k, found in enumerate(ordered, start=1))


def _commitment(book: Book, citations: Citations, found: Commitment, number: int) -> CommitmentView:
    back = Back(f"#commitment-{number}", f"commitment {number}")
    claim = book.claim(found.claim)
    evidence: tuple[Span, ...] = claim.evidence[:1] if claim else ()
    return CommitmentView(
        anchor=f"commitment-{number}",
        account=citations.account(found.document),
        holder=book.speaker(found.holder, found.document),
        act=found.act,
        open=found.open,
        conditions=citations.quotes(found.document, found.conditions, back),
        quote=next(iter(citations.quotes(found.document, evidence, back)), None),
    )

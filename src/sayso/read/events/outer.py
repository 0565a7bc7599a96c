"""Acts that have no verb of their own: what somebody will, will not or must do, and hostile acts ascribed to another."""

from collections.abc import Iterator, Sequence

from sayso.lexicon.events import EventLexicon, Rule
from sayso.read.events.compose import Draft, Drafts, modal, negated, reporter
from sayso.read.events.match import Match
from sayso.read.events.tree import Tree


def find(tree: Tree, lexicon: EventLexicon, inner: Sequence[Draft], drafts: Drafts) -> Iterator[Draft]:
    """Intentions, refusals and demands in modal verbs; accusations in verbs of saying."""
    statements = lexicon.words("say")
    taken: set[int] = set()
    for draft in inner:
        head = draft.head
        if tree.words[head].dep in ("xcomp", "pcomp", "acl") or draft.cameo.startswith("01"):
            continue
        says = reporter(tree, head, statements)
        for found in (_intention(tree, lexicon, draft, says), _demand(tree, lexicon, draft, says)):
            if found is not None and found.head not in taken:
                taken.add(found.head)
                yield found
        accusation = _accusation(tree, lexicon, draft, says)
        if accusation is not None and accusation.head not in taken:
            taken.add(accusation.head)
            yield accusation


def _intention(tree: Tree, lexicon: EventLexicon, draft: Draft, says: int | None) -> Draft | None:
    """"X will release Y": an intent to do it; "X will not release Y": a refusal."""
    aux = modal(tree, draft.head, lexicon.words("will"))
    if aux is None or tree.passive(draft.head) or not draft.actors:
        return None
    if not any(tree.actorish(i) for i in draft.actors):
        return None
    table = "unwillingness" if negated(tree, draft.head) else "intent"
    code = lexicon.ontology.compose(table, draft.cameo)
    if not code:
        return None
    own = says is not None and _same_speaker(tree, says, draft.actors[0])
    if tree.words[aux].lower == "would" and not own:
        return None
    head = says if own and says is not None else aux
    rule = _rule(f"modal-{table}", code)
    return Draft(Match(rule, head, (), (), 1.0), code, draft.actors, draft.recipients, head, composed=True)


def _same_speaker(tree: Tree, says: int, actor: int) -> bool:
    return tree.words[actor].pos == "PRON" or actor in tree.surface(says)


def _demand(tree: Tree, lexicon: EventLexicon, draft: Draft, says: int | None) -> Draft | None:
    """"X said Y must withdraw" asks Y to withdraw."""
    if says is None or negated(tree, draft.head):
        return None
    return demand_of(tree, lexicon, draft.head, says, draft.cameo)


def demand_of(tree: Tree, lexicon: EventLexicon, verb: int, says: int, inner: str) -> Draft | None:
    """The demand that `says` makes by a "must" on `verb`."""
    if modal(tree, verb, lexicon.words("must")) is None:
        return None
    actors = tree.surface(says)
    targets = tuple(i for i in tree.surface(verb) if i not in actors and tree.words[i].lower not in ("we", "i"))
    if not actors or not targets:
        return None
    code = lexicon.ontology.compose("demand", inner) or "100"
    rule = _rule("modal-demand", code)
    recipients = tuple(tree.dig(i) for i in targets)
    return Draft(Match(rule, says, (), (), 1.0), code, actors, recipients, says, composed=True)


def _accusation(tree: Tree, lexicon: EventLexicon, draft: Draft, says: int | None) -> Draft | None:
    """"X said Y shelled Z": X ascribes a hostile act to Y, which is an accusation."""
    if says is None or tree.words[says].lemma not in lexicon.words("ascribe"):
        return None
    if negated(tree, draft.head) or modal(tree, draft.head, lexicon.words("unreal")) is not None:
        return None
    speakers = tree.surface(says)
    code = lexicon.ontology.compose("accusation", draft.cameo)
    doers = tuple(i for i in draft.actors if i not in speakers and tree.actorish(i))
    if not code or not speakers or not doers or any(tree.words[i].pos == "PRON" for i in (*doers, *speakers)):
        return None
    rule = _rule("ascribed-act", code)
    return Draft(Match(rule, says, (), (), 1.0), code, speakers, doers, says, composed=True)


def _rule(name: str, cameo: str) -> Rule:
    """A rule for what mechanism, not a phrase, finds."""
    empty: frozenset[str] = frozenset()
    return Rule(name, "verb", "", (), cameo, None, None, empty, empty, empty, (), (), "", "", False, False, False, 0)

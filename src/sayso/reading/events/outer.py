"""Acts without a verb of their own: what somebody will, will not or must do; hostile acts ascribed to another."""

from collections.abc import Iterator, Sequence

from sayso.lexicon.events import EventLexicon, Rule
from sayso.model.flow import Sentence
from sayso.reading.events.compose import Draft, modal, negated, reporter
from sayso.reading.events.lemmas import VERBAL
from sayso.reading.events.match import Match
from sayso.reading.events.tree import Tree

NOT_IMPERATIVE = frozenset({"nsubj", "nsubjpass", "aux", "mark", "expl", "csubj"})


def find(tree: Tree, lexicon: EventLexicon, inner: Sequence[Draft], sentence: Sentence) -> Iterator[Draft]:
    """Intentions, refusals and demands in modal verbs; accusations in verbs of saying."""
    statements = lexicon.words("say")
    taken: set[int] = set()
    told = {draft.head: draft for draft in inner if not draft.cameo.startswith("01")}
    for v in range(sentence.first, sentence.last):
        if tree.words[v].pos not in VERBAL or tree.words[v].dep in ("aux", "auxpass"):
            continue
        draft = told.get(v)
        says = reporter(tree, v, statements)
        for found in _of_verb(tree, lexicon, v, draft, says):
            if found.head not in taken:
                taken.add(found.head)
                yield found


def _of_verb(tree: Tree, lexicon: EventLexicon, v: int, draft: Draft | None, says: int | None) -> Iterator[Draft]:
    candidates = [_demand(tree, lexicon, v, says, draft.cameo if draft else ""), _order(tree, lexicon, v, says)]
    if draft is not None:
        candidates.append(_accusation(tree, lexicon, draft, says))
        if tree.words[v].dep not in ("xcomp", "pcomp", "acl"):
            candidates.append(_intention(tree, lexicon, draft, says))
    yield from (found for found in candidates if found is not None)


def _intention(tree: Tree, lexicon: EventLexicon, draft: Draft, says: int | None) -> Draft | None:
    """ "X will release Y": an intent to do it; "X will not release Y": a refusal."""
    aux = modal(tree, draft.head, lexicon.words("will"))
    if aux is None or tree.passive(draft.head) or not draft.actors:
        return None
    own = says is not None and _same_speaker(tree, says, draft.actors[0])
    actors = tree.surface(says) if own and says is not None else draft.actors
    if not (_promised(tree, draft.head, says) if own else says is None and _announced(tree, draft, aux)):
        return None
    if not any(tree.actorish(i) for i in actors):
        return None
    if not own and tree.words[draft.head].lemma in lexicon.words("go-on"):
        return None
    table = "unwillingness" if negated(tree, draft.head) else "intent"
    code = lexicon.ontology.compose(table, draft.cameo)
    if not code:
        return None
    head = says if own and says is not None else aux
    recipients = tuple(i for i in draft.recipients if i not in draft.actors) or draft.recipients
    rule = _rule(f"modal-{table}", code)
    return Draft(Match(rule, head, (), (), 1.0), code, actors, recipients, head, composed=True)


def _promised(tree: Tree, verb: int, says: int | None) -> bool:
    """Whether who says it commits to it: not "did not say whether it would"."""
    open_question = any(tree.words[c].lower in ("whether", "if") for c in tree.children[verb])
    return says is not None and not open_question and not negated(tree, says)


def _announced(tree: Tree, draft: Draft, aux: int) -> bool:
    """Whether a plain future reads as an announcement: the main clause of a sentence that sets no conditions."""
    verb = draft.head
    if tree.words[aux].lower in ("would", "'d") or tree.words[draft.actors[0]].pos == "PRON":
        return False
    while tree.words[verb].dep == "conj" and tree.words[tree.words[verb].head].pos in VERBAL:
        verb = tree.words[verb].head
    if tree.words[verb].head != verb:
        return False
    below = (c for c in tree.kids(verb, "advcl") for d in tree.children[c] if tree.words[d].dep == "mark")
    return not any(True for _ in below) and not any(tree.words[c].lower in ("if", "?") for c in tree.children[verb])


def _same_speaker(tree: Tree, says: int, actor: int) -> bool:
    return tree.words[actor].pos == "PRON" or actor in tree.surface(says)


def _demand(tree: Tree, lexicon: EventLexicon, verb: int, says: int | None, inner: str) -> Draft | None:
    """ "X said Y must withdraw" asks Y to withdraw."""
    if says is None or modal(tree, verb, lexicon.words("must")) is None:
        return None
    actors = tree.surface(says)
    if any(tree.words[c].lower == "have" and tree.words[c].dep == "aux" for c in tree.children[verb]):
        return None
    targets = tuple(
        tree.dig(i, True)
        for i in tree.surface(verb)
        if i not in actors and tree.words[i].lower not in ("we", "i", "it")
    )
    if not actors or not any(tree.actorish(i) for i in targets):
        return None
    code = lexicon.ontology.compose("demand", inner) or "100"
    rule = _rule("modal-demand", code)
    return Draft(Match(rule, says, (), (), 1.0), code, actors, targets, says, composed=True)


def _order(tree: Tree, lexicon: EventLexicon, verb: int, says: int | None) -> Draft | None:
    """ "Stop bombing the port," the king told Chad: an imperative asks of whom it is said to."""
    word = tree.words[verb]
    if says is None or word.tag != "VB" or verb > says or word.dep not in ("ccomp", "xcomp", "advcl"):
        return None
    if any(tree.words[c].dep in NOT_IMPERATIVE or tree.words[c].tag == "TO" for c in tree.children[verb]):
        return None
    actors = tree.surface(says)
    targets = tuple(j for o in tree.kids(says, "dobj", "dative") for j in tree.expand(o) if j not in actors)
    if not actors or not any(tree.actorish(i) for i in targets):
        return None
    rule = _rule("imperative-demand", "100")
    return Draft(Match(rule, says, (), (), 1.0), "100", actors, targets, says, composed=True)


def _accusation(tree: Tree, lexicon: EventLexicon, draft: Draft, says: int | None) -> Draft | None:
    """ "X said Y shelled Z": X ascribes a hostile act to Y, which is an accusation."""
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
    return Rule(
        name, "verb", "", (), cameo, None, None, empty, empty, empty, (), (), "", "",
        reciprocal=False, hidden=False, strict=False, carried=False, both=False, bare=False, inner=False, order=0,
    )  # fmt: skip

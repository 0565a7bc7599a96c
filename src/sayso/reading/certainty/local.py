"""Cues that stand at a word itself: its auxiliaries, negation, adverbs, adjectives, determiners."""

from sayso.model.flow import Parse
from sayso.reading.certainty.cues import Found, Match, here
from sayso.reading.certainty.slots import kids
from sayso.reading.certainty.state import State, limit

ADVERBIAL = frozenset({"advmod", "neg", "npadvmod", "prep", "dep", "preconj", "cc", "intj", "parataxis", "aux", "det"})
ADNOMINAL = frozenset({"amod", "det", "nmod", "advmod", "neg", "compound", "preconj", "predet", "acl", "nummod"})
PRESENT = frozenset({"VBZ", "VBP", "VBG"})
PRESENT_BE = frozenset({"is", "are", "'s", "’s", "'re", "’re"})
LIGHT = frozenset({
    "have", "make", "see", "take", "know", "serve", "assume", "give", "get", "find", "do", "show", "feel", "hold",
    "bear", "expect", "say", "hear", "leave", "pose", "offer", "need", "want", "mean", "lose", "waste", "spare",
})  # fmt: skip
ALL = frozenset({"all", "every", "each", "only", "everyone", "everybody", "everything"})
TURNED = frozenset({"did", "does", "do", "has", "have", "had", "will", "would", "was", "were", "is", "are", "could"})
ONE = frozenset({"one", "single"})
NEGATORS = frozenset({"nobody", "none", "nothing", "no-one", "neither", "little"})


def verb_group(parse: Parse, found: Found, i: int, state: State) -> State:
    """`state` seen through the auxiliaries, negation and adverbs of verb `i`."""
    group = _group(parse, i)
    modal = _modal(parse, found, group)
    if group:
        group = [*_fronted_not(parse, found, i, group), *group]
    word = parse.words[i]
    going_on = word.lemma if word.tag == "VBG" and any(parse.words[k].lower in PRESENT_BE for k in group) else ""
    adverbs = _adverbs(found, group, i, word.tag in PRESENT, going_on)
    not_ = next((m for m in adverbs if m.cue.gives == "denied"), None)
    quantified = _none_subject(parse, found, i)
    if quantified is None:
        quantified = _none_fronted(parse, i)
    if modal is not None and _wished(parse, modal):
        state = limit(state, "judged", 0.49, "may-it", (modal.first, modal.last))
    elif modal is not None:
        state = _through_modal(parse, group, state, modal, not_ is not None or quantified is not None)
    elif not_ is not None:
        state = limit(state, "denied", not_.cue.strength(), not_.cue.id, (not_.first, not_.last))
    if quantified is not None and not_ is None and modal is None:
        state = limit(state, "denied", 3.0, "no-subject", (quantified, quantified + 1))
    for match in adverbs:
        if match.cue.gives != "denied":
            state = limit(state, match.cue.gives, match.cue.strength(), match.cue.id, (match.first, match.last))
    return state


def _group(parse: Parse, i: int) -> list[int]:
    """The words of the verb group of `i`: its children of that kind, and the unbroken run of such words before it."""
    words = parse.words
    below = kids(parse, i)
    group = [c for c in below if words[c].dep in ADVERBIAL or words[c].dep == "auxpass"]
    turned = (words[k].lower in TURNED for k in range(i + 1, min(i + 16, parse.sentence(i).last)))
    if group and group[0] == parse.sentence(i).first < i - 1 and words[i - 1].lower == "," and any(turned):
        # "At no time, said the colonel, did it fire": the opening belongs to what is said.
        group = [c for c in group if c > i]
    group += [
        n for c in group if words[c].dep == "aux" for n in kids(parse, c) if words[n].dep == "neg" and n not in group
    ]
    k = i - 1
    while k >= 0 and i - k < 7 and words[k].sentence == words[i].sentence and _auxiliary(parse, k, i):
        if k not in group:
            group.append(k)
        k -= 1
    if group and k not in group and words[i].tag == "VB" and not any(words[c].tag in ("MD", "TO") for c in group):
        group.extend(_strayed(parse, i))
    return sorted(group)


def _strayed(parse: Parse, i: int) -> list[int]:
    """The modal of verb `i` that the parser hung on what stands between: "should at the very least freeze"."""
    words = parse.words
    subject = next((c for c in kids(parse, i) if words[c].dep in ("nsubj", "nsubjpass") and c < i), i)
    near = range(subject + 1, min(subject + 3, i))
    return [k for k in near if words[k].tag == "MD" and words[words[k].head].pos not in ("VERB", "AUX")]


def _fronted_not(parse: Parse, found: Found, i: int, group: list[int]) -> list[int]:
    """ "At no point, he insisted, did it fire": the negation that opens a sentence and turns subject and auxiliary."""
    words, opens = parse.words, parse.sentence(i).first
    first = next((k for k in group if words[k].lower in TURNED), opens)
    if opens >= first - 1 or opens in group:
        return []
    if not any(words[c].dep in ("nsubj", "nsubjpass") and first < c < i for c in kids(parse, i)):
        return []
    return [opens] if any(m.first == opens and m.cue.gives == "denied" for m in here(found, opens, "adverb")) else []


def _auxiliary(parse: Parse, k: int, i: int) -> bool:
    """Whether word `k` just before verb `i` is one of its auxiliaries, though the tree may have missed it."""
    word = parse.words[k]
    if word.lower == "to":
        return False
    if word.head == i:
        return word.dep in ADVERBIAL or word.dep == "auxpass"
    return word.dep in ("aux", "auxpass", "neg") or word.tag == "MD"


def _modal(parse: Parse, found: Found, group: list[int]) -> Match | None:
    for i in group:
        hedged = any(match.first == i and match.last - i > 1 for match in here(found, i, "adverb"))
        match = None if hedged else next(here(found, i, "modal"), None)
        if match is not None and match.first == i and not _named(parse, i):
            return match
    return None


def _wished(parse: Parse, match: Match) -> bool:
    """ "May the court punish them all"."""
    sentence = parse.sentence(match.first)
    opens = match.first == sentence.first or (
        match.first == sentence.first + 1 and parse.words[match.first - 1].pos == "PUNCT"
    )
    return (
        opens
        and parse.words[match.first].lower == "may"
        and all(w.text != "?" for w in parse.words[sentence.last - 2 : sentence.last])
    )


def _named(parse: Parse, i: int) -> bool:
    """Whether a word that looks like a modal is a name: "Theresa May said", "Will Smith fired"."""
    word = parse.words[i]
    if word.lower not in ("may", "will") or not word.text.istitle() or i == parse.sentence(i).first:
        return False
    return word.tag == "NNP" or parse.words[i - 1].tag == "NNP"


def _adverbs(found: Found, group: list[int], verb: int, present: bool, going_on: str) -> list[Match]:
    """ "Or else" behind the verb opens what would follow, and says nothing of the verb itself.

    `going_on`: the lemma of a verb in the present progressive.
    """
    out: list[Match] = []
    for i in group:
        for match in here(found, i, "adverb"):
            if match.cue.progressive and going_on not in match.cue.progressive:
                continue
            if (match.cue.present and not present) or (match.cue.gives == "conditional" and match.first > verb):
                continue
            if match not in out and not any(match.first >= m.first and match.last <= m.last for m in out):
                out.append(match)
                break
    return out


def _through_modal(parse: Parse, group: list[int], state: State, match: Match, negated: bool) -> State:
    cue = match.cue
    tokens = (match.first, match.last)
    perfect = any(parse.words[k].lower in ("have", "'ve", "’ve", "of") for k in group if k > match.first)
    if perfect and cue.perfect is not None:
        sure = cue.strength() if cue.perfect_value is None else cue.perfect_value
        unreal = cue.perfect == "conditional"
        state = limit(state, cue.perfect, sure, "counterfactual" if unreal else cue.id, tokens)
        return state._replace(negative=not negated) if unreal else state._replace(negative=negated)
    if negated and cue.negated is not None:
        sure = cue.strength() if cue.negated_value is None else cue.negated_value
        light = cue.gives if cue.negated == "denied" and cue.gives == "planned" else cue.negated
        state = limit(state, "same" if light == "denied" else light, sure, f"{cue.id}-not", tokens)
        return state._replace(negative=not state.negative)
    return limit(state, cue.gives, cue.strength(), cue.id, tokens)


def _none_subject(parse: Parse, found: Found, i: int) -> int | None:
    """The subject's own "no": "no troops crossed", "nobody was hurt", "neither side fired"."""
    for c in kids(parse, i):
        word = parse.words[c]
        if word.dep not in ("nsubj", "nsubjpass"):
            continue
        if word.lower in NEGATORS:
            return c
        for d in kids(parse, c):
            if parse.words[d].lower == "no" and parse.words[d + 1].lower in ("fewer", "less"):
                break
            if parse.words[d].lower in ("no", "neither") and parse.words[d].dep in ("det", "neg", "preconj", "amod"):
                return d
            if parse.words[d].lower in ONE and any(parse.words[e].lower == "not" for e in kids(parse, d)):
                return d
            whole = d + 1 < len(parse.words) and parse.words[d + 1].lower not in ALL
            if parse.words[d].lower == "not" and whole and not _contrast(parse, d, c):
                return d
    return None


def _none_fronted(parse: Parse, i: int) -> int | None:
    """ "On neither occasion did they meet": the "no" of a phrase that turns subject and auxiliary."""
    words, below = parse.words, kids(parse, i)
    turned = next((c for c in below if words[c].dep in ("aux", "auxpass") and words[c].lower in TURNED), i)
    if not any(words[c].dep in ("nsubj", "nsubjpass") and turned < c < i for c in below):
        return None
    nouns = (n for c in below if words[c].dep == "prep" and c < turned for n in kids(parse, c))
    return next((d for n in nouns for d in kids(parse, n) if words[d].lower in ("no", "neither")), None)


def _contrast(parse: Parse, not_: int, noun: int) -> bool:
    """ "The army, not the bandits, shot them": who did not do it stands beside who did."""
    words = parse.words
    after = noun + 1 < len(words) and words[noun + 1].text == ","
    return noun < not_ or (after and not_ > parse.sentence(noun).first and words[not_ - 1].text == ",")


def none_object(parse: Parse, i: int) -> int | None:
    """The object's own "no": "violated no agreement", "attacked nobody". Light verbs have idioms: "made no secret"."""
    if parse.words[i].lemma in LIGHT:
        return None
    for c in kids(parse, i):
        if parse.words[c].dep == "dobj" and c > i:
            if parse.words[c].lower in NEGATORS:
                return c
            return next(
                (d for d in kids(parse, c) if parse.words[d].lower == "no" and parse.words[d].dep == "det"), None
            )
    return None


def noun_phrase(parse: Parse, found: Found, i: int, state: State) -> State:
    """`state` seen through the determiner, adjectives and participles of event noun `i`."""
    words = parse.words
    done: set[str] = set()
    near = [c for c in kids(parse, i) if words[c].dep in ADNOMINAL and (c < i or words[c].dep in ("acl", "amod"))]
    for k in near:
        for match in here(found, k, "modifier"):
            cue = match.cue
            if words[k].tag == "DT" and cue.gives == "possible" and (state.negative or state.lights):
                if "planned" in state.lights and not state.negative and words[i].dep in ("nsubj", "nsubjpass"):
                    # "Any attack would mean war": what would follow makes it a condition.
                    state = limit(state, "conditional", 0.6, "any-would", (match.first, match.last))
                break
            if cue.gives == "denied" and any(words[k].i in range(*t) for t in state.tokens) and state.negative:
                # The verb has counted the subject's "no" already: "no talks took place".
                break
            if cue.gives == "possible" and state.negative:
                # "The feared massacre never happened": it did not.
                break
            if cue.id not in done:
                done.add(cue.id)
                state = limit(state, cue.gives, cue.strength(), cue.id, (match.first, match.last))
            break
        else:
            if words[k].lower in ("not", "never"):
                state = limit(state, "denied", 3.0, "not", (k, k + 1))
    return state

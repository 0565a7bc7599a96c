"""Which event rule, if any, a word's verb, noun or adjective phrase fulfils."""

import msgspec

from sayso.lexicon.events import PREPOSITIONS, EventLexicon, Rule
from sayso.reading.events.lemmas import NOMINAL
from sayso.reading.events.nominals import NAMING
from sayso.reading.events.phrases import Phrases
from sayso.reading.events.tree import Tree

FORCE = frozenset({"15", "16", "17", "18", "19", "20"})
SUMS = frozenset(
    {"million", "billion", "trillion", "thousand", "$", "€", "£", "dollar", "euro", "pound", "yen", "yuan"}
)
PASSED = frozenset({"DET", "ADJ", "NUM", "ADV", "PART"})
MANDATIVE = frozenset({"must", "should", "shall"})
ERGATIVE = frozenset({"stall", "end", "stop", "pause", "halt", "resume", "begin", "start", "continue", "collapse"})
LOOSE = frozenset({"dobj", "dep", "appos", "ROOT", "nsubj", "npadvmod", "ccomp", "oprd"})


class Match(msgspec.Struct, frozen=True):
    """A rule fulfilled at word `head`. `used`: the words of the phrase; `things`: objects that decided the type."""

    rule: Rule
    head: int
    used: tuple[int, ...]
    things: tuple[int, ...]
    score: float
    clause: int | None = None
    doer: int | None = None


class Matcher(Phrases):
    """The rules of a lexicon, asked of one tree."""

    __slots__ = ("lexicon",)

    def __init__(self, tree: Tree, lexicon: EventLexicon) -> None:
        super().__init__(tree)
        self.lexicon = lexicon

    def verb(self, v: int) -> Match | None:
        """The best verb rule at word `v` (a verb, or a word that the parser took for something else)."""
        word = self.tree.words[v]
        rules = self.lexicon.verbs.get(word.lemma)
        if joined := self._joined(v):
            # Who test-fires a missile hits nobody; who re-opens a border reopens it.
            rules = next((own for form in joined if (own := self.lexicon.verbs.get(form))), rules)
        elif rules is None or word.lower == word.lemma + "ed":
            # A lemmatizer that guesses takes the "e" for a part of the ending: "raped" for a form of "rap".
            known = self.lexicon.inflector.lemma(word.lower)
            rules = self.lexicon.verbs.get(known[0], ()) if known else rules
        if not rules or (word.dep == "acl" and word.lemma in ERGATIVE and not self.tree.agents(v)):
            return None  # talks that have stalled were stopped by nobody
        if word.dep == "ccomp" and word.lemma in NAMING and self.tree.called_what(word.head):
            return None  # who names a thing does nothing to it
        things = self.things(v)
        clauses = self._clauses(v)
        near = self._near(v)
        found = (self._verb(rule, v, things, clauses) for rule in rules if near.issuperset(rule.rest))
        return _best([match for match in found if match])

    def _verb(self, rule: Rule, v: int, things: dict[int, float], clauses: tuple[int, bool] | None) -> Match | None:
        used = self._phrase(rule, v)
        if used is None or (used and rule.rest[0] in PREPOSITIONS and self.tree.kids(v, "oprd")):
            return None  # "what it calls a haven for thieves" calls for nothing
        score = 5.0 * len(rule.rest)
        deciding: tuple[int, ...] = ()
        if rule.objects:
            weights = {i: w * fit for i, w in things.items() if (fit := self._is(i, rule.objects))}
            weights = weights or self._behind(rule, used)
            if not weights:
                return None
            deciding, score = tuple(weights), score + 3 * max(weights.values())
        if rule.subjects:
            doers = self.tree.doers(v)
            untold = not doers and not rule.hidden and bool(rule.objects or rule.clause) and self.tree.passive(v)
            if not untold and not any(self._does(doer, rule) for doer in doers):
                return None
            score += 2 if doers else -1
        clause = self._clause(rule, clauses)
        if clause is False:
            return None
        score += 0 if rule.clause in ("", "none") else 1.5
        return Match(rule, v, (v, *used), deciding, score, clause if clause is not True else None)

    def _behind(self, rule: Rule, used: tuple[int, ...]) -> dict[int, float]:
        """The objects of the preposition that ends the rule's phrase: "walked out of the talks" names talks."""
        if not used or rule.rest[-1] not in PREPOSITIONS or rule.rest[-1] == "for":
            return {}  # what somebody calls for is not done
        objects = (i for noun in self.tree.kids(used[-1], "pobj") for i in self.tree.expand(self.tree.real(noun)))
        return {i: 2 * fit for i in objects if (fit := self._is(i, rule.objects))}

    def _does(self, doer: int, rule: Rule) -> bool:
        """Whether word `doer` fits as the subject: any name may be a party, "it" one that uses force."""
        if self._is(doer, rule.subjects):
            return True
        word = self.tree.words[doer]
        if any(f"{self.tree.words[c].lemma} {word.lemma}" in rule.subjects for c in self.tree.children[doer]):
            return True
        named = word.pos == "PROPN" or (word.lower == "it" and rule.cameo[:2] in FORCE)
        return named and "%actor" in rule.subjects

    def noun(self, n: int) -> Match | None:
        """The best noun rule at noun `n`: its own, or as a last resort one of the verb it comes from."""
        word = self.tree.words[n]
        if word.pos == "PROPN" and word.ent == "DATE":
            return None  # "last March" is no march
        if (joined := self._joined(n)) and (found := self._hyphened(n, joined)):
            return found
        rules = self.lexicon.nouns.get(word.lower if word.tag == "VBG" else word.lemma, ())
        own = _best([m for rule in rules if (m := self._noun(rule, n))])
        if own or not self._governs(n):
            return own
        return _best([m for rule in self.lexicon.noun_rules(word.lemma, word.lower) if (m := self._noun(rule, n))])

    def _hyphened(self, n: int, joined: tuple[str, ...]) -> Match | None:
        """The best rule for a noun with a hyphen: its own, or that of its verb: "the hand-over of the base"."""
        rules = [rule for form in joined for rule in self.lexicon.nouns.get(form, ())]
        found = _best([m for rule in rules if (m := self._noun(rule, n))])
        if found is None and self._governs(n):
            verb = f"{self.tree.words[n - 2].lower} {self.tree.words[n].lower}"
            rules = [rule for form in (*joined, verb) for rule in self.lexicon.noun_rules(form, form)]
            found = _best([m for rule in rules if (m := self._noun(rule, n))])
        return msgspec.structs.replace(found, used=tuple(sorted({n - 2, *found.used}))) if found else None

    def _governs(self, n: int) -> bool:
        """Whether noun `n` says of what or whom it is: a gerund or deverbal noun without that is a mere thing."""
        return any(self.tree.words[c].lower in ("of", "by") for c in self.tree.children[n])

    def _noun(self, rule: Rule, n: int) -> Match | None:
        used: tuple[int, ...] | None = ()
        if rule.rest:
            used = self._before(rule.rest, n) or self._phrase(rule, n)
            if not used:
                return None
        fits: dict[int, float] = {}
        if rule.objects:
            fits = {i: w * fit for i, w in self._of_noun(n).items() if (fit := self._is(i, rule.objects))}
            if not fits:
                return None
        if rule.subjects and not any(self._is(i, rule.subjects) for i in self.tree.owner(n)):
            return None
        if rule.clause and self._asked(n) is None:
            return None
        score = 2.0 * len(rule.rest) + (max(fits.values()) if fits else 2 if rule.subjects else 0)
        return Match(rule, n, tuple(sorted((n, *(used or ())))), tuple(fits), score)

    def _asked(self, n: int) -> int | None:
        """The clause that says what noun `n` wants done: "insistence that Peru pay", "that Peru must pay"."""
        tree = self.tree
        for c in tree.kids(n, "acl", "ccomp", "advcl", "relcl"):
            marks = {tree.words[k].tag: tree.words[k].lower for k in tree.children[c]}
            if "TO" in marks or marks.get("MD") in MANDATIVE or tree.mandative(c):
                return c
        return None

    def _of_noun(self, n: int) -> dict[int, float]:
        """What noun `n` can be about, with weights: what it is of, its modifiers, the nouns of its other phrases."""
        tree = self.tree
        out: dict[int, float] = {}
        for preposition, noun in tree.phrases(n):
            out.setdefault(noun, 3.0 if preposition == "of" else 2.0)
        for i in tuple(out):
            out.setdefault(tree.real(i), out[i])
        for i in tuple(out):
            for j in tree.expand(i):
                out.setdefault(j, out[i])
        for c in tree.kids(n, "compound", "amod"):
            out.setdefault(c, 2.0)
        return out

    def adjective(self, a: int) -> Match | None:
        """The best adjective rule at word `a`."""
        found = []
        for rule in self.lexicon.adjectives.get(self.tree.words[a].lower, ()):
            used = self._phrase(rule, a)
            clause = self._clause(rule, self._clauses(a))
            if used is not None and clause is not False:
                found.append(
                    Match(rule, a, (a, *used), (), 2.0 * len(rule.rest), clause if clause is not True else None)
                )
        return _best(found)

    def things(self, v: int) -> dict[int, float]:
        """What the verb's object is made of, each word with its weight: heads 2, what they are of 1.5, modifiers 1."""
        out: dict[int, float] = {}
        tree = self.tree
        wrappers = self.lexicon.words("wrapper")
        heads = [*tree.patients(v), *tree.handed(v), *tree.kids(v, "attr", "oprd"), *tree.kids(v, "dobj")[1:]]
        if tree.words[v].lemma in self.lexicon.words("provide-with"):
            out.update((noun, 1.5) for preposition, noun in tree.phrases(v) if preposition == "with")
        if tree.words[v].lemma == "take":
            heads = [h for h in heads if tree.words[h].lower not in ("part", "place")]
        elif not heads and not tree.passive(v):
            heads = self._loose_objects(v)
        for head in heads[:6]:
            out.setdefault(head, 2.0)
            if tree.words[v].dep == "relcl" and head == tree.words[v].head and tree.words[head].dep == "pobj":
                # "the embargo on arms that it imposed": the parser takes the nearest noun for what was imposed.
                out.setdefault(tree.words[tree.words[head].head].head, 1.0)
            real = tree.real(head)
            out.setdefault(real, 2.0)
            for c in tree.children[head]:
                word = tree.words[c]
                if word.dep in ("compound", "amod", "nmod") and c < head and tree.words[head].lemma in wrappers:
                    out.setdefault(c, 1.0)
                    for d in tree.kids(c, "compound", "conj"):
                        out.setdefault(d, 0.9)
                elif word.dep == "prep" and word.lower == "of" and tree.words[head].lemma not in self.lexicon.nouns:
                    for o in tree.kids(c, "pobj"):
                        out.setdefault(o, 1.2)
                elif word.dep == "prep" and word.lower == "in" and tree.words[head].lemma in SUMS:
                    for o in tree.kids(c, "pobj"):
                        out.setdefault(o, 2.0)  # "suspended $40 million in aid": aid is suspended
        return out

    def _loose_objects(self, v: int) -> list[int]:
        """The first noun right after a verb that the parser gave no object."""
        words = self.tree.words
        last = self.tree.parse.sentence(v).last
        k, end, aside = v + 1, v + 6, False
        while k < min(end, last):
            past = self._past_aside(k, last)
            if past > k:
                end += past - k
                k, aside = past + 1, True
                continue
            if words[k].pos in NOMINAL and words[k].dep not in ("nummod", "poss"):
                head = self._phrase_end(k)
                own = not aside or (words[head].head == v and words[head].dep != "nsubj")
                return [head] if own and words[head].dep in LOOSE else []
            if words[k].pos not in PASSED and words[k].dep != "poss" and words[k].tag != "RP":
                return []
            k += 1
        return []

    def _phrase_end(self, k: int) -> int:
        """The head of the noun phrase whose first noun is `k`."""
        words = self.tree.words
        while k + 1 < len(words) and words[k].dep == "compound" and words[k + 1].pos in NOMINAL:
            k += 1
        return k

    def _is(self, i: int, words: frozenset[str]) -> float:
        """How well word `i` fits: 1 for a word listed, less for a kind of name or party."""
        word = self.tree.words[i]
        if word.lemma in words or word.lower in words or (word.pos == "PROPN" and word.lower[:-1] in words):
            return 1.0
        if word.ent and f"%{word.ent}" in words:
            return 0.7
        if word.ent == "PERSON" and any(self.tree.words[c].lower in words for c in self.tree.kids(i, "compound")):
            return 1.0  # "summoned Ambassador Lee"
        return 0.6 if "%actor" in words and self.tree.actorish(i) else 0.0

    def _clauses(self, v: int) -> tuple[int, bool] | None:
        """The clause that complements `v`, and whether it is finite."""
        tree = self.tree
        best: tuple[int, bool] | None = None
        for c in tree.children[v]:
            word = tree.words[c]
            if word.dep in ("xcomp", "ccomp") or (word.dep == "advcl" and word.tag == "VB" and c > v):
                finite = not any(tree.words[d].lower == "to" and tree.words[d].pos == "PART" for d in tree.children[c])
                finite = finite and (word.tag != "VBN" or bool(tree.kids(c, "aux", "auxpass")))  # "wants it repealed"
                best = (c, finite)
                if word.dep != "advcl":
                    return best
            elif word.dep == "prep":
                for g in tree.kids(c, "pcomp"):
                    best = best or (g, False)
        return best

    def _clause(self, rule: Rule, clauses: tuple[int, bool] | None) -> int | bool:
        """The clause a rule is about: its word, True for none needed, False when the rule does not fit."""
        if not rule.clause:
            return clauses[0] if clauses else True
        if rule.clause == "none":
            return clauses is None
        if clauses is None:
            return False
        if rule.clause == "another":
            return clauses[0] if not clauses[1] and self._of_another(clauses[0]) else False
        if rule.clause == "needed" or clauses[1] == (rule.clause == "finite"):
            return clauses[0]
        return False

    def _of_another(self, clause: int) -> bool:
        """Whether a clause has a subject of its own: "wants Peru to pay", not "wants to pay"."""
        above = self.tree.words[clause].head
        own = self.tree.kids(clause, "nsubj", "nsubjpass") or self.tree.kids(above, "dobj")
        return any(above < i < clause for i in own)


def _best(found: list[Match]) -> Match | None:
    """The rule that asks for most; one that is an event by itself before one that is not."""
    return max(found, key=lambda m: (not m.rule.inner, m.score, m.rule.order)) if found else None

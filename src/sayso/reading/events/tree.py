"""Who stands where in a sentence: subjects, objects and phrases of a verb or noun, whatever the construction.

The parser's tree is read with its usual errors in mind: what a verb lacks is inherited from the clause around it.
"""

from collections.abc import Iterator

from sayso.model.flow import Word
from sayso.reading.events.clauses import (
    addressed,
    cleft,
    headline_passive,
    of_several,
    own_doing,
    pseudo_cleft,
    said_before,
)
from sayso.reading.events.lemmas import (
    ANSWERING,
    CALLED,
    CALLS,
    CHARGES,
    DONE_TO,
    GOVERNED,
    HANDED,
    HAVING,
    ISSUING,
    MEANS,
    NOMINAL,
    RELATIVE,
    SENDING,
    SPEECH,
    TEXTS,
    TIMES,
    URGING,
    VERBAL,
)
from sayso.reading.events.nominals import NEAR, Nominals

HOPS = 8


class Tree(Nominals):
    """A parse with the questions that event patterns ask of its verbs too. All answers are word indexes."""

    __slots__ = ()

    def passive(self, v: int) -> bool:
        """Whether verb `v` says what was done to its subject (or to the noun it modifies)."""
        for c in self.children[v]:
            dep = self.words[c].dep
            if dep in ("nsubjpass", "auxpass", "csubjpass") or (dep == "agent" and not self._by_means(c)):
                return True
        word = self.words[v]
        if word.tag == "VBN" and word.dep == "ccomp" and self.caused(v):
            return True
        if word.dep == "conj" and word.tag == "VBN" and not self.kids(v, "dobj", "aux") and self.passive_hop(word):
            return True
        if word.tag not in ("VBN", "VBD") or any(self.words[c].dep in ("aux", "nsubj") for c in self.children[v]):
            return word.tag == "VBD" and word.dep == "ROOT" and word.lemma in DONE_TO and headline_passive(self, v)
        if word.dep in ("acl", "amod"):
            return True
        return word.tag == "VBN" and word.dep in ("advcl", "relcl") and not self.kids(v, "dobj")

    def _by_means(self, by: int) -> bool:
        """Whether "by" says how and not by whom: "spoke by telephone"."""
        return any(self.words[o].lower in MEANS and not self._told_apart(o) for o in self.kids(by, "pobj"))

    def caused(self, v: int) -> bool:
        """Whether `v` is what is done to somebody in "had three reporters arrested"."""
        head = self.words[v].head
        if self.words[head].lemma not in HAVING or head > v or self.kids(v, "aux"):
            return False
        return bool(self.kids(v, "nsubj"))

    def passive_hop(self, word: Word) -> bool:
        """Whether the verb that `word` is coordinated with is passive."""
        head = self.words[word.head]
        return head.i != word.i and any(self.words[c].dep in ("nsubjpass", "auxpass") for c in self.children[head.i])

    def agents(self, v: int) -> tuple[int, ...]:
        """The `by` of a passive."""
        for c in self.children[v]:
            word = self.words[c]
            if word.dep in ("agent", "prep") and word.lower == "by" and not self._by_means(c):
                for o in self.kids(c, "pobj", "pcomp"):
                    return self.expand(self.real(o))
        for c in self.kids(v, "conj"):
            # "was stopped, searched and freed by the navy"
            if self.words[c].tag == "VBN" and self.words[v].tag == "VBN" and not self.kids(c, "nsubjpass", "auxpass"):
                return self.agents(c)
        if self.words[v].lemma in HANDED:
            return self._by_of_gift(v)
        for c in self.kids(v, "xcomp"):
            # "was allowed to leave by the junta"
            for p in self.kids(c, "prep", "agent"):
                if self.words[p].lower == "by" and not self.passive(c):
                    return tuple(j for o in self.kids(p, "pobj") if self.actorish(o) for j in self.expand(o))
        return self._causer(v) if self.words[v].dep == "ccomp" and self.caused(v) else ()

    def _by_of_gift(self, v: int) -> tuple[int, ...]:
        """ "Was granted a loan by Russia": the parser hangs who gives on what is given."""
        for gift in self.kids(v, "dobj"):
            for c in self.children[gift]:
                if self.words[c].lower == "by":
                    return tuple(j for o in self.kids(c, "pobj") for j in self.expand(o))
        return ()

    def _causer(self, v: int) -> tuple[int, ...]:
        """Who had it done; nobody where it was done to one's own: "had its ship seized"."""
        have = self.words[v].head
        own = any(self.words[p].tag == "PRP$" for s in self.kids(v, "nsubj") for p in self.kids(s, "poss"))
        return () if own or self.words[have].lemma != "have" else self.surface(have)

    def doers(self, v: int) -> tuple[int, ...]:
        """Who does what verb `v` says; nobody for an agentless passive."""
        return self.agents(v) if self.passive(v) else self.surface(v)

    def surface(self, v: int, hops: int = 0) -> tuple[int, ...]:
        """The grammatical subject of `v`, its own or inherited."""
        own = self.kids(v, "nsubj", "nsubjpass", "csubj")
        if own:
            return (
                of_several(self, own, v) if len(own) > 1 or self.words[v].dep == "conj" else self.antecedent(own[-1], v)
            )
        if hops and self.kids(v, "expl"):
            # "There is Orban, who flew to Moscow and threatened them"
            return tuple(j for i in self.kids(v, "attr") if self.actorish(i) for j in self.expand(i))
        return self._inherited(v, hops) if hops < HOPS else ()

    def antecedent(self, n: int, v: int) -> tuple[int, ...]:
        if self.words[n].lower == "what" and (found := pseudo_cleft(self, v)):
            return found
        if self.words[n].lower not in RELATIVE or self.words[n].pos == "NOUN":
            return self.expand(self.real(n))
        for _ in range(HOPS):
            word = self.words[v]
            if word.dep in ("ccomp", "pcomp") and self.words[n].lower == "who" and not self._fronted(n, word):
                return ()  # an indirect question: nobody says who
            if word.dep in ("relcl", "acl"):
                return self._noun_before(word.head, n)
            if word.dep == "ccomp" and self.words[word.head].lemma == "be" and (whom := cleft(self, word.head, n)):
                return whom
            if word.head == v:
                break
            v = word.head
        near = self.before(n)
        return (near,) if near is not None else ()

    def _fronted(self, n: int, verb: Word) -> bool:
        """ "Rebels who Peru says are armed": the pronoun stands before the verb that says so, and means the noun."""
        return n < verb.head and self.words[verb.head].dep == "relcl"

    def _inherited(self, v: int, hops: int) -> tuple[int, ...]:
        word = self.words[v]
        alone = word.head == v or word.dep == "ROOT" or word.pos not in VERBAL
        if alone or (word.dep in ("ccomp", "advcl") and word.head < v and self._finite(v)):
            near = self.before(v, root=True)
            if alone or (near is not None and near > word.head):
                return (near,) if near is not None else ()
        if word.tag == "VB" and (called := self.called(v)):
            return called
        if word.dep in ("prep", "pcomp"):
            return self._of_gerund(v, hops)
        if word.dep in ("acl", "relcl"):
            return self._of_modifier(v, hops)
        head = self._verb_above(v)
        if head is None:
            return ()
        if word.dep == "csubj":
            return addressed(self, head)
        if word.dep == "advcl" and word.tag == "VBG":
            if with_them := self._with(v):
                return with_them
            if word.lemma in SPEECH and (says := said_before(self, v, head)) is not None:
                return self.surface(says, hops + 1)
        urged = word.dep == "advcl" and word.tag == "VB" and self.words[head].lemma in URGING
        if (word.dep in ("xcomp", "ccomp", "oprd") and not self._finite(v)) or urged:
            controlled = self.kids(head, "dobj", "iobj", "dative")
            if controlled and not self.passive(head) and not own_doing(self, head, v, controlled[0]):
                return self.surface(head, hops + 1) if self.mutual(controlled[0]) else self._whole(controlled[0])
        return self.surface(head, hops + 1)

    def _with(self, v: int) -> tuple[int, ...]:
        """ "With A and B accusing each other": who stands between "with" and the participle."""
        k = v - 1
        if k < 0:
            return ()
        while self.words[k].dep == "conj" and self.words[k].head < k:
            k = self.words[k].head
        return self.expand(k) if self.words[k].dep == "pobj" and self.words[self.words[k].head].lower == "with" else ()

    def _whole(self, i: int) -> tuple[int, ...]:
        return self.expand(self.real(i))

    def _calls(self, preposition: Word, v: int) -> bool:
        """Whether a preposition belongs to a call, or marks the clause of verb `v` itself."""
        return preposition.head == v or self.words[preposition.head].lemma in CALLS

    def called(self, v: int) -> tuple[int, ...]:
        """ "A call on Peru to leave", "waited for Peru to leave": who stands right before "to"."""
        to = next((c for c in self.children[v] if self.words[c].tag == "TO"), 0)
        k = to - 1
        for _ in range(6):
            word = self.words[k]
            if k < 0 or word.head == k or word.head > v:
                return ()
            above = self.words[word.head]
            if word.dep == "pobj" and above.lower in CALLED and self._calls(above, v):
                return self.expand(self.real(k)) if self.actorish(self.real(k)) else ()
            k = word.head
        return ()

    def _finite(self, v: int) -> bool:
        """Whether verb `v` must have a subject of its own, which the parser may have lost."""
        return self.words[v].tag in ("VBD", "VBZ", "VBP") or any(self.words[c].tag == "MD" for c in self.children[v])

    def verbs_above(self, v: int) -> Iterator[int]:
        """The verbs whose clauses hold verb `v`, the nearest first."""
        above = self._verb_above(v)
        for _ in range(HOPS):
            if above is None or above == v:
                return
            yield above
            v, above = above, self._verb_above(above)

    def _verb_above(self, v: int) -> int | None:
        head = self.words[v].head
        for _ in range(HOPS):
            word = self.words[head]
            if word.pos in VERBAL or any(self.words[c].dep in GOVERNED for c in self.children[head]):
                return head
            if word.head == head:
                return None
            head = word.head
        return None

    def _of_gerund(self, v: int, hops: int) -> tuple[int, ...]:
        word = self.words[v]
        prep = self.words[word.head] if word.dep == "pcomp" else word
        governor = prep.head
        if self.words[governor].pos in VERBAL:
            objects = self.kids(governor, "dobj")
            if objects and prep.lower in ("of", "for", "from", "into", "over") and not self.mutual(objects[0]):
                return self.expand(self.real(objects[0]))
            return self.surface(governor, hops + 1)
        accused = self._accused(governor, prep)
        if accused:
            return accused
        above = self._verb_above(governor)
        if self.words[governor].lemma in CHARGES and above is not None:
            return self._charged(governor, above)
        owner = self.owner(governor)
        if owner:
            return owner
        return self.surface(above, hops + 1) if above is not None else ()

    def _charged(self, charge: int, verb: int) -> tuple[int, ...]:
        """Whom a charge is against: who answers it, "charges against the guards of ...", not whose charge it is."""
        against = [noun for preposition, noun in self.phrases(charge) if preposition == "against"]
        if against:
            return self.expand(against[0])
        answering = self.words[verb].lemma in ANSWERING
        return tuple(i for i in self.doers(verb) if i != charge) if answering else ()

    def _accused(self, noun: int, prep: Word) -> tuple[int, ...]:
        """Whom a verb of accusing is about where the parser hangs "of beating them" on the noun before it:
        the guards in "accuse the guards of ...", "the guards were accused by monks of ...".
        """
        if prep.lower not in ("of", "with", "for"):
            return ()
        word = self.words[noun]
        if word.dep == "dobj" and self.words[word.head].lemma in self.ascribing:
            return self.expand(self.real(noun))
        verb = self.words[self.words[word.head].head]
        agent = word.dep == "pobj" and self.words[word.head].dep == "agent"
        return self.patients(verb.i) if agent and verb.lemma in self.ascribing else ()

    def _of_modifier(self, v: int, hops: int) -> tuple[int, ...]:
        word = self.words[v]
        noun = word.head
        if word.tag in ("VBG", "VBD", "VBZ", "VBP", "VBN"):
            near = self.words[v - 1] if word.tag == "VBG" and v else word
            if word.tag == "VBG" and not self.actorish(noun):
                if near.dep == "pobj" and self.words[near.head].head == noun and near.ent not in TIMES:
                    return self.expand(near.i)  # "reports of troops killing civilians"
                if whose := self.issuer(noun):
                    return whose  # "a statement by Togo on Monday condemning them"
            return self.expand(self.real(noun))
        if self.words[noun].dep in ("attr", "appos"):
            return self._who_is(noun, hops)
        if self.actorish(noun):
            return self.expand(noun)  # "leaders to meet in Lima"
        pressed = self.words[noun].lemma == "pressure" and self.words[self.words[noun].head].lower == "under"
        owner = () if pressed else self.owner(noun) or self._of_whom(noun)
        if owner:
            return owner
        above = self._verb_above(noun)
        return self.surface(above, hops + 1) if above is not None else self.expand(noun)

    def _who_is(self, noun: int, hops: int) -> tuple[int, ...]:
        """Who is said to be what `noun` says: "Peru became the first state to leave", "Peru, the first to leave"."""
        word = self.words[noun]
        named = self.surface(word.head, hops + 1) if word.dep == "attr" else self.expand(self.real(word.head))
        return named or self.expand(noun)

    def issuer(self, text: int) -> tuple[int, ...]:
        """Whose words noun `text` stands for: "a decree of the king", "a letter sent by Togo", "issued a note"."""
        word = self.words[text]
        if word.lemma not in TEXTS:
            return ()
        whose = self.owner(text) or self._of_whom(text)
        whose = whose or tuple(j for c in self.kids(text, "acl") for j in self.agents(c))
        if whose:
            return whose
        above = self.words[word.head]
        issued = word.dep in ("dobj", "nsubjpass") and above.lemma in ISSUING
        within = word.dep == "pobj" and above.lower == "in"  # "thanked them in a letter that rejected the plan"
        return tuple(i for i in self.doers(above.i) if self.actorish(i)) if issued else self._who_says(above.i, within)

    def _who_says(self, preposition: int, within: bool) -> tuple[int, ...]:
        """Who does what the nearest verb above says that has a tense and somebody to do it."""
        for verb in self.verbs_above(preposition) if within else ():
            if self._finite(verb) and (found := tuple(i for i in self.doers(verb) if self.actorish(i))):
                return found
        return ()

    def sender(self, weapon: int) -> tuple[int, ...]:
        """Who is behind `weapon`: "a shell fired by Hamas", "a shell fired from Chad", "a raid claimed by rebels"."""
        for clause in self.kids(weapon, "acl", "relcl"):
            if self.words[clause].lemma in SENDING and self.passive(clause):
                origin = (o for p, o in self.phrases(clause) if p == "from" and self.words[o].ent in ("GPE", "ORG"))
                return self.agents(clause) or tuple(origin)
        return ()

    def patients(self, v: int) -> tuple[int, ...]:
        """To whom or what verb `v` is done: its object, or the subject of a passive."""
        if self.passive(v):
            own = self.kids(v, "nsubjpass", "nsubj")
            if own:
                return self.antecedent(own[-1], v)
            if self.words[v].dep in ("acl", "relcl", "amod"):
                noun = self.words[v].head
                to_be = self.words[v].tag == "VBN" and any(self.words[c].tag == "TO" for c in self.children[v])
                named = to_be and self.words[noun].dep in ("attr", "appos")
                return self._who_is(noun, 0) if named else self.expand(noun)
            return self._lost_subject(v)
        own = self.kids(v, "dobj", "obj") or [c for c in self.kids(v, "oprd") if self.words[c].pos in NOMINAL]
        told = [c for c in self.kids(v, "ccomp") if self.words[c].pos == "ADJ" or self._freed(v, c)]
        own = own or [n for c in told for n in self.kids(c, "nsubj")]
        if own:
            second = own[1:2] if len(own) > 1 and any(own[0] < c < own[1] for c in self.kids(v, "cc")) else []
            return (*self._object(own[0], v), *(j for i in second for j in self.expand(i)))
        word = self.words[v]
        if word.dep in ("compound", "nmod") and word.head > v and word.pos not in VERBAL:
            return self.expand(word.head)  # "US sanctions Chinese firms": a verb taken for a part of the name
        if self.words[v].dep == "relcl" and self._object_gap(v):
            return self.expand(self.words[v].head)
        for c in self.kids(v, "conj"):
            if self.words[c].pos in VERBAL and c - v <= 6 and not self.kids(c, "nsubj", "nsubjpass"):
                shared = self.kids(c, "dobj")
                shared = shared or [o for p in self.kids(c, "prep") for o in self.kids(p, "pobj") if c - v <= 3][:1]
                if shared and not self.passive(c):
                    return self._object(shared[0], c)
        return self.called_what(v)

    def _freed(self, v: int, clause: int) -> bool:
        return self.words[v].lemma == "let" and self.words[clause].lemma in ("go", "walk")

    def _lost_subject(self, v: int) -> tuple[int, ...]:
        """What a passive is about whose subject the parser attached elsewhere: the noun before its auxiliary."""
        if self.words[v].dep == "pcomp" and (found := self._inherited(v, 0)):
            return found
        if self.words[v].dep == "conj" or not self.kids(v, "auxpass"):
            return self._inherited(v, 0)
        for k in range(v - 1, max(self.parse.sentence(v).first, v - NEAR) - 1, -1):
            word = self.words[k]
            if word.pos in ("NOUN", "PROPN", "PRON") and word.ent not in ("DATE", "TIME"):
                return (word.head, k) if word.dep == "conj" and k - word.head <= 3 else (k,)
        return self._inherited(v, 0) if self.words[v].dep == "advcl" else ()  # "having been refused asylum, he left"

    def _object(self, n: int, v: int) -> tuple[int, ...]:
        if self.words[n].lower in RELATIVE and n < v:
            return self.antecedent(n, v)
        return self.expand(n)

    def _object_gap(self, v: int) -> bool:
        subjects = self.kids(v, "nsubj")
        return bool(subjects) and self.words[subjects[0]].lower not in RELATIVE

    def phrases(self, i: int) -> Iterator[tuple[str, int]]:
        """Prepositional phrases under `i`: the preposition and its noun ("on behalf of X" gives `of`)."""
        for c in self.children[i]:
            word = self.words[c]
            if word.lower == "according":
                continue
            if word.dep in ("prep", "dative", "agent", "prt", "advmod") or word.tag == "IN":
                yield from self._complements(c, word.lower, 0)

    def _complements(self, p: int, name: str, depth: int) -> Iterator[tuple[str, int]]:
        for o in self.children[p]:
            word = self.words[o]
            if word.dep == "pobj":
                if word.lower in ("whom", "which") and self.words[p].head > o:
                    yield from ((name, i) for i in self.antecedent(o, self.words[p].head))
                    continue
                yield name, o
            elif word.dep in ("prep", "conj") and depth < 2 and word.tag in ("IN", "TO"):
                yield from self._complements(o, word.lower, depth + 1)

    def handed(self, v: int) -> tuple[int, ...]:
        """What is passed on in "Cuba was granted a loan"."""
        return tuple(self.kids(v, "dobj")) if self.words[v].lemma in HANDED and self.passive(v) else ()

"""Who or what a noun is about: the nouns coordinated with it, whose it is, the nearest party before or after a word."""

from sayso.lexicon.events import EventLexicon
from sayso.model.flow import ActorTable, Parse, Word
from sayso.model.record import Actor
from sayso.reading.events.lemmas import BROKERED, LED, NAMED, NOMINAL, RELATIVE, SAYING, WAYS

CONJUNCTS = 12
CHILDREN = 64
NEAR = 14
NAMING = frozenset({"call", "describe", "term", "label", "dub", "consider", "regard", "see", "denounce", "brand"})


class Nominals:
    """A parse with the questions that event patterns ask of its nouns. All answers are word indexes."""

    __slots__ = (
        "_people",
        "_places",
        "_table",
        "_transparent",
        "answerable",
        "ascribing",
        "children",
        "hostility",
        "instigation",
        "own_ends",
        "parse",
        "seeking",
        "words",
    )

    def __init__(self, parse: Parse, lexicon: EventLexicon, table: ActorTable | None) -> None:
        self.parse = parse
        self.words = parse.words
        self.children = _bounded(parse.children)
        self._table = table
        self._people = lexicon.words("people")
        self._places = lexicon.words("place") | lexicon.words("target")
        self._transparent = lexicon.words("transparent")
        self.hostility = lexicon.words("hostility")
        self.instigation = lexicon.words("instigation")
        self.ascribing = lexicon.words("ascribing")
        self.answerable = lexicon.words("answerable")
        self.seeking = lexicon.words("seeking")
        self.own_ends = lexicon.words("own-ends")

    def kids(self, i: int, *deps: str) -> list[int]:
        """Children of `i` with one of `deps`."""
        return [c for c in self.children[i] if self.words[c].dep in deps]

    def expand(self, i: int) -> tuple[int, ...]:
        """`i` and the nouns coordinated with it (at most a dozen: a list longer than that is no party)."""
        out, k = [i], 0
        while k < len(out) and len(out) < CONJUNCTS:
            out.extend(c for c in self.children[out[k]] if self.words[c].dep == "conj" and self.words[c].pos in NOMINAL)
            k += 1
        return tuple(out)

    def real(self, i: int) -> int:
        """The noun that matters: "a group of lawmakers" is about lawmakers."""
        for _ in range(3):
            if self.words[i].lemma not in self._transparent:
                break
            below = [o for p in self.kids(i, "prep") if self.words[p].lower == "of" for o in self.kids(p, "pobj")]
            if not below or self.words[below[0]].ent == "CARDINAL":
                break  # "a crew of six" is about the crew
            i = below[0]
        return i

    def actorish(self, i: int) -> bool:
        """Whether word `i` can be a party: a known actor, a name, a person or body of people, a pronoun."""
        word = self.words[i]
        if self._table is not None and self._table.at(i) is not None:
            return True
        if word.ent in NAMED or word.lemma in self._people:
            return True
        return word.pos == "PRON" and word.lower not in _NO_PARTY

    def actor(self, i: int) -> Actor | None:
        """The actor that word `i` is the head of a mention of."""
        mention = self._table.at(i) if self._table is not None else None
        return self._table.actor(mention.actor) if mention and self._table and mention.head == i else None

    def placeish(self, i: int) -> bool:
        """Whether word `i` names a place or building."""
        return self.words[i].lemma in self._places

    def _told_apart(self, noun: int) -> bool:
        """Whether noun `noun` says which one: "the air force" is no "force"."""
        return any(self.words[c].dep in ("det", "poss", "nmod") for c in self.children[noun])

    def _noun_before(self, noun: int, relative: int) -> tuple[int, ...]:
        """The antecedent with what is coordinated with it, but not what follows the relative clause."""
        return tuple(i for i in self.expand(self.real(noun)) if i < relative) or (noun,)

    def mutual(self, i: int) -> bool:
        """Whether word `i` is the head of "each other" or "one another"."""
        lower = self.words[i].lower
        if i == 0 or lower not in ("other", "another", "one"):
            return False
        if lower == "one":
            return i + 1 < len(self.words) and self.words[i + 1].lower == "another"
        return self.words[i - 1].lower == ("each" if lower == "other" else "one")

    def _of_whom(self, noun: int) -> tuple[int, ...]:
        """ "The decision of the court to jail them"."""
        of = (o for p in self.kids(noun, "prep") if self.words[p].lower == "of" for o in self.kids(p, "pobj"))
        return tuple(j for o in of if self.actorish(o) for j in self.expand(o))

    def called_what(self, v: int) -> tuple[int, ...]:
        """What verb `v` is about in "condemned what it called a raid", "launched what it said was a raid"."""
        for c in self.kids(v, "ccomp", "pcomp"):
            below = (k for place in (c, *self.kids(c, "ccomp")) for k in self.children[place])
            if not any(self.words[k].lower == "what" for k in below):
                continue
            if self.words[c].lemma in NAMING:
                behind = [o for p in self.kids(c, "prep") if self.words[p].lower == "as" for o in self.kids(p, "pobj")]
                named = [n for n in self.kids(c, "oprd", "dobj") if self.words[n].lower != "what"]
                return tuple(named or behind)
            if self.words[c].lemma in SAYING:
                return tuple(n for be in self.kids(c, "ccomp") for n in self.kids(be, "attr"))
        return ()

    def mandative(self, v: int) -> bool:
        """Whether verb `v` is what somebody wants another to do: bare, with one other for subject ("that Peru pay")."""
        if self.kids(v, "aux") or not self.kids(v, "nsubj", "nsubjpass"):
            return False
        passive = any(self.words[c].lower == "be" for c in self.kids(v, "auxpass"))
        return passive or self.words[v].tag in ("VB", "VBP", "NN")

    def owner(self, n: int) -> tuple[int, ...]:
        """Whose thing noun `n` is: "Russia's plan", "the Russian plan", "a plan by Russia"."""
        for c in self.kids(n, "poss"):
            if self.words[c].ent not in ("DATE", "TIME"):
                return self.expand(c)
        for c in self.children[n]:
            word = self.words[c]
            if word.dep in ("prep", "agent") and word.lower in ("by", "from"):
                for o in self.kids(c, "pobj"):
                    if self.actorish(o):
                        return self.expand(o)
        return self.modifier(n)

    def dashed(self, first: int, second: int) -> bool:
        """Whether two names are joined by a dash."""
        between = {self.words[k].text for k in range(first + 1, second)}
        return self.words[first].ent in NAMED and bool(between & {"-", "–", "—", "/"})

    def modifier(self, n: int) -> tuple[int, ...]:
        """A name that modifies noun `n`: "the Russian invasion", "NATO talks"."""
        for c in self.children[n]:
            word = self.words[c]
            if c < n and word.lower in BROKERED and any(self.words[d].ent in NAMED for d in self.children[c]):
                return ()
            if c < n and word.lower in LED:
                led = [d for d in self.children[c] if self.words[d].ent in NAMED]
                if led:
                    return self.expand(led[0])  # "the US-led strikes"
            if c < n and word.dep in ("amod", "compound", "nmod") and word.ent in NAMED:
                # "Russia-Ukraine talks": the parser hangs the first name on the second.
                before = [d for d in self.kids(c, "compound", "nmod", "amod") if self.dashed(d, c)]
                return (*before, *self.expand(c))
        return ()

    def before(self, i: int, root: bool = False) -> int | None:
        """The nearest party before word `i` in its sentence, not past a semicolon; `root`: outside of phrases first."""
        first = max(self.parse.sentence(i).first, i - 3 * NEAR)
        spare: int | None = None
        for k in range(i - 1, first - 1, -1):
            word = self.words[k]
            if word.lower in (";", ":"):
                break
            inside = word.dep in ("compound", "poss", "nmod", "npadvmod") and word.head < i
            if word.pos not in NOMINAL or inside or not self.actorish(k):
                continue
            if not root or word.dep not in ("pobj", "conj"):
                return k
            spare = k if spare is None else spare
        return spare

    def after(self, i: int) -> int | None:
        """The nearest party after word `i` in its sentence, within a dozen words and its clause."""
        last = min(self.parse.sentence(i).last, i + NEAR)
        for k in range(i + 1, last):
            word = self.words[k]
            if word.lower in (";", ":"):
                break
            if word.pos in NOMINAL and word.dep not in ("compound", "poss", "nmod") and self.actorish(k):
                return k
        return None

    def dig(self, n: int, patient: bool = False) -> int:
        """The actor-like word that noun phrase `n` is about: "Russia's invasion" is about Russia.

        `patient`: also look behind prepositions ("aid for Sudan"), for acts that pass a thing on to somebody.
        """
        n = self.real(n)
        if self.actorish(n):
            return n
        for c in self.kids(n, "poss"):
            if self.words[c].pos != "PRON" and self.words[c].tag != "PRP$":
                return c
        for c in self.children[n]:
            word = self.words[c]
            if word.dep in ("prep", "agent") and (word.lower in ("by", "from") or patient):
                for o in self.kids(c, "pobj"):
                    if self.actorish(o):
                        return o
        names = self.modifier(n)
        return names[0] if names else n

    def author(self, n: int) -> int:
        """Whose doing `n` is by its own clause: "the way in which Peru treated them", "the plan that Peru made"."""
        for c in self.kids(n, "acl", "relcl"):
            if self.words[n].lemma in WAYS or any(self.words[o].lower in RELATIVE for o in self.kids(c, "dobj")):
                for subject in self.kids(c, "nsubj"):
                    if self.words[subject].pos in ("NOUN", "PROPN") and self.actorish(subject):
                        return subject
        return n


def _bounded(children: tuple[tuple[int, ...], ...]) -> tuple[tuple[int, ...], ...]:
    """Children, at most as many for one word as language gives: what has thousands is no sentence, and costs time."""
    if max(map(len, children), default=0) <= CHILDREN:
        return children
    return tuple(below[:CHILDREN] for below in children)


def named_party(word: Word) -> bool:
    """Whether a word found in a party's place is one: not a relative or demonstrative pronoun left unresolved."""
    return word.lower not in _EMPTY


_EMPTY = frozenset({"this", "that", "which", "what", "these", "there", "who", "whom", "nothing", "something"})
_NO_PARTY = _EMPTY - {"who", "whom"} | {"it", "those", "itself"}

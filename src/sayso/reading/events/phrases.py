"""Where the words of a rule's phrase stand around a verb or noun, whatever is put in between."""

from sayso.lexicon.events import PREPOSITIONS, Rule
from sayso.reading.events.tree import Tree

WINDOW = 9
ASIDE = 14
BRACKETS = {",": ",", "(": ")", "–": "–", "—": "—", "--": "--"}
"""What opens an aside, and what closes it; one longer than `ASIDE` words is not taken for one."""
PARTICLES = PREPOSITIONS | {"up", "down", "back", "away"}


class Phrases:
    """The words around a verb or noun of one tree that can be a part of its phrase."""

    __slots__ = ("tree",)

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def _joined(self, i: int) -> tuple[str, ...]:
        """How a word with a hyphen before it may stand in the lexicon: "cease - fire" as cease-fire or ceasefire."""
        words = self.tree.words
        if i < 2 or words[i - 1].text != "-":
            return ()
        first, second = words[i - 2].lower, words[i].lemma
        return (f"{first}-{second}", f"{first}{second}")

    def _reach(self, v: int) -> int:
        """Where the phrase of word `v` ends at the latest: asides within it do not count."""
        last = self.tree.parse.sentence(v).last
        end, k = v + WINDOW, v + 1
        while k < min(end, last):
            past = self._past_aside(k, last)
            end += past - k
            k = past + 1
        return min(end, last)

    def _past_aside(self, k: int, last: int) -> int:
        """The word that closes the aside which word `k` opens; `k` itself where it opens none."""
        words = self.tree.words
        close = BRACKETS.get(words[k].text)
        return next((c for c in range(k + 1, min(k + ASIDE, last)) if words[c].text == close), k) if close else k

    def _near(self, v: int) -> set[str]:
        """The words among which the rest of a phrase can be: those that follow verb `v`, and those that hang on it."""
        words = self.tree.words
        near = {words[c].lower for c in self.tree.children[v]}
        for word in words[v + 1 : self._reach(v)]:
            near.add(word.lower)
            near.add(word.lemma)
        return near

    def _phrase(self, rule: Rule, v: int) -> tuple[int, ...] | None:
        """Where the rest of the phrase stands after word `v`: words that hang on it, in order."""
        if not rule.rest:
            return ()
        found: list[int] = []
        at = v + 1
        words = self.tree.words
        last = self._reach(v)
        for wanted in rule.rest:
            while at < last and not (
                wanted in (words[at].lower, words[at].lemma) and self._hangs(at, v, found, rule.kind == "noun")
            ):
                at += 1
            if at >= last:
                return self._stranded(rule, v, found)
            if rule.kind == "noun" and rule.objects and words[at].tag == "TO" and words[at].dep == "aux":
                return None  # a threat to expel somebody is none to him that the phrase names
            found.append(at)
            at += 1
        return None if found and self._dated(found[-1]) else tuple(found)

    def _dated(self, i: int) -> bool:
        """Whether preposition `i` only says when: "called on Friday" calls on nobody."""
        dates = (self.tree.words[o].ent in ("DATE", "TIME") for o in self.tree.kids(i, "pobj"))
        return self.tree.words[i].lower != "until" and any(dates)

    def _stranded(self, rule: Rule, v: int, found: list[int]) -> tuple[int, ...] | None:
        """A last preposition far behind a long object still counts when it hangs on the verb itself."""
        if len(found) != len(rule.rest) - 1:
            return None
        for c in self.tree.children[v]:
            if c > v and self.tree.words[c].lower == rule.rest[-1] and not self._dated(c):
                return (*found, c)
        return None

    def _hangs(self, i: int, v: int, found: list[int], loose: bool) -> bool:
        if i == v + 1 or (found and i == found[-1] + 1):
            return True
        if loose and not any(self.tree.words[k].pos == "VERB" for k in range(v + 1, i)):
            return True
        for _ in range(3):
            i = self.tree.words[i].head
            if i == v or i in found:
                return True
            if self.tree.words[i].pos == "VERB":
                return False
        return False

    def _before(self, rest: tuple[str, ...], n: int) -> tuple[int, ...] | None:
        """Noun phrases are written head first: "talk peace" is "peace talks"."""
        words = self.tree.words
        if rest[0] in PARTICLES:
            return None  # "stepped up deliveries": nothing was delivered up
        first = max(0, n - 4)
        found = []
        for wanted in rest:
            place = next((k for k in range(n - 1, first - 1, -1) if wanted in (words[k].lower, words[k].lemma)), None)
            if place is None:
                return None
            found.append(place)
        return tuple(found)

"""Who speaks behind what is said: what else in the sentence is part of it.

"Troops shelled the town, the mayor said, killing nine": what came of the act is told of the troops, though the parser
hangs it on the saying. "The vote will be held, and prisoners will be freed, it pledged": both halves are what it says.
"""

import msgspec

from sayso.model.flow import Word
from sayso.reading.interposed import SPEAKING
from sayso.reading.links import FINITE, SUBJECTS, Changes, Words, below

OUTCOMES = frozenset({
    "kill", "wound", "injure", "maim", "destroy", "damage", "displace", "hit", "force", "sink", "burn", "strand",
    "cripple", "topple", "seize", "capture", "arrest", "rob", "plunge", "wreck", "flatten", "trap", "shatter", "ignite",
})  # fmt: skip
"""What nobody does by saying something."""
DEAD = frozenset({"dead", "wounded", "injured", "homeless", "hurt", "trapped", "missing"})


def trailing(words: list[Word], first: int) -> list[Word]:
    """The words of one sentence, the first of which is word `first` of the parse, with such trees set right."""
    for word in words:
        if word.lemma in SPEAKING and word.tag in FINITE:
            said = next((w for w in below(words, word.i, "ccomp") if w.i < word.i), None)
            if said is None:
                continue
            for changed in (*_outcome(words, first, word, said), *_both(words, first, word, said)):
                words[changed.i - first] = changed
    return words


def _outcome(words: Words, first: int, speaks: Word, said: Word) -> Changes:
    """What came of the act, behind who tells of it: it hangs on the act."""
    found = (w for w in below(words, speaks.i, "advcl") if w.tag == "VBG" and w.i > speaks.i)
    return tuple(
        msgspec.structs.replace(w, head=said.i)
        for w in found
        if words[w.i - 1 - first].text == "," and (w.lemma in OUTCOMES or _leaves_dead(words, w))
    )


def _leaves_dead(words: Words, verb: Word) -> bool:
    return verb.lemma == "leave" and any(w.lower in DEAD for w in words if verb.i < w.i < verb.i + 8)


def _both(words: Words, first: int, speaks: Word, said: Word) -> Changes:
    """Two clauses joined by "and" before who speaks, of which the parser gave it the second only."""
    main = words[speaks.head - first]
    if speaks.dep != "conj" or main.dep != "ROOT" or main.i > said.i or main.lemma in SPEAKING:
        return ()
    joints = [w for w in below(words, main.i, "cc") if main.i < w.i < said.i]
    own = any(w.i > said.i for w in below(words, speaks.i, *SUBJECTS))
    if len(joints) != 1 or words[joints[0].i - 1 - first].text != "," or not own:
        return ()
    return (
        msgspec.structs.replace(speaks, head=speaks.i, dep="ROOT"),
        msgspec.structs.replace(main, head=speaks.i, dep="ccomp"),
        msgspec.structs.replace(said, head=main.i, dep="conj"),
    )

"""The parser's trees set right where it is surely wrong, and the order in which that is done.

Each pass takes the words of one sentence and leaves alone what it does not know for sure. Those that move whole clauses
come first, since the later ones look at what hangs on what:

1. `repair.repaired`: clefts, "it was at the king's request that they left"
2. `repair.before_aside`: conditions before who says so, "if the town falls, an aide said, they will flee"
3. `reduced`: participles taken for the verb of what is said, "a statement issued in Tunis said"
4. `inserted`: who speaks in the middle of what is said, "boats, a spokesman said, rammed the ship"
5. `interposed`: who speaks behind an opening clause or an auxiliary, "unless they pay, he warned, boats will go"
6. `trailing`: who speaks behind what is said, "troops shelled the town, he said, killing nine"
7. `joints`: word by word, verbs joined to the wrong verb, and for each word the first repair of `lost.REPAIRS` for its
   role: subjects and objects lost behind phrases (`lost`), verbs taken for nouns (`hidden`), participles for main verbs
   and the other way round (`misled`), words hung on the wrong word (`strayed`)

What they share, and the words that several of them look for, is in `links`.
"""

from collections.abc import Sequence

from sayso.model.flow import Word
from sayso.reading.inserted import inserted
from sayso.reading.interposed import interposed
from sayso.reading.joints import joined
from sayso.reading.reduced import reduced
from sayso.reading.repair import before_aside, may_be_cleft, repaired
from sayso.reading.trailing import trailing


def mended(words: list[Word], first: int) -> Sequence[Word]:
    """The words of one sentence, the first of which is word `first` of the parse, with their links set right."""
    words = repaired(words, first) if may_be_cleft(words) else words
    words = reduced(before_aside(words, first), first)
    words = interposed(inserted(words, first), first)
    return joined(trailing(words, first), first)

"""`python -m benchmarks.speed.growth`: how the time of reading grows with a text that was made to be slow.

Each text of one unit, repeated, is read at one length and at twice that length; time that grows with the square of the
length would take four times as long. CPU seconds, as a ratio.
"""

import os
import sys
import time
from collections.abc import Callable

os.environ.setdefault("OMP_NUM_THREADS", "1")

from sayso.lexicon.events import EventLexicon
from sayso.lexicon.furniture import FurnitureLexicon
from sayso.model.document import Document, Section
from sayso.reading import events, sections
from sayso.reading.parse import load_pipeline, parse

MOST = 3.0
"""What twice the text may take at most, as a multiple of what the text takes."""
LENGTH = 200_000
WORDS = 1_000
UNITS = ("word ", "Short line\n", "Tags: a\n\n", "# ", "A. B\n\n", "By A B, " * 20)
CLAUSES = ("attacked, ", "Rebels attacked Goma and ")


def main() -> int:
    furniture, lexicon, nlp = FurnitureLexicon.load(), EventLexicon.load(), load_pipeline()

    def laid_out(text: str) -> Callable[[], object]:
        return lambda: sections.find(Document(text), furniture)

    def found(text: str) -> Callable[[], object]:
        parsed = parse(Document(text), (Section("body", 0, len(text)),), nlp)
        return lambda: events.find(parsed, lexicon)

    worst = 0.0
    for unit, make, count in (
        *((unit, laid_out, LENGTH // len(unit)) for unit in UNITS),
        *((unit, found, WORDS // len(unit.split())) for unit in CLAUSES),
    ):
        once, twice = _seconds(make(unit * count)), _seconds(make(unit * 2 * count))
        worst = max(worst, twice / once)
        print(f"{unit[:24]!r} x {count}: {once:.2f} s, twice that: {twice:.2f} s, {twice / once:.1f} times")
    print(f"at worst {worst:.1f} times, at most {MOST}")
    return int(worst > MOST)


def _seconds(work: Callable[[], object]) -> float:
    """The quickest of three runs, in CPU seconds."""
    taken = []
    for _ in range(3):
        before = time.process_time()
        work()
        taken.append(time.process_time() - before)
    return min(taken)


if __name__ == "__main__":
    sys.exit(main())

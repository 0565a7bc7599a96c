"""Sentences with their labels written into them, as people and the grammar write them.

`<Kyiv> [said] {the bridge had been destroyed^3 overnight}`: source, cue, content, and after a word how surely its
holder tells it, in [-3, 3]. Contents may hold further sources, cues and contents.
"""

import re

from training.examples import Labels

_PART = re.compile(r"\^(-?\d(?:\.\d+)?)|[<>\[\]{}]")
_OPENS = {"<": 0, "[": 1, "{": 2}
_CLOSES = {">": 0, "]": 1, "}": 2}


def labelled(marked: str, origin: str) -> Labels:
    """The text of a marked sentence, and its labels. Raises ValueError for marks that do not pair."""
    text, certainty = "", []
    roles: tuple[list[tuple[int, int]], ...] = ([], [], [])
    waiting: tuple[list[int], ...] = ([], [], [])
    last = 0
    for found in _PART.finditer(marked):
        text += marked[last : found.start()]
        last = found.end()
        mark = found.group()
        if mark in _OPENS:
            waiting[_OPENS[mark]].append(len(text))
        elif mark in _CLOSES:
            if not waiting[_CLOSES[mark]]:
                raise ValueError(f"{mark} closes nothing in: {marked}")
            roles[_CLOSES[mark]].append((waiting[_CLOSES[mark]].pop(), len(text)))
        else:
            start = max(text.rfind(" "), text.rfind("-"), text.rfind('"'), text.rfind("“")) + 1
            certainty.append((start, len(text), float(found.group(1))))
    text += marked[last:]
    if any(waiting):
        raise ValueError(f"a mark is not closed in: {marked}")
    source, cue, content = roles
    return Labels(text, words=[], source=source, cue=cue, content=content, certainty=certainty, origin=origin)

"""Dependency trees and names a step at a time, for many texts at once, instead of by spaCy's own loop.

The models and their transitions are spaCy's and so is the outcome. Its loop gives up the interpreter's lock and asks
for it again at each of some seventy moves that a word allows; kept, names are found in half the time.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

FACTORIES = frozenset({"parser", "ner"})
DOCS = 64
WORDS = 6_000
"""Texts and words in one batch at most: what is computed ahead takes some four kilobytes a word."""


def stepped(nlp: "Language") -> tuple[str, ...]:
    """The components of a pipeline that `annotate` can run, in order: greedy transition models on the CPU."""
    found = [name for name in nlp.pipe_names if nlp.get_pipe_meta(name).factory in FACTORIES]
    return tuple(name for name in found if _greedy(nlp.get_pipe(name)))


def annotate(component: Any, docs: Sequence["Doc"]) -> None:
    """What `component(doc)` does for each of `docs`, in place."""
    for batch in _batches(docs):
        states = component.moves.init_batch(batch)
        model = component.model.predict(batch)
        going = [state for state in states if not state.is_final()]
        while going:
            going = component.transition_states(going, model.predict(going))
        model.clear_memory()
        component.set_annotations(batch, states)


def _greedy(component: Any) -> bool:
    able = all(hasattr(component, name) for name in ("moves", "model", "transition_states", "cfg"))
    return able and component.cfg.get("beam_width", 1) == 1 and component.model.ops.name == "numpy"


def _batches(docs: Sequence["Doc"]) -> Iterator[list["Doc"]]:
    """Texts of like length together, so that they end with the same step."""
    batch: list[Doc] = []
    words = 0
    for doc in sorted((doc for doc in docs if len(doc)), key=len):
        if len(batch) >= DOCS or (batch and words + len(doc) > WORDS):
            yield batch
            batch, words = [], 0
        batch.append(doc)
        words += len(doc)
    if batch:
        yield batch

"""A reading made by hand: which words look like a source, a cue or a content, and how sure each event is."""

from collections.abc import Callable
from typing import Any

import pytest

from sayso.model.flow import Parse
from sayso.reading.learned import Reading, SentenceReading

LIKELY = 0.9


@pytest.fixture(scope="session")
def reading_of() -> Callable[..., Reading]:
    """`reading_of(parse, source="the miller", cue="said", certainty={"burned": 1.0})`: each by its words."""

    def make(parse: Parse, certainty: dict[str, float] | None = None, **roles: str) -> Reading:
        def likely(role: str, sentence: Any) -> tuple[float, ...]:
            wanted = set(roles.get(role, "").split())
            return tuple(LIKELY if w.text in wanted else 0.0 for w in parse.words[sentence.first : sentence.last])

        made = Reading.__new__(Reading)
        made.parse = parse
        made.sentences = tuple(
            SentenceReading(
                one.first, one.last, 0.0, 0.0, likely("source", one), likely("cue", one), likely("content", one),
                tuple((certainty or {}).get(w.text, 3.0) for w in parse.words[one.first : one.last]),
            )
            for one in parse.sentences
        )  # fmt: skip
        return made

    return make

"""What is found in a text, each event as type, actors and recipients."""

from collections.abc import Callable

import pytest
from tests.reading.events.told import Told, as_told

from sayso.lexicon.events import EventLexicon
from sayso.model.flow import Parse
from sayso.reading.events import find


@pytest.fixture(scope="session")
def events() -> EventLexicon:
    return EventLexicon.load()


@pytest.fixture(scope="session")
def told_in(parsed: Callable[..., Parse], events: EventLexicon) -> Callable[[str], list[Told]]:
    """What the events of a text are, in order."""

    def told(text: str) -> list[Told]:
        parse = parsed(text)
        return [as_told(parse, event) for event in find(parse, events)]

    return told

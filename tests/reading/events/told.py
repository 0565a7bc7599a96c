"""What an event is, told as type, actors and recipients."""

from sayso.model.flow import EventMention, Parse

Told = tuple[str | None, str, str]
"""The type, the actors' and the recipients' head words."""


def as_told(parse: Parse, event: EventMention) -> Told:
    def names(heads: tuple[int, ...]) -> str:
        return " ".join(parse.words[head].text for head in heads)

    return event.plover, names(event.actors), names(event.recipients)

"""The few numbers that decide what is one story. Chosen on one half of dated stories by time, checked on the other."""

import msgspec


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What makes a story, what is looked at of an article, and what is held.

    `alike`: the mean cosine to a story's articles that an article needs to join it, less what time costs and what the
    article has in common with other stories too.
    `day_cost`: what each day since the story's first article takes off; so a saga falls apart into its events.
    `cold_days`: a story that nothing has joined for more days of the stream than this is forgotten.
    `max_live`, `max_prints`: live stories at most, and articles of each whose copies are looked for; the oldest go.
    `half_life`: days after which an article counts half for how rare a word is.
    `prior`: how many articles' worth of knowing that the stream starts with.
    `words`, `lead_words`: how many of an article's first words are read, and how many of them count twice.
    `title`: how much more than once the words of the title count. `max_terms`: the heaviest are kept.
    """

    alike: float = 0.08
    day_cost: float = 0.08
    cold_days: int = 6
    max_live: int = 10_000
    max_prints: int = 100
    half_life: float = 60.0
    prior: float = 50.0
    words: int = 300
    lead_words: int = 60
    title: int = 3
    max_terms: int = 100

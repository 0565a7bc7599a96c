"""Stories: a dated stream of documents → which of them tell of one event, online and in bounded memory."""

from sayso.comparing.stories.gather import article_of, gathered
from sayso.comparing.stories.grouper import Grouper, Placed, place
from sayso.comparing.stories.settings import Settings

__all__ = ["Grouper", "Placed", "Settings", "article_of", "gathered", "place"]

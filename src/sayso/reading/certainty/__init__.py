"""How surely each event is told: certainty, value and status as committed to by its holder."""

from sayso.reading.certainty.judge import judge, values
from sayso.reading.certainty.sources import by_source, in_scenario, rejects

__all__ = ["by_source", "in_scenario", "judge", "rejects", "values"]

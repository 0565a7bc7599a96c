"""How surely each event is told: certainty, value and status as committed to by its holder."""

from sayso.reading.certainty.judge import by_source, in_scenario, judge, rejects, values

__all__ = ["by_source", "in_scenario", "judge", "rejects", "values"]

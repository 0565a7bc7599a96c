"""Times: expressions with TIMEX3 values and intervals, the date a text gives itself, and the time of an event."""

from sayso.reading.time.event import event_time
from sayso.reading.time.find import find
from sayso.reading.time.publication import Dating, bounds, publication

__all__ = ["Dating", "bounds", "event_time", "find", "publication"]

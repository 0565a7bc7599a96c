"""Times: expressions with TIMEX3 values and intervals, the date a text gives itself, and the time of an event."""

"""Violent incidents: what one account tells of one in several sentences and verbs, and which accounts mean the same."""

from sayso.comparing.incidents.joining import joined

__all__ = ["joined"]

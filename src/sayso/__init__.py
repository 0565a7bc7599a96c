"""Sayso: who did what to whom, according to whom, and how surely."""

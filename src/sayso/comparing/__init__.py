"""Records side by side: what agrees, conflicts, is left out or only copied; relations, names, voices."""

from sayso.comparing.comparing import compare

__all__ = ["compare"]

"""Ids: a hash of where a thing stands and who takes part, never of scores or versions, so a rerun replaces."""

import hashlib


def stable_id(kind: str, *parts: object) -> str:
    """`KIND-` and 12 hex digits of the parts' text."""
    text = "\0".join(str(part) for part in parts)
    return f"{kind}-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"

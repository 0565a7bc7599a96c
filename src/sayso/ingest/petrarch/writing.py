"""Entries as YAML that loads again: fields left at their defaults are not written."""

from collections.abc import Sequence

import msgspec
import yaml


def as_yaml(kinds: dict[str, Sequence[msgspec.Struct]]) -> str:
    """A vocabulary file with the entries of each kind, an entry a line."""
    parts = []
    for kind, found in kinds.items():
        if found:
            parts.append(f"{kind}:\n" + "".join(f"- {_line(entry)}\n" for entry in found))
    return "\n".join(parts)


def _line(entry: msgspec.Struct) -> str:
    values = {}
    for field in msgspec.structs.fields(entry):
        value = getattr(entry, field.name)
        if value != field.default and not (isinstance(value, dict | tuple) and not value):
            values[field.encode_name] = msgspec.to_builtins(value)
    flow = yaml.safe_dump(values, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10_000_000)
    return flow.strip()

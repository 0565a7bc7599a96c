"""The report: one self-contained HTML page. No network, no style or script but its own, every text escaped."""

import base64
import hashlib
from collections.abc import Sequence
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sayso.model.comparison import Comparison
from sayso.model.record import Record
from sayso.show.page.build import build
from sayso.show.words import clean

TEMPLATES = "sayso.show", "templates"


def render(comparison: Comparison, records: Sequence[Record]) -> str:
    """The page for a comparison. `records` are those compared; one that is missing is shown without its text."""
    style, script = _asset("report.css"), _asset("report.js")
    template = _environment().get_template("report.html.j2")
    return template.render(
        page=build(comparison, records),
        style=Markup(style),
        script=Markup(script),
        policy=_policy(style, script),
    )


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader(*TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )


def _finalize(value: object) -> object:
    """Text from outside without control characters; markup of our own as it is."""
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _asset(name: str) -> str:
    return files(TEMPLATES[0]).joinpath(TEMPLATES[1], name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Nothing may load or run but the page's own style and script, known by their hashes."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"

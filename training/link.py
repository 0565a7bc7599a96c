"""What each piece of evidence weighs when two mentions are linked: `src/sayso/lexicon/data/link/pairs.json`.

    python -m training.link --shared ../shared [--folds 3]

Learned from the training topics of ECB+ (Cybulska and Vossen, CC BY 3.0), gold mentions of its validated sentences; the
development topics stay unseen, for `benchmarks/quality`. Every fold of topics is taken as it is, with most event words
changed for others of a more or less like sense, so that the weights also fit accounts which choose their own words, and
in small collections of a few documents. The weights are those of a logistic regression; what is drawn at random is
always drawn the same way. With `--folds`, the clustering is measured over folds first, for choosing a threshold.
"""

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt
from benchmarks.quality.ecb import Row, gold
from scipy.optimize import minimize

from sayso import api
from sayso.comparing.link.evidence import FEATURES, Block, Resources, Vectors
from sayso.comparing.link.gathering import Gatherer
from sayso.comparing.link.linkage import average_linkage
from sayso.comparing.link.linker import Setting, blocks, probabilities, setting
from sayso.comparing.link.mention import Mention, Words
from sayso.comparing.link.vectors import WordVectors
from sayso.comparing.link.weights import FILE, PairModel, Trained, Weight, crossed
from sayso.lexicon.commonness import Commonness
from sayso.lexicon.stems import stem

SEED: Final = 5
THRESHOLD: Final = 0.3
TOPIC: Final = 0.12
NEGATIVES: Final = 0.3  # share of the pairs of two events that is learned from; each then counts as many times more
SHRINK: Final = 10.0  # strength of the pull of weights towards 0
FEW: Final = 60  # small collections drawn from each fold
NEIGHBOURS: Final = 40  # documents that are likest to one, from which its small collection is drawn
CHANGED: Final = 0.85  # share of the event words that are changed
LIKE: Final = (0.12, 0.5)  # how like in sense a changed word is to the one it stands for
FOR: Final = frozenset({
    "alike words", "alike phrases", "shared words", "same type", "doer", "done to", "anybody", "sentence",
    "close words", "sentence sense", "names", "times", "places", "numbers", "named doer", "named done to",
    "anybody named", "own place", "own time", "own numbers", "documents", "nearest documents",
})  # fmt: skip
"""Likenesses, which may not count against."""
AGAINST: Final = {"documents apart": 0.0, "nobody shared": 0.0, "other own place": -1.0, "other own time": -2.0,
    "other own numbers": -0.2, "other named doer": -0.4, "other named done to": -0.6, "others named": -0.2,
    "several contradictions": -3.0,
}  # fmt: skip
"""Contradictions, which may not count in favour, and what each counts at least: in ECB+ the documents tell most events
apart, so that it teaches little about two bombs of one day in two towns."""
Table = npt.NDArray[np.float32]


class Fold(NamedTuple):
    """Mentions of some topics, how their documents stand to each other, and the chain of each."""

    mentions: list[Mention]
    bags: list[dict[str, float]]
    setting: Setting
    chains: list[str]


def fold(rows: Sequence[Row], gatherer: Gatherer, known: Resources) -> Fold:
    """Rows read into mentions."""
    mentions, bags = gatherer.read([(row.document, row.span) for row in rows])
    return Fold(mentions, bags, setting(bags, TOPIC, known.common), [row.chain for row in rows])


def few(one: Fold, known: Resources, dice: random.Random) -> Fold:
    """A few documents of a fold that are more or less alike, as somebody may compare them."""
    first = dice.randrange(len(one.bags))
    nearest = np.argsort(-one.setting.alike[first], kind="stable")[1:NEIGHBOURS].tolist()
    chosen = [first, *dice.sample(nearest, dice.randint(1, 4))]
    kept = [mention for mention in one.mentions if mention.document in chosen]
    bags = [one.bags[number] for number in chosen]
    mentions = [
        msgspec.structs.replace(mention, order=k, document=chosen.index(mention.document))
        for k, mention in enumerate(kept)
    ]
    return Fold(mentions, bags, setting(bags, TOPIC, known.common), [one.chains[mention.order] for mention in kept])


def changed(one: Fold, words: Words, known: Resources, dice: random.Random) -> Fold:
    """The same fold with most event words changed, there and in the sentences around them."""
    pool = sorted({word for mention in one.mentions for word in mention.around if word.isalpha() and len(word) > 3})
    choices = _choices({mention.word for mention in one.mentions}, pool, known.vectors)
    swaps: dict[tuple[int, int], dict[str, str]] = defaultdict(dict)
    made = [_changed(mention, choices, words, swaps, dice) for mention in one.mentions]
    sets = ("around", "close", "doer", "done_to", "others")

    def swapped(mention: Mention, name: str) -> frozenset[str]:
        swap = swaps[mention.document, mention.sentence]
        return frozenset(swap.get(word, word) for word in getattr(mention, name))

    made = [msgspec.structs.replace(mention, **{name: swapped(mention, name) for name in sets}) for mention in made]
    return one._replace(mentions=made)


def _choices(wanted: set[str], pool: Sequence[str], vectors: Vectors) -> dict[str, list[str]]:
    there = vectors.of(pool)
    found = {}
    for word in sorted(wanted):
        alike = there @ vectors.of([word])[0]
        fitting = [int(k) for k in np.argsort(-alike, kind="stable") if LIKE[0] < alike[k] < LIKE[1]][:150]
        found[word] = [pool[k] for k in fitting] or list(pool)
    return found


def _changed(
    mention: Mention,
    choices: Mapping[str, Sequence[str]],
    words: Words,
    swaps: dict[tuple[int, int], dict[str, str]],
    dice: random.Random,
) -> Mention:
    if mention.kind == "P" or dice.random() >= CHANGED:
        return mention
    word = dice.choice(choices[mention.word])
    swaps[mention.document, mention.sentence][mention.word] = word
    more = dice.sample(choices[mention.word], k=min(dice.choice((0, 0, 1, 2)), len(choices[mention.word])))
    return msgspec.structs.replace(
        mention, word=word, stem=stem(words.nominals.get(word, word)),
        words=frozenset((word, *more)), types=words.types.get(word, frozenset()), reporting=word in words.reporting,
        kind=dice.choice((mention.kind, mention.kind, "V", "N")),
    )  # fmt: skip


def pairs(one: Fold, known: Resources, dice: np.random.Generator) -> tuple[Table, Table, Table]:
    """Evidence, whether one event, and weight of the pairs of a fold; of the pairs of two events only a share."""
    found: list[tuple[Table, Table]] = []
    for members in blocks(one.mentions, one.setting):
        if len(members) < 2:
            continue
        block = Block(members, one.setting, known)
        first, second = np.triu_indices(len(members), 1)
        chains = np.array([one.chains[mention.order] for mention in members])
        same = chains[first] == chains[second]
        kept = same | (dice.random(len(same)) < NEGATIVES)
        found.append((block.rows(0, len(members))[first[kept], second[kept]], same[kept].astype(np.float32)))
    found.append((np.zeros((0, len(FEATURES)), np.float32), np.zeros(0, np.float32)))
    evidence, same = (np.concatenate(part) for part in zip(*found, strict=True))
    return evidence, same, np.where(same > 0, 1.0, 1.0 / NEGATIVES).astype(np.float32)


def learned(data: Sequence[tuple[Table, Table, Table]]) -> Trained:
    """A logistic regression on crossed evidence, each column by its spread."""
    evidence, same, weight = (np.concatenate(part) for part in zip(*data, strict=True))
    table = crossed(evidence)
    spread = table.std(axis=0) + 1e-3
    table /= spread

    def loss(at: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        odds = (table @ at[1:].astype(np.float32) + at[0]).astype(np.float64)
        cost = weight * (np.logaddexp(0.0, odds) - same * odds)
        error = (weight * (1 / (1 + np.exp(-odds)) - same)).astype(np.float32)
        slope = np.concatenate([[error.sum()], table.T @ error + SHRINK * at[1:]])
        return float(cost.sum() + SHRINK / 2 * (at[1:] ** 2).sum()), slope

    bounds = [(None, None), *_bounds(spread)]
    start = np.array([min(0.0, high) if high is not None else 0.0 for _, high in bounds])
    at = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 150}).x
    columns = (at[1:] / spread).reshape(3, len(FEATURES))
    return Trained(
        made_from="ECB+ (CC BY 3.0), training topics, as they are and with changed event words",
        bias=round(float(at[0]), 4),
        threshold=THRESHOLD,
        topic=TOPIC,
        weights=tuple(
            Weight(name, *(round(float(value), 4) for value in columns[:, k])) for k, name in enumerate(FEATURES)
        ),
    )


def _bounds(spread: Table) -> Iterator[tuple[float | None, float | None]]:
    """What each column's weight may be, in the units of its spread."""
    for k, share in enumerate(spread.reshape(3, len(FEATURES)).tolist()):
        for name, scale in zip(FEATURES, share, strict=True):
            if name in FOR:
                yield 0.0, None
            elif name in AGAINST or name.startswith("other "):
                # Of lone words the bound is on top of that of words that differ.
                yield None, AGAINST.get(name, 0.0) * scale * (k < 2)
            else:
                yield None, None


def measured(one: Fold, model: PairModel, known: Resources, scorer: Any, threshold: float) -> tuple[float, float]:
    """CoNLL F1 of a fold with and without singletons."""
    response: dict[tuple[int, int], set[int]] = defaultdict(set)
    for number, members in enumerate(blocks(one.mentions, one.setting)):
        groups = average_linkage(probabilities(Block(members, one.setting, known), model), threshold)
        for mention, group in zip(members, groups, strict=True):
            response[number, group].add(mention.order)
    key: dict[str, set[int]] = defaultdict(set)
    for order, chain in enumerate(one.chains):
        key[chain].add(order)
    both = (scorer.score(list(key.values()), list(response.values()), drop) for drop in (False, True))
    with_them, without = (found["conll"] for found in both)
    return with_them, without


def _folds(rows: Sequence[Row], count: int) -> Iterator[list[Row]]:
    topics = sorted({row.topic for row in rows}, key=int)
    random.Random(SEED).shuffle(topics)
    yield from ([row for row in rows if row.topic in topics[k::count]] for k in range(count))


def main(arguments: Sequence[str] | None = None) -> None:
    """Learn, measure if asked to, and write the file."""
    parser = argparse.ArgumentParser(prog="python -m training.link", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--folds", type=int, default=0, help="measure over so many folds of the topics first")
    options = parser.parse_args(arguments)
    gatherer, known = Gatherer(api.default_reader()), Resources(WordVectors(), Commonness.load())
    parts = []
    for k, rows in enumerate(_folds(gold(options.shared, "train"), max(options.folds, 3))):
        plain = fold(rows, gatherer, known)
        parts.append((plain, changed(plain, gatherer.words, known, random.Random(k))))
    dice = np.random.default_rng(SEED)
    draw = random.Random(SEED)
    data = [
        [pairs(one, known, dice) for one in (*part, *(few(part[0], known, draw) for _ in range(FEW)))] for part in parts
    ]
    if options.folds:
        _report(parts, data, known, options.shared)
    FILE.parent.mkdir(exist_ok=True)
    trained = learned([one for part in data for one in part])
    FILE.write_bytes(msgspec.json.format(msgspec.json.encode(trained), indent=1) + b"\n")


def _report(parts: Sequence[Any], data: Sequence[Any], known: Resources, shared: Path) -> None:
    sys.path.insert(0, str(shared / "score"))
    scorer = __import__("score_coreference")
    found: dict[tuple[int, float], list[tuple[float, float]]] = defaultdict(list)
    for k, part in enumerate(parts):
        model = PairModel(learned([one for j, other in enumerate(data) if j != k for one in other]))
        for kind, one in enumerate(part):
            for threshold in (0.2, 0.25, 0.3, 0.35, 0.4):
                found[kind, threshold].append(measured(one, model, known, scorer, threshold))
    for (kind, threshold), scores in sorted(found.items()):
        name = ("as it is", "words changed")[kind]
        print(f"{name:14s} {threshold:.2f}", *np.mean(scores, axis=0).round(1), scores_line(scores))


def scores_line(scores: Sequence[tuple[float, float]]) -> str:
    """The folds one by one."""
    return " ".join(f"{a:.1f}/{b:.1f}" for a, b in scores)


if __name__ == "__main__":
    main()

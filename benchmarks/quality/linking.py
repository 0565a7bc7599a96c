"""Events told alike in ECB+: clusters of `sayso.link`, and claims that compare puts together, against the chains."""

import importlib.util
from collections import defaultdict
from collections.abc import Hashable, Sequence
from pathlib import Path

from benchmarks.quality.ecb import gold
from sayso import api
from sayso.comparing import linking
from sayso.comparing.link import packaged
from sayso.comparing.link.claims import likely
from sayso.comparing.view import view
from sayso.lexicon.numbers import NumberLexicon
from sayso.model.span import Span

NEEDED = ("data/crossdoc/ecb_docs.jsonl", "data/crossdoc/ecb_mentions.jsonl", "score/score_coreference.py")


def missing(shared: Path) -> list[str]:
    """The files this measure needs that are not there."""
    return [name for name in NEEDED if not (shared / name).is_file()]


def figures(shared: Path) -> dict[str, float]:
    """CoNLL F1 on the development topics, which nothing was learned from, with and without singletons."""
    rows = gold(shared, "dev")
    clusters = api.link([(row.document, row.span) for row in rows])
    key, response = groups([row.chain for row in rows]), groups(clusters)
    scorer = _scorer(shared / NEEDED[-1])
    return {
        "CoNLL": float(scorer.score(key, response)["conll"]),
        "without-singletons": float(scorer.score(key, response, drop_singletons=True)["conll"]),
    }


def accounts(shared: Path) -> dict[str, float]:
    """Pairs of claims of two documents that comparing links, where both triggers are gold mentions.

    `right`: the share of the linked pairs that are of one chain; `found`: the share of the pairs of one chain. Before
    what is told of one incident in several verbs is put together, which chains keep apart.
    """
    rows = gold(shared, "dev")
    places: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for row in rows:
        places[row.document.id].append((row.span.start, row.span.end, row.chain))
    records = list(api.read_many(dict.fromkeys(row.document for row in rows)))
    told = view(records, NumberLexicon.load())
    marked = [
        (one.document, event, chain)
        for event, cluster in enumerate(linking.cluster(told, likely(told, records, *packaged())))
        for one in cluster.members
        if (chain := _chain(one.claim.event.trigger, places[one.document])) is not None
    ]
    pairs = [(a, b) for k, a in enumerate(marked) for b in marked[k + 1 :] if a[0] != b[0]]
    linked = [a[2] == b[2] for a, b in pairs if a[1] == b[1]]
    return {"right": sum(linked) / len(linked), "found": sum(linked) / sum(a[2] == b[2] for a, b in pairs)}


def _chain(trigger: Span, marked: Sequence[tuple[int, int, str]]) -> str | None:
    if trigger.where is not None:
        return None
    return next((chain for start, end, chain in marked if start < trigger.end and trigger.start < end), None)


def groups(labels: Sequence[Hashable]) -> list[set[int]]:
    """The places of each label, as sets."""
    found: dict[Hashable, set[int]] = defaultdict(set)
    for place, label in enumerate(labels):
        found[label].add(place)
    return list(found.values())


def _scorer(path: Path):  # type: ignore[no-untyped-def]
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

"""One function a measure: the shared folder in, figures out. Each names its data; none trains or tunes anything."""

import json
import re
import runpy
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import yaml

from benchmarks.quality import cameo as codes
from benchmarks.quality import constructions as shapes
from benchmarks.quality import framing, linking, stories
from benchmarks.quality import incidents as told
from benchmarks.quality import sentiment as towards
from benchmarks.quality import stances as against
from benchmarks.quality import told as tellers
from sayso import api
from sayso.model.document import Document
from sayso.model.record import Record, Speaker
from sayso.reading.reader import Reader

HERE = Path(__file__).parent
Figures = dict[str, float]
OF_FACTS = ("type", "parties", "status", "holder", "full", "told-as-happened")


class SkippedError(Exception):
    """The data a measure needs is not on this machine."""


def rows(path: Path) -> list[dict[str, object]]:
    """The JSON lines of a file of the shared folder. Raises SkippedError when it is not there."""
    if not path.is_file():
        raise SkippedError(f"{path.name} is not on this machine")
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def facts(shared: Path) -> Figures:
    """Key facts marked by hand on our own accounts of public stories."""
    names, documents = _accounts(HERE / "facts" / "jsonl")
    return _facts(shared, HERE / "facts" / "gold.py", documents, names)


def reports(shared: Path) -> Figures:
    """Key facts marked by hand on the three reports."""
    paths = sorted((shared / "reports").glob("*.txt"))
    if not paths:
        raise SkippedError("the reports are not on this machine")
    documents = [Document(path.read_text(encoding="utf-8"), id=path.name) for path in paths]
    return _facts(shared, HERE / "facts" / "reports_gold.py", documents, [path.name[:3] for path in paths])


def unreal(shared: Path) -> Figures:
    """Fifteen accounts of three more stories: all key facts in full; of those that did not happen, the status."""
    found = _briefs(shared, HERE / "facts" / "unreal", runpy.run_path(str(HERE / "facts" / "unreal_gold.py"))["F"])
    return {name: found[name] for name in ("full", "unreal-parties", "unreal-status", "told-as-happened")}


def opened(shared: Path) -> Figures:
    """Key facts of 135 accounts of 27 stories, all read while mending."""
    return _briefs(shared, HERE / "facts" / "open", _marks(HERE / "facts" / "open"))


def aside(shared: Path) -> Figures:
    """Key facts of 40 accounts of eight stories that nobody looked at while mending."""
    return _briefs(shared, HERE / "facts" / "aside", _marks(HERE / "facts" / "aside"))


def _briefs(shared: Path, folder: Path, marks: Sequence[Mapping[str, Any]]) -> Figures:
    """All key facts, and those that did not happen by themselves (`unreal-`)."""
    names, documents = _accounts(folder)
    out: Figures = {}
    with _written(documents) as records:
        for prefix, some in (("", marks), ("unreal-", [fact for fact in marks if "happened" not in fact["status"]])):
            gold = Path(records).with_name(f"{prefix}gold.py")
            gold.write_text(f"F = {list(some)!r}\n", encoding="utf-8")
            found = _numbers(_score(shared, "score_facts.py", str(gold), records, *names), OF_FACTS)
            out.update({prefix + name: found[name] for name in ("parties", "status", "full")})
    return {**out, "told-as-happened": found["told-as-happened"]}


def _marks(folder: Path) -> list[dict[str, Any]]:
    """The facts of the folder's YAML files in the scorer's form."""
    fact = runpy.run_path(str(HERE / "facts" / "gold.py"))["fact"]
    return [
        fact(**row)
        for path in sorted(folder.glob("*.yaml"))
        for row in yaml.safe_load(path.read_text(encoding="utf-8"))["facts"]
    ]


def dyads(shared: Path) -> Figures:
    """PLOVER dyads: type, and type with both actors, for 1,050 news sentences, with the mapping of their coders.

    `by-codebook`: the type, given both actors, with the default mapping, which takes imposed sanctions for SANCTION.
    """
    path = shared / "data/events/plover_dyads.jsonl"
    documents = [Document(str(row["text"]), id=str(row["id"])) for row in rows(path)]
    found = _dyads(shared, path, documents, "coders")
    named = {name: found[name] for name in ("coded", "root", "root+dyad", "typed", "per")}
    return {**named, "by-codebook": _dyads(shared, path, documents, None)["typed"]}


def _dyads(shared: Path, gold: Path, documents: Iterable[Document], mapping: str | None) -> Figures:
    with _written(documents, mapping) as records:
        _score(shared, "score_events.py", str(gold), records, "--json", records + ".json")
        found: Figures = json.loads(Path(records + ".json").read_text())
    return found


def times(shared: Path) -> Figures:
    """Time expressions of TimeML news: value and span F1 from plain text."""
    path = shared / "data/time/timeml_dev.jsonl"
    documents = [
        Document(str(row["text"]), id=str(row["id"]), published=str(row["published"] or "") or None)
        for row in rows(path)
    ]
    with _written(documents) as records:
        return _numbers(_score(shared, "score_times.py", str(path), records), ("relaxed", "strict", "value"))


def attributions(shared: Path) -> Figures:
    """Who said what in PolNeAR dev (84 articles): lenient and exact F1."""
    path = shared / "data/attribution/polnear_dev.jsonl"
    documents = [Document(str(row["text"]), id=str(row["doc_id"])) for row in rows(path) if row.get("primary")]
    with tempfile.TemporaryDirectory() as folder:
        guess = Path(folder) / "guess.jsonl"
        guess.write_text("\n".join(_spans(record) for record in api.read_many(documents)), encoding="utf-8")
        out = _score(shared, "score_attributions.py", str(path), str(guess), "--json", f"{folder}/out.json")
        del out
        found = json.loads((Path(folder) / "out.json").read_text())
    indirect = found["recall_by_type"]["indirect"]["lenient"]
    return {"lenient": found["AR_lenient"][2], "exact": found["AR_exact"][2], "indirect": indirect}


def factuality(shared: Path) -> Figures:
    """Certainty of given predicates in UW dev: Pearson r and mean absolute error on [-3, 3]."""
    path = shared / "data/factuality/uw_dev.jsonl"
    gold = rows(path)
    with tempfile.TemporaryDirectory() as folder:
        guess = Path(folder) / "guess.jsonl"
        guess.write_text("\n".join(json.dumps({"label": value}) for value in _certainties(gold)))
        return _numbers(_score(shared, "score_factuality.py", "reg", str(path), str(guess)), ("'MAE'", "'r'"))


def meantime(shared: Path) -> Figures:
    """Certainty classes of given events in MEANTIME dev: macro-F1 over CT+ CT- PS+ PS- Uu."""
    path = shared / "data/factuality/meantime_dev.jsonl"
    gold = rows(path)
    with tempfile.TemporaryDirectory() as folder:
        guess = Path(folder) / "guess.jsonl"
        guess.write_text("\n".join(json.dumps({"fact": _five(value)}) for value in _certainties(gold)))
        return _numbers(_score(shared, "score_factuality.py", "cls", str(path), str(guess), "fact"), ("'macroF1'",))


def _five(value: float) -> str:
    """The class of a value on [-3, 3] where there are but certain, possible and underspecified.

    Probable counts as certain: MEANTIME calls an announced future certain, with its tense told apart.
    """
    size, sign = abs(value), "+" if value > 0 else "-"
    if size < 0.5:
        return "Uu"
    return f"PS{sign}" if size < 1.5 else f"CT{sign}"


def probes(shared: Path) -> Figures:
    """Our own probe sentences in some twenty framings: status and holder of the event."""
    del shared
    entries = yaml.safe_load((HERE / "probes.yaml").read_text(encoding="utf-8"))["probes"]
    documents = [Document(entry["text"], id=f"probe-{k}") for k, entry in enumerate(entries)]
    pairs = zip(entries, api.read_many(documents), strict=True)
    right = [_probe(entry, record) for entry, record in pairs]
    return {name: sum(r[k] for r in right) / len(right) for k, name in enumerate(("coded", "status", "holder", "both"))}


def constructions(shared: Path) -> Figures:
    """Our own sentences in some seventy shapes: an event of the type, and with the parties that the sentence gives."""
    del shared
    return shapes.measure(HERE / "constructions.yaml")


def tellers_of(shared: Path) -> Figures:
    """Our own passages on who tells of an act: its type, with its parties, its status, and its holder."""
    del shared
    return tellers.figures()


def headlines(shared: Path) -> Figures:
    """Our own headline-body pairs (test half): the outcome, and the outcome in three classes."""
    del shared
    return against.own_pairs(HERE / "headlines.yaml")


def stances(shared: Path) -> Figures:
    """Real headline-body pairs (one in eight bodies): related or not, and F1 on bodies that disagree."""
    folder = shared / "data/framing"
    return against.real_pairs(_there(folder / "headline_bodies.jsonl"), _there(folder / "headline_stances.jsonl"))


def incidents(shared: Path) -> Figures:
    """Our own incidents in several accounts: the tolls' relation, the one origin behind all, look-alikes kept apart."""
    del shared
    return told.measure(HERE / "incidents.yaml")


def slant(shared: Path) -> Figures:
    """Biased sentences, the unread half of a dev set: macro-F1, and how many of those scored 0.8 or more are right."""
    return framing.slant(_there(shared / "data/framing/loaded_words_dev.jsonl"))


def subjectivity(shared: Path) -> Figures:
    """Subjective sentences, the unread half of two dev sets: macro-F1."""
    folder = shared / "data/framing"
    return framing.subjectivity([_there(folder / f"subjectivity_{part}.tsv") for part in ("train", "dev")])


def sentiment(shared: Path) -> Figures:
    """Sentiment towards targets, articles held back from training: macro-F1."""
    return towards.sentiment(_there(shared / "data/framing/target_sentiment_train.jsonl"))


def _there(path: Path) -> Path:
    if not path.is_file():
        raise SkippedError(f"{path.name} is not on this machine")
    return path


def mentions(shared: Path) -> Figures:
    """Gold mentions of the same event in ECB+ dev topics (8, nothing was learned from them): CoNLL F1."""
    if absent := linking.missing(shared):
        raise SkippedError(f"{', '.join(absent)}: not on this machine")
    return linking.figures(shared)


def accounts(shared: Path) -> Figures:
    """Pairs of accounts that compare links, over all ECB+ dev topics at once: how many are right, how many found."""
    if absent := linking.missing(shared):
        raise SkippedError(f"{', '.join(absent)}: not on this machine")
    return linking.accounts(shared)


def grouping(shared: Path) -> Figures:
    """Stories of dated articles, the later half, of several outlets and in the open stream: B-cubed and pair F1."""
    if absent := stories.missing(shared):
        raise SkippedError(f"{', '.join(absent)}: not on this machine")
    return stories.figures(shared)


def cameo(shared: Path) -> Figures:
    """Our own sentences for each CAMEO code, the half no pattern was tuned on: the exact code, its root."""
    del shared
    return codes.figures("held")


MEASURES: dict[str, Callable[[Path], Figures]] = {
    "facts": facts,
    "reports": reports,
    "unreal": unreal,
    "open": opened,
    "aside": aside,
    "probes": probes,
    "constructions": constructions,
    "told": tellers_of,
    "dyads": dyads,
    "cameo": cameo,
    "times": times,
    "attributions": attributions,
    "factuality": factuality,
    "meantime": meantime,
    "headlines": headlines,
    "incidents": incidents,
    "stances": stances,
    "slant": slant,
    "subjectivity": subjectivity,
    "sentiment": sentiment,
    "stories": grouping,
    "mentions": mentions,
    "accounts": accounts,
}
LOWER_IS_BETTER = frozenset({"factuality.MAE", "dyads.per"}) | {
    f"{name}.told-as-happened" for name in ("facts", "reports", "unreal", "open", "aside")
}


def _accounts(folder: Path) -> tuple[list[str], list[Document]]:
    names, documents = [], []
    for path in sorted(folder.glob("*.jsonl")):
        for row in rows(path):
            names.append(str(row["id"]))
            meta = {k: str(v) for k, v in row.items() if k in {"title", "source", "author", "published", "url"} and v}
            documents.append(Document(str(row["text"]), id=str(row["id"]), **meta))  # type: ignore[arg-type]
    return names, documents


def _facts(shared: Path, gold: Path, documents: Iterable[Document], names: list[str]) -> Figures:
    with _written(documents) as records:
        out = _score(shared, "score_facts.py", str(gold), records, *names)
    return _numbers(out, OF_FACTS)


class _written:  # noqa: N801 - reads as a verb at its use
    """The records of documents in a temporary JSON Lines file, for a scorer to read; `mapping`: not the default one."""

    def __init__(self, documents: Iterable[Document], mapping: str | None = None) -> None:
        self._documents = documents
        options = api.default_reader().options
        self._reader = (
            Reader.load(msgspec.structs.replace(options, mapping=mapping)) if mapping else api.default_reader()
        )
        self._folder = tempfile.TemporaryDirectory()

    def __enter__(self) -> str:
        path = Path(self._folder.name) / "records.jsonl"
        with path.open("wb") as file:
            for record in self._reader.read_all(self._documents):
                file.write(msgspec.json.encode(record) + b"\n")
        return str(path)

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()


def _score(shared: Path, scorer: str, *arguments: str) -> str:
    path = shared / "score" / scorer
    if not path.is_file():
        raise SkippedError(f"the scorer {scorer} is not on this machine")
    done = subprocess.run([sys.executable, str(path), *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{scorer} failed: {done.stdout}{done.stderr}")
    return done.stdout


def _numbers(out: str, names: Iterable[str]) -> Figures:
    found = {}
    for name in names:
        match = re.search(rf"(?<![\w-]){re.escape(name)}:? (?:np\.float64\()?([-\d.]+)", out)
        if match is None:
            raise RuntimeError(f"no {name} in the scorer's output: {out}")
        found[name.strip("'")] = float(match.group(1))
    return found


def _spans(record: Record) -> str:
    found = [{"source": a.source, "cue": a.cue, "content": a.content} for a in record.attributions if not a.where]
    return json.dumps({"doc_id": record.document.id, "attributions": found})


def _certainties(gold: list[dict[str, object]]) -> list[float]:
    values: list[float] = []
    for row in gold:
        text, (start, end) = str(row["text"]), row["char"]  # type: ignore[misc]
        document = Document(text)
        values.extend(api.certainty(document, [document.span(start, end)]))
    return values


def _probe(entry: dict[str, Any], record: Record) -> tuple[bool, bool, bool, bool]:
    where = entry["text"].find(entry["trigger"])
    found = [c for c in record.claims if c.event.trigger.start <= where < c.event.trigger.end]
    if not found:
        return False, False, False, False
    speakers = {a.id: a.speaker for a in record.attributions}
    chains = [speakers[c.attribution[-1]] if c.attribution else None for c in found]
    status = any(c.status in _listed(entry["status"]) for c in found)
    holder = any(_is_holder(want, speaker) for want in _listed(entry["holder"]) for speaker in chains)
    return True, status, holder, status and holder


def _listed(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value]


def _is_holder(want: str, speaker: Speaker | None) -> bool:
    if speaker is None or want == "author":
        return speaker is None and want == "author"
    wanted = set(re.findall(r"\w+", want.lower())) - {"the", "a", "of"}
    return bool(wanted & set(re.findall(r"\w+", f"{speaker.name} {speaker.text}".lower())))

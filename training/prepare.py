"""Everything the encoder learns from, as one file of examples to train on and one to watch.

Taken from shared data: GUM (attributions), MEANTIME (certainty), target sentiment; the texts of ECB+ and of these with
the tags and values of our own rules, at a lower weight. Our own: the grammar's sentences, those composed by hand, the
lexicons' examples, and sentences that slant or do not.
"""

import argparse
import random
import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from tokenizers import Tokenizer

from sayso.lexicon.certainty import CertaintyLexicon, Cue
from sayso.lexicon.files import entries
from sayso.lexicon.reporting import ReportingEntry, ReportingLexicon
from sayso.model.document import Document, Section
from sayso.model.flow import Parse
from sayso.reading import attribution, certainty
from sayso.reading.learned.pieces import tokenizer
from sayso.reading.parse import load_pipeline, parse_many
from training import minilm
from training.examples import Example, Labels, example, lines, write
from training.frames import sentences
from training.held import is_held_back
from training.markup import labelled

HERE = Path(__file__).parent
SEED = 11
GRAMMAR, GRAMMAR_DEV = 3_500, 200
REPEATS = 3
"""How often what was composed by hand is seen for once that the grammar's is."""
BY_RULE = 0.4
"""The weight of a label that our own rules gave."""
UNLABELLED = 2_500
"""How many sentences with nothing but such labels."""
VALUES = {"CT+": 3.0, "PR+": 2.0, "PS+": 1.2, "Uu": 0.2, "PS-": -1.2, "PR-": -2.0, "CT-": -2.9}
FUTURE = 2.2
Pair = tuple[int, int]


class Preparation:
    """Reads each source with one parser and our own rules."""

    def __init__(self, shared: Path, pieces: Tokenizer) -> None:
        self.data = shared / "data"
        self.tokenizer = pieces
        self.nlp: Language = load_pipeline()
        self.reporting, self.certainty = ReportingLexicon.load(), CertaintyLexicon.load()

    def all(self) -> tuple[list[Example], list[Example]]:
        """What to train on, and what to watch."""
        train: list[Labels] = []
        dev: list[Labels] = []
        for labels, held_back in (*self._own(), *self._shared()):
            (dev if held_back else train).append(labels)
        shuffler = random.Random(SEED)
        made = [[example(one, self.tokenizer) for one in part] for part in (train, dev)]
        shuffler.shuffle(made[0])
        return made[0], made[1]

    def _shared(self) -> Iterator[tuple[Labels, bool]]:
        yield from self._sentiment()
        yield from self._gum()
        yield from self._meantime()
        yield from self._unlabelled()

    # Our own.

    def _own(self) -> Iterator[tuple[Labels, bool]]:
        for marked in sentences(SEED, GRAMMAR):
            yield self._cut(labelled(marked, "grammar")), False
        for marked in sentences(SEED + 1, GRAMMAR_DEV):
            yield self._cut(labelled(marked, "grammar")), True
        for k, marked in enumerate((HERE / "data" / "composed.txt").read_text(encoding="utf-8").splitlines()):
            if marked.strip() and not marked.startswith("#"):
                labels = self._cut(labelled(marked, "composed"))
                held_back = k % 6 == 0
                yield from [(labels, held_back)] * (1 if held_back else REPEATS)
        yield from self._slant()
        yield from ((labels, False) for labels in self._by_rule(self._examples(), "lexicon", 1.0))

    def _slant(self) -> Iterator[tuple[Labels, bool]]:
        path = HERE / "data" / "slant.jsonl"
        if not path.is_file():
            return
        for row in lines(path):
            labels = self._cut(Labels(row["text"], [], origin="slant"))
            labels.subjective, labels.slanted = int(row["subjective"]), int(row["slanted"])
            yield labels, zlib.crc32(row["text"].encode()) % 10 == 0

    def _examples(self) -> list[str]:
        """The sentences that the lexicons of reporting and certainty say yes and no by."""
        kinds = (entries("reporting", ReportingEntry), entries("certainty", Cue))
        found = [text for kind in kinds for entry in kind for text in (*entry.yes, *entry.no)]
        return [re.sub(r"[*\[\]<>{}|]", "", text) for text in found]

    # Shared.

    def _sentiment(self) -> Iterator[tuple[Labels, bool]]:
        """Target sentiment, with the rules' tags; a tenth of the articles held back."""
        targets: dict[str, list[tuple[int, int, int]]] = {}
        groups: dict[str, str] = {}
        for row in lines(self.data / "framing/target_sentiment_train.jsonl"):
            targets.setdefault(row["sentence"], []).append((row["from"], row["to"], row["polarity"]))
            groups.setdefault(row["sentence"], row["id"])
        for parse in self._parses(targets):
            text = parse.document.text
            labels = self._whole(parse, "sentiment", BY_RULE)
            labels.targets = targets[text]
            yield labels, is_held_back(groups[text])

    def _gum(self) -> Iterator[tuple[Labels, bool]]:
        rows = {row["text"]: row for row in lines(self.data / "attribution/gum_ccby.jsonl")}
        for parse in self._parses(rows):
            row = rows[parse.document.text]
            for labels in self._by_sentence(parse, "gum", 1.0):
                first, last = labels.words[0][0], labels.words[-1][1]
                here = [a for a in row["attributions"] if _touches(a, first, last)]
                labels.source = [(a, b) for one in here for a, b in one["source"]]
                labels.content = [(a, b) for one in here for a, b in one["content"]]
                labels.cue = [(a, b) for one in here for a, b in one["cue"]]
                if not all(one["cue"] for one in here):
                    labels.cue = None
                labels.certainty = []
                yield labels, row["split"] != "train"

    def _meantime(self) -> Iterator[tuple[Labels, bool]]:
        for part in ("train", "dev"):
            by_text: dict[str, Labels] = {}
            for row in lines(self.data / f"factuality/meantime_{part}.jsonl"):
                labels = by_text.setdefault(row["text"], self._cut(Labels(row["text"], [], origin="meantime")))
                value = FUTURE if (row["fact"], row["tense"]) == ("CT+", "FUTURE") else VALUES[row["fact"]]
                labels.certainty = [*labels.certainty, (*row["char"], value)]
            yield from ((labels, part == "dev") for labels in by_text.values())

    def _unlabelled(self) -> Iterator[tuple[Labels, bool]]:
        """Texts of ECB+ with nothing but our rules' labels."""
        texts = [_plain(row["sentences"]) for row in lines(self.data / "crossdoc/ecb_docs.jsonl")]
        told = list(self._by_rule(texts, "ecb", BY_RULE))
        yield from ((labels, False) for labels in random.Random(SEED).sample(told, min(UNLABELLED, len(told))))

    # Helpers.

    def _by_rule(self, texts: Iterable[str], origin: str, weight: float) -> Iterator[Labels]:
        for parse in self._parses(texts):
            yield from self._by_sentence(parse, origin, weight)

    def _parses(self, texts: Iterable[str]) -> Iterator[Parse]:
        pairs = ((Document(text), (Section("body", 0, len(text)),)) for text in texts)
        return parse_many(pairs, self.nlp)

    def _cut(self, labels: Labels) -> Labels:
        labels.words = [(t.idx, t.idx + len(t)) for t in self.nlp.tokenizer(labels.text) if not t.is_space]
        return labels

    def _by_sentence(self, parse: Parse, origin: str, weight: float) -> Iterator[Labels]:
        """Each sentence with the rules' labels."""
        whole = self._whole(parse, origin, weight)
        for sentence in parse.sentences:
            words = [(w.start, w.end) for w in parse.words[sentence.first : sentence.last]]
            if len(words) < 4:
                continue
            a, b = words[0][0], words[-1][1]
            parts = [_near(spans or [], a, b) for spans in (whole.source, whole.cue, whole.content)]
            sure = [one for one in whole.certainty if one[0] < b and a < one[1]]
            yield Labels(whole.text, words, *parts, certainty=sure, weight=weight, origin=origin)

    def _whole(self, parse: Parse, origin: str, weight: float) -> Labels:
        said = attribution.find(parse, self.reporting)
        heads = [word.i for word in parse.words if word.pos == "VERB"]
        values = certainty.values(parse, self.certainty, said, heads)
        return Labels(
            parse.document.text,
            [(w.start, w.end) for w in parse.words],
            [_characters(parse, part) for one in said for part in one.source],
            [_characters(parse, part) for one in said for part in one.cue],
            [_characters(parse, part) for one in said for part in one.content],
            certainty=[(parse.words[i].start, parse.words[i].end, v) for i, v in zip(heads, values, strict=True)],
            weight=weight,
            origin=origin,
        )


def _characters(parse: Parse, part: Pair) -> Pair:
    return parse.words[part[0]].start, parse.words[part[1] - 1].end


def _near(spans: list[Pair], a: int, b: int) -> list[Pair]:
    return [span for span in spans if span[0] < b and a < span[1]]


def _touches(row: dict[str, list[list[int]]], first: int, last: int) -> bool:
    return any(a < last and first < b for role in ("source", "cue", "content") for a, b in row[role])


def _plain(sentences: dict[str, list[str]]) -> str:
    """Text from tokens: blanks before marks taken out, quotation marks as people write them."""
    told = " ".join(" ".join(tokens) for _, tokens in sorted(sentences.items(), key=lambda item: int(item[0])))
    told = re.sub(r"(``|'') ?|(?<=\s)\" ?", lambda m: '"', told)
    return re.sub(r" ([.,;:?!%)]|n't|'s|'re|'ve|'ll)(?=\s|$)", r"\1", told)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument("--vocabulary", type=Path, help="vocab.txt; default: that of MiniLM's package")
    parser.add_argument("--to", type=Path, required=True)
    arguments = parser.parse_args()
    pieces = tokenizer(arguments.vocabulary or minilm.folder() / "vocab.txt")
    train, dev = Preparation(arguments.shared, pieces).all()
    write(arguments.to / "train.bin", train)
    write(arguments.to / "dev.bin", dev)


if __name__ == "__main__":
    main()

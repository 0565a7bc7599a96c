"""Lemma and part of speech by a table: what spaCy's rule components say of a word depends on the word alone.

In an English pipeline the attribute ruler and the lemmatizer, a third of the time of a parse, look at one token's
word, tag and dependency. `Forms` asks them once for each such triple and remembers; the few rules about two words in
a row ("gon na") are left to the components themselves, for the documents in which they may apply.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from sayso.reading import steps

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

RULES = ("attribute_ruler", "lemmatizer")
BESIDE = frozenset({"tok2vec", "transformer", "tagger", "parser", "senter", "ner"})
"""Components that neither read nor write what the rules write."""
LOOKED_AT = frozenset({"LOWER", "ORTH", "TEXT", "TAG", "DEP", "IS_SPACE"})
WRITTEN = frozenset({"POS", "MORPH", "LEMMA", "TAG", "DEP"})
MOST = 200_000
"""Triples remembered at most; then the table starts anew, so that its memory has a bound."""

Key = tuple[int, int, int]
Pattern = list[Any]
"""As spaCy's matcher takes it: what is asked of each of some words in a row."""


class Form(NamedTuple):
    """What `Word` takes from a token apart from its place; `opens` and `closes` a pair that has a rule of its own."""

    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    space: bool
    opens: bool = False
    closes: bool = False


Formed = tuple["Doc", Sequence[Form]]


class Forms:
    """The table of one pipeline. Make it with `Forms.of`; it is filled while reading and changes no result."""

    def __init__(self, nlp: "Language", patterns: Sequence[dict[str, Any]]) -> None:
        from spacy.matcher import Matcher
        from spacy.pipeline import AttributeRuler

        self._nlp = nlp
        self._stepped = steps.stepped(nlp)
        self._table: dict[Key, Form] = {}
        self._ruler: AttributeRuler = AttributeRuler(nlp.vocab)
        self._pairs = Matcher(nlp.vocab)
        for entry in patterns:
            tokens: list[Pattern] = entry["patterns"]
            # A rule keeps its place even when it has no pattern left: later rules win.
            self._ruler.add([one for one in tokens if len(one) == 1], entry["attrs"], entry["index"])
            for several in (one for one in tokens if len(one) > 1):
                self._pairs.add("opens", [[several[0]]])
                self._pairs.add("closes", [[several[1]]])

    @classmethod
    def of(cls, nlp: "Language") -> "Forms | None":
        """The table for a pipeline; None for one whose rules look at more than a word, its tag and dependency."""
        names = nlp.pipe_names
        others = {nlp.get_pipe_meta(name).factory for name in names} - set(RULES)
        if tuple(name for name in names if name in RULES) != RULES or not others <= BESIDE:
            return None
        patterns = nlp.get_pipe(RULES[0]).patterns  # type: ignore[attr-defined]
        return cls(nlp, patterns) if all(_simple(entry) for entry in patterns) else None

    def pipe(self, texts: Iterable[str], batch_size: int) -> "list[Formed]":
        """Parsed texts, each with a form for every token of it, in order."""
        docs = list(self._nlp.pipe(texts, batch_size=batch_size, disable=[*RULES, *self._stepped]))
        for name in self._stepped:
            steps.annotate(self._nlp.get_pipe(name), docs)
        keyed = [_keys(doc) for doc in docs]
        self._learn([key for keys in keyed for key in keys])
        out: list[Formed] = []
        for doc, keys in zip(docs, keyed, strict=True):
            found = [self._table[key] for key in keys]
            out.append((doc, self._asked(doc) if _paired(found) else found))
        return out

    def _learn(self, keys: Sequence[Key]) -> None:
        if len(self._table) > MOST:
            self._table.clear()
        new = list(dict.fromkeys(key for key in keys if key not in self._table))
        if new:
            self._table.update(zip(new, self._ask(new), strict=True))

    def _ask(self, keys: Sequence[Key]) -> list[Form]:
        """The components' answer for words that stand next to each other only here, so that no pair counts."""
        from spacy.tokens import Doc

        words, tags, deps = ([self._nlp.vocab.strings[key[k]] for key in keys] for k in range(3))
        doc = Doc(self._nlp.vocab, words=words, tags=tags, deps=deps, heads=list(range(len(words))))
        marks = {(self._nlp.vocab.strings[name], first) for name, first, _ in self._pairs(doc)}
        doc = self._nlp.get_pipe(RULES[1])(self._ruler(doc))
        return [_form(token, ("opens", token.i) in marks, ("closes", token.i) in marks) for token in doc]

    def _asked(self, doc: "Doc") -> list[Form]:
        for name in RULES:
            doc = self._nlp.get_pipe(name)(doc)
        return forms_of(doc)


def forms_of(doc: "Doc") -> list[Form]:
    """The forms of a document that has been through all components."""
    return [_form(token) for token in doc]


def _form(token: "Token", opens: bool = False, closes: bool = False) -> Form:
    return Form(
        token.text, token.lower_, token.lemma_.lower(), token.pos_, token.tag_, token.dep_, token.is_space,
        opens, closes,
    )  # fmt: skip


def _keys(doc: "Doc") -> list[Key]:
    rows: Any = doc.to_array(["ORTH", "TAG", "DEP"]).reshape(-1, 3).tolist()
    return list(map(tuple, rows))


def _paired(found: Sequence[Form]) -> bool:
    """Whether somewhere a word that may open a pair stands before one that may close it."""
    return any(form.opens and k + 1 < len(found) and found[k + 1].closes for k, form in enumerate(found))


def _simple(entry: dict[str, Any]) -> bool:
    patterns: list[Pattern] = entry["patterns"]
    attributes: dict[str, Any] = entry["attrs"]
    looked_at = {str(key).upper() for pattern in patterns for token in pattern for key in token}
    return looked_at <= LOOKED_AT and {str(key).upper() for key in attributes} <= WRITTEN

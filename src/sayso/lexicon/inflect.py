"""From the forms of English verbs back to lemmas, for the verbs of a lexicon: parsers get rare ones wrong."""

from collections.abc import Iterable, Iterator

import msgspec

from sayso.lexicon.files import DATA, entries

VOWELS = frozenset("aeiou")


class Irregular(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A verb with its past and participle, where rules do not give them."""

    lemma: str
    forms: tuple[str, ...]


class Inflector:
    """Verb form → (lemma, tag) for the given lemmas, with the tag a Penn one (VBD stands for VBN too)."""

    __slots__ = ("_forms",)

    def __init__(self, lemmas: Iterable[str]) -> None:
        irregular = {entry.lemma: entry.forms for entry in entries("irregular", Irregular, (_FILE,))}
        self._forms: dict[str, tuple[str, str]] = {}
        for lemma in lemmas:
            for form, tag in _forms(lemma, irregular.get(lemma, ())):
                self._forms.setdefault(form, (lemma, tag))

    def lemma(self, form: str) -> tuple[str, str] | None:
        """The lemma and tag of a lower-case inflected form; None when it is no form of a known verb."""
        return self._forms.get(form)


_FILE = DATA / "events" / "classes.yaml"


def _forms(lemma: str, irregular: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    yield lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else "s"), "VBZ"
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        yield lemma[:-1] + "ies", "VBZ"
        yield lemma[:-1] + "ied", "VBD"
    stems = _stems(lemma)
    for stem in stems:
        yield stem + "ing", "VBG"
    if irregular:
        for form in irregular:
            yield form, "VBD"
        return
    for stem in stems:
        yield stem + "ed", "VBD"


def _stems(lemma: str) -> tuple[str, ...]:
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return (lemma[:-1],)
    doubles = (
        len(lemma) > 2 and lemma[-1] not in VOWELS and lemma[-1] not in "wxy"
        and lemma[-2] in VOWELS and lemma[-3] not in VOWELS
    )  # fmt: skip
    return (lemma + lemma[-1], lemma) if doubles else (lemma,)

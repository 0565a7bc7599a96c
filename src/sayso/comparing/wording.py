"""An event in plain words: `Russia recognizes the Taliban government`, `Weapons were transferred to the Taliban`.

Made of the account's own words around the trigger, with the parties' own names for pronouns: nothing is put in the
words' mouth but the ending of a verb that stood behind "to" or "we".
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from sayso.comparing.view import Told
from sayso.lexicon.files import DATA, entries
from sayso.lexicon.inflect import Irregular
from sayso.model.record import Claim, Party
from sayso.model.span import Span

_BE: Final = frozenset((
    "is", "are", "was", "were", "be", "been", "being", "got", "am",
))  # fmt: skip
_AUX: Final = _BE | frozenset((
    "has", "have", "had", "will", "would", "may", "might", "could", "can", "should", "shall", "must", "do",
    "does", "did", "not", "never", "n't", "won't",
))  # fmt: skip
_PRONOUN: Final = frozenset((
    "i", "we", "us", "you", "he", "him", "she", "her", "it", "they", "them", "who", "whom", "which", "that", "this",
    "these", "those", "its", "his", "their", "our", "my", "your",
))  # fmt: skip
_PLURAL: Final = frozenset(("i", "we", "you", "they"))
_BEFORE_NOUN: Final = frozenset((
    "the", "a", "an", "its", "their", "his", "her", "our", "any", "no", "'s", "’s", "of", "for", "in", "on",
    "against", "with", "about", "after", "before", "during", "under",
))  # fmt: skip
_SPEAKING: Final = frozenset(("ACCUSE", "REQUEST", "REJECT", "THREATEN"))
_NOUN = re.compile(
    r"(?:[ts]ions?|ments?|ances?|ences?|als?|ures?|ships?|it(?:y|ies)|ages?|over|ings|talks?|wars?|battles?|truces?"
    r"|ceasefires?|deals?|visits?|summits?|attacks|strikes|raids|clashes|hostilities|meetings?|back|out)$"
)
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_BREAK = re.compile(r"[.;:!?()\[\]—–]|, (?:and|but|who|which|as|while)\b")
_STOP = re.compile(
    r"\.(?!\S|\s[\da-z])|[;:!?()\[\]—–\"“”\n]|,? (?:if|unless|because|while|when|although|though|as)\b|, "
)
_LOOSE = re.compile(r"(?: (?:and|or|but|of|to|the|an?|which|who|whom|whose|its|his|their))+$")
_GOES_ON = re.compile(
    r"\s+(?:an?|the|its|their|his|her|our|more|some|any|no|all|\d[\d,.]*|[a-z]+teen|two|three|four|five|six|seven"
    r"|eight|nine|ten|dozens|hundreds|thousands|millions)\b"
)
_OF_PEOPLE = re.compile(r"(?:ese|ian|ean|can|[ns]ish|ench|utch|elsh|reek|zech|ani|aqi|eni|wiss)$")
_NOUN_NEXT = re.compile(r"\s+[a-z]+(?:s|tion|ment|er|or|ence|ance|ship|force|army|navy|fleet|soil|side|territory)\b")
MAX_TAIL = 70
MAX_FURTHER = 80
MAX_LABEL = 150


def sentence(told: Told) -> str:
    """The event as a line for people. Falls back on the bare words where they do not make one."""
    claim, around = told.claim, told.around
    trigger = _line(claim.event.trigger.text)
    if not _holds(around, claim.event.trigger):
        return _capital(_plainly(claim, trigger))
    if not told.trigger and claim.evidence:
        return _capital(_cut(_line(claim.evidence[0].text)))
    made = _whole(claim, around) or _passive(claim, around) or _noun(claim, around) or _active(claim, around)
    return _capital(_cut(_LOOSE.sub("", made)))


def names(parties: Sequence[Party]) -> str:
    """Canonical names in a row, each once."""
    found = list(dict.fromkeys(party.name for party in parties))
    return " and ".join([", ".join(found[:-1]), found[-1]]) if len(found) > 1 else "".join(found)


def _plainly(claim: Claim, trigger: str) -> str:
    others = [party for party in claim.recipients if party not in claim.actors]
    towards = f" ({names(others)})" if others and not claim.event.reciprocal else ""
    return " ".join(part for part in (names(claim.actors), trigger) if part) + towards


def _whole(claim: Claim, around: Span) -> str:
    """The trigger alone, where its doer stands in it: `Fighters whom Ankara had recruited`."""
    trigger = claim.event.trigger
    inside = [party for party in claim.actors if trigger.start < party.span.start and party.span.end < trigger.end]
    if not inside or claim.event.reciprocal:
        return ""
    doer = inside[0]
    tail = _tail(claim, around, claim.recipients)
    if doer.span.text.lower() not in _PRONOUN:
        return _line(trigger.text) + tail
    named = _text(trigger, trigger.start, doer.span.start) + doer.name + _text(trigger, doer.span.end, trigger.end)
    return _line(named) + tail


def _passive(claim: Claim, around: Span) -> str:
    """What is done to somebody who stands before it: `Men were forced`, or the trigger has its subject in it."""
    trigger = claim.event.trigger
    words = trigger.text.lower().split()
    if any(word in _BE for word in words[1:]):
        return _line(trigger.text) + (_tail(claim, around, claim.recipients) or _further(around, trigger.end))
    ahead = [party for party in claim.recipients if party.span.end <= trigger.start and _starts(around, party.span)]
    if not ahead or any(party.span.end <= trigger.start for party in claim.actors if _starts(around, party.span)):
        return ""
    group = _verb_group(_text(around, ahead[-1].span.end, trigger.start))
    if not set(group.lower().split()) & _BE:
        return ""
    doer = _tail(claim, around, claim.actors)
    by = f" by {names(claim.actors)}" if claim.actors and not doer else ""
    further = "" if claim.actors else _further(around, trigger.end)
    return f"{names(ahead)} {group} {_line(trigger.text)}{doer}{by}{further}"


def _noun(claim: Claim, around: Span) -> str:
    """A trigger that is a noun: `Withdrawal of the United States from Afghanistan`; "" for a verb."""
    trigger = claim.event.trigger
    before = _line(_text(around, around.start, trigger.start)).lower().split()
    first = _WORD.search(trigger.text.lower())
    last = next((word for word in reversed(before) if not word.endswith("ly")), "")
    if first is None or last in _AUX or last in ("to", "and", "or") or not _is_noun(first.group(), last):
        return ""
    phrase = _line(trigger.text)
    text = phrase + _tail(claim, around, (*claim.recipients, *claim.actors))
    owners = [party for party in claim.actors if not _named_in(party, text)]
    if not owners:
        return text
    if claim.event.reciprocal:
        return f"{phrase} between {names(claim.actors)}"
    return f"{_owner(names(owners))} {text}{_rest(claim, text)}"


def _is_noun(first: str, last: str) -> bool:
    if first.endswith("ing"):
        return last in ("the", "a", "their", "its", "his", "her", "'s", "’s")
    return bool(_NOUN.search(first)) or last.endswith(("'s", "’s")) or last in _BEFORE_NOUN


def _active(claim: Claim, around: Span) -> str:
    """Somebody does something: the doer's name, the verb with its helpers, and whom it is done to."""
    trigger = claim.event.trigger
    ahead = [party for party in claim.actors if party.span.end <= trigger.start and _starts(around, party.span)]
    between = _text(around, ahead[-1].span.end, trigger.start) if ahead else ""
    group = _verb_group(between)
    verb = _line(trigger.text)
    tail = _tail(claim, around, claim.recipients)
    doers = _doers(claim, ahead, verb + tail)
    if not group:
        infinitive = bool(re.search(r"\bto(?: \w+ly)? *$", _text(around, around.start, trigger.start)))
        spoken = ahead[-1].span.text if ahead else ""
        verb = _finite(verb, claim, doers, infinitive=infinitive, spoken=spoken)
    if not tail or claim.event.plover in _SPEAKING:
        tail += _further(around, max([trigger.end, *_reached(claim, around)]))
    else:
        tail += _rest_of_phrase(around, max(_reached(claim, around), default=trigger.end))
    if group.lower().removeprefix("not ").split(maxsplit=1)[:1] == ["be"]:
        group = f"to {group}" if group.lower().startswith("be") else group.replace("be", "to be", 1)
    said = " ".join(part for part in (group, verb) if part) + tail
    doer = names(doers)
    if not doer or f" by {doer.lower()}" in said.lower():
        return _undergone(claim, said)
    return f"{doer} {said}{_rest(claim, said)}"


def _undergone(claim: Claim, said: str) -> str:
    """Where no doer stands in front: those it is done to, if the words do not name them."""
    missing = [party for party in claim.recipients if not _named_in(party, said)]
    if missing and re.match(r"[a-z]+(?:ed|en|wn|rn|lt|ade|ut|old|ent)\b", said.lower().partition(" by ")[0]):
        return f"{names(missing)} {said}"
    return said + _rest(claim, said)


def _doers(claim: Claim, ahead: Sequence[Party], said: str) -> tuple[Party, ...]:
    """The doers to name in front: of a mutual act, those who stand there, if the others are named behind."""
    behind = [party for party in claim.actors if party not in ahead]
    if all(_named_in(party, said) for party in behind) and (ahead or behind):
        return tuple(ahead)
    return claim.actors


def _finite(verb: str, claim: Claim, doers: Sequence[Party], *, infinitive: bool, spoken: str) -> str:
    """`recognize` behind "to" as `recognizes` where it is told as done, as `to recognize` where it is not."""
    if infinitive and claim.status not in ("happened", "claimed", "denied"):
        return f"to {verb}"
    first, _, rest = verb.partition(" ")
    many = len(doers) > 1 or _is_plural(names(doers))
    several = spoken.lower() in _PLURAL or (spoken != names(doers) and _is_plural(spoken.lower()))
    unreal = claim.status not in ("happened", "claimed", "denied")
    base = not first.endswith(("s", "ed", "ing")) and first.lower() not in _pasts()
    if base and unreal and doers and not (several or _is_plural(names(doers))):
        return f"to {verb}"
    bare = infinitive or (several and base)
    if not bare or many or not doers:
        return verb
    return f"{_third(first)} {rest}".strip()


@lru_cache(maxsize=1)
def _pasts() -> frozenset[str]:
    """Past forms without an ending of their own ("shot")."""
    found = entries("irregular", Irregular, (DATA / "events" / "classes.yaml",))
    return frozenset(form for verb in found for form in verb.forms)


def _third(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2:-1] not in "aeiou" else verb + "s"


def _is_plural(name: str) -> bool:
    last = name.rsplit(maxsplit=1)[-1] if name else ""
    if last.lower() in _PLURAL or " and " in name:
        return True
    return last.islower() and (last.endswith("s") or last in ("people", "men", "women", "police"))


def _verb_group(between: str) -> str:
    """The helpers right before the verb ("has not", "will"), with the adverbs among them."""
    words = between.split()
    kept: list[str] = []
    while words and (words[-1].lower() in _AUX or words[-1].lower().endswith("ly")):
        kept.insert(0, words.pop())
    while kept and kept[0].lower() not in _AUX:
        kept.pop(0)
    return " ".join(kept)


def _tail(claim: Claim, around: Span, parties: Sequence[Party]) -> str:
    """What leads from the trigger to the parties named after it: ` to the Taliban`."""
    at, said = claim.event.trigger.end, ""
    doers = {party.name for party in claim.actors}
    for party in sorted(parties, key=lambda party: party.span.end):
        span = party.span
        if span.start < at or not _starts(around, span):
            continue
        gap = _text(around, at, span.start)
        if span.start - claim.event.trigger.end > MAX_TAIL or _BREAK.search(gap):
            break
        pronoun = span.text.lower() in _PRONOUN and (party.name not in doers or claim.event.reciprocal)
        said += _glue(gap) + (party.name if pronoun else _line(span.text))
        at = span.end
    return said


def _rest_of_phrase(around: Span, at: int) -> str:
    """What the party's words go on with: `Chinese` with ` waters`, `to give Armenian forces` with ` ten more days`."""
    behind = _text(around, at, around.end)
    if _OF_PEOPLE.search(_text(around, around.start, at)) and (noun := _NOUN_NEXT.match(behind)):
        return " " + _line(noun.group())
    return _further(around, at) if _GOES_ON.match(behind) else ""


def _reached(claim: Claim, around: Span) -> list[int]:
    """Where the words named after the trigger end."""
    at = claim.event.trigger.end
    return [
        party.span.end for party in claim.recipients
        if at <= party.span.start <= at + MAX_TAIL and _starts(around, party.span)
    ]  # fmt: skip


def _further(around: Span, start: int) -> str:
    """The words that follow, as far as the clause goes on: ` of sending mercenaries`."""
    rest = _text(around, start, around.end)
    end = _STOP.search(rest)
    text = rest[: end.start()] if end else rest
    if len(text) > MAX_FURTHER:
        text = text[:MAX_FURTHER].rsplit(" ", 1)[0] + "…"
    return " " + _line(text) if text.strip() else ""


def _rest(claim: Claim, said: str) -> str:
    """Those it is done to whom the words so far do not name."""
    doers = {party.name for party in claim.actors}
    missing = [party for party in claim.recipients if party.name not in doers and not _named_in(party, said)]
    return "" if not missing or claim.event.reciprocal else f" ({names(missing)})"


def _named_in(party: Party, text: str) -> bool:
    there = {_root(word) for word in _WORD.findall(text.lower().replace("-", " "))}
    words = _WORD.findall(party.name.lower().replace("-", " "))
    initials = "".join(word[0] for word in words)
    return any(_root(word) in there for word in words) or (len(words) > 1 and initials[:5] in there)


def _root(word: str) -> str:
    """Enough of a word for "Russia's" and "Russian" to be kin."""
    return word.removesuffix("'s").removesuffix("’s")[:5]


def _owner(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _glue(gap: str) -> str:
    return re.sub(r"\s+", " ", gap) or " "


def _text(around: Span, start: int, end: int) -> str:
    return around.text[max(start - around.start, 0) : max(end - around.start, 0)]


def _starts(around: Span, span: Span) -> bool:
    return around.where == span.where and around.start <= span.start <= around.end


def _holds(around: Span, span: Span) -> bool:
    return _starts(around, span) and span.end <= around.end


def _line(text: str) -> str:
    return " ".join(text.split())


def _cut(text: str) -> str:
    if len(text) <= MAX_LABEL:
        return text
    return text[:MAX_LABEL].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

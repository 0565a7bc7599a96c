"""The tables of a store: plain, flat, one row a fact, described where they are defined (docs/store.md)."""

from typing import Literal, NamedTuple

APPLICATION_ID = 0x53415953
VERSION = 2

Type = Literal["TEXT", "INTEGER", "REAL"]


class Column(NamedTuple):
    """One column; `required` columns are never null."""

    name: str
    type: Type
    about: str
    required: bool = False


class Table(NamedTuple):
    """One table. `key`: its primary key; `parent`: the table whose rows it belongs to, by `parent_key`.

    `since`: the version of stores that has it first; `only_added`: its rows cannot be changed or taken out.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    parent: str | None = None
    parent_key: tuple[str, ...] = ()
    indexes: tuple[tuple[str, ...], ...] = ()
    since: int = 1
    only_added: bool = False


DOCUMENT = Column("document", "TEXT", "id of the document", True)
POSITION = Column("position", "INTEGER", "order, from 0", True)
START = Column("char_start", "INTEGER", "first code point", True)
END = Column("char_end", "INTEGER", "code point after the last", True)
WORDS = Column("text", "TEXT", "the words themselves")
WHERE = Column("part", "TEXT", "`text` or `title`: what char_start and char_end count in", True)


def _of(parent: str, *columns: str) -> tuple[str, tuple[str, ...]]:
    return parent, columns


TABLES: tuple[Table, ...] = (
    Table("documents", "One row a document.", (
        Column("id", "TEXT", "given, or a hash of where it stands and its text", True),
        Column("position", "INTEGER", "order in which documents came in", True),
        Column("title", "TEXT", "title, given or found"),
        Column("source", "TEXT", "outlet, agency or site"),
        Column("author", "TEXT", "author, given or found"),
        Column("url", "TEXT", "address"),
        Column("published", "TEXT", "ISO date of the precision known"),
        Column("published_basis", "TEXT", "given, page, byline, text or unknown", True),
        Column("published_why", "TEXT", "how it was inferred"),
        Column("language", "TEXT", "ISO 639-1"),
        Column("genre", "TEXT", "report, opinion, analysis, statement or unknown", True),
        Column("genre_score", "REAL", "0 to 1", True),
        Column("headline_outcome", "TEXT", "what the body does for the headline: supported, attributed, weaker ..."),
        Column("headline_why", "TEXT", "why"),
        Column("text", "TEXT", "the text that all offsets count in (null with --no-text)"),
    ), ("id",), indexes=(("published",), ("source",))),
    Table("records", "The whole record of a document as JSON, as `sayso read --format jsonl` writes it.", (
        DOCUMENT, Column("record", "TEXT", "JSON", True),
    ), ("document",), *_of("documents", "document")),
    Table("sections", "What the stretches of a text are for.", (
        DOCUMENT, POSITION,
        Column("kind", "TEXT", "headline, deck, subheading, byline, dateline, body ...", True), START, END,
    ), ("document", "position"), *_of("documents", "document")),
    Table("actors", "Whom a document speaks of.", (
        DOCUMENT, Column("id", "TEXT", "id of the actor", True), Column("name", "TEXT", "canonical name", True),
        Column("code", "TEXT", "CAMEO style"), Column("country", "TEXT", "ISO 3166-1 alpha-3"),
        Column("kind", "TEXT", "state, person, group ...", True), Column("wikidata", "TEXT", "Wikidata id"),
    ), ("document", "id"), *_of("documents", "document"), indexes=(("code",), ("name",))),
    Table("mentions", "Where an actor is mentioned.", (
        DOCUMENT, Column("actor", "TEXT", "id of the actor", True), POSITION, START, END, WHERE, WORDS,
    ), ("document", "actor", "position"), *_of("actors", "document", "actor")),
    Table("attributions", "Who said what.", (
        DOCUMENT, Column("id", "TEXT", "id of the attribution", True),
        Column("speaker", "TEXT", "resolved name", True), Column("speaker_text", "TEXT", "the words used", True),
        Column("speaker_code", "TEXT", "CAMEO style"), Column("speaker_country", "TEXT", "ISO 3166-1 alpha-3"),
        Column("speaker_actor", "TEXT", "id of the actor"),
        Column("speaker_kind", "TEXT", "named, anonymous or narrator", True),
        Column("mode", "TEXT", "direct, indirect or mixed", True),
        Column("stance", "TEXT", "asserts, denies, asks, demands, promises or doubts", True),
        Column("within", "TEXT", "id of the attribution that this one is reported in"),
        Column("rule", "TEXT", "the rule that found it", True), WHERE,
        Column("content", "TEXT", "the words said, joined"),
    ), ("document", "id"), *_of("documents", "document"), indexes=(("speaker",),)),
    Table("attribution_ranges", "The stretches of an attribution.", (
        DOCUMENT, Column("attribution", "TEXT", "id of the attribution", True),
        Column("role", "TEXT", "source, cue or content", True), POSITION, START, END, WORDS,
    ), ("document", "attribution", "role", "position"), *_of("attributions", "document", "attribution")),
    Table("claims", "One event as one chain of sources tells it.", (
        DOCUMENT, Column("id", "TEXT", "id of the claim", True),
        Column("plover", "TEXT", "PLOVER type"), Column("mode", "TEXT", "PLOVER mode"),
        Column("cameo", "TEXT", "CAMEO code"), Column("quad", "INTEGER", "quad class, 0 to 4"),
        Column("goldstein", "REAL", "-10 to 10"),
        Column("actors", "TEXT", "names of who does it, joined by `; `", True),
        Column("recipients", "TEXT", "names of whom it is done to, joined by `; `", True),
        Column("trigger", "TEXT", "the words that name the event", True),
        Column("trigger_start", "INTEGER", "first code point", True),
        Column("trigger_end", "INTEGER", "code point after the last", True),
        Column("trigger_part", "TEXT", "`text` or `title`", True),
        Column("reciprocal", "INTEGER", "1: both sides do it", True),
        Column("status", "TEXT", "happened, claimed, planned, possible, conditional, denied or judged", True),
        Column("holder", "TEXT", "who says it: the innermost speaker, or `narrator`", True),
        Column("certainty", "TEXT", "CT+ PR+ PS+ CT- PR- PS- Uu, as committed to by the holder", True),
        Column("value", "REAL", "the same from -3 to 3", True),
        Column("time_start", "TEXT", "ISO date of the precision known; null: open"),
        Column("time_end", "TEXT", "the same, inclusive"),
        Column("time_precision", "TEXT", "day, month, year, range or unknown", True),
        Column("time_basis", "TEXT", "stated, relative, publication or unknown", True),
        Column("place", "TEXT", "name of the place"), Column("place_country", "TEXT", "ISO 3166-1 alpha-3"),
        Column("lat", "REAL", "degrees"), Column("lon", "REAL", "degrees"),
        Column("scenario", "TEXT", "id of the scenario it is part of"),
        Column("section", "TEXT", "kind of the section it stands in", True),
        Column("confidence", "REAL", "0 to 1", True),
        Column("made_by", "TEXT", "the stage that made it", True), Column("made_rule", "TEXT", "its rule", True),
        Column("made_version", "TEXT", "its version", True),
    ), ("document", "id"), *_of("documents", "document"), indexes=(("plover",), ("status",), ("time_start",), ("id",))),
    Table("claim_parties", "Who takes part in a claim's event.", (
        DOCUMENT, Column("claim", "TEXT", "id of the claim", True),
        Column("role", "TEXT", "actor or recipient", True), POSITION,
        Column("actor", "TEXT", "id of the actor"), Column("name", "TEXT", "canonical name", True),
        Column("code", "TEXT", "CAMEO style"),
        Column("country", "TEXT", "ISO 3166-1 alpha-3"), START, END, WHERE, WORDS,
    ), ("document", "claim", "role", "position"), *_of("claims", "document", "claim"), indexes=(("code",), ("name",))),
    Table("claim_chain", "According to whom: the attributions of a claim, outermost first. No row: the narrator.", (
        DOCUMENT, Column("claim", "TEXT", "id of the claim", True), POSITION,
        Column("attribution", "TEXT", "id of the attribution", True),
    ), ("document", "claim", "position"), *_of("claims", "document", "claim"), indexes=(("attribution",),)),
    Table("claim_by_source", "How surely each outer source commits itself, where that differs.", (
        DOCUMENT, Column("claim", "TEXT", "id of the claim", True), POSITION,
        Column("attribution", "TEXT", "id of the attribution", True),
        Column("certainty", "TEXT", "CT+ ... Uu", True), Column("value", "REAL", "-3 to 3", True),
    ), ("document", "claim", "position"), *_of("claims", "document", "claim")),
    Table("evidence", "The words that bear a claim out.", (
        DOCUMENT, Column("claim", "TEXT", "id of the claim", True),
        Column("role", "TEXT", "evidence, condition, time or place", True), POSITION, START, END, WHERE, WORDS,
    ), ("document", "claim", "role", "position"), *_of("claims", "document", "claim")),
    Table("times", "Time expressions.", (
        DOCUMENT, POSITION, START, END, WHERE, WORDS, Column("type", "TEXT", "DATE, TIME, DURATION or SET", True),
        Column("value", "TEXT", "TIMEX3 value", True), Column("date_from", "TEXT", "first ISO date"),
        Column("date_to", "TEXT", "last ISO date"),
        Column("basis", "TEXT", "stated, relative, publication or unknown", True),
        Column("precision", "TEXT", "day, month, year, range or unknown", True),
    ), ("document", "position"), *_of("documents", "document")),
    Table("scenarios", "Possibilities that an author sets out.", (
        DOCUMENT, Column("id", "TEXT", "id of the scenario", True),
        Column("question", "TEXT", "the alternatives of one question share it", True),
        Column("holder", "TEXT", "who sets it out", True), START, END, WHERE, WORDS,
    ), ("document", "id"), *_of("documents", "document")),
    Table("scenario_conditions", "On what a scenario depends.", (
        DOCUMENT, Column("scenario", "TEXT", "id of the scenario", True), POSITION, START, END, WHERE, WORDS,
    ), ("document", "scenario", "position"), *_of("scenarios", "document", "scenario")),
    Table("names", "What an account calls an actor, and who does the calling.", (
        DOCUMENT, POSITION, Column("actor", "TEXT", "id of the actor", True),
        Column("label", "TEXT", "the name used", True),
        Column("by", "TEXT", "narrator, or id of the attribution", True),
        Column("connotation", "TEXT", "how the name colours the actor", True), START, END, WHERE, WORDS,
    ), ("document", "position"), *_of("documents", "document"), indexes=(("actor",),)),
    Table("sentences", "How each sentence is told.", (
        DOCUMENT, POSITION, START, END, WHERE,
        Column("subjective", "REAL", "0 to 1; from 0.5 it gives a view", True),
        Column("slanted", "REAL", "0 to 1; from 0.5 its wording takes a side", True),
        Column("why", "TEXT", "what speaks for it, in words", True),
    ), ("document", "position"), *_of("documents", "document"), since=2),
    Table("loaded", "Words that take sides.", (
        DOCUMENT, POSITION, START, END, WHERE, WORDS, Column("technique", "TEXT", "name-calling ...", True),
        Column("score", "REAL", "0 to 1", True), Column("by", "TEXT", "narrator, or id of the attribution", True),
    ), ("document", "position"), *_of("documents", "document"), since=2),
    Table("towards", "How actors are written about, where that is sure, and who acts and who is acted upon.", (
        DOCUMENT, POSITION, Column("actor", "TEXT", "id of the actor", True),
        Column("polarity", "INTEGER", "-1, 0 or 1", True), Column("score", "REAL", "0 to 1", True),
        Column("role", "TEXT", "doer or done-to; null: neither"),
        Column("by", "TEXT", "narrator, or id of the attribution", True), START, END, WHERE, WORDS,
    ), ("document", "position"), *_of("documents", "document"), indexes=(("actor",),), since=2),
    Table("shares", "How much room each speaker has.", (
        DOCUMENT, POSITION, Column("by", "TEXT", "narrator, or name of the speaker", True),
        Column("actor", "TEXT", "id of the actor"), Column("country", "TEXT", "ISO 3166-1 alpha-3"),
        Column("words", "INTEGER", "words on the speaker's say-so", True),
        Column("quoted", "INTEGER", "those of them that are quoted", True),
        Column("of_words", "REAL", "part of the document's words, 0 to 1", True),
        Column("of_quoted", "REAL", "part of its quoted words, 0 to 1", True),
    ), ("document", "position"), *_of("documents", "document"), since=2),
    Table("notes", "What the reader of a record should know.", (
        DOCUMENT, POSITION, Column("code", "TEXT", "kind of note", True), Column("message", "TEXT", "in words", True),
        Column("char_start", "INTEGER", "first code point"), Column("char_end", "INTEGER", "code point after the last"),
    ), ("document", "position"), *_of("documents", "document")),
    Table("comparisons", "Comparisons of accounts that were kept.", (
        Column("id", "TEXT", "hash of the ids of the documents compared", True),
        Column("comparison", "TEXT", "the whole comparison as JSON, as `sayso compare --format json` writes it", True),
    ), ("id",)),
    Table("events", "One event as several accounts tell it.", (
        Column("comparison", "TEXT", "id of the comparison", True), Column("id", "TEXT", "id of the event", True),
        POSITION, Column("label", "TEXT", "the event in words", True), Column("plover", "TEXT", "PLOVER type"),
        Column("cameo", "TEXT", "CAMEO code"), Column("goldstein", "REAL", "-10 to 10"),
        Column("actors", "TEXT", "names of who does it, joined by `; `", True),
        Column("recipients", "TEXT", "names of whom it is done to, joined by `; `", True),
        Column("time_start", "TEXT", "ISO date; null: open"), Column("time_end", "TEXT", "the same, inclusive"),
        Column("time_precision", "TEXT", "day, month, year, range or unknown", True), Column("place", "TEXT", "place"),
        Column("relation", "TEXT", "agree, conflict, update, single or other", True),
        Column("accounts", "INTEGER", "how many documents tell it", True),
        Column("origins", "INTEGER", "how many independent origins they have it from", True),
    ), ("comparison", "id"), *_of("comparisons", "comparison"), indexes=(("id",),)),
    Table("event_claims", "Which claims tell an event.", (
        Column("comparison", "TEXT", "id of the comparison", True), Column("event", "TEXT", "id of the event", True),
        DOCUMENT, Column("claim", "TEXT", "id of the claim", True),
    ), ("comparison", "event", "document", "claim"), *_of("events", "comparison", "event"),
       indexes=(("document", "claim"),)),
    Table("stories", "Documents that tell of one event, as last grouped.", (
        Column("id", "TEXT", "id of the story: a hash of its first document's, or of the decision that made it", True),
        POSITION, Column("title", "TEXT", "title of its first document"),
        Column("date_from", "TEXT", "earliest ISO date of its documents"), Column("date_to", "TEXT", "latest"),
        Column("articles", "INTEGER", "how many documents it has", True),
        Column("originals", "INTEGER", "the same, copies not counted", True),
        Column("outlets", "INTEGER", "how many outlets they are from", True),
    ), ("id",), indexes=(("date_from",),), since=2),
    Table("story_members", "Which documents make a story.", (
        Column("story", "TEXT", "id of the story", True), DOCUMENT, POSITION,
        Column("copy_of", "TEXT", "id of the earlier document whose text this one has"),
        Column("alike", "REAL", "how near it stood to the story: 1 a copy or settled by hand, 0 the first of it", True),
    ), ("document",), *_of("stories", "story"), indexes=(("story",),), since=2),
    Table("story_decisions", "What people decided about stories. Rows are only added; a document's latest holds.", (
        Column("position", "INTEGER", "order of deciding; one decision may concern many documents", True),
        DOCUMENT, Column("kind", "TEXT", "merge or split", True),
        Column("story", "TEXT", "id of the story the document belongs to from then on", True),
        Column("was", "TEXT", "id of the story it was in", True),
    ), ("position", "document"), indexes=(("document",),), since=2, only_added=True),
)  # fmt: skip

FULL_TEXT = 'CREATE VIRTUAL TABLE documents_fts USING fts5("document" UNINDEXED, "title", "text")'


def statements(after: int = 0) -> tuple[str, ...]:
    """The SQL that makes an empty store, or that brings one of version `after` up to this one."""
    new = [table for table in TABLES if table.since > after]
    tables = [_create(table) for table in new]
    indexes = [
        f'CREATE INDEX "{table.name}_{"_".join(columns)}" ON "{table.name}" ({_quoted(columns)})'
        for table in new
        for columns in table.indexes
    ]
    guards = [_guard(table.name, act) for table in new if table.only_added for act in ("UPDATE", "DELETE")]
    return (*tables, *indexes, *guards, *(() if after else (FULL_TEXT,)))


def _guard(table: str, act: str) -> str:
    return (
        f'CREATE TRIGGER "{table}_no_{act.lower()}" BEFORE {act} ON "{table}" '
        f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are only ever added'); END"
    )


def _create(table: Table) -> str:
    lines = [f'"{c.name}" {c.type}{" NOT NULL" if c.required else ""}' for c in table.columns]
    lines.append(f"PRIMARY KEY ({_quoted(table.key)})")
    if table.parent is not None:
        parent = next(other for other in TABLES if other.name == table.parent)
        lines.append(
            f'FOREIGN KEY ({_quoted(table.parent_key)}) REFERENCES "{parent.name}" ({_quoted(parent.key)})'
            " ON DELETE CASCADE"
        )
    return f'CREATE TABLE "{table.name}" (\n  ' + ",\n  ".join(lines) + "\n) WITHOUT ROWID"


def _quoted(columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in columns)


def document_schema() -> str:
    """The tables as Markdown, for docs/store.md."""
    parts = []
    for table in TABLES:
        rows = [f"| `{c.name}` | {c.type}{'' if c.required else ', may be null'} | {c.about} |" for c in table.columns]
        belongs = f" Belongs to `{table.parent}`." if table.parent else ""
        key = ", ".join(f"`{name}`" for name in table.key)
        parts.append(
            f"### {table.name}\n\n{table.about} Key: {key}.{belongs}\n\n| column | type | what |\n|---|---|---|\n"
            + "\n".join(rows)
        )
    return "\n\n".join(parts) + "\n"

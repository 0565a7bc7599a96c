"""Trees and names by steps: what spaCy's own loop finds."""

from typing import Any

from sayso.reading.steps import annotate, stepped

TEXTS = [
    "France and Germany signed a treaty in Berlin on Tuesday, Angela Merkel said. The Bank of Ghana raised its rate.",
    "No",
    " ",
    "",
    "Troops of the Russian Federation crossed the Dnipro near Kherson, the Ministry of Defence in Kyiv reported.",
]


def test_trees_and_names_are_those_of_the_pipeline(nlp: Any) -> None:
    names = stepped(nlp)
    assert names == ("parser", "ner")
    found = list(nlp.pipe(TEXTS, disable=[*names, "attribute_ruler", "lemmatizer"]))
    for name in names:
        annotate(nlp.get_pipe(name), found)
    for doc, own in zip(found, nlp.pipe(TEXTS), strict=True):
        told, wanted = ([(w.head.i, w.dep_, w.ent_iob, w.ent_type_) for w in d if not w.is_space] for d in (doc, own))
        assert told == wanted
        assert [sent.start for sent in doc.sents] == [sent.start for sent in own.sents]

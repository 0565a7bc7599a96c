"""What a small trained encoder says of a document: a second opinion where rules end.

    tagger = Tagger.load()                            # once a process; the weights are part of the package
    reading = tagger.read(parse)                      # every sentence of a Parse, one pass of the lower layers
    reading.sentences                                 # tuple[SentenceReading, ...], one for each of parse.sentences
    reading.sentences[k].subjective                   # 0 to 1, likewise .slanted
    reading.sentences[k].source / .cue / .content     # one probability for each word of the sentence
    reading.sentences[k].certainty                    # one value in [-3, 3] for each word, were it an event
    reading.sentiment([(first, last), ...])           # tuple[Towards, ...]: how each token range is written about
    tagger.sentiment(parse, [(first, last), ...])     # the same, reading only the sentences that hold the ranges

`Towards.label` is -1, 0 or 1, `Towards.score` the probability of that label. A reader that is told to be fast has no
tagger: stages take `Reading | None`, and do without it.
"""

from sayso.reading.learned.tagger import Reading, SentenceReading, Tagger, Towards

__all__ = ["Reading", "SentenceReading", "Tagger", "Towards"]

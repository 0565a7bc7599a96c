"""Words to word pieces: what the encoder reads, in bounded pieces of a sentence, and where each word stands in it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer
from tokenizers.processors import TemplateProcessing

from sayso.model.flow import Parse

LONGEST = 128
"""Word pieces the encoder sees at once, its two marks included; a longer sentence is read in several goes."""
PIECES_A_WORD = 12
"""A word of more pieces than this (a run of marks, an address) is read by its first ones."""


def tokenizer(vocabulary: Path) -> Tokenizer:
    """The encoder's word pieces: BERT's way of cutting lower-cased words, with the pieces of a vocabulary file."""
    made = Tokenizer(WordPiece.from_file(str(vocabulary), unk_token="[UNK]"))
    made.normalizer = BertNormalizer(lowercase=True)
    made.pre_tokenizer = BertPreTokenizer()
    marks = [(mark, made.token_to_id(mark)) for mark in ("[CLS]", "[SEP]")]
    made.post_processor = TemplateProcessing(single="[CLS] $A [SEP]", special_tokens=marks)
    return made


class Chunk(msgspec.Struct, frozen=True, gc=False):
    """Words `[first, last)` of one sentence: their piece ids, and the place of each word's first piece among them."""

    sentence: int
    first: int
    last: int
    ids: tuple[int, ...]
    places: tuple[int, ...]


def chunks(parse: Parse, sentences: Sequence[int], pieces: Tokenizer) -> list[Chunk]:
    """The sentences as the encoder reads them, in order."""
    texts = [[word.text for word in parse.words[parse.sentences[k].first : parse.sentences[k].last]] for k in sentences]
    found: list[Chunk] = []
    encoded = pieces.encode_batch(texts, is_pretokenized=True, add_special_tokens=True)
    for k, words, encoding in zip(sentences, texts, encoded, strict=True):
        by_word = _by_word(encoding.ids, encoding.word_ids, len(words))
        found.extend(_chunks(k, parse.sentences[k].first, by_word, encoding.ids[0], encoding.ids[-1]))
    return found


def _by_word(ids: Sequence[int], owners: Sequence[int | None], count: int) -> list[list[int]]:
    """The pieces of each word; a word of none (a lone control character) gets an empty list."""
    pieces: list[list[int]] = [[] for _ in range(count)]
    for piece, owner in zip(ids, owners, strict=True):
        if owner is not None and len(pieces[owner]) < PIECES_A_WORD:
            pieces[owner].append(piece)
    return pieces


def _chunks(sentence: int, start: int, by_word: list[list[int]], opening: int, closing: int) -> Iterator[Chunk]:
    first = 0
    ids: list[int] = [opening]
    places: list[int] = []
    for k, pieces in enumerate(by_word):
        if len(ids) + len(pieces) >= LONGEST:
            yield Chunk(sentence, start + first, start + k, (*ids, closing), tuple(places))
            first, ids, places = k, [opening], []
        places.append(len(ids) if pieces else max(len(ids) - 1, 0))
        ids.extend(pieces)
    yield Chunk(sentence, start + first, start + len(by_word), (*ids, closing), tuple(places))

"""The local engine: documents in, records out, in order, with one or several processes and bounded memory."""

import multiprocessing
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice

import msgspec

from sayso.model.document import Document
from sayso.model.record import Record
from sayso.reading.reader import Options, Reader

CHUNK = 16
"""Documents handed to a process at a time: enough to fill the parser's batch, few enough to keep order cheap."""


def read_many(documents: Iterable[Document], options: Options, workers: int = 1) -> Iterator[Record]:
    """Records of `documents`, in order. Memory holds at most `2 * workers` chunks of documents.

    Raises ValueError when `workers` is less than one.
    """
    if workers < 1:
        raise ValueError(f"workers must be at least 1, not {workers}")
    if workers == 1:
        yield from Reader.load(options).read_all(documents)
        return
    yield from _in_processes(iter(documents), options, workers)


def _in_processes(documents: Iterator[Document], options: Options, workers: int) -> Iterator[Record]:
    # "spawn": the parser's threads do not survive a fork.
    context = multiprocessing.get_context("spawn")
    waiting: deque[Future[list[bytes]]] = deque()
    pool = ProcessPoolExecutor(workers, context, initializer=_start, initargs=(options,))
    try:
        while chunk := list(islice(documents, CHUNK)):
            with _deaf_to_interrupts():
                waiting.append(pool.submit(_read_chunk, chunk))
            if len(waiting) >= 2 * workers:
                yield from _records(waiting.popleft())
        while waiting:
            yield from _records(waiting.popleft())
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Processes started in here inherit that Ctrl-C is not theirs: the parent ends them, and says so once."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may say what a signal does
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _records(future: Future[list[bytes]]) -> Iterator[Record]:
    for line in future.result():
        yield msgspec.json.decode(line, type=Record)


class _Worker:
    """What a worker process keeps between chunks: its reader, loaded once."""

    reader: Reader


def _start(options: Options) -> None:
    _Worker.reader = Reader.load(options)


def _read_chunk(documents: list[Document]) -> list[bytes]:
    # Bytes, not objects: decoding a small record costs less than pickling a tree of them.
    return [msgspec.json.encode(record) for record in _Worker.reader.read_all(documents)]

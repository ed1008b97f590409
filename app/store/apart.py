"""Records read by a process of their own: the next ones are read while those before them are stored.

Reading a release's table takes nearly as long as storing it, and one interpreter does one of the two at a time.
"""

import multiprocessing
import signal
import sys
import traceback
from collections.abc import Generator, Iterator
from itertools import islice
from multiprocessing.connection import Connection
from typing import NamedTuple

from app.sources.records import Record, RowCounts, SourcePart

# Where processes can be had that begin with all that this one knows.
CAN_READ_APART = sys.platform == "linux"
_AT_A_TIME = 1_000


class _End(NamedTuple):
    """What follows the last record: what the rows came to, and what ended the reading before it was done."""

    counts: RowCounts
    error: Exception | None


def records_apart(source: SourcePart) -> Generator[Record, None, None]:
    """The records of a source, and its counts, as if they were read here.

    Raises what reading raises, and `ChildProcessError` if the process that reads is ended by something else.
    """
    context = multiprocessing.get_context("fork")
    receiving, sending = context.Pipe(duplex=False)
    reader = context.Process(target=_send, args=(source, receiving, sending), daemon=True)
    reader.start()
    sending.close()
    try:
        yield from _received(source, receiving)
    finally:
        receiving.close()
        reader.kill()
        reader.join()


def _received(source: SourcePart, receiving: Connection) -> Iterator[Record]:
    while True:
        try:
            message = receiving.recv()
        except EOFError:
            names = ", ".join(file.name for file in source.files)
            raise ChildProcessError(f"The process that read {names} was ended from outside") from None
        if isinstance(message, _End):
            source.counts.take_over(message.counts)
            if message.error is not None:
                raise message.error
            return
        yield from message


def _send(source: SourcePart, receiving: Connection, sending: Connection) -> None:
    """What the other process does: nobody hears it but the one that began it, and it ends with that one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    receiving.close()
    try:
        error = _send_records(source, sending)
        sending.send(_End(source.counts, error))
    except BrokenPipeError:
        pass


def _send_records(source: SourcePart, sending: Connection) -> Exception | None:
    records = source.records()
    while True:
        try:
            some = list(islice(records, _AT_A_TIME))
        except Exception as error:
            error.add_note(traceback.format_exc())
            return error
        if not some:
            return None
        sending.send(some)

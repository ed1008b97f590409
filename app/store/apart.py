"""Records read by a process of their own: the next ones are read while those before them are stored.

Reading a release's table takes nearly as long as storing it, and one interpreter does one of the two at a time.
"""

import gc
import multiprocessing
import os
import pickle
import signal
import sys
import traceback
from collections.abc import Generator, Iterator
from itertools import islice
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import NamedTuple, NoReturn

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

    Raises what reading raises, and `ChildProcessError` if the process that reads ends otherwise, for want of memory
    for example. Where no process can be had, the records are read here.
    """
    context = multiprocessing.get_context("fork")
    receiving, sending = context.Pipe(duplex=False)
    reader = context.Process(target=_send, args=(source, receiving, sending), daemon=True)
    try:
        reader.start()
    except OSError:  # as many processes as there may be
        receiving.close()
        sending.close()
        yield from source.records()
        return
    try:
        sending.close()
        yield from _received(source, receiving, reader)
    finally:
        receiving.close()
        reader.kill()
        reader.join()


def _received(source: SourcePart, receiving: Connection, reader: BaseProcess) -> Iterator[Record]:
    while True:
        try:
            message = receiving.recv()
        except EOFError:
            reader.join()
            names = ", ".join(file.name for file in source.files)
            raise ChildProcessError(
                f"The process that read {names} ended early (exit code {reader.exitcode})"
            ) from None
        if isinstance(message, _End):
            source.counts.take_over(message.counts)
            if message.error is not None:
                raise message.error
            return
        yield from message


def _send(source: SourcePart, receiving: Connection, sending: Connection) -> NoReturn:
    """What the other process does, to its end: nobody hears it but the one that began it.

    It prints nothing and cleans up nothing, for what it has of the terminal and of open files is the other's.
    """
    status = 1
    try:
        # A terminal's Ctrl-C reaches both; the one that began this one ends it.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        gc.disable()  # what is looked through is copied
        receiving.close()
        error = _send_records(source, sending)
        sending.send(_End(source.counts, error))
        status = 0
    finally:
        # Also after an error that cannot be sent, as when there is no memory for it: the other finds the pipe closed.
        os._exit(status)


def _send_records(source: SourcePart, sending: Connection) -> Exception | None:
    try:
        records = source.records()
        while some := list(islice(records, _AT_A_TIME)):
            sending.send(some)
    except BrokenPipeError:
        raise
    except Exception as error:
        return _to_send(error)
    return None


def _to_send(error: Exception) -> Exception:
    """An error with the place where it was raised, as what it is if it can be sent so."""
    told = traceback.format_exc()
    error.add_note(told)
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - bytes of this line
    except Exception:
        return RuntimeError(told)
    return error

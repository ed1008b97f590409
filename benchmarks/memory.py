"""What a process has in memory, and the most that it had while something went on."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def memory_of(pid: int) -> float:
    """What a process and those that it began have in memory, in MB: what they share counts for each."""
    begun = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return sum(_alone(each) for each in (str(pid), *begun))


@contextmanager
def highest_memory(pid: int) -> Iterator[list[float]]:
    """The most of it meanwhile, as the one item of a list."""
    highest, done = [memory_of(pid)], threading.Event()

    def look() -> None:
        while not done.wait(0.02):
            with suppress(OSError):  # one that has ended
                highest[0] = max(highest[0], memory_of(pid))

    thread = threading.Thread(target=look)
    thread.start()
    yield highest
    done.set()
    thread.join()


def _alone(pid: str) -> float:
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024**2

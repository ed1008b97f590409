"""How long the work of a call takes, whatever else the machine does at the same time.

The wall's clock also counts the other tests that run beside this one, and a pause of the whole machine. A bound
that is meant for the code alone asks for the processor's time, and for the quickest of a few calls, because a
single one may have to collect the garbage of all tests before it.
"""

import time
from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")


def quickest(call: Callable[[], Answer], times: int = 3) -> tuple[Answer, float]:
    """What the call returns, and the least processor seconds that one of its repetitions took."""
    spent = []
    for _ in range(times):
        began = time.process_time()
        answer = call()
        spent.append(time.process_time() - began)
    return answer, min(spent)

"""What was worked out of one state of the data, so that it is worked out once."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")

_MOST = 500


class Remembered:
    """Answers by their question, the ones asked for last; it belongs to a state, and goes with it.

    Requests of several threads share it: two that ask the same at the same time may both work it out.
    """

    def __init__(self, most: int = _MOST) -> None:
        """`most` is how many answers are kept."""
        self._most = most
        self._answers: OrderedDict[Hashable, Any] = OrderedDict()
        self._changing = threading.Lock()

    def recall(self, question: Hashable) -> Any | None:
        """What was kept for a question; `None` where nothing is."""
        with self._changing:
            if question in self._answers:
                self._answers.move_to_end(question)
            return self._answers.get(question)

    def keep(self, question: Hashable, answer: T) -> T:
        """Keep an answer, which is given back, in the place of the one that was asked for longest ago."""
        with self._changing:
            self._answers[question] = answer
            self._answers.move_to_end(question)
            if len(self._answers) > self._most:
                self._answers.popitem(last=False)
        return answer

    def once(self, question: Hashable, work_out: Callable[[], T]) -> T:
        """The answer that is kept, or the one that is worked out now and kept from now on."""
        kept: T | None = self.recall(question)
        return kept if kept is not None else self.keep(question, work_out())

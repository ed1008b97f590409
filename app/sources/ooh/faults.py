"""What of a document cannot be read, gathered until all of it has been looked at."""

from app.sources.ooh.no_figure import has_no_figure
from app.sources.records import CellProblem, Sheet, UnreadableSourceError


class Faults:
    """Problems of one document; `raise_if_any` ends the reading with all of them."""

    def __init__(self, sheet: Sheet) -> None:
        """`sheet` names the document in every problem."""
        self._sheet = sheet
        self._found: list[CellProblem] = []
        self.unread: list[CellProblem] = []
        self.doubtful: list[CellProblem] = []

    def note(self, line: int, place: str, text: str, expected: str) -> None:
        """Note that `place` (section, table, quick fact) on `line` holds `text`, where `expected` would be right."""
        self._found.append(self._problem(line, place, text, expected))

    def keep_as_text(self, line: int, place: str, text: str, expected: str) -> None:
        """Note what the page lacks, or says in other words than those that figures are drawn from.

        It is no reason to refuse a page: the section keeps its words as text, and everything else is read. Whoever
        loads the page is told. What is damaged is for `note`.
        """
        self.unread.append(self._problem(line, place, text, expected))

    def doubt(self, line: int, place: str, text: str, expected: str) -> None:
        """Note what the page itself contradicts elsewhere, where `expected` would agree.

        It is stored as it stands, since nobody can tell which of the two is wrong; whoever loads the page is told.
        """
        self.doubtful.append(self._problem(line, place, text, expected))

    def refuse_or_keep(self, line: int, place: str, text: str, expected: str) -> None:
        """Note a figure that cannot be read; a text without a number, such as `Fewer than 50`, is kept as text."""
        tell = self.keep_as_text if has_no_figure(text) else self.note
        tell(line, place, text, expected)

    def _problem(self, line: int, place: str, text: str, expected: str) -> CellProblem:
        shown = text if len(text) <= 200 else f"{text[:200]}..."
        return CellProblem(self._sheet.file.name, self._sheet.name, line, place, shown, expected)

    def raise_if_any(self) -> None:
        """Raise `UnreadableSourceError` with every problem that was noted."""
        if self._found:
            raise UnreadableSourceError(tuple(self._found))

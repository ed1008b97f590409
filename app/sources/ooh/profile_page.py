"""A profile page as it is read: its elements, whose occupations it is about, and how a fact of it is recorded."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from app.domain.programs import Origin
from app.sources.ooh.faults import Faults
from app.sources.records import Record, RecordKind, Sheet, Value

# The tabs of an ordinary profile: number, identifier of its section, and a word of its heading that never changes.
TABS: dict[int, str] = {
    1: "summary",
    2: "what_they_do",
    3: "work_environment",
    4: "how_to_become_one",
    5: "pay",
    6: "job_outlook",
    7: "state_and_area_data",
    8: "similar_occupations",
    9: "more_information",
}


@dataclass(frozen=True, slots=True)
class CoveredCode:
    """A row of the projections table: the occupation's title as printed, and its code where the row has one."""

    title: str
    soc_code: str | None
    soc_vintage: str | None
    depth: int
    line: int


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a statement is about: all that the profile covers (no title), or those of a title as printed."""

    title: str = ""
    soc_code: str | None = None
    soc_vintage: str | None = None


@dataclass(slots=True)
class ProfilePage:
    """A page with everything that its readers share."""

    tree: LexborHTMLParser
    sheet: Sheet
    faults: Faults
    profile: str
    title: str
    url: str
    edition: str
    codes: tuple[CoveredCode, ...] = ()

    def tab(self, number: int) -> LexborNode | None:
        """The pane of a tab, or `None` where the page lacks it."""
        return self.tree.css_first(f"#tab-{number}")

    def whole(self) -> Subject:
        """All the occupations of the page: with a code where one row stands for all of them."""
        if not self.codes:
            return Subject()
        first = self.codes[0]
        return Subject("", first.soc_code, first.soc_vintage)

    def subject(self, words: str) -> Subject:
        """Whom `words` of a sentence mean: the page as a whole, a row of its projections table, or others."""
        if comparable(words) in _ALL_OF_THEM:
            return self.whole()
        return self.named(words)

    def named(self, title: str) -> Subject:
        """Whom a title means. One that the page does not have names others, as `self-employed carpenters` does."""
        wanted = words_of(title)
        if wanted in (words_of(self.title), words_of(self.codes[0].title if self.codes else "")):
            return self.whole()
        for code in self.codes[1:]:
            if words_of(code.title) == wanted:
                return Subject(code.title, code.soc_code, code.soc_vintage)
        # A page of one occupation may shorten its title.
        return self.whole() if len(self.codes) == 1 and wanted < words_of(self.title) else Subject(title)

    def record(
        self, kind: RecordKind, values: Mapping[str, Value], line: int, subject: Subject | None = None
    ) -> Record:
        """A statement of this page on `line` about `subject` (by default all of its occupations)."""
        about = subject or self.whole()
        frame: dict[str, Value] = {
            "profile": self.profile,
            "subject_title": about.title,
            "soc_code": about.soc_code,
            "soc_vintage": about.soc_vintage,
            "origin": Origin.PUBLISHED,
            "origin_basis": None,
            "document_line": line,
        }
        return Record(kind, {**frame, **values}, self.sheet, line)


# Words that stand for all the occupations of a page.
_ALL_OF_THEM = frozenset({"they", "these workers", "workers in this occupation", "workers in these occupations"})


def comparable(title: str) -> str:
    """A title without what the handbook varies: case, kind of apostrophe, commas, articles."""
    words = title.lower().replace("’", "'").replace(",", " ").replace("—", " ").replace("–", "-").split()
    return " ".join(word for word in words if word not in ("the", "and", "&"))


def words_of(title: str) -> frozenset[str]:
    """The words of a title, in whatever order: `cooks, fast food` and `fast food cooks` are the same."""
    return frozenset(comparable(title).split())


def published(values: Mapping[str, Value], line: int) -> dict[str, Value]:
    """The values of a row that is no statement about an occupation, with its origin."""
    return {**values, "origin": Origin.PUBLISHED, "origin_basis": None, "document_line": line}


def first_of(nodes: Iterable[LexborNode]) -> LexborNode | None:
    """The first of some elements, or `None`."""
    return next(iter(nodes), None)

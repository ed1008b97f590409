"""What can be wrong with a question that is well-formed: it names something that is not there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Nearest:
    """Something that does exist, near to what was asked for: its title and the URL path that answers."""

    title: str
    url: str


class NotKnownError(Exception):
    """A code or identifier that nothing loaded has. `kind` names what it would have been."""

    def __init__(self, kind: str, given: str, nearest: tuple[Nearest, ...] = (), detail: str | None = None) -> None:
        """`given` is what was asked for; `nearest` are the closest things that exist; `detail` says it in full."""
        super().__init__(detail or f"Nothing that is loaded has the {kind} {given}.")
        self.kind, self.given, self.nearest = kind, given, nearest


class RevisionGoneError(Exception):
    """A revision of a release whose rows a later load has replaced."""

    def __init__(self, release: str, revision: int, newest: int) -> None:
        """`newest` is the revision that answers now."""
        super().__init__(f"{release}.r{revision} was replaced by {release}.r{newest}")
        self.release, self.revision, self.newest = release, revision, newest


class NotComparableError(Exception):
    """Two releases that cannot be compared; the message says why."""

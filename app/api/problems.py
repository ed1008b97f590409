"""Every kind of problem that the API answers with, in one place, and how one is made.

Each kind has a slug; `/problems/{slug}` explains it. A request's problem is raised as `ProblemError`, or comes from
one of the handlers that `app.api.faults` installs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.queries.errors import Nearest


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """A kind of problem: its status and title, what it means, and what a client can do about it."""

    slug: str
    status: int
    title: str
    meaning: str
    remedy: str


_KINDS = (
    ProblemKind(
        "malformed-url",
        400,
        "The URL cannot be read",
        "The path or query contains percent-encoded bytes that are not UTF-8, or an encoded NUL.",
        "Encode text as UTF-8 before percent-encoding it, and leave control characters out.",
    ),
    ProblemKind(
        "invalid-cursor",
        400,
        "The cursor does not belong here",
        "A cursor continues one list: the same path, filters and sort that it was issued for. This one was issued for "
        "another list, or was changed on the way.",
        "Follow `page.next`, or the `Link` header, as it is; start again without `cursor`.",
    ),
    ProblemKind(
        "conflicting-parameters",
        400,
        "Parameters contradict each other",
        "Each parameter is valid by itself, but they cannot all hold: a lower bound above its upper bound, or two "
        "releases of one program.",
        "Drop or change one of the parameters that `errors` names.",
    ),
    ProblemKind(
        "not-found",
        404,
        "There is nothing at this path",
        "No resource of the API has this path.",
        "`/docs` lists all paths. Paths have no slash at the end.",
    ),
    ProblemKind(
        "unknown-code",
        404,
        "This code is not known",
        "The code is well-formed, but no classification or release that is loaded has it. A code that is known in "
        "any edition, retired or not, answers with 200.",
        "Look the code up in the list of occupations, areas, industries, organizations or measures.",
    ),
    ProblemKind(
        "unknown-release",
        404,
        "This release is not loaded",
        "The identifier is well-formed, but no such release, or no such revision of it, is loaded here.",
        "`/v1/releases` lists what is loaded.",
    ),
    ProblemKind(
        "method-not-allowed",
        405,
        "This method is not allowed",
        "The API only reads: GET, HEAD and OPTIONS.",
        "Use GET.",
    ),
    ProblemKind(
        "not-acceptable",
        406,
        "No acceptable representation",
        "The `Accept` header rules out every media type that this path can answer with.",
        "Ask for `application/json`, or leave `Accept` out.",
    ),
    ProblemKind(
        "stale-cursor",
        410,
        "The data changed since this cursor was issued",
        "New data was loaded between two pages. Going on would mix two states of the data.",
        "Start again without `cursor`.",
    ),
    ProblemKind(
        "release-revision-gone",
        410,
        "This revision was replaced",
        "The URL pins a revision of a release whose rows a later load has replaced.",
        "Use the newest revision, which the problem names, or the release without a revision.",
    ),
    ProblemKind(
        "url-too-long",
        414,
        "The URL is too long",
        "Paths and queries may have 8,192 bytes together.",
        "Ask with fewer values at once.",
    ),
    ProblemKind(
        "invalid-parameter",
        422,
        "A parameter is not valid",
        "A parameter is unknown, malformed, out of range, or given twice where it can have one value. `errors` has an "
        "entry for each: where it stands, what was given and what would work.",
        "Correct the parameters that `errors` names.",
    ),
    ProblemKind(
        "server-fault",
        500,
        "The server failed",
        "The request was sound, and answering it failed through a fault of the server.",
        "Try again; if it fails again, report the `request_id`, which the server's log has too.",
    ),
    ProblemKind(
        "too-many-exports",
        503,
        "Too many exports at once",
        "As many whole lists (`limit=all`) are being sent as the server sends at once, so that other requests are "
        "answered without delay.",
        "Try again after the seconds in `Retry-After`, or follow pages instead.",
    ),
    ProblemKind(
        "busy",
        503,
        "Too many of these at once",
        "Answers that read the publishers' files again (`explain=true`) are made a few at a time, so that they slow "
        "no others.",
        "Try again after the seconds in `Retry-After`, one request after another.",
    ),
    ProblemKind(
        "not-ready",
        503,
        "The server is not ready",
        "The database holds no data yet, or cannot be reached or is too busy at the moment.",
        "Try again later; `/health/ready` says when the server is ready.",
    ),
)
KINDS: dict[str, ProblemKind] = {kind.slug: kind for kind in _KINDS}


@dataclass(frozen=True, slots=True)
class InvalidParameter:
    """One bad parameter: where it stands, its name, what was given and what would work."""

    where: str
    name: str
    given: str | None
    allowed: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem document (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    request_id: str
    errors: Sequence[InvalidParameter] = ()
    nearest: Sequence[Nearest] = ()


class ProblemError(Exception):
    """Stop answering a request and say what is wrong with it."""

    def __init__(
        self,
        slug: str,
        detail: str,
        *,
        errors: Sequence[InvalidParameter] = (),
        nearest: Sequence[Nearest] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """`slug` is one of `KINDS`; `detail` says what is wrong with this request."""
        super().__init__(detail)
        self.kind = KINDS[slug]
        self.detail, self.errors, self.nearest = detail, errors, nearest
        self.headers = dict(headers or {})

    def document(self, instance: str, request_id: str) -> Problem:
        """The problem as it is sent."""
        kind = self.kind
        return Problem(
            f"/problems/{kind.slug}",
            kind.title,
            kind.status,
            self.detail,
            instance,
            request_id,
            self.errors,
            self.nearest,
        )


SHOWN_CHARACTERS = 100


def shown(text: object) -> str:
    """What a client gave, short enough to be shown to it again."""
    given = str(text)
    return given if len(given) <= SHOWN_CHARACTERS else f"{given[:SHOWN_CHARACTERS]}... ({len(given)} characters)"

"""`explain=true`: beside each record how its figures came to be."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson
from fastapi import Request

from app.api.problems import InvalidParameter, ProblemError
from app.queries.catalog import Catalog
from app.queries.explanations import explain_answer
from app.store.archive import Archive
from app.store.kept_rows import KeptRows

# Most records on a page that is explained: each may be in another file, which has to be opened.
MOST_EXPLAINED = 50
# Most answers that are explained at the same time: the others of this server stay as fast as they are.
_AT_ONCE = 3


class Explainer:
    """Explains answers, a few at a time."""

    def __init__(self, archive: Archive, seed_folder: Path) -> None:
        """The bytes of files are found in the archive, and those of the seed in its folder."""
        self._kept = KeptRows(archive, seed_folder)
        self._free = threading.BoundedSemaphore(_AT_ONCE)

    def explain(self, body: bytes, catalog: Catalog) -> bytes:
        """An encoded answer with an `explanation` in each record. Raises a problem if too many ask at once."""
        if not self._free.acquire(blocking=False):
            detail = f"{_AT_ONCE} answers are being explained already, and each may read large files."
            raise ProblemError("busy", detail, headers={"Retry-After": "2"})
        try:
            content: dict[str, Any] = orjson.loads(body)
            explain_answer(content["data"], catalog, self._kept)
            return orjson.dumps(content)
        finally:
            self._free.release()

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Take all places, so that others are told to come back."""
        taken = [self._free.acquire(blocking=False) for _ in range(_AT_ONCE)]
        try:
            yield
        finally:
            for one in taken:
                if one:
                    self._free.release()

    def close(self) -> None:
        """Give back what was kept for explaining."""
        self._kept.close()


def asks_to_explain(request: Request) -> bool:
    """Whether a request has `explain=true`, which was checked before."""
    return request.query_params.get("explain", "").lower() in _TRUE


# What pydantic takes for true.
_TRUE = frozenset({"true", "1", "yes", "on", "t", "y"})


def explained(request: Request, catalog: Catalog, body: bytes) -> bytes:
    """An encoded answer with its records explained."""
    explainer: Explainer = request.app.state.explainer
    return explainer.explain(body, catalog)


def refuse_long_explanations(given: Mapping[str, Any]) -> None:
    """Refuse a page that has more records than are explained."""
    if given.get("explain") and (given["limit"] == "all" or given["limit"] > MOST_EXPLAINED):
        allowed = f"at most {MOST_EXPLAINED} with explain=true"
        error = InvalidParameter("query", "limit", str(given["limit"]), allowed)
        raise ProblemError("conflicting-parameters", "A page this long is not explained.", errors=[error])

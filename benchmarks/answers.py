"""How long answers take with one whole release of OEWS loaded, and with ten more beside it.

`python -m benchmarks.answers [FOLDER]` writes `benchmarks/answers.md`. It makes two databases, of the publishers' files
at hand and of releases that are not real, which takes some minutes; in FOLDER they stay, and are used again if they are
there. The server has one processor, the client another.
"""

import http.client
import os
import random
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from urllib.parse import quote, urlsplit

from app.domain.measures import OEWS_MEASURES
from benchmarks.command import ROOT, environment_for, measure
from benchmarks.generated_releases import write_csv

sys.path.insert(0, str(ROOT / "scripts"))
from serving import serving

YEARS = range(2015, 2025)
NEWEST = 2025
_SEED = 1_125
_ASKED = 150
_REPORT = Path(__file__).with_suffix(".md")
_PUBLISHERS_FILES = ("classifications", "ep", "onet/db_30_1_text.zip", "ooh/ooh-2024-34-profiles.zip")


@dataclass(frozen=True, slots=True)
class Known:
    """What can be asked about: codes and titles that the database has."""

    occupations: tuple[str, ...]
    areas: tuple[str, ...]
    industries: tuple[str, ...]
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """Questions of one kind: an address drawn at random, and the milliseconds that 95 of 100 may take at most."""

    name: str
    most: int
    path: Callable[[random.Random, Known], str]


def _of_occupation(path: str) -> Callable[[random.Random, Known], str]:
    return lambda draw, known: path.format(draw.choice(known.occupations))


def _pair(resource: str, filters: Sequence[str], sorts: Sequence[str]) -> Callable[[random.Random, Known], str]:
    """A filter and a sort of a list, each drawn from some; `{soc}`, `{area}` and `{industry}` stand for codes."""

    def path(draw: random.Random, known: Known) -> str:
        wanted = draw.choice(filters).format(
            soc=draw.choice(known.occupations), area=draw.choice(known.areas), industry=draw.choice(known.industries)
        )
        sort = draw.choice(sorts)
        return f"/v1/{resource}?" + "&".join(filter(None, (wanted, f"sort={sort}" if sort else "")))

    return path


def _search(draw: random.Random, known: Known) -> str:
    return f"/v1/search?q={quote(draw.choice(known.titles))}"


def _typing(draw: random.Random, known: Known) -> str:
    title = draw.choice(known.titles)
    return f"/v1/search?prefix=true&q={quote(title[: draw.randint(2, max(3, len(title) - 2))])}"


def _compare(draw: random.Random, known: Known) -> str:
    some = draw.sample(known.occupations, draw.randint(2, 4))
    return "/v1/compare?" + "&".join(f"occupation={code}" for code in some)


_FIGURES = tuple(f"{sign}{name}" for name in OEWS_MEASURES for sign in ("", "-"))
_WITHIN = ("", "area_code={area}", "level=detailed")
_SUMMARIES = ("", "title", "-employment", "-annual_median", "employment_change_percent", "-annual_openings")
_OF_OCCUPATIONS = (
    "",
    "level=detailed",
    "education=high_school_diploma",
    "outlook=faster_than_average",
    "major_group=29",
)
_CHANGES = ("", "employment_change_percent", "-employment_change", "-annual_openings", "-annual_median")
_OF_PROJECTIONS = ("", "soc_code={soc}", "major_group=11")
_IN_AN_AREA = ("soc_code={soc}&area_code={area}",)
_NO_INDEX = ("area_type=state", "area_type=metropolitan", "level=major")
KINDS = (
    Kind("an occupation", 20, _of_occupation("/v1/occupations/{}")),
    Kind("its wages", 20, _of_occupation("/v1/occupations/{}/wages")),
    Kind("its employment in the states", 20, _of_occupation("/v1/occupations/{}/employment/by-area?area_type=state")),
    Kind("its projections", 20, _of_occupation("/v1/occupations/{}/projections")),
    Kind("its skills", 20, _of_occupation("/v1/occupations/{}/skills")),
    Kind("a search", 15, _search),
    Kind("a search while somebody types", 15, _typing),
    Kind("two to four occupations compared", 20, _compare),
    Kind(
        "what exists of an occupation in an area",
        30,
        _pair("availability", _IN_AN_AREA, ("",)),
    ),
    Kind("what exists of an occupation", 30, _pair("availability", ("soc_code={soc}",), ("",))),
    Kind("what exists in an industry", 30, _pair("availability", ("industry_code={industry}",), ("",))),
    Kind("`/v1/occupations`, anything", 20, _pair("occupations", _OF_OCCUPATIONS, _SUMMARIES)),
    Kind(
        "`/v1/projections`, anything",
        20,
        _pair("projections", _OF_PROJECTIONS, _CHANGES),
    ),
    Kind("`/v1/wages`, area, level or nothing", 20, _pair("wages", _WITHIN, ("", "annual_median", "-annual_median"))),
    Kind("`/v1/employment`, the same", 20, _pair("employment", _WITHIN, ("", "employment", "-employment"))),
    Kind("`/v1/wages` of an occupation, any sort", 20, _pair("wages", ("soc_code={soc}",), _FIGURES)),
    Kind("`/v1/wages` of an industry, any sort", 20, _pair("wages", ("industry_code={industry}",), _FIGURES)),
    Kind("`/v1/employment` of an occupation, any sort", 20, _pair("employment", ("soc_code={soc}",), _FIGURES)),
    Kind("`/v1/technology` of an occupation", 20, _pair("technology", ("soc_code={soc}",), ("",))),
    Kind(
        "any other: an area type or another level, any sort",
        500,
        _pair("wages", _NO_INDEX, _FIGURES),
    ),
)


def _known(database: Path) -> Known:
    """What both databases have: of the newest release."""
    of_newest = "part_id IN (SELECT part_id FROM part WHERE release = ?)"
    asked = (
        f"SELECT DISTINCT soc_code FROM occupation WHERE level = 'detailed' AND {of_newest} ORDER BY 1",  # noqa: S608
        f"SELECT DISTINCT area_code FROM area WHERE {of_newest} ORDER BY 1",  # noqa: S608
        f"SELECT DISTINCT industry_code FROM industry WHERE {of_newest} ORDER BY 1",  # noqa: S608
        "SELECT DISTINCT alternate_title FROM onet_alternate_title WHERE ? IS NOT NULL ORDER BY 1",
    )
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        rows = (connection.execute(sql, (f"oews-{NEWEST}-05",)) for sql in asked)
        return Known(*(tuple(str(row[0]) for row in some) for some in rows))


def _databases(folder: Path) -> tuple[Path, Path]:
    """The one with the newest release, and the one with ten more."""
    one, eleven = folder / "one.sqlite3", folder / "eleven.sqlite3"
    if not one.exists():
        unfinished = folder / "unfinished.sqlite3"
        named = os.environ.get("OCCUPATIONS_TEST_FILES")
        at_hand = Path(named) if named else ROOT.parent / "shared" / "data"
        files = [at_hand / name for name in _PUBLISHERS_FILES if (at_hand / name).exists()]
        measure(unfinished, "seed")
        measure(unfinished, "load", "--no-archive", *map(str, files))
        _load_year(unfinished, folder, NEWEST)
        unfinished.rename(one)
    if not eleven.exists():
        unfinished = Path(shutil.copy(one, folder / "unfinished.sqlite3"))
        for year in YEARS:
            _load_year(unfinished, folder, year)
        unfinished.rename(eleven)
    return one, eleven


def _load_year(database: Path, folder: Path, year: int) -> None:
    path = write_csv(folder, year)
    measure(database, "load", "--no-archive", "--prefer", "new", str(path))
    path.unlink()


def _milliseconds(database: Path, known: Known) -> dict[str, list[float]]:
    """What the answers to each kind of question took."""
    command = ["taskset", "-c", "0", sys.executable, "-m", "app", "serve"]
    environment = environment_for(database) | {"OCCUPATIONS_LOG_LEVEL": "error"}
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(command, folder=ROOT, environment=environment, log=Path(folder) / "log") as url,
        closing(http.client.HTTPConnection(urlsplit(url).netloc, timeout=60)) as connection,
    ):
        return {kind.name: _asked(connection, kind, known) for kind in KINDS}


def _asked(connection: http.client.HTTPConnection, kind: Kind, known: Known) -> list[float]:
    """What each answer took.

    As many questions about other codes come first: the first ones of a server wait for pages of the database and for
    statements to be compiled.
    """
    _round(connection, kind, known, _SEED + 1)
    return _round(connection, kind, known, _SEED)


def _round(connection: http.client.HTTPConnection, kind: Kind, known: Known, seed: int) -> list[float]:
    draw = random.Random(seed)  # noqa: S311 - the same questions of both databases
    return [_answered(connection, kind.path(draw, known)) for _ in range(_ASKED)]


def _answered(connection: http.client.HTTPConnection, path: str) -> float:
    """The milliseconds that an answer took."""
    began = time.perf_counter()
    connection.request("GET", path)
    response = connection.getresponse()
    response.read()
    if response.status not in (200, 404):
        raise SystemExit(f"{path} is answered with {response.status}")
    return (time.perf_counter() - began) * 1_000


def _report(one: dict[str, list[float]], eleven: dict[str, list[float]], known: Known) -> Iterator[str]:
    yield from (
        "# Answers",
        "",
        "Written by `python -m benchmarks.answers [FOLDER]`.",
        "",
        f"On {os.cpu_count()} processors, Python {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version}: one is the",
        f"server's, the other the client's. {_ASKED} questions of each kind, after as many others of it that are not",
        f"counted, about codes and titles drawn at random ({len(known.occupations):,} occupations,",
        f"{len(known.areas):,} areas, {len(known.industries):,} industries, {len(known.titles):,} titles). Besides the",
        "starter release, the handbook, Employment Projections, O*NET and the classifications, one database has a",
        "release of OEWS that is not real (370,172 rows), the other eleven of them (4 million). When it ended,",
        f"{os.getloadavg()[0]:.1f} processors' worth of work was under way (mean of a minute).",
        "",
        "| question | p50, ms | of eleven | p95, ms | of eleven | at most | times p50 | times p95 |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    )
    for kind in KINDS:
        few, many = ([_percentile(took[kind.name], percent) for percent in (50, 95)] for took in (one, eleven))
        yield (
            f"| {kind.name} | {few[0]:.1f} | {many[0]:.1f} | {few[1]:.1f} | {many[1]:.1f} | {kind.most} "
            f"| {many[0] / few[0]:.2f} | {many[1] / few[1]:.2f} |"
        )


def _percentile(took: list[float], percent: int) -> float:
    return quantiles(took, n=100, method="inclusive")[percent - 1]


def _measured(folder: Path) -> str:
    one, eleven = _databases(folder)
    known = _known(one)
    return "\n".join([*_report(_milliseconds(one, known), _milliseconds(eleven, known), known), ""])


def main() -> None:
    """Measure, and write the report."""
    if len(sys.argv) > 1:
        report = _measured(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            report = _measured(Path(folder))
    _REPORT.write_text(report, encoding="utf-8")
    sys.stdout.write(report)


if __name__ == "__main__":
    main()

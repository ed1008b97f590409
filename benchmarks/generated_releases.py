"""Whole yearly releases of OEWS in the publisher's layout, with figures of ours: NOT REAL, for measuring alone.

Each has as many rows, areas, industries and occupations as the May 2025 release has. The figures are drawn at random
from a seed; every title of an area, industry and occupation ends in `(generated, not real)`, and so does the file's
name, so that no answer that is made of them can be taken for the publisher's.

    python -m benchmarks.generated_releases FOLDER YEAR...
"""

import csv
import random
import sys
import zipfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import TypeAlias
from xml.sax.saxutils import escape

from app.domain.areas import POSTAL_BY_FIPS
from app.domain.thresholds import wage_threshold

# As many as the May 2025 release has.
ROWS = 370_172
SEED = 2_029
MARK = "(generated, not real)"

_COLUMNS = (
    "AREA AREA_TITLE AREA_TYPE PRIM_STATE NAICS NAICS_TITLE I_GROUP OWN_CODE OCC_CODE OCC_TITLE O_GROUP "
    "TOT_EMP EMP_PRSE JOBS_1000 LOC_QUOTIENT PCT_TOTAL PCT_RPT H_MEAN A_MEAN MEAN_PRSE H_PCT10 H_PCT25 H_MEDIAN "
    "H_PCT75 H_PCT90 A_PCT10 A_PCT25 A_MEDIAN A_PCT75 A_PCT90 ANNUAL HOURLY"
)
HEADER = _COLUMNS.split()
_HOURS = 2_080
_ROWS_OF_NATION = 134_000
_RANKS = (("PCT10", 0.55), ("PCT25", 0.75), ("MEDIAN", 1.0), ("PCT75", 1.3), ("PCT90", 1.7))

_Texts: TypeAlias = tuple[str, ...]


def write_csv(folder: Path, year: int, edition: int = 1) -> Path:
    """The May `year` release as csv. Another edition has other figures, and its number in each occupation's title."""
    path = folder / f"all_data_M_{year} {MARK}.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(release_rows(year, edition))
    return path


def write_xlsx(folder: Path, year: int) -> Path:
    """The same release as a workbook with one sheet, as the publisher calls it."""
    path = folder / f"all_data_M_{year} {MARK}.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, text in _frame_of_workbook(f"All May {year} data").items():
            archive.writestr(name, text)
        texts: dict[str, int] = {}
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(f'<worksheet xmlns="{_MAIN}"><sheetData>'.encode())
            for number, row in enumerate((HEADER, *release_rows(year)), start=1):
                cells = "".join(_cell(place, text, texts) for place, text in zip(_LETTERS, row, strict=True) if text)
                sheet.write(f'<row r="{number}">{cells.replace("#", str(number))}</row>'.encode())
            sheet.write(b"</sheetData></worksheet>")
        items = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{_MAIN}">{items}</sst>')
    return path


def release_rows(year: int, edition: int = 1) -> Iterator[_Texts]:
    """The rows of a release: the same year and edition give the same rows."""
    # Figures, no secrets: the same every time is what they are for.
    drawn = random.Random(SEED * edition + year)  # noqa: S311
    occupations, areas, industries = _occupations(edition), _areas(), _industries()
    figures = [_figures(drawn, year) for _ in range(60_000)]
    left = ROWS
    share = _ROWS_OF_NATION / len(industries) / len(occupations)
    for industry, own in product(areas[:1], industries):
        some = occupations if own is industries[0] else [one for one in occupations if drawn.random() < share]
        for occupation in some:
            left -= 1
            yield (*industry, *own, *occupation, *_row_figures(drawn, figures))
    for place, area in enumerate(areas[1:]):
        wanted = left // (len(areas) - 1 - place)
        for occupation in (occupations[0], *sorted(drawn.sample(occupations[1:], wanted - 1))):
            left -= 1
            yield (*area, *industries[0], *occupation, *_row_figures(drawn, figures))


def _occupations(edition: int) -> list[_Texts]:
    """All occupations, 22 major groups, and as many detailed occupations as there are."""
    codes = [("00-0000", "All Occupations", "total")]
    for major in range(11, 55, 2):
        codes.append((f"{major}-0000", f"Major group {major}", "major"))
        codes += [
            (f"{major}-{minor}{broad}{detail}", f"Occupation {major}-{minor}{broad}{detail}", "detailed")
            for minor, broad, detail in product((1, 2, 3, 9), ("01", "02", "03", "09"), (1, 2))
        ]
        codes += [(f"{major}-4{broad}1", f"Occupation {major}-4{broad}1", "detailed") for broad in ("01", "02", "03")]
    return [(code, f"{title}, edition {edition} {MARK}", level) for code, title, level in codes]


def _areas() -> list[_Texts]:
    """The nation, the states, 393 metropolitan and 137 nonmetropolitan areas."""
    states = sorted(POSTAL_BY_FIPS.items())
    postal = [state for _, state in states]
    found = [("99", "U.S.", "1", "US")]
    found += [(fips, f"State {state}", "3" if fips >= "60" else "2", state) for fips, state in states]
    found += [
        (str(10_180 + 100 * n), f"Metropolitan area {n}, {postal[n % 50]}", "4", postal[n % 50]) for n in range(393)
    ]
    found += [(f"{states[n % 50][0]}{n:05d}", f"Nonmetropolitan area {n}", "6", postal[n % 50]) for n in range(1, 138)]
    return [(code, f"{title} {MARK}", kind, state) for code, title, kind, state in found]


def _industries() -> list[_Texts]:
    """All industries, sectors, and industries of three and four digits."""
    found = [("000000", "Cross-industry", "cross-industry", "1235")]
    sectors = ("11", "21", "22", "23", "31-33", "42", "44-45", "48-49", "51", "52", "53", "54", "55", "56", "61", "62")
    found += [(code, f"Sector {code}", "sector", "5") for code in sectors]
    for digits in range(211, 298):
        found.append((f"{digits}000", f"Industry {digits}", "3-digit", "5"))
        found += [(f"{digits}{n}00", f"Industry {digits}{n}", "4-digit", "1235") for n in (1, 2, 3)]
    return [(code, f"{title} {MARK}", level, owner) for code, title, level, owner in found]


def _row_figures(drawn: random.Random, figures: list[_Texts]) -> Iterator[str]:
    """An employment of the row's own, and the other figures from those that were drawn before."""
    count = "**" if drawn.random() < 0.01 else str(round(10 ** (1.5 + 3.5 * drawn.random())) * 10)
    yield count
    yield from figures[int(drawn.random() * len(figures))]


def _figures(drawn: random.Random, year: int) -> _Texts:
    """Figures after the employment: wages and what goes with them, some withheld, above the bound, or by year only."""
    bound = wage_threshold(year).hourly_cents / 100
    median = round(10 + 70 * drawn.random() ** 2, 2)
    kind = drawn.random()
    hourly = {f"H_{rank}": _wage(median * times, bound) for rank, times in _RANKS}
    annual = {f"A_{rank}": _wage(median * times, bound, _HOURS) for rank, times in _RANKS}
    hourly["H_MEAN"], annual["A_MEAN"] = f"{median * 1.05:.2f}", str(round(median * 1.05 * _HOURS, -1)).split(".")[0]
    if kind < 0.05:
        hourly, annual = dict.fromkeys(hourly, "*"), dict.fromkeys(annual, "*")
    elif kind < 0.09:
        hourly = dict.fromkeys(hourly, "*")
    cells = (
        hourly | annual | {"ANNUAL": "TRUE" if 0.05 <= kind < 0.09 else "", "MEAN_PRSE": f"{20 * drawn.random():.1f}"}
    )
    cells |= {"EMP_PRSE": f"{40 * drawn.random():.1f}", "JOBS_1000": f"{9 * drawn.random():.3f}"}
    cells["LOC_QUOTIENT"] = f"{3 * drawn.random():.2f}"
    return tuple(cells.get(name, "") for name in HEADER[12:])


def _wage(hourly: float, bound: float, hours: int = 1) -> str:
    if hourly >= bound:
        return "#"
    return f"{hourly:.2f}" if hours == 1 else str(round(hourly * hours / 10) * 10)


_LETTERS = [f"{'' if n < 26 else 'A'}{chr(65 + n % 26)}#" for n in range(len(HEADER))]
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def _cell(place: str, text: str, texts: dict[str, int]) -> str:
    if text[0].isdigit() and "-" not in text and (text[0] != "0" or "." in text):
        return f'<c r="{place}"><v>{text}</v></c>'
    return f'<c r="{place}" t="s"><v>{texts.setdefault(text, len(texts))}</v></c>'


def _frame_of_workbook(sheet: str) -> dict[str, str]:
    parts = (("worksheets/sheet1", "worksheet"), ("sharedStrings", "sharedStrings"))
    overrides = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{_KIND}.{kind}+xml"/>' for name, kind in parts
    )
    related = "".join(
        f'<Relationship Id="r{n}" Type="{_RELATIONS}/{kind}" Target="{name}.xml"/>'
        for n, (name, kind) in enumerate(parts, start=1)
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>'
        f'<sheet name="{escape(sheet)}" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{related}</Relationships>',
    }


if __name__ == "__main__":
    for named in sys.argv[2:]:
        sys.stderr.write(f"{write_csv(Path(sys.argv[1]), int(named))}\n")

"""Whether a file is of an O*NET text release, and which part: by its header, and by its first element."""

import re
from collections.abc import Mapping
from functools import partial

from app.domain.onet import OnetRelation, domain_of, edition_of
from app.sources.files import FileKind, FoundFile
from app.sources.onet.layouts import LAYOUTS, Column, Layout, columns_in, normalised
from app.sources.onet.releases import describe, release_of
from app.sources.onet.rows import TextFile, open_lines, read_rows
from app.sources.recognition import LeftOut, NearLayout, ReadOptions, Recognition
from app.sources.records import RecordKind, RowCounts, Sheet, SourcePart, Value

LAYOUT = "O*NET text release"
_ALLOW = "say --allow unknown-columns to read over them"
_ADVICE = "say which release it is: --release onet-30.1"
_READ_ME = re.compile(r"O\*NET.{0,3} [0-9]+\.[0-9] Database", re.IGNORECASE)
_GREEN = (
    "which occupations and tasks O*NET counted as green: it stopped publishing this, and no path of the API answers it"
)
_FIRST_BYTES = 256 * 1024
# Releases before this one may hold Windows-1252 characters; later ones are UTF-8, and anything else is damage.
_UTF8_SINCE = (21, 0)


def recognise_onet(found: FoundFile, options: ReadOptions) -> Recognition | NearLayout | LeftOut | None:
    """What this program makes of a file (see `Recognise`)."""
    if found.kind is not FileKind.TEXT:
        return None
    with found.path.open("rb") as stored:
        first = stored.read(_FIRST_BYTES)
    head = first.decode("utf-8-sig", errors="replace")
    if _READ_ME.match(head):
        return LeftOut(LAYOUT, "the read-me of a release: it holds no figures")
    lines = [line.rstrip("\r") for line in head.split("\n", 2)]
    header = lines[0].split("\t")
    if _is_green(header, found.file.name):
        return LeftOut(LAYOUT, _GREEN)
    if len(header) < 3:
        return None
    layout, columns, near = _layout(header, options)
    if layout is None:
        return near
    return _recognition(found, options, layout, tuple(columns), header=tuple(header), first=first)


def _is_green(header: list[str], file_name: str) -> bool:
    """Whether a file says which occupations, tasks or activities are part of the green economy."""
    names = [normalised(text) for text in header]
    is_of_onet = not {"o*net-soc code", "dwa id"}.isdisjoint(names)
    return is_of_onet and any(name.startswith("green ") for name in (*names, file_name.casefold()))


def _layout(header: list[str], options: ReadOptions) -> tuple[Layout | None, list[Column | None], NearLayout | None]:
    """The layout that a header has, and its columns; or what it comes nearest to."""
    fitting: list[tuple[int, Layout, list[Column | None]]] = []
    nearest: NearLayout | None = None
    for layout in LAYOUTS:
        columns, lacking = columns_in(layout, header)
        unknown = tuple(text for text, column in zip(header, columns, strict=True) if column is None)
        known = len(header) - len(unknown)
        twice = tuple(
            f"one column alone that is {column.headers[0]}"
            for column in dict.fromkeys(columns)
            if column is not None and columns.count(column) > 1
        )
        if not lacking and not twice and (not unknown or "unknown-columns" in options.allow):
            fitting.append((known, layout, columns))
        fit = known / (len(header) + len(lacking))
        if fit > 0.4 and (nearest is None or fit > nearest.fit):
            named = (*(f"the column {text}" for text in lacking), *twice)
            advice = _ALLOW if unknown and not named else None
            nearest = NearLayout(f"{LAYOUT}: {layout.title}", fit, named, unknown, advice)
    if not fitting:
        return None, [], nearest
    most = max(fitting, key=lambda one: one[0])
    return most[1], most[2], None


def _recognition(
    found: FoundFile,
    options: ReadOptions,
    layout: Layout,
    columns: tuple[Column | None, ...],
    *,
    header: tuple[str, ...],
    first: bytes,
) -> Recognition | NearLayout:
    release = release_of(found.location, options.release)
    if release is None:
        return NearLayout(f"{LAYOUT}: {layout.title}", 1.0, ("the number of the release",), advice=_ADVICE)
    said = release_of("", options.release)
    if said not in (None, release):
        own = describe(release).release
        lacking = f"agreement on the release: the name says {own}, --release says {options.release}"
        advice = f"leave --release out, or say --release {own}"
        return NearLayout(f"{LAYOUT}: {layout.title}", 1.0, (lacking,), advice=advice)
    encoding = _encoding(found, release)
    place = _element_place(header)
    told = _part(layout, found, _second_line(first, place))
    if isinstance(told, NearLayout):
        return told
    part, constants = told
    text = TextFile(
        found.path,
        encoding,
        Sheet(found.file),
        layout,
        header,
        columns,
        {**layout.constants, **constants},
        edition_of(release),
    )
    named = {column.name: text for column, text in zip(columns, header, strict=True) if column is not None}
    counts = RowCounts()
    description = describe(release)
    source = SourcePart(
        release=description,
        part=part,
        reference_period=description.reference_period,
        files=(found.file,),
        records=partial(read_rows, text, counts),
        counts=counts,
        # A column that is read over was allowed.
        allowed=("unknown-columns",) if None in columns else (),
        columns=partial(_columns, layout, named),
    )
    return Recognition(source, f"{LAYOUT}: {part}")


def _columns(layout: Layout, named: Mapping[str, str], _sheet: Sheet, kind: RecordKind) -> Mapping[str, str]:
    return named if kind is layout.kind else {}


def _element_place(header: tuple[str, ...]) -> int | None:
    return next((place for place, text in enumerate(header) if normalised(text) == "element id"), None)


def _second_line(first: bytes, place: int | None) -> str:
    """The element of the first row of figures; empty if there is none."""
    lines = first.split(b"\n", 2)
    if place is None or len(lines) < 2:
        return ""
    cells = lines[1].decode("utf-8", errors="replace").rstrip("\r").split("\t")
    return cells[place] if place < len(cells) else ""


def _part(layout: Layout, found: FoundFile, element: str) -> tuple[str, dict[str, Value]] | NearLayout:
    """The part, and what holds for all its rows: the domain of ratings, the relation of a matrix."""
    if layout.part is not None:
        return layout.part, {}
    if layout.kind is RecordKind.ONET_RELATED_OCCUPATION:
        return _matrix(layout, found)
    domain = domain_of(element)
    if domain is None:
        lacking = (f"a first element of a known domain (found {element!r})",)
        return NearLayout(f"{LAYOUT}: {layout.title}", 0.9, lacking)
    name = domain.value.replace("_", "-")
    if layout.kind is RecordKind.ONET_CATEGORY:
        return f"{name}-categories", {}
    return name, {"domain": domain}


def _matrix(layout: Layout, found: FoundFile) -> tuple[str, dict[str, Value]] | NearLayout:
    # Both matrices have the same columns, so that only the file's name tells them apart.
    name = found.file.name.casefold()
    if "changer" in name:
        return "career-changers", {"relation": OnetRelation.CAREER_CHANGE}
    if "starter" in name:
        return "career-starters", {"relation": OnetRelation.CAREER_START}
    if "related" in name:
        return "related-occupations", {"relation": OnetRelation.RELATED}
    advice = "name the file as the publisher does: Career Changers Matrix.txt or Career Starters Matrix.txt"
    return NearLayout(f"{LAYOUT}: {layout.title}", 0.9, ("which of the two matrices it is",), advice=advice)


def _encoding(found: FoundFile, release: tuple[int, int]) -> str:
    if release >= _UTF8_SINCE:
        return "utf-8-sig"
    try:
        for _ in open_lines(found.path, "utf-8-sig"):
            pass
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"

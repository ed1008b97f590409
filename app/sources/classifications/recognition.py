"""Which classification or crosswalk a file is: by the header of the first table that one of the readers knows."""

from collections.abc import Callable, Iterator
from functools import partial

from app.domain.levels import SocVintage
from app.sources.classifications.crosswalks import (
    CrosswalkTable,
    crosswalk_table,
    read_crosswalk,
    read_ended_crosswalk,
    unknown_in_crosswalk,
)
from app.sources.classifications.naics import naics_table, read_naics
from app.sources.classifications.releases import describe
from app.sources.classifications.soc import read_soc, soc_table
from app.sources.classifications.tables import Table, tables_in
from app.sources.files import FileKind, FoundFile
from app.sources.recognition import NearLayout, ReadOptions, Recognition
from app.sources.records import Columns, Record, ReleaseDescription, SourcePart
from app.sources.sheets import SheetRows, open_sheets

_KINDS = frozenset({FileKind.XLSX, FileKind.XLS, FileKind.TEXT})


def recognise_classification(found: FoundFile, options: ReadOptions) -> Recognition | NearLayout | None:
    """What this program makes of a file (see `Recognise`)."""
    if found.kind not in _KINDS:
        return None
    sheets = open_sheets(found)
    for sheet in sheets:
        for table in tables_in(sheet):
            part = _part(table, found, "unknown-columns" in options.allow)
            if isinstance(part, NearLayout):
                return part
            if part is not None:
                others = tuple(
                    (other.sheet.name or "", "the codes are read from another sheet")
                    for other in sheets
                    if other is not sheet
                )
                return Recognition(part, f"classification: {part.release.title}", others)
    return None


def classification_header(sheet: SheetRows) -> tuple[str, ...]:
    """The header of the first table of a sheet that is known; empty if none is."""
    for table in tables_in(sheet):
        if crosswalk_table(table) or naics_table(table) or soc_table(table, "2018"):
            return table.header
    return ()


def _part(table: Table, found: FoundFile, allow_unknown: bool) -> SourcePart | NearLayout | None:
    return _crosswalk_part(table, found) or _codes_part(table, found, allow_unknown)


def _crosswalk_part(table: Table, found: FoundFile) -> SourcePart | NearLayout | None:
    crosswalk = crosswalk_table(table)
    if crosswalk is not None:
        kind, name, editions = crosswalk.name
        release = describe(kind, name, editions, crosswalk.vintage)
        return _of(found, release, "links", _links(crosswalk, kind, found), crosswalk.columns)
    unknown = unknown_in_crosswalk(table)
    if unknown is not None:
        return NearLayout("crosswalk", 0.8, ("a code and a title of each scheme, in pairs",), unknown)
    return None


# O*NET's own crosswalks end their last line. Those of other publishers do not, so that there it tells nothing.
_ENDED = "onetsoc"


def _links(crosswalk: CrosswalkTable, kind: str, found: FoundFile) -> Callable[[], Iterator[Record]]:
    if kind == _ENDED and found.kind is FileKind.TEXT:
        return partial(read_ended_crosswalk, crosswalk, found.path)
    return partial(read_crosswalk, crosswalk)


def _codes_part(table: Table, found: FoundFile, allow_unknown: bool) -> SourcePart | NearLayout | None:
    naics = naics_table(table)
    if naics is not None:
        if naics.unknown and not allow_unknown:
            return NearLayout("NAICS codes", 0.8, (), naics.unknown)
        release = describe("naics", f"naics-{naics.edition}", (naics.edition,), SocVintage.SOC_2018)
        return _of(found, release, "codes", partial(read_naics, naics), naics.columns, naics.unknown)
    soc = soc_table(table, found.location)
    if soc is None:
        return None
    if soc.unknown and not allow_unknown:
        return NearLayout("SOC structure or definitions", 0.8, (), soc.unknown)
    release = describe("soc", f"soc-{soc.vintage}", (soc.vintage.value,), soc.vintage)
    part = "definitions" if soc.definition is not None else "structure"
    return _of(found, release, part, partial(read_soc, soc), soc.columns, soc.unknown)


def _of(  # noqa: PLR0917 - what a part is made of
    found: FoundFile,
    release: ReleaseDescription,
    part: str,
    records: Callable[[], Iterator[Record]],
    columns: Columns,
    unknown: tuple[str, ...] = (),
) -> SourcePart:
    # Unknown columns are read over on request alone.
    allowed = ("unknown-columns",) if unknown else ()
    period = release.reference_period
    return SourcePart(release, part, period, (found.file,), records, allowed=allowed, columns=columns)

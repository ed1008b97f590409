"""The seed folder as parts of releases: the handbook document's tables, and the OEWS starter release.

The folder is a data package (`table_schema`); its OEWS file has the publisher's layout (`oews`).
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from app.domain.codes import CROSS_INDUSTRY
from app.domain.levels import IndustryLevel, SocVintage
from app.domain.programs import Origin, Program
from app.domain.statements import ProfileScope
from app.domain.thresholds import wage_threshold
from app.sources.oews import columns_of, oews_records
from app.sources.records import (
    CellProblem,
    Record,
    RecordKind,
    ReleaseDescription,
    Sheet,
    SourceFile,
    SourcePart,
    UnreadableSourceError,
    Value,
)
from app.sources.table_schema import Resource, read_lines, read_package, read_rows

STARTER = "oews_2025_05_states"
RELEASES = "releases"
STARTER_LAYOUT = "OEWS, made from the flat files"

# In the order of loading: what others refer to comes first.
KIND_OF_RESOURCE: dict[str, RecordKind] = {
    "areas": RecordKind.AREA,
    "occupations": RecordKind.OCCUPATION,
    "soc_transitions": RecordKind.OCCUPATION_TRANSITION,
    "specialties": RecordKind.SPECIALTY,
    "industries": RecordKind.INDUSTRY,
    "industry_labels": RecordKind.INDUSTRY_LABEL,
    "organizations": RecordKind.ORGANIZATION,
    "employment": RecordKind.HANDBOOK_EMPLOYMENT,
    "largest_employers": RecordKind.LARGEST_EMPLOYER,
    "wages": RecordKind.HANDBOOK_WAGE,
    "wage_definitions": RecordKind.WAGE_DEFINITION,
    "projections": RecordKind.PROJECTION,
    "projection_comparisons": RecordKind.PROJECTION_COMPARISON,
    "outlook_drivers": RecordKind.OUTLOOK_DRIVER,
    "job_prospects": RecordKind.JOB_PROSPECT,
    "certifications": RecordKind.CERTIFICATION,
    "certification_requirements": RecordKind.CERTIFICATION_REQUIREMENT,
    "certification_rules": RecordKind.CERTIFICATION_RULE,
    "certification_issuers": RecordKind.CERTIFICATION_ISSUER,
    "certification_names": RecordKind.CERTIFICATION_NAME,
    "education_paths": RecordKind.EDUCATION_PATH,
    "coursework": RecordKind.COURSEWORK,
    "advancement": RecordKind.ADVANCEMENT,
    "interests": RecordKind.INTEREST,
    "qualities": RecordKind.QUALITY,
    "work_environment": RecordKind.WORK_ENVIRONMENT,
    "profile_sections": RecordKind.PROFILE_SECTION,
    "other_titles": RecordKind.OTHER_TITLE,
    "related_occupations": RecordKind.RELATED_OCCUPATION,
    "contacts": RecordKind.CONTACT,
}


def seed_parts(folder: Path) -> tuple[SourcePart, ...]:
    """The parts that the seed folder holds, those first that others refer to."""
    resources = read_package(folder, {STARTER, RELEASES, *KIND_OF_RESOURCE})
    releases = {release.program: release for release in _releases(resources[RELEASES])}
    return _starter_part(resources[STARTER], releases[Program.OEWS]), _document_part(resources, releases[Program.OOH])


def _releases(resource: Resource) -> Iterator[ReleaseDescription]:
    file = SourceFile.of(resource.path)
    for number, row in read_rows(resource, file):
        text = {name: None if value is None else str(value) for name, value in row.items()}
        try:
            yield _described(text)
        except (KeyError, ValueError) as error:
            expected = "a release that is described in full"
            raise UnreadableSourceError((CellProblem(file.name, None, number, "row", str(error), expected),)) from error


def _described(text: dict[str, str | None]) -> ReleaseDescription:
    return ReleaseDescription(
        release=_required(text, "release"),
        program=Program(_required(text, "program")),
        title=_required(text, "title"),
        publisher=_required(text, "publisher"),
        reference_period=_required(text, "reference_period"),
        projection_round=text["projection_round"],
        soc_vintage=SocVintage(_required(text, "soc_vintage")),
        licence=_required(text, "licence"),
        attribution=_required(text, "attribution"),
        source_url=text["source_url"],
        published_on=text["published_on"],
        origin=Origin(_required(text, "origin")),
        origin_basis=text["origin_basis"],
    )


def _required(row: dict[str, str | None], column: str) -> str:
    value = row[column]
    if value is None:
        raise ValueError(f"{column} is empty")
    return value


def _starter_part(resource: Resource, release: ReleaseDescription) -> SourcePart:
    file = SourceFile.of(resource.path)
    threshold = wage_threshold(int(release.reference_period[:4]))

    def records() -> Iterator[Record]:
        return oews_records(read_lines(resource.path), Sheet(file), SocVintage(release.soc_vintage), threshold)

    header = next(read_lines(resource.path), [])

    def columns(_sheet: Sheet, kind: RecordKind) -> dict[str, str]:
        return columns_of(kind, header)

    period = release.reference_period
    return SourcePart(release, "nation-and-states", period, (file,), records, layout=STARTER_LAYOUT, columns=columns)


def _document_part(resources: dict[str, Resource], release: ReleaseDescription) -> SourcePart:
    files = {name: SourceFile.of(resources[name].path) for name in KIND_OF_RESOURCE}
    read = partial(_document_records, resources, files, release)
    of_sheet = {Sheet(files[name]): {field: field for field in resources[name].types} for name in KIND_OF_RESOURCE}

    def columns(sheet: Sheet, _kind: RecordKind) -> dict[str, str]:
        return of_sheet[sheet]

    return SourcePart(release, "profile", release.reference_period, tuple(files.values()), read, columns=columns)


def _document_records(
    resources: dict[str, Resource], files: dict[str, SourceFile], release: ReleaseDescription
) -> Iterator[Record]:
    industry_of_label: dict[Value, dict[str, Value]] = {None: _ALL_INDUSTRIES}
    for name, kind in KIND_OF_RESOURCE.items():
        sheet = Sheet(files[name])
        for number, row in read_rows(resources[name], files[name]):
            values = row
            if kind is RecordKind.INDUSTRY_LABEL:
                keys = ("industry_code", "industry_level", "ownership_code")
                industry_of_label[row["industry_label"]] = {key: row[key] for key in keys}
            elif "industry_label" in row:
                label = row["industry_label"]
                if label not in industry_of_label:
                    expected = "a label that industry_labels.csv has"
                    problem = CellProblem(sheet.file.name, None, number, "industry_label", str(label), expected)
                    raise UnreadableSourceError((problem,))
                values = row | industry_of_label[label]
            if kind is RecordKind.HANDBOOK_EMPLOYMENT:
                yield from _profile_records(release, row, sheet, number)
            if kind not in _OF_NO_PROFILE:
                values = {**values, "profile": profile_of(release), "subject_title": ""}
            yield Record(kind, values, sheet, number)


# Vocabulary and definitions, which belong to no profile.
_OF_NO_PROFILE = frozenset(
    {
        RecordKind.AREA,
        RecordKind.OCCUPATION,
        RecordKind.OCCUPATION_TRANSITION,
        RecordKind.SPECIALTY,
        RecordKind.INDUSTRY,
        RecordKind.INDUSTRY_LABEL,
        RecordKind.ORGANIZATION,
        RecordKind.WAGE_DEFINITION,
        RecordKind.PROJECTION_COMPARISON,
        RecordKind.CERTIFICATION_ISSUER,
        RecordKind.CERTIFICATION_NAME,
    }
)


def profile_of(release: ReleaseDescription) -> str:
    """The identifier of the one profile that the document is: group and page of its address."""
    address = release.source_url or release.release
    return address.split("/ooh/")[-1].removesuffix(".htm")


def _profile_records(
    release: ReleaseDescription, employment: dict[str, Value], sheet: Sheet, number: int
) -> Iterator[Record]:
    """The profile that the document is, and the one code that it covers: that of its job count."""
    curated: dict[str, Value] = {
        "origin": Origin.CURATED,
        "origin_basis": release.origin_basis,
        "document_line": None,
    }
    profile = profile_of(release)
    title = release.title.rpartition(": ")[2]
    yield Record(
        RecordKind.HANDBOOK_PROFILE,
        {
            "profile": profile,
            "title": title,
            "edition": release.reference_period,
            "url": release.source_url,
            **curated,
        },
        sheet,
        number,
    )
    yield Record(
        RecordKind.PROFILE_COVERAGE,
        {
            "profile": profile,
            "soc_code": employment["soc_code"],
            "soc_vintage": employment["soc_vintage"],
            "scope": ProfileScope.WHOLE_PROFILE,
            "position": 1,
            "title": title,
            **curated,
        },
        sheet,
        number,
    )


_ALL_INDUSTRIES: dict[str, Value] = {
    "industry_code": CROSS_INDUSTRY,
    "industry_level": IndustryLevel.CROSS_INDUSTRY,
    "ownership_code": None,
}

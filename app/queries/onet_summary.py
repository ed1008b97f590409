"""O*NET's occupations in a SOC code, in short: what each is, how much preparation it needs, and where more stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from app.domain.programs import Program
from app.queries.catalog import Catalog
from app.queries.catalog_records import Release
from app.queries.classification import Occupation
from app.queries.onet import releases_about
from app.queries.onet_reference import JobZoneDefinition
from app.queries.provenance import Provenance, provenance_columns, provenance_of
from app.queries.resolution import ReleaseChoice
from app.queries.snapshot import Snapshot
from app.store.tables import onet_job_zone

# Paths with eight digits, by name.
LISTS = (
    "skills",
    "knowledge",
    "abilities",
    "work-activities",
    "work-context",
    "interests",
    "work-values",
    "work-styles",
    "education",
    "tasks",
    "technology",
    "titles",
    "related",
    "data-collection",
)


@dataclass(frozen=True, slots=True)
class JobZone:
    """How much preparation an occupation needs, and what that means."""

    job_zone: int
    date: str | None
    domain_source: str | None
    definition: JobZoneDefinition | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class OnetSummary:
    """An occupation of O*NET-SOC, with links to all that O*NET says of it."""

    onet_soc_code: str
    title: str | None
    description: str | None
    taxonomy_edition: str | None
    job_zone: JobZone | None
    links: dict[str, str]
    source: str
    provenance: Provenance | None


def summarise_onet(
    snapshot: Snapshot, found: Occupation, choice: ReleaseChoice
) -> tuple[tuple[OnetSummary, ...], tuple[Release, ...]]:
    """Each of O*NET's occupations in a SOC code, and the release that says so."""
    releases = releases_about(snapshot.catalog, (Program.ONET,), choice, found)[:1]
    if not releases:
        return (), ()
    release = releases[0].release
    zones = _job_zones(snapshot, found, releases[0])
    known = snapshot.catalog.onet_reference(release).occupations
    codes = {code for code in known if code.startswith(f"{found.soc_code}.")} | set(zones)
    return tuple(_summary(code, release, zones.get(code), snapshot.catalog) for code in sorted(codes)), releases


def _job_zones(snapshot: Snapshot, found: Occupation, release: Release) -> dict[str, Mapping[Any, Any]]:
    own = onet_job_zone.c
    columns = (column.label(name) for name, column in provenance_columns(onet_job_zone).items())
    rows = snapshot.connection.execute(
        select(onet_job_zone, *columns).where(
            own.onet_soc_code >= f"{found.soc_code}.",
            own.onet_soc_code < f"{found.soc_code}/",
            own.part_id.in_(release.part_ids),
        )
    )
    return {row["onet_soc_code"]: row for row in rows.mappings()}


def _summary(code: str, release: str, zone: Mapping[Any, Any] | None, catalog: Catalog) -> OnetSummary:
    reference = catalog.onet_reference(release)
    known = reference.occupations.get(code)
    job_zone = None
    if zone is not None:
        job_zone = JobZone(
            zone["job_zone"],
            zone["date"],
            zone["domain_source"],
            reference.job_zones.get(zone["job_zone"]),
            provenance_of(zone, catalog),
        )
    return OnetSummary(
        onet_soc_code=code,
        title=reference.title(code),
        description=None if known is None else known.description,
        taxonomy_edition=None if known is None else known.taxonomy_edition,
        job_zone=job_zone,
        links={name.replace("-", "_"): f"/v1/occupations/{code}/{name}" for name in LISTS},
        source=release,
        provenance=None if known is None else known.provenance,
    )

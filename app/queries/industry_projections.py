"""Projections of industries, in the codes of the national employment matrix."""

from dataclasses import dataclass, replace

from sqlalchemy import select, union

from app.domain.codes import nearest_industry_codes
from app.domain.measures import INDUSTRY_PROJECTION_MEASURES
from app.queries.absence import Absence, AbsenceReason
from app.queries.answers import Listing
from app.queries.employment_projections import list_published, published
from app.queries.errors import Nearest, NotKnownError
from app.queries.list_request import ListRequest
from app.queries.provenance import Provenance
from app.queries.resolution import ReleaseChoice
from app.queries.snapshot import Snapshot
from app.store.tables import (
    ep_industry,
    ep_industry_projection,
    ep_industry_ranking,
    ep_matrix_cell,
    ep_sector_projection,
)


@dataclass(frozen=True, slots=True)
class IndustryProjection:
    """Projected employment and output of an industry over a round."""

    industry_code: str | None
    title: str
    row_type: str | None
    display_level: int | None
    naics_codes: str | None
    position: int
    projection_round: str
    base_year: int
    projection_year: int
    base_employment: int | None
    projected_employment: int | None
    employment_change: int | None
    employment_change_percent: float | None
    base_percent_distribution: float | None
    projected_percent_distribution: float | None
    previous_employment: int | None
    previous_employment_change: int | None
    previous_employment_change_percent: float | None
    previous_percent_distribution: float | None
    previous_employment_annual_rate: float | None
    employment_annual_rate: float | None
    previous_output: float | None
    base_output: float | None
    projected_output: float | None
    output_change: float | None
    previous_output_percent_distribution: float | None
    base_output_percent_distribution: float | None
    projected_output_percent_distribution: float | None
    previous_output_annual_rate: float | None
    output_annual_rate: float | None
    output_dollar_year: int | None
    footnote: str | None
    table_number: str
    qualifiers: dict[str, str]
    source: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class SectorProjection:
    """Employment or output of a major sector: ten years back, now and projected."""

    title: str
    display_level: int | None
    naics_codes: str | None
    projection_round: str
    base_year: int
    projection_year: int
    base_employment: int | None
    projected_employment: int | None
    employment_change: int | None
    employment_change_percent: float | None
    base_percent_distribution: float | None
    projected_percent_distribution: float | None
    previous_employment: int | None
    previous_employment_change: int | None
    previous_employment_change_percent: float | None
    previous_percent_distribution: float | None
    previous_employment_annual_rate: float | None
    employment_annual_rate: float | None
    previous_output: float | None
    base_output: float | None
    projected_output: float | None
    output_change: float | None
    previous_output_percent_distribution: float | None
    base_output_percent_distribution: float | None
    projected_output_percent_distribution: float | None
    previous_output_annual_rate: float | None
    output_annual_rate: float | None
    output_dollar_year: int | None
    footnote: str | None
    table_number: str
    qualifiers: dict[str, str]
    source: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class IndustryRanking:
    """A place in a ranking of industries, in groups that the matrix does not have."""

    ranking: str
    rank: int
    title: str
    sector_title: str | None
    naics_codes: str | None
    projection_round: str
    base_year: int
    projection_year: int
    base_employment: int | None
    projected_employment: int | None
    employment_change: int | None
    employment_change_percent: float | None
    base_percent_distribution: float | None
    projected_percent_distribution: float | None
    previous_employment: int | None
    previous_employment_change: int | None
    previous_employment_change_percent: float | None
    previous_percent_distribution: float | None
    previous_employment_annual_rate: float | None
    employment_annual_rate: float | None
    previous_output: float | None
    base_output: float | None
    projected_output: float | None
    output_change: float | None
    previous_output_percent_distribution: float | None
    base_output_percent_distribution: float | None
    projected_output_percent_distribution: float | None
    previous_output_annual_rate: float | None
    output_annual_rate: float | None
    output_dollar_year: int | None
    footnote: str | None
    table_number: str
    qualifiers: dict[str, str]
    source: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class MatrixIndustry:
    """An industry of the national employment matrix, and the NAICS codes that it covers."""

    industry_code: str
    title: str
    row_type: str | None
    display_level: int | None
    naics_codes: str | None
    naics_vintage: str | None
    projection_round: str
    base_year: int
    projection_year: int
    qualifiers: dict[str, str]
    source: str
    provenance: Provenance


INDUSTRY_PROJECTIONS = published(
    "projections/industries", ep_industry_projection, IndustryProjection, INDUSTRY_PROJECTION_MEASURES
)
SECTOR_PROJECTIONS = published(
    "projections/sectors", ep_sector_projection, SectorProjection, INDUSTRY_PROJECTION_MEASURES
)
INDUSTRY_RANKINGS = published(
    "projections/industry-rankings", ep_industry_ranking, IndustryRanking, INDUSTRY_PROJECTION_MEASURES
)
MATRIX_INDUSTRIES = published("projections/matrix-industries", ep_industry, MatrixIndustry)


def list_of_industry(
    snapshot: Snapshot, industry_code: str, choice: ReleaseChoice, request: ListRequest
) -> Listing[IndustryProjection]:
    """Every round of one industry. Raises `NotKnownError` for a code that neither the matrix nor OEWS has."""
    listing = list_published(INDUSTRY_PROJECTIONS, snapshot, choice, request, every_round=True)
    if listing.records:
        return listing
    where = Nearest("Industries of the matrix", "/v1/projections/matrix-industries")
    codes = _matrix_codes(snapshot)
    if industry_code not in codes and industry_code not in snapshot.catalog.industry_codes:
        near = nearest_industry_codes(industry_code, codes)
        nearest = [Nearest(f"Industry {code}", f"/v1/industries/{code}/projections") for code in near]
        raise NotKnownError("industry", industry_code, (*nearest, where))
    if industry_code in codes or listing.absence is None:
        return listing
    detail = f"{industry_code} is no industry of the national employment matrix that is loaded."
    return replace(listing, absence=Absence(AbsenceReason.NOT_PUBLISHED, detail, (where,)))


def _matrix_codes(snapshot: Snapshot) -> frozenset[str]:
    tables = (ep_industry, ep_industry_projection, ep_matrix_cell)
    codes = union(*(select(table.c.industry_code).where(table.c.industry_code.is_not(None)) for table in tables))
    return frozenset(snapshot.connection.execute(codes).scalars())

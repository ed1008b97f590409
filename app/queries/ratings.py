"""O*NET's ratings: skills, knowledge, abilities and the other domains, one record for each value of an element."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.measures import RATING_MEASURES
from app.domain.onet import PART_OF_DOMAIN, RatingDomain
from app.domain.qualifiers import Qualifier
from app.queries.answers import Listing
from app.queries.catalog import Catalog
from app.queries.list_request import ListRequest
from app.queries.onet import OnetList, begins_with, list_onet, list_onet_of_occupation, onet_identity
from app.queries.onet_absence import AskedOfOccupation
from app.queries.onet_reference import LevelAnchor, Scale
from app.queries.provenance import Provenance, provenance_columns, provenance_of
from app.queries.relation import Relation, in_major_group
from app.queries.resolution import ReleaseChoice
from app.queries.snapshot import Snapshot
from app.store.tables import onet_rating


@dataclass(frozen=True, slots=True)
class Rating:
    """The rating of an element of the content model for an occupation, on one scale."""

    soc_code: str
    soc_vintage: str
    onet_soc_code: str
    title: str | None
    domain: str
    element_id: str
    element_name: str | None
    element_description: str | None
    scale: Scale
    value: float
    category: int | None
    category_description: str | None
    level_anchors: tuple[LevelAnchor, ...]
    n: int | None
    standard_error: float | None
    lower_bound: float | None
    upper_bound: float | None
    recommend_suppress: bool | None
    not_relevant: bool | None
    date: str | None
    domain_source: str | None
    qualifiers: dict[str, str]
    source: str
    provenance: Provenance


def list_ratings(
    snapshot: Snapshot, domain: RatingDomain, choice: ReleaseChoice, request: ListRequest
) -> Listing[Rating]:
    """The ratings of a domain across occupations, as the newest O*NET release has them unless another is chosen."""
    return list_onet(LISTS[domain], snapshot, choice, request)


def list_occupation_ratings(snapshot: Snapshot, domain: RatingDomain, asked: AskedOfOccupation) -> Listing[Rating]:
    """The ratings of a domain for one occupation: for each code of O*NET that begins with its code, or for one."""
    return list_onet_of_occupation(LISTS[domain], snapshot, asked)


_PLAIN = (
    "domain",
    "element_id",
    "value",
    "category",
    "n",
    "standard_error",
    "lower_bound",
    "upper_bound",
    "recommend_suppress",
    "not_relevant",
    "date",
    "domain_source",
)
_RELATION = Relation(
    source=onet_rating,
    columns={
        **{name: onet_rating.c[name] for name in ("onet_soc_code", "element_name", "scale_id", *_PLAIN)},
        **provenance_columns(onet_rating),
    },
    # The order of the files, which are in the order of the codes: an index gives it.
    identity=("provenance_part_id", "onet_soc_code", "provenance_row", "provenance_sheet_id"),
    matches={
        "soc_code": begins_with(onet_rating.c.onet_soc_code),
        "major_group": in_major_group(onet_rating.c.onet_soc_code),
    },
)


def _records(snapshot: Snapshot, rows: Sequence[Mapping[Any, Any]]) -> list[Rating]:
    return [_record(row, snapshot.catalog) for row in rows]


def _record(row: Mapping[Any, Any], catalog: Catalog) -> Rating:
    identity = onet_identity(row, catalog)
    reference = catalog.onet_reference(identity["source"])
    element_id, scale_id = row["element_id"], row["scale_id"]
    return Rating(
        **identity,
        **{name: row[name] for name in _PLAIN},
        element_name=row["element_name"] or reference.element_names.get(element_id),
        element_description=reference.descriptions.get(element_id),
        scale=reference.scale(scale_id),
        category_description=reference.category(element_id, scale_id, row["category"]),
        level_anchors=reference.anchors.get((element_id, scale_id), ()),
        qualifiers={name: str(Qualifier.NOT_APPLICABLE) for name in RATING_MEASURES if row[name] is None},
        provenance=provenance_of(row, catalog),
    )


# By their paths, which are named after the parts that hold the ratings.
_PATHS = dict(PART_OF_DOMAIN)
_PATHS[RatingDomain.EDUCATION_TRAINING_EXPERIENCE] = "education"
LISTS: dict[RatingDomain, OnetList[Rating]] = {
    domain: OnetList(path, (PART_OF_DOMAIN[domain],), _RELATION, _records) for domain, path in _PATHS.items()
}

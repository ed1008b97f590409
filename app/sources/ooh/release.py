"""The release that a profile belongs to: an edition of the handbook, named after its projection round."""

from app.domain.programs import Origin, Program
from app.sources.ooh.vocabulary import vintage_of_round
from app.sources.records import ReleaseDescription

HANDBOOK_URL = "https://www.bls.gov/ooh/"


def edition(
    projection_round: str, *, origin: Origin = Origin.PUBLISHED, basis: str | None = None
) -> ReleaseDescription:
    """The edition of the handbook whose outlook is that of `projection_round`, such as 2024-34."""
    return ReleaseDescription(
        release=f"ooh-{projection_round}",
        program=Program.OOH,
        title=f"Occupational Outlook Handbook, {projection_round} edition",
        publisher="U.S. Bureau of Labor Statistics",
        reference_period=projection_round,
        projection_round=projection_round,
        soc_vintage=vintage_of_round(int(projection_round[:4])),
        licence="Public domain (work of the US government)",
        attribution="U.S. Bureau of Labor Statistics, Occupational Outlook Handbook",
        source_url=HANDBOOK_URL,
        published_on=None,
        origin=origin,
        origin_basis=basis,
    )

"""What answers are read from that is written anew after each load: see `app.store.tables.summaries`."""

from sqlalchemy import Connection

from app.store.occupation_summaries import write_summaries
from app.store.round_projections import write_round_projections
from app.store.search_index import write_search_index


def summarise(connection: Connection) -> None:
    """Write everything anew that is put together from what is stored, inside the caller's transaction."""
    write_round_projections(connection)
    write_summaries(connection)
    write_search_index(connection)

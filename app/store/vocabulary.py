"""Which statement of a code is current: several parts may state one area, industry or occupation."""

from sqlalchemy import Connection, Table, func, select, update

from app.store.tables import metadata, occupation, part


def choose_current(connection: Connection) -> None:
    """Mark, of all statements of one code, that of the newest release; of the part loaded last where they tie."""
    for table in metadata.sorted_tables:
        if "is_current" in table.c:
            _choose(connection, table)


def _choose(connection: Connection, table: Table) -> None:
    own = table.c
    key = [column for column in table.primary_key.columns if column.name != "part_id"]
    # A file that names an occupation by its code alone has no title for it: any other statement is better.
    untitled = [own.title == own.soc_code] if table is occupation else []
    newest_first = (*untitled, part.c.reference_period.desc(), part.c.part_id.desc())
    ranked = (
        select(own.part_id, *key, func.row_number().over(partition_by=key, order_by=newest_first).label("place"))
        .join(part, part.c.part_id == own.part_id)
        .subquery("ranked")
    )
    same = [ranked.c[column.name] == column for column in (own.part_id, *key)]
    is_newest = select(ranked.c.place == 1).where(*same).scalar_subquery()
    connection.execute(update(table).where(own.is_current != is_newest).values(is_current=is_newest))

"""The files that a part was read from: each is noted once, with its hash."""

from sqlalchemy import Connection, delete, insert, select

from app.sources.records import SourceFile, SourcePart
from app.store.tables import part_file, source_file, source_sheet


def hashes_of(connection: Connection, part_id: int) -> set[str]:
    """The SHA-256 of each file of a part."""
    joined = part_file.join(source_file, part_file.c.file_id == source_file.c.file_id)
    hashes = select(source_file.c.sha256).select_from(joined).where(part_file.c.part_id == part_id)
    return set(connection.execute(hashes).scalars())


def file_names(connection: Connection, part_id: int) -> tuple[str, ...]:
    """The names of a part's files, in order."""
    joined = part_file.join(source_file, part_file.c.file_id == source_file.c.file_id)
    names = select(source_file.c.name).select_from(joined).where(part_file.c.part_id == part_id)
    return tuple(connection.execute(names.order_by(source_file.c.name, source_file.c.sha256)).scalars())


def note_files(connection: Connection, source: SourcePart, part_id: int) -> dict[SourceFile, int]:
    """The files of a part, each noted once as a file and as the part's."""
    ids: dict[SourceFile, int] = {}
    for file in source.files:
        same = (source_file.c.sha256 == file.sha256) & (source_file.c.name == file.name)
        known = connection.execute(select(source_file.c.file_id).where(same)).scalar()
        if known is None:
            values = {"name": file.name, "sha256": file.sha256, "size_bytes": file.size_bytes}
            known = connection.execute(insert(source_file).values(values).returning(source_file.c.file_id)).scalar_one()
        ids[file] = int(known)
    connection.execute(insert(part_file), [{"part_id": part_id, "file_id": key} for key in ids.values()])
    return ids


def forget_files(connection: Connection) -> None:
    """Remove the files that no part was read from, and their sheets."""
    read = select(part_file.c.file_id)
    connection.execute(delete(source_sheet).where(source_sheet.c.file_id.not_in(read)))
    connection.execute(delete(source_file).where(source_file.c.file_id.not_in(read)))

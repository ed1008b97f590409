"""Classifications: the structure and definitions of the SOC, and links between schemes and editions."""

from sqlalchemy import Column, Index, Table, Text, UniqueConstraint

from app.domain.classifications import Scheme
from app.domain.levels import Link
from app.store.tables.metadata import (
    metadata,
    occupation_key,
    one_of,
    provenance,
    references_occupation,
    sorted_text,
    text,
)

soc_entry = Table(
    "soc_entry",
    metadata,
    *occupation_key(),
    Column("parent_soc_code", sorted_text(), comment="Group that it stands in; empty for a major group"),
    text("definition", "What it covers, in the classification's words; empty for groups and where a file has none"),
    *provenance(),
    references_occupation(),
    UniqueConstraint("soc_code", "soc_vintage", "part_id"),
    comment="Place and definition of a code in an edition of the SOC",
)
Index("ix_soc_entry_parent", soc_entry.c.parent_soc_code, soc_entry.c.soc_vintage)

crosswalk = Table(
    "crosswalk",
    metadata,
    *(
        column
        for end, what in (("from", "Where the link starts"), ("to", "Where the link leads"))
        for column in (
            Column(f"{end}_scheme", Text, nullable=False, comment=f"{what}: soc, onet_soc, oews or cip"),
            Column(f"{end}_edition", Text, nullable=False, comment=f"{what}: edition, such as 2018"),
            Column(f"{end}_code", sorted_text(), nullable=False, comment=f"{what}: code"),
            Column(f"{end}_title", Text, nullable=False, comment=f"{what}: title, without footnote marks"),
        )
    ),
    Column("link", Text, comment="whole: all of the target came from it; part: a part did; empty where not meaningful"),
    text("note", "The publisher's note"),
    *provenance(),
    one_of("from_scheme", Scheme, name="from_scheme"),
    one_of("to_scheme", Scheme, name="to_scheme"),
    one_of("link", Link),
    UniqueConstraint(
        "from_scheme", "from_edition", "from_code", "to_scheme", "to_edition", "to_code", "part_id", name="uq_crosswalk"
    ),
    comment="Which codes of one scheme and edition correspond to which of another",
)
Index("ix_crosswalk_to", crosswalk.c.to_scheme, crosswalk.c.to_edition, crosswalk.c.to_code)

"""Credentials: which an occupation has, what they require, who issues them, and what holds of all."""

from sqlalchemy import Column, PrimaryKeyConstraint, Table, Text, UniqueConstraint

from app.domain.statements import CertificationRequirement, CertificationRule
from app.store.tables.handbook import handbook_table, position
from app.store.tables.metadata import (
    curated_part,
    items,
    metadata,
    one_of,
    origin,
    origin_checks,
    provenance,
    refers_to,
    sorted_text,
    text,
)

certification = handbook_table(
    "certification",
    position("the credentials"),
    Column("acronym", sorted_text(), comment="Letters after the name, such as RHIT; empty where the text has none"),
    Column("name", sorted_text(), nullable=False, comment="Name as the publication prints it"),
    text("specialty", "Specialty that it is for; empty for the whole occupation"),
    Column("statement", Text, nullable=False, comment="The sentence that names it"),
    text("kind", "What the text calls it: license, certification, registration, endorsement, credential"),
    text("issuer", "Who issues it, in the publication's words, where the same sentence says so"),
    *curated_part("specialty", "the specialty"),
    identity=("position",),
    comment="A credential that a profile names",
)

certification_requirement = handbook_table(
    "certification_requirement",
    Column("acronym", sorted_text(), nullable=False, comment="Credential that asks for it"),
    position("what the credential asks for"),
    Column("requirement", Text, nullable=False, comment="Kind: exam, accredited_program, experience, ..."),
    text("requirement_detail", "The requirement in words"),
    text("education_level", "Level of education, where the requirement names one"),
    Column("accreditor", sorted_text(), comment="Who accredits the program"),
    refers_to("organization", "accreditor", key=("organization",)),
    text("statement", "The publication's own sentence; empty for a curated row"),
    one_of("requirement", CertificationRequirement),
    identity=("acronym", "position"),
    comment="What a named credential requires",
)

certification_rule = handbook_table(
    "certification_rule",
    position("the rules"),
    Column("rule", Text, nullable=False, comment="What the statement is about: requirement, renewal, ..."),
    Column("applies_to", Text, nullable=False, comment="Of what or whom it holds, in the publication's words"),
    text("quantifier", "Of how many it holds: most, some, many, a_few, several, others"),
    items("set_by", "Who sets the rule: employers, organizations, states, facilities"),
    text("subject", "Who must meet it"),
    text("requirement", "Kind of requirement, where the rule is one"),
    text("requirement_detail", "What is asked for, in words"),
    text("frequency", "How often it holds: often, typically"),
    text("modality", "How firmly: must, may_expect, prefer, require, ..."),
    text("timing", "When it applies"),
    text("interval", "How regularly it recurs"),
    text("acronym", "Credential that it is about; empty for certification in general"),
    text("specialty", "Specialty that it applies to"),
    Column("statement", Text, nullable=False, comment="The publication's own sentence"),
    one_of("rule", CertificationRule),
    one_of("requirement", CertificationRequirement),
    identity=("position",),
    comment="What a profile says of certification in general",
)

certification_issuer = Table(
    "certification_issuer",
    metadata,
    Column("acronym", sorted_text(), nullable=False, comment="Credential"),
    Column("organization", sorted_text(), nullable=False, comment="Who issues it"),
    text("url", "Where the issuer describes it"),
    *origin(),
    *provenance(),
    PrimaryKeyConstraint("part_id", "acronym"),
    refers_to("organization", "organization"),
    *origin_checks(),
    comment="Who issues a credential",
)

certification_name = Table(
    "certification_name",
    metadata,
    Column("acronym", sorted_text(), nullable=False, comment="Credential as printed"),
    Column("name", Text, nullable=False, comment="Its name as printed"),
    Column("current_acronym", sorted_text(), nullable=False, comment="Its letters today"),
    Column("current_name", Text, nullable=False, comment="Its name today"),
    Column("since", Text, nullable=False, comment="Year of the change"),
    text("since_date", "Day of the change, ISO 8601"),
    *origin(),
    *provenance(),
    PrimaryKeyConstraint("part_id", "acronym"),
    UniqueConstraint("part_id", "current_acronym"),
    *origin_checks(),
    comment="A later name of a credential",
)

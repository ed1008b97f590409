"""All tables, on one `MetaData`. Alembic creates them; nothing else does."""

from app.store.tables.certifications import (
    certification,
    certification_issuer,
    certification_name,
    certification_requirement,
    certification_rule,
)
from app.store.tables.characteristics import interest, quality, work_environment
from app.store.tables.employment import handbook_employment, largest_employer
from app.store.tables.metadata import metadata
from app.store.tables.occupations import occupation, occupation_transition, specialty
from app.store.tables.oews import oews_estimate
from app.store.tables.organizations import contact, organization
from app.store.tables.preparation import advancement, coursework, education_path
from app.store.tables.profile import other_title, profile_section, related_occupation
from app.store.tables.projections import job_prospect, outlook_driver, projection, projection_comparison
from app.store.tables.reference import area, industry, industry_label
from app.store.tables.releases import (
    database_state,
    part,
    part_coverage,
    part_file,
    release,
    source_file,
    source_sheet,
)
from app.store.tables.wages import handbook_wage, wage_definition

__all__ = [
    "advancement",
    "area",
    "certification",
    "certification_issuer",
    "certification_name",
    "certification_requirement",
    "certification_rule",
    "contact",
    "coursework",
    "database_state",
    "education_path",
    "handbook_employment",
    "handbook_wage",
    "industry",
    "industry_label",
    "interest",
    "job_prospect",
    "largest_employer",
    "metadata",
    "occupation",
    "occupation_transition",
    "oews_estimate",
    "organization",
    "other_title",
    "outlook_driver",
    "part",
    "part_coverage",
    "part_file",
    "profile_section",
    "projection",
    "projection_comparison",
    "quality",
    "related_occupation",
    "release",
    "source_file",
    "source_sheet",
    "specialty",
    "wage_definition",
    "work_environment",
]

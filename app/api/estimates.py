"""What wages and employment take alike: the keys of an estimate, across occupations and of one."""

from app.api.filters import (
    AreaCodes,
    AreaTypes,
    IndustryCodes,
    IndustryLevels,
    Levels,
    MajorGroups,
    Ownerships,
    OwnershipsApart,
    Periods,
    Programs,
    Releases,
    SocCodes,
    Vintage,
    Vintages,
)
from app.api.parameters import Parameters


class AcrossOccupations(Parameters):
    """What a list across occupations takes."""

    soc_code: SocCodes
    soc_vintage: Vintages
    level: Levels
    major_group: MajorGroups
    area_code: AreaCodes
    area_type: AreaTypes
    industry_code: IndustryCodes
    industry_level: IndustryLevels
    ownership_code: Ownerships
    reference_period: Periods
    program: Programs
    release: Releases


class OfOccupation(Parameters):
    """What the estimates of an occupation take, over all industries."""

    soc_vintage: Vintage
    area_code: AreaCodes
    ownership_code: OwnershipsApart
    reference_period: Periods
    program: Programs
    release: Releases


class ByArea(Parameters):
    """What the estimates of an occupation by area take."""

    soc_vintage: Vintage
    area_code: AreaCodes
    area_type: AreaTypes
    ownership_code: OwnershipsApart
    reference_period: Periods
    program: Programs
    release: Releases


class ByIndustry(Parameters):
    """What the estimates of an occupation by industry take."""

    soc_vintage: Vintage
    industry_code: IndustryCodes
    industry_level: IndustryLevels
    ownership_code: OwnershipsApart
    reference_period: Periods
    program: Programs
    release: Releases

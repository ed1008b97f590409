"""Query parameters that a path does not have: what this API calls them, or has in their place.

Names that other APIs use are in a table, reviewed by hand, since no search by letters finds `limit` behind `per_page`.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.measures import MEASURES
from app.domain.suggestions import nearest_name


@dataclass(frozen=True, slots=True)
class _Meant:
    """What a name stands for: the parameters that do it here, the first that the path has, and a word on it.

    `named` is false where the parameter is not what people would set themselves.
    """

    parameters: tuple[str, ...]
    advice: str = ""
    named: bool = True


_SORT = _Meant(("sort",), "`sort=field` has the smallest first, `sort=-field` the largest")
_PAGE = _Meant(("cursor",), "there are no page numbers: follow `page.next` of each answer (`cursor`)", named=False)
_AREA = _Meant(("area_code",), "such as `area_code=TX`, or `US` for the nation")
_PERIOD = _Meant(("reference_period", "release"), "`/v1/releases` lists the periods that are loaded")
_OCCUPATION = _Meant(("soc_code",), "such as `soc_code=29-2072`")
_INDUSTRY = _Meant(("industry_code",), "such as `industry_code=622000`")
_TEXT = _Meant(("q",), "`/v1/search?q=` finds the occupation of a job title")
_PAY = _Meant(("min_annual_median", "min_annual_mean"), "`min_` and `max_` before a measure of `/v1/measures`")
_JOBS = _Meant(("min_employment",), "`min_` and `max_` before a measure of `/v1/measures`")
_FIELDS = _Meant(("fields",), "such as `fields=soc_code&fields=annual_median`")
_FORMAT = _Meant(("format",), "`json`, `csv`, `ndjson` or `parquet`")
_KEY = _Meant((), "leave it out: no key is needed")

_TABLE: tuple[tuple[str, _Meant], ...] = (
    ("sort_by sortby order_by orderby ordering order sort_order sortorder direction dir sorting desc asc", _SORT),
    ("page page_number pagenumber page_no offset skip start start_index from p after before next", _PAGE),
    (
        "per_page perpage page_size pagesize size page_limit max_results maxresults results rows take top first n max",
        _Meant(("limit",), "at most 1000"),
    ),
    (
        (
            "state states st stfips state_code statefips fips area areas area_title geo geography geo_id region "
            "location place metro msa cbsa country nation"
        ),
        _AREA,
    ),
    ("year years date period month time quarter as_of asof reference_year data_year", _PERIOD),
    (
        (
            "soc soc_codes code codes occ occ_code occupation occupations occupation_code occupation_id job jobs onet "
            "onet_code onetsoc onetsoc_code id ids"
        ),
        _OCCUPATION,
    ),
    ("industry industries naics naics_code industry_title sector", _INDUSTRY),
    ("ownership own own_code owner", _Meant(("ownership_code",), "such as `ownership_code=5`")),
    (
        "search query keyword keywords term text title titles name names occupation_title job_title contains like",
        _TEXT,
    ),
    ("wage wages salary salaries pay income earnings median median_wage", _PAY),
    ("employed employment_count headcount", _JOBS),
    ("group major soc_group occupation_group category family", _Meant(("major_group",), "such as `major_group=29`")),
    ("vintage edition soc_version soc_year soc_edition taxonomy", _Meant(("soc_vintage",), "such as 2018")),
    ("version revision dataset source release_id series", _Meant(("release", "program"), "")),
    ("education_level typical_education degree", _Meant(("education",))),
    (
        "growth outlook_category",
        _Meant(("min_employment_change_percent", "outlook"), "`outlook` has the published category"),
    ),
    ("cert certification credential letters abbreviation", _Meant(("acronym",))),
    ("issuer issued_by org organisation", _Meant(("organization",))),
    ("technology technologies software tool tools", _Meant(("example",), "such as `/v1/technology?example=Terraform`")),
    (
        "skill skills skill_name element element_name",
        _Meant(("element_id",), "`/v1/elements` lists what is rated, `/v1/search?q=` finds occupations by words"),
    ),
    ("total include_total with_total", _Meant(("count",), "`page.total` has it; `count=exact` where that is null")),
    ("field select columns exclude expand embed only props", _FIELDS),
    ("output type fmt accept content_type pretty callback jsonp", _FORMAT),
    ("utf8_bom excel spreadsheet", _Meant(("bom",), "`bom=true` makes CSV for spreadsheets")),
    ("api_key apikey key token access_token registrationkey registration_key auth", _KEY),
)
# Parameters of other paths, and the one that does the same where it is there.
_NAMED_OTHERWISE = {"soc_code": "occupation", "entry_education": "education"}
_MEANT: dict[str, _Meant] = {name: meant for names, meant in _TABLE for name in names.split()}


def hint(name: str, given: str, known: Mapping[str, bool], elsewhere: Mapping[str, Sequence[str]]) -> str:
    """What to use in place of `name` on a path that has the parameters `known` (true: they may be repeated).

    `elsewhere` are the paths that have each parameter of the API. `given` is the value, which may decide.
    """
    plain = _plain(name)
    if plain in known:
        repeat = f" several values are the parameter repeated: `{plain}=a&{plain}=b`" if known[plain] else ""
        return f"did you mean `{plain}`?{repeat if '[' in name else ''}"
    here = _NAMED_OTHERWISE.get(plain)
    if here in known:
        return f"did you mean `{here}`?"
    meant = _MEANT.get(plain) or _of_a_bound(plain)
    if meant is not None:
        return _advised(meant, known, elsewhere)
    bound = _bound(plain, name, given)
    if bound in known:
        return f"did you mean `{bound}`?"
    other = plain if plain in elsewhere else bound
    if other in elsewhere:
        return f"`{other}` is a parameter of {_some(elsewhere[other])}; {_here(known)}"
    near = nearest_name(plain, sorted(known))
    return _all(known) if near is None else f"did you mean `{near}`?"


def _of_a_bound(plain: str) -> _Meant | None:
    """What `salary_min` and `max_wage` stand for."""
    found = _MEANT.get(re.sub(r"^(min|max)_|_(min|max)$", "", plain))
    if found is None or "max" not in plain.split("_"):
        return found
    return replace(found, parameters=tuple(re.sub("^min_", "max_", name) for name in found.parameters))


def _advised(meant: _Meant, known: Collection[str], elsewhere: Mapping[str, Sequence[str]]) -> str:
    here = next((name for name in meant.parameters if name in known), None)
    advice = f" {meant.advice}" if meant.advice else ""
    if here is not None:
        return f"did you mean `{here}`?{advice}" if meant.named else meant.advice
    if not meant.parameters:
        return meant.advice
    there = next((name for name in meant.parameters if name in elsewhere), None)
    if there == "soc_code":
        return (
            f"one occupation stands in the path, `/v1/occupations/29-2072`; `soc_code` is for {_some(elsewhere[there])}"
        )
    if there is not None:
        return f"`{there}` does that on {_some(elsewhere[there])}; {_here(known)}"
    return _all(known)


def _plain(name: str) -> str:
    """`limit[]`, `filter[area_code]`, `areaCode` and ` limit` as the name inside."""
    text = name.strip()
    inside = re.fullmatch(r"(?:filters?|where|q)[\[.]([A-Za-z_]+)\]?", text)
    if inside is not None:
        text = inside[1]
    text = re.sub(r"\[[0-9]*\]$", "", text)
    text = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", text)
    return text.lower().replace("-", "_").removeprefix("$").removeprefix("_")


_LEAST = re.compile(r"(min|gte?|from|over|above|least)")
_MOST = re.compile(r"(max|lte?|to|under|below|most)")


def _bound(plain: str, name: str, given: str) -> str:
    """`annual_median`, `annual_median[gte]`, `annual_median_min` and `annual_median>50000` as a bound; else nothing."""
    pieces = re.split(r"[^a-z0-9_]+|__", plain)
    measure, rest = pieces[0], "".join(pieces[1:])
    for ending in ("_min", "_max", "_gte", "_lte", "_gt", "_lt", "_from", "_to"):
        if measure.endswith(ending):
            measure, rest = measure.removesuffix(ending), ending
    if measure not in MEASURES:
        return ""
    most = "<" in name or "<" in given or (_MOST.search(rest) is not None and _LEAST.search(rest) is None)
    return f"{'max' if most else 'min'}_{measure}"


def _some(paths: Sequence[str]) -> str:
    shown = ", ".join(f"`{path}`" for path in paths[:3])
    return f"{shown} and others" if len(paths) > 3 else shown


def _all(known: Collection[str]) -> str:
    return f"one of {_names(known)}" if known else "this path has no parameters"


def _here(known: Collection[str]) -> str:
    return f"this path has {_names(known)}" if known else "this path has no parameters"


def _names(known: Collection[str]) -> str:
    """The parameters of a path; the bounds of all its measures at once, which would be a page by themselves."""
    measures = [name.removeprefix("min_") for name in known if name.startswith("min_")]
    keys = sorted(name for name in known if not name.startswith(("min_", "max_")))
    bounds = f"; or min_ or max_ with one of {', '.join(measures)}" if measures else ""
    return f"{', '.join(keys)}{bounds}"

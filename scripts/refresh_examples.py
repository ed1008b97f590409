#!/usr/bin/env python3
"""Ask the seeded application for the examples of the OpenAPI document, and write them to app/api/examples.json.

Run it after a change to an answer:  .venv/bin/python scripts/refresh_examples.py
With --check, nothing is written, and the exit status is 1 if the file is not what would be written. Times of loading
differ with every database, so that they are written as one fixed time, and how long it took as one fixed length.
"""

import argparse
import asyncio
import json
import re
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
from sqlalchemy import Engine

sys.path.insert(0, str(Path(__file__).parents[1]))

from app.api.examples import EXAMPLES
from app.config import LogLevel, Settings
from app.logs import configure_logs
from app.main import create_app, describe
from app.store.engine import create_writer
from app.store.migrate import migrate
from app.store.seed import seed, seed_folder
from tests.onet_release import load_illustration
from tests.small_rounds import load_rounds
from tests.small_years import load_years

FIXED_TIME = "2026-11-24T06:00:00Z"
_SECONDS = re.compile(r'"seconds":[0-9.]+')
_TIME = re.compile(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")

REQUESTS: dict[str, str] = {
    "listSearchHits": "/v1/search?q=medcal+records+tech&limit=2",
    "listOccupations": "/v1/occupations?q=medical+records&limit=1&retired=false",
    "getOccupation": "/v1/occupations/29-2071",
    "getOccupationHierarchy": "/v1/occupations/29-2071/hierarchy",
    "getOccupationOverview": "/v1/occupations/29-2071/overview?section=wages",
    "listEmployment": "/v1/employment?area_code=TX&level=detailed&sort=-employment&limit=1",
    "listOccupationEmployment": "/v1/occupations/29-2071/employment",
    "listOccupationEmploymentByArea": (
        "/v1/occupations/29-2072/employment/by-area?sort=-location_quotient&max_employment_rse=10&limit=1"
    ),
    "listOccupationEmploymentByIndustry": "/v1/occupations/29-2071/employment/by-industry?limit=1",
    "listWages": "/v1/wages?area_code=TX&level=detailed&sort=-annual_median&limit=1",
    "listOccupationWages": "/v1/occupations/29-2071/wages",
    "listOccupationWagesByArea": "/v1/occupations/29-2072/wages/by-area?sort=-annual_median&limit=1",
    "listOccupationWagesByIndustry": "/v1/occupations/29-2071/wages/by-industry?limit=1",
    "listProjections": "/v1/projections?sort=-employment_change_percent&limit=1",
    "listOccupationProjections": "/v1/occupations/29-2071/projections",
    "listOccupationProjectionHistory": "/v1/occupations/29-2071/projections/history",
    "getComparison": "/v1/compare?occupation=29-2071&occupation=29-2072",
    "listCertifications": "/v1/certifications?acronym=RHIT",
    "listOccupationCertifications": "/v1/occupations/29-2071/certifications?limit=1",
    "getOccupationPreparation": "/v1/occupations/29-2071/preparation",
    "getOccupationCharacteristics": "/v1/occupations/29-2071/characteristics",
    "getOccupationProfile": "/v1/occupations/29-2071/profile",
    "listRelatedOccupations": "/v1/occupations/29-2071/related",
    "listOccupationContacts": "/v1/occupations/29-2071/contacts?limit=1",
    "listOrganizations": "/v1/organizations?role=issuer&limit=1",
    "getOrganization": "/v1/organizations/ahima",
    "listIndustries": "/v1/industries?industry_code=622&limit=1",
    "getIndustry": "/v1/industries/622000",
    "listAreas": "/v1/areas?area_code=TX",
    "listMeasures": "/v1/measures",
    "getMeasure": "/v1/measures/annual_median",
    "listReleases": "/v1/releases?program=oews",
    "listAvailability": "/v1/availability?soc_code=29-2072&area_code=TX",
    "getRelease": "/v1/releases/oews-2025-05",
    "getLiveness": "/health/live",
    "getReadiness": "/health/ready",
}

# Of what the seed has nothing on: from small rounds of Employment Projections that the tests are written with. Their
# rows are made up, and the document says so.
ROUNDS: dict[str, str] = {
    "listMatrixCells": "/v1/projections/by-industry?limit=1&sort=-base_employment",
    "listOccupationMatrixCells": "/v1/occupations/29-2072/projections/by-industry?limit=1",
    "listUtilizationFactors": "/v1/occupations/11-1011/utilization-factors",
    "listIndustryRounds": "/v1/industries/5110A1/projections",
    "listIndustryProjections": "/v1/projections/industries?sort=-base_employment&limit=1",
    "listSectorProjections": "/v1/projections/sectors?limit=1",
    "listIndustryRankings": "/v1/projections/industry-rankings?limit=1",
    "listMatrixIndustries": "/v1/projections/matrix-industries?industry_code=5110A1",
    "listProjectionsByEducation": "/v1/projections/education?entry_education=bachelors_degree&limit=1",
    "listSkillsByEducation": "/v1/projections/education-skills?limit=1",
    "listEarningsByAttainment": "/v1/projections/attainment-earnings?limit=1",
    "listOccupationGroupProjections": "/v1/projections/occupation-groups?sort=base_employment&limit=1",
    "listOccupationAttainment": "/v1/occupations/11-1011/education/attainment?limit=1",
    "listOccupationSkillScores": "/v1/occupations/11-1011/skill-scores?sort=-skill_value&limit=1",
    "listOccupationTopSkills": "/v1/occupations/11-1011/top-skills?limit=1",
    "listOccupationExampleTitles": "/v1/occupations/11-1011/example-titles?limit=1",
}
# Of what the seed has nothing on: from the small O*NET release and classifications that the tests are written with.
# Their rows are made up, and the document says so.
ILLUSTRATIONS: dict[str, str] = {
    "listSkills": "/v1/skills?element_id=2.A.1.a&scale_id=LV&sort=-value&limit=1",
    "listTechnology": "/v1/technology?example=Terraform&limit=1",
    "listOccupationSkills": "/v1/occupations/29-2072/skills?scale_id=IM&sort=-value&limit=1",
    "listOccupationKnowledge": "/v1/occupations/29-2072/knowledge?limit=1",
    "listOccupationAbilities": "/v1/occupations/29-2072/abilities?limit=1",
    "listOccupationWorkActivities": "/v1/occupations/29-2072/work-activities?limit=1",
    "listOccupationWorkContext": "/v1/occupations/29-2072/work-context?limit=1",
    "listOccupationInterests": "/v1/occupations/29-2072/interests?limit=1",
    "listOccupationWorkValues": "/v1/occupations/29-2072/work-values?limit=1",
    "listOccupationWorkStyles": "/v1/occupations/29-2072.00/work-styles?sort=-value&limit=1",
    "listOccupationEducation": "/v1/occupations/29-2072/education?element_id=2.D.1&limit=1",
    "listOccupationTasks": "/v1/occupations/29-2072/tasks?task_type=Core&limit=1",
    "listOccupationTechnology": "/v1/occupations/29-2072/technology?in_demand=true&limit=1",
    "listOccupationTitles": "/v1/occupations/29-2072/titles?kind=alternate&limit=1",
    "listOccupationDataCollection": "/v1/occupations/29-2072/data-collection?limit=1",
    "listElements": "/v1/elements?domain=skills&limit=1",
    "getElement": "/v1/elements/2.A.1.a",
    "listScales": "/v1/scales?scale_id=FT",
    "listCrosswalks": "/v1/crosswalks?from_scheme=soc&from_code=29-2071&limit=1",
}
# Of what takes several years of OEWS, of which the seed has one: from small releases that the tests are written with.
# Their rows are made up, and the document says so.
YEARS: dict[str, str] = {
    "listOccupationWageHistory": "/v1/occupations/29-2072/wages/history?limit=2",
    "listOccupationEmploymentHistory": (
        "/v1/occupations/47-2111/employment/history?reference_period=2018-05&reference_period=2022-05&limit=1"
    ),
    "listReleaseChanges": (
        "/v1/releases/oews-2018-05/changes?to=oews-2022-05&soc_code=29-2071&measure=annual_median&limit=1"
    ),
}

# A request that meets each kind of problem, and its `Accept`. Of the others, the document shows the kind alone.
PROBLEMS: dict[str, tuple[str, str]] = {
    "malformed-url": ("/v1/occupations?q=%FF", "*/*"),
    "invalid-cursor": ("/v1/wages?cursor=abc", "*/*"),
    "conflicting-parameters": ("/v1/wages?min_annual_median=90000&max_annual_median=50000", "*/*"),
    "unknown-code": ("/v1/occupations/29-2027", "*/*"),
    "unknown-release": ("/v1/wages?release=oews-2024-05", "*/*"),
    "not-acceptable": ("/v1/wages", "text/html"),
    "invalid-parameter": ("/v1/wages?limt=5&level=detaild", "*/*"),
}
FIXED_ID = "3f9a1c0d5b7e2a48"


def main() -> int:
    """Write or check the examples; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare with the file instead of writing it")
    arguments = parser.parse_args()
    text = json.dumps(asyncio.run(ask_for_examples()), indent=1, ensure_ascii=False) + "\n"
    if not arguments.check:
        EXAMPLES.write_text(text, encoding="utf-8")
        return 0
    if EXAMPLES.read_text(encoding="utf-8") == text:
        return 0
    print(f"{EXAMPLES.name} is not what the application answers: run scripts/refresh_examples.py", file=sys.stderr)
    return 1


async def ask_for_examples() -> dict[str, object]:
    """The answer to each request, from databases that are made for the purpose."""
    async with _asking() as client:
        operations = {
            path["get"]["operationId"]
            for path in describe()["paths"].values()
            if "application/json" in path["get"]["responses"]["200"]["content"]
        }
        known = REQUESTS.keys() | ILLUSTRATIONS.keys() | ROUNDS.keys() | YEARS.keys()
        if operations != known:
            raise SystemExit(f"operations without a request, or the other way round: {operations ^ known}")
        answers = {operation: await _example(client, request) for operation, request in REQUESTS.items()}
        problems = {slug: await _problem(client, *asked) for slug, asked in PROBLEMS.items()}
    for load, requests in ((load_illustration, ILLUSTRATIONS), (load_rounds, ROUNDS), (_load_years, YEARS)):
        async with _asking(load) as client:
            for operation, request in requests.items():
                answers[operation] = {**await _example(client, request), "illustration": True}
    return {**answers, "problems": problems}


def _load_years(writer: Engine, folder: Path) -> None:
    """OEWS of several years, and the crosswalks that say what became of their codes."""
    load_illustration(writer, folder)
    load_years(writer, folder)


@asynccontextmanager
async def _asking(load: Callable[[Engine, Path], None] | None = None) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the application over a database that is seeded and has what `load` adds."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/occupations.sqlite3"
        writer = create_writer(url)
        migrate(writer)
        seed(writer, seed_folder(None))
        if load is not None:
            load(writer, Path(folder))
        writer.dispose()
        settings = Settings(database_url=url, log_level=LogLevel.WARNING)
        configure_logs(settings)
        app = create_app(settings)
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://example") as client:
            yield client


async def _example(client: httpx.AsyncClient, request: str) -> dict[str, object]:
    answer = await client.get(request)
    answer.raise_for_status()
    text = _SECONDS.sub('"seconds":2.5', _TIME.sub(FIXED_TIME, answer.text))
    return {"request": request, "answer": json.loads(text)}


async def _problem(client: httpx.AsyncClient, request: str, accept: str) -> dict[str, object]:
    answer = await client.get(request, headers={"Accept": accept})
    return {"request": request, "accept": accept, "answer": answer.json() | {"request_id": FIXED_ID}}


if __name__ == "__main__":
    raise SystemExit(main())

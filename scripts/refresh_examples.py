#!/usr/bin/env python3
"""Ask the seeded application for the examples of the OpenAPI document, and write them to app/api/examples.json.

Run it after a change to an answer:  .venv/bin/python scripts/refresh_examples.py
With --check, nothing is written, and the exit status is 1 if the file is not what would be written. Times of loading
differ with every database, so that they are written as one fixed time.
"""

import argparse
import asyncio
import json
import re
import sys
import tempfile
from pathlib import Path

import httpx

sys.path.insert(0, str(Path(__file__).parents[1]))

from app.api.examples import EXAMPLES
from app.config import LogLevel, Settings
from app.logs import configure_logs
from app.main import create_app
from app.store.engine import create_writer
from app.store.migrate import migrate
from app.store.seed import seed, seed_folder

FIXED_TIME = "2026-11-24T06:00:00Z"
_TIME = re.compile(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")

REQUESTS: dict[str, str] = {
    "listOccupations": "/v1/occupations?q=medical+records&limit=1&retired=false",
    "getOccupation": "/v1/occupations/29-2071",
    "getOccupationHierarchy": "/v1/occupations/29-2071/hierarchy",
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
    "getRelease": "/v1/releases/oews-2025-05",
    "getLiveness": "/health/live",
    "getReadiness": "/health/ready",
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
    """The answer to each request, from a database that is made and seeded for the purpose."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/occupations.sqlite3"
        writer = create_writer(url)
        migrate(writer)
        seed(writer, seed_folder(None))
        writer.dispose()
        settings = Settings(database_url=url, log_level=LogLevel.WARNING)
        configure_logs(settings)
        app = create_app(settings)
        operations = {
            path["get"]["operationId"]
            for path in app.openapi()["paths"].values()
            if "application/json" in path["get"]["responses"]["200"]["content"]
        }
        if operations != set(REQUESTS):
            raise SystemExit(f"operations without a request, or the other way round: {operations ^ set(REQUESTS)}")
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://example") as client:
            answers = {operation: await _example(client, request) for operation, request in REQUESTS.items()}
            problems = {slug: await _problem(client, *asked) for slug, asked in PROBLEMS.items()}
            return {**answers, "problems": problems}


async def _example(client: httpx.AsyncClient, request: str) -> dict[str, object]:
    answer = await client.get(request)
    answer.raise_for_status()
    return {"request": request, "answer": json.loads(_TIME.sub(FIXED_TIME, answer.text))}


async def _problem(client: httpx.AsyncClient, request: str, accept: str) -> dict[str, object]:
    answer = await client.get(request, headers={"Accept": accept})
    return {"request": request, "accept": accept, "answer": answer.json() | {"request_id": FIXED_ID}}


if __name__ == "__main__":
    raise SystemExit(main())

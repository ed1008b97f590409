"""`/docs` and `/redoc`: the generated documentation, from assets that the app serves itself.

The assets (Swagger UI and ReDoc, Apache-2.0 and MIT) are files of the package `fastapi-offline`. The content security
policy keeps both pages from asking any other host for anything.
"""

import base64
import hashlib
import re
from pathlib import Path

import fastapi_offline
from fastapi import APIRouter, Depends, FastAPI, Request, Response
from fastapi.openapi.docs import get_redoc_html, get_swagger_ui_html

from app.api.caching import entity_tag
from app.api.forms import JSON
from app.api.list_requests import refuse_unknown_parameters
from app.api.openapi import TITLE
from app.api.responses import encode
from app.queries.errors import Nearest, NotKnownError

router = APIRouter(include_in_schema=False, dependencies=[Depends(refuse_unknown_parameters)])

ASSETS = "/docs-assets"
_FOLDER = Path(fastapi_offline.__file__).parent / "static"
_MEDIA_TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".png": "image/png"}
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
# ReDoc shows its maker's logo, from the maker's server: the policy refuses it, and browsers report that as an error.
_LOGO = b"https://cdn.redoc.ly/redoc/logo-mini.svg"
_NO_PICTURE = b"data:image/svg+xml,%3Csvg xmlns=%27http://www.w3.org/2000/svg%27/%3E"
# Kept in memory: four files, and a file server's answers to odd range requests are no problem documents.
_FILES = {
    path.name: path.read_bytes().replace(_LOGO, _NO_PICTURE)
    for path in _FOLDER.iterdir()
    if path.suffix in _MEDIA_TYPES
}
_CHECKED_EACH_TIME = "public, no-cache"


@router.get("/")
async def go_to_documentation() -> Response:
    """Send browsers to the documentation."""
    return Response(status_code=307, headers={"Location": "/docs"})


@router.get("/openapi.json")
async def get_openapi_document(request: Request) -> Response:
    """The OpenAPI document."""
    return _valid(encode(request.app.openapi()), JSON)


@router.get("/docs")
async def swagger_ui() -> Response:
    """The documentation to try out."""
    page = get_swagger_ui_html(
        openapi_url="/openapi.json",
        title=f"{TITLE}: try it",
        swagger_js_url=f"{ASSETS}/swagger-ui-bundle.js",
        swagger_css_url=f"{ASSETS}/swagger-ui.css",
        swagger_favicon_url=f"{ASSETS}/favicon.png",
        swagger_ui_parameters={"defaultModelsExpandDepth": 0, "displayRequestDuration": True, "filter": True},
    )
    return _locked(bytes(page.body))


@router.get("/redoc")
async def redoc() -> Response:
    """The documentation to read."""
    page = get_redoc_html(
        openapi_url="/openapi.json",
        title=f"{TITLE}: reference",
        redoc_js_url=f"{ASSETS}/redoc.standalone.js",
        redoc_favicon_url=f"{ASSETS}/favicon.png",
        with_google_fonts=False,
    )
    return _locked(bytes(page.body))


@router.get(f"{ASSETS}/{{name}}")
async def get_asset(name: str) -> Response:
    """A script, style sheet or icon of the documentation pages."""
    if name not in _FILES:
        raise NotKnownError("documentation asset", name, (Nearest("Documentation", "/docs"),))
    return _valid(_FILES[name], _MEDIA_TYPES[Path(name).suffix])


def install(app: FastAPI) -> None:
    """Serve the document, both pages and their assets."""
    app.include_router(router)


def _valid(body: bytes, media_type: str) -> Response:
    return Response(
        body, media_type=media_type, headers={"ETag": entity_tag(body), "Cache-Control": _CHECKED_EACH_TIME}
    )


def _locked(page: bytes) -> Response:
    """The page with a policy that allows its own scripts and nothing from elsewhere."""
    hashes = [
        base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in _SCRIPT.findall(page.decode())
    ]
    scripts = " ".join(f"'sha256-{digest}'" for digest in hashes)
    response = _valid(page, "text/html; charset=utf-8")
    response.headers["Content-Security-Policy"] = (
        f"default-src 'none'; script-src 'self' {scripts}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src blob:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return response

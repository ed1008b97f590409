"""A client that holds every answer to the OpenAPI document that the application serves.

Answers are encoded without `response_model`, so nothing but this compares them with their schemas. A response that
has an undocumented status, media type or field, or lacks a documented one, fails the test that asked for it.
"""

import json
import re
from collections.abc import Mapping
from contextlib import AbstractContextManager
from functools import cache
from types import TracebackType
from typing import Any
from urllib.parse import quote

import httpx
from anyio.from_thread import BlockingPortal, start_blocking_portal
from fastapi import FastAPI
from jsonschema_rs import Draft202012Validator, Registry

JSON = "application/json"
PROBLEM_JSON = "application/problem+json"
OPENAPI_PATH = "/openapi.json"
_DOCUMENT_URI = "urn:openapi"


class Contract:
    """The OpenAPI document of an application, and whether a response keeps to it."""

    def __init__(self, document: dict[str, Any]) -> None:
        """`document` is what `/openapi.json` serves."""
        self.document = document
        self._registry = Registry([(_DOCUMENT_URI, document)])
        self._paths = sorted(
            ((_path_pattern(template), template) for template in document["paths"]),
            key=lambda known: known[1].count("{"),
        )
        self.validator = cache(self._make_validator)

    def operation(self, method: str, path: str) -> dict[str, Any] | None:
        """What the document says of a request; `None` if it says nothing. HEAD is answered as GET."""
        template = next((known for pattern, known in self._paths if pattern.fullmatch(path)), None)
        if template is None:
            return None
        wanted = "get" if method == "HEAD" else method.lower()
        found: dict[str, Any] | None = self.document["paths"][template].get(wanted)
        return found

    def check(self, response: httpx.Response) -> None:
        """Fail unless the response is one that the document promises."""
        request = response.request
        where = f"{request.method} {request.url.raw_path.decode()} -> {response.status_code}"
        media_type = response.headers.get("content-type", "").partition(";")[0]
        if media_type == PROBLEM_JSON:
            self._check_body(("components", "schemas", "Problem"), response, where)
        operation = self.operation(request.method, request.url.path)
        if operation is None:
            assert media_type != JSON or request.url.path == OPENAPI_PATH, f"{where}: the document has no such path"
            return
        declared = operation["responses"].get(str(response.status_code))
        assert declared is not None, f"{where}: the document declares no such status"
        for name in declared.get("headers", ()):
            required = self.document["components"]["headers"][name]["required"]
            assert name in response.headers or not required, f"{where}: no {name}"
        if response.status_code == 304:
            return
        assert media_type in declared.get("content", {}), f"{where}: the document declares no {media_type}"
        if media_type == JSON:
            template = next(known for pattern, known in self._paths if pattern.fullmatch(request.url.path))
            pointer = ("paths", template, "get", "responses", str(response.status_code), "content", JSON, "schema")
            if response.status_code == 200 and "anyOf" in declared["content"][JSON]["schema"]:
                # All fields are there unless some were chosen.
                pointer = (*pointer, "anyOf", "1" if "fields" in request.url.params else "0")
            self._check_body(pointer, response, where)

    def _check_body(self, pointer: tuple[str, ...], response: httpx.Response, where: str) -> None:
        if response.request.method == "HEAD":
            assert response.content == b"", f"{where}: an answer to HEAD has a body"
            return
        error = next(self.validator(pointer).iter_errors(response.json()), None)
        assert error is None, f"{where}: {error.instance_path}: {error.message}"

    def _make_validator(self, pointer: tuple[str, ...]) -> Draft202012Validator:
        """For values of the schema that stands at a place of the document."""
        fragment = "/".join(step.replace("~", "~0").replace("/", "~1") for step in pointer)
        schema = {"$ref": f"{_DOCUMENT_URI}#/{quote(fragment)}"}
        return Draft202012Validator(schema, registry=self._registry)


@cache
def contract_of(document: str) -> Contract:
    """The contract that a document's text makes; applications that serve the same text share it."""
    return Contract(json.loads(document))


def _path_pattern(template: str) -> re.Pattern[str]:
    parts = re.split(r"\{[^}]+\}", template)
    return re.compile("[^/]+".join(re.escape(part) for part in parts))


class CheckedClient(AbstractContextManager["CheckedClient"]):
    """Asks an application in this process, without a network, and checks each answer against its contract.

    A fault of the application arrives as its 500 answer, as it would over a network.
    """

    def __init__(self, app: FastAPI) -> None:
        """`app` is taken as it is: its database is opened already, and whoever made it closes it."""
        self._http = httpx.AsyncClient(
            transport=httpx.ASGITransport(app, raise_app_exceptions=False), base_url="http://testserver"
        )
        self._stack: AbstractContextManager[BlockingPortal] = start_blocking_portal()
        self._portal: BlockingPortal | None = None
        self._contract: Contract | None = None

    @property
    def contract(self) -> Contract:
        """The OpenAPI document that the application serves."""
        if self._contract is None:
            self._contract = contract_of(self._send("GET", OPENAPI_PATH).text)
        return self._contract

    def __enter__(self) -> "CheckedClient":
        """Start the thread that the application runs in."""
        self._portal = self._stack.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop it."""
        assert self._portal is not None
        self._portal.call(self._http.aclose)
        self._stack.__exit__(kind, error, trace)

    def request(
        self,
        method: str,
        url: str,
        *,
        params: Mapping[str, Any] | list[tuple[str, Any]] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        """Send a request and return the answer, which keeps to the contract."""
        response = self._send(method, url, params, headers)
        self.contract.check(response)
        return response

    def _send(
        self,
        method: str,
        url: str,
        params: Mapping[str, Any] | list[tuple[str, Any]] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        assert self._portal is not None, "use the client as a context manager"

        async def send() -> httpx.Response:
            return await self._http.request(method, url, params=params, headers=headers)

        return self._portal.call(send)

    def get(
        self,
        url: str,
        *,
        params: Mapping[str, Any] | list[tuple[str, Any]] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        """GET."""
        return self.request("GET", url, params=params, headers=headers)

    def answer(self, url: str, **params: object) -> dict[str, Any]:
        """The parsed body of a GET that must succeed."""
        response = self.get(url, params=params or None)
        assert response.status_code == 200, f"{url} -> {response.status_code}: {response.text[:500]}"
        body: dict[str, Any] = response.json()
        return body

    def problem(self, url: str, status: int, slug: str) -> dict[str, Any]:
        """The problem document of a GET that must fail with this status and kind."""
        response = self.get(url)
        assert response.status_code == status, f"{url} -> {response.status_code}: {response.text[:500]}"
        body: dict[str, Any] = response.json()
        assert body["type"] == f"/problems/{slug}", body
        assert body["status"] == status
        return body

"""The documentation pages in a real browser that reaches nothing but the server."""

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
pytestmark = [pytest.mark.browser, pytest.mark.slow]


def _missing(what: str) -> None:
    if os.environ.get("OCCUPATIONS_REQUIRE_ALL") == "1":
        pytest.fail(f"{what} is missing, and nothing may be skipped")
    pytest.skip(f"{what} is missing")


@pytest.fixture(scope="module")
def address(database_url: str) -> Iterator[str]:
    """A real server over the seeded database."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "app", "serve", "--port", str(port), "--database-url", database_url]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        for line in server.stderr:
            if "Stop" in line:
                break
        yield f"http://127.0.0.1:{port}"
        server.terminate()
        server.communicate(timeout=30)


@pytest.fixture
def page(address: str) -> Iterator["Page"]:
    """A page that may log no error, and whose requests to any other host are refused and fail the test."""
    if not Path(CHROMIUM).exists():
        _missing("Chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _missing("Playwright")
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=arguments)
        opened = browser.new_page(base_url=address)
        foreign: list[str] = []
        errors: list[str] = []

        def only_the_server(route: Any) -> None:
            if route.request.url.startswith((address, "data:", "blob:")):
                route.continue_()
            else:
                foreign.append(route.request.url)
                route.abort()

        opened.route("**/*", only_the_server)
        # What the content security policy refuses is never asked for, and told in the console alone.
        opened.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        opened.on("pageerror", lambda error: errors.append(str(error)))
        yield opened
        browser.close()
    assert foreign == []
    assert errors == []


def test_docs_opens_on_the_guide_and_lists_the_operations(page: "Page") -> None:
    page.goto("/docs")
    page.wait_for_selector(".opblock", timeout=30_000)
    assert "Start here." in page.inner_text(".information-container")
    assert page.locator(".opblock").count() >= 25


def test_try_it_out_is_filled_in_and_answers(page: "Page") -> None:
    page.goto("/docs")
    operation = page.locator("#operations-wages-listOccupationWages")
    operation.locator(".opblock-summary").click(timeout=30_000)
    operation.locator("button.try-out__btn").click()
    assert operation.locator("tr[data-param-name=soc_code] input").input_value() == "29-2071"
    operation.locator("button.execute").click()
    operation.locator(".live-responses-table").wait_for(timeout=15_000)
    assert re.search(r"/v1/occupations/29-2071/wages", operation.locator(".request-url").inner_text())
    answer = operation.locator(".live-responses-table tbody").inner_text()
    assert answer.lstrip().startswith("200")
    assert "40350" in answer


def test_redoc_renders_the_reference(page: "Page") -> None:
    page.goto("/redoc")
    page.wait_for_selector("h2:has-text('What an occupation pays')", state="attached", timeout=30_000)
    page.wait_for_load_state("networkidle")
    page.wait_for_selector("img[alt='redocly logo']", state="attached", timeout=30_000)

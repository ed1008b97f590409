"""The command, as an operator uses it: the real program in a process of its own."""

import json
import os
import re
import select
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from app.cli import app as occupations
from app.config import Settings
from tests.small_seed import change_table, make_small_seed, set_cell

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "app"]


def run(*arguments: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | variables
    return subprocess.run(
        [*COMMAND, *arguments], cwd=cwd, env=environment, capture_output=True, text=True, timeout=120, check=False
    )


@contextmanager
def served(cwd: Path, variables: Mapping[str, str] | None = None) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """A server that has said its address, and its process."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | dict(variables or {})
    command = [*COMMAND, "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=cwd, env=environment, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        address = None
        for line in process.stderr:
            found = re.search(r"Occupations API \S+ at (http://\S+)", line)
            address = found[1] if found else address
            if "Stop" in line:
                break
        try:
            assert address is not None, "the server did not say its address"
            yield address, process
        finally:
            _end(process)


def _end(process: "subprocess.Popen[str]") -> None:
    """Ask a server to stop, and end it if it does not, so that no test waits for ever."""
    if process.poll() is None:
        process.terminate()
        try:
            process.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            process.kill()
            raise


def cpu_seconds(process: "subprocess.Popen[str]") -> float:
    """How long a process has computed: what it takes on a machine that does nothing else."""
    fields = Path(f"/proc/{process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def computed_by(*arguments: str, cwd: Path) -> float:
    """How long a command computes that ends by itself, in seconds."""
    before = os.times()
    assert run(*arguments, cwd=cwd).returncode == 0
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a blank and a percent sign in its name, with a seeded database in it."""
    made = tmp_path_factory.mktemp("a b%20c")
    assert run("migrate", cwd=made).returncode == 0
    assert run("seed", cwd=made).returncode == 0
    return made


def test_help_names_every_subcommand(tmp_path: Path) -> None:
    shown = run("--help", cwd=tmp_path)
    assert shown.returncode == 0
    for name in ("serve", "migrate", "seed", "load", "releases", "unload", "verify", "cell", "config", "openapi"):
        assert name in shown.stdout
        assert CliRunner().invoke(occupations, [name, "--help"]).exit_code == 0


def test_a_second_migration_and_a_second_seed_change_nothing(folder: Path) -> None:
    assert "->" not in run("migrate", cwd=folder).stdout
    assert "up to date" in run("seed", cwd=folder).stderr


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """A server that several tests ask."""
    with served(folder) as (told, _):
        yield told


def test_a_seeded_folder_is_served_at_once(folder: Path) -> None:
    before = (folder / "occupations.sqlite3").stat().st_mtime_ns
    with served(folder) as (address, process):
        if Path("/proc").is_dir():
            # Computing time, since the time on the clock depends on what else the machine does; and against the same
            # program, since measuring coverage slows all of it: the OpenAPI document takes twice as long.
            assert cpu_seconds(process) < computed_by("openapi", cwd=folder)
        assert (folder / "occupations.sqlite3").stat().st_mtime_ns == before
        answer = httpx.get(f"{address}/v1/occupations/29-2071/wages").json()
        assert answer["data"][0]["annual_median"] == 40350


@pytest.mark.slow
def test_a_stop_that_comes_before_the_server_listens_is_not_lost(folder: Path) -> None:
    for _ in range(3):
        with served(folder) as (_, process):
            process.send_signal(signal.SIGTERM)
            assert process.wait(timeout=60) == 0


def test_a_stop_lets_requests_under_way_finish_and_exits_with_0(folder: Path) -> None:
    with served(folder) as (address, process), ExitStack() as opened:
        host, port = address.removeprefix("http://").split(":")
        asked = [opened.enter_context(socket.create_connection((host, int(port)), timeout=60)) for _ in range(30)]
        for connection in asked:
            connection.sendall(b"GET /v1/wages?limit=1000 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        # The first one is answered, so that the others have arrived; together they take longer than a moment.
        select.select(asked, [], [], 60)
        process.send_signal(signal.SIGTERM)
        for connection in asked:
            received = b""
            while piece := connection.recv(65536):
                received += piece
            head, _, body = received.partition(b"\r\n\r\n")
            assert head.startswith(b"HTTP/1.1 200"), head[:100]
            length = re.search(rb"content-length: (\d+)", head, re.IGNORECASE)
            assert length is not None
            assert len(body) == int(length[1])
        assert process.wait(timeout=60) == 0


def test_a_port_that_is_taken_is_said_plainly(folder: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        refused = run("serve", "--port", str(taken.getsockname()[1]), cwd=folder)
    assert refused.returncode == 1
    assert "Cannot listen on 127.0.0.1 port" in refused.stderr
    assert "Another program may be using the port" in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize(
    ("host", "reason"),
    [
        ("no-such-host.invalid", "no host of the name no-such-host.invalid is known here"),
        ("192.0.2.1", "192.0.2.1 is no address of this machine"),
        ("bad host", "no host of the name bad host is known here"),
        ("x" * 70, "no host of the name xxx"),
    ],
)
def test_a_host_that_cannot_be_listened_on_is_said_to_be_the_reason(tmp_path: Path, host: str, reason: str) -> None:
    refused = run("serve", cwd=tmp_path, OCCUPATIONS_HOST=host)
    assert refused.returncode == 1
    assert reason in refused.stderr
    assert "127.0.0.1 is this machine alone" in refused.stderr
    assert "Another program" not in refused.stderr
    assert "Traceback" not in refused.stderr
    assert not (tmp_path / "occupations.sqlite3").exists()


@pytest.mark.parametrize(
    ("variable", "value", "message"),
    [
        ("OCCUPATIONS_PORT", "seventy", "OCCUPATIONS_PORT"),
        ("OCCUPATIONS_PORT", "70000", "65535"),
        ("OCCUPATIONS_DATABASE_URL", "mysql://host/name", "use sqlite or postgresql"),
        ("OCCUPATIONS_DATABASE_URL", "sqlite://", "in-memory"),
        ("OCCUPATIONS_DATABASE_URL", "nonsense", "not a database URL"),
        ("OCCUPATIONS_LOG_FORMAT", "xml", "console"),
        ("OCCUPATIONS_PROT", "8000", "did you mean OCCUPATIONS_PORT?"),
    ],
)
def test_a_wrong_setting_is_refused_with_what_would_work(
    tmp_path: Path, variable: str, value: str, message: str
) -> None:
    refused = run("config", cwd=tmp_path, **{variable: value})
    assert refused.returncode == 2
    assert message in refused.stderr


def test_config_hides_the_password(tmp_path: Path) -> None:
    shown = run("config", "--json", cwd=tmp_path, OCCUPATIONS_DATABASE_URL="postgresql://user:secret@host/name")
    assert "secret" not in shown.stdout
    assert '"OCCUPATIONS_PORT": "8000"' in shown.stdout


@pytest.mark.parametrize(
    "url",
    [
        "mysql://user:secret@host/name",
        "postgresql://user:secret@host:port/name",
        "postgresql://user:sec@ret:secret@host/name",
        "user:secret@host",
        "postgresql:/user:secret@host/name",
    ],
)
def test_a_refused_database_url_hides_the_password(url: str) -> None:
    for command in (("config",), ("serve", "--port", "0"), ("seed", "--database-url", url)):
        refused = CliRunner().invoke(occupations, command, env={"OCCUPATIONS_DATABASE_URL": url})
        assert refused.exit_code == 2
        assert isinstance(refused.exception, SystemExit)
        assert "secret" not in refused.stdout + refused.stderr
        assert ":***@host" in refused.stderr


def test_a_database_that_cannot_be_reached_is_named_without_the_password(tmp_path: Path) -> None:
    for place in ("127.0.0.1:1", "no-such-host.invalid"):
        refused = run("seed", cwd=tmp_path, OCCUPATIONS_DATABASE_URL=f"postgresql://user:secret@{place}/name")
        assert refused.returncode == 1
        assert "The database cannot be used" in refused.stderr
        assert "secret" not in refused.stdout + refused.stderr


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    refused = run("seed", "--database-url", f"sqlite:///{tmp_path}/nowhere/x.sqlite3", cwd=tmp_path)
    assert refused.returncode == 1
    assert "there is no folder" in refused.stderr


def test_a_file_that_is_no_database_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "occupations.sqlite3").write_bytes(b"this is not a database, but a text that is long enough" * 40)
    refused = run("seed", cwd=tmp_path)
    assert refused.returncode == 1
    assert "The database cannot be used" in refused.stderr


def test_a_database_of_a_later_version_is_left_alone(folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "occupations.sqlite3", tmp_path)
    with closing(sqlite3.connect(tmp_path / "occupations.sqlite3")) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    for command in ("migrate", "seed", "serve"):
        refused = run(command, cwd=tmp_path, OCCUPATIONS_PORT="0")
        assert refused.returncode == 1
        assert "schema revision 9999, which this version does not know" in refused.stderr
        assert "Traceback" not in refused.stderr


def test_a_seed_that_cannot_be_read_is_named_without_a_trace(tmp_path: Path) -> None:
    folder = make_small_seed(tmp_path / "seed_data")
    change_table(folder, "wages", lambda lines: set_cell(lines, 3, "annual_median", "many"))
    refused = run("seed", cwd=tmp_path, OCCUPATIONS_SEED_DIRECTORY=str(folder))
    assert refused.returncode == 1
    assert "wages.csv, row 3, column annual_median: found 'many', expected a whole number" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_seed_folder_that_is_not_there_is_named_without_a_trace(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").touch()
    expected = "expected is a folder with a datapackage.json and the files that it describes"
    for given, reason in (
        ("nowhere", "there is no such folder"),
        ("empty", "there is no datapackage.json in this folder"),
        ("file", "this is no folder"),
    ):
        refused = run("seed", cwd=tmp_path, OCCUPATIONS_SEED_DIRECTORY=given)
        assert refused.returncode == 2
        assert f"OCCUPATIONS_SEED_DIRECTORY: {reason}; {expected}" in refused.stderr
        assert f"(given: '{given}')" in refused.stderr
        assert "Error" not in refused.stderr
        assert "Traceback" not in refused.stderr


def test_config_that_goes_to_a_file_has_a_line_for_each_setting(tmp_path: Path) -> None:
    url = f"sqlite:////{'a' * 150}/x.sqlite3"
    shown = run("config", cwd=tmp_path, OCCUPATIONS_DATABASE_URL=url)
    lines = shown.stdout.splitlines()
    assert len(lines) == len(Settings.model_fields)
    assert lines[0].split()[:2] == ["OCCUPATIONS_DATABASE_URL", url]
    for line, field in zip(lines, Settings.model_fields.values(), strict=True):
        assert line.endswith(field.description or "")


REFUSED_BY_THE_SERVER = {
    "a raw NUL": b"GET /v1/\x00 HTTP/1.1\r\nHost: x\r\n\r\n",
    "raw bytes that are not ASCII": "GET /v1/é HTTP/1.1\r\nHost: x\r\n\r\n".encode(),
    "no Host": b"GET /health/live HTTP/1.1\r\n\r\n",
    "two Hosts": b"GET /health/live HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
    "no HTTP": b"hello\r\n\r\n",
    "a blank in the target": b"GET /v1/a b HTTP/1.1\r\nHost: x\r\n\r\n",
}


def test_what_is_no_http_is_refused_before_the_application_and_nothing_breaks(address: str) -> None:
    host, port = address.removeprefix("http://").split(":")
    for what, request in REFUSED_BY_THE_SERVER.items():
        with socket.create_connection((host, int(port)), timeout=30) as connection:
            connection.sendall(request)
            assert connection.recv(4096).startswith(b"HTTP/1.1 400"), what
    assert httpx.get(f"{address}/health/live").status_code == 200


def test_an_unknown_method_reaches_the_application(address: str) -> None:
    answer = httpx.request("BREW", f"{address}/v1/wages")
    assert answer.status_code == 405
    assert answer.headers["content-type"] == "application/problem+json"
    assert "GET" in answer.headers["allow"]


def test_a_request_is_a_line_of_the_log_with_the_id_of_its_answer(folder: Path) -> None:
    with served(folder, variables={"OCCUPATIONS_LOG_FORMAT": "json"}) as (address, process):
        answer = httpx.get(f"{address}/v1/occupations/99-9999")
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=60)
    lines = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    (line,) = [line for line in lines if line.get("path") == "/v1/occupations/99-9999"]
    assert line["request_id"] == answer.headers["x-request-id"] == answer.json()["request_id"]
    assert (line["method"], line["status"]) == ("GET", 404)


def test_the_openapi_document_needs_no_database(tmp_path: Path) -> None:
    written = tmp_path / "openapi.json"
    assert run("openapi", "--output", str(written), cwd=tmp_path).returncode == 0
    assert written.read_bytes() == (ROOT / "docs" / "openapi.json").read_bytes()
    printed = CliRunner().invoke(occupations, ["openapi"])
    assert printed.stdout == written.read_text(encoding="utf-8")


def test_the_version_is_printed(tmp_path: Path) -> None:
    from app import __version__

    assert run("--version", cwd=tmp_path).stdout.strip() == __version__


@pytest.mark.skipif(os.geteuid() != 0, reason="mounting a folder read-only needs root")
def test_a_folder_that_cannot_be_written_is_served_as_it_is(folder: Path, tmp_path: Path) -> None:
    mounted = tmp_path / "mounted"
    mounted.mkdir()
    bound = subprocess.run(["mount", "--bind", str(folder), str(mounted)], check=False, capture_output=True)
    if bound.returncode != 0:
        pytest.skip("this machine allows no mounts")
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", str(mounted)], check=True)
        with served(mounted) as (address, _):
            ready = httpx.get(f"{address}/health/ready").json()
            assert ready["opened"] == "immutable"
            assert httpx.get(f"{address}/v1/wages?limit=1").status_code == 200
        refused = run("seed", cwd=mounted)
        assert refused.returncode == 1
        assert "cannot be written" in refused.stderr
    finally:
        subprocess.run(["umount", str(mounted)], check=True)

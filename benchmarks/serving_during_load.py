"""How long answers take while nothing else goes on, and while a whole release is replaced beside the server.

`python -m benchmarks.loading` runs this on a database of ten releases. The real server serves it to two clients; the
real command loads another edition of the newest release. Each answer is looked at: it must be of the old edition or
of the new one, never of both, and never an error.
"""

import http.client
import json
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles

from benchmarks.command import ROOT, Run, environment_for, measure

CLIENTS = 2
# A client thinks between two questions; without, two of them would keep both processors busy by themselves.
_PAUSE = 0.02
_EDITION = re.compile(r"edition (\d+)")


def questions(release: str) -> tuple[str, ...]:
    """What the clients ask in turn: one occupation, lists, sorted ones, and what is loaded."""
    return (
        f"/v1/occupations/29-1021/wages?release={release}",
        f"/v1/occupations/29-1021/employment/by-area?release={release}&limit=100",
        f"/v1/wages?release={release}&area_code=48&level=detailed&sort=-annual_median&limit=50",
        f"/v1/employment?release={release}&sort=-employment&limit=50",
        f"/v1/wages?release={release}&soc_code=11-1011&limit=100",
        "/v1/occupations/29-1021",
        "/v1/occupations?limit=50",
        "/v1/releases",
    )


@dataclass(slots=True)
class Answers:
    """What the clients got: seconds of each answer, what was wrong with any, and which editions they were of."""

    seconds: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    editions: set[str] = field(default_factory=set)

    def percentile(self, percent: int) -> float:
        """Milliseconds that this many percent of the answers took at most."""
        return quantiles(self.seconds, n=100, method="inclusive")[percent - 1] * 1_000

    @property
    def slowest(self) -> float:
        """Milliseconds of the slowest."""
        return max(self.seconds) * 1_000


@dataclass(frozen=True, slots=True)
class Comparison:
    """The answers while nothing else goes on, those during a load, those after it, and what the load took."""

    idle: Answers
    during: Answers
    after: Answers
    load: Run


def compare(database: Path, revised: Path, release: str, idle_seconds: float = 30.0) -> Comparison:
    """Serve a database, ask, load `revised` (another edition of `release`) and ask on."""
    with _server(database) as port:
        _asked(port, release, threading.Event(), idle_seconds / 10)  # the first answers take the time of compiling
        idle = _asked(port, release, threading.Event(), idle_seconds)
        loaded = threading.Event()
        runs: list[Run] = []

        def load() -> None:
            try:
                runs.append(measure(database, "load", "--no-archive", str(revised)))
            finally:
                loaded.set()

        thread = threading.Thread(target=load)
        thread.start()
        during = _asked(port, release, loaded, 3_600)
        thread.join()
        after = _asked(port, release, threading.Event(), idle_seconds)
    if not runs:
        raise SystemExit("the load beside the server failed")
    return Comparison(idle, during, after, runs[0])


@contextmanager
def _server(database: Path) -> Iterator[int]:
    """The server on a port of its own, which it says; ended at the end."""
    process = subprocess.Popen(
        [sys.executable, "-m", "app", "serve"],
        cwd=ROOT,
        env=environment_for(database) | {"OCCUPATIONS_PORT": "0", "OCCUPATIONS_LOG_LEVEL": "error"},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stderr is not None
        said = ""
        for line in process.stderr:
            said += line
            if found := re.search(r"http://127\.0\.0\.1:(\d+)", line):
                break
        else:
            raise SystemExit(f"the server did not start:\n{said}")
        threading.Thread(target=process.stderr.read, daemon=True).start()
        _wait_until_ready(int(found[1]))
        yield int(found[1])
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


def _wait_until_ready(port: int) -> None:
    for _ in range(600):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
            connection.request("GET", "/health/ready")
            if connection.getresponse().status == 200:
                return
        except OSError:
            pass
        time.sleep(0.1)
    raise SystemExit("the server did not become ready")


def _asked(port: int, release: str, done: threading.Event, seconds: float) -> Answers:
    """Ask until `done` is set or the seconds are over."""
    answers = Answers()
    until = time.monotonic() + seconds
    clients = [
        threading.Thread(target=_ask, args=(port, questions(release), place, done, until, answers))
        for place in range(CLIENTS)
    ]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    return answers


def _ask(  # noqa: PLR0917
    port: int, paths: tuple[str, ...], place: int, done: threading.Event, until: float, answers: Answers
) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    number = place
    while not done.is_set() and time.monotonic() < until:
        path = paths[number % len(paths)]
        number += 1
        began = time.monotonic()
        try:
            connection.request("GET", path)
            response = connection.getresponse()
            body = response.read()
        except (OSError, http.client.HTTPException) as error:
            answers.wrong.append(f"{path}: {error!r}")
            connection.close()
            continue
        answers.seconds.append(time.monotonic() - began)
        _look_at(path, response.status, body, answers)
        time.sleep(_PAUSE)
    connection.close()


def _look_at(path: str, status: int, body: bytes, answers: Answers) -> None:
    if status != 200:
        answers.wrong.append(f"{path}: {status}")
        return
    if "release=" not in path:
        return
    # The figures and titles of a record are of one edition; so must be all records, and the revision that is cited.
    answer = json.loads(body)
    editions = set(_EDITION.findall(json.dumps(answer["data"])))
    revisions = {str(source["revision"]) for source in answer["sources"]}
    if len(editions) != 1 or editions != revisions:
        answers.wrong.append(f"{path}: editions {sorted(editions)}, revisions {sorted(revisions)}")
    answers.editions |= editions

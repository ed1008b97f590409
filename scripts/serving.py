"""A server of the application for as long as a check needs it: started, waited for, asked, stopped."""

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

START_SECONDS = 60
STOP_SECONDS = 15


class ServerError(Exception):
    """The server did not start, did not answer or did not stop as it should."""


def free_port() -> int:
    """A port of the loopback address that nobody listens on at this moment."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def status_of(url: str) -> int | None:
    """The status that a GET is answered with; None where nobody answers."""
    try:
        with urllib.request.urlopen(url, timeout=60) as response:
            status: int = response.status
            return status
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return None


def environment_of_a_stranger(home: Path) -> dict[str, str]:
    """This environment without what belongs to the project or to a virtual environment, and with another home."""
    foreign = ("OCCUPATIONS_", "PIP_USER", "PORT", "PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    return {**kept, "HOME": str(home)}


@contextmanager
def serving(
    command: Sequence[str],
    *,
    folder: Path,
    environment: Mapping[str, str],
    log: Path,
    user: int | None = None,
) -> Iterator[str]:
    """Run the command in `folder`, give the server's address once it is ready, and stop it by SIGTERM.

    It listens on a free port of the loopback address, as the settings in its environment tell it, and what it prints
    goes to `log`. A server that is not ready in time, that ends by itself, or that SIGTERM does not end raises
    `ServerError` with the end of its log.
    """
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    with log.open("wb") as output:
        server = subprocess.Popen(
            command,
            cwd=folder,
            env={**environment, "OCCUPATIONS_HOST": "127.0.0.1", "OCCUPATIONS_PORT": str(port)},
            stdout=output,
            stderr=subprocess.STDOUT,
            user=user,
            group=user,
            extra_groups=None if user is None else [],
        )
        try:
            _wait_until_ready(server, url, log)
            yield url
            _stop(server, log)
        finally:
            if server.poll() is None:
                server.kill()
                server.wait()


def _wait_until_ready(server: "subprocess.Popen[bytes]", url: str, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while status_of(url + "/health/ready") != 200:
        if server.poll() is not None:
            raise ServerError(f"the server ended with status {server.returncode}:\n{_end_of(log)}")
        if time.monotonic() > deadline:
            raise ServerError(f"the server was not ready after {START_SECONDS} s:\n{_end_of(log)}")
        time.sleep(0.1)


def _stop(server: "subprocess.Popen[bytes]", log: Path) -> None:
    server.terminate()
    try:
        status = server.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        raise ServerError(f"SIGTERM did not end the server in {STOP_SECONDS} s:\n{_end_of(log)}") from None
    if status not in (0, -signal.SIGTERM, 128 + signal.SIGTERM):
        raise ServerError(f"after SIGTERM the server ended with status {status}:\n{_end_of(log)}")


def _end_of(log: Path) -> str:
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-30:])

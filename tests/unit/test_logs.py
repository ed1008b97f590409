"""The log on a terminal: what a request chose is written, and does nothing there."""

import logging
from collections.abc import Iterator

import pytest
import structlog

from app.config import LogFormat, Settings
from app.logs import configure_logs


@pytest.fixture
def _logging_put_back() -> Iterator[None]:
    before = structlog.get_config()
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    structlog.configure(**before)
    root.handlers[:], root.level = handlers, level


@pytest.mark.usefixtures("_logging_put_back")
def test_nothing_that_does_not_print_reaches_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs(Settings(log_format=LogFormat.CONSOLE))
    hostile = "/v1/\x1b[2J\x1b]0;title\x07\r\n\x9b31m\u202e\x7fé"
    log = structlog.get_logger()
    log.info("request", path=hostile, status=404)
    logging.getLogger("elsewhere").warning("refused %s", hostile)
    try:
        raise ValueError(hostile)
    except ValueError:
        log.exception("fault", path=hostile)
        logging.getLogger("elsewhere").exception("fault of %s", hostile)
    written = capsys.readouterr().err
    assert [letter for letter in written if not letter.isprintable() and letter != "\n"] == []
    assert written.count("é") == 6
    request, refused, *traces = written.splitlines()
    assert r"path=/v1/\x1b[2J\x1b]0;title\x07\r\n\x9b31m\u202e\x7fé" in request
    assert r"refused /v1/\x1b[2J" in refused
    assert sum(line.startswith("Traceback") for line in traces) == 2

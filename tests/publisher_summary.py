"""At the end of a run: of each program, how many tests ran on the publisher's own files and how many were skipped.

A pytest plugin, which `tests/conftest.py` registers. What a test asked for goes with its reports, so that it also
reaches the process that prints them where the tests run in several.
"""

from collections import defaultdict
from collections.abc import Generator

import pytest

from tests import publisher_files

_PROPERTY = "publisher"
_RAN = ("passed", "failed", "error", "xfailed", "xpassed")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """Each test begins with nothing asked for."""
    publisher_files.asked.clear()
    return (yield)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_makereport(item: pytest.Item) -> None:
    """Say with a test's report which programs' files it has asked for."""
    known = {value for name, value in item.user_properties if name == _PROPERTY}
    item.user_properties += [(_PROPERTY, program) for program in sorted(publisher_files.asked - known)]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print a line for each program that any test asked for."""
    ran, skipped = _tests(terminalreporter, _RAN), _tests(terminalreporter, ("skipped",))
    if not ran and not skipped:
        return
    terminalreporter.section("publishers' files")
    terminalreporter.write_line(f"draw {publisher_files.DRAW} (OCCUPATIONS_TEST_DRAW)")
    for program in sorted(ran.keys() | skipped.keys()):
        counts = f"{len(ran[program]):4} run, {len(skipped[program]):4} skipped"
        terminalreporter.write_line(f"{program:<16}{counts}")


def _tests(terminalreporter: pytest.TerminalReporter, outcomes: tuple[str, ...]) -> defaultdict[str, set[str]]:
    """The tests that ended so, by the programs whose files they asked for."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for outcome in outcomes:
        for report in terminalreporter.stats.get(outcome, []):
            for name, value in getattr(report, "user_properties", ()):
                if name == _PROPERTY:
                    found[str(value)].add(report.nodeid)
    return found

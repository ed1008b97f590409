"""Settings: from the environment, wrong ones refused with what would work."""

import pytest

from app.config import InvalidSettingsError, LogFormat, Settings, load_settings, masked


def loaded(monkeypatch: pytest.MonkeyPatch, **variables: str) -> Settings:
    """The settings that these variables make."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return load_settings(variables)


def test_defaults_serve_this_machine_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = loaded(monkeypatch)
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert settings.database_url == "sqlite:///occupations.sqlite3"
    assert settings.log_format is LogFormat.CONSOLE


def test_variables_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = loaded(
        monkeypatch,
        OCCUPATIONS_PORT="8123",
        OCCUPATIONS_DATABASE_URL="postgres://u:p%40ss@db/occ",
        OCCUPATIONS_LOG_FORMAT="json",
        OCCUPATIONS_CACHE_SECONDS="0",
        OTHER_PORT="x",
    )
    assert (settings.port, settings.log_format, settings.cache_seconds) == (8123, LogFormat.JSON, 0)
    assert settings.database_url == "postgresql+psycopg://u:p%40ss@db/occ"


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("PORT", "abc", "a whole number from 0 to 65535 (given: 'abc')"),
        ("PORT", "65536", "a whole number from 0 to 65535 (given: '65536')"),
        ("PORT", "-1", "0"),
        ("PORT", "", "a whole number from 0 to 65535 (given: '')"),
        ("HOST", "", "an address or a host name"),
        ("HOST", "  ", "an address or a host name"),
        ("DATABASE_URL", "postgresql://u:p@ss:w@h/db", "in a password, write @ as %40"),
        ("DATABASE_URL", "nonsense", "sqlite:///"),
        ("DATABASE_URL", "mysql://x/y", "mysql is not supported"),
        ("DATABASE_URL", "sqlite://", "in-memory"),
        ("DATABASE_URL", "sqlite:///:memory:", "in-memory"),
        ("LOG_FORMAT", "xml", "json"),
        ("LOG_LEVEL", "loud", "one of debug, info, warning, error (given: 'loud')"),
        ("CACHE_SECONDS", "-1", "0"),
        ("CONNECTIONS", "0", "1"),
        ("SHUTDOWN_SECONDS", "0", "1"),
    ],
)
def test_wrong_values_are_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str, words: str) -> None:
    with pytest.raises(InvalidSettingsError) as caught:
        loaded(monkeypatch, **{f"OCCUPATIONS_{name}": value})
    assert f"OCCUPATIONS_{name}" in str(caught.value)
    assert words in str(caught.value)


def test_unknown_settings_name_the_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InvalidSettingsError) as caught:
        loaded(monkeypatch, OCCUPATIONS_PROT="1", OCCUPATIONS_HOSTS="x")
    lines = str(caught.value).splitlines()
    assert lines == [
        "OCCUPATIONS_HOSTS: no such setting; did you mean OCCUPATIONS_HOST?",
        "OCCUPATIONS_PROT: no such setting; did you mean OCCUPATIONS_PORT?",
    ]


def test_all_wrong_values_are_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InvalidSettingsError) as caught:
        loaded(monkeypatch, OCCUPATIONS_PORT="x", OCCUPATIONS_LOG_LEVEL="y")
    assert [line.partition(":")[0] for line in str(caught.value).splitlines()] == [
        "OCCUPATIONS_PORT",
        "OCCUPATIONS_LOG_LEVEL",
    ]


def test_variables_of_the_tests_are_no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded(monkeypatch, OCCUPATIONS_TEST_FILES="/somewhere", OCCUPATIONS_REQUIRE_ALL="1")


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://user:secret@host/name", "postgresql://user:***@host/name"),
        ("mysql://u:secret@h/db", "mysql://u:***@h/db"),
        ("postgresql+psycopg://u:se@cr:e/t@h:5432/db", "postgresql+psycopg://u:***@h:5432/db"),
        ("postgresql://u@h/db?password=secret&sslmode=require", "postgresql://u@h/db?password=***&sslmode=require"),
        ("postgresql://h/db?sslpassword=secret", "postgresql://h/db?sslpassword=***"),
        ("u:secret@h", "u:***@h"),
        ("mysql:u:secret@h", "mysql:***@h"),
        ("postgresql://u@h/db", "postgresql://u@h/db"),
        ("sqlite:////var/lib/occupations.sqlite3", "sqlite:////var/lib/occupations.sqlite3"),
        ("", ""),
    ],
)
def test_a_password_is_masked_wherever_it_stands(url: str, shown: str) -> None:
    assert masked(url) == shown


def test_settings_do_not_show_the_password_in_a_trace() -> None:
    assert "secret" not in repr(Settings(database_url="postgresql://user:secret@host/name"))

"""`make` installs exactly when something changed, repairs what was left half done, and says what is missing."""

import ast
import json
import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "scripts"


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout in a path with blanks whose requirements ask for nothing, so that no network is needed."""
    folder = tmp_path_factory.mktemp("with blanks") / "the checkout"
    (folder / "scripts").mkdir(parents=True)
    (folder / "requirements").mkdir()
    for name in ("bootstrap.py", "find_python.sh"):
        shutil.copy2(SCRIPTS / name, folder / "scripts" / name)
    for name in ("main", "test", "check"):
        (folder / "requirements" / f"{name}.txt").write_text(f"# {name}\n", encoding="utf-8")
    return folder


def bootstrap(checkout: Path, name: str) -> subprocess.CompletedProcess[str]:
    """Run the script as make does."""
    command = [sys.executable, "-I", "-S", checkout / "scripts" / "bootstrap.py", name]
    environment = {**os.environ, "PIP_NO_INDEX": "1"}
    return subprocess.run(command, cwd=checkout, env=environment, capture_output=True, text=True, check=False)


def installs(checkout: Path, name: str) -> bool:
    """Whether the script found something to install; it has to succeed either way."""
    done = bootstrap(checkout, name)
    assert done.returncode == 0, done.stderr
    return done.stdout != ""


def test_it_installs_once_and_again_only_after_a_change_of_content(checkout: Path) -> None:
    assert installs(checkout, "main")
    assert (checkout / ".venv" / "bin" / "python").exists()
    assert not installs(checkout, "main")

    assert installs(checkout, "test")
    assert not installs(checkout, "main"), "what has the tests' requirements serves too"
    assert not installs(checkout, "test")

    main = checkout / "requirements" / "main.txt"
    os.utime(main, (1, 1))
    assert not installs(checkout, "main")
    main.write_text("# main, changed\n", encoding="utf-8")
    assert installs(checkout, "main")
    assert not installs(checkout, "main")


def test_a_half_made_environment_is_made_anew(checkout: Path) -> None:
    installs(checkout, "main")
    leftover = checkout / ".venv" / "leftover"
    leftover.touch()
    stamp = checkout / ".venv" / "installed.json"
    stamp.write_text(json.dumps({**json.loads(stamp.read_text("utf-8")), "installing": True}), encoding="utf-8")
    assert installs(checkout, "main")
    assert not leftover.exists()


@pytest.mark.parametrize("damage", ["no stamp", "python gone", "other python", "a stamp cut off"])
def test_damage_is_repaired(checkout: Path, damage: str) -> None:
    installs(checkout, "main")
    environment = checkout / ".venv"
    stamp = environment / "installed.json"
    if damage == "no stamp":
        stamp.unlink()
    elif damage == "python gone":
        (environment / "bin" / "python").unlink()
        (environment / "bin" / "python").symlink_to("/nowhere/python3")
    elif damage == "other python":
        stamp.write_text(json.dumps({**json.loads(stamp.read_text("utf-8")), "python": "another"}), encoding="utf-8")
    else:
        stamp.write_text(stamp.read_text("utf-8")[:20], encoding="utf-8")
    assert installs(checkout, "main")
    assert not installs(checkout, "main")
    subprocess.run([environment / "bin" / "python", "-c", ""], check=True)


def test_a_failed_update_leaves_the_sound_environment(checkout: Path) -> None:
    installs(checkout, "main")
    kept = checkout / ".venv" / "kept"
    kept.touch()
    main = checkout / "requirements" / "main.txt"
    before = main.read_text(encoding="utf-8")
    main.write_text("nowhere==1.0 --hash=sha256:" + 64 * "0" + "\n", encoding="utf-8")
    failed = bootstrap(checkout, "main")
    assert failed.returncode == 1
    assert "index has no build of a required package" in failed.stderr
    assert "Traceback" not in failed.stderr
    main.write_text(before, encoding="utf-8")
    assert not installs(checkout, "main")
    assert kept.exists()


def test_the_command_runs_the_code_of_the_checkout(checkout: Path, tmp_path: Path) -> None:
    installs(checkout, "main")
    (checkout / "app").mkdir(exist_ok=True)
    (checkout / "app" / "cli.py").write_text("import sys\ndef main(): print(sys.argv[1:])\n", encoding="utf-8")
    command = [checkout / ".venv" / "bin" / "occupations", "config", "--json"]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert ran.stdout == "['config', '--json']\n"


def test_an_older_python_can_read_it_and_is_told_so() -> None:
    source = (SCRIPTS / "bootstrap.py").read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 6))
    statements = [node for node in tree.body if not isinstance(node, ast.Expr)]
    assert isinstance(statements[0], ast.Import)
    assert isinstance(statements[1], ast.If), "the version is looked at before anything else is imported"


def stand_in(folder: Path, name: str, version: str) -> None:
    """A command that answers as a Python of that version would; an empty version is one that cannot run."""
    script = folder / name
    major, minor, _ = (version or "0.0.0").split(".")
    fit = 0 if (int(major), int(minor)) >= (3, 11) else 1
    answer = f'case "$*" in *print*) echo {version};; *) exit {fit};; esac' if version else "exit 127"
    script.write_text(f"#!/bin/sh\n{answer}\n", encoding="utf-8")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)


def find_python(checkout: Path, path: Path, python: str = "") -> subprocess.CompletedProcess[str]:
    """Run the script with nothing on PATH but the folder."""
    command = ["/bin/sh", "scripts/find_python.sh"]
    environment = {"PATH": str(path), "PYTHON": python}
    return subprocess.run(command, cwd=checkout, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def bare(checkout: Path, tmp_path: Path) -> Path:
    """The checkout without an environment."""
    folder = tmp_path / "bare"
    shutil.copytree(checkout / "scripts", folder / "scripts")
    return folder


def test_a_shim_that_fails_and_an_old_one_are_passed_over(bare: Path, tmp_path: Path) -> None:
    path = tmp_path / "path"
    path.mkdir()
    stand_in(path, "python3", "3.9.18")
    stand_in(path, "python3.13", "")
    stand_in(path, "python3.12", "3.12.1")
    assert find_python(bare, path).stdout.strip() == str(path / "python3.12")


def test_too_old_is_told_with_what_was_found(bare: Path, tmp_path: Path) -> None:
    path = tmp_path / "path"
    path.mkdir()
    stand_in(path, "python3", "3.9.18")
    done = find_python(bare, path)
    assert done.returncode == 1
    assert "Python 3.11 or later is needed" in done.stderr
    assert re.search(r"python3 is Python 3\.9\.18", done.stderr)


def test_the_python_that_is_named_is_taken_or_refused(bare: Path, tmp_path: Path) -> None:
    path = tmp_path / "path"
    path.mkdir()
    stand_in(path, "python3", "3.13.0")
    stand_in(path, "mine", "3.11.2")
    stand_in(path, "old", "3.10.1")
    assert find_python(bare, path, "mine").stdout.strip() == str(path / "mine")
    assert "'old' (from the variable PYTHON) is Python 3.10.1" in find_python(bare, path, "old").stderr
    assert "'none' (from the variable PYTHON) is no Python" in find_python(bare, path, "none").stderr


def pins(name: str) -> set[str]:
    """The packages and versions of a requirements file, without their conditions."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    return set(re.findall(r"^[a-z0-9.-]+==\S+", text, flags=re.MULTILINE))


@pytest.mark.parametrize(("inner", "outer"), [("main", "test"), ("test", "check"), ("build", "test")])
def test_each_set_of_requirements_is_inside_the_next(inner: str, outer: str) -> None:
    assert pins(inner)
    assert pins(inner) <= pins(outer)

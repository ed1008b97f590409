"""Bring `.venv` to what `requirements/` says, and do nothing where it is there already.

``python scripts/bootstrap.py main|test|check``

Each set of requirements contains the one before it, so an environment that has `check` serves too. What is
installed is written down in a stamp, with the hash of each file; mtimes do not count. While an installation is
under way the stamp says so, and whoever finds it in that state starts over. Where nothing has changed, no other
program is started and the network is not asked.

The file is read by whatever Python there is: it must parse on Python 3.6, to be able to say that it is too old.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit("Python 3.11 or later is needed: this is Python %d.%d.%d." % tuple(sys.version_info[:3]))

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
ENVIRONMENT_PYTHON = ENVIRONMENT / "bin" / "python"
STAMP = ENVIRONMENT / "installed.json"
SETS = ("main", "test", "check")
IDENTITY = """
import os, sys
print(sys.implementation.cache_tag + sys.abiflags, os.uname().machine, os.path.realpath(sys.base_prefix))
"""


class InstallationError(Exception):
    """What is missing, in words for the person who typed `make`."""


def requirements_file(name: str) -> Path:
    """The pinned and hashed file of a set."""
    return ROOT / "requirements" / (name + ".txt")


def wanted_hashes(name: str) -> dict[str, str]:
    """The hash of each file that the set `name` covers: its own, and those of the sets inside it."""
    covered = SETS[: SETS.index(name) + 1]
    return {each: hashlib.sha256(requirements_file(each).read_bytes()).hexdigest() for each in covered}


def python_identity() -> str:
    """What an environment is bound to: the interpreter's binary interface and where it is installed."""
    tag = (sys.implementation.cache_tag or "") + sys.abiflags
    return " ".join((tag, os.uname().machine, os.path.realpath(sys.base_prefix)))


def read_stamp() -> dict[str, object]:
    """What the last installation wrote; empty where there was none or it cannot be read."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(stamp: dict[str, object]) -> None:
    """Replace the stamp in one step, so that it is never half written."""
    fresh = STAMP.with_suffix(".new")
    fresh.write_text(json.dumps(stamp, indent=2) + "\n", encoding="utf-8")
    fresh.replace(STAMP)


def is_installed(name: str) -> bool:
    """Whether the environment has the set `name`, for this Python."""
    stamp = read_stamp()
    installed = stamp.get("requirements")
    return (
        isinstance(installed, dict)
        and not stamp.get("installing")
        and stamp.get("python") == python_identity()
        and wanted_hashes(name).items() <= installed.items()
        and ENVIRONMENT_PYTHON.exists()
    )


def is_usable() -> bool:
    """Whether packages can be installed on top of what lies in `.venv`."""
    stamp = read_stamp()
    if stamp.get("installing"):
        return False
    if stamp and stamp.get("python") != python_identity():
        return False
    if not ENVIRONMENT_PYTHON.exists():
        return False
    found = subprocess.run(
        [str(ENVIRONMENT_PYTHON), "-I", "-c", IDENTITY + "import pip"], capture_output=True, text=True, check=False
    )
    return found.returncode == 0 and found.stdout.strip() == python_identity()


def make_environment() -> None:
    """A new, empty `.venv`, marked as unfinished from its first moment."""
    # Run by the environment's own Python, the one to build on is the one below it.
    builder = getattr(sys, "_base_executable", None) or sys.executable
    probe = subprocess.run([builder, "-I", "-c", "import ensurepip, venv"], capture_output=True, check=False)
    if probe.returncode != 0:
        version = "%d.%d" % sys.version_info[:2]
        raise InstallationError(
            f"{builder} has no venv and ensurepip modules, so it cannot make a virtual environment.\n"
            f"On Debian and Ubuntu they are in a package of their own: apt-get install python{version}-venv"
        )
    if ENVIRONMENT.is_symlink() or ENVIRONMENT.is_file():
        ENVIRONMENT.unlink()
    else:
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    ENVIRONMENT.mkdir(exist_ok=True)
    write_stamp({"installing": True})
    made = subprocess.run([builder, "-I", "-m", "venv", str(ENVIRONMENT)], capture_output=True, text=True, check=False)
    if made.returncode != 0:
        raise InstallationError(f"{builder} could not make a virtual environment:\n{made.stdout}{made.stderr}".rstrip())


def explain(output: str) -> str:
    """The likely cause of a failed installation, from what pip said."""
    if "DO NOT MATCH THE HASHES" in output:
        return "A package that arrived is not the one that requirements/ was made for (its hash differs)."
    if "No space left" in output:
        return "The disk is full."
    no_answer = ("Temporary failure in name", "Failed to establish a new connection", "ConnectTimeoutError", "Retrying")
    if any(sign in output for sign in no_answer):
        return "The package index did not answer: the first installation needs the network (or pip set to a mirror)."
    if "from versions:" in output or "Could not find a version" in output:
        return "The package index has no build of a required package for this Python and machine."
    return "pip could not install what requirements/ lists; its own words are above."


def install(name: str) -> None:
    """Run pip on the set's file; it changes nothing before it has fetched and checked everything."""
    settings = {"PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore"}
    command = [str(ENVIRONMENT_PYTHON), "-I", "-m", "pip", "install", "--quiet", "--no-input"]
    command += ["--require-hashes", "-r", str(requirements_file(name).relative_to(ROOT))]
    pip = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **settings}, stderr=subprocess.PIPE, text=True)
    said: list[str] = []
    for line in pip.stderr or ():
        if "Retrying" in line and not any("Retrying" in earlier for earlier in said):
            print("The package index does not answer; trying again ...", file=sys.stderr)
        said.append(line)
    if pip.wait() != 0:
        sys.stderr.writelines(line for line in said if not line.startswith("WARNING"))
        raise InstallationError(explain("".join(said)))


def bring_up_to_date(name: str) -> None:
    """Install the set `name`: on top of a sound environment, else into a new one."""
    before = read_stamp()
    usable = is_usable()
    if usable:
        print(f"Bringing .venv up to date with requirements/{name}.txt ...", flush=True)
        write_stamp({**before, "installing": True})
    else:
        print(f"Installing requirements/{name}.txt into .venv (once; about half a minute) ...", flush=True)
        make_environment()
    try:
        install(name)
    except InstallationError:
        # pip failed before it changed anything, so a sound environment stays what it was.
        if usable and before:
            write_stamp(before)
        elif usable:
            STAMP.unlink()
        raise
    write_command()
    write_stamp({"python": python_identity(), "requirements": wanted_hashes(name)})


# Through the shell, since the path of an interpreter behind #! may have no blank in it.
COMMAND = """#!/bin/sh
'''exec' "$(dirname "$0")/python" "$0" "$@"
' '''
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from app.cli import main

sys.exit(main())
"""


def write_command() -> None:
    """The `occupations` command in `.venv/bin`, which runs the code of this folder."""
    command = ENVIRONMENT / "bin" / "occupations"
    command.write_text(COMMAND, encoding="utf-8")
    command.chmod(0o755)


def main() -> int:
    """Make `.venv` ready for the set that is named, or say what is missing."""
    if len(sys.argv) != 2 or sys.argv[1] not in SETS:
        sys.exit("usage: bootstrap.py " + "|".join(SETS))
    name = sys.argv[1]
    if is_installed(name):
        return 0
    place = ENVIRONMENT if ENVIRONMENT.exists() else ROOT
    if not os.access(place, os.W_OK):
        print(f"{place} cannot be written, and packages have to be installed into it.", file=sys.stderr)
        print("Clone the project into a folder that is yours, or make this one writable.", file=sys.stderr)
        return 1
    folder = os.open(ROOT, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)  # a second `make` waits here, and finds the work done
    try:
        if not is_installed(name):
            bring_up_to_date(name)
    except InstallationError as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nInterrupted; the next run starts over.", file=sys.stderr)
        return 130
    except OSError as problem:
        print(f"\n.venv could not be made: {problem}", file=sys.stderr)
        return 1
    finally:
        os.close(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())

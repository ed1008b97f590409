"""Run the Dockerfile's own steps one after the other, without a container engine, and try what they made.

Each stage gets an empty folder in the place of its root, and the absolute paths of the Dockerfile (/opt/occupations
and so on) are moved below it; the base image is stood in for by a fresh virtual environment that is first on PATH.
COPY takes its files from the build context as .dockerignore leaves it. Then the entry point runs as the image's
user, who can write nothing but the volume, and has to become healthy, answer, end on SIGTERM, and start again on the
data that it left.

Not tried this way: the base images themselves, and a root that is read-only for root too. Who is not root runs
everything as themselves. An instruction that is not known here is an error, so that nothing is passed over.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from pathspec import GitIgnoreSpec

from serving import ServerError, environment_of_a_stranger, serving, status_of

ROOT = Path(__file__).resolve().parent.parent
ASKED = ("/v1/occupations/29-2071/wages", "/docs", "/openapi.json")
# What the Dockerfile may name by an absolute path; the first character before it must not belong to a longer word.
ABSOLUTE = re.compile(r"(?<![\w./:*-])/(?=(?:opt|src|srv|var|wheels)\b)")
OLD_ENOUGH = "import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))"


class StepError(Exception):
    """A step that failed, or that cannot be run here."""


@dataclass
class Stage:
    """A stage of the build: its name, the folder that is its root, and what its instructions have set so far."""

    name: str
    root: Path
    environment: dict[str, str] = field(default_factory=dict)
    folder: str = "/"
    user: int | None = None
    entry_point: list[str] = field(default_factory=list)
    command: list[str] = field(default_factory=list)
    health_check: list[str] = field(default_factory=list)
    volumes: list[str] = field(default_factory=list)

    def moved(self, text: str) -> str:
        """The text with the paths of the image replaced by the paths they have here."""
        return ABSOLUTE.sub(str(self.root) + "/", text)

    def path(self, name: str) -> Path:
        """Where a path of the image, absolute or below the working folder, is here."""
        return self.root / os.path.normpath(PurePosixPath(self.folder) / name).lstrip("/")


def instructions(text: str) -> list[tuple[str, str]]:
    """Each instruction and its words: comments left out, continued lines joined."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    joined = re.sub(r"\\\n\s*", " ", "\n".join(lines))
    words = [line.strip().partition(" ") for line in joined.splitlines() if line.strip()]
    return [(name.upper(), rest.strip()) for name, _, rest in words]


class Build:
    """The Dockerfile's steps, carried out below one folder."""

    def __init__(self, workshop: Path, python: str) -> None:
        """Lay out the folder: the context, the stand-in for the base image, and the root of the stage under way."""
        self.workshop = workshop
        self.image = workshop / "image"
        self.base = workshop / "base"
        self.home = workshop / "home"
        self.home.mkdir()
        self.stages: dict[str, Path] = {}
        self.stage = Stage("", self.image)
        self.is_root = os.geteuid() == 0
        subprocess.run([python, "-m", "venv", str(self.base)], check=True)

    def run(self, dockerfile: str) -> Stage:
        """Carry out every instruction; the last stage is what the image would be."""
        for name, rest in instructions(dockerfile):
            step = getattr(self, "do_" + name.lower(), None)
            if step is None:
                raise StepError(f"{name} {rest}: this instruction is not known here")
            print(f"  {name} {rest if len(rest) < 100 else rest[:97] + '...'}", flush=True)
            step(rest)
        return self.stage

    def do_from(self, rest: str) -> None:
        """Begin a stage. The earlier one moves aside: every stage has the same root, as in an image."""
        if self.stage.name:
            self.stages[self.stage.name] = self.image.rename(self.workshop / f"stage-{self.stage.name}")
        words = rest.split()
        name = words[2] if len(words) == 3 else "last"
        self.image.mkdir()
        self.stage = Stage(name, self.image)

    def do_env(self, rest: str) -> None:
        """Set variables for the steps that follow and for the entry point."""
        for word in shlex.split(rest):
            name, _, value = word.partition("=")
            self.stage.environment[name] = self.stage.moved(value)

    def do_workdir(self, rest: str) -> None:
        """Change the working folder, and make it."""
        self.stage.folder = os.path.normpath(PurePosixPath(self.stage.folder) / rest)
        self.stage.path(".").mkdir(parents=True, exist_ok=True)

    def do_copy(self, rest: str) -> None:
        """Copy from the context or from an earlier stage; a folder's contents go into the target, as Docker does."""
        words = shlex.split(rest)
        options = [word for word in words if word.startswith("--")]
        *sources, target = [word for word in words if not word.startswith("--")]
        origin = self.workshop / "context"
        for option in options:
            name, _, value = option.partition("=")
            if name != "--from":
                raise StepError(f"COPY {option}: this option is not known here")
            origin = self.stages[value]
        for source in sources:
            found = origin / source.lstrip("/")
            if not found.exists():
                raise StepError(f"COPY {source}: it is not there, or .dockerignore leaves it out")
            if found.is_dir():
                shutil.copytree(found, self.stage.path(target), symlinks=True, dirs_exist_ok=True)
            else:
                into_folder = target.endswith("/") or target == "." or len(sources) > 1
                place = self.stage.path(target) / found.name if into_folder else self.stage.path(target)
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(found, place)

    def do_run(self, rest: str) -> None:
        """Run a line in the shell, with the stand-in's Python first on PATH."""
        script = self.stage.moved(rest)
        if not self.is_root:
            script = "chown() { :; }\n" + script
        done = subprocess.run(
            ["/bin/sh", "-ec", script],
            cwd=self.stage.path("."),
            env=self.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise StepError(f"RUN ended with status {done.returncode}:\n{done.stdout}")

    def do_user(self, rest: str) -> None:
        """Who runs the entry point: a number, so that the image needs no list of users."""
        user, _, group = rest.partition(":")
        if not user.isdigit() or group not in ("", user) or user == "0":
            raise StepError(f"USER {rest}: the number of a user who is not root is expected")
        self.stage.user = int(user)

    def do_volume(self, rest: str) -> None:
        """A folder that stays when the container goes."""
        self.stage.volumes.append(rest)

    def do_healthcheck(self, rest: str) -> None:
        """The command that tells whether the server is well."""
        self.stage.health_check = json.loads(self.stage.moved(rest.partition("CMD ")[2]))

    def do_entrypoint(self, rest: str) -> None:
        """The program of the image."""
        self.stage.entry_point = json.loads(self.stage.moved(rest))

    def do_cmd(self, rest: str) -> None:
        """What it is told where nothing else is said."""
        self.stage.command = json.loads(self.stage.moved(rest))

    def do_expose(self, rest: str) -> None:
        """Says which port is meant; it opens none."""

    def do_stopsignal(self, rest: str) -> None:
        """The signal that ends the server; the one that it is given here."""
        if rest != "SIGTERM":
            raise StepError(f"STOPSIGNAL {rest}: SIGTERM is what the server is written for")

    def environment(self) -> dict[str, str]:
        """The variables of a step: a stranger's, the stand-in's PATH, and what ENV said."""
        inherited = environment_of_a_stranger(self.home)
        return {**inherited, "PATH": f"{self.base}/bin:{inherited['PATH']}", **self.stage.environment}


def lay_out_context(target: Path) -> None:
    """The build context: the checkout as .dockerignore leaves it.

    Its patterns are read as .gitignore's, which they resemble but for one thing: they begin at the top.
    """
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    rules = GitIgnoreSpec.from_lines(re.sub(r"^(!?)(?!/|#|$|\*\*/)", r"\1/", line) for line in lines)

    def left_out(folder: str, names: list[str]) -> list[str]:
        places = {name: (Path(folder) / name).relative_to(ROOT).as_posix() for name in names}
        return [name for name, place in places.items() if rules.match_file(place)]

    shutil.copytree(ROOT, target, ignore=left_out)


def pythons() -> list[str]:
    """The Pythons to stand in for the base image's, the likeliest first."""
    below = getattr(sys, "_base_executable", sys.executable)
    versions = ("python3", "python3.13", "python3.12", "python3.11")
    found = [f"{folder}/{name}" for folder in os.get_exec_path() for name in versions]
    return [below, *(each for each in found if os.access(each, os.X_OK) and "/.venv/" not in each)]


def python_for(user: int | None) -> str | None:
    """The first Python that can be run by the user, None where there is none."""
    for python in pythons():
        try:
            probe = subprocess.run(
                [python, "-I", "-c", OLD_ENOUGH], cwd="/", capture_output=True, user=user, group=user, check=False
            )
        except PermissionError:
            continue
        if probe.returncode == 0:
            return python
    return None


def image_user(dockerfile: str) -> int | None:
    """The number in the last USER, where this process may become that user."""
    users = [rest for name, rest in instructions(dockerfile) if name == "USER"]
    if os.geteuid() != 0 or not users:
        return None
    return int(users[-1].partition(":")[0])


def try_image(build: Build, stage: Stage, user: int | None) -> None:
    """Serve as the image would, on an empty volume and then on what was left there."""
    environment = build.environment()
    command = [*stage.entry_point, *stage.command]
    log = build.workshop / "server.log"
    if next(stage.path("/").rglob("bin/pip"), None):
        raise StepError("the image's environment has a pip, and should have none")
    before = sorted(stage.path("/").rglob("*"))
    for start in ("first", "second"):
        with serving(command, folder=stage.path("."), environment=environment, log=log, user=user) as url:
            for path in ASKED:
                if status_of(url + path) != 200:
                    raise ServerError(f"GET {path} was answered {status_of(url + path)}, not 200")
            health = subprocess.run(
                stage.health_check,
                env={**environment, "OCCUPATIONS_PORT": url.rpartition(":")[2]},
                user=user,
                group=user,
                capture_output=True,
                text=True,
                check=False,
            )
            if health.returncode != 0:
                raise ServerError(f"HEALTHCHECK ended with status {health.returncode}:\n{health.stderr}")
        who = f"as user {user}" if user is not None else "as the user who called"
        print(f"  {start} start, {who}: ready, healthy, answers {', '.join(ASKED)}, ends on SIGTERM", flush=True)
    volumes = [stage.path(volume) for volume in stage.volumes]
    written = [path for path in sorted(stage.path("/").rglob("*")) if path not in before]
    stray = [path for path in written if not any(path.is_relative_to(volume) for volume in volumes)]
    if stray:
        raise StepError(f"written outside the volume: {', '.join(map(str, stray[:5]))}")
    if not written:
        raise StepError("nothing was written into the volume: where is the database?")


def main() -> int:
    """Build, try, and say what was found."""
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    user = image_user(dockerfile)
    python = python_for(user)
    if python is None:
        print("  no Python that the image's user can run: everything runs as the user who called", flush=True)
        user, python = None, python_for(None)
    with tempfile.TemporaryDirectory(prefix="occupations-image-") as name:
        workshop = Path(name)
        workshop.chmod(0o755)  # so that the image's user gets to what is below
        lay_out_context(workshop / "context")
        try:
            build = Build(workshop, python or sys.executable)
            stage = build.run(dockerfile)
            try_image(build, stage, user)
        except (StepError, ServerError) as problem:
            print(f"docker steps: {problem}", file=sys.stderr)
            return 1
    print("docker steps: the image would build, serve and stop.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

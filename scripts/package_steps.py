"""`pip install .` into a clean environment, then `occupations serve` in an empty folder: does it stand by itself?

The requirements come at the pinned versions first, as a stranger who follows the README has them; nothing of the
checkout is on the path, so that migrations and seed data have to have travelled inside the wheel.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from serving import ServerError, environment_of_a_stranger, serving, status_of

ROOT = Path(__file__).resolve().parent.parent
ASKED = ("/v1/occupations/29-2071/wages", "/v1/occupations", "/docs", "/openapi.json")


def main() -> int:
    """Install, serve, ask, stop."""
    with tempfile.TemporaryDirectory(prefix="occupations-package-") as name:
        workshop = Path(name)
        environment = environment_of_a_stranger(workshop)
        elsewhere = workshop / "an empty folder"
        elsewhere.mkdir()
        python = str(workshop / "env" / "bin" / "python")
        steps = [
            [getattr(sys, "_base_executable", sys.executable), "-m", "venv", str(workshop / "env")],
            [python, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(ROOT / "requirements/main.txt")],
            [python, "-m", "pip", "install", "--quiet", str(ROOT)],
        ]
        for step in steps:
            done = subprocess.run(step, cwd=elsewhere, env=environment, check=False)
            if done.returncode != 0:
                print(f"package: {' '.join(step)} ended with status {done.returncode}", file=sys.stderr)
                return 1
        command = [str(workshop / "env" / "bin" / "occupations"), "serve"]
        try:
            with serving(command, folder=elsewhere, environment=environment, log=workshop / "server.log") as url:
                for path in ASKED:
                    if status_of(url + path) != 200:
                        raise ServerError(f"GET {path} was answered {status_of(url + path)}, not 200")
        except ServerError as problem:
            print(f"package: {problem}", file=sys.stderr)
            return 1
    print("package: installed elsewhere it serves, and ends on SIGTERM.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Run a command while a server with a fresh database answers; `{url}` in its words is the server's address.

``python scripts/while_serving.py COMMAND [WORD ...]``
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from serving import ServerError, environment_of_a_stranger, serving

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Serve, run the command, and end with its status."""
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="occupations-") as name:
        folder = Path(name)
        environment = {
            **environment_of_a_stranger(folder),
            "OCCUPATIONS_DATABASE_URL": f"sqlite:///{folder}/occupations.sqlite3",
        }
        command = [sys.executable, "-m", "app", "serve"]
        try:
            with serving(command, folder=ROOT, environment=environment, log=folder / "server.log") as url:
                words = [word.replace("{url}", url) for word in sys.argv[1:]]
                return subprocess.run(words, cwd=ROOT, check=False).returncode
        except ServerError as problem:
            print(problem, file=sys.stderr)
            return 1


if __name__ == "__main__":
    sys.exit(main())

"""Install what package.json names into node_modules, where that has not been done for this package.json."""

import hashlib
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"
STAMP = MODULES / ".installed-for"


def main() -> int:
    """Compare the stamp, and run npm where it differs."""
    wanted = hashlib.sha256((ROOT / "package.json").read_bytes()).hexdigest()
    if STAMP.exists() and STAMP.read_text(encoding="utf-8") == wanted:
        return 0
    print("Installing the linters of package.json into node_modules (once) ...", flush=True)
    npm = Path(sys.prefix) / "bin" / "npm"
    done = subprocess.run(
        [str(npm), "install", "--loglevel=error", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        print(f"{done.stdout}{done.stderr}\nnpm could not install what package.json lists.", file=sys.stderr)
        return 1
    STAMP.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

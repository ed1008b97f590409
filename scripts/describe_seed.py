#!/usr/bin/env python3
"""Refresh the hash and the size of each file that `seed_data/datapackage.json` describes.

Run it after a change to any seed file. The descriptions of columns are written by hand and stay as they are;
a file of the folder that the descriptor does not name, or a name without a file, is an error.

Examples:
  python scripts/describe_seed.py             write what has changed
  python scripts/describe_seed.py --check     write nothing; exit with 1 if a hash or a size is not up to date
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

SEED_FOLDER = Path(__file__).resolve().parent.parent / "seed_data"
DESCRIPTOR = "datapackage.json"
NOT_DESCRIBED = frozenset({DESCRIPTOR, "README.md"})


def stale_resources(folder: Path, package: dict[str, Any]) -> list[str]:
    """Bring each resource's hash and size up to date in the descriptor; the names of those that were not."""
    stale: list[str] = []
    for resource in package["resources"]:
        content = (folder / resource["path"]).read_bytes()
        found = {"hash": f"sha256:{hashlib.sha256(content).hexdigest()}", "bytes": len(content)}
        if any(resource.get(key) != value for key, value in found.items()):
            resource.update(found)
            stale.append(resource["path"])
    return stale


def main(arguments: list[str] | None = None) -> int:
    """Refresh or check the descriptor; 0 if up to date, 1 if it was not (--check), 2 if the files do not match it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if something is out of date")
    parser.add_argument("--folder", type=Path, default=SEED_FOLDER, help="the folder described (default: seed_data)")
    options = parser.parse_args(arguments)
    descriptor: Path = options.folder / DESCRIPTOR
    package: dict[str, Any] = json.loads(descriptor.read_text("utf-8"))
    described = {resource["path"] for resource in package["resources"]}
    present = {path.name for path in options.folder.iterdir() if not path.name.startswith(".")} - NOT_DESCRIBED
    for name in sorted(described ^ present):
        told = "is described, but there is no such file" if name in described else f"is not described in {DESCRIPTOR}"
        print(f"error: {name} {told}", file=sys.stderr)
    if described != present:
        return 2
    stale = stale_resources(options.folder, package)
    for path in stale:
        print(f"{'out of date' if options.check else 'refreshed'}: {path}")
    if stale and not options.check:
        descriptor.write_text(json.dumps(package, indent=2, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
    return 1 if stale and options.check else 0


if __name__ == "__main__":
    sys.exit(main())

"""The bytes of every file that was loaded, kept compressed by their hash, so that any cell can be read again."""

import gzip
import hashlib
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from app.sources.records import SourceFile

# A tenth larger than at the usual level, in a third of the time.
_LEVEL = 3


class DamagedArchiveError(Exception):
    """A kept file is not what its name says; the message names it."""


@dataclass(frozen=True, slots=True)
class Archive:
    """A folder of gzipped files, each named after the SHA-256 of what is in it."""

    folder: Path

    def path_of(self, sha256: str) -> Path:
        """Where a file with this hash is kept, whether it is or not."""
        return self.folder / sha256[:2] / f"{sha256}.gz"

    def has(self, sha256: str) -> bool:
        """Whether a file with this hash is kept."""
        return self.path_of(sha256).is_file()

    def keep(self, file: SourceFile, path: Path) -> None:
        """Keep the file at `path`; one that is kept already stays as it is.

        It appears under its name whole or not at all. Raises `DamagedArchiveError` if the bytes are those of another.
        """
        if self.has(file.sha256):
            return
        kept = self.path_of(file.sha256)
        kept.parent.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256()
        handle, name = tempfile.mkstemp(dir=kept.parent, prefix=".part-")
        try:
            with (
                os.fdopen(handle, "wb") as packed,
                gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=_LEVEL, mtime=0, filename="") as compressed,
                path.open("rb") as stored,
            ):
                while piece := stored.read(1 << 20):
                    digest.update(piece)
                    compressed.write(piece)
            if digest.hexdigest() != file.sha256:
                raise DamagedArchiveError(f"{file.name} changed while it was read: load it again")
            Path(name).replace(kept)
        finally:
            Path(name).unlink(missing_ok=True)

    def unpack_into(self, folder: Path, name: str, sha256: str) -> Path:
        """The bytes as they were loaded, in `folder` under their own name.

        Raises `DamagedArchiveError` if they are not kept, or are not those that were loaded.
        """
        if not self.has(sha256):
            raise DamagedArchiveError(f"{name} ({sha256[:12]}) is not kept in {self.folder}")
        path = folder / name
        try:
            with gzip.open(self.path_of(sha256)) as kept, path.open("wb") as out:
                shutil.copyfileobj(kept, out, 1 << 20)
        except (OSError, EOFError) as error:
            raise DamagedArchiveError(f"{self.path_of(sha256)}: {error}") from error
        if SourceFile.of(path).sha256 != sha256:
            raise DamagedArchiveError(f"{self.path_of(sha256)} is not what was loaded as {name}")
        return path

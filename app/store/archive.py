"""The bytes of every file that was loaded, kept compressed by their hash, so that any cell can be read again."""

import gzip
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
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

    @contextmanager
    def packing(self, files: Iterable[tuple[SourceFile, Path]]) -> Iterator[Callable[[], None]]:
        """Pack files on another core meanwhile; yields what waits for the end of that and keeps them.

        Each appears under its name whole or not at all, and none if it is not asked for. One that is kept already stays
        as it is. Raises `DamagedArchiveError` where the bytes at a path are not those of its file.
        """
        with ThreadPoolExecutor(max_workers=1) as pool:
            packed = {
                file.sha256: pool.submit(self._pack, file, path) for file, path in files if not self.has(file.sha256)
            }

            def keep() -> None:
                for sha256, packing in packed.items():
                    packing.result().replace(self.path_of(sha256))

            try:
                yield keep
            finally:
                pool.shutdown(cancel_futures=True)
                for packing in packed.values():
                    if not packing.cancelled() and packing.exception() is None:
                        packing.result().unlink(missing_ok=True)

    def _pack(self, file: SourceFile, path: Path) -> Path:
        """Compress a file into one without a name of its own, in the folder that it is to be kept in."""
        folder = self.path_of(file.sha256).parent
        folder.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256()
        handle, name = tempfile.mkstemp(dir=folder, prefix=".part-")
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
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        return Path(name)

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

"""The files behind what an operator names: files, folders, archives and archives in archives, each shown as what it is.

A file's kind is told by its content. Members of archives are unpacked into a workspace. What could harm is refused
before it is unpacked or opened: archives and workbooks that unpack to far more than they are, are nested too deeply or
hold too many files, encrypted or damaged ones, members whose names lead elsewhere, XML that declares entities.
"""

import hashlib
import mmap
import os
import re
import stat
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import IO

from app.sources.broken_cells import first_broken_cell, first_broken_old_cell
from app.sources.encodings import as_wide_text
from app.sources.files import FileKind, FoundFile
from app.sources.records import CellProblem, SourceFile, UnreadableSourceError


@dataclass(frozen=True, slots=True)
class Limits:
    """How much an archive or workbook may hold. The largest real ones are far below: 1 GB in a workbook, 250 files."""

    unpacked_bytes: int = 4 * 1024**3
    members: int = 10_000
    depth: int = 4
    # How many times larger than packed something may be that unpacks to more than `small_bytes`.
    ratio: int = 150
    small_bytes: int = 32 * 1024**2
    # The list of an archive's members: it is read at once, so its size is bounded before.
    directory_bytes: int = 8 * 1024**2


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class IgnoredFile:
    """A file that was passed over: where it was found, and why."""

    location: str
    reason: str


def find_files(
    paths: Iterable[Path], workspace: Path, ignored: list[IgnoredFile] | None = None, limits: Limits = LIMITS
) -> Iterator[FoundFile]:
    """The files in `paths`, folders and archives opened, in the order given (by name within a folder).

    Members of archives are unpacked into `workspace`, a folder that exists and that the caller removes. What is passed
    over, such as hidden files, is added to `ignored`. Raises `UnreadableSourceError` after the last file, with all
    paths that do not exist or cannot be read, and all archives and workbooks that are refused.
    """
    search = _Search(workspace, [] if ignored is None else ignored, limits)
    for path in paths:
        yield from search.in_path(path)
    if search.problems:
        raise UnreadableSourceError(tuple(search.problems))


class _RefusedError(Exception):
    """Why an archive or workbook is not opened: what was found, and what would be right."""

    def __init__(self, found: str, expected: str) -> None:
        super().__init__(found, expected)
        self.found, self.expected = found, expected


class _Search:
    def __init__(self, workspace: Path, ignored: list[IgnoredFile], limits: Limits) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="unpacked-", dir=workspace))
        self.ignored, self.limits = ignored, limits
        self.problems: list[CellProblem] = []
        self.unpacked_bytes = 0
        self.unpacked_files = 0

    def in_path(self, path: Path) -> Iterator[FoundFile]:
        try:
            if path.is_dir():
                yield from self.in_folder(path)
            elif path.is_file():
                yield from self.in_file(path, SourceFile.of(path), shown(path), 0)
            elif path.exists():
                self.problems.append(_problem(shown(path), "no regular file", "a file or folder"))
            else:
                self.problems.append(_problem(shown(path), "nothing", "a file or folder that exists"))
        except PermissionError as error:
            self.problems.append(_problem(shown(path), str(error.strerror), "a file or folder that may be read"))

    def in_folder(self, folder: Path) -> Iterator[FoundFile]:
        for path in sorted(folder.iterdir()):
            reason = _reason_to_ignore(path.name)
            if reason is None and not (path.is_file() or path.is_dir()):
                reason = "no regular file"
            if reason is None and path.is_dir() and path.is_symlink():
                reason = "a link to a folder"
            if reason is not None:
                self.ignored.append(IgnoredFile(shown(path), reason))
            else:
                yield from self.in_path(path)

    def in_file(self, path: Path, file: SourceFile, location: str, depth: int) -> Iterator[FoundFile]:
        try:
            kind = kind_of(path, self.limits)
        except _RefusedError as error:
            self.problems.append(_problem(location, error.found, error.expected))
            return
        if kind is FileKind.ZIP:
            yield from self.in_archive(path, location, depth + 1)
        else:
            yield FoundFile(file, location, path, kind)

    def in_archive(self, path: Path, location: str, depth: int) -> Iterator[FoundFile]:
        try:
            if depth > self.limits.depth:
                raise _RefusedError(f"archives {depth} deep", f"archives nested {self.limits.depth} deep at most")
            with _opened(path, self.limits) as archive:
                for member in archive.infolist():
                    inside = f"{location}/{member.filename}"
                    reason = _reason_to_ignore_member(member)
                    if reason is not None:
                        if not member.is_dir():
                            self.ignored.append(IgnoredFile(inside, reason))
                        continue
                    unpacked, file = self.unpack(archive, member)
                    yield from self.in_file(unpacked, file, inside, depth)
        except _RefusedError as error:
            self.problems.append(_problem(location, error.found, error.expected))

    def unpack(self, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> tuple[Path, SourceFile]:
        """Write a member to a new file of ours, whose name is ours: a member's may lead anywhere."""
        self.unpacked_files += 1
        self.unpacked_bytes += member.file_size
        if self.unpacked_files > self.limits.members or self.unpacked_bytes > self.limits.unpacked_bytes:
            raise _too_much(self.limits)
        target = self.folder / f"{self.unpacked_files:05d}"
        digest = hashlib.sha256()
        with target.open("xb") as written:
            for block in _blocks(archive, member):
                digest.update(block)
                written.write(block)
        return target, SourceFile(PurePosixPath(member.filename).name, digest.hexdigest(), member.file_size)


def shown(path: Path) -> str:
    """A path as text; bytes of a name that are no UTF-8 stand there as hexadecimal numbers."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _problem(location: str, found: str, expected: str) -> CellProblem:
    return CellProblem(location, None, None, "file", found, expected)


def _too_much(limits: Limits) -> _RefusedError:
    size = limits.unpacked_bytes // 1024**2
    return _RefusedError("more than that", f"at most {limits.members} files and {size} MiB in all archives together")


_UNFINISHED = (".crdownload", ".part", ".partial", ".download", ".opdownload")
_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini"})


def _reason_to_ignore(name: str) -> str | None:
    if name == "__MACOSX":
        return "what macOS adds to archives"
    if name.startswith("."):
        return "hidden"
    if name.startswith("~$"):
        return "the mark of a workbook that is open in Excel"
    if name.lower().endswith(_UNFINISHED):
        return "a download that is not finished"
    return "a file of the operating system" if name.lower() in _SYSTEM_FILES else None


def _reason_to_ignore_member(member: zipfile.ZipInfo) -> str | None:
    if member.is_dir():
        return "a folder"
    for name in PurePosixPath(member.filename).parts:
        reason = _reason_to_ignore(name)
        if reason is not None:
            return reason
    return None


# Archives and workbooks -------------------------------------------------------------------------------------------


@contextmanager
def _opened(path: Path, limits: Limits) -> Iterator[zipfile.ZipFile]:
    """An archive whose list of members was found harmless."""
    with path.open("rb") as stored:
        _check_directory_size(stored, limits)
        try:
            with zipfile.ZipFile(stored) as archive:
                _check_members(archive.infolist(), path.stat().st_size, limits)
                yield archive
        except (zipfile.BadZipFile, EOFError, struct.error, UnicodeDecodeError) as error:
            raise _RefusedError(str(error) or "an end that is missing", "a whole, undamaged archive") from error


_END = struct.Struct("<4s4H2LH")
_END_64_LOCATOR = struct.Struct("<4sLQL")
_END_64 = struct.Struct("<4sQ2H2L4Q")


def _check_directory_size(stored: IO[bytes], limits: Limits) -> None:
    """Refuse a list of members that would take long to read. zipfile goes by these sizes as well."""
    size = stored.seek(0, os.SEEK_END)
    tail_start = max(0, size - (_END.size + 0xFFFF + _END_64_LOCATOR.size))
    stored.seek(tail_start)
    tail = stored.read()
    stored.seek(0)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or at + _END.size > len(tail):
        raise _RefusedError("an archive without its end", "a whole, undamaged archive")
    directory = _END.unpack_from(tail, at)[5]
    before = at - _END_64_LOCATOR.size
    if before >= 0 and tail[before : before + 4] == b"PK\x06\x07":
        start = before - _END_64.size
        if start >= 0 and tail[start : start + 4] == b"PK\x06\x06":
            directory = _END_64.unpack_from(tail, start)[8]
    if directory > limits.directory_bytes:
        raise _RefusedError(f"a list of members of {directory} bytes", f"at most {limits.members} members")


def _check_members(members: list[zipfile.ZipInfo], packed_bytes: int, limits: Limits) -> None:
    if len(members) > limits.members:
        raise _RefusedError(f"{len(members)} members", f"at most {limits.members}")
    for member in members:
        _check_member(member, limits)
    total = sum(member.file_size for member in members)
    if total > limits.unpacked_bytes:
        raise _RefusedError(f"{total} bytes when unpacked", f"at most {limits.unpacked_bytes}")
    if total > limits.small_bytes and total > packed_bytes * limits.ratio:
        raise _RefusedError(f"{total} bytes in an archive of {packed_bytes}", f"at most {limits.ratio} times as much")


def _check_member(member: zipfile.ZipInfo, limits: Limits) -> None:
    name = member.filename
    if _is_unsafe(member.orig_filename) or _is_unsafe(name):
        raise _RefusedError(f"a member called {member.orig_filename!r}", "names that stay inside the archive")
    if stat.S_ISLNK(member.external_attr >> 16):
        raise _RefusedError(f"{name}, which is a link", "files")
    if member.flag_bits & 0x1:
        raise _RefusedError(f"{name}, which is encrypted", "files without a password")
    if member.file_size > limits.small_bytes and member.file_size > member.compress_size * limits.ratio:
        raise _RefusedError(
            f"{name}: {member.file_size} bytes packed into {member.compress_size}",
            f"at most {limits.ratio} times as much",
        )


def _is_unsafe(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return "\0" in name or path.is_absolute() or ".." in path.parts or re.match(r"[A-Za-z]:", name) is not None


def _blocks(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """A member's bytes, as many as its entry says: the checksum then tells whether it lied."""
    try:
        with archive.open(member) as packed:
            while block := packed.read(1 << 18):
                yield block
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise _RefusedError(f"{member.filename}: {error}", "a whole, undamaged archive") from error


_PROLOG_BYTES = 64 * 1024
_ROOT = re.compile(rb"<[A-Za-z_]")
_DECLARATION = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)


def _check_workbook(archive: zipfile.ZipFile) -> None:
    """Refuse a workbook whose XML declares entities, whose parts are damaged or unpack to more than they say.

    So is one in which a cell holds an error or lost its value.
    """
    for member in archive.infolist():
        blocks = _blocks(archive, member)
        first = next(blocks, b"")
        if member.filename.lower().endswith((".xml", ".rels", ".vml")):
            _check_prolog(member.filename, first[:_PROLOG_BYTES])
        broken = first_broken_cell(chain((first,), blocks)) if _SHEET.match(member.filename) else None
        for _ in blocks:  # to its end, where the checksum is
            pass
        if broken is not None:
            raise _RefusedError(f"{member.filename}, {broken}", "a workbook whose cells hold no errors")


def _check_prolog(name: str, first: bytes) -> None:
    plain = first.replace(b"\0", b"")  # a document in UTF-16 has a zero in every character of its mark-up
    root = _ROOT.search(plain)
    if _DECLARATION.search(plain[: root.start() if root else None]):
        raise _RefusedError(f"{name}, which declares a document type", "XML without declarations of its own")
    if root is None and len(first) >= _PROLOG_BYTES:
        raise _RefusedError(f"{name}, which begins with {_PROLOG_BYTES} bytes of no element", "XML")


# Kinds ------------------------------------------------------------------------------------------------------------

_FIRST_BYTES = 8192
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CONTENT_TYPES = "[Content_Types].xml"
_HTML = re.compile(rb"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# Bytes that stand in no text: the control characters but tab, line feed, form feed, carriage return and escape.
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\f\r\x1b") | {127})


def kind_of(path: Path, limits: Limits = LIMITS) -> FileKind:
    """What a file's content shows it to be. A workbook's parts are checked before anything opens it."""
    with path.open("rb") as stored:
        first = stored.read(_FIRST_BYTES)
    if first.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_archive(path, limits)
    if first.startswith(_OLE):
        return _kind_of_compound(path)
    return _kind_of_text(first)


def _kind_of_text(first: bytes) -> FileKind:
    wide = as_wide_text(first)
    if wide is not None and wide.lstrip().startswith("<") and _HTML.search(wide.encode()):
        return FileKind.HTML  # the reader then says that it is not UTF-8
    if first.startswith(_UTF_16):
        return FileKind.TEXT  # and so it does here
    if not first or first.startswith(b"%PDF") or first.translate(None, _CONTROLS) != first:
        return FileKind.UNKNOWN
    begin = first.removeprefix(b"\xef\xbb\xbf").lstrip()
    if begin.startswith(b"<") and _HTML.search(first):
        return FileKind.HTML
    return FileKind.UNKNOWN if begin.startswith(b"<?xml") else FileKind.TEXT


def _kind_of_archive(path: Path, limits: Limits) -> FileKind:
    with _opened(path, limits) as archive:
        if _CONTENT_TYPES not in archive.namelist():
            return FileKind.ZIP
        types = b"".join(_blocks(archive, archive.getinfo(_CONTENT_TYPES)))
        if b"spreadsheetml" not in types:
            return FileKind.UNKNOWN
        _check_workbook(archive)
        return FileKind.XLSX


def _kind_of_compound(path: Path) -> FileKind:
    """A workbook of the format before 2007, if the compound file has a stream of that name."""
    with path.open("rb") as stored, mmap.mmap(stored.fileno(), 0, access=mmap.ACCESS_READ) as content:
        if content.find("EncryptedPackage".encode("utf-16-le")) >= 0:
            raise _RefusedError("a workbook that is encrypted", "one without a password")
        streams = [content.find(name.encode("utf-16-le")) for name in ("Workbook", "Book")]
        # It is made of sectors, whose size it states as a power of two; what ends within one was cut off.
        sector = 1 << min(int.from_bytes(content[30:32], "little"), 16)
        if max(streams) >= 0 and len(content) % sector:
            raise _RefusedError("a workbook that ends too early", "a whole, undamaged workbook")
        broken = first_broken_old_cell(content) if max(streams) >= 0 else None
        if broken is not None:
            raise _RefusedError(broken, "a workbook whose cells hold no errors")
    return FileKind.XLS if max(streams) >= 0 else FileKind.UNKNOWN

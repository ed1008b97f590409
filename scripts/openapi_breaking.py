"""What does the OpenAPI document take away from those who rely on an earlier one?

``python scripts/openapi_breaking.py [--against REVISION-OR-FILE]``

Compared with docs/openapi.json of the last release (the last tag `v*`); without one, of the last commit, or of the
one before the last change where nothing is uncommitted. A checkout without history has nothing to compare, and
says so. A difference that breaks a client fails, unless the version in the document allows it: its major number
went up (its minor, below 1.0), or the earlier version was a pre-release, which promises nothing.

Breaking: a path, operation, parameter, response, media type or field that is gone; a field that may be missing or
have a type it could not have before; a parameter that accepts less, has another default or is required now; an
operationId that changed. Not breaking: whatever is added, values of a response's enum included.

The known tools for this (oasdiff, openapi-changes) come as binaries that are downloaded while they are installed.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = "docs/openapi.json"
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

Json = dict[str, Any]
Direction = Literal["request", "response"]

# A bound of what is accepted, and whether a higher value of it accepts less.
BOUNDS = {
    "minimum": True,
    "exclusiveMinimum": True,
    "minLength": True,
    "minItems": True,
    "maximum": False,
    "exclusiveMaximum": False,
    "maxLength": False,
    "maxItems": False,
}


class Comparison:
    """Two documents, and the differences between them that break a client of the earlier one."""

    def __init__(self, earlier: Json, later: Json) -> None:
        """Take two parsed documents; nothing is compared yet."""
        self.earlier = earlier
        self.later = later
        self.under_way: set[tuple[int, int, Direction]] = set()

    def breaks(self) -> list[str]:
        """Each difference that breaks a client, as a sentence that begins with the place."""
        found: list[str] = []
        later_paths = self.later.get("paths", {})
        for path, earlier_item in self.earlier.get("paths", {}).items():
            if path not in later_paths:
                found.append(f"{path}: the path is gone")
                continue
            for method in METHODS:
                if method not in earlier_item:
                    continue
                place = f"{method.upper()} {path}"
                if method not in later_paths[path]:
                    found.append(f"{place}: the operation is gone")
                else:
                    found += self._operation(earlier_item, later_paths[path], method, place)
        return list(dict.fromkeys(found))

    def _operation(self, earlier_item: Json, later_item: Json, method: str, place: str) -> Iterator[str]:
        earlier, later = earlier_item[method], later_item[method]
        if earlier.get("operationId") != later.get("operationId"):
            yield f"{place}: operationId {earlier.get('operationId')} is {later.get('operationId')} now"
        if later.get("security", self.later.get("security")) and not earlier.get(
            "security", self.earlier.get("security")
        ):
            yield f"{place}: credentials are required now"
        yield from self._parameters(
            self._parameters_of(self.earlier, earlier_item, earlier),
            self._parameters_of(self.later, later_item, later),
            place,
        )
        if later.get("requestBody", {}).get("required") and not earlier.get("requestBody", {}).get("required"):
            yield f"{place}: a request body is required now"
        for status, earlier_response in earlier.get("responses", {}).items():
            if status not in later.get("responses", {}):
                yield f"{place}: response {status} is gone"
                continue
            yield from self._response(
                resolve(self.earlier, earlier_response),
                resolve(self.later, later["responses"][status]),
                f"{place} {status}",
            )

    def _parameters_of(self, document: Json, item: Json, operation: Json) -> dict[tuple[str, str], Json]:
        listed = [resolve(document, each) for each in [*item.get("parameters", []), *operation.get("parameters", [])]]
        return {(each["in"], each["name"]): each for each in listed}

    def _parameters(
        self, earlier: dict[tuple[str, str], Json], later: dict[tuple[str, str], Json], place: str
    ) -> Iterator[str]:
        for key, parameter in earlier.items():
            where = f"{place} {key[0]} parameter {key[1]}"
            if key not in later:
                yield f"{where}: it is gone"
                continue
            if later[key].get("required") and not parameter.get("required"):
                yield f"{where}: it is required now"
            before, after = (resolve_in(side, each) for side, each in self._schemas(parameter, later[key]))
            if before.get("default") != after.get("default"):
                yield f"{where}: its default {before.get('default')!r} is {after.get('default')!r} now"
            yield from self._schema(parameter.get("schema", {}), later[key].get("schema", {}), "request", where)
        for key, parameter in later.items():
            if key not in earlier and parameter.get("required"):
                yield f"{place} {key[0]} parameter {key[1]}: it is new and required"

    def _schemas(self, earlier: Json, later: Json) -> tuple[tuple[Json, Json], tuple[Json, Json]]:
        return (self.earlier, earlier.get("schema", {})), (self.later, later.get("schema", {}))

    def _response(self, earlier: Json, later: Json, place: str) -> Iterator[str]:
        for name in earlier.get("headers", {}):
            if name not in later.get("headers", {}):
                yield f"{place} header {name}: it is gone"
        for media_type, content in earlier.get("content", {}).items():
            if media_type not in later.get("content", {}):
                yield f"{place} {media_type}: the media type is gone"
                continue
            after = later["content"][media_type].get("schema", {})
            yield from self._schema(content.get("schema", {}), after, "response", place)

    def _schema(self, earlier: Json, later: Json, direction: Direction, place: str) -> Iterator[str]:
        pair = (id(earlier), id(later), direction)
        if pair in self.under_way:  # a schema that contains itself
            return
        self.under_way.add(pair)
        try:
            before, after = resolve_in(self.earlier, earlier), resolve_in(self.later, later)
            yield from self._variants(before, after, direction, place)
        finally:
            self.under_way.discard(pair)

    def _variants(self, before: Json, after: Json, direction: Direction, place: str) -> Iterator[str]:
        """Compare what the schemas allow, one alternative of an anyOf or oneOf at a time."""
        old, new = variants(self.earlier, before), variants(self.later, after)
        # Each alternative that the one side may send has to be one that the other side knew how to take.
        sent, known = (old, new) if direction == "request" else (new, old)
        for variant in sent:
            nearest: list[str] | None = None
            for candidate in known:
                pair = (variant, candidate) if direction == "request" else (candidate, variant)
                found = list(self._plain(*pair, direction, place))
                if nearest is None or len(found) < len(nearest):
                    nearest = found
                if not found:
                    break
            yield from nearest or ()

    def _plain(self, before: Json, after: Json, direction: Direction, place: str) -> Iterator[str]:
        """Compare two schemas without alternatives."""
        sent, known = types_of(before), types_of(after)
        if direction == "response":
            sent, known = known, sent
        if known and not sent <= known | ({"integer"} if "number" in known else set()):
            yield f"{place}: type {named(types_of(before))} is {named(types_of(after))} now"
            return
        if known and not sent:
            yield f"{place}: type {named(types_of(before))} is {named(types_of(after))} now"
            return
        yield from self._values(before, after, direction, place)
        yield from self._fields(before, after, direction, place)
        for keyword, step in (("items", "[]"), ("additionalProperties", ".*")):
            if isinstance(before.get(keyword), dict) and isinstance(after.get(keyword), dict):
                yield from self._schema(before[keyword], after[keyword], direction, place + step)

    def _values(self, before: Json, after: Json, direction: Direction, place: str) -> Iterator[str]:
        old, new = values_of(before), values_of(after)
        if old is not None and new is not None:
            for value in (each for each in old if each not in new):
                yield f"{place}: the value {value!r} is gone"
        elif (old is None and new is not None) if direction == "request" else (old is not None and new is None):
            yield f"{place}: the set of values is {'closed' if direction == 'request' else 'open'} now"
        if before.get("format") != after.get("format"):
            yield f"{place}: format {before.get('format')} is {after.get('format')} now"
        if direction == "response":
            return
        if after.get("pattern") not in (None, before.get("pattern")):
            yield f"{place}: pattern {before.get('pattern')} is {after['pattern']} now"
        for bound, higher_is_less in BOUNDS.items():
            was, is_now = before.get(bound), after.get(bound)
            if is_now is not None and (was is None or (is_now > was if higher_is_less else is_now < was)):
                yield f"{place}: {bound} {was} is {is_now} now"

    def _fields(self, before: Json, after: Json, direction: Direction, place: str) -> Iterator[str]:
        old, new = before.get("properties", {}), after.get("properties", {})
        old_required, new_required = set(before.get("required", [])), set(after.get("required", []))
        for name, schema in old.items():
            if name not in new:
                yield f"{place}.{name}: the field is gone"
                continue
            if direction == "response" and name in old_required - new_required:
                yield f"{place}.{name}: it may be missing now"
            yield from self._schema(schema, new[name], direction, f"{place}.{name}")
        if direction == "request":
            for name in sorted(new_required - old_required):
                yield f"{place}.{name}: it is required now"


def resolve(document: Json, part: Json) -> Json:
    """Follow `$ref` within the document."""
    while "$ref" in part:
        target: Any = document
        for step in part["$ref"].removeprefix("#/").split("/"):
            target = target[step.replace("~1", "/").replace("~0", "~")]
        part = target
    return part


def resolve_in(document: Json, schema: Json) -> Json:
    """A schema with its `$ref` followed (what stands beside it counts too) and its `allOf` merged into one."""
    if "$ref" in schema:
        beside = {key: value for key, value in schema.items() if key != "$ref"}
        target = resolve_in(document, resolve(document, schema))
        return {**target, **beside} if beside else target
    if "allOf" not in schema:
        return schema
    merged: Json = {"properties": {}, "required": []}
    for part in [*schema["allOf"], {key: value for key, value in schema.items() if key != "allOf"}]:
        whole = resolve_in(document, part)
        properties = {**merged["properties"], **whole.get("properties", {})}
        required = [*merged["required"], *whole.get("required", [])]
        merged = {**merged, **whole, "properties": properties, "required": required}
    return merged


def variants(document: Json, schema: Json) -> list[Json]:
    """The alternatives of a schema; one without anyOf and oneOf is its own only alternative."""
    listed = [*schema.get("anyOf", []), *schema.get("oneOf", [])]
    if not listed:
        return [schema]
    return [each for part in listed for each in variants(document, resolve_in(document, part))]


def types_of(schema: Json) -> set[str]:
    """The JSON types that a schema allows; empty where it allows any."""
    named_types = schema.get("type", [])
    return {named_types} if isinstance(named_types, str) else set(named_types)


def values_of(schema: Json) -> list[Any] | None:
    """The closed set of values that a schema allows, if it closes one."""
    if "const" in schema:
        return [schema["const"]]
    values: list[Any] | None = schema.get("enum")
    return values


def named(types: set[str]) -> str:
    """Types in words."""
    return " or ".join(sorted(types)) or "any"


def series(version: Version) -> tuple[int, ...]:
    """The numbers that stay while nothing breaks: the major one, below 1.0 the minor one too."""
    return (version.major,) if version.major else (0, version.minor)


def git(*words: str) -> str | None:
    """What git answers, or None where it has no answer (or is not there)."""
    try:
        done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return None
    return done.stdout if done.returncode == 0 else None


def document_before(current: str) -> tuple[str, str] | None:
    """The document to compare with, and the name of its revision."""
    candidates = []
    tag = git("describe", "--tags", "--abbrev=0", "--match", "v[0-9]*")
    if tag:
        candidates.append(tag.strip())
    else:
        candidates.append("HEAD")
        last_change = git("log", "-n", "1", "--format=%h", "--", DOCUMENT)
        if last_change and last_change.strip():
            candidates.append(last_change.strip() + "^")
    for revision in candidates:
        text = git("show", f"{revision}:{DOCUMENT}")
        if text and (tag or json.loads(text) != json.loads(current)):
            return text, revision
    return None


def main() -> int:
    """Compare, print each difference that breaks a client, and fail where the version does not allow it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--against", metavar="REVISION-OR-FILE", help="compare with this instead of the last release")
    against: str | None = parser.parse_args().against

    if not (ROOT / DOCUMENT).exists():
        print(f"{DOCUMENT} is missing: make it with `make openapi`.", file=sys.stderr)
        return 2
    current = (ROOT / DOCUMENT).read_text(encoding="utf-8")
    if against is None:
        before = document_before(current)
    elif Path(against).is_file():
        before = (Path(against).read_text(encoding="utf-8"), against)
    else:
        text = git("show", f"{against}:{DOCUMENT}")
        if text is None:
            print(f"{against} is neither a file nor a revision with {DOCUMENT}.", file=sys.stderr)
            return 2
        before = (text, against)
    if before is None:
        print(f"No earlier {DOCUMENT} in this checkout: nothing to compare.")
        return 0

    text, revision = before
    earlier, later = json.loads(text), json.loads(current)
    found = Comparison(earlier, later).breaks()
    if not found:
        print(f"{DOCUMENT} breaks nothing that {revision} had.")
        return 0
    was, is_now = Version(earlier["info"]["version"]), Version(later["info"]["version"])
    for each in found:
        print(f"  {each}")
    if was.is_prerelease or series(was) != series(is_now):
        print(f"{len(found)} breaking differences from {revision}, which versions {was} -> {is_now} allow.")
        return 0
    print(f"{len(found)} breaking differences from {revision}. Keep what was there, or raise the version from {was}.")
    return 1


if __name__ == "__main__":
    sys.exit(main())

#!/bin/sh
# Prints the Python that the project is to run on: 3.11 or later.
#
# The one that the variable PYTHON names, and then no other; else the one in .venv; else the first on PATH that will do.
# A command that exists and does not run (a version manager's shim, a link whose target is gone) counts as absent.
set -u

old_enough='import sys; sys.exit(sys.version_info < (3, 11))'
can_make_environments='import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))'

version_of() {
    "$1" -c 'import sys; print("%d.%d.%d" % tuple(sys.version_info[:3]))' 2>/dev/null
}

if [ -n "${PYTHON:-}" ]; then
    if "$PYTHON" -I -c "$old_enough" 2>/dev/null; then
        command -v "$PYTHON"
        exit 0
    fi
    version=$(version_of "$PYTHON")
    if [ -n "$version" ]; then
        echo "Python 3.11 or later is needed: '$PYTHON' (from the variable PYTHON) is Python $version." >&2
    else
        echo "'$PYTHON' (from the variable PYTHON) is no Python that runs here. Name a Python 3.11 or later." >&2
    fi
    exit 1
fi

if [ -x .venv/bin/python ] && .venv/bin/python -I -S -c "$old_enough" 2>/dev/null; then
    echo .venv/bin/python
    exit 0
fi

candidates='python3 python3.13 python3.12 python3.14 python3.11 python'
for check in "$can_make_environments" "$old_enough"; do
    for candidate in $candidates; do
        if command -v "$candidate" >/dev/null 2>&1 && "$candidate" -I -c "$check" 2>/dev/null; then
            command -v "$candidate"
            exit 0
        fi
    done
done

echo "Python 3.11 or later is needed, and none was found." >&2
for candidate in $candidates; do
    version=$(version_of "$candidate")
    [ -n "$version" ] && echo "  $candidate is Python $version ($(command -v "$candidate"))" >&2
done
echo "Install one, or name one that is not on PATH: make serve PYTHON=/path/to/python3.13" >&2
exit 1

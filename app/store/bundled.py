"""Folders that travel inside the wheel (`app/_bundled`) and stand at the top level of a checkout."""

from pathlib import Path

_APP = Path(__file__).resolve().parent.parent


def bundled_folder(name: str) -> Path:
    """The folder `name`: inside the installed package if it is there, else beside it in the checkout."""
    inside = _APP / "_bundled" / name
    return inside if inside.is_dir() else _APP.parent / name

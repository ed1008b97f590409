"""Occupations API: US occupational statistics over HTTP, with the source of every figure."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("occupations-api")
except PackageNotFoundError:  # run from a checkout, without an installation
    __version__ = "0.1.0"

"""Occupations API: US occupational statistics over HTTP, with the source of every figure."""

__version__ = "0.6.0"

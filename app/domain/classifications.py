"""Schemes that codes belong to."""

from enum import StrEnum


class Scheme(StrEnum):
    """A classification, or a program's own list of codes.

    `soc` and `onet_soc` are of occupations, `oews` is the list that OEWS estimates are published under, `cip` is of
    instructional programs.
    """

    SOC = "soc"
    ONET_SOC = "onet_soc"
    OEWS = "oews"
    CIP = "cip"

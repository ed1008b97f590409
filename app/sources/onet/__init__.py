"""The reader of O*NET text releases: each text file is a part of its release."""

from app.sources.onet.layouts import columns_of
from app.sources.onet.recognition import recognise_onet

__all__ = ["columns_of", "recognise_onet"]

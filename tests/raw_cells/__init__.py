"""The publishers' files read by another route than the application's: cells, each with the answer that has to have it.

Nothing here imports the readers. One module for each program, by libraries and patterns alone; positions of columns
and meanings of markers are written down once more, from the files.
"""

from collections.abc import Callable

from tests.raw_cells import classifications, ep, oews, onet, ooh
from tests.raw_cells.cell import Cell, RawFile, check

# How to read each file, by its name below the folder of files: `oews/oesm18nat.zip`.
READERS: dict[str, Callable[[str], RawFile]] = {
    name: module.raw_file for module in (oews, ep, ooh, onet, classifications) for name in module.FILES
}

__all__ = ["READERS", "Cell", "RawFile", "check"]

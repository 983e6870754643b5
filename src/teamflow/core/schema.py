"""The number of the record's format, which every file of a session says."""

from typing import Final

SCHEMA: Final = 1

"""How far along something is, by a mark as well as by weight: the same everywhere on the wall."""

from typing import Final

DONE: Final = "✓"
HERE: Final = "●"
TO_COME: Final = "○"

"""Confetti, because something worked."""

from random import Random
from typing import Final

from textual.content import Content
from textual.widget import Widget

PIECES: Final = "●★▪•"
COLOURS: Final = ("$success", "$warning", "$error", "$primary")
SPARSE: Final = 24
"""Cells to a piece."""


class Confetti(Widget):
    """Pieces that lie still, so that they take nobody's eyes off the words."""

    def render(self) -> Content:
        width, height = self.size
        fall = Random(self.id)  # for each its own, and every time the same
        places = [divmod(cell, width) for cell in range(width * height)]
        pieces = dict.fromkeys(fall.sample(places, len(places) // SPARSE))
        return Content("\n").join(
            Content.assemble(
                *(
                    (fall.choice(PIECES), fall.choice(COLOURS)) if (y, x) in pieces else " "
                    for x in range(width)
                )
            )
            for y in range(height)
        )

"""Pictures every stop of the tour, to be looked at one by one.

    python tests/gallery.py FOLDER [THEME COLUMNSxROWS]...

Without themes and sizes it's all of them. Needs `rsvg-convert` (Debian: librsvg2-bin) and the font
Fira Code (fonts-firacode).
"""

import asyncio
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from itertools import product
from pathlib import Path
from typing import Any

os.environ["TEXTUAL_COLOR_SYSTEM"] = "truecolor"  # whatever terminal this is made in

from textual.app import App

from teamflow.store.settings import Settings
from tour import furnished, tour

THEMES = ("board", "evening", "contrast")
SIZES = ("60x20", "80x24", "120x36", "240x67")
CELL = 11
"""Pixels to a column."""


def picture(app: App[Any], file: Path) -> None:
    """Keep the screen as a PNG."""
    # Block letters are half spaces, which a picture keeps only when told to.
    svg = app.export_screenshot().replace("<text ", '<text xml:space="preserve" ')
    width = str(app.size.width * CELL)
    command = ["rsvg-convert", "--width", width, "--output", str(file)]
    subprocess.run(command, input=svg.encode(), check=True)


async def walk(folder: Path, theme: str, size: str) -> None:
    """Picture every stop in one theme at one size, named and numbered in the order of the tour."""
    columns, rows = map(int, size.split("x"))
    shown = folder / f"{theme}-{size}"
    shown.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        room = furnished(Path(place), Settings(theme=theme))
        async with room.opens(size=(columns, rows)) as chair:
            number = 0
            async for stop in tour(chair):
                number += 1
                picture(chair.app, shown / f"{number:02} {stop.replace('?', '')}.png")


def main(folder: str, *wanted: str) -> None:
    """Picture the tours that are asked for."""
    pairs: Iterable[tuple[str, str]] = zip(wanted[::2], wanted[1::2], strict=True)
    for theme, size in pairs if wanted else product(THEMES, SIZES):
        asyncio.run(walk(Path(folder), theme, size))


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Make the example sessions and the pictures anew."""

import asyncio
import contextlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from teamflow import locale

locale.use("nl")
os.environ["TEXTUAL_COLOR_SYSTEM"] = "truecolor"  # whatever terminal this is made in

from docs.tour.phones import picture_phones  # noqa: E402 - the language is chosen before screens
from docs.tour.player import Player  # noqa: E402 - the language is chosen before any screen
from docs.tour.stories import STORIES  # noqa: E402

from teamflow.core.form import fill  # noqa: E402
from teamflow.export import export_form  # noqa: E402
from teamflow.store.folder import Folder  # noqa: E402
from teamflow.tui.app import TeamflowApp  # noqa: E402

DOCS = Path(__file__).resolve().parents[1]
SESSIONS = DOCS.parent / "sessions"
PICTURES = DOCS / "pictures"
SIZES = {"": (80, 24), "-wide": (120, 36)}
ROOMY = ("round", "think")
"""The scenes that are also pictured on a larger screen."""


def picture(name: str, app: TeamflowApp) -> None:
    """Keep the screen as a PNG."""
    # Block letters are half spaces, which a picture keeps only when told to.
    svg = app.export_screenshot().replace("<text ", '<text xml:space="preserve" ')
    file = PICTURES / f"{name}.png"
    command = ["rsvg-convert", "--width", "900", "--output", str(file)]
    subprocess.run(command, input=svg.encode(), check=True)


def play(size: tuple[int, int], suffix: str) -> None:
    """Play all stories on a screen of that size; the last one is the one that's pictured."""
    with tempfile.TemporaryDirectory() as place, contextlib.chdir(place):
        sessions = Path("Documenten") / "Teamflow"  # the start screen shows it
        for number, story in enumerate(STORIES, start=1):
            pictured = number == len(STORIES)

            def scene(name: str, app: TeamflowApp, pictured: bool = pictured) -> None:
                if pictured and (not suffix or name in ROOMY):
                    picture(name + suffix, app)

            player = Player(story, sessions, Path(place) / f"state{number}", scene)
            asyncio.run(player.play(size))
        if not suffix:
            for file in sessions.glob("*.toml"):
                shutil.copy(file, SESSIONS / file.name)


def phones() -> None:
    """Picture the last story with phones in it."""
    with tempfile.TemporaryDirectory() as place, contextlib.chdir(place):
        player = Player(STORIES[-1], Path("Teamflow"), Path(place) / "state", picture)
        asyncio.run(
            picture_phones(
                STORIES[-1], player.world, picture, lambda name: PICTURES / f"{name}.png"
            )
        )


def paper() -> None:
    """Keep the last session's form as it's printed."""
    last = Folder(SESSIONS).last()
    assert last is not None, "the tour has made sessions"
    say = locale.catalogue("nl").gettext
    with tempfile.TemporaryDirectory() as place:
        form = Path(place) / "form.pdf"
        form.write_bytes(export_form(fill(last, say), ".pdf"))
        command = ["pdftoppm", "-r", "80", "-png", "-singlefile", str(form), str(PICTURES / "form")]
        subprocess.run(command, check=True)


for suffix, size in SIZES.items():
    play(size, suffix)
phones()
paper()

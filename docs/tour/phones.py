"""Phones in the room, pictured: the board with its code, and what two of them show."""

import datetime as dt
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from docs.tour.player import LOCAL, Scene
from docs.tour.stories import Story
from playwright.async_api import Page, async_playwright

from teamflow.core import actions as a
from teamflow.core.session import Participant
from teamflow.core.setup import SetUp, begin
from teamflow.core.update import update
from teamflow.join.room import Room
from teamflow.store.folder import Folder
from teamflow.tui.app import TeamflowApp
from teamflow.tui.screens.invitation import Invitation
from teamflow.tui.world import World

HERE, AT_SCHOOL = "127.0.0.1", "192.168.178.23"
NOTES = (
    "Eerst zelf voorspellen, dan pas lezen",
    "Moeilijke woorden vooraf op het bord",
    "Vijf minuten voorlezen aan het begin",
)
SCREEN: Any = {"width": 360, "height": 660}


class AtSchool(Room):
    """A room on this machine that looks, on the board, as it would look at school."""

    @property
    def address(self) -> str:
        """As it might be at school."""
        return AT_SCHOOL

    @property
    def url(self) -> str:
        """As it might be at school."""
        return self.way_in.replace(HERE, AT_SCHOOL)

    @property
    def way_in(self) -> str:
        """Where it really is."""
        return super().url


class Rooms:
    """Makes one room, and keeps hold of it."""

    def __init__(self, state: Path) -> None:
        self._state = state
        self.made: AtSchool

    async def room(self, live: Any, act: Any, remote: Any, changed: Any) -> Room:
        """The room, open on this machine."""
        self.made = AtSchool(live, self._state, act, remote, changed)
        await self.made.open(HERE)
        return self.made

    def was_open(self, session_id: str) -> bool:
        """Never before."""
        return not session_id


async def picture_phones(
    story: Story, world: World, scene: Scene, picture_of: Callable[[str], Path]
) -> None:
    """Play the beginning of a story with one phone in it."""
    rooms = Rooms(world.state)
    app = TeamflowApp(replace(world, rooms=rooms), _begun(story, world))
    async with app.run_test(size=(80, 24)) as pilot, async_playwright() as playwright:
        await pilot.pause()
        await pilot.press("enter", "f2")
        while not isinstance(app.screen, Invitation):
            await pilot.pause(0.05)
        browser = await playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        phone = await browser.new_page(viewport=SCREEN, locale="nl", device_scale_factor=2)
        await phone.goto(rooms.made.way_in)
        await phone.get_by_role("button", name=story.people[0]).click()
        await _think(phone)
        await pilot.pause()
        scene("phones", app)
        await phone.screenshot(path=picture_of("phone-think"))
        await pilot.press("f2", "pagedown")
        await phone.get_by_role("heading", name="Jij bent aan de beurt").wait_for()
        await phone.screenshot(path=picture_of("phone-turn"))
        await browser.close()
        await rooms.made.close()


async def _think(phone: Page) -> None:
    for note in NOTES:
        await phone.get_by_label("Wat zou kunnen helpen?").fill(note)
        await phone.keyboard.press("Enter")
    await phone.evaluate("document.activeElement.blur(); scrollTo(0, 0)")


def _begun(story: Story, world: World) -> Path:
    """The file of a meeting that thinks in silence."""
    people = tuple(map(Participant, story.people))
    now = dt.datetime.combine(story.day, dt.time(15, 36), LOCAL)
    setup = SetUp(
        story.day, school=story.school, team=story.team, chair=story.chair, participants=people
    )
    session = begin(setup, "phones", now)
    for action in (a.SetQuestion(story.question), a.Go("think")):
        session = update(session, action, now)
    return Folder(world.sessions).create(session, now)

"""Plays a story at the keys of the real program, with a clock that it moves itself."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docs.tour.stories import Story
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from teamflow.cli.rooms import LocalRooms
from teamflow.core.session import PHASES
from teamflow.store.firsts import Firsts
from teamflow.store.settings import Settings
from teamflow.tui.app import TeamflowApp
from teamflow.tui.screens.review import ReviewScreen
from teamflow.tui.widgets.field import LineField
from teamflow.tui.world import World

LOCAL = dt.timezone(dt.timedelta(hours=1))
HALF_PAST_THREE = dt.time(15, 30, tzinfo=LOCAL)
Scene = Callable[[str, TeamflowApp], None]


class Player:
    """Somebody who plays the chair. `scene` is called with a name wherever a picture pays."""

    def __init__(self, story: Story, sessions: Path, state: Path, scene: Scene) -> None:
        self.story = story
        self.now = dt.datetime.combine(story.day, HALF_PAST_THREE)
        self._scene = scene
        for phase in PHASES:  # what a first meeting is told isn't told in every picture
            Firsts(state).first(phase)
        self.world = World(
            sessions=sessions,
            settings=Settings(),
            settings_file=state / "settings.toml",
            state=state,
            now=lambda: self.now,
            report=lambda _: state / "teamflow.log",
            rooms=LocalRooms(state, lambda _: None),
        )
        self.app = TeamflowApp(self.world)
        self._pilot: Pilot[Any]

    async def play(self, size: tuple[int, int]) -> None:
        """The whole meeting, on a screen of that size."""
        async with self.app.run_test(size=size) as self._pilot:
            await self._pilot.pause()
            self._show("home")
            await self._set_up()
            await self._question()
            await self._think()
            await self._round()
            await self._choose()
            await self._plan()
            await self._evaluate()
            await self._close()

    def _show(self, name: str) -> None:
        self._scene(name, self.app)

    async def _set_up(self) -> None:
        story = self.story
        await self._to_new_meeting()
        if isinstance(self.app.screen, ReviewScreen):  # another team's agreement: not ours to judge
            await self._press("pagedown")
            await self._press("pagedown")
        for name in ("school", "team", "chair", "theme", "school_goal"):
            await self._fill(name, getattr(story, name))
        roster = self.app.screen.query_one("Roster")
        for _ in range(len(roster.people)):  # type: ignore[attr-defined]
            roster.action_remove()  # type: ignore[attr-defined]
        await self._fill("joining", ", ".join(story.people))
        await self._press("enter")
        self._show("set-up")
        await self._press("pagedown")

    async def _to_new_meeting(self) -> None:
        menu = self.app.screen.query_one("Menu")
        while menu.value != "new":  # type: ignore[attr-defined]
            await self._press("down")
        await self._press("enter")

    async def _question(self) -> None:
        await self._pass(minutes=6, seconds=12)
        await self._type(self.story.question)
        await self._press("enter")
        await self._type(self.story.measure)
        self._show("question")
        await self._press("pagedown")

    async def _think(self) -> None:
        await self._pass(minutes=1, seconds=43)
        self._show("think")
        await self._pass(minutes=3, seconds=20)
        await self._press("pagedown")

    async def _round(self) -> None:
        for count, turn in enumerate(self.story.turns, start=1):
            await self._pass(seconds=41)
            if not turn:
                await self._press("tab")
            elif turn.startswith("="):
                await self._press("ctrl+s")
                await self._type(turn[1:])
                await self._press("enter")
            else:
                await self._type(turn)
                if count == 6:
                    self._show("round")
                await self._press("enter")
        await self._press("ctrl+l")
        await self._type(self.story.parked)
        await self._press("enter")
        await self._press("pagedown")

    async def _choose(self) -> None:
        await self._vote(self.story.ballots)
        self._show("choose")
        if self.story.run_off:
            await self._vote(self.story.run_off)
        await self._pass(minutes=2, seconds=30)
        await self._type(self.story.chosen)
        await self._press("enter")
        await self._fill("why", self.story.why)
        await self._press("enter")
        await self._press("pagedown")

    async def _vote(self, ballots: tuple[str, ...]) -> None:
        await self._press("ctrl+o")
        for ballot in ballots:
            await self._type(ballot)
            await self._press("enter")
        await self._press("enter")

    async def _plan(self) -> None:
        await self._type(self.story.lesson)
        for what, who, when in self.story.steps:
            await self._fill("step.what", what)
            await self._fill("step.who", who)
            await self._fill("step.when", when)
            await self._press("enter")
        await self._pass(minutes=11)
        self._show("plan")
        await self._press("pagedown")

    async def _evaluate(self) -> None:
        names = ("indicator", "baseline", "target", "method", "reporter")
        for name, text in zip(names, self.story.evaluation, strict=True):
            await self._fill(name, text)
            await self._press("enter")
        await self._pass(minutes=6)
        self._show("evaluation")
        await self._press("pagedown")

    async def _close(self) -> None:
        await self._fill("next", self.story.next_meeting)
        await self._press("enter")
        await self._fill("scores", self.story.scores)
        await self._press("enter")
        await self._pass(minutes=2)
        self._show("close")
        await self._press("pagedown")
        await self._press("ctrl+q")
        await self._press("down")
        await self._press("enter")

    async def _fill(self, name: str, text: str) -> None:
        field = next(each for each in self.app.screen.query(LineField) if each.name == name)
        field.focus()
        await self._pilot.pause()
        await self._press("end", "ctrl+u")
        await self._type(text)

    async def _type(self, text: str) -> None:
        for character in text:
            key = "enter" if character == "\n" else _character_to_key(character)
            self.app.post_message(events.Key(key, character))
        await self._pilot.pause()

    async def _press(self, *keys: str) -> None:
        await self._pilot.press(*keys)
        await self._pilot.pause()

    async def _pass(self, minutes: float = 0, seconds: float = 0) -> None:
        self.now += dt.timedelta(minutes=minutes, seconds=seconds)
        ticker = getattr(self.app.screen, "ticker", None)
        if ticker is not None:
            ticker.tick()
        await self._pilot.pause()

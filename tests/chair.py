"""A chair at the real screens, with a clock that only moves when a test moves it."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.keys import Keys, _character_to_key
from textual.pilot import Pilot
from textual.widget import Widget

from dutch import LANGUAGE
from teamflow import locale
from teamflow.cli.rooms import LocalRooms
from teamflow.core import actions as a
from teamflow.core.clock import Mood
from teamflow.core.refusal import Refused
from teamflow.core.session import PHASES, Participant, PhaseName, Session
from teamflow.core.setup import SetUp, begin
from teamflow.core.update import update
from teamflow.locale import _
from teamflow.store.firsts import Firsts
from teamflow.store.folder import Folder
from teamflow.store.settings import Settings
from teamflow.tui.app import TeamflowApp
from teamflow.tui.lines import in_blocks
from teamflow.tui.screens.setup import SetUpScreen
from teamflow.tui.widgets.clock import BigClock
from teamflow.tui.widgets.field import LineField
from teamflow.tui.widgets.menu import Menu
from teamflow.tui.widgets.notice import Notice
from teamflow.tui.widgets.option import Option
from teamflow.tui.widgets.prose import ProseField
from teamflow.tui.world import Begin, World

PATIENCE = 20
"""Seconds after which what another thread is busy with will never come."""

QUIET = 20
"""How often in a row nobody may have anything left to do before the screen is at rest."""

CHARACTERS = {"space": " ", "enter": "\r", "tab": "\t", "escape": "\x1b", "question_mark": "?"}
"""What a terminal sends along with the name of a key."""
KEYS = {key.value for key in Keys} | {"space"}

AFTER_SCHOOL = dt.datetime(2026, 11, 23, 15, 0, tzinfo=dt.timezone(dt.timedelta(hours=1)))
TEAM = ("Fatima", "Joost", "Zoë", "Merel")
QUESTION = "Hoe helpen we meer kinderen in groep 6 om een tekst écht te begrijpen?"
IDEAS = (
    "Hardop denkend voordoen bij elke tekst",
    "Twee weken één thema, rijkere teksten",
    "Woordenschat vooraf",
    "In duo's lezen met hulpvragen",
    "Minder vragen achteraf, meer praten tijdens het lezen",
)


def noted(*ideas: str) -> tuple[a.Action, ...]:
    """What it takes to get to the round, with these ideas on the board."""
    return a.SetQuestion(QUESTION), a.Go("round"), *map(a.NoteIdea, ideas)


class Room:
    """What stays when the program stops: the folders, the clock, the laptop's settings. On a
    `new` laptop nobody has met before."""

    def __init__(
        self,
        place: Path,
        settings: Settings | None = None,
        *,
        rehearsal: bool = False,
        new: bool = False,
    ) -> None:
        self.place = place
        self.now = AFTER_SCHOOL
        self.reported: list[BaseException] = []
        self.return_code: int | None = None
        if not new:
            for phase in PHASES:
                Firsts(place / "state").first(phase)
        self.world = World(
            sessions=place / "sessions",
            settings=settings or Settings(),
            settings_file=place / "settings.toml",
            state=place / "state",
            now=lambda: self.now,
            report=self._report,
            rooms=LocalRooms(place / "state", self._report),
            rehearsal=rehearsal,
        )

    def _report(self, error: BaseException) -> Path:
        self.reported.append(error)
        return self.place / "teamflow.log"

    @property
    def files(self) -> list[Path]:
        """The sessions in the folder, in the order of their names."""
        return sorted(self.world.sessions.glob("*.toml"))

    @property
    def record(self) -> Session:
        """What the only file in the folder says."""
        (file,) = self.files
        return Folder(file.parent).load(file).session

    def has(self, *actions: a.Action, **setup: Any) -> Path:
        """A session in the folder in which this was done, at once."""
        people = setup.pop("people", TEAM)
        told: dict[str, Any] = {
            "school": "De Wilgen",
            "team": "Onderbouw",
            "date": self.now.date(),
        } | setup
        people = tuple(map(Participant, people))
        session = begin(SetUp(participants=people, **told), f"s{len(self.files)}", self.now)
        for action in actions:
            session = update(session, action, self.now)
        return Folder(self.world.sessions).create(session, self.now)

    def passes(self, minutes: float = 0, seconds: float = 0) -> None:
        """Let time pass, as it does in the world: whatever the hands of the clock do."""
        real = self.now.astimezone(dt.UTC) + dt.timedelta(minutes=minutes, seconds=seconds)
        self.now = real.astimezone(self.now.tzinfo)

    @asynccontextmanager
    async def opens(
        self, begin: Begin = "home", size: tuple[int, int] = (80, 24)
    ) -> "AsyncIterator[Chair]":
        """The program, from its start to its end; it ends in good order unless it's killed."""
        spoken = locale.language()
        locale.use(LANGUAGE)
        app = TeamflowApp(self.world, begin)
        chair: Chair | None = None
        try:
            async with app.run_test(size=size) as pilot:
                chair = Chair(self, app, pilot)
                await chair.settles()
                yield chair
        finally:
            self.return_code = app.return_code
            if app.sitting is not None:
                app.sitting.drop() if chair is not None and chair.killed else app.sitting.end()
            locale.use(spoken)

    @asynccontextmanager
    async def meets(
        self, *actions: a.Action, size: tuple[int, int] = (80, 24), **setup: Any
    ) -> "AsyncIterator[Chair]":
        """A meeting in which this was done, and whose chair has just come back to it."""
        async with self.opens(self.has(*actions, **setup), size) as chair:
            await chair.presses("enter")
            yield chair


class Chair:
    """The one at the keys: does what a hand can do, and sees what an eye can see."""

    def __init__(self, room: Room, app: TeamflowApp, pilot: Pilot[Any]) -> None:
        self.room, self.app, self._pilot = room, app, pilot
        self.killed = False
        self.bells = 0
        app.bell = self._hear  # type: ignore[method-assign] # a bell can't be heard in a test

    def _hear(self) -> None:
        self.bells += 1

    async def settles(self) -> None:
        """Wait until every key has had its effect, and the screen shows it."""
        await self._rests()
        self.app.screen._on_timer_update()  # the next frame, without waiting for its time
        await self._rests()

    async def _rests(self) -> None:
        quiet = 0
        while quiet < QUIET and self.app.is_running:
            await asyncio.sleep(0)
            quiet = 0 if any(pump.message_queue_size for pump in self._pumps()) else quiet + 1

    def _pumps(self) -> Iterable[Any]:
        yield self.app
        for screen in self.app.screen_stack:
            yield from screen.walk_children(with_self=True)

    async def types(self, text: str) -> None:
        """Type as fast as fingers and an operating system allow: no key waits for the last."""
        self._strikes(text)
        await self.settles()

    async def presses(self, *keys: str) -> None:
        """Press keys by their names, one after the other."""
        for key in keys:
            self._sends(key, CHARACTERS.get(key, key if len(key) == 1 else None))
            await self.settles()

    async def taps(self, column: int, row: int) -> None:
        """Tap the board, or click: what a terminal tells of it."""
        for event in (events.MouseDown, events.MouseUp):
            self.app.post_message(
                event(
                    None, column, row, 0, 0, 1, False, False, False,
                    screen_x=column, screen_y=row,
                )
            )  # fmt: skip
        await self.settles()

    async def rushes(self, keys: Iterable[str], pause: int = 0) -> None:
        """Press keys without waiting for what they do; between two of them the program gets
        `pause` turns to work."""
        for key in keys:
            self._sends(key, CHARACTERS.get(key, key if len(key) == 1 else None))
            for _turn in range(pause):
                await asyncio.sleep(0)
        await self.settles()

    def _strikes(self, text: str) -> None:
        for character in text:
            if character == "\n":
                self._sends("enter", "\r")
            else:
                self._sends(_character_to_key(character), character)

    def _sends(self, key: str, character: str | None) -> None:
        self.app.post_message(events.Key(key, character))

    async def does(self, *steps: str) -> None:
        """Press keys, and type what is no name of a key."""
        for step in steps:
            if step in KEYS or "+" in step:
                await self.presses(step)
            else:
                await self.types(step)

    async def pastes(self, text: str) -> None:
        self.app.post_message(events.Paste(text))
        await self.settles()

    async def enters(self, *lines: str) -> None:
        """Type lines, with Enter after each."""
        for line in lines:
            await self.types(line)
            await self.presses("enter")

    async def goes_on(self) -> None:
        await self.presses("pagedown")

    async def goes_back(self) -> None:
        await self.presses("pageup")

    async def waits(self, minutes: float = 0, seconds: float = 0) -> None:
        """Let time pass; the clock on the wall ticks at the end of it."""
        self.room.passes(minutes, seconds)
        if (ticker := getattr(self.app.screen, "ticker", None)) is not None:
            ticker.tick()
        await self.settles()

    async def pauses_typing(self) -> None:
        """As long as it takes for what is being typed to be kept."""
        screen = self.app.screen
        screen.keep() if isinstance(screen, SetUpScreen) else self.meeting.drafts.keep()
        await self.settles()

    async def resizes(self, width: int, height: int) -> None:
        await self._pilot.resize_terminal(width, height)
        await self.until(lambda: self.app.screen.outer_size == (width, height))

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait for what another thread is busy with."""
        async with asyncio.timeout(PATIENCE):
            while self.app.is_running and not holds():
                await asyncio.sleep(0)
        await self.settles()

    async def leaves(self, *, quits: bool = False) -> None:
        """Out of the meeting: to the start screen, or out of the program."""
        await self.presses("ctrl+q", "down", *(("down",) if quits else ()), "enter")
        await self.until(lambda: self.app.sitting is None)

    async def chooses(self, value: object) -> None:
        """Move to the row of a list that stands for this, and pick it."""
        menu = self.app.screen.query_one(Menu)
        await self.presses("home")
        seen = set()
        while menu.value != value:
            assert menu.marked not in seen, self._picture(f"no row {value!r} in")
            seen.add(menu.marked)
            await self.presses("down")
        await self.presses("enter")
        if value == "new":  # what the team left behind is read first
            await self.until(lambda: self.place != "HomeScreen")

    def is_killed(self) -> None:
        """From here on the program has no chance to end in good order."""
        self.killed = True

    async def clears(self) -> None:
        """Empty the field that the cursor is in."""
        await self.presses("end", "ctrl+u")

    async def turns(self, name: str, times: int = 1) -> None:
        """Turn an option to its next value."""
        next(each for each in self.app.screen.query(Option) if each.name == name).focus()
        await self.presses(*("right",) * times)

    @property
    def notice(self) -> str:
        """What the line above the keys says: trouble, or else a passing word."""
        line = self.app.screen.query_one(Notice)
        return line.trouble or line.text

    async def goes_to(self, name: str) -> None:
        """Put the cursor in the field with that name."""
        self.field(name).focus()
        await self.settles()

    async def focuses(self, widget: str) -> None:
        """Put the cursor in the only widget of that kind."""
        self.app.screen.query_one(widget).focus()
        await self.settles()

    @property
    def meeting(self) -> Any:
        """The meeting's screen, under whatever stands above it."""
        return next(screen for screen in self.app.screen_stack if hasattr(screen, "drafts"))

    @property
    def session(self) -> Session:
        assert self.app.sitting is not None
        return self.app.sitting.live.session

    @property
    def record(self) -> Session:
        """What the session's file says, once all that was done has reached it."""
        assert self.app.sitting is not None
        assert self.app.sitting._keeper.flush(5)
        return Folder(self.app.sitting.path.parent).load(self.app.sitting.path).session

    @property
    def clock(self) -> str:
        """The time on the big clock."""
        return self.app.screen.query_one(BigClock).time

    @property
    def mood(self) -> Mood:
        """How urgent the big clock looks."""
        return self.app.screen.query_one(BigClock).mood

    def is_at(self, phase: PhaseName) -> None:
        """The meeting is in that phase."""
        assert self.session.phase == phase

    @property
    def turn(self) -> str | None:
        """Whose turn it is."""
        return self.session.round.turn

    @property
    def board(self) -> list[str]:
        """The ideas, in their order."""
        return [idea.text for idea in self.session.ideas]

    @property
    def lines(self) -> list[str]:
        """The screen, line by line, as it's drawn."""
        return [strip.text for strip in self.app.screen._compositor.render_strips()]

    @property
    def wall(self) -> str:
        """All text on the screen, with single spaces."""
        return " ".join(" ".join(self.lines).split())

    def sees(self, *texts: str) -> None:
        """These texts stand on the screen; sentences of the program's in its own language."""
        for text in texts:
            assert " ".join(text.split()) in self.wall, self._picture(f"no {text!r} in")

    def sees_no(self, *texts: str) -> None:
        for text in texts:
            assert " ".join(text.split()) not in self.wall, self._picture(f"{text!r} in")

    def reads(self, sentence: str, selector: str) -> bool:
        """Whether a sentence for the whole room stands in that widget, and all of it: in words, or
        on a large wall in block letters."""
        widget = self.app.screen.query_one(selector)
        x, y, width, height = widget.region.intersection(self.app.screen.region)
        rows = " ".join(line[x : x + width] for line in self.lines[y : y + height])
        told = " ".join(rows.replace("▌", " ").split())
        large = in_blocks((sentence,), *widget.content_size, most=3, largest=1) or ((),)
        letters = " ".join(" ".join(large[0]).split())
        return sentence in told or told == letters != ""

    def is_told(self, sentence: str, **values: object) -> None:
        """The program says this, in the language of the room."""
        self.sees(self.says(sentence).format(**values))

    def is_refused(self, action: a.Action) -> None:
        """The screen says why this can't be done now."""
        with pytest.raises(Refused) as refusal:
            update(self.session, action, self.room.now)
        self.sees(refusal.value.told(_))

    def says(self, sentence: str) -> str:
        """A sentence of the program's, in the language of the room."""
        return _(sentence)

    def _picture(self, why: str) -> str:
        return "\n".join([why, *(line.rstrip() for line in self.lines)])

    def shows_whole(self, widget: str) -> bool:
        """Whether a widget stands on the screen with all its rows and columns."""
        region = self.app.screen.query_one(widget).region
        return region.area > 0 and self.app.screen.region.contains_region(region)

    def field(self, name: str) -> LineField | ProseField:
        fields = self.app.screen.query("*").results(Widget)
        return next(
            field
            for field in fields
            if isinstance(field, LineField | ProseField) and field.name == name
        )

    def text_in(self, name: str) -> str:
        """What stands in the field with that name."""
        return self.field(name).typed

    @property
    def place(self) -> str:
        """The name of the screen that is on."""
        return type(self.app.screen).__name__

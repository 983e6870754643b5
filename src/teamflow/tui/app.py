"""The app: which place is on screen, which session is open, and what is said when all fails."""

import asyncio
import gc
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text
from textual.app import App
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.filter import LineFilter
from textual.screen import Screen

from teamflow.locale import _
from teamflow.store.settings import Settings
from teamflow.tui.messages import (
    Adopt,
    AnotherTeam,
    Export,
    GoHome,
    LeaveMeeting,
    OpenSession,
    Review,
    Reviewed,
    Visit,
)
from teamflow.tui.plain import PLAIN
from teamflow.tui.remembering import remember
from teamflow.tui.screens.home import HomeScreen, faulty
from teamflow.tui.signals import when_told_to_end
from teamflow.tui.sixteen import SIXTEEN, has_sixteen
from teamflow.tui.themes import THEMES, known, other
from teamflow.tui.world import Begin, End, World

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teamflow.store.conflicts import Conflict
    from teamflow.store.trouble import Trouble
    from teamflow.tui.screens.meeting import MeetingScreen
    from teamflow.tui.sitting import Sitting

STARTED = 1.0
"""Seconds after which a start is over, and what it made is there to stay."""


class TeamflowApp(App[End]):
    """Small on purpose: each place knows its own business. What isn't needed for the first
    frame is imported when it's visited."""

    ENABLE_COMMAND_PALETTE = False
    TITLE = "teamflow"
    DEFAULT_CSS = """
    TeamflowApp.-touch KeyBar { height: 3; }
    TeamflowApp.-touch Stage.-bare KeyBar { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", show=False),
        Binding("ctrl+c", "screen.leave", show=False, system=True),
    ]

    def __init__(self, world: World, begin: Begin = "home") -> None:
        super().__init__()
        self.world = world
        self.settings = world.settings
        self.animation_level = "none"
        self.sitting: Sitting | None = None
        self.pen = asyncio.Lock()
        """Who holds it saves the settings."""
        self._begin = begin
        for theme in THEMES:
            self.register_theme(theme)
        self._adopt(world.settings)

    def on_adopt(self, event: Adopt) -> None:
        self._adopt(event.settings)

    def _adopt(self, settings: Settings) -> None:
        drawn_anew = settings.ascii is not self.settings.ascii
        self.settings = settings
        self.theme = known(settings.theme)
        if drawn_anew:
            for screen in self.screen_stack:
                for widget in screen.walk_children(with_self=True):
                    widget.refresh()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own, and ours for a terminal with few colours or a poor font."""
        few = (SIXTEEN,) if has_sixteen(self) else ()
        plain = (PLAIN,) if self.world.ascii or self.settings.ascii else ()
        return (*super().get_line_filters(), *few, *plain)

    def get_driver_class(self) -> type[Driver]:
        """The one that Textual has for this system, asleep between two keys where it can be."""
        usual = super().get_driver_class()
        if usual.__name__ != "LinuxDriver":  # it can't even be imported on Windows
            return usual
        from teamflow.tui.driver import SleepingDriver

        return SleepingDriver

    def get_default_screen(self) -> Screen[Any]:
        return HomeScreen(self.world) if self._begin == "home" else Screen()

    def on_click(self) -> None:
        self.add_class("-touch")  # from now on there are buttons to hit

    def on_mount(self) -> None:
        self.set_timer(STARTED, collect_what_comes)
        when_told_to_end(self._end)
        self.call_later(self._begin_at, self._begin)  # what is drawn before the app stands is lost

    async def _begin_at(self, begin: Begin) -> None:
        if isinstance(begin, Path):
            self._open(begin, interrupted=True)
        elif begin != "home":
            await self._visit(begin)
        elif self.world.faults:
            self._say_at_home(faulty(self.world.faults[0]))

    def _end(self, code: int) -> None:
        """End now, with what is still being typed in safety."""
        self.exit(return_code=code)
        for meeting in self._meetings():
            meeting.keep()

    def run(self, *args: Any, **options: Any) -> End | None:
        """Run until the user is done; what was still to be saved is saved first."""
        try:
            return super().run(*args, **options)
        finally:
            if self.sitting is not None:
                self.sitting.end()

    def on_go_home(self, event: GoHome) -> None:
        self._go_home(event.said)

    def action_go_home(self) -> None:
        self._go_home()

    def action_go_back(self) -> None:
        """To the place from which this one was opened."""
        if len(self.screen_stack) > 2:
            self.pop_screen()
        else:
            self._go_home()

    def show_place(self, place: Screen[Any]) -> None:
        """Show a place instead of the one that is on screen."""
        self._back_to_base()
        self.push_screen(place)

    def _go_home(self, said: str = "") -> None:
        self._back_to_base()
        if not isinstance(self.screen, HomeScreen):
            self.push_screen(HomeScreen(self.world))
        self.call_after_refresh(self._say_at_home, said)

    def _say_at_home(self, said: str) -> None:
        if isinstance(self.screen, HomeScreen):
            self.screen.say(said)

    def _back_to_base(self) -> None:
        while len(self.screen_stack) > 1:
            self.pop_screen()

    async def on_visit(self, event: Visit) -> None:
        await self._visit(event.place)

    async def _visit(self, place: str) -> None:
        if place == "new":
            from teamflow.tui.looping import begin_anew

            await begin_anew(self)
        elif place == "archive":
            from teamflow.tui.screens.archive import ArchiveScreen

            self.show_place(ArchiveScreen(self.world))
        elif place == "settings":
            from teamflow.tui.screens.settings import SettingsScreen

            meeting = self.sitting is not None
            show = self.push_screen if meeting else self.show_place
            show(SettingsScreen(self.world, self.settings, meeting=meeting))
        elif self.world.rehearsal:
            from teamflow.tui.rehearsing import invented

            self._open(invented(self.world), interrupted=False)
        else:
            self.exit("rehearse")

    def on_open_session(self, event: OpenSession) -> None:
        self._open(event.path, interrupted=event.interrupted, said=event.said)

    def _open(self, path: Path, *, interrupted: bool, said: str = "") -> None:
        from teamflow.store.problem import Unreadable
        from teamflow.tui.opening import Opening

        try:
            Opening(self, path, said).begin(interrupted=interrupted)
        except Unreadable as unreadable:
            self._go_home(faulty(unreadable.problems[0]))

    def on_review(self, event: Review) -> None:
        from teamflow.tui.screens.review import ReviewScreen

        self.push_screen(ReviewScreen(self.world, event.stored))

    def on_reviewed(self, event: Reviewed) -> None:
        from teamflow.tui.looping import go_on

        go_on(self, event)

    def on_another_team(self, event: AnotherTeam) -> None:
        from teamflow.tui.looping import set_up_another

        set_up_another(self, event)

    def on_export(self, event: Export) -> None:
        from teamflow.tui.exporting import ask_and_export

        ask_and_export(self, event)

    def trouble(self, trouble: "Trouble | None") -> None:
        """Tell what keeps a session from the disk; None: it's solved. Callable from any thread."""
        told = trouble.told(_) if trouble else ""
        self.call_later(self._tell_trouble, told)

    def _tell_trouble(self, told: str) -> None:
        for meeting in self._meetings():
            meeting.trouble(told)

    def conflict(self, conflict: "Conflict") -> None:
        """Ask which of two versions of a session is to go on. Callable from any thread."""
        from teamflow.tui.versions import ask_which

        self.call_later(ask_which, self, conflict)

    def on_ask_which(self) -> None:
        from teamflow.tui.versions import ask_again

        ask_again(self)

    def _meetings(self) -> "Iterator[MeetingScreen]":
        from teamflow.tui.screens.meeting import MeetingScreen

        return (screen for screen in self.screen_stack if isinstance(screen, MeetingScreen))

    async def on_leave_meeting(self, event: LeaveMeeting) -> None:
        sitting = self.sitting
        if sitting is not None:
            if not await asyncio.to_thread(sitting.saved):
                return  # the meeting stays on the screen, which says what keeps it from the disk
            for meeting in self._meetings():
                await meeting.send_phones_out()
            sitting.end()
        self.sitting = None
        if event.quits or self.world.rehearsal:
            self.exit("quit")
        else:
            self._go_home()

    def action_theme(self) -> None:
        """Change to the next theme, and keep to it."""
        self.theme = other(self.theme)
        self.run_worker(remember(self, theme=self.theme))

    def _fatal_error(self) -> None:
        # Textual's own shows a traceback, with the meeting's text in it, to the room.
        error = self._exception or RuntimeError()
        log = self.world.report(error)
        self.bell()
        self.panic(
            Text(
                "\n".join(
                    (
                        _("Something went wrong that we didn't foresee. The session is safe."),
                        _(
                            "Start again and you carry on right there. The details are in {log}."
                        ).format(log=log),
                    )
                )
            )
        )


def collect_what_comes() -> None:
    """Let Python look for garbage from now on, but never in what the start has made."""
    gc.freeze()
    gc.enable()

"""Where everything begins: go on, begin, look back, practise, set up to taste."""

from functools import cache
from pathlib import Path
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from teamflow.locale import _
from teamflow.store.copies import copies, namesakes, versions_of
from teamflow.store.head import Summary, read_head, session_names
from teamflow.store.problem import Problem, shown
from teamflow.store.reading import unread
from teamflow.tui.messages import OpenSession, Visit
from teamflow.tui.screens.room import fit
from teamflow.tui.widgets.blocktext import BlockText
from teamflow.tui.widgets.keybar import KeyBar
from teamflow.tui.widgets.menu import Menu, Row
from teamflow.tui.widgets.notice import Notice
from teamflow.tui.world import World

RECENT: Final = 12
"""How many of the newest sessions are looked through for one that was interrupted."""

WIDTHS: Final = [(0, "-narrow"), (56, "-wide"), (110, "-broad"), (200, "-vast")]
HEIGHTS: Final = [(0, "-flat"), (20, "-low"), (24, "-roomy"), (30, "-high"), (45, "-tall")]
TALL: Final = 45
"""Rows from which there's air between the choices."""
APART: Final = "≠"
"""Stands where a session has more than one version."""


class HomeScreen(Screen[None]):
    """One list with everything in it. A session's head is read when its row is drawn."""

    DEFAULT_CSS = """
    HomeScreen {
        layout: vertical; align: center middle;
        & > * { max-width: 112; }
        & > KeyBar { max-width: 100%; }
        & #name {
            height: 6; padding: 1 2 0 2; text-style: bold; color: $primary; text-wrap: nowrap;
        }
        & #motto { height: 3; padding: 1 2 0 2; color: $quiet; }
        & #folder {
            height: 2; padding: 1 2 0 2; color: $quiet; text-wrap: nowrap; text-overflow: ellipsis;
        }
        & Notice { padding: 0 2; }
        &.-flat #folder, &.-low #folder { display: none; }
        &.-low #name { height: 4; }
        &.-high Menu, &.-tall Menu { height: auto; max-height: 45vh; }
        &.-high.-broad #name, &.-high.-vast #name, &.-tall.-broad #name { height: 8; }
        &.-tall.-vast {
            & > * { max-width: 150; }
            & > KeyBar { max-width: 100%; }
            & #name { height: 11; }
        }
        &.-tall Menu { max-height: 60vh; }
        &.-tall #motto { height: 4; }
        &.-tall #folder { height: 3; padding: 2 2 0 2; }
        &.-flat #name, &.-narrow #name { height: 2; }
    }
    """
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1,question_mark", "keys", _("keys"), key_display="F1"),
        Binding("ctrl+f", "visit('archive')", _("all meetings")),
        Binding("ctrl+t", "app.theme", _("other colours")),
        Binding("ctrl+q", "app.quit", _("quit")),
    ]

    def __init__(self, world: World) -> None:
        super().__init__()
        self._world = world
        self._top: list[Row] = []
        self._names: list[str] = []

    def compose(self) -> ComposeResult:
        fit(self)
        yield BlockText("teamflow", id="name")
        yield Static(_("From a question to a better lesson, together."), id="motto", markup=False)
        yield Menu(0, self._row, lead=10, airy=TALL)
        yield Static(id="folder", markup=False)
        yield Notice()
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one("#folder", Static).update(
            _("Sessions are in {folder}").format(folder=shown(self._world.sessions))
        )
        self._fill()
        self.query_one(Menu).focus()

    def on_screen_resume(self) -> None:
        self._fill()

    def say(self, text: str) -> None:
        """Show a line of text above the keys."""
        for notice in self.query(Notice):  # none, for a moment, as another place is shown
            notice.say(text)

    def _fill(self) -> None:
        trouble = ""
        try:
            self._names = session_names(self._world.sessions)
        except OSError as error:
            self._names = []
            trouble = unread(self._world.sessions, error).told(_)
        self.query_one(Notice).trouble = trouble
        self._summary = cache(lambda name: read_head(self._world.sessions / name))
        self._versions = cache(self._versions_at)
        self._top = [*self._interrupted(), *_places(), *_past(bool(self._names))]
        self.query_one(Menu).fill(len(self._top) + len(self._names), self._row)

    def _interrupted(self) -> list[Row]:
        for place, name in enumerate(self._names[:RECENT]):
            found = self._summary(name)
            if found.readable and not found.closed:
                what = found.question or found.team or _("a meeting")
                versions = self._versions(place)
                apart = versions_told(versions[0], versions) if versions else ""
                return [Row(what, found, lead=_("Go on"), tail=apart)]
        return []

    def _versions_at(self, place: int) -> tuple[Path, ...]:
        """All versions of the session at a place in the list, where there are more than one.
        Only heads of files whose names ask for it are read for that."""
        kin = namesakes(self._names, place)
        if len(kin) == 1:
            return ()
        return versions_of(self._summary(self._names[place]).file, copies(map(self._summary, kin)))

    def _row(self, place: int) -> Row:
        if place < len(self._top):
            return self._top[place]
        past = place - len(self._top)
        return _told(self._summary(self._names[past]), self._versions(past))

    def on_menu_picked(self, event: Menu.Picked) -> None:
        value = event.value
        if isinstance(value, Summary):
            if value.problem is not None:
                self.say(faulty(value.problem))
            else:
                self.post_message(OpenSession(value.file, interrupted=not value.closed))
        else:
            self.post_message(Visit(str(value)))

    def action_visit(self, place: str) -> None:
        self.post_message(Visit(place))

    def action_keys(self) -> None:
        from teamflow.tui.screens.keys import Keys

        self.app.push_screen(Keys(self))


def _places() -> tuple[Row, ...]:
    return (
        Row(_("A new meeting"), "new", lead=_("Begin")),
        Row(_("All meetings: search and look back"), "archive", lead=_("Archive")),
        Row(
            _("Try it with a made-up team, at ten times the speed"), "rehearse", lead=_("Rehearse")
        ),
        Row(_("Language, times, colours"), "settings", lead=_("Settings")),
    )


def _past(any_yet: bool) -> tuple[Row, ...]:
    told = _("Earlier meetings") if any_yet else _("Your meetings will be listed here.")
    return Row(""), Row(told)


def faulty(problem: Problem) -> str:
    """What is wrong with which file, and where in it."""
    name = named(problem.file) if problem.file else ""
    return " · ".join(filter(None, (name, located(problem))))


def located(problem: Problem) -> str:
    """What is wrong, and where in its file."""
    reason = problem.told(_)
    if problem.line is None:
        return reason
    return _("line {line}: {reason}").format(line=problem.line, reason=reason)


def named(file: Path) -> str:
    """A file's name without what would steer the terminal."""
    return "".join(each if each.isprintable() else "�" for each in shown(Path(file.name)))


def versions_told(file: Path, versions: tuple[Path, ...]) -> str:
    """That a file is one of several versions of a session; nothing where it's the only one."""
    if not versions:
        return ""
    told = _("{n} versions").format(n=len(versions)) if file == versions[0] else _("a copy")
    return f"{APART} {told}"


def _told(summary: Summary, versions: tuple[Path, ...]) -> Row:
    if summary.problem is not None:
        told = _("can't be read: {file}").format(file=named(summary.file))
        return Row(told, summary, lead="!")
    day = f"{summary.date:%d-%m-%Y}" if summary.date else ""
    what = summary.question or summary.theme or _("(no question yet)")
    tail = versions_told(summary.file, versions) or summary.team
    return Row(what, summary, lead=day, tail=tail)

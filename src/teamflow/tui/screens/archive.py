"""All sessions, to look back on: found by any word in them, by team, period and state."""

import asyncio
import datetime as dt
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import ClassVar, Final

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Static
from textual.worker import WorkerError

from teamflow.locale import N_, _
from teamflow.store.archive import Period, Survey, Wanted, school_year, wanted_of
from teamflow.store.copies import versions_of
from teamflow.store.head import Summary, read_head, session_names
from teamflow.store.reading import unread
from teamflow.store.search import Words
from teamflow.store.standing import Standing
from teamflow.tui.messages import GoHome
from teamflow.tui.screens.home import HEIGHTS
from teamflow.tui.screens.reading import ReadingScreen
from teamflow.tui.screens.room import fit
from teamflow.tui.screens.tidying import Tidying
from teamflow.tui.widgets.beside import Beside, loaded
from teamflow.tui.widgets.field import after_typing
from teamflow.tui.widgets.filter import Filter
from teamflow.tui.widgets.keybar import KeyBar
from teamflow.tui.widgets.menu import Menu, Row
from teamflow.tui.widgets.notice import Notice
from teamflow.tui.widgets.option import Option
from teamflow.tui.widgets.shelf import Shelf, row_of
from teamflow.tui.world import World

WIDTHS: Final = [(0, "-narrow"), (76, "-beside"), (100, "-wide")]
ROOMY: Final = 30
"""Rows from which there's air between the sessions."""
SLICE: Final = 250
"""How many files are looked at before what was found is shown and a newer wish can take over."""
STANDINGS: Final = (
    (None, N_("every state")),
    (Standing.RUNNING, N_("still running")),
    (Standing.TO_EVALUATE, N_("to evaluate")),
    (Standing.OVERDUE, N_("overdue")),
    (Standing.EVALUATED, N_("evaluated")),
    (Standing.UNREADABLE, N_("can't be read")),
)


class ArchiveScreen(Tidying):
    """Looking changes nothing. Rows are read when they're drawn, and the rest when they're
    looked for, in slices beside the keys."""

    DEFAULT_CSS = """
    ArchiveScreen {
        layout: vertical; align-horizontal: center;
        & > * { max-width: 200; }
        & > KeyBar { max-width: 100%; }
        & #top { height: 2; padding: 1 2 0 2; }
        & #title { width: 1fr; text-style: bold; color: $primary; }
        & #count { width: auto; color: $quiet; }
        & Filter { margin: 0 2 0 1; }
        & #options { height: 1; margin: 0 1 1 1; }
        & Option { width: 1fr; margin-right: 1; }
        & #both { height: 1fr; }
        & Shelf { width: 1fr; }
        & Beside { display: none; width: 1fr; margin: 0 2 0 1; }
        & Notice { padding: 0 2; }
        &.-beside Beside, &.-wide Beside { display: block; }
        &.-beside Shelf { width: 45%; min-width: 36; }
        &.-beside .state { display: block; }
        &.-empty Beside { display: none; }
        &.-empty Shelf { width: 1fr; }
        &.-roomy #top, &.-high #top, &.-tall #top { height: 3; }
        &.-high Filter, &.-tall Filter { margin: 0 2 1 1; }
        &.-flat #top { height: 1; padding: 0 2; }
        &.-flat #options { margin: 0 1; }
    }
    """
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "clear", _("show all"), key_display="Esc"),
        Binding("escape", "back", _("back"), key_display="Esc"),
        Binding("tab", "app.focus_next", _("team, year, state")),
        Binding("f1,question_mark", "keys", _("keys"), key_display="F1"),
        Binding("ctrl+q", "app.go_home", show=False),
    ]

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self._folder = world.sessions
        self._today: dt.date = world.now().date()
        self._names: list[str] = []
        self._found: list[str] = []
        self._copies: dict[Path, Path] = {}
        self._shelf = Shelf(0, self._row, airy=ROOMY)
        self._beside = Beside()
        self._count = Static(id="count", markup=False)
        self._filter = Filter("filter", placeholder=_("any word: a question, an idea, a name"))
        self._team = Option("team", [("", _("every team"))], "")
        self._period = Option("period", _periods(self._today), None)
        self._state = Option("state", [(each, _(told)) for each, told in STANDINGS], None)

    def compose(self) -> ComposeResult:
        fit(self)
        with Horizontal(id="top"):
            yield Static(_("All meetings"), id="title", markup=False)
            yield self._count
        yield self._filter
        with Horizontal(id="options"):
            yield self._team
            yield self._period
            yield self._state
        with Horizontal(id="both"):
            yield self._shelf
            yield self._beside
        yield Notice()
        yield KeyBar()

    def on_mount(self) -> None:
        self._filter.focus()

    def on_descendant_focus(self) -> None:
        self._shelf.led = self._filter.has_focus

    def on_screen_resume(self) -> None:
        self.read_again()

    def read_again(self) -> None:
        trouble = ""
        try:
            self._names = session_names(self._folder)
        except OSError as error:
            self._names, trouble = [], unread(self._folder, error).told(_)
        self.query_one(Notice).trouble = trouble
        # Names now, the rest when it's asked about: what is on the disk may have changed.
        self._summary = lru_cache(256)(lambda name: read_head(self._folder / name))
        self._search()
        self._survey()

    def _row(self, place: int) -> Row:
        summary = self._summary(self._found[place])
        return row_of(summary, self._today, self.versions(summary.file))

    def versions(self, file: Path) -> tuple[Path, ...]:
        return versions_of(file, self._copies)

    def marked(self) -> Row:
        return self._row(self._shelf.marked) if self._found else Row("")

    # What is looked for

    def on_typed(self) -> None:
        self._search_anew()

    def on_option_turned(self) -> None:
        self._search_anew()

    def _search_anew(self) -> None:
        self._shelf.marked = 0
        self._shelf.scroll_home(animate=False)
        self._search()

    def _search(self) -> None:
        self._sifting = self._sift(self._wanted())
        self.refresh_bindings()

    def _wanted(self) -> Wanted:
        period, state = self._period.value, self._state.value
        return Wanted(
            Words(self._filter.typed),
            str(self._team.value),
            period if isinstance(period, Period) else None,
            state if isinstance(state, Standing) else None,
            _,
        )

    @work(group="sift", exclusive=True)
    async def _sift(self, wanted: Wanted) -> None:
        if wanted.anything:
            self._show(self._names, len(self._names))
            return
        found: list[str] = []
        for seen in range(0, len(self._names), SLICE):
            some = self._names[seen : seen + SLICE]
            found += await asyncio.to_thread(wanted_of, self._folder, some, wanted, self._today)
            if found:
                self._show(found, seen + len(some))
        self._show(found, len(self._names))

    def _show(self, found: list[str], seen: int) -> None:
        """Show what was found among the `seen` newest."""
        self._found = found
        every = len(self._names)
        self.set_class(not found and seen == every, "-empty")
        if found or seen < every:
            self._shelf.fill(len(found), self._row)
        else:
            nothing = _("Nothing found.") if every else _("Your meetings will be listed here.")
            self._shelf.fill(1, lambda _place: Row(nothing))
        told = _("{n} of {all}").format(n=_grouped(len(found)), all=_grouped(every))
        share = f" · {100 * seen // every} %" if seen < every else ""
        self._count.update(told + share)

    @work(group="survey", exclusive=True)
    async def _survey(self) -> None:
        survey = Survey(self._folder)
        for start in range(0, len(self._names), SLICE):
            await asyncio.to_thread(survey.look_at, self._names[start : start + SLICE])
        self._team.offer([("", _("every team")), *((team, team) for team in survey.teams)])
        self._copies = survey.copies
        self._shelf.refresh()
        self.on_shelf_marked()

    # What is marked

    def on_resize(self) -> None:
        self.call_after_refresh(self.on_shelf_marked)  # there may be room for the form now

    def on_shelf_marked(self) -> None:
        self.refresh_bindings()
        if not self.has_class("-narrow"):
            row = self.marked()
            summary = row.value
            self._beside.show(summary.file if isinstance(summary, Summary) else None, row.tail)

    async def on_filter_picked(self) -> None:
        """Open what the list shows once it has what was typed."""
        with suppress(WorkerError):
            await self._sifting.wait()
        self._shelf.action_pick()

    def on_menu_picked(self, event: Menu.Picked) -> None:
        if isinstance(event.value, Summary):
            stored, why = loaded(event.value.file)
            if stored is None:
                self.say(why)
            else:
                self.app.push_screen(ReadingScreen(stored))

    # Keys

    def action_move(self, step: int) -> None:
        self._shelf.action_move(step)

    def action_page(self, step: int) -> None:
        self._shelf.action_page(step)

    def action_jump(self, place: int) -> None:
        self._shelf.action_jump(place)

    def on_key(self, event: events.Key) -> None:
        """A letter goes into the filter, wherever the focus is."""
        if event.is_printable and event.character and self.focused is not self._filter:
            event.stop()
            self._filter.focus()
            self._filter.insert_text_at_cursor(event.character)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "compare":
            return self.comparable
        return action != ("clear" if self._wanted().anything else "back")

    def action_clear(self) -> None:
        after_typing(self, self._step_back)

    def action_back(self) -> None:
        after_typing(self, self._step_back)

    def _step_back(self) -> None:
        """To all meetings where only some are shown, and from there home."""
        if self._wanted().anything:
            self.post_message(GoHome())
            return
        for option in (self._team, self._period, self._state):
            option.place = 0
        self._filter.put("")
        self._filter.focus()
        self._search_anew()

    def action_keys(self) -> None:
        from teamflow.tui.screens.keys import Keys

        self.app.push_screen(Keys(self))


def _periods(today: dt.date) -> list[tuple[Period | None, str]]:
    return [
        (None, _("every year")),
        (school_year(today), _("this school year")),
        (school_year(today, 1), _("last school year")),
    ]


def _grouped(number: int) -> str:
    """A number with its thousands set apart, as the reader's language does."""
    return f"{number:,}".replace(",", _(","))

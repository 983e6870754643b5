"""Sessions in a list: what each is about, and under it when, who, and how it stands."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar, Final

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from teamflow.locale import N_, _
from teamflow.store.head import Summary
from teamflow.store.standing import Standing, standing_of, standing_told
from teamflow.tui.screens.home import APART, located, named, versions_told
from teamflow.tui.widgets.menu import MARK, NO_MARK, Menu, Row, fitted

MARKS: Final = {
    Standing.RUNNING: "●",
    Standing.TO_EVALUATE: "○",
    Standing.OVERDUE: "!",
    Standing.DONE: "·",
    Standing.UNREADABLE: "×",
}
OUTCOMES: Final = {"reached": "✓", "partly": "◐", "not": "✗"}
UNKNOWN: Final = "–"
DATED: Final = {
    Standing.TO_EVALUATE: N_("to evaluate on {day}"),
    Standing.OVERDUE: N_("overdue since {day}"),
}
"""What is told with a day, which is written in figures where there's no room for its month."""
ROOMY: Final = 48
"""Columns from which a row has room for its state in words; below it its mark must do."""


class Shelf(Menu, can_focus=False):
    """Two lines a session. It's moved by whoever has the keys, so it never takes them itself."""

    tall = 2
    led: reactive[bool] = reactive(True)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "shelf--quiet", "shelf--overdue", "shelf--reached",
    }  # fmt: skip
    DEFAULT_CSS = """
    Shelf {
        overflow-x: hidden;
        & .menu--row { text-style: bold; }
        & .shelf--quiet { color: $quiet; background: $background; }
        & .shelf--overdue { color: $error; background: $background; text-style: bold; }
        & .shelf--reached { color: $success; background: $background; text-style: bold; }
    }
    """

    class Marked(Message):
        """Another row has the mark now."""

    def _mark(self, place: int) -> None:
        super()._mark(place)
        self.post_message(self.Marked())

    def fill(self, count: int, row: Callable[[int], Row]) -> None:
        super().fill(count, row)
        self.post_message(self.Marked())

    def _drawn(self, row: Row, marked: bool, width: int) -> Sequence[Strip]:
        marked = marked and row.value is not None
        band = self._row_style(row, marked) if marked and self.led else None
        title = band or self.get_component_rich_style("menu--row")
        quiet = band or self.get_component_rich_style("shelf--quiet")
        above = f"{MARK if marked else NO_MARK}{fitted(row.text, width - 4)}"
        tail = f"  {_state(row, width)}  "
        left = NO_MARK + fitted(row.lead, width - len(NO_MARK) - cell_len(tail))
        return (
            Strip([Segment(set_cell_size(above, width), title)], width),
            Strip([Segment(left, quiet), Segment(tail, band or self._style_of(row))], width),
        )

    def _style_of(self, row: Row) -> Style:
        """How the state of a session is coloured, which says no more than its mark and words."""
        kind = {"!": "overdue", "×": "overdue", "≠": "overdue", "✓": "reached"}.get(
            row.tail[:1], "quiet"
        )
        return self.get_component_rich_style(f"shelf--{kind}")


def _state(row: Row, width: int) -> str:
    """As much of a session's state as leaves room for when and who."""
    if width < ROOMY:
        return row.tail[:1]
    room = width - len(NO_MARK) - cell_len(row.lead) - 4
    forms = (row.tail, row.brief)
    return next((form for form in forms if form and cell_len(form) <= room), row.tail[:1])


def row_of(summary: Summary, today: dt.date, versions: tuple[Path, ...] = ()) -> Row:
    """What the shelf shows of a session; `versions` are its files where there are more than one,
    the original first. A copy is shown as a copy and nothing else."""
    mark = _mark_of(summary, today)
    state, brief = f"{mark} {standing_told(summary, today, _)}", ""
    if (told := DATED.get(standing_of(summary, today))) and summary.evaluation_date:
        brief = f"{mark} {_(told).format(day=f'{summary.evaluation_date:%d-%m-%Y}')}"
    apart = versions_told(summary.file, versions)
    if versions and summary.file != versions[0]:
        told = _("a copy: changed in two places")
        state, brief, apart = f"{APART} {told}", "", ""
    if summary.problem is not None:
        told = _("can't be read: {file}").format(file=named(summary.file))
        return Row(told, summary, lead=located(summary.problem), tail=state)
    day = f"{summary.date:%d-%m-%Y}" if summary.date else ""
    what = summary.question or summary.theme or _("(no question yet)")
    lead = "  ".join(filter(None, (day, apart, summary.team)))
    return Row(what, summary, lead=lead, tail=state, brief=brief)


def _mark_of(summary: Summary, today: dt.date) -> str:
    return MARKS.get(standing_of(summary, today)) or OUTCOMES.get(summary.outcome, UNKNOWN)

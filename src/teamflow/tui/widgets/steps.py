"""The steps of a lesson plan as rows: number, what, who, when."""

import datetime as dt
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from teamflow.core.calendar import short_date
from teamflow.core.session import Step
from teamflow.locale import _

NOBODY: Final = "—"
NUMBER: Final = 4
"""Columns of a step's number, in front of its words."""
SHARES: Final = (5, 4, 3)
"""How what, who and when divide the rest of the row."""
GAP: Final = 1
BELOW: Final = 2
"""Rows to leave free for the step that is being typed."""


class StepTable(Widget):
    """Rows with their numbers under quiet headings; the newest stay in sight."""

    DEFAULT_CSS = "StepTable { height: auto; }"

    def __init__(self) -> None:
        super().__init__()
        self._steps: tuple[Step, ...] = ()

    def lay(self, steps: Sequence[Step]) -> None:
        """Show these steps."""
        if self._steps != tuple(steps):
            self._steps = tuple(steps)
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        with_air = 2 * max(1, len(self._steps))
        return max(1, min(with_air, container.height - BELOW))

    def render(self) -> Content:
        width, height = self.content_size
        rows = self._rows(width, max(1, height - 1))
        between = Content("\n\n" if height >= 2 * len(rows) else "\n")
        shown = between.join(rows)
        if height == 1:
            return shown
        headings = _laid("", (_("what"), _("who"), _("when")), width)
        return Content("\n").join([Content.styled(headings, "$primary"), shown])

    def _rows(self, width: int, height: int) -> list[Content]:
        if not self._steps:
            told = _("No steps yet: type the first one below.")
            return [Content.styled(f" {told}", "$quiet")]
        hidden = max(0, len(self._steps) - height)
        numbered = list(enumerate(self._steps, start=1))[hidden:]
        rows = [_row(number, step, width) for number, step in numbered]
        if hidden:
            more = _("↑ {count} more").format(count=hidden + 1)
            rows[0] = Content.styled(f" {more}", "$quiet")
        return rows


def _row(number: int, step: Step, width: int) -> Content:
    when = short_date(step.when, _) if isinstance(step.when, dt.date) else step.when or NOBODY
    cells = (step.what, ", ".join(step.owners) or NOBODY, when)
    return Content(_laid(f"{number:>2}", cells, width)).stylize("bold $primary", 0, NUMBER)


def _laid(number: str, cells: Sequence[str], width: int) -> str:
    """A row whose words stand right above those in the fields that a step is typed in, which have
    an edge of a column."""
    row = ""
    for cell, (start, end) in zip((number, *cells), ((-1, NUMBER), *_columns(width)), strict=True):
        row = set_cell_size(row, start + 1) + _cell(cell, end - start - 1)
    return row


def _columns(width: int) -> Iterator[tuple[int, int]]:
    """Where each of the fields starts and ends, as the layout divides a row among them."""
    share = Fraction(max(0, width - NUMBER - GAP * (len(SHARES) - 1)), sum(SHARES))
    start = Fraction(NUMBER)
    for each in SHARES:
        yield int(start), int(start + each * share)
        start += each * share + GAP


def _cell(text: str, width: int) -> str:
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(text, max(0, width - 1)) + "…" if width > 0 else ""

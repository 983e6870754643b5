"""The steps of a lesson plan as rows: number, what, who, when."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.widget import Widget

from teamflow.core.calendar import short_date
from teamflow.core.session import Step
from teamflow.locale import _

NOBODY: Final = "—"


class StepTable(Widget):
    """Rows with their numbers; the newest stay in sight."""

    DEFAULT_CSS = "StepTable { height: 1fr; padding: 0 1; }"

    def __init__(self) -> None:
        super().__init__()
        self._steps: tuple[Step, ...] = ()

    def lay(self, steps: Sequence[Step]) -> None:
        """Show these steps."""
        self._steps = tuple(steps)
        self.refresh()

    def render(self) -> Content:
        width, height = self.content_size
        if not self._steps:
            return Content.styled(_("No steps yet: type the first one below."), "$quiet")
        numbered = list(enumerate(self._steps, start=1))
        hidden = max(0, len(numbered) - height)
        rows = [_row(number, step, width) for number, step in numbered[hidden:]]
        if hidden:
            more = _("↑ {count} more").format(count=hidden + 1)
            rows[0] = Content.styled(more, "$quiet")
        return Content("\n").join(rows)


def _row(number: int, step: Step, width: int) -> Content:
    when = short_date(step.when, _) if isinstance(step.when, dt.date) else step.when or NOBODY
    room = max(12, width - 6)
    what, who = int(room * 0.5), int(room * 0.28)
    return Content.assemble(
        (f"{number:>2}  ", "bold $primary"),
        _cell(step.what, what),
        " ",
        _cell(", ".join(step.owners) or NOBODY, who),
        " ",
        _cell(when, room - what - who),
    )


def _cell(text: str, width: int) -> str:
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(text, max(0, width - 1)) + "…"

"""The filled form on screen, with as much air as there is room for."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from teamflow.core.form import Form, fill
from teamflow.core.session import Session
from teamflow.locale import _
from teamflow.tui.widgets.sheet import MANNERS, Manner, closing, rows_of


class FormView(VerticalScroll):
    """Shows what the form says, in the first of the `manners` that fits. It's no taller than the
    form, and where the form is taller, its last row says that there is more."""

    DEFAULT_CSS = """
    FormView {
        scrollbar-size: 0 0; border-left: outer $background;
        & > * { visibility: hidden; }
        &.-laid > * { visibility: visible; }
        & > .sheet { height: auto; text-wrap: nowrap; }
        & > .closing { dock: bottom; height: 1; display: none; }
        &.-more > .closing { display: block; }
        &:focus { border-left: outer $primary; }
    }
    """

    def __init__(self, manners: Sequence[Manner] = MANNERS) -> None:
        super().__init__()
        self._manners = manners
        self._form: Form | None = None
        self._hidden = 0

    def compose(self) -> ComposeResult:
        yield Static(classes="sheet", markup=False)
        yield Static(classes="closing", markup=False)

    def lay(self, session: Session) -> None:
        """Show the form of this session."""
        self.add_class("-laid")
        self._form = fill(session, _)
        self._set()

    def on_resize(self) -> None:
        self._set()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._close()

    def _set(self) -> None:
        width, height = self.content_size
        if self._form is None or not width:
            return
        sheets = [rows_of(self._form, width, manner) for manner in self._manners]
        self.styles.max_height = len(sheets[0]) + 1
        rows = next((rows for rows in sheets if len(rows) < height), sheets[-1])
        whole = len(rows) < height
        self._hidden = 0 if whole else len(rows) + 1 - height
        self.set_class(not whole, "-more")
        shown = [*rows, closing(width)] if whole else rows
        self.query_one(".sheet", Static).update(Content("\n").join(shown))
        self._close()

    def _close(self) -> None:
        told = _("↓ more") if self.scroll_y < self._hidden else ""
        for last in self.query(".closing").results(Static):  # none, when the form was left
            last.update(closing(self.content_size.width, told))

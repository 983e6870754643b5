"""It worked: shown to the whole room, because successes keep a team going."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from teamflow.core.form import from_to
from teamflow.core.session import Evaluation, Review
from teamflow.locale import _
from teamflow.tui.widgets.blocktext import BlockText
from teamflow.tui.widgets.keybar import KeyBar


class Cheer(Screen[None]):
    """One word in large letters, and the figures under it; any usual key goes on."""

    DEFAULT_CSS = """
    Cheer {
        layout: vertical; align: center middle;
        & BlockText { width: 100%; height: 9; color: $success; content-align: center middle; }
        & Static { width: 100%; height: auto; text-align: center; padding: 1 2; text-style: bold; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown,enter,space", "go_on", _("go on"), key_display="PgDn"),
        Binding("escape,ctrl+q", "go_on", show=False),
    ]

    def __init__(self, evaluation: Evaluation, review: Review) -> None:
        super().__init__()
        self._evaluation, self._review = evaluation, review

    def compose(self) -> ComposeResult:
        yield BlockText(_("It worked!"))
        yield Static(_way(self._evaluation, self._review), markup=False)
        yield Static(self._review.learned, markup=False)
        yield KeyBar()

    def on_click(self) -> None:
        self.action_go_on()

    def action_go_on(self) -> None:
        if self.is_current:  # a clicker often clicks twice
            self.dismiss()


def _way(evaluation: Evaluation, review: Review) -> str:
    way = from_to(evaluation, _)
    now = _("now it's {measured}").format(measured=review.measured) if review.measured else ""
    return "\n".join(filter(None, (evaluation.indicator, " · ".join(filter(None, (way, now))))))

"""It worked: shown to the whole room, because successes keep a team going."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from teamflow.core.form import from_to
from teamflow.core.session import Evaluation, Review
from teamflow.locale import _
from teamflow.tui.widgets.blocktext import BlockText
from teamflow.tui.widgets.confetti import Confetti
from teamflow.tui.widgets.headline import Headline
from teamflow.tui.widgets.keybar import KeyBar


class Cheer(Screen[None]):
    """One word in large letters, how far we came, and what we learned; any usual key goes on."""

    DEFAULT_CSS = """
    Cheer {
        layout: vertical;
        & Confetti { height: 1fr; }
        & #below { margin-bottom: 1; }
        & BlockText { width: 100%; content-align: center middle; }
        & #word { height: 12vw; max-height: 40%; color: $success; }
        & #way { height: 5vw; min-height: 5; max-height: 25%; padding: 0 2 1 2; color: $primary; }
        & Headline { content-align: center middle; padding: 0 2; margin-bottom: 1; }
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
        evaluation, review = self._evaluation, self._review
        yield Confetti(id="above")
        yield BlockText(_("It worked!"), id="word", largest=9)
        if evaluation.baseline and review.measured:
            yield BlockText(f"{evaluation.baseline} → {review.measured}", id="way")
        yield Headline(_way(evaluation, review), compact=True)
        if review.learned:
            learned = _("We learned: {learned}").format(learned=review.learned)
            yield Headline(learned, compact=True)
        yield Confetti(id="below")
        yield KeyBar()

    def on_click(self) -> None:
        self.action_go_on()

    def action_go_on(self) -> None:
        if self.is_current:  # a clicker often clicks twice
            self.dismiss()


def _way(evaluation: Evaluation, review: Review) -> str:
    now = _("now it's {measured}").format(measured=review.measured) if review.measured else ""
    way = " · ".join(filter(None, (from_to(evaluation, _), now)))
    return ": ".join(filter(None, (evaluation.indicator, way)))

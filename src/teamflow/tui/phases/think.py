"""Think: the question, the clock, the rule. Nothing else."""

from textual.app import ComposeResult
from textual.widgets import Static

from teamflow.core.protocol import phase_of
from teamflow.locale import _
from teamflow.tui.phases.pane import Pane
from teamflow.tui.widgets.clock import BigClock


class ThinkPane(Pane):
    """Five minutes of silence."""

    bare = True
    DEFAULT_CSS = """
    ThinkPane {
        layout: vertical;
        & BigClock { height: 1fr; margin: 1 2; }
        & #rule { height: auto; margin: 1 2; text-align: center; text-style: bold; }
    }
    """

    def compose(self) -> ComposeResult:
        yield BigClock()
        yield Static(_(phase_of("think").prompts[0]), id="rule", markup=False)

"""One line asked for at the bottom of the screen."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from teamflow.locale import _
from teamflow.tui.drafts import Drafts
from teamflow.tui.screens.typing import TypingDialog
from teamflow.tui.widgets.field import LineField


class Ask(TypingDialog[str]):
    """Enter gives the line, Escape nothing; half a line is there again the next time."""

    DEFAULT_CSS = """
    Ask {
        align: center bottom;
        & > .line { height: 3; padding: 1 1; background: $band; dock: bottom; }
        & .prompt { width: auto; padding: 0 1; color: $on-band; text-style: bold; }
        & LineField { width: 1fr; }
        & .keys { width: auto; padding: 0 1; color: $on-band; }
    }
    """

    def __init__(self, name: str, prompt: str, drafts: Drafts) -> None:
        super().__init__(drafts)
        self._field = LineField(name, enter=self._answer)
        self._prompt = prompt

    def compose(self) -> ComposeResult:
        with Horizontal(classes="line"):
            yield Static(self._prompt, classes="prompt", markup=False)
            yield self._field
            yield Static(_("Enter · Esc back"), classes="keys", markup=False)

    def _answer(self) -> None:
        self.answer(self._field.typed)

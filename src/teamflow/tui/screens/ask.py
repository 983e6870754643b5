"""One line asked for at the bottom of the screen."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from teamflow.locale import _
from teamflow.tui.drafts import Drafts
from teamflow.tui.screens.typing import TypingDialog
from teamflow.tui.widgets.field import LineField, after_typing
from teamflow.tui.widgets.keybar import KeyBar


class Ask(TypingDialog[str]):
    """Enter gives the line, Escape nothing; half a line is there again the next time."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", _("done"), key_display="Enter", priority=True),
    ]
    DEFAULT_CSS = """
    Ask {
        align: center bottom;
        & > .foot { height: auto; background: $background; border-top: solid $primary; }
        & .line { height: 1; margin: 0 1 1 1; }
        & .prompt { width: auto; padding: 0 1; text-style: bold; color: $primary; }
        & LineField { width: 1fr; }
        & KeyBar { dock: none; }
    }
    """

    def __init__(self, name: str, prompt: str, drafts: Drafts) -> None:
        super().__init__(drafts)
        self._field = LineField(name)
        self._prompt = prompt

    def compose(self) -> ComposeResult:
        with Vertical(classes="foot"):
            with Horizontal(classes="line"):
                yield Static(self._prompt, classes="prompt", markup=False)
                yield self._field
            yield KeyBar()

    def action_take(self) -> None:
        after_typing(self, lambda: self.answer(self._field.typed))

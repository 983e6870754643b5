"""A small window above the meeting, which goes on under it."""

from typing import ClassVar, Final, TypeVar

from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from teamflow.locale import _

Result = TypeVar("Result")
HEIGHTS: Final = [(0, "-low"), (23, "-high")]


class Dialog(ModalScreen[Result | None]):
    """Escape closes it without an answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", _("back"), key_display="Esc"),
    ]
    VERTICAL_BREAKPOINTS = HEIGHTS
    DEFAULT_CSS = """
    Dialog {
        align: center middle; background: transparent;
        & > .window {
            width: 72; max-width: 94%; height: auto; max-height: 92%; padding: 1 2;
            background: $surface; border: thick $frame;
        }
        & Menu { height: auto; max-height: 14; background: $surface; }
        & .title { text-style: bold; color: $primary; margin-bottom: 1; }
        & .hint { color: $quiet; margin-top: 1; }
        & .window > KeyBar { dock: none; background: $surface; }
        &.-low .window { padding: 0 1; }
    }
    """

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close it; once, however often and quickly a key is pressed."""
        return super().dismiss(result) if self.is_current else AwaitComplete()

    def action_cancel(self) -> None:
        self.dismiss(None)

"""A short list to pick one line from."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from teamflow.tui.screens.dialog import Dialog
from teamflow.tui.widgets.keybar import KeyBar
from teamflow.tui.widgets.menu import Menu, Row


class Pick(Dialog[str]):
    """Gives the line that was picked."""

    def __init__(self, title: str, lines: Sequence[str], hint: str) -> None:
        super().__init__()
        self._title, self._lines, self._hint = title, lines, hint

    def contents(self) -> ComposeResult:
        rows = [Row(line, line) for line in self._lines]
        with Vertical(classes="window"):
            yield Static(self._title, classes="title", markup=False)
            yield Menu(len(rows), rows.__getitem__)
            yield Static(self._hint, classes="hint", markup=False)
            yield KeyBar()

    def on_menu_picked(self, event: Menu.Picked) -> None:
        self.dismiss(str(event.value))

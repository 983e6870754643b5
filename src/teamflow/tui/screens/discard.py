"""Deleting a session: sure?"""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from teamflow.locale import _
from teamflow.tui.screens.dialog import Dialog
from teamflow.tui.widgets.keybar import KeyBar
from teamflow.tui.widgets.menu import Menu, Row


class Discard(Dialog[bool]):
    """Gives whether the session that `told` tells of goes into the trash."""

    def __init__(self, told: Row) -> None:
        super().__init__()
        self._told = told

    def contents(self) -> ComposeResult:
        rows = (
            Row(_("Keep it"), "keep"),
            Row(_("Delete it: it goes into the trash"), "delete"),
        )
        with Vertical(classes="window"):
            yield Static(_("Delete this meeting?"), classes="title", markup=False)
            yield Static(f"{self._told.text}\n{self._told.lead}\n", markup=False)
            yield Menu(len(rows), rows.__getitem__)
            yield KeyBar()

    def on_menu_picked(self, event: Menu.Picked) -> None:
        self.dismiss(event.value == "delete")

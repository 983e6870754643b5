"""Leaving the meeting: nothing is lost, so this only asks where to."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from teamflow.locale import _
from teamflow.tui.screens.dialog import Dialog
from teamflow.tui.widgets.keybar import KeyBar
from teamflow.tui.widgets.menu import Menu, Row


class Leave(Dialog[str]):
    """Gives "home" or "quit"; None is staying. `phones` says whether any would be sent out."""

    def __init__(self, *, phones: bool) -> None:
        super().__init__()
        self._phones = phones

    def contents(self) -> ComposeResult:
        rows = (
            Row(_("Stay in the meeting"), "stay"),
            Row(_("To the start screen"), "home"),
            Row(_("Quit for now"), "quit"),
        )
        with Vertical(classes="window"):
            yield Static(_("Leave the meeting?"), classes="title", markup=False)
            yield Menu(len(rows), rows.__getitem__)
            told = _("Everything is saved. You can go on later, right where you are now.")
            yield Static(told, classes="hint", markup=False)
            if self._phones:
                told = _("The phones are sent out; F2 lets them in anew.")
                yield Static(told, classes="hint", markup=False)
            yield KeyBar()

    def on_menu_picked(self, event: Menu.Picked) -> None:
        self.dismiss(None if event.value == "stay" else str(event.value))

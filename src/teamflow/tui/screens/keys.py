"""The keys that work here and now."""

from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from teamflow.locale import _
from teamflow.tui.screens.dialog import Dialog
from teamflow.tui.widgets.keybar import key_name, keys_of


class Keys(Dialog[None]):
    """A page with every key of the screen under it."""

    DEFAULT_CSS = """
    Keys {
        & Horizontal { height: auto; }
        & .column { width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
    }
    """

    def __init__(self, under: Screen[Any]) -> None:
        super().__init__()
        self._keys = keys_of(under)

    def contents(self) -> ComposeResult:
        rows = [
            Content.assemble((f"{key_name(binding):<8}", "bold $primary"), binding.description)
            for binding in self._keys
        ]
        half = -(-len(rows) // 2)
        with Vertical(classes="window"):
            yield Static(_("Keys"), classes="title", markup=False)
            with Horizontal():
                for column in (rows[:half], rows[half:]):
                    yield Static(Content("\n").join(column), classes="column")
            hint = _("These work while you type, too. Any key closes this page.")
            yield Static(hint, classes="hint", markup=False)

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        self.dismiss(None)

"""Every action of the screen under it, found by typing a few letters of its name."""

from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Static

from teamflow.locale import _
from teamflow.tui.screens.dialog import Dialog
from teamflow.tui.widgets.field import LineField, after_typing
from teamflow.tui.widgets.keybar import KeyBar, key_name, keys_of, press
from teamflow.tui.widgets.menu import Menu, Row


class Actions(Menu, can_focus=False):
    """Moved from the field above it, which the letters go into."""


class Palette(Dialog[None]):
    """Runs the action that is picked, as if its key had been pressed."""

    DEFAULT_CSS = "Palette Menu { margin-top: 1; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "pick", _("do it"), key_display="Enter", priority=True),
    ]

    def __init__(self, under: Screen[Any]) -> None:
        super().__init__()
        self._under = under
        self._focused = under.focused
        self._all = sorted(
            (binding for binding in keys_of(under) if binding.action != "palette"),
            key=lambda binding: binding.description.casefold(),
        )
        self._found = self._all

    def contents(self) -> ComposeResult:
        with Vertical(classes="window"):
            yield Static(_("All actions"), classes="title", markup=False)
            yield LineField("wanted", placeholder=_("type a few letters of what you want"))
            yield Actions(len(self._found), self._row)
            yield KeyBar()

    def _row(self, place: int) -> Row:
        binding = self._found[place]
        return Row(binding.description, binding, tail=key_name(binding))

    def on_typed(self) -> None:
        self._find()

    def _find(self) -> None:
        """Find what stands in the field now, of which the word may still be under way."""
        letters = " ".join(field.typed for field in self.query(LineField)).casefold().split()
        self._found = [
            binding
            for binding in self._all
            if all(part in binding.description.casefold() for part in letters)
        ]
        for menu in self.query(Menu):  # none, for a moment, as it opens and as it closes
            menu.fill(len(self._found), self._row)

    def on_key(self, event: events.Key) -> None:
        if event.key in ("up", "down"):
            for menu in self.query(Menu):
                menu.action_move(1 if event.key == "down" else -1)
            event.stop()
            event.prevent_default()

    def action_pick(self) -> None:
        after_typing(self, self._pick)

    def _pick(self) -> None:
        self._find()
        for menu in self.query(Menu):
            menu.action_pick()

    def on_menu_picked(self, event: Menu.Picked) -> None:
        if isinstance(event.value, Binding):
            self.dismiss(None)
            self.app.call_later(press, event.value, self._under, self._focused)

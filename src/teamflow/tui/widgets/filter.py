"""The line above a list: what's typed narrows the list, while other keys move in it."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from teamflow.locale import _
from teamflow.tui.widgets.field import LineField


class Filter(LineField):
    """The screen that it stands on moves the list, and deletes what is marked in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "screen.move(-1)", show=False),
        Binding("down", "screen.move(1)", show=False),
        Binding("pageup", "screen.page(-1)", show=False),
        Binding("pagedown", "screen.page(1)", show=False),
        Binding("home", "screen.jump(0)", show=False),
        Binding("end", "screen.jump(-1)", show=False),
        Binding("enter", "pick", _("read"), key_display="Enter"),
        Binding("delete", "delete_right", _("delete"), key_display="Del"),
    ]

    async def on_key(self, event: events.Key) -> None:
        await self.answer_keys(event, self._moves())

    class Picked(Message):
        """The marked session is to be opened."""

    def action_pick(self) -> None:
        self.call_later(self.post_message, self.Picked())  # behind the letters before it

    def action_delete_right(self) -> None:
        """Behind the last letter there's nothing left to delete but the session."""
        if self.cursor_position < len(self.value):
            super().action_delete_right()
        else:
            self.call_later(self.run_action, "screen.discard")

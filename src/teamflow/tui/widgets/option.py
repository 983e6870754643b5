"""A setting with a few possible values, on one line, changed by the arrows."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from teamflow.locale import _


class Option(Widget, can_focus=True):
    """Shows what is chosen among `values`; each value comes with its words."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "turn(1)", _("change"), key_display="← →"),
        Binding("left", "turn(-1)", show=False),
        Binding("down,enter", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]
    DEFAULT_CSS = """
    Option {
        height: 1; padding: 0 1 0 0; border-left: outer $edge;
        background: $surface; color: $foreground; text-wrap: nowrap; text-overflow: ellipsis;
    }
    Option:focus {
        border-left: outer $on-band; color: $on-band; background: $band; text-style: bold;
    }
    """

    place: reactive[int] = reactive(0)

    class Turned(Message):
        """Another value was chosen."""

        def __init__(self, option: "Option") -> None:
            super().__init__()
            self.option = option

    def __init__(self, name: str, values: Sequence[tuple[object, str]], chosen: object) -> None:
        super().__init__(name=name)
        self._values = tuple(values)
        self.set_reactive(Option.place, self._place_of(chosen))

    def _place_of(self, value: object) -> int:
        found = (place for place, (each, _) in enumerate(self._values) if each == value)
        return next(found, 0)

    @property
    def value(self) -> object:
        """The value chosen."""
        return self._values[self.place][0]

    def choose(self, value: object) -> None:
        """Show another of the values."""
        self.place = self._place_of(value)

    def offer(self, values: Sequence[tuple[object, str]]) -> None:
        """Let there be other values; the one that was chosen stays so, where it's among them."""
        chosen, self._values = self.value, tuple(values)
        self.place = self._place_of(chosen)
        self.refresh()

    def action_turn(self, step: int) -> None:
        self.place = (self.place + step) % len(self._values)
        self.post_message(self.Turned(self))

    def on_click(self, event: events.Click) -> None:
        self.action_turn(1)

    def render(self) -> Content:
        return Content.assemble("‹ ", self._values[self.place][1], " ›")

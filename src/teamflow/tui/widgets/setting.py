"""One row of the settings: what it is, how it stands, and what it would be by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from rich.cells import cell_len, set_cell_size
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from teamflow.locale import _
from teamflow.tui.widgets.menu import MARK, NO_MARK, fitted
from teamflow.tui.widgets.option import Option


@dataclass(frozen=True)
class Columns:
    """Where the label, the value and the note about the default begin."""

    label: int
    value: int
    note: int


COLUMNS: Final = (
    (110, Columns(27, 63, 89)),
    (76, Columns(18, 39, 58)),
    (56, Columns(16, 33, 48)),
    (0, Columns(2, 19, 35)),
)
"""From which width on."""


def columns_at(width: int) -> Columns:
    """The columns that suit a width."""
    return next(columns for least, columns in COLUMNS if width >= least)


class Setting(Option):
    """An option that knows its default. `about` says in a sentence what it's for; `group` is
    said in the first row of a group. Among numbers, one can be typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "turn(1)", _("change"), key_display="← →"),
        Binding("left", "turn(-1)", show=False),
        Binding("enter,space", "turn(1)", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("delete", "reset", _("default"), key_display="Del"),
        Binding("backspace", "rub_out", show=False),
    ]
    DEFAULT_CSS = """
    Setting, Setting:focus { border: none; padding: 0; background: $background; }
    Setting:focus { color: $on-band; background: $band; }
    """

    class Mistyped(Message):
        """A number was typed that it can't be."""

        def __init__(self, least: object, most: object) -> None:
            super().__init__()
            self.least, self.most = least, most

    def __init__(
        self,
        name: str,
        label: str,
        about: str,
        values: Sequence[tuple[object, str]],
        chosen: object,
        default: object,
    ) -> None:
        super().__init__(name, values, chosen)
        self.label, self.about, self.default = label, about, default
        self.group = ""
        self._digits = ""

    @property
    def words(self) -> str:
        """The words for the value chosen."""
        return self._values[self.place][1]

    @property
    def default_words(self) -> str:
        """The words for the default."""
        return self._values[self._place_of(self.default)][1]

    @property
    def numbers(self) -> bool:
        """Whether it's one of a row of numbers."""
        return type(self.default) is int

    def action_turn(self, step: int) -> None:
        self._digits = ""
        if not self.numbers or 0 <= self.place + step < len(self._values):
            super().action_turn(step)

    def action_reset(self) -> None:
        self._digits = ""
        self._take(self.default)

    def action_rub_out(self) -> None:
        self._digits = self._digits[:-1]
        if self._digits:
            self._take(int(self._digits))

    def on_key(self, event: events.Key) -> None:
        if self.numbers and event.key.isdecimal():
            event.stop()
            self._type(event.key)

    def _type(self, digit: str) -> None:
        known = [value for value, _words in self._values]
        for digits in (self._digits + digit, digit):
            if int(digits) in known:
                self._digits = digits
                self._take(int(digits))
                return
        self.post_message(self.Mistyped(known[0], known[-1]))

    def _take(self, value: object) -> None:
        self.choose(value)
        self.post_message(self.Turned(self))

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self._digits = ""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        event.prevent_default()  # an option by itself turns wherever it's clicked
        columns = columns_at(self.size.width)
        if event.x >= self._note(self._shown())[0]:
            self.action_reset()
        elif event.x >= columns.value:
            self.action_turn(-1 if event.x < columns.value + 2 else 1)

    def render(self) -> Content:
        columns, marked = columns_at(self.size.width), self.has_focus
        value = self._shown()
        place, note = self._note(value)
        group = _column(f"{NO_MARK}{self.group}", columns.label - len(MARK))
        told = (
            (MARK if marked else NO_MARK, ""),
            (_column(self.label, columns.value - columns.label), ""),
            (_column(value, place - columns.value), "bold"),
            (note, "$quiet"),
        )
        plain = ((text, "bold") for text, _style in told)
        # The name of the group is no part of the row: it keeps its own ground under the mark.
        heading = (group, "bold $primary on $background")
        return Content.assemble(heading, *(plain if marked else told))

    def _shown(self) -> str:
        return f"‹ {self.words} ›" if self.has_focus else f"  {self.words}"

    def _note(self, value: str) -> tuple[int, str]:
        """Where the note about the default begins, and what it says."""
        width = self.size.width
        if self.value == self.default:
            return width, ""
        columns = columns_at(width)
        place = max(columns.note, columns.value + cell_len(value) + 2)
        usual = str(self.default) if self.numbers else self.default_words
        notes = (_("default {value}").format(value=usual), f"({usual})")
        return place, next((note for note in notes if cell_len(note) <= width - place), "*")


def _column(text: str, width: int) -> str:
    return set_cell_size(fitted(text, width), width) if width > 0 else ""

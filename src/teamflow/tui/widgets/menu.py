"""A list to choose from, drawn line by line, so that ten thousand rows cost what forty do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from teamflow.locale import _

MARK: Final = "▸ "
NO_MARK: Final = " " * len(MARK)


@dataclass(frozen=True)
class Row:
    """One line: `lead` stands in a column of its own, `tail` at the right; `brief` says the same as
    the tail in less room. A row without a `value` is a heading, and can't be chosen."""

    text: str
    value: object = None
    lead: str = ""
    tail: str = ""
    brief: str = ""


class Menu(ScrollView, can_focus=True):
    """A column of rows, of which one is marked. Rows are asked for only when they're drawn. On a
    terminal of at least `airy` rows a blank line stands between two of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "jump(0)", show=False),
        Binding("end", "jump(-1)", show=False),
        Binding("enter", "pick", _("choose"), key_display="Enter"),
        Binding("f5", "pick", show=False),  # the other key that a presenter's clicker has
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "menu--row", "menu--marked", "menu--led", "menu--heading",
    }  # fmt: skip
    DEFAULT_CSS = """
    Menu {
        height: 1fr; scrollbar-size-vertical: 1; background: $background;
        & .menu--row { color: $foreground; }
        & .menu--marked { color: $foreground; text-style: bold; }
        & .menu--led { color: $on-band; background: $band; text-style: bold; }
        & .menu--heading { color: $primary; text-style: bold; }
    }
    """
    tall: ClassVar[int] = 1
    """How many lines a row takes."""

    class Picked(Message):
        """A row was chosen."""

        def __init__(self, menu: "Menu", value: object) -> None:
            super().__init__()
            self.menu = menu
            self.value = value

    def __init__(
        self,
        count: int,
        row: Callable[[int], Row],
        *,
        lead: int = 0,
        airy: int | None = None,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._count, self._row, self._lead, self._airy = count, row, lead, airy
        self.marked = self._near(0, 1)

    def fill(self, count: int, row: Callable[[int], Row]) -> None:
        """Show other rows; the mark stays where it was as far as there are rows."""
        self._count, self._row = count, row
        self.marked = self._near(max(0, min(self.marked, count - 1)), 1)
        self._measure()
        self.refresh()

    @property
    def value(self) -> object:
        """The value of the marked row; None in an empty list."""
        return self._row(self.marked).value if self._count else None

    @property
    def led(self) -> bool:
        """Whether the keys move the mark now. A list that never has them is moved from beside."""
        return self.has_focus or not self.can_focus

    def on_mount(self) -> None:
        self._measure()

    def on_resize(self) -> None:
        self._measure()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return self._length

    @property
    def _step(self) -> int:
        """From the first line of a row to that of the next."""
        airy = self._airy is not None and self.app.size.height >= self._airy
        return self.tall + airy

    @property
    def _length(self) -> int:
        return max(0, self._count * self._step - (self._step - self.tall))

    def render_line(self, y: int) -> Strip:
        index, line = divmod(y + self.scroll_offset.y, self._step)
        width = self.scrollable_content_region.width
        if index >= self._count or line >= self.tall:
            return Strip.blank(width, self.rich_style)
        return self._drawn(self._row(index), index == self.marked, width)[line]

    def _drawn(self, row: Row, marked: bool, width: int) -> Sequence[Strip]:
        """A row as it's drawn, line by line."""
        style = self._row_style(row, marked)
        leads = self._lead and row.value is not None
        lead = set_cell_size(row.lead, self._lead) + "  " if leads else ""
        tail = f"  {row.tail}  " if row.tail else "  "
        pointer = MARK if marked and row.value is not None else NO_MARK
        room = width - len(pointer) - len(lead) - len(tail)
        line = f"{pointer}{lead}{fitted(row.text, room)}{tail}"
        return [Strip([Segment(set_cell_size(line, width), style)], width)]

    def _row_style(self, row: Row, marked: bool) -> Style:
        if row.value is None:
            kind = "heading"
        elif marked:
            kind = "led" if self.led else "marked"
        else:
            kind = "row"
        return self.get_component_rich_style(f"menu--{kind}")

    def action_move(self, step: int) -> None:
        self._mark(self._near(self.marked + step, step))

    def action_page(self, step: int) -> None:
        """A screenful on; in a list that is seen as a whole to the next row, for a presenter's
        clicker has no arrows."""
        height = self.scrollable_content_region.height // self._step
        stride = 1 if self._count <= height else height
        place = max(0, min(self.marked + step * stride, self._count - 1))
        self._mark(self._near(place, step))

    def action_jump(self, place: int) -> None:
        self._mark(self._near(place % max(self._count, 1), -1 if place else 1))

    def action_pick(self) -> None:
        if self._count and self.value is not None:
            self.post_message(self.Picked(self, self.value))

    def click(self) -> None:
        """What a click on a row does, once the row is marked."""
        self.action_pick()

    def on_click(self, event: events.Click) -> None:
        index = (event.y + self.scroll_offset.y) // self._step
        if index < self._count and self._row(index).value is not None:
            self._mark(index)
            self.click()

    def _near(self, place: int, step: int) -> int:
        while 0 <= place < self._count and self._row(place).value is None:
            place += step
        return place if 0 <= place < self._count else getattr(self, "marked", 0)

    def _mark(self, place: int) -> None:
        self.marked = place
        self.scroll_to_region(
            Region(0, max(0, place - 1) * self._step, 1, 3 * self._step), animate=False
        )
        self.refresh()

    def _measure(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, self._length)


def fitted(text: str, room: int) -> str:
    """The text, cut off where there's no room for more."""
    cut = set_cell_size(text, room)
    return cut if cut.rstrip() == text.rstrip() else set_cell_size(text, room - 1) + "…"

"""Fields to type in. What arrives is cleaned at once; what's typed is told, so that it's kept.

Keys wait in the queue of the field that they were typed into. So whatever reads a field in
answer to a key does it from that queue (`after_typing`), behind the letters that came before it.
"""

from collections.abc import Callable, Mapping
from typing import Any

from rich.cells import set_cell_size
from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from teamflow.core.text import clean_line
from teamflow.tui.widgets.menu import fitted


class Typed(Message):
    """Something was typed into a field and isn't entered yet."""

    def __init__(self, field: "Kept") -> None:
        super().__init__()
        self.field = field


class Entered(Message):
    """A field was left, or Enter was pressed in it."""

    def __init__(self, field: "Kept") -> None:
        super().__init__()
        self.field = field


class Kept(Widget):
    """What both kinds of field have in common: they know what of their text was entered."""

    _changed: type[Message]
    _entered = ""

    @property
    def typed(self) -> str:
        """What stands in the field, cleaned."""
        raise NotImplementedError

    @property
    def draft(self) -> bool:
        """Whether it holds anything that wasn't entered."""
        return self.typed != self._entered

    def sync(self, text: str) -> None:
        """Show what was entered elsewhere, unless something is being typed here."""
        if not self.draft and text != self._entered:
            self.put(text)

    def put(self, text: str) -> None:
        """Fill the field with what has been entered."""
        self._entered = text
        with self.prevent(self._changed):
            self.resume(text)

    def resume(self, draft: str) -> None:
        """Go on with what was being typed."""
        raise NotImplementedError

    def entered(self) -> None:
        """What stands here now counts as entered."""
        self._entered = self.typed

    def untype(self) -> bool:
        """Take back what was typed last, in a field that keeps track; says whether it did."""
        return False

    def retype(self) -> bool:
        """Type again what was taken back; says whether it did."""
        return False

    def on_blur(self) -> None:
        self.post_message(Entered(self))

    def press_enter(self) -> None:
        """Do what Enter does in this field."""
        self.post_message(Entered(self))
        self.screen.focus_next()

    async def answer_keys(
        self, event: events.Key, keys: Mapping[str, Callable[[], object]]
    ) -> None:
        """Do what a key asks, in its turn between the letters before it and those after it; and
        pass on what was typed in one go with a key that moved the cursor to another field."""
        focused = self.screen.focused
        if focused is not None and focused is not self:
            focused.post_message(events.Key(event.key, event.character))
        elif event.key in keys:
            keys[event.key]()
        elif not await self._edits(event.key):
            return
        event.prevent_default()
        event.stop()

    async def _edits(self, key: str) -> bool:
        """Whether this key edits the field, and did. Left to the app, a backspace would only be
        carried out behind the letters that follow it."""
        for binding in self._bindings.key_to_bindings.get(key, ()):
            if await self.app.run_action(binding.action, self):
                return True
        return False

    def _moves(self) -> dict[str, Callable[[], object]]:
        moves: dict[str, Callable[[], object]] = {
            "tab": self.screen.focus_next,
            "shift+tab": self.screen.focus_previous,
        }
        if not self.typed:  # nothing that people write begins with a question mark
            moves["question_mark"] = self._ask_for_keys
        return moves

    def _ask_for_keys(self) -> None:
        self.call_later(self.run_action, "screen.keys")


class LineField(Input, Kept):
    """One line. What's pasted over several lines is joined, never cut off.

    `name` says what the text is for, and keeps it as a draft under that name. Enter does what
    `enter` says, and otherwise goes on to the next field.
    """

    DEFAULT_CSS = """
    LineField, LineField:focus {
        border: none; border-left: outer $edge; height: 1; padding: 0 1 0 0;
        color: $foreground; background: $surface; background-tint: transparent;
        &>.input--placeholder, &>.input--suggestion { color: $quiet; text-style: italic; }
    }
    LineField:focus { border-left: outer $primary; background: $panel; }
    """

    # Its size never follows its text, so a key needn't lay out the whole screen again.
    virtual_size = Reactive(Size(0, 0))
    _changed = Input.Changed

    def __init__(
        self,
        name: str,
        value: str = "",
        placeholder: str = "",
        *,
        enter: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(clean_line(value), placeholder, name=name, select_on_focus=False)
        self.cursor_blink = False
        self._on_submit = enter
        self.entered()

    @property
    def typed(self) -> str:
        return clean_line(self.value)

    def resume(self, draft: str) -> None:
        self.value = draft
        self.cursor_position = len(draft)

    def render_line(self, y: int) -> Strip:
        """As Textual draws it; but where an example is too long to be shown whole, that's seen."""
        if y or self.value:
            return super().render_line(y)
        width = self.scrollable_content_region.width
        example = set_cell_size(fitted(self.placeholder, width), width)
        style = self.get_component_rich_style("input--placeholder")
        first = self.get_component_rich_style("input--cursor") if self.has_focus else style
        return Strip([Segment(example[:1], first), Segment(example[1:], style)], width)

    def press_enter(self) -> None:
        if self._on_submit is None:
            super().press_enter()
        else:
            self._on_submit()

    async def on_key(self, event: events.Key) -> None:
        lines = {"down": self.screen.focus_next, "up": self.screen.focus_previous}
        await self.answer_keys(event, {"enter": self.press_enter, **lines, **self._moves()})

    def on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.replace(pasted(event.text, clean_line), *self.selection)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(Typed(self))


def after_typing(screen: Screen[Any], then: Callable[[], object]) -> None:
    """Call `then` when every letter typed so far has arrived in its field."""
    target: Widget = screen.focused or screen
    target.call_later(then)


def pasted(text: str, clean: Callable[[str], str]) -> str:
    """A pasted text, cleaned, but still apart from the words that it's put between."""
    lead = text[: len(text) - len(text.lstrip())]
    trail = text[len(text.rstrip()) :]
    return "".join((_apart(lead, clean), clean(text), _apart(trail, clean)))


def _apart(space: str, clean: Callable[[str], str]) -> str:
    if not space:
        return ""
    return "\n" if "\n" in clean(f".{space}.") else " "

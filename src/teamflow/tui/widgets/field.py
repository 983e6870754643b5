"""Fields to type in. What arrives is cleaned at once; what's typed is told, so that it's kept."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input, TextArea

from teamflow.core.text import clean_line, clean_prose


class Typed(Message):
    """Something was typed into a field and isn't entered yet."""

    def __init__(self, field: "Field") -> None:
        super().__init__()
        self.field = field


class Entered(Message):
    """A field was left, or Enter was pressed in it (`submitted`)."""

    def __init__(self, field: "Field", submitted: bool) -> None:
        super().__init__()
        self.field = field
        self.submitted = submitted


class LineField(Input):
    """One line. What's pasted over several lines is joined, never cut off.

    `name` says what the text is for, and keeps it as a draft under that name.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]
    DEFAULT_CSS = """
    LineField, LineField:focus {
        border: none; border-left: outer $panel; height: 1; padding: 0 1 0 0;
        color: $foreground; background: $surface;
        &>.input--placeholder { color: $quiet; }
    }
    LineField:focus { border-left: outer $primary; background: $panel; }
    """

    def __init__(
        self, name: str, value: str = "", placeholder: str = "", *, password: bool = False
    ) -> None:
        super().__init__(
            clean_line(value), placeholder, name=name, password=password, select_on_focus=False
        )
        self.cursor_blink = False
        self._entered = self.value

    @property
    def text(self) -> str:
        """What stands in the field, cleaned."""
        return clean_line(self.value)

    @property
    def draft(self) -> bool:
        """Whether it holds anything that wasn't entered."""
        return self.text != self._entered

    def sync(self, text: str) -> None:
        """Show what was entered elsewhere, unless something is being typed here."""
        if not self.draft and text != self._entered:
            self.put(text)

    def put(self, text: str) -> None:
        """Fill the field with what has been entered."""
        self._entered = text
        with self.prevent(Input.Changed):
            self.value = text
        self.cursor_position = len(text)

    def resume(self, draft: str) -> None:
        """Go on with what was being typed."""
        self.value = draft
        self.cursor_position = len(draft)

    def entered(self) -> None:
        """What stands here now counts as entered."""
        self._entered = self.text

    def on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.replace(clean_line(event.text), *self.selection)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(Typed(self))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(Entered(self, submitted=True))

    def on_blur(self) -> None:
        self.post_message(Entered(self, submitted=False))


class ProseField(TextArea):
    """Text of several lines; with `one_line`, a single line that wraps, so that a long question
    can be read whole."""

    DEFAULT_CSS = """
    ProseField, ProseField:focus {
        border: none; border-left: outer $panel; padding: 0 1 0 0;
        color: $foreground; background: $surface; scrollbar-size-vertical: 1;
        &>.text-area--placeholder { color: $quiet; }
        &>.text-area--cursor-line { background: transparent; }
    }
    ProseField:focus { border-left: outer $primary; background: $panel; }
    """

    def __init__(
        self, name: str, value: str = "", placeholder: str = "", *, one_line: bool = False
    ) -> None:
        super().__init__(
            value,
            name=name,
            placeholder=placeholder,
            soft_wrap=True,
            tab_behavior="focus",
            highlight_cursor_line=False,
        )
        self.cursor_blink = False
        self.one_line = one_line
        self._entered = self._cleaned(value)

    def _cleaned(self, text: str) -> str:
        return clean_line(text) if self.one_line else clean_prose(text)

    @property
    def draft(self) -> bool:
        """Whether it holds anything that wasn't entered."""
        return self._cleaned(self.text) != self._entered

    def sync(self, text: str) -> None:
        """Show what was entered elsewhere, unless something is being typed here."""
        if not self.draft and text != self._entered:
            self.put(text)

    def put(self, text: str) -> None:
        """Fill the field with what has been entered."""
        self._entered = text
        with self.prevent(TextArea.Changed):
            self.text = text
        self.move_cursor(self.document.end)

    def resume(self, draft: str) -> None:
        """Go on with what was being typed."""
        self.text = draft
        self.move_cursor(self.document.end)

    def entered(self) -> None:
        """What stands here now counts as entered."""
        self._entered = self._cleaned(self.text)

    def on_key(self, event: events.Key) -> None:
        if self.one_line and event.key == "enter":
            event.prevent_default()
            event.stop()
            self.post_message(Entered(self, submitted=True))

    def on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.replace(self._cleaned(event.text), *self.selection)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.post_message(Typed(self))

    def on_blur(self) -> None:
        self.post_message(Entered(self, submitted=False))


Field = LineField | ProseField

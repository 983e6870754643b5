"""A field for text of several lines; apart from the others, for it takes long to import."""

from textual import events
from textual.widgets import TextArea

from teamflow.core.text import clean_line, clean_prose
from teamflow.tui.widgets.field import Kept, Typed, pasted


class ProseField(TextArea, Kept):
    """Text of several lines; with `one_line`, a single line that wraps, so that a long question
    can be read whole."""

    DEFAULT_CSS = """
    ProseField, ProseField:focus {
        border: none; border-left: outer $edge; padding: 0 1 0 0;
        color: $foreground; background: $surface; scrollbar-size-vertical: 1;
        &>.text-area--placeholder { color: $quiet; text-style: italic; }
        &>.text-area--cursor {
            color: $input-cursor-foreground; background: $input-cursor-background;
            text-style: not italic;
        }
        &>.text-area--cursor-line { background: transparent; }
    }
    ProseField:focus { border-left: outer $primary; background: $panel; }
    """
    _changed = TextArea.Changed

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
        self.entered()

    @property
    def typed(self) -> str:
        return self._cleaned(self.text)

    def _cleaned(self, text: str) -> str:
        return clean_line(text) if self.one_line else clean_prose(text)

    def resume(self, draft: str) -> None:
        self.text = draft
        self.move_cursor(self.document.end)

    def untype(self) -> bool:
        if self.draft:
            self.undo()
            return True
        return False

    def retype(self) -> bool:
        if self.history.redo_stack:
            self.redo()
            return True
        return False

    async def on_key(self, event: events.Key) -> None:
        enter = {"enter": self.press_enter} if self.one_line else {}
        await self.answer_keys(event, {**enter, **self._moves()})

    def on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.replace(pasted(event.text, self._cleaned), *self.selection)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.post_message(Typed(self))

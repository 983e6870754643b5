"""Text that's still being typed reaches the record within two seconds."""

from collections.abc import Callable, Iterable
from typing import Final

from textual.timer import Timer

from teamflow.core.actions import Type
from teamflow.live import Live
from teamflow.tui.widgets.field import Kept

PATIENCE: Final = 1.0
"""Seconds from the first keystroke to the save; the save itself has the second second."""


class Drafts:
    """Gathers what's being typed and hands it to the session at most once a second."""

    def __init__(self, live: Live, set_timer: Callable[[float, Callable[[], None]], Timer]) -> None:
        self._live = live
        self._set_timer = set_timer
        self._touched: dict[str, Kept] = {}
        self._waiting = False

    def touch(self, field: Kept) -> None:
        """Something was typed into `field`."""
        self._touched[field.name or ""] = field
        if not self._waiting:
            self._waiting = True
            self._set_timer(PATIENCE, self.keep)

    def resume(self, field: Kept) -> None:
        """Put back what was being typed into `field`."""
        draft = self._live.session.draft(field.name or "")
        if draft is not None:
            field.resume(draft)

    def forget(self, name: str) -> None:
        """Forget what was being typed into a field, now that it was entered."""
        self._touched.pop(name, None)
        if self._live.session.draft(name) is not None:
            self._live.dispatch(Type(name, ""))

    def keep(self, also: Iterable[Kept] = ()) -> None:
        """Hand over what was typed, now; in `also` too, whose word may still be under way."""
        self._waiting = False
        touched, self._touched = self._touched, {}
        touched |= {field.name or "": field for field in also}
        for name, field in touched.items():
            text = field.typed if field.draft else ""
            if text != (self._live.session.draft(name) or ""):
                self._live.dispatch(Type(name, text))

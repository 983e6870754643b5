"""One quiet row with the keys that make sense now: six at most.

Where a mouse or a touch board is used, they become buttons of three rows, which a finger can hit.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, Final

from textual import events
from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from teamflow.locale import N_, _

MOST: Final = 6
GAP: Final = "   "
FIRST: Final = ("next", "begin", "pick", "save", "bring", "compare", "clear")
LAST: Final = ("back", "leave", "cancel")
FOR_FINGERS: Final = ("back", "next", "pass", "cancel", "palette")
"""What comes first, in this order, where there may be no keyboard at hand."""
PADDING: Final = 2
NAMES: Final = {
    "pagedown": "PgDn", "pageup": "PgUp", "enter": "Enter", "tab": "Tab", "escape": "Esc",
    "question_mark": "?", "space": N_("Space"), "delete": "Del", "minus": "−", "plus": "+",
}  # fmt: skip


def key_name(binding: Binding) -> str:
    """How a key is written on screen."""
    if binding.key_display:
        return binding.key_display
    *modifiers, key = binding.key.split("+")
    name = _(NAMES[key]) if key in NAMES else key.upper()
    return "+".join([*(modifier.capitalize() for modifier in modifiers), name])


def keys_of(screen: Screen[Any]) -> list[Binding]:
    """Every key of ours that works on `screen` now, each action once."""
    actions: dict[str, Binding] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.description and active.enabled and binding.action in _ours(type(active.node)):
            actions.setdefault(binding.action, binding)
    return list(actions.values())


@cache
def _ours(node: type) -> frozenset[str]:
    bindings = (
        binding
        for each in node.__mro__
        if each.__module__.startswith("teamflow")
        for binding in each.__dict__.get("BINDINGS", ())
    )
    return frozenset(binding.action for binding in bindings)


async def press(binding: Binding, screen: Screen[Any], focused: Widget | None = None) -> None:
    """Do what a key does on `screen`, as if it had been pressed with that widget in focus."""
    chain = (focused or screen.focused or screen).ancestors_with_self
    for node in (*chain, screen.app):
        if binding in node._bindings.key_to_bindings.get(binding.key, []):
            await screen.app.run_action(binding.action, node)
            return


class KeyBar(Widget):
    """The keys that make sense now, as many as fit."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; padding: 0 1; color: $quiet; background: $background; }
    """

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.refresh())

    def render(self) -> RenderResult:
        if self.size.height > 1:
            return _buttons(self._for_fingers())
        keys = sorted((key for key in keys_of(self.screen) if key.show), key=_rank)[:MOST]
        while len(keys) > 1 and _joined(keys).cell_length > self.size.width:
            keys.pop(-2 if "escape" in keys[-1].key else -1)
        if keys and keys[0].action == "keys":  # kept where there's little room, told last
            keys.append(keys.pop(0))
        return _joined(keys)

    def _for_fingers(self) -> Sequence[Binding]:
        keys = [key for key in keys_of(self.screen) if key.show or key.action in FOR_FINGERS]
        keys.sort(key=lambda key: (*FOR_FINGERS, key.action).index(key.action))
        del keys[MOST:]
        while len(keys) > 1 and sum(_width(key) + 1 for key in keys) > self.size.width:
            keys.pop()
        return keys

    async def on_click(self, event: events.Click) -> None:
        if self.size.height > 1 and (button := self._button_at(event.x - 1)) is not None:
            await press(button, self.screen)

    def _button_at(self, column: int) -> Binding | None:
        for start, key in _placed(self._for_fingers()):
            if start <= column < start + _width(key):
                return key
        return None


def _rank(binding: Binding) -> tuple[bool, bool, bool]:
    action = binding.action
    return action != "keys", action not in FIRST, action in LAST


def _joined(keys: Iterable[Binding]) -> Content:
    return Content(GAP).join(map(_told, keys))


def _told(binding: Binding) -> Content:
    return Content.assemble((key_name(binding), "bold $primary"), f" {binding.description}")


def _width(key: Binding) -> int:
    return Content(key.description).cell_length + 2 * PADDING


def _placed(keys: Sequence[Binding]) -> Iterator[tuple[int, Binding]]:
    start = 0
    for key in keys:
        yield start, key
        start += _width(key) + 1


def _buttons(keys: Sequence[Binding]) -> Content:
    blank = Content(" ").join(Content.styled(" " * _width(key), "on $band") for key in keys)
    side = " " * PADDING
    words = Content(" ").join(
        Content.styled(f"{side}{key.description}{side}", "bold $on-band on $band") for key in keys
    )
    return Content("\n").join([blank, words, blank])

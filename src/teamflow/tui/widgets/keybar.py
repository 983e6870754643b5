"""One quiet row with the keys that make sense now: six at most."""

from functools import cache
from typing import Any, Final

from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from teamflow.locale import N_, _

MOST: Final = 6
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


class KeyBar(Widget):
    """The keys that make sense now, as many as fit."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; padding: 0 1; color: $quiet; background: $background; }
    """

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.refresh())

    def render(self) -> RenderResult:
        shown = [binding for binding in keys_of(self.screen) if binding.show]
        parts: list[Content] = []
        room = self.size.width
        for binding in sorted(shown, key=lambda binding: not binding.priority)[:MOST]:
            name, what = key_name(binding), binding.description
            room -= len(name) + len(what) + 4
            if room < -3:
                break
            parts.append(Content.assemble((name, "bold $primary"), f" {what}"))
        return Content("   ").join(parts)

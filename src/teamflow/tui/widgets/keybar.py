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
GAP: Final = "   "
FIRST: Final = ("next", "begin", "pick")
LAST: Final = ("back", "leave")
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
        shown = sorted(
            (binding for binding in keys_of(self.screen) if binding.show),
            key=_rank,
        )
        told = [_told(binding) for binding in shown[:MOST]]
        while len(told) > 1 and Content(GAP).join(told).cell_length > self.size.width:
            told.pop()
        help_key, others = told[:1], told[1:]
        return Content(GAP).join([*others, *help_key])


def _rank(binding: Binding) -> tuple[bool, bool, bool]:
    action = binding.action
    return action != "keys", action not in FIRST, action in LAST


def _told(binding: Binding) -> Content:
    return Content.assemble((key_name(binding), "bold $primary"), f" {binding.description}")

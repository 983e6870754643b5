"""How much room a screen has, known before it's drawn."""

from typing import Any

from textual.screen import Screen


def fit(screen: Screen[Any]) -> None:
    """Give a screen the classes of its breakpoints; call it when the screen is composed.

    Textual does so at the first resize, when everything has been laid out and drawn already:
    it would be seen to jump, and a start would take longer.
    """
    size = screen.app.size
    for length, breakpoints in (
        (size.width, screen.HORIZONTAL_BREAKPOINTS or ()),
        (size.height, screen.VERTICAL_BREAKPOINTS or ()),
    ):
        reached = [name for at_least, name in breakpoints if length >= at_least]
        screen.update_classes(dict.fromkeys(reached[-1:], True), update=False)

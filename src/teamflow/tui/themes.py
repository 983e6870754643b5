"""Colours. Light by default, for a beamer washes out a dark screen; dark is a key away."""

from typing import Final

from textual.theme import Theme

BOARD: Final = Theme(
    name="board",
    dark=False,
    primary="#0B3A53",
    secondary="#0B3A53",
    accent="#0B3A53",
    foreground="#15191C",
    background="#FBFAF6",
    surface="#FFFFFF",
    panel="#EEEAE0",
    success="#0C4A2B",
    warning="#6B3500",
    error="#8A1111",
    variables={
        "quiet": "#474E53",
        "edge": "#7D878D",
        "band": "#0B3A53",
        "on-band": "#FFFFFF",
        "input-cursor-background": "#0B3A53",
        "input-cursor-foreground": "#FFFFFF",
        "input-selection-background": "#BFD8E6",
        "block-cursor-background": "#0B3A53",
        "block-cursor-foreground": "#FFFFFF",
    },
)

EVENING: Final = Theme(
    name="evening",
    dark=True,
    primary="#A9D6EC",
    secondary="#A9D6EC",
    accent="#A9D6EC",
    foreground="#F4F1E8",
    background="#10171B",
    surface="#18232A",
    panel="#22313A",
    success="#9BE0B4",
    warning="#FFCB85",
    error="#FFB0A6",
    variables={
        "quiet": "#B7C1C6",
        "edge": "#7F8C93",
        "band": "#1D4157",
        "on-band": "#FFFFFF",
        "input-cursor-background": "#A9D6EC",
        "input-cursor-foreground": "#10171B",
        "input-selection-background": "#2F5468",
        "block-cursor-background": "#A9D6EC",
        "block-cursor-foreground": "#10171B",
    },
)

THEMES: Final = (BOARD, EVENING)


def other(name: str) -> str:
    """The theme to change to from `name`."""
    return EVENING.name if name == BOARD.name else BOARD.name

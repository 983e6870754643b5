"""Colours. Light by default, for a beamer washes out a dark screen; dark is a key away, and so is
the strongest contrast there is.

A colour never speaks alone: a word, a mark or a solid block says the same. What the room must read
has a contrast of at least 7:1, and all else of 4.5:1 (WCAG 2.2, success criteria 1.4.6 and 1.4.3);
in *contrast* all of it has 7:1.
"""

from typing import Final

from textual.theme import Theme


def _theme(
    name: str,
    *,
    paper: str,
    sheet: str,
    shade: str,
    ink: str,
    quiet: str,
    strong: str,
    edge: str,
    band: str,
    selected: str,
    good: str,
    warm: str,
    alarm: str,
    dark: bool = False,
) -> Theme:
    """`sheet` is what's written on, `shade` the same where the cursor is; `quiet` is for what only
    the chair reads, `edge` for lines; letters on a `band` are white."""
    cursor = {"background": strong, "foreground": paper}
    return Theme(
        name=name,
        dark=dark,
        primary=strong,
        secondary=strong,
        accent=strong,
        foreground=ink,
        background=paper,
        surface=sheet,
        panel=shade,
        success=good,
        warning=warm,
        error=alarm,
        variables={
            "quiet": quiet,
            "edge": edge,
            "band": band,
            "on-band": "#FFFFFF",
            **{f"input-cursor-{part}": colour for part, colour in cursor.items()},
            **{f"block-cursor-{part}": colour for part, colour in cursor.items()},
            "input-selection-background": selected,
            "screen-selection-background": selected,
            "scrollbar": edge,
            "scrollbar-hover": quiet,
            "scrollbar-active": strong,
            "scrollbar-background": paper,
        },
    )


BOARD: Final = _theme(
    "board",
    paper="#FBFAF6",
    sheet="#FFFFFF",
    shade="#E0DEDA",
    ink="#15191C",
    quiet="#474E53",
    strong="#0B2F52",
    edge="#656F75",
    band="#0B2F52",
    selected="#93BDD8",
    good="#0C4A2B",
    warm="#6B2F00",
    alarm="#8A1111",
)

EVENING: Final = _theme(
    "evening",
    dark=True,
    paper="#10171B",
    sheet="#20272B",
    shade="#2F373C",
    ink="#F4F1E8",
    quiet="#B7C1C6",
    strong="#A9D6EC",
    edge="#8E9BA2",
    band="#1D4157",
    selected="#2F5468",
    good="#9BE0B4",
    warm="#FFCB85",
    alarm="#FFB0A6",
)

CONTRAST: Final = _theme(
    "contrast",
    paper="#FFFFFF",
    sheet="#EDEFF1",
    shade="#FFF0A8",
    ink="#000000",
    quiet="#1F2326",
    strong="#00205B",
    edge="#3A4044",
    band="#000000",
    selected="#8FC1FF",
    good="#00401D",
    warm="#5A2A00",
    alarm="#7A0000",
)

THEMES: Final = (BOARD, EVENING, CONTRAST)


def colour(theme: Theme, role: str) -> str:
    """A colour of a theme, by what it's called in the styles."""
    return theme.variables.get(role) or getattr(theme, role)


def known(name: str) -> str:
    """The name of a theme of ours: this one, or else the default."""
    return name if name in {theme.name for theme in THEMES} else BOARD.name


def other(name: str) -> str:
    """The theme to change to from `name`: they go round."""
    names = [theme.name for theme in THEMES]
    return names[(names.index(name) + 1) % len(names)]

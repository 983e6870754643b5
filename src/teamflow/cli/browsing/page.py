"""The page that a browser gets, and what it may do with it."""

from html import escape
from importlib import resources
from string import Template
from typing import Final

from teamflow import locale
from teamflow.join.answers import GUARDED
from teamflow.locale import _
from teamflow.tui.themes import THEMES

OWN: Final = resources.files(__package__).joinpath("static")

HEADERS: Final = GUARDED | {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
        "font-src 'self'; img-src 'self' data:; connect-src {socket}; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
}
"""What goes with every answer: a browser asks nothing of anybody else. (xterm.js, which draws the
terminal, puts style sheets into the page.)"""


def page(socket: str, theme: str) -> str:
    """The page with the app in it; `socket` is the address at which a window gets it."""
    colours = next((each for each in THEMES if each.name == theme), THEMES[0])
    texts = {
        "language": locale.language(),
        "ground": str(colours.background),
        "ink": str(colours.foreground),
        "socket": socket,
        "ended": _("teamflow has ended. Everything is saved: you can close this window."),
        "taken": _(
            "teamflow is open in another window. Go on there, or close that one and reload this."
        ),
    }
    template = Template(OWN.joinpath("page.html").read_text("utf-8"))
    return template.substitute({key: escape(text) for key, text in texts.items()})

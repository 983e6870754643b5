"""What is typed but not to be read: every digit looks alike, and what is between them stays."""

from typing import Final

from rich.highlighter import Highlighter
from rich.text import Text

HIDDEN: Final = "*"


class HiddenDigits(Highlighter):
    """Shows how many numbers there are, and not which: votes that are visible get copied."""

    def highlight(self, text: Text) -> None:
        text.plain = "".join(HIDDEN if sign.isdigit() else sign for sign in text.plain)

"""The planned way to end a verb early.

This is on the way to `teamflow --version`, and importing typing would take longer than all of it.
"""

GOOD = 0
PROBLEM = 1
WRONG_USE = 2
INTERRUPTED = 130

NOTHING_SAID = ""
"""Ends the program without a word."""


class Halt(Exception):
    """Ends the program with one clear text on stderr, already in the reader's language."""

    def __init__(self, text: str, code: int) -> None:
        super().__init__(text)
        self.text = text
        self.code = code

"""Text that people typed: kept as they meant it, stripped of what no text may hold.

Escape sequences and control characters would steer a terminal, lone surrogates can't be
written as UTF-8, and the characters that override the direction of reading would turn the
rest of a line around. Joiners, marks and every script's letters stay.
"""

import re
from typing import Annotated, Final

from pydantic import BeforeValidator

_ESCAPES: Final = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # colours, cursor movement
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])"  # titles, links; one that doesn't end hides no text
    r"[^\x07\x1b\x90\x98\x9c-\x9f]*+(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[ -/]*[0-~]?"
)
_CONTROLS: Final = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)
_SURROGATES: Final = re.compile(r"[\ud800-\udfff]")
_BREAKS: Final = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def clean_prose(text: str) -> str:
    """Text of several lines: breaks become `\\n`, trailing space goes, controls vanish."""
    text = _BREAKS.sub("\n", _ESCAPES.sub("", text))
    text = _SURROGATES.sub("\ufffd", _CONTROLS.sub("", text))
    return "\n".join(line.rstrip() for line in text.expandtabs(4).split("\n")).strip("\n")


def clean_line(text: str) -> str:
    """Text of one line: what was broken over lines is joined with single spaces."""
    return " ".join(clean_prose(text).split())


def _if_text(value: object) -> object:
    return clean_line(value) if isinstance(value, str) else value


def _if_prose(value: object) -> object:
    return clean_prose(value) if isinstance(value, str) else value


Line = Annotated[str, BeforeValidator(_if_text)]
"""One line of clean text, possibly empty."""

Prose = Annotated[str, BeforeValidator(_if_prose)]
"""Clean text of any number of lines, possibly empty."""

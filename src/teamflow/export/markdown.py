"""The form as Markdown, as CommonMark and GitHub read it.

Text that people typed is data: whatever Markdown would take for a sign is escaped, so that a
reader sees it as it was typed.
"""

import re
from typing import Final

from teamflow.core.form import Fact, Form, Paragraph, Part, Room, Table

_SIGNS: Final = re.compile(
    r"[\\`*_{}\[\]<>&|~^$#=]"
    r"|(?<=\w)\.(?=[^\W\d])"  # web addresses would become links; "1.5" stays as it is
    r"|:(?=//)"
)
_LINE_START: Final = re.compile(r"^([-+:]|\d+(?=[.)]))", re.MULTILINE)
_INDENT: Final = re.compile(r"^ +", re.MULTILINE)
_BREAK: Final = re.compile(r"(?<=[^\n])\n(?=[^\n])")


def export(form: Form) -> bytes:
    """The page as a Markdown file in UTF-8."""
    blocks = [f"# {escaped(form.title)}", "\\\n".join(_fact(fact) for fact in form.facts)]
    for box in form.boxes:
        blocks += [f"## {box.number}. {escaped(box.title)}", *map(_part, box.parts)]
    for section in form.annex:
        blocks += [f"## {escaped(section.title)}", *map(_part, section.parts)]
    return ("\n\n".join(filter(None, blocks)) + "\n").encode()


def escaped(text: str) -> str:
    """`text` in Markdown that shows exactly that text; its line breaks and indents stay."""
    text = _LINE_START.sub(_literal_start, _SIGNS.sub(r"\\\g<0>", text))
    text = _INDENT.sub(lambda indent: "&nbsp;" * len(indent[0]), text)
    return _BREAK.sub(r"\\\n", text)


def _literal_start(start: re.Match[str]) -> str:
    """The start of a line, kept from beginning a list: `\\- `, `1\\. `."""
    return f"{start[0]}\\" if start[0].isdigit() else f"\\{start[0]}"


def _part(part: Part) -> str:
    match part:
        case Paragraph(text):
            return escaped(text)
        case Fact():
            return _fact(part)
        case Table(headings, rows):
            return "\n".join([_row(headings), f"|{' --- |' * len(headings)}", *map(_row, rows)])
        case Room(lines):
            return "\\\n".join(["&nbsp;"] * lines)


def _fact(fact: Fact) -> str:
    return f"**{escaped(fact.label)}:** {escaped(fact.text)}"


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(map(escaped, cells))} |"

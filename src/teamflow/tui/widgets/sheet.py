"""The filled form as rows of text: one sheet, ruled into four boxes, as on paper."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from textual.content import Content

from teamflow.core.form import Box, Fact, Form, Paragraph, Part, Room, Table
from teamflow.locale import _

FRAME: Final = "$primary"
DOT: Final = " · "


@dataclass(frozen=True)
class Manner:
    """How much room a sheet takes: whether its head stands on it, how many rows are blank `above`
    and `below` the text of a box, whether facts follow each other on a line, and whether the
    question has its box, also where there's nothing else in it."""

    headed: bool = True
    above: int = 0
    below: int = 0
    flowing: bool = False
    asked: bool = True


MANNERS: Final = (
    Manner(above=1, below=1),
    Manner(below=1),
    Manner(),
    Manner(headed=False),
    Manner(headed=False, flowing=True),
)
"""From the airiest to the densest."""
HEADED: Final = tuple(manner for manner in MANNERS if manner.headed)
"""For a place that says nowhere else which meeting it's about."""
UNDER_QUESTION: Final = (*MANNERS, Manner(headed=False, flowing=True, asked=False))
"""For a place where the question stands right above the sheet."""


def rows_of(form: Form, width: int, manner: Manner) -> list[Content]:
    """Everything on the sheet but the rule that closes it, in rows of `width` columns or less."""
    rows = _head(form, width) if manner.headed else []
    for box in form.boxes:
        if manner.asked or box.number > 1 or len(box.parts) > 1:
            corners = "├┤" if rows and rows[-1] else "╭╮"
            rows += [_rule(corners[0], f"{box.number}. {box.title}", corners[1], width)]
            rows += _filled(box, max(1, width - 4), manner)
    return rows


def closing(width: int, told: str = "") -> Content:
    """The last rule; it tells what comes after it, if anything does."""
    return _rule("╰", told, "╯", width)


def _head(form: Form, width: int) -> list[Content]:
    facts = _flowing([Content(f"{fact.label}: {fact.text}") for fact in form.facts], width)
    title = Content.styled(form.title, f"bold {FRAME}").wrap(width)
    return [*title, *facts, Content("")]


def _filled(box: Box, width: int, manner: Manner) -> Iterator[Content]:
    text = list(_told(box.parts, width, manner)) or [Content(_("not filled in"))]
    for line in (*_blank(manner.above), *text, *_blank(manner.below)):
        room = " " * max(0, width - line.cell_length)
        yield Content.assemble(("│ ", FRAME), line, (f"{room} │", FRAME))


def _blank(rows: int) -> list[Content]:
    return [Content("")] * rows


def _rule(left: str, told: str, right: str, width: int) -> Content:
    room = max(0, width - 6)
    title = Content(f" {Content(told).truncate(room, ellipsis=True).plain} " if told else "")
    line = "─" * max(0, width - 3 - title.cell_length)
    return Content.assemble(
        (f"{left}─", FRAME), title.stylize(f"bold {FRAME}"), (f"{line}{right}", FRAME)
    )


def _told(parts: Iterable[Part], width: int, manner: Manner) -> Iterator[Content]:
    for kind, alike in groupby(parts, type):
        if kind is Fact and manner.flowing:
            yield from _flowing((_fact(part) for part in alike if isinstance(part, Fact)), width)
        else:
            for part in alike:
                yield from _lines(part, width)


def _lines(part: Part, width: int) -> Iterable[Content]:
    match part:
        case Paragraph(text):
            return Content(text).wrap(width)
        case Fact():
            return _fact(part).wrap(width)
        case Table():
            return _numbered(part, width)
        case Room():
            return _blank(1)


def _fact(fact: Fact) -> Content:
    return Content.assemble((f"{fact.label}: ", "bold"), fact.text)


def _flowing(parts: Iterable[Content], width: int) -> Iterator[Content]:
    """One after the other on a line, as long as they fit: no line ends in a dot."""
    line = Content("")
    for part in parts:
        longer = Content.assemble(line, DOT, part) if line else part
        if line and longer.cell_length > width:
            yield from line.wrap(width)
            longer = part
        line = longer
    if line:
        yield from line.wrap(width)


def _numbered(table: Table, width: int) -> Iterator[Content]:
    for number, row in enumerate(table.rows, start=1):
        mark = f"{number}. "
        lines = _flowing(map(Content, filter(None, row)), max(1, width - len(mark)))
        for place, line in enumerate(lines):
            yield Content.assemble((mark if place == 0 else " " * len(mark), "bold"), line)

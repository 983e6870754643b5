"""The form as a PDF for print and for screen readers: one A4 when it fits, typeset by typst.

What people typed reaches the template as data and is never part of its source.
"""

import json
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Final, Literal

import typst

from teamflow.core.form import Fact, Form, Paragraph, Part, Room, Table
from teamflow.core.text import clean_line, clean_prose

_PAPER: Final = Path(__file__).with_name("paper")
_BYTE_ORDER_MARK: Final = "\ufeff"


def export(form: Form) -> bytes:
    """The page as a PDF file, tagged and with its fonts in it. It's PDF/UA-1 (ISO 14289-1)
    unless the text holds a character that none of the fonts has, which that standard forbids."""
    try:
        return _typeset(form, "ua-1")
    except typst.TypstError:
        return _typeset(form, "1.7")


def _typeset(form: Form, standard: Literal["ua-1", "1.7"]) -> bytes:
    told = json.dumps(_told(form), ensure_ascii=False)
    return typst.compile(
        _PAPER / f"{form.sheet}.typ",
        font_paths=[_PAPER / "fonts"],
        ignore_system_fonts=True,
        sys_inputs={"form": told.replace(_BYTE_ORDER_MARK, "")},
        pdf_standards=standard,
    )


def _told(form: Form) -> dict[str, Any]:
    return {
        "language": form.language,
        "title": clean_line(form.title),
        "facts": list(map(_part, form.facts)),
        "boxes": [
            {"number": box.number, "title": clean_line(box.title), "parts": list(_parts(box.parts))}
            for box in form.boxes
        ],
        "annex": [
            {"title": clean_line(section.title), "parts": list(_parts(section.parts))}
            for section in form.annex
        ],
    }


def _parts(parts: tuple[Part, ...]) -> Iterator[dict[str, Any]]:
    """Facts that follow each other are one part: the template sets them side by side."""
    for kind, alike in groupby(map(_part, parts), itemgetter("kind")):
        if kind == "fact":
            yield {"kind": "facts", "facts": list(alike)}
        else:
            yield from alike


def _part(part: Part) -> dict[str, Any]:
    match part:
        case Paragraph(text):
            return {"kind": "prose", "text": clean_prose(text)}
        case Fact(label, text):
            return {"kind": "fact", "label": clean_line(label), "text": clean_line(text)}
        case Table(headings, rows, shares):
            return {
                "kind": "table",
                "headings": list(map(clean_line, headings)),
                "rows": [list(map(clean_line, row)) for row in rows],
                "shares": shares,
            }
        case Room(lines):
            return {"kind": "room", "lines": lines}

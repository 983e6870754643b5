"""The form as a web page: one file that needs nothing else, on a screen and on A4.

The page has no script and no link. Its security policy (CSP level 3) lets a browser load nothing
at all and take no style but the one in the page, known by its hash; that forbids style attributes
too, so that the columns of a table get their widths from a rule in the style.
"""

import base64
import hashlib
from collections.abc import Iterator
from html import escape
from importlib import resources
from itertools import chain, groupby
from typing import Final

from teamflow.core.form import Fact, Form, Paragraph, Part, Room, Table

_STYLE: Final = resources.files(__package__).joinpath("page.css").read_text("utf-8")

_PAGE: Final = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""

_BY_HAND: Final = ' class="by-hand"'


def export(form: Form) -> bytes:
    """The page as an HTML file in UTF-8."""
    style = "\n".join([_STYLE, *_widths(form)])
    page = _PAGE.format(
        language=escape(form.language),
        policy=escape(_policy(style)),
        title=escape(form.title),
        style=style,
        body="\n".join(_body(form)),
    )
    return page.encode()


def _policy(style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _widths(form: Form) -> Iterator[str]:
    """A rule for each way in which the form's tables divide the page."""
    parts = chain.from_iterable(each.parts for each in form.boxes + form.annex)
    for shares in sorted({part.shares for part in parts if isinstance(part, Table)}):
        for column, share in enumerate(shares, start=1):
            width = f"{100 * share / sum(shares):.2f}%"
            yield f".{_class(shares)} col:nth-child({column}) {{ width: {width} }}"


def _class(shares: tuple[int, ...]) -> str:
    return "-".join(["shares", *map(str, shares)])


def _body(form: Form) -> Iterator[str]:
    yield f"<h1>{escape(form.title)}</h1>"
    yield from _parts(form.facts, "")
    for box in form.boxes:
        heading = f"<span>{box.number}.</span> {escape(box.title)}"
        yield from _section("box", f"box-{box.number}", heading, box.parts)
    for place, section in enumerate(form.annex, start=1):
        yield from _section("annex", f"annex-{place}", escape(section.title), section.parts)


def _section(kind: str, name: str, heading: str, parts: tuple[Part, ...]) -> Iterator[str]:
    yield f'<section class="{kind}" aria-labelledby="{name}">'
    yield f'<h2 id="{name}">{heading}</h2>'
    yield from _parts(parts, name)
    yield "</section>"


def _parts(parts: tuple[Part, ...], section: str) -> Iterator[str]:
    """The parts of a section, whose heading names its tables; facts in a row are one list."""
    for are_facts, group in groupby(parts, lambda part: isinstance(part, Fact)):
        told = [_part(part, section) for part in group]
        yield from ("<dl>", *told, "</dl>") if are_facts else told


def _part(part: Part, section: str) -> str:
    match part:
        case Paragraph(text):
            return f"<p>{escape(text)}</p>"
        case Fact(label, text):
            return f"<div><dt>{escape(label)}</dt><dd>{escape(text)}</dd></div>"
        case Room(lines):
            return f'<div class="room">{"<div></div>" * lines}</div>'
        case Table():
            return "\n".join(_table(part, section))


def _table(table: Table, section: str) -> Iterator[str]:
    """A small screen shows a row as a list: in some browsers it's then a table only if the roles
    say so, and each cell has to bring its heading."""
    yield f'<table role="table" class="{_class(table.shares)}" aria-labelledby="{section}">'
    yield f"<colgroup>{'<col>' * len(table.shares)}</colgroup>"
    yield '<thead role="rowgroup">'
    yield f'<tr role="row">{"".join(map(_heading, table.headings))}</tr>'
    yield "</thead>"
    yield '<tbody role="rowgroup">'
    for row in table.rows:
        cells = "".join(map(_cell, table.headings, row))
        yield f'<tr role="row"{"" if any(row) else _BY_HAND}>{cells}</tr>'
    yield "</tbody>"
    yield "</table>"


def _heading(text: str) -> str:
    """An empty one heads nothing."""
    if not text:
        return '<td role="cell"></td>'
    return f'<th scope="col" role="columnheader">{escape(text)}</th>'


def _cell(heading: str, text: str) -> str:
    return f'<td role="cell" data-heading="{escape(heading)}">{escape(text)}</td>'

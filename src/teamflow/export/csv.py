"""The ideas as a table for a spreadsheet, headings in the reader's language.

Excel takes what separates two cells from the computer's region: a semicolon where the comma is
the decimal sign, as in the Netherlands, else a comma. A Dutch file gets the one, an English file
the other; only then does a double click open it in columns. The mark at the start is how Excel
knows UTF-8 (RFC 4180 has no say in either; its line ends and quotes are followed).
"""

import csv
import io
import unicodedata
from typing import Final

from teamflow.core.handout import Handout
from teamflow.core.report import votes_told
from teamflow.core.session import Idea, Session
from teamflow.locale import N_, Say

_HEADINGS: Final = (
    N_("Number"),
    N_("Idea"),
    N_("Together with"),
    N_("The same"),
    N_("Votes"),
    N_("Chosen"),
    N_("From"),
)
"""The last one only where names were recorded."""

_SEPARATORS: Final = {"nl": ";"}
_FORMULA: Final = frozenset("=+-@")
_QUOTES: Final = frozenset("'\"’‘“”")
_UNSEEN: Final = frozenset({"Cc", "Cf", "Mn", "Zl", "Zp", "Zs"})


def export(handout: Handout) -> bytes:
    """The ideas of a session, one a row, under one row of headings."""
    session, say = handout.session, handout.say
    rows = [_row(number, idea, session, say) for number, idea in enumerate(session.ideas, start=1)]
    columns = slice(None) if any(idea.by for idea in session.ideas) else slice(-1)
    file = io.StringIO()
    table = csv.writer(file, delimiter=_SEPARATORS.get(handout.form.language, ","))
    table.writerows(row[columns] for row in [tuple(map(say, _HEADINGS)), *rows])
    return file.getvalue().encode("utf-8-sig")


def literal(text: str) -> str:
    """`text` as a cell that no spreadsheet takes for a formula: an apostrophe goes before it
    where it begins with a sign of calculation, also behind quotes, spaces or what can't be seen.
    """
    return f"'{text}" if _first_sign(text) in _FORMULA else text


def _first_sign(text: str) -> str:
    """The first character that counts, a full-width one as its plain form: ＝ is =."""
    plain = unicodedata.normalize("NFKC", text)
    skipped = (
        char for char in plain if char not in _QUOTES and unicodedata.category(char) not in _UNSEEN
    )
    return next(skipped, "")


def _row(number: int, idea: Idea, session: Session, say: Say) -> tuple[str | int, ...]:
    return (
        number,
        literal(idea.text),
        literal("; ".join(idea.also)),
        idea.ticks,
        votes_told(session, idea),
        say(N_("yes")) if idea.id in session.choice.chosen else "",
        literal(idea.by or ""),
    )

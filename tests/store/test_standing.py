"""How a session stands, seen from a day."""

import datetime as dt
from pathlib import Path

import pytest

from teamflow.locale import catalogue
from teamflow.store.head import Summary, read_head
from teamflow.store.standing import Standing, standing_of, standing_told

FILE = Path("x.toml")
TODAY = dt.date(2026, 11, 23)
DAY = dt.timedelta(days=1)
SAY = catalogue("en").gettext


def closed(evaluation: dt.date | None, outcome: str = "") -> Summary:
    return Summary(FILE, id="x", closed=True, evaluation_date=evaluation, outcome=outcome)


@pytest.mark.parametrize(
    ("summary", "standing", "told"),
    [
        (Summary(FILE, id="x"), Standing.RUNNING, "still running"),
        (Summary(FILE, id="x", evaluation_date=TODAY - DAY), Standing.RUNNING, "still running"),
        (closed(None), Standing.DONE, "done"),
        (closed(TODAY + DAY), Standing.TO_EVALUATE, "to evaluate on 24 November"),
        (closed(TODAY), Standing.TO_EVALUATE, "to evaluate on 23 November"),
        (closed(TODAY - DAY), Standing.OVERDUE, "overdue since 22 November"),
        (closed(dt.date(2025, 6, 3)), Standing.OVERDUE, "overdue since 3 June 2025"),
        (closed(dt.date(2027, 1, 4)), Standing.TO_EVALUATE, "to evaluate on 4 January 2027"),
        (closed(TODAY - DAY, "reached"), Standing.EVALUATED, "reached"),
        (closed(TODAY + DAY, "partly"), Standing.EVALUATED, "partly reached"),
        (closed(None, "unmeasured"), Standing.EVALUATED, "not measured"),
        (closed(None, "halverwege"), Standing.EVALUATED, "halverwege"),
        (read_head(Path("er-niet.toml")), Standing.UNREADABLE, "can't be read"),
    ],
)
def test_a_session_stands_as_the_loop_has_it(
    summary: Summary, standing: Standing, told: str
) -> None:
    assert standing_of(summary, TODAY) is standing
    assert standing_told(summary, TODAY, SAY) == told

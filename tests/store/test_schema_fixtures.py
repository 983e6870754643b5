"""Files of every schema that ever shipped can be read: so far that's one."""

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import pytest

from strategies import REVIEWED, SAVED
from teamflow.core.session import Ballot, Choice, Idea, Plan, Tally, Vote
from teamflow.store.fields import FIELDS
from teamflow.store.folder import Folder
from teamflow.store.record import encode

FOLDER = Folder(Path(__file__).parent / "fixtures" / "schema-1")
(FILE,) = FOLDER.path.iterdir()

SESSION = replace(
    REVIEWED,
    school_goal="Meer plezier in lezen",
    voting="hands",
    dots=4,
    attribution=True,
    left=dt.datetime(2026, 11, 21, 15, 19, tzinfo=dt.UTC),
    edited=(dt.date(2026, 11, 23),),
    follows="0197aa11bb22cc33",
    timings=(
        REVIEWED.timings[0],
        replace(REVIEWED.timings[1], restarted=dt.datetime(2026, 11, 21, 14, 52, tzinfo=dt.UTC)),
    ),
    ideas=(
        Idea(1, "Hardop denkend voordoen bij elke tekst", 2, ("Samen hardop denken",), by="Joost"),
        Idea(2, 'Minder "vragen achteraf", meer praten tijdens'),
        Idea(4, "Twee weken één thema"),
    ),
    noted=5,
    choice=Choice(
        (
            Vote("dots", (1, 2, 4), closed=True, tallies=(Tally(1, 4), Tally(2, 1), Tally(4, 4))),
            Vote(
                "hands",
                (1, 4),
                run_off=True,
                ballots=(Ballot("Fatima", (1,)), Ballot("Joost", (4,))),
            ),
        ),
        (1,),
        "We kunnen morgen beginnen",
    ),
    plans=(
        Plan(
            1,
            "Eerst doen we voor.\nDan doen we het samen.\n\nDan alleen.",
            (replace(REVIEWED.plans[0].steps[0], done=True), REVIEWED.plans[0].steps[1]),
        ),
    ),
)


def test_a_file_of_schema_1_reads_as_the_session_that_it_was() -> None:
    stored = FOLDER.load(FILE)
    assert stored.session == SESSION
    assert stored.version == SAVED
    assert FOLDER.check() == []


def test_it_has_every_key_that_schema_1_has() -> None:
    text = FILE.read_text(encoding="utf-8")
    keys = {key for record in FIELDS.values() for key in record}
    assert [key for key in keys if not re.search(rf"\b{key}\b(?: =|\]|\.)", text)] == []


def test_a_save_keeps_what_somebody_else_wrote_in_it() -> None:
    stored = FOLDER.load(FILE)
    edited = replace(stored.session, question="En nu?")
    text = FILE.read_text(encoding="utf-8").replace(SESSION.question, "En nu?")
    assert encode(edited, stored.unknown, SAVED) == text
    for line in ('mood = "opgewekt"', 'colour = "geel"', "quorum = 3", "hours = 2", "[room]"):
        assert f"\n{line}\n" in text


@pytest.mark.parametrize(
    ("schema", "reason"),
    [
        ("0", "“schema” must be 1."),
        ('"1"', "“schema” must be 1."),
        ("2", "This file was made by a newer teamflow: schema 2."),
    ],
)
def test_a_file_of_another_schema_is_listed_with_the_reason(
    tmp_path: Path, schema: str, reason: str
) -> None:
    text = FILE.read_text(encoding="utf-8").replace("schema = 1", f"schema = {schema}")
    (tmp_path / FILE.name).write_text(text, encoding="utf-8")
    (summary,) = Folder(tmp_path).newest()
    (problem,) = Folder(tmp_path).check()
    assert summary.problem == problem
    assert (problem.line, problem.told(str)) == (1, reason)

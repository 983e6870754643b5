"""A meeting of weeks ago is opened to set something right: it stays a meeting of weeks ago."""

import datetime as dt
from pathlib import Path

from chair import IDEAS, Chair, Room, noted
from teamflow.core import actions as a
from teamflow.core.session import Session
from teamflow.store.head import read_head
from teamflow.store.standing import Standing, standing_of

AGREED = (
    *noted(*IDEAS),
    a.Go("choose"),
    a.Choose(1),
    a.Go("evaluation"),
    a.SetEvaluation("target", "15 prcent"),
    a.SetEvaluationDate(dt.date(2026, 12, 21)),
    a.Go("close"),
    a.Close(),
)


def weeks_ago(tmp_path: Path) -> tuple[Room, Session]:
    """A room in which a meeting was closed, five weeks later."""
    room = Room(tmp_path)
    room.has(*AGREED)
    before = room.record
    room.now += dt.timedelta(weeks=5)
    return room, before


async def edits(chair: Chair) -> None:
    await chair.presses("ctrl+f")
    await chair.until(lambda: not any(worker.is_running for worker in chair.app.workers))
    await chair.presses("enter", "o")
    chair.is_at("close")


async def sets_it_right(chair: Chair) -> None:
    await chair.goes_back()
    chair.is_at("evaluation")
    await chair.goes_to("target")
    await chair.clears()
    await chair.types("15 procent")
    await chair.presses("tab")


async def test_a_typing_error_set_right_leaves_a_closed_session_closed(tmp_path: Path) -> None:
    room, before = weeks_ago(tmp_path)
    async with room.opens() as chair:
        await edits(chair)
        chair.is_told("This meeting is over; what you change is noted with today's date.")
        await sets_it_right(chair)
        chair.is_told("editing")
        await chair.leaves()
        chair.sees_no(chair.says("Go on"))
    after = room.record
    assert after.evaluation.target == "15 procent"
    assert (after.closed, after.timings) == (before.closed, before.timings)
    assert (after.phase, after.left) == ("close", None)
    assert after.edited == (room.now.date(),)
    assert standing_of(read_head(room.files[0]), room.now.date()) is Standing.OVERDUE


async def test_undo_takes_back_what_was_edited_and_that_it_was(tmp_path: Path) -> None:
    room, before = weeks_ago(tmp_path)
    async with room.opens() as chair:
        await edits(chair)
        await sets_it_right(chair)
        await chair.presses("ctrl+z", "ctrl+z")
        assert chair.session == before
    assert room.record == before


async def test_only_looking_around_changes_nothing(tmp_path: Path) -> None:
    room, before = weeks_ago(tmp_path)
    async with room.opens() as chair:
        await edits(chair)
        for _phase in range(3):
            await chair.goes_back()
        await chair.waits(minutes=10)
        await chair.leaves()
    assert room.record == before


async def test_going_on_goes_to_the_last_step_and_closes_nothing_anew(tmp_path: Path) -> None:
    room, before = weeks_ago(tmp_path)
    async with room.opens() as chair:
        await edits(chair)
        await chair.goes_back()
        await chair.goes_on()
        chair.is_at("close")
        await chair.goes_on()
        chair.is_at("close")
        assert chair.session == before
        chair.sees_no(chair.says("Closed and saved. Thank you all! PgUp opens it again."))


async def test_its_clock_stays_as_it_was(tmp_path: Path) -> None:
    room, before = weeks_ago(tmp_path)
    async with room.opens() as chair:
        await edits(chair)
        await chair.goes_back()
        for key in ("f5", "f6", "f8"):
            await chair.presses(key)
            chair.is_told("This meeting is over: its clock stays as it was.")
        assert chair.session.timings == before.timings

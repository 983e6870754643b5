"""The evaluation with a number in it, and the close of the meeting."""

import datetime as dt
from pathlib import Path

import pytest

from chair import IDEAS, QUESTION, Room, noted
from teamflow.core import actions as a
from teamflow.core.advice import remarks
from teamflow.tui.widgets.blocktext import BlockText

EVALUATION = (*noted(*IDEAS), a.Go("choose"), a.Choose(4), a.Go("evaluation"))
CLOSE = (*EVALUATION, a.Go("close"))
A_MONTH_ON = dt.date(2026, 12, 23)


async def test_a_month_from_today_is_proposed(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*EVALUATION) as chair:
        assert chair.session.evaluation.date == A_MONTH_ON
        chair.sees("23 december 2026")


async def test_the_proposed_day_is_moved_off_a_weekend(tmp_path: Path) -> None:
    room = Room(tmp_path)
    room.now = room.now.replace(day=26)
    async with room.meets(*EVALUATION) as chair:
        assert chair.session.evaluation.date == dt.date(2026, 12, 28)


async def test_enter_walks_through_the_lines_and_each_is_kept(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*EVALUATION) as chair:
        await chair.enters("D of E op de M-toets", "20 %", "15 %", "DMT", "Zoë")
        await chair.clears()
        await chair.enters("over 3 weken")
        told = chair.session.evaluation
        assert (told.indicator, told.baseline, told.target) == (
            "D of E op de M-toets",
            "20 %",
            "15 %",
        )
        assert (told.method, told.reporter) == ("DMT", "Zoë")
        assert told.date == dt.date(2026, 12, 14)
        chair.sees("maandag 14 december 2026")


async def test_the_day_is_written_out_as_soon_as_it_is_entered(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*EVALUATION) as chair:
        await chair.goes_to("date")
        await chair.clears()
        await chair.enters("23-12")
        assert chair.text_in("date") == "woensdag 23 december 2026"


async def test_what_is_missing_gets_a_friendly_remark_and_may_stay_so(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*EVALUATION) as chair:
        await chair.goes_to("date")
        await chair.clears()
        await chair.goes_to("target")
        told = remarks(chair.session, chair.room.now.date())
        assert len(told) == 3
        for remark in told:
            chair.is_told(remark)
        await chair.types("15 %")
        await chair.goes_to("reporter")
        await chair.types("Zoë")
        await chair.goes_to("date")
        chair.sees_no(*(chair.says(remark) for remark in told[:2]))
        await chair.goes_on()
        assert chair.session.phase == "close"
        assert chair.session.evaluation.date is None


async def test_nobody_is_told_what_is_missing_before_anything_was_done(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*EVALUATION) as chair:
        told = [chair.says(remark) for remark in remarks(chair.session, chair.room.now.date())]
        assert told
        chair.sees_no(*told)
        await chair.presses("tab")
        chair.sees(*told)
    async with Room(tmp_path / "begun").meets(*EVALUATION) as chair:
        chair.meeting.live.dispatch(a.SetEvaluation("indicator", "D of E"))
        await chair.settles()
        chair.sees(*told)


async def test_what_was_agreed_is_told_in_one_sentence_with_the_year_where_it_is_another(
    tmp_path: Path,
) -> None:
    agreed = (a.SetEvaluation("baseline", "20 %"), a.SetEvaluation("target", "15 %"))
    way = "van 20 % naar 15 %"
    sentence = "So: {way}, and we look back on {day}."
    async with Room(tmp_path).meets(*EVALUATION, *agreed) as chair:
        chair.is_told(sentence, way=way, day="23 december")
        await chair.goes_to("date")
        await chair.clears()
        await chair.enters("18-1-2027")
        chair.is_told(sentence, way=way, day="18 januari 2027")


async def test_where_there_is_room_the_promise_stands_in_block_letters(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*EVALUATION, size=(120, 36)) as chair:
        promise = chair.app.screen.query_one("#promise", BlockText)
        chair.meeting.live.dispatch(a.SetEvaluation("target", "15 %"))
        await chair.settles()
        assert not promise.display
        chair.meeting.live.dispatch(a.SetEvaluation("baseline", "20 %"))
        await chair.settles()
        assert promise.display
        assert promise.word == "20 % → 15 %"
        assert chair.shows_whole("#promise")
        assert chair.shows_whole("#remarks")
        for smaller in ((100, 32), (80, 24)):
            await chair.resizes(*smaller)
            assert not promise.display
            assert chair.shows_whole("#remarks")


async def test_more_than_six_weeks_is_told_to_be_late_and_accepted(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*EVALUATION) as chair:
        await chair.goes_to("date")
        await chair.clears()
        await chair.enters("over 7 weken")
        chair.is_told("That is more than six weeks away. Sooner helps more.")
        assert chair.session.evaluation.date == dt.date(2027, 1, 11)


@pytest.mark.parametrize("typed", ["20-11-2026", "1-1-2020"])
async def test_a_day_in_the_past_is_refused_and_stays_to_be_mended(
    tmp_path: Path, typed: str
) -> None:
    async with Room(tmp_path).meets(*EVALUATION) as chair:
        await chair.goes_to("date")
        await chair.clears()
        await chair.enters(typed)
        assert chair.notice
        assert chair.text_in("date") == typed
        assert chair.session.evaluation.date == A_MONTH_ON


@pytest.mark.parametrize("typed", ["20-11-2026", "31 februari", "ooit"])
async def test_a_day_that_was_refused_is_told_even_when_the_chair_goes_on(
    tmp_path: Path, typed: str
) -> None:
    async with Room(tmp_path).meets(*EVALUATION) as chair:
        await chair.goes_to("date")
        await chair.clears()
        await chair.types(typed)
        await chair.goes_on()
        assert chair.session.evaluation.date == A_MONTH_ON
        assert typed.split("-")[0] in chair.notice or typed in chair.notice
        if chair.session.phase == "close":
            await chair.goes_back()
        assert chair.text_in("date") == typed


async def test_the_close_shows_the_form_with_all_that_was_agreed(tmp_path: Path) -> None:
    told = (
        a.SetEvaluation("indicator", "D of E op de M-toets"),
        a.SetEvaluation("baseline", "20 %"),
        a.SetEvaluation("target", "15 %"),
    )
    async with Room(tmp_path).meets(*EVALUATION, *told, a.Go("close"), size=(100, 50)) as chair:
        chair.sees(
            "Formulier voor teamleren: van problemen naar oplossingen",
            "1. Ons leerpunt / doel",
            "2. Idee voor de aanpak",
            "3. Beschrijving van de les of van de activiteiten",
            "4. Hoe en wanneer evalueren we?",
            QUESTION,
            IDEAS[3],
            "20 %",
            "15 %",
        )


async def test_what_is_still_empty_is_named(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*CLOSE) as chair:
        chair.sees(chair.says("the lesson plan"), chair.says("where we want to be"))
        chair.sees_no(chair.says("All filled in."))


async def test_what_is_still_empty_takes_one_line_where_rows_are_scarce(tmp_path: Path) -> None:
    last = "the next meeting"
    async with Room(tmp_path).meets(*CLOSE) as chair:
        told = chair.app.screen.query_one("#gaps")
        assert told.region.height == 1
        assert chair.lines[told.region.y].rstrip().endswith(", …")
        chair.sees_no(chair.says(last))
        await chair.resizes(240, 67)
        chair.is_told(last)


async def test_what_was_parked_stands_on_the_same_line_where_it_fits(tmp_path: Path) -> None:
    parked = a.Park("De toetsen")
    async with Room(tmp_path).meets(parked, *CLOSE) as chair:
        (row,) = (line for line in chair.lines if "De toetsen" in line)
        assert chair.says("the lesson plan") not in row
    filled: tuple[a.Action, ...] = (
        a.Go("plan"),
        a.AddStep(0, "Kaarten maken", ("Joost",)),
        a.Go("evaluation"),
        a.SetEvaluation("indicator", "D of E"),
        a.SetEvaluation("target", "15 %"),
        a.SetEvaluation("method", "DMT"),
        a.SetEvaluation("reporter", "Zoë"),
        a.Go("close"),
    )
    async with Room(tmp_path / "filled").meets(parked, *CLOSE, *filled) as chair:
        (row,) = (line for line in chair.lines if "De toetsen" in line)
        assert chair.says("the next meeting") in row


async def test_the_form_can_be_scrolled_while_a_line_has_the_cursor(tmp_path: Path) -> None:
    lesson = a.SetLesson(0, "Lezen\n" * 30)
    async with Room(tmp_path).meets(*CLOSE, a.Go("plan"), lesson, a.Go("close")) as chair:
        before = chair.wall
        for _ in range(25):
            await chair.presses("down")
        assert chair.wall != before
        chair.sees("4. Hoe en wanneer evalueren we?")


async def test_the_next_meeting_gets_a_day_and_the_meeting_a_mark(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*CLOSE) as chair:
        await chair.enters("18-1", "4 5 3")
        assert chair.session.next_meeting == dt.date(2027, 1, 18)
        assert chair.session.scores == (4, 5, 3)
        chair.sees("4,0")


async def test_answers_from_phones_stay_when_the_chair_types_those_of_the_others(
    tmp_path: Path,
) -> None:
    async with Room(tmp_path).meets(*CLOSE, a.AddScore(5)) as chair:
        await chair.goes_to("scores")
        await chair.types(" 4 3")
        chair.meeting.live.dispatch(a.AddScore(2))
        await chair.presses("enter")
        assert sorted(chair.session.scores) == [2, 3, 4, 5]


@pytest.mark.parametrize("typed", ["6", "4 5 x", "0", "-1"])
async def test_a_mark_outside_one_to_five_is_told(tmp_path: Path, typed: str) -> None:
    async with Room(tmp_path).meets(*CLOSE) as chair:
        await chair.goes_to("scores")
        await chair.enters(typed)
        chair.is_told("Type figures from 1 to 5, one for each person: 4 5 3")
        assert chair.session.scores == ()


async def test_going_on_from_the_last_step_closes_and_back_opens_again(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.meets(*CLOSE) as chair:
        await chair.waits(minutes=3)
        await chair.goes_on()
        chair.is_told("Closed and saved. Thank you all! PgUp opens it again.")
        assert chair.session.closed == room.now
        await chair.goes_on()
        assert chair.session.closed == room.now
        await chair.goes_back()
        assert chair.session.closed is None
        await chair.goes_on()
        await chair.goes_on()
    assert room.record.closed is not None

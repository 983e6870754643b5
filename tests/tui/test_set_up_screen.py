"""Set-up, under a minute: only the people are required."""

import datetime as dt
from pathlib import Path

import pytest
from textual.widget import Widget

from chair import AFTER_SCHOOL, Chair, Room
from teamflow.core import actions as a
from teamflow.core.session import Participant

NAMES = ("Zoë", "Łukasz", "Ağa", "محمد", "李雷", "Siân-Mai")


async def begins(at: Chair, people: str = "Fatima, Joost", **lines: str) -> None:
    """Fill in a set-up, in any order, and begin."""
    if at.place != "SetUpScreen":
        await at.chooses("new")
    for name, text in lines.items():
        await at.goes_to(name)
        await at.clears()
        await at.types(text)
    await at.goes_to("joining")
    await at.types(people)
    await at.goes_on()


def drawn(chair: Chair, field: Widget) -> str:
    """What is seen of a field."""
    x, y, width, _height = field.content_region
    return chair.lines[y][x : x + width].rstrip()


async def test_names_are_all_that_is_needed(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.opens() as chair:
        await begins(chair)
        assert chair.place == "MeetingScreen"
    record = room.record
    assert record.present == ("Fatima", "Joost")
    assert record.date == AFTER_SCHOOL.date()
    assert (record.school, record.team, record.theme, record.chair) == ("", "", "", "")


async def test_names_of_every_script_are_welcome(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.opens() as chair:
        await begins(chair, ", ".join(NAMES))
    assert room.record.present == NAMES


@pytest.mark.parametrize("people", ["", "Fatima"])
async def test_fewer_than_two_people_are_told_that_a_meeting_takes_two(
    tmp_path: Path, people: str
) -> None:
    room = Room(tmp_path)
    async with room.opens() as chair:
        await begins(chair, people)
        assert chair.place == "SetUpScreen"
        chair.is_told("A meeting needs at least two people.")
        await begins(chair, "Fatima, Joost")
        assert chair.place == "MeetingScreen"


async def test_forty_people_may_meet_and_one_more_is_told_why_not(tmp_path: Path) -> None:
    room = Room(tmp_path)
    names = [f"Lid {number}" for number in range(1, 42)]
    async with room.opens() as chair:
        await begins(chair, ", ".join(names))
        assert chair.place == "SetUpScreen"
        chair.is_told(
            "With {count} people a round takes too long: {most} is the most.", count=41, most=40
        )
        await chair.presses("shift+tab", "delete")
        await chair.goes_on()
        assert chair.place == "MeetingScreen"
    assert len(room.record.present) == 40


async def test_the_same_name_twice_is_one_person(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.opens() as chair:
        await begins(chair, "Fatima, joost, JOOST, ＦＡＴＩＭＡ", chair="Ｊoost")
    assert room.record.present == ("Fatima", "joost")


async def test_the_chair_is_there_too(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.opens() as chair:
        await begins(chair, chair="Zoë")
    assert room.record.present == ("Fatima", "Joost", "Zoë")
    assert room.record.chair == "Zoë"


async def test_everyone_of_last_time_has_a_letter_that_marks_them_absent_or_back(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    room.has(a.SetQuestion("Hoe?"), people=("Fatima", "Joost", "Zoë"))
    async with room.opens() as chair:
        await chair.chooses("new")
        chair.sees("a ✓ Fatima", "b ✓ Joost", "c ✓ Zoë")
        await chair.goes_to("joining")
        await chair.presses("shift+tab", "b", "c", "c")
        chair.sees("a ✓ Fatima", "b – Joost", "c ✓ Zoë")
        chair.is_told("not here")
        await chair.goes_on()
        assert chair.session.participants == (
            Participant("Fatima"),
            Participant("Joost", present=False),
            Participant("Zoë"),
        )


async def test_last_time_is_remembered_and_may_be_changed(tmp_path: Path) -> None:
    room = Room(tmp_path)
    room.has(theme="Begrijpend lezen", school_goal="Meer leesplezier")
    async with room.opens() as chair:
        await chair.chooses("new")
        chair.sees("De Wilgen", "Onderbouw", "Begrijpend lezen", "Meer leesplezier")
        await begins(chair, "", team="Bovenbouw", theme="")
        await chair.until(lambda: chair.place == "MeetingScreen")
        assert (chair.session.school, chair.session.team) == ("De Wilgen", "Bovenbouw")
        assert (chair.session.theme, chair.session.school_goal) == ("", "Meer leesplezier")


async def test_an_unreadable_last_session_does_not_stand_in_the_way(tmp_path: Path) -> None:
    room = Room(tmp_path)
    room.has(date=room.now.date().replace(day=1))
    (room.world.sessions / "2026-11-22-stuk.toml").write_text("schema = = 1")
    async with room.opens() as chair:
        await chair.chooses("new")
        chair.sees("De Wilgen", "Fatima")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1-12", dt.date(2026, 12, 1)),
        ("morgen", dt.date(2026, 11, 24)),
        ("20 november 2026", dt.date(2026, 11, 20)),
        ("", dt.date(2026, 11, 23)),
    ],
)
async def test_the_date_is_typed_as_people_write_it(
    tmp_path: Path, typed: str, meant: dt.date
) -> None:
    room = Room(tmp_path)
    async with room.opens() as chair:
        await begins(chair, date=typed)
    assert room.record.date == meant


async def test_a_day_that_cannot_be_read_is_said_and_nothing_typed_is_lost(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.opens() as chair:
        await begins(chair, date="31-31", school="De Wilgen")
        assert chair.place == "SetUpScreen"
        chair.is_told("“{text}” isn't a day we can read. Try 21-12, or 21 December.", text="31-31")
        chair.sees("Fatima", "Joost", "De Wilgen")
    assert room.files == []


async def test_how_we_vote_and_whether_names_are_noted_is_picked_here(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.opens() as chair:
        await chair.chooses("new")
        await chair.turns("voting")
        await chair.turns("dots", times=2)
        await chair.turns("attribution")
        await begins(chair)
    assert (room.record.voting, room.record.dots) == ("hands", 5)
    assert room.record.attribution


async def test_a_set_up_that_was_left_halfway_is_there_again(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.opens() as chair:
        await chair.chooses("new")
        await chair.types("De Wil")
        await chair.goes_to("joining")
        await chair.enters("Fatima")
        await chair.types("Joo")
        await chair.pauses_typing()
        chair.is_killed()
    async with room.opens() as chair:
        await chair.chooses("new")
        chair.sees("De Wil", "Fatima", "Joo")
    assert room.files == []


async def test_going_back_to_the_start_screen_keeps_what_was_filled_in(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.opens() as chair:
        await chair.chooses("new")
        await chair.types("De Wilgen")
        await chair.presses("escape")
        assert chair.place == "HomeScreen"
        await chair.chooses("new")
        chair.sees("De Wilgen")


async def test_a_folder_that_cannot_be_made_is_said_and_the_set_up_stays(tmp_path: Path) -> None:
    room = Room(tmp_path)
    room.world.sessions.write_text("this is a file")
    async with room.opens() as chair:
        await begins(chair)
        assert chair.place == "SetUpScreen"
        assert chair.notice
        room.world.sessions.unlink()
        await chair.goes_on()
        assert chair.place == "MeetingScreen"
    assert room.record.present == ("Fatima", "Joost")


async def test_enter_alone_walks_through_the_optional_lines_and_changes_nothing(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    async with room.opens() as chair:
        await chair.chooses("new")
        for _ in range(12):
            if chair.app.screen.focused is chair.field("joining"):
                break
            await chair.presses("enter")
        await chair.types("Fatima, Joost")
        await chair.presses("enter", "enter")
        await chair.goes_on()
        assert chair.place == "MeetingScreen"
    assert (room.record.voting, room.record.dots) == ("dots", 3)
    assert not room.record.attribution


@pytest.mark.parametrize(
    "placeholder", ["wie zit er vandaag eigenlijk voor?", "vandaag, dan wel morgen"]
)
async def test_an_example_that_is_too_long_ends_in_an_ellipsis_as_long_as_there_is_no_room(
    tmp_path: Path, placeholder: str
) -> None:
    async with Room(tmp_path).opens(size=(60, 20)) as chair:
        await chair.chooses("new")
        field = chair.field("chair")
        field.placeholder = placeholder
        await chair.settles()
        shown = drawn(chair, field)
        assert shown.endswith("…")
        assert placeholder.startswith(shown[:-1].rstrip())
        await chair.resizes(120, 36)
        assert drawn(chair, field) == placeholder
        await chair.goes_to("chair")
        await chair.types("Zoë")
        assert drawn(chair, field) == "Zoë"


@pytest.mark.parametrize(
    ("width", "shown"), [(60, "23 november 2026"), (80, "maandag 23 november 2026")]
)
async def test_the_whole_date_can_be_read_in_a_narrow_window_too(
    tmp_path: Path, width: int, shown: str
) -> None:
    room = Room(tmp_path)
    async with room.opens(size=(width, 20)) as chair:
        await chair.chooses("new")
        assert drawn(chair, chair.field("date")) == shown
        await begins(chair)
        assert chair.session.date == room.now.date()

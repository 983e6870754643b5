"""Ideas of earlier meetings, brought into a round by its chair."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from chair import IDEAS, QUESTION, Chair, Room, noted
from teamflow.core import actions as a
from teamflow.core.bank import PastIdea
from teamflow.core.session import Review
from teamflow.store.bank import past_ideas
from teamflow.store.folder import Folder
from teamflow.tui.screens import bank

BEFORE = ("Tutorlezen met groep 8", "Elke dag voorlezen", "Leesgesprekken in de kring")


def earlier(room: Room, *, chosen: int = 0, worked: bool = False) -> Path:
    """A meeting a month before now, with or without a choice that was looked back on."""
    choice = (a.Choose(chosen),) if chosen else ()
    actions = (*noted(*BEFORE), a.Go("choose"), *choice, a.Go("close"), a.Close())
    file = room.has(*actions, team="Bovenbouw")
    if worked:
        review = Review(dt.date(2026, 12, 1), "reached", learned="Groep 8 deed graag mee")
        folder = Folder(file.parent)
        folder.amend(
            file,
            lambda s: replace(s, evaluation=replace(s.evaluation, review=review)),
            room.now,
        )
    room.passes(minutes=30 * 24 * 60)
    return file


async def looks(chair: Chair) -> None:
    """Open the bank, and wait until all has been read."""
    await chair.presses("ctrl+f")
    assert chair.place == "Bank"
    await chair.until(lambda: "zoeken …" not in chair.wall)


async def test_what_was_not_chosen_is_found_with_where_it_comes_from(tmp_path: Path) -> None:
    room = Room(tmp_path)
    earlier(room)
    async with room.meets(*noted(), size=(140, 36)) as chair:
        await looks(chair)
        chair.sees(*BEFORE, "niet gekozen", "Bovenbouw", QUESTION[:50])


async def test_the_marked_idea_goes_on_the_board_and_the_turn_stays(tmp_path: Path) -> None:
    room = Room(tmp_path)
    earlier(room)
    async with room.meets(*noted(IDEAS[0])) as chair:
        turn = chair.turn
        await looks(chair)
        await chair.types("kring")
        await chair.presses("enter")
        assert chair.place == "MeetingScreen"
        assert [idea.text for idea in chair.session.ideas] == [IDEAS[0], BEFORE[2]]
        assert chair.turn == turn
        assert "Bovenbouw" in chair.notice
        await chair.presses("ctrl+z")
        assert [idea.text for idea in chair.session.ideas] == [IDEAS[0]]


async def test_every_word_that_is_typed_must_occur(tmp_path: Path) -> None:
    room = Room(tmp_path)
    earlier(room)
    async with room.meets(*noted()) as chair:
        await looks(chair)
        await chair.types("GROEP tutor")
        chair.sees(BEFORE[0])
        chair.sees_no(BEFORE[1])
        await chair.types(" gymnastiek")
        chair.sees("Niets gevonden.")
        await chair.presses("enter")
        assert chair.place == "Bank"


async def test_what_worked_says_so_and_what_we_learned(tmp_path: Path) -> None:
    room = Room(tmp_path)
    earlier(room, chosen=1, worked=True)
    async with room.meets(*noted()) as chair:
        await looks(chair)
        chair.sees(BEFORE[0], "gekozen: gehaald", "Groep 8 deed graag mee")


async def test_what_was_chosen_and_not_looked_back_on_is_not_offered(tmp_path: Path) -> None:
    room = Room(tmp_path)
    earlier(room, chosen=1)
    async with room.meets(*noted()) as chair:
        await looks(chair)
        chair.sees(BEFORE[1])
        chair.sees_no(BEFORE[0])


async def test_what_is_on_the_board_is_not_noted_twice(tmp_path: Path) -> None:
    room = Room(tmp_path)
    earlier(room)
    async with room.meets(*noted(IDEAS[0], BEFORE[0].upper())) as chair:
        await looks(chair)
        chair.sees("al nummer 2")
        await chair.types("tutor")
        await chair.presses("enter")
        chair.sees("Dat staat al op het bord, als nummer 2.")
        assert len(chair.session.ideas) == 2


async def test_what_was_being_typed_is_still_there(tmp_path: Path) -> None:
    room = Room(tmp_path)
    earlier(room)
    async with room.meets(*noted()) as chair:
        await chair.types("Half een id")
        await looks(chair)
        await chair.types("kring")
        await chair.presses("escape")
        assert chair.place == "MeetingScreen"
        assert chair.text_in("idea") == "Half een id"
        assert chair.session.ideas == ()


async def test_without_earlier_meetings_it_says_so(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted(*IDEAS)) as chair:
        await looks(chair)
        chair.sees("Nog geen eerdere bijeenkomsten met ideeën.")


async def test_a_broken_file_in_between_is_passed_over(tmp_path: Path) -> None:
    room = Room(tmp_path)
    earlier(room)
    (room.world.sessions / "2026-12-01-stuk.toml").write_bytes(b"\xff geen toml")
    session = room.has(*noted())
    async with room.opens(session) as chair:
        await chair.presses("enter")
        await looks(chair)
        chair.sees(*BEFORE)


async def test_text_that_looks_like_markup_stays_text(tmp_path: Path) -> None:
    room = Room(tmp_path)
    room.has(*noted("[bold]vet[/] [@click=app.quit]weg[/]"), a.Go("close"), a.Close())
    room.passes(minutes=1)
    async with room.meets(*noted(), team="Middenbouw") as chair:
        await looks(chair)
        chair.sees("[bold]vet[/] [@click=app.quit]weg[/]")


async def test_arrows_choose_and_pages_turn(tmp_path: Path) -> None:
    room = Room(tmp_path)
    earlier(room)
    async with room.meets(*noted()) as chair:
        await looks(chair)
        await chair.presses("down", "down", "up", "pagedown", "pageup", "down", "enter")
        assert [idea.text for idea in chair.session.ideas] == [BEFORE[2]]


async def test_the_question_and_the_clock_stay_in_sight(tmp_path: Path) -> None:
    room = Room(tmp_path)
    earlier(room)
    async with room.meets(*noted(), size=(120, 36)) as chair:
        await looks(chair)
        chair.sees(QUESTION)
        before = chair.meeting.pane.clocks()[0].time
        await chair.waits(minutes=1)
        chair.meeting.ticker.tick()
        assert (before, chair.meeting.pane.clocks()[0].time) == ("10:00", "9:00")


async def test_keys_arrive_while_a_slow_disk_is_still_being_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Event()

    def slow(folder: Path, skip_id: str) -> Iterator[tuple[PastIdea, ...]]:
        ideas = past_ideas(folder, skip_id)
        for found in ideas:
            yield found
            if found:
                disk.wait()

    monkeypatch.setattr(bank, "past_ideas", slow)
    room = Room(tmp_path)
    earlier(room)
    try:
        async with room.meets(*noted()) as chair:
            await chair.presses("ctrl+f")
            await chair.until(lambda: BEFORE[0] in chair.wall)
            await chair.types("kring")
            chair.sees("1 idee, nog aan het zoeken …", BEFORE[2])
            await chair.presses("enter")
            assert chair.board == [BEFORE[2]]
    finally:
        disk.set()


async def test_of_many_meetings_all_are_searched(tmp_path: Path) -> None:
    room = Room(tmp_path)
    for number in range(90):
        room.has(*noted(f"Idee van dag {number}"), a.Go("close"), a.Close())
        room.passes(minutes=24 * 60)
    async with room.meets(*noted()) as chair:
        await looks(chair)
        chair.sees("90 ideeën")
        await chair.types("dag idee")
        await chair.presses("end", *("pagedown",) * 90, "enter")
        assert chair.board == ["Idee van dag 0"]


async def test_a_list_that_would_have_no_end_says_that_it_is_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bank, "MOST", 3)
    room = Room(tmp_path)
    earlier(room)
    earlier(room)
    async with room.meets(*noted()) as chair:
        await looks(chair)
        chair.sees("3 ideeën, uit de nieuwste 3")


async def test_what_would_steer_the_terminal_reaches_neither_screen_nor_board(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    file = earlier(room)
    hostile = file.read_text("utf-8").replace(BEFORE[1], r"Voor\u001b[31mlezen\u202e\u0007")
    file.write_text(hostile, "utf-8")
    async with room.meets(*noted()) as chair:
        await looks(chair)
        await chair.types("voorlezen")
        await chair.presses("enter")
        assert chair.board == ["Voorlezen"]


async def test_who_gave_an_idea_is_never_carried_along(tmp_path: Path) -> None:
    room = Room(tmp_path)
    room.has(*noted("Van Willem"), a.Go("close"), a.Close(), attribution=True)
    room.passes(minutes=24 * 60)
    async with room.meets(*noted(), attribution=True) as chair:
        await looks(chair)
        assert not [line for line in chair.lines if "Van Willem" in line and "Fatima" in line]
        await chair.presses("enter")
        assert [(idea.text, idea.by) for idea in chair.session.ideas] == [("Van Willem", None)]


async def test_its_key_stands_on_the_page_of_keys_and_in_the_palette(tmp_path: Path) -> None:
    room = Room(tmp_path)
    earlier(room)
    async with room.meets(*noted()) as chair:
        await chair.presses("f1")
        chair.sees("Ctrl+F", chair.says("from earlier meetings")[:20])
        await chair.presses("escape", "ctrl+p")
        await chair.types(chair.says("from earlier meetings"))
        await chair.presses("enter")
        assert chair.place == "Bank"


async def test_it_can_be_opened_searched_and_closed_faster_than_it_is_drawn(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    earlier(room)
    for pause in range(0, 40, 4):
        async with room.meets(*noted(), people=("Anna", "Bas")) as chair:
            await chair.rushes(("ctrl+f", *"kring", "escape"), pause)
            assert (chair.board, room.reported) == ([], [])


async def test_enter_pressed_twice_brings_an_idea_in_once(tmp_path: Path) -> None:
    room = Room(tmp_path)
    earlier(room)
    for pause in range(0, 40, 4):
        async with room.meets(*noted(), people=("Anna", "Bas")) as chair:
            await looks(chair)
            await chair.rushes(("enter", "enter", "enter"), pause)
            assert (chair.board, room.reported) == ([BEFORE[0]], [])

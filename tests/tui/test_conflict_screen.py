"""Somebody else changes the session that is open here: both versions are kept."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from chair import IDEAS, Chair, Room, noted
from teamflow.core.session import Idea, Session
from teamflow.store.folder import Folder
from teamflow.store.record import encode
from teamflow.tui.versions import IN_FOLDER, IN_TRASH, KEPT, TWO

OTHERS = "Woorden vooraf uitleggen in groep 8"


def somebody_changes(chair: Chair, change: Callable[[Session], Session]) -> Path:
    """Another laptop, from where a synced folder brings it here."""
    assert chair.app.sitting is not None
    file = chair.app.sitting.path
    file.write_text(encode(change(chair.record), {}, chair.room.now), encoding="utf-8")
    return file


def with_another_idea(session: Session) -> Session:
    return replace(session, ideas=(*session.ideas, Idea(99, OTHERS)))


def with_two_ideas_and_another_question(session: Session) -> Session:
    session = with_another_idea(replace(session, question="Een andere vraag?"))
    return replace(session, ideas=(*session.ideas, Idea(100, IDEAS[4])))


def left_and_changed(session: Session) -> Session:
    return replace(with_another_idea(session), left=session.timing.spans[-1].start)


def ideas_in(file: Path) -> list[str]:
    return [idea.text for idea in Folder(file.parent).load(file).session.ideas]


async def is_asked(chair: Chair) -> None:
    await chair.until(lambda: chair.place == "ConflictScreen")


async def test_both_versions_are_named_with_what_differs(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted(IDEAS[0])) as chair:
        file = somebody_changes(chair, with_two_ideas_and_another_question)
        room.passes(minutes=2)
        await chair.enters(IDEAS[1])
        await is_asked(chair)
        chair.is_told("This session has two versions")
        chair.is_told("Ours · saved {when}", when="23-11-2026 15:02")
        chair.sees("(conflict 2026-11-23 15.02).toml")
        chair.is_told("The other · saved {when}", when="23-11-2026 15:00")
        chair.sees(file.name)
        differing = ", ".join(map(chair.says, ("Our learning question", "Ideas"))).lower()
        chair.is_told("They differ in: {what}.", what=differing)
        assert chair.shows_whole(".window")


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_an_enter_that_was_meant_for_the_meeting_changes_nothing(
    tmp_path: Path, key: str
) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted(IDEAS[0])) as chair:
        file = somebody_changes(chair, with_another_idea)
        await chair.enters(IDEAS[1])
        await is_asked(chair)
        await chair.presses(key)
        assert chair.place == "MeetingScreen"
        assert chair.app.sitting is not None
        ours = chair.app.sitting.path
        chair.is_told(KEPT)
        await chair.enters(IDEAS[2])
        assert [idea.text for idea in chair.record.ideas] == list(IDEAS[:3])
    assert room.files == sorted([file, ours])
    assert ideas_in(file) == [IDEAS[0], OTHERS]
    assert ideas_in(ours) == list(IDEAS[:3])


async def test_going_on_with_ours_puts_the_other_in_the_trash(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted(IDEAS[0])) as chair:
        file = somebody_changes(chair, with_another_idea)
        await chair.enters(IDEAS[1])
        await is_asked(chair)
        await chair.chooses("ours")
        await chair.until(lambda: room.files == [file])
        chair.is_told("We go on with ours. The other version is in the trash.")
        await chair.enters(IDEAS[2])
        assert [idea.text for idea in chair.record.ideas] == list(IDEAS[:3])
    assert room.files == [file]
    assert ideas_in(file) == list(IDEAS[:3])
    assert ideas_in(file.parent / "trash" / file.name) == [IDEAS[0], OTHERS]


async def test_going_on_with_the_other_puts_ours_in_the_trash(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted(IDEAS[0])) as chair:
        file = somebody_changes(chair, with_another_idea)
        await chair.enters(IDEAS[1])
        await is_asked(chair)
        await chair.chooses("theirs")
        await chair.until(lambda: OTHERS in chair.wall)
        assert chair.board == [IDEAS[0], OTHERS]
        chair.is_told(IN_TRASH)
        await chair.enters(IDEAS[2])
        assert [idea.text for idea in chair.record.ideas] == [IDEAS[0], OTHERS, IDEAS[2]]
    assert room.files == [file]
    (thrown,) = (file.parent / "trash").iterdir()
    assert ideas_in(thrown) == list(IDEAS[:2])


async def test_whoever_left_the_other_version_is_asked_about_the_time_away(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted(IDEAS[0])) as chair:
        somebody_changes(chair, left_and_changed)
        await chair.enters(IDEAS[1])
        await is_asked(chair)
        await chair.chooses("theirs")
        await chair.until(lambda: chair.place == "Away")
        await chair.presses("enter")
        assert chair.board == [IDEAS[0], OTHERS]


async def test_two_versions_that_say_the_same_are_told_so(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted(IDEAS[0])) as chair:
        somebody_changes(chair, lambda session: replace(session, dots=5))
        await chair.presses("f5")
        await is_asked(chair)
        chair.is_told("Both say the same.")


async def compares(chair: Chair) -> None:
    await is_asked(chair)
    await chair.chooses("compare")
    await chair.until(lambda: chair.says("Back to the question") in chair.wall)
    assert chair.place == "CompareScreen"


async def test_the_two_can_be_compared_and_the_question_stays(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted(IDEAS[0])) as chair:
        somebody_changes(chair, with_two_ideas_and_another_question)
        await chair.enters(IDEAS[1])
        for key in ("enter", "escape"):
            await compares(chair)
            await chair.until(lambda: OTHERS in chair.wall)
            chair.sees("Twee weken één thema, rijkere", "Een andere vraag?")
            await chair.presses(key)
            assert chair.place == "ConflictScreen"
        assert len(room.files) == 2


async def test_the_comparison_answers_the_question_with_ours(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted(IDEAS[0])) as chair:
        file = somebody_changes(chair, with_another_idea)
        await chair.enters(IDEAS[1])
        await compares(chair)
        await chair.chooses("left")
        await chair.until(lambda: room.files == [file])
        chair.is_told("We go on with ours. The other version is in the trash.")
    assert ideas_in(file) == list(IDEAS[:2])


async def test_the_comparison_answers_the_question_with_the_other(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted(IDEAS[0])) as chair:
        file = somebody_changes(chair, with_another_idea)
        await chair.enters(IDEAS[1])
        await compares(chair)
        await chair.chooses("right")
        await chair.until(lambda: chair.place == "MeetingScreen" and OTHERS in chair.wall)
        assert chair.board == [IDEAS[0], OTHERS]
    assert room.files == [file]


@pytest.mark.parametrize("answer", ["ours", "theirs"])
async def test_what_was_not_chosen_in_the_meeting_comes_back_in_the_archive(
    tmp_path: Path, answer: str
) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted(IDEAS[0])) as chair:
        somebody_changes(chair, with_another_idea)
        await chair.enters(IDEAS[1])
        await is_asked(chair)
        before = sorted(ideas_in(file) for file in room.files)
        await chair.chooses(answer)
        await chair.until(lambda: len(room.files) == 1 and chair.place == "MeetingScreen")
        await chair.leaves()
        await chair.presses("ctrl+f", "ctrl+z")
        chair.is_told("It's back.")
    assert sorted(ideas_in(file) for file in room.files) == before


async def test_what_was_left_for_later_is_asked_when_the_session_is_opened_again(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted(IDEAS[0])) as chair:
        file = somebody_changes(chair, with_another_idea)
        await chair.enters(IDEAS[1])
        await is_asked(chair)
        await chair.chooses("later")
        await chair.leaves()
        chair.is_told("{n} versions", n=2)
        await chair.presses("enter")
        await chair.until(lambda: chair.place == "CompareScreen")
        await chair.chooses("right")
        await chair.until(lambda: chair.place == "Away")
        await chair.presses("enter")
        assert chair.board == list(IDEAS[:2])
    assert room.files == [file]
    assert ideas_in(file) == list(IDEAS[:2])


async def test_all_answers_are_on_a_small_screen(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted(IDEAS[0]), size=(60, 20)) as chair:
        somebody_changes(chair, with_two_ideas_and_another_question)
        await chair.enters(IDEAS[1])
        await is_asked(chair)
        assert chair.shows_whole("Menu")
        assert chair.shows_whole(".window")
        chair.sees("(conflict 2026-11-23 15.00).toml")
        chair.is_told("Go on with the other version")


async def test_what_cannot_be_read_is_kept_and_cannot_be_chosen(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted(IDEAS[0])) as chair:
        (file,) = room.files
        assert chair.record.ideas
        file.write_bytes(b"\xff\xfe")
        await chair.enters(IDEAS[1])
        await is_asked(chair)
        chair.sees(chair.says("The other can't be read: {reason}").split("{", maxsplit=1)[0])
        chair.sees_no(chair.says("Go on with the other version"))
        await chair.chooses("ours")
        await chair.until(lambda: room.files == [file])
    assert ideas_in(file) == list(IDEAS[:2])
    assert (file.parent / "trash" / file.name).read_bytes() == b"\xff\xfe"


async def test_the_other_version_may_be_gone_when_it_is_chosen(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted(IDEAS[0])) as chair:
        file = somebody_changes(chair, with_another_idea)
        await chair.enters(IDEAS[1])
        await is_asked(chair)
        file.unlink()
        await chair.chooses("theirs")
        assert chair.place == "MeetingScreen"
        chair.is_told("The file isn't there any more.")
        assert [idea.text for idea in chair.record.ideas] == list(IDEAS[:2])


async def test_trouble_with_choosing_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted(IDEAS[0])) as chair:
        file = somebody_changes(chair, with_another_idea)
        await chair.enters(IDEAS[1])
        await is_asked(chair)
        (file.parent / "trash").touch()
        await chair.chooses("ours")
        await chair.until(lambda: chair.notice)
        chair.sees(str(file.parent)[:20])
        assert [idea.text for idea in chair.record.ideas] == list(IDEAS[:2])
    assert ideas_in(file) == [IDEAS[0], OTHERS]


async def test_what_somebody_types_in_a_window_is_finished_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("teamflow.tui.versions.AGAIN", 0.05)
    room = Room(tmp_path)
    async with room.meets(*noted(IDEAS[0])) as chair:
        somebody_changes(chair, with_another_idea)
        await chair.presses("ctrl+l")
        await chair.types("De bibliotheek")
        await chair.pauses_typing()
        await chair.until(lambda: len(room.files) == 2)
        assert chair.place == "Ask"
        await chair.presses("enter")
        await is_asked(chair)
        assert chair.record.parking_lot == ("De bibliotheek",)


async def test_half_a_line_is_finished_before_the_question_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("teamflow.tui.versions.AGAIN", 0.05)
    room = Room(tmp_path)
    async with room.meets(*noted(IDEAS[0])) as chair:
        somebody_changes(chair, with_another_idea)
        await chair.types("De bibliotheek")
        await chair.pauses_typing()
        await chair.until(lambda: len(room.files) == 2)
        assert chair.place == "MeetingScreen"
        await chair.until(lambda: chair.notice)
        chair.is_told(TWO)
        await chair.presses("enter")
        await is_asked(chair)
        assert [idea.text for idea in chair.record.ideas] == [IDEAS[0], "De bibliotheek"]


async def test_a_conflict_at_the_very_end_is_told_at_home(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted(IDEAS[0])) as chair:
        file = somebody_changes(chair, with_another_idea)
        await chair.leaves()
        await chair.until(lambda: chair.place == "HomeScreen" and chair.notice)
        (ours,) = (each for each in room.files if each != file)
        chair.is_told(KEPT)
    assert ideas_in(file) == [IDEAS[0], OTHERS]
    assert ideas_in(ours) == [IDEAS[0]]


async def test_what_was_left_for_later_can_be_compared_when_somebody_wants_to(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted(IDEAS[0])) as chair:
        compare = chair.says("compare the two versions")
        await chair.presses("f1")
        chair.sees_no(compare)
        await chair.presses("escape")
        file = somebody_changes(chair, with_another_idea)
        await chair.enters(IDEAS[1])
        await is_asked(chair)
        await chair.chooses("later")
        await chair.does("ctrl+p", compare, "enter")
        await is_asked(chair)
        await chair.chooses("ours")
        await chair.until(lambda: room.files == [file])
        await chair.presses("ctrl+p")
        chair.sees_no(compare)


async def test_who_asks_for_the_comparison_in_half_a_line_is_not_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("teamflow.tui.versions.AGAIN", 0.05)
    room = Room(tmp_path)
    async with room.meets(*noted(IDEAS[0])) as chair:
        somebody_changes(chair, with_another_idea)
        await chair.types("De bibliotheek")
        await chair.pauses_typing()
        await chair.until(lambda: chair.notice)
        await chair.presses("f11")
        await is_asked(chair)
        await chair.chooses("later")
        await chair.presses("enter")
        await chair.until(lambda: len(chair.record.ideas) == 2)
        assert chair.place == "MeetingScreen"


async def test_ours_stays_in_the_folder_where_it_cannot_go_to_the_trash(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted(IDEAS[0])) as chair:
        file = somebody_changes(chair, with_another_idea)
        await chair.enters(IDEAS[1])
        await is_asked(chair)
        (file.parent / "trash").touch()
        await chair.chooses("theirs")
        await chair.until(lambda: chair.place == "CompareScreen")
        await chair.chooses("later")
        await chair.until(lambda: chair.place == "MeetingScreen")
        chair.is_told(IN_FOLDER)
        assert len(room.files) == 2


async def test_a_session_that_is_alive_in_another_window_is_opened_with_a_word(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    told = "This session seems to be open elsewhere too: type in only one window."
    async with room.meets(*noted(IDEAS[0])) as chair:
        chair.sees_no(chair.says(told))
        await chair.waits(seconds=1)
        assert chair.app.sitting is not None
        async with room.opens(chair.app.sitting.path) as other:
            await other.presses("enter")
            assert other.place == "MeetingScreen"
            other.is_told(told)
            other.is_killed()
        room.passes(minutes=5)
        async with room.opens(chair.app.sitting.path) as other:
            await other.presses("enter")
            other.sees_no(chair.says(told))
            other.is_killed()

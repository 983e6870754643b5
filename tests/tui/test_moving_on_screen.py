"""Next and back, the clock, undo and redo, and every action at a key or in the palette."""

from dataclasses import replace
from pathlib import Path

import pytest

from chair import IDEAS, QUESTION, Chair, Room, noted
from teamflow.core import actions as a
from teamflow.core.clock import Mood
from teamflow.core.session import PhaseName
from teamflow.store.settings import Settings
from teamflow.tui.screens.palette import Palette
from teamflow.tui.widgets.keybar import keys_of
from teamflow.tui.widgets.menu import Menu

PHASES: tuple[PhaseName, ...] = (
    "question", "think", "round", "choose", "plan", "evaluation", "close",
)  # fmt: skip
FULL = (*noted(*IDEAS), a.Go("choose"), a.Choose(4), a.Choose(1))


async def test_page_down_and_page_up_go_through_all_steps_and_lose_nothing(
    tmp_path: Path,
) -> None:
    async with Room(tmp_path).meets(*FULL, a.SetWhy("Morgen te doen"), a.Go("question")) as chair:
        before = chair.session
        seen = []
        for _ in PHASES[1:]:
            await chair.goes_on()
            seen.append(chair.session.phase)
        for _ in PHASES[1:]:
            await chair.goes_back()
            seen.append(chair.session.phase)
        assert seen == [*PHASES[1:], *PHASES[-2::-1]]
        await chair.goes_back()
        assert chair.session.phase == "question"
        assert (chair.session.ideas, chair.session.choice) == (before.ideas, before.choice)


@pytest.mark.parametrize(
    ("phase", "field"),
    [
        ("question", "question"),
        ("question", "measure"),
        ("round", "idea"),
        ("choose", "pick"),
        ("choose", "why"),
        ("plan", "lesson"),
        ("plan", "step.what"),
        ("plan", "step.who"),
        ("plan", "step.when"),
        ("evaluation", "indicator"),
        ("evaluation", "date"),
        ("close", "next"),
        ("close", "scores"),
    ],
)
async def test_half_a_line_is_still_there_after_going_on_and_coming_back(
    tmp_path: Path, phase: PhaseName, field: str
) -> None:
    away, back = ("pageup", "pagedown") if phase == "close" else ("pagedown", "pageup")
    async with Room(tmp_path).meets(*FULL, a.Go(phase)) as chair:
        await chair.goes_to(field)
        await chair.clears()
        await chair.types("half af")
        await chair.presses(away)
        assert chair.session.phase != phase
        await chair.presses(back)
        assert chair.text_in(field) == "half af"


async def test_going_back_goes_on_with_the_clock_where_it_was(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.waits(minutes=4)
        await chair.goes_on()
        await chair.waits(minutes=2)
        await chair.goes_back()
        assert chair.clock == "6:00"


async def test_a_pause_stops_the_clock_and_says_so(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.waits(minutes=1)
        await chair.presses("f5")
        chair.is_told("❚❚ paused")
        await chair.waits(minutes=30)
        assert chair.clock == "9:00"
        await chair.enters(IDEAS[0])
        assert chair.board == [IDEAS[0]]
        await chair.presses("f5")
        await chair.waits(seconds=30)
        assert chair.clock == "8:30"


async def test_a_minute_more_or_less_at_a_key(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.presses("f6", "f6", "f7")
        assert chair.clock == "11:00"
        assert chair.session.timing.extra == 1


async def test_the_clock_can_be_started_over(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.waits(minutes=7)
        await chair.presses("f8")
        assert chair.clock == "10:00"


async def test_an_open_ended_step_takes_no_minutes_and_says_so(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*FULL, a.Go("plan")) as chair:
        await chair.presses("f6")
        chair.is_refused(a.AddMinutes(1))


async def test_the_clock_turns_warm_urgent_and_over_and_rings_once(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        moods = []
        for minutes in (5.0, 3.5, 1.2, 0.5, 1.0):
            await chair.waits(minutes=minutes)
            moods.append((chair.mood, chair.bells))
        assert moods == [
            (Mood.CALM, 0),
            (Mood.WARM, 0),
            (Mood.URGENT, 0),
            (Mood.OVER, 1),
            (Mood.OVER, 1),
        ]
        assert chair.clock == "+1:12"
        assert chair.session.phase == "round"


async def test_the_time_being_up_moves_nothing_and_takes_no_half_typed_line(
    tmp_path: Path,
) -> None:
    async with Room(tmp_path).meets(*noted(IDEAS[0])) as chair:
        await chair.types("Half een id")
        await chair.waits(minutes=10)
        assert chair.notice
        await chair.waits(minutes=50)
        assert chair.session.phase == "round"
        assert chair.text_in("idea") == "Half een id"
        await chair.enters("ee")
        assert chair.board == [IDEAS[0], "Half een idee"]


async def test_a_minute_more_after_zero_lets_it_ring_again(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.waits(minutes=10)
        await chair.presses("f6")
        assert (chair.clock, chair.bells) == ("1:00", 1)
        await chair.waits(minutes=1)
        assert chair.bells == 2


async def test_the_bell_can_be_silenced(tmp_path: Path) -> None:
    async with Room(tmp_path, Settings(bell="off")).meets(*noted()) as chair:
        await chair.waits(minutes=11)
        assert chair.bells == 0
        assert chair.mood is Mood.OVER


async def test_coming_back_into_overtime_does_not_ring_again(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.waits(minutes=11)
        await chair.goes_on()
        await chair.goes_back()
        await chair.waits(seconds=5)
        assert chair.bells == 1


async def test_the_expected_end_of_the_meeting_moves_with_the_time_taken(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.waits(minutes=15)
        end = chair.lines[0].split()[-2:]
        await chair.waits(minutes=3)
        later = chair.lines[0].split()[-2:]
        assert end != later
        assert later[-1].startswith("(")


EVERYTHING: tuple[tuple[tuple[a.Action, ...], tuple[str, ...]], ...] = (
    ((), ("Hoe?", "pagedown")),
    (noted(), ("Eén idee", "enter")),
    (noted(), ("tab",)),
    (noted(*IDEAS), ("ctrl+s", "2", "enter")),
    (noted(*IDEAS), ("ctrl+n", "2", "enter", "ctrl+d")),
    (noted(*IDEAS), ("ctrl+l", "Later", "enter")),
    (noted(*IDEAS), ("ctrl+o", "Tussendoor", "enter")),
    (noted(*IDEAS), ("ctrl+b", "space", "escape")),
    (noted(*IDEAS), ("f5",)),
    (noted(*IDEAS), ("f6",)),
    (noted(*IDEAS), ("f8",)),
    ((*noted(*IDEAS), a.Go("choose")), ("ctrl+g", "1 2", "enter")),
    ((*noted(*IDEAS), a.Go("choose")), ("ctrl+o",)),
    ((*noted(*IDEAS), a.Go("choose"), a.OpenVote()), ("1 2", "enter")),
    ((*noted(*IDEAS), a.Go("choose")), ("3", "enter")),
    ((*FULL, a.Go("plan")), ("f4",)),
    ((*FULL, a.Go("plan"), a.AddStep(0, "Kaarten")), ("ctrl+n", "1", "enter", "ctrl+d")),
    ((*FULL, a.Go("evaluation")), ("D of E", "enter")),
    ((*FULL, a.Go("close")), ("21-12", "enter")),
    ((*FULL, a.Go("close")), ("pagedown",)),
)


@pytest.mark.parametrize("done", EVERYTHING, ids=lambda done: " ".join(done[1]))
async def test_anything_can_be_undone_and_done_again(
    tmp_path: Path, done: tuple[tuple[a.Action, ...], tuple[str, ...]]
) -> None:
    before, keys = done
    async with Room(tmp_path).meets(*before) as chair:
        start = content(chair)
        await chair.does(*keys)
        final = content(chair)
        assert final != start
        undone = 0
        while content(chair) != start:
            await chair.presses("ctrl+z")
            undone += 1
            assert undone < 5
            assert chair.notice
        for _ in range(undone):
            await chair.presses("ctrl+y")
        assert content(chair) == final


def content(chair: Chair) -> object:
    """The session without what is still being typed, and without which id was given last."""
    return replace(chair.session, drafts=(), noted=0)


async def test_undo_goes_back_through_the_steps_and_redo_forward(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.enters(IDEAS[0])
        await chair.goes_on()
        await chair.enters("1")
        await chair.goes_on()
        await chair.presses("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
        chair.is_at("round")
        assert chair.board == []
        await chair.presses("ctrl+y", "ctrl+y", "ctrl+y", "ctrl+y")
        chair.is_at("plan")
        assert [idea.text for idea in chair.session.chosen] == [IDEAS[0]]


async def test_undo_leaves_what_is_being_typed_alone(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.enters(IDEAS[0])
        await chair.types("Half een id")
        await chair.presses("ctrl+z")
        assert chair.board == []
        assert chair.text_in("idea") == "Half een id"


async def test_undo_takes_back_letters_while_prose_is_being_typed_and_gives_them_back(
    tmp_path: Path,
) -> None:
    async with Room(tmp_path).meets(*FULL, a.Go("plan")) as chair:
        await chair.types("Eerst lezen")
        await chair.presses("ctrl+z")
        assert chair.session.phase == "plan"
        assert chair.text_in("lesson") != "Eerst lezen"
        await chair.presses("ctrl+y")
        assert chair.text_in("lesson") == "Eerst lezen"


async def test_with_nothing_to_undo_that_is_said(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.presses("ctrl+z")
        chair.is_told("There is nothing to undo.")
        await chair.presses("ctrl+y")
        chair.is_told("There is nothing to redo.")


@pytest.mark.parametrize("phase", PHASES)
async def test_the_palette_lists_every_action_of_the_step(tmp_path: Path, phase: PhaseName) -> None:
    async with Room(tmp_path).meets(*FULL, a.Go(phase), size=(100, 40)) as chair:
        here = {binding.action for binding in keys_of(chair.app.screen)}
        assert {
            "next", "pause", "minutes(1)", "minutes(-1)", "restart", "undo", "redo",
            "park", "people", "keys", "leave", "app.theme",
        } <= here  # fmt: skip
        assert ("back" in here) == (phase != "question")
        others = (b for b in keys_of(chair.app.screen) if b.action != "palette")
        words = [binding.description for binding in others]
        await chair.presses("ctrl+p")
        assert chair.place == "Palette"
        listed = " ".join(await everything_listed(chair))
        for word in words:
            assert word in listed


async def everything_listed(chair: Chair) -> list[str]:
    """All rows of the palette, also those for which there is no room."""
    menu = chair.app.screen.query_one(Menu)
    seen = list(chair.lines)
    for _ in range(30):
        await chair.presses("down")
        seen += chair.lines
    assert menu.value is not None
    return seen


async def test_the_palette_finds_an_action_by_a_few_letters_and_runs_it(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.types("Half een id")
        more = next(b for b in keys_of(chair.app.screen) if b.action == "minutes(1)")
        await chair.presses("ctrl+p")
        await chair.types(more.description)
        await chair.presses("enter")
        assert chair.session.timing.extra == 1
        assert chair.place == "MeetingScreen"
        assert chair.text_in("idea") == "Half een id"


async def test_every_action_in_the_palette_runs_as_its_key_would(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted(*IDEAS), size=(100, 40)) as chair:
        await chair.presses("ctrl+p")
        assert isinstance(chair.app.screen, Palette)
        count = len(chair.app.screen._all)
        await chair.presses("escape")
        for place in range(count):
            if chair.session.phase != "round":
                await chair.presses("ctrl+z")
            await chair.presses("ctrl+p", *("down",) * place, "enter")
            while chair.place != "MeetingScreen":
                await chair.presses("escape")


async def test_a_palette_in_which_nothing_fits_does_nothing(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.presses("ctrl+p")
        await chair.types("xyzzy")
        await chair.presses("down", "up", "enter")
        assert chair.place == "Palette"
        await chair.presses("escape")
        assert chair.place == "MeetingScreen"


@pytest.mark.parametrize("phase", PHASES)
async def test_f1_shows_every_key_while_a_line_has_the_cursor(
    tmp_path: Path, phase: PhaseName
) -> None:
    async with Room(tmp_path).meets(*FULL, a.Go(phase), size=(100, 40)) as chair:
        words = [binding.description for binding in keys_of(chair.app.screen)]
        await chair.presses("f1")
        chair.sees(*words)
        await chair.presses("x")
        assert chair.place == "MeetingScreen"


async def test_a_question_mark_in_a_line_is_a_question_mark(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.types("Waarom niet?")
        assert chair.text_in("idea") == "Waarom niet?"


@pytest.mark.parametrize("phase", PHASES)
async def test_every_key_works_while_a_line_has_the_cursor(
    tmp_path: Path, phase: PhaseName
) -> None:
    dialogs = {"ctrl+l": "Ask", "ctrl+b": "People", "ctrl+p": "Palette", "f1": "Keys"}
    async with Room(tmp_path).meets(*FULL, a.Go(phase)) as chair:
        fields = [field.name for field in chair.meeting.pane.fields() if field.display]
        for name in fields or [None]:
            if name is not None and name != "why":
                await chair.goes_to(name)
            for key, place in {**dialogs, "ctrl+q": "Leave"}.items():
                await chair.presses(key)
                assert chair.place == place, (name, key)
                await chair.presses("escape")
                assert chair.place == "MeetingScreen"
            await chair.presses("f5")
            assert chair.session.timing.spans[-1].end is not None
            await chair.presses("f5")
            assert chair.session.timing.spans[-1].end is None


async def test_the_question_is_on_the_wall_under_the_asked_line_too(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted(*IDEAS)) as chair:
        await chair.presses("ctrl+l")
        chair.sees(QUESTION)

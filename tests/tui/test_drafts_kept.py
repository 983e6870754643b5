"""What is being typed reaches the file within two seconds, without Enter."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from textual.timer import Timer

from chair import AFTER_SCHOOL, IDEAS, Room, noted
from teamflow.core import actions as a
from teamflow.core.session import Session
from teamflow.live import Live
from teamflow.tui.drafts import Drafts

PLAN = (*noted(*IDEAS), a.Go("choose"), a.Choose(4), a.Go("plan"), a.AddStep(0, "Kaarten maken"))


@pytest.mark.parametrize(
    ("done", "field"),
    [
        ((), "question"),
        ((), "measure"),
        (noted(), "idea"),
        ((*noted(*IDEAS), a.Go("choose"), a.Choose(4)), "why"),
        (PLAN, "lesson"),
        (PLAN, "step.what"),
        (PLAN, "step.who"),
        (PLAN, "step.when"),
        ((*PLAN, a.Go("evaluation")), "target"),
        ((*PLAN, a.Go("evaluation")), "date"),
        ((*PLAN, a.Go("close")), "next"),
        ((*PLAN, a.Go("close")), "scores"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_half_a_line_survives_a_power_cut(
    tmp_path: Path, done: tuple[a.Action, ...], field: str
) -> None:
    room = Room(tmp_path)
    async with room.meets(*done) as chair:
        await chair.goes_to(field)
        await chair.clears()
        await chair.types("half af")
        await chair.pauses_typing()
        assert chair.record.draft(field) == "half af"
        chair.is_killed()
    async with room.opens() as chair:
        await chair.presses("enter", "enter")
        assert chair.text_in(field) == "half af"


@pytest.mark.parametrize("key", ["ctrl+l", "ctrl+o", "ctrl+s", "ctrl+n"])
async def test_a_line_that_was_asked_for_survives_a_power_cut(tmp_path: Path, key: str) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted(*IDEAS)) as chair:
        await chair.presses(key)
        await chair.types("half af")
        await chair.pauses_typing()
        assert "half af" in [draft.text for draft in chair.record.drafts]
        chair.is_killed()
    async with room.opens() as chair:
        await chair.presses("enter", "enter", key)
        chair.sees("half af")


async def test_an_idea_that_is_being_reworded_survives_a_power_cut(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted(*IDEAS)) as chair:
        await chair.presses("ctrl+n")
        await chair.enters("2")
        await chair.types(" en nog wat")
        await chair.pauses_typing()
        chair.is_killed()
    assert any("en nog wat" in draft.text for draft in room.record.drafts)
    async with room.opens() as chair:
        await chair.presses("enter", "enter", "ctrl+n")
        await chair.enters("2")
        chair.sees("en nog wat")
        await chair.presses("enter")
        assert chair.board[1] == f"{IDEAS[1]} en nog wat"
        assert chair.session.drafts == ()


async def test_a_step_that_is_being_changed_survives_a_power_cut(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.meets(*PLAN) as chair:
        await chair.presses("ctrl+n")
        await chair.enters("1")
        await chair.types(", tien stuks")
        await chair.pauses_typing()
        chair.is_killed()
    assert any("tien stuks" in draft.text for draft in room.record.drafts)


async def test_a_late_comers_half_typed_name_survives_a_power_cut(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted(*IDEAS)) as chair:
        await chair.presses("ctrl+b")
        await chair.goes_to("joining")
        await chair.types("Bila")
        await chair.pauses_typing()
        chair.is_killed()
    assert any(draft.text == "Bila" for draft in room.record.drafts)


async def test_half_a_line_is_there_when_it_is_asked_for_again(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted(*IDEAS)) as chair:
        await chair.presses("ctrl+l")
        await chair.types("Hebben we daar")
        await chair.presses("escape", "ctrl+l")
        await chair.enters(" tijd voor?")
        assert chair.session.parking_lot == ("Hebben we daar tijd voor?",)
        await chair.presses("ctrl+l")
        chair.sees_no("Hebben we daar")


async def test_what_was_entered_leaves_no_draft_behind(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.meets(*noted()) as chair:
        await chair.types("Half een id")
        await chair.pauses_typing()
        await chair.enters("ee")
        await chair.pauses_typing()
    assert room.record.drafts == ()


class Nowhere:
    """Keeps nothing."""

    def save(self, session: Session, at: dt.datetime) -> None:
        pass


async def test_the_first_letter_starts_the_wait_and_the_next_ones_do_not_prolong_it(
    tmp_path: Path,
) -> None:
    waits: list[tuple[float, Callable[[], None]]] = []

    def set_timer(seconds: float, then: Callable[[], None]) -> Timer:
        waits.append((seconds, then))
        return cast("Timer", None)

    async with Room(tmp_path).meets() as chair:
        live = Live(chair.session, Nowhere(), lambda: AFTER_SCHOOL)
        drafts, field = Drafts(live, set_timer), chair.field("measure")
        for text in ("H", "Ha", "Hal", "Half"):
            field.resume(text)
            drafts.touch(field)
        assert [seconds <= 1.0 for seconds, _ in waits] == [True]
        assert live.session.draft("measure") is None
        waits[0][1]()
        assert live.session.draft("measure") == "Half"
        field.resume("Half af")
        drafts.touch(field)
        assert len(waits) == 2

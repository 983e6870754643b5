"""Small windows: on clean paper, under what the room must go on seeing."""

from pathlib import Path

import pytest

from chair import IDEAS, Chair, Room, noted
from teamflow.core import actions as a
from teamflow.tui.screens.dialog import Dialog
from teamflow.tui.screens.invitation import Invitation
from teamflow.tui.screens.keys import Keys
from teamflow.tui.widgets.keybar import KeyBar
from teamflow.tui.widgets.qrcode import QrCode
from tour import furnished, tour

SIZES = [(60, 20), (80, 24), (120, 36), (240, 67)]


def under_the_top(chair: Chair) -> list[str]:
    """What is drawn from the first row of a window down."""
    return chair.lines[chair.app.screen.query_one(".window").region.y :]


def outside_the_window(chair: Chair) -> str:
    """All of that which stands outside the window, but for what stays in sight at its right."""
    window = chair.app.screen.query_one(".window").region
    side = chair.meeting.query_one("#side").region
    beside = side.x if side.x > chair.app.size.width // 3 else chair.app.size.width
    told = []
    for y, row in enumerate(under_the_top(chair), start=window.y):
        outside = (
            row[: window.x] + row[window.right : beside] if y < window.bottom else row[:beside]
        )
        told.append(outside + (row[beside:] if y >= side.bottom else ""))
    return "".join(told)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("key", ["f3", "ctrl+b", "ctrl+p", "ctrl+q"])
async def test_nothing_of_what_is_under_a_window_peeps_out_below_the_question(
    tmp_path: Path, key: str, size: tuple[int, int]
) -> None:
    steps = (*noted(*IDEAS), a.Go("choose"))
    async with Room(tmp_path).meets(*steps, size=size) as chair:
        chair.sees(IDEAS[0])
        band = chair.meeting.query_one("#band").region
        question = chair.lines[band.y : band.bottom]
        await chair.presses(key)
        assert isinstance(chair.app.screen, Dialog)
        assert not outside_the_window(chair).strip()
        chair.sees("● Kiezen")
        if size[1] > 20:
            assert chair.lines[band.y : band.bottom] == question


async def test_what_a_window_hides_is_told_in_the_top_row_meanwhile(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        chair.sees_no("Fatima · ")
        await chair.presses("f3")
        assert "Fatima · 10:00" in chair.lines[0]
        chair.room.passes(seconds=5)
        chair.meeting.ticker.tick()
        await chair.settles()
        assert "Fatima · 9:55" in chair.lines[0]
        await chair.presses("escape")
        chair.sees_no("Fatima · ")


@pytest.mark.parametrize("size", SIZES[:2], ids=str)
async def test_every_window_tells_its_keys_in_one_row_of_its_own(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    seen = set()
    async with furnished(tmp_path).opens(size=size) as chair:
        async for _stop in tour(chair):
            window = chair.app.screen
            if isinstance(window, Dialog) and not isinstance(window, Keys):
                seen.add(type(window).__name__)
                (bar,) = window.query(KeyBar)
                row = chair.lines[bar.region.y]
                assert "Esc terug" in row, (seen, chair.wall)
    assert len(seen) > 10


@pytest.mark.parametrize("size", SIZES[:2], ids=str)
async def test_where_no_phone_can_come_there_is_nothing_to_scan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setattr("teamflow.tui.screens.invitation.THIS_LAPTOP", "127.")
    async with Room(tmp_path).meets(*noted(), size=size) as chair:
        await chair.presses("f2")
        await chair.until(lambda: isinstance(chair.app.screen, Invitation))
        chair.is_told("No phone can come in yet")
        chair.sees_no("127.0.0.1")
        assert not chair.app.screen.query_one(QrCode).region
        assert chair.shows_whole(".window")


async def test_on_a_wide_wall_the_name_and_the_clock_stay_in_sight_beside_a_window(
    tmp_path: Path,
) -> None:
    async with Room(tmp_path).meets(*noted(*IDEAS), size=(120, 36)) as chair:
        side = chair.meeting.query_one("#side").region
        before = [line[side.x :] for line in chair.lines[side.y : side.bottom]]
        await chair.presses("ctrl+b")
        assert [line[side.x :] for line in chair.lines[side.y : side.bottom]] == before
        assert chair.app.screen.query_one(".window").region.right <= side.x
        await chair.resizes(80, 24)
        chair.sees("Wie is er?")
        assert not outside_the_window(chair).strip()

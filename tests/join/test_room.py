"""The room itself: where it opens, what it remembers, and how phones come back to it."""

import asyncio
import os
import stat
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from meeting import Clock
from phones import HERE, QUICK, Evening
from teamflow.core import actions as a
from teamflow.core.refusal import Refused
from teamflow.core.session import Session
from teamflow.join import network, opened
from teamflow.join.network import LOOPBACK, is_local, local_addresses, ranked
from teamflow.join.place import file_of, was_open


@pytest.fixture
async def evening(
    tmp_path: Path, clock: Clock, session: Session, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Evening]:
    monkeypatch.setattr(opened, "PORTS", (0,))  # other tests open rooms at the same time
    async with Evening(tmp_path, clock, session) as evening:
        yield evening


async def test_until_it_is_opened_a_room_is_nowhere(
    tmp_path: Path, clock: Clock, session: Session
) -> None:
    room = Evening(tmp_path, clock, session).room
    assert (room.is_open, room.address, room.url, room.remote_url) == (False, "", "", "")
    room.lift("Fatima")
    room.say("Niemand hoort dit.")
    await room.close()
    assert not was_open(tmp_path, session.id)
    assert list(tmp_path.iterdir()) == []


async def test_an_open_room_says_where_it_is_in_capitals(evening: Evening) -> None:
    room = evening.room
    assert (room.is_open, room.address) == (True, HERE)
    assert room.url.startswith("HTTP://127.0.0.1:")
    assert room.url == room.url.upper()
    assert room.remote_url.rpartition("/")[0] == room.url.rpartition("/")[0]


@pytest.mark.parametrize("address", ["0.0.0.0", "8.8.8.8", "::", "localhost", "10.0.0.0/8", "x"])
async def test_a_room_opens_on_a_local_network_and_nowhere_else(
    tmp_path: Path, clock: Clock, session: Session, address: str
) -> None:
    room = Evening(tmp_path, clock, session).room
    with pytest.raises(Refused, match="isn't on a local network"):
        await room.open(address)
    assert not room.is_open


async def test_an_address_that_this_machine_does_not_have_is_refused(
    tmp_path: Path, clock: Clock, session: Session
) -> None:
    evening = Evening(tmp_path, clock, session)
    with pytest.raises(Refused, match=r"can't open at 10\.255\.255\.254"):
        await evening.room.open("10.255.255.254")
    assert not evening.room.is_open
    evening.round_begins()  # nobody listens any more


def test_addresses_are_local_ones_and_those_that_nobody_gave_come_last() -> None:
    found = ["8.8.8.8", "169.254.7.7", "10.1.2.3", "127.0.0.1", "192.168.178.23", "10.1.2.3",
             "172.31.0.1", "172.32.0.1", "0.0.0.0"]  # fmt: skip
    assert ranked(found) == ("10.1.2.3", "192.168.178.23", "172.31.0.1", "169.254.7.7")
    assert ranked(["8.8.8.8"]) == (LOOPBACK,)


def test_this_machine_has_addresses_to_choose_from() -> None:
    found = local_addresses()
    assert found
    assert all(map(is_local, found))
    assert len(set(found)) == len(found)


async def test_a_phone_that_slept_catches_up(evening: Evening) -> None:
    fatima = await (await evening.phone()).sits_down("Fatima")
    await fatima.sleeps()
    evening.round_begins()
    evening.does(a.NoteAside("Terwijl je sliep"))
    await fatima.wakes()
    await fatima.sees(lambda view: view["ideas"][0]["text"] == "Terwijl je sliep", mine=True)


async def test_what_happens_at_once_is_told_once(
    tmp_path: Path, clock: Clock, session: Session
) -> None:
    async with Evening(tmp_path, clock, session, replace(QUICK, gather=0.05)) as evening:
        phone = await evening.phone()
        await phone.sees(phase="question")
        evening.round_begins()
        evening.does(*(a.NoteIdea(f"Idee {number}") for number in range(20)))
        await phone.sees(lambda view: len(view["ideas"]) == 20)
        assert phone.views == 2


async def test_while_nothing_happens_a_phone_hears_that_the_line_is_alive(
    tmp_path: Path, clock: Clock, session: Session
) -> None:
    async with Evening(tmp_path, clock, session, replace(QUICK, heartbeat=0.01)) as evening:
        await (await evening.phone()).hears_the_heart(times=3)


async def test_a_stream_ends_with_its_phone(evening: Evening) -> None:
    phones = [await evening.phone() for _ in range(3)]
    for phone in phones:
        await phone.sees(seat=None)
    assert evening.listeners == 3
    await phones[0].sleeps()
    await phones[1].sleeps()
    await evening.until(lambda: evening.listeners == 1)


async def test_of_one_seat_the_oldest_stream_ends_when_there_are_too_many(
    evening: Evening,
) -> None:
    fatima = await (await evening.phone()).sits_down("Fatima")
    for _ in range(6):
        fatima.listens()
    await evening.until(lambda: evening.listeners == evening.limits.streams_each)


async def test_of_phones_without_a_seat_there_are_only_so_many(
    tmp_path: Path, clock: Clock, session: Session
) -> None:
    async with Evening(tmp_path, clock, session, replace(QUICK, streams_unknown=2)) as evening:
        fatima = await (await evening.phone()).sits_down("Fatima")
        for _ in range(5):
            await evening.phone()
        await evening.until(lambda: evening.listeners == 3)
        evening.round_begins()
        await fatima.sees(mine=True)


async def test_after_a_crash_phones_come_back_by_themselves(evening: Evening) -> None:
    fatima = await (await evening.phone()).sits_down("Fatima")
    evening.round_begins()
    await fatima.shares("Voor de stroomstoring")
    url, remote_url = evening.room.url, evening.room.remote_url
    await evening.is_killed_and_starts_again()
    assert (evening.room.url, evening.room.remote_url) == (url, remote_url)
    assert evening.room.seats == ("Fatima",)
    await fatima.wakes()
    await fatima.sees(seat="Fatima", turn="Joost")
    evening.does(a.GiveTurn("Fatima"))
    await fatima.shares("En erna")


async def test_after_a_stop_phones_come_back_by_themselves(evening: Evening) -> None:
    fatima = await (await evening.phone()).sits_down("Fatima")
    url = evening.room.url
    await evening.room.stop()
    assert (evening.room.is_open, evening.room.seats) == (False, ())
    assert was_open(evening.place, evening.session.id)
    await fatima.loses_the_board()
    assert not fatima.closed
    await evening.room.open()
    assert evening.room.url == url
    await fatima.wakes()
    await fatima.sees(seat="Fatima")


async def test_what_was_done_before_a_crash_is_not_done_again(evening: Evening) -> None:
    fatima = await (await evening.phone()).sits_down("Fatima")
    evening.does(a.SetQuestion("Hoe?"), a.Go("close"))
    scored = {"id": fatima.new_id(), "do": "score", "score": 5}
    assert (await fatima.posts("act", scored)).status == 200
    await evening.is_killed_and_starts_again()
    assert (await fatima.posts("act", scored)).body == {"done": True}
    assert await fatima.is_refused("score", score=5) == "You've answered this already."
    assert evening.session.scores == (5,)


async def test_a_phone_that_was_lifted_stays_lifted_after_a_crash(evening: Evening) -> None:
    fatima = await (await evening.phone()).sits_down("Fatima")
    evening.room.lift("Fatima")
    await evening.is_killed_and_starts_again()
    await fatima.wakes()
    await fatima.sees(seat=None, lifted=True)


async def test_a_room_that_was_closed_is_forgotten(evening: Evening) -> None:
    code = evening.code
    assert was_open(evening.place, evening.session.id)
    await evening.room.close()
    assert not was_open(evening.place, evening.session.id)
    await evening.room.open(HERE)
    assert evening.code != code


async def test_opening_an_open_room_changes_nothing(evening: Evening) -> None:
    fatima = await (await evening.phone()).sits_down("Fatima")
    url = evening.room.url
    await asyncio.gather(evening.room.open(), evening.room.open(HERE))
    assert evening.room.url == url
    await fatima.sees(seat="Fatima")
    assert not fatima.closed


async def test_a_room_that_moves_keeps_its_code_and_its_seats(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network, "is_local", lambda _: True)
    code = evening.code
    fatima = await (await evening.phone()).sits_down("Fatima")
    await evening.room.open("127.0.0.3")
    assert not fatima.closed
    assert (evening.room.address, evening.code) == ("127.0.0.3", code)
    assert evening.room.seats == ("Fatima",)
    await (await evening.phone()).sees(seat=None)


async def test_a_room_that_cannot_move_stays_where_it_is(evening: Evening) -> None:
    fatima = await (await evening.phone()).sits_down("Fatima")
    with pytest.raises(Refused):
        await evening.room.open("10.255.255.254")
    assert evening.room.address == HERE
    evening.round_begins()
    await fatima.sees(phase="round")


async def test_the_first_port_that_is_free_is_taken(
    evening: Evening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = int(evening.host.partition(":")[2])
    monkeypatch.setattr(opened, "PORTS", (taken, taken, 0))
    async with Evening(tmp_path / "next", evening.clock, evening.session) as other:
        assert other.host != evening.host
        await (await other.phone()).sits_down("Fatima")
    assert evening.room.seats == ()


async def test_a_port_that_is_taken_meanwhile_costs_the_port_and_nothing_else(
    evening: Evening,
) -> None:
    code, host = evening.code, evening.host
    await evening.is_killed()
    address, port = host.split(":")
    other = await asyncio.start_server(lambda *_: None, address, int(port))
    await evening.starts_again()
    other.close()
    assert evening.code == code
    assert evening.host != host


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
async def test_what_is_remembered_is_for_this_user_and_holds_no_token(evening: Evening) -> None:
    phone = await evening.phone()
    token = (await phone.posts("seat", {"name": "Fatima"})).headers["Set-Cookie"]
    file = file_of(evening.place, evening.session.id)
    await evening.until(lambda: "Fatima" in file.read_text())
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert token.partition(";")[0].removeprefix("seat=") not in file.read_text()


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"code": "x"}'])
async def test_what_is_remembered_and_damaged_is_begun_anew(
    tmp_path: Path, clock: Clock, session: Session, damage: str
) -> None:
    file = file_of(tmp_path, session.id)
    file.parent.mkdir()
    file.write_text(damage)
    assert not was_open(tmp_path, session.id)
    async with Evening(tmp_path, clock, session) as evening:
        await (await evening.phone()).sits_down("Fatima")


async def test_without_a_place_to_remember_anything_the_room_works(
    tmp_path: Path, clock: Clock, session: Session
) -> None:
    nowhere = tmp_path / "a file"
    nowhere.write_text("no folder")
    async with Evening(nowhere, clock, session) as evening:
        fatima = await (await evening.phone()).sits_down("Fatima")
        evening.round_begins()
        await fatima.passes()


async def test_two_hundred_phones_behind_one_address_come_in_together(evening: Evening) -> None:
    phones = await asyncio.gather(*(evening.phone() for _ in range(200)))
    evening.round_begins()
    for phone in phones:
        await phone.sees(phase="round", seat=None)

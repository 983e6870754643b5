"""Two phones through a whole meeting, by seeing and tapping, in a real browser."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from browsers import SMALLEST, Hall, Phone, chromium, open_hall
from meeting import QUESTION, Clock
from teamflow.core import actions as a

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="module")
async def hall(browser: Browser, tmp_path: Path, clock: Clock) -> AsyncIterator[Hall]:
    async with open_hall(browser, tmp_path, clock) as hall:
        yield hall


async def in_the_round(hall: Hall, *ideas: str) -> Phone:
    """Fatima's phone, with the round begun, her turn come and this on her list."""
    fatima = await hall.phone()
    await fatima.sits_down_as("Fatima")
    hall.does(a.SetQuestion(QUESTION), a.Go("think"))
    await fatima.adds(*ideas)
    hall.does(a.Go("round"))
    await fatima.tells("It's your turn")
    return fatima


async def test_two_phones_go_through_a_whole_meeting(hall: Hall) -> None:
    fatima, joost = await hall.phone(), await hall.phone(language="nl", width=SMALLEST)

    async def is_for_everyone() -> None:
        await fatima.is_for_everyone()
        await joost.fits()

    await fatima.tells("Who are you?")
    await is_for_everyone()
    await fatima.sits_down_as("Fatima")
    await joost.sees("already in")
    await joost.sits_down_as("Joost")
    assert hall.room.seats == ("Fatima", "Joost")

    hall.does(a.Type("question", "Hoe helpen we"))
    await fatima.sees("Hoe helpen we")
    hall.does(a.SetQuestion(QUESTION), a.Type("question", ""))
    await joost.sees(QUESTION)
    await is_for_everyone()

    hall.does(a.Go("think"))
    await fatima.adds("Voorlezen", "Woordenschat vooraf")
    await joost.adds("Leesmaatjes")
    await is_for_everyone()

    hall.does(a.Go("round"))
    await fatima.tells("It's your turn")
    await joost.tells("It's {name}'s turn", name="Fatima")
    await joost.sees("Then it's you.")
    await is_for_everyone()
    await fatima.taps_note("Woordenschat vooraf")
    await joost.tells("It's your turn")
    await fatima.sees("✓ shared")
    await joost.writes("Or a new idea", "Hardop denkend voordoen")
    await joost.taps("Share this idea")
    await joost.tells("It's {name}'s turn", name="Marieke")
    hall.does(a.NoteIdea("In duo's lezen"), a.Pass())
    await fatima.taps("It's on the board already")
    await fatima.is_for_everyone()
    await fatima.page.locator("#same-list .row", has_text="In duo's lezen").click()
    await joost.taps("Pass this time")
    await joost.tells("It's {name}'s turn", name="Marieke")
    assert hall.board == ["Woordenschat vooraf", "Hardop denkend voordoen", "In duo's lezen"]
    assert [idea.ticks for idea in hall.live.session.ideas] == [0, 0, 1]

    hall.does(a.Go("choose"))
    await fatima.tells("What shall we do?")
    await is_for_everyone()
    hall.does(a.OpenVote())
    await fatima.tells("Place your dots")
    await fatima.sees("{left} of {all} left", left=3, all=3)
    for number in (1, 1, 3):
        await fatima.taps("One dot more on idea {number}", number=number)
    await fatima.taps("One dot less on idea {number}", number=1)
    await fatima.sees("{left} of {all} left", left=1, all=3)
    await joost.taps("One dot more on idea {number}", number=3)
    await is_for_everyone()
    await fatima.taps("Send my dots")
    await joost.taps("Send my dots")
    for phone in (fatima, joost):
        await phone.sees("Your vote is in. Until the vote closes you can change it.")
    await fatima.taps("One dot more on idea {number}", number=3)
    await fatima.taps("Send the change")
    await fatima.sees("Your vote is in. Until the vote closes you can change it.")
    await is_for_everyone()
    hall.does(a.CloseVote())
    await joost.tells("The result")
    await joost.sees("{count} dots", count=3)
    await is_for_everyone()
    hall.does(a.Choose(3))
    await fatima.tells("This is what we choose")
    await is_for_everyone()

    hall.does(a.Go("plan"), a.SetLesson(0, "Elke dag tien minuten in duo's."))
    await joost.sees("Elke dag tien minuten in duo's.")
    await is_for_everyone()
    hall.does(a.Go("evaluation"))
    await joost.tells("How will we see that it works, and when? From which number to which?")
    await is_for_everyone()

    hall.does(a.Go("close"))
    await fatima.tells("This is what we agreed.")
    await is_for_everyone()
    await fatima.page.get_by_role("radio", name="4").check()
    await fatima.taps("Send")
    await fatima.sees("Thank you. Your answer counts.")
    await joost.misses("Thank you. Your answer counts.")
    assert hall.live.session.scores == (4,)
    async with fatima.page.expect_download() as download:
        await fatima.taps("Keep my notes")
    file = await (await download.value).path()
    assert file.read_text("utf-8") == f"{QUESTION}\n\n- Voorlezen\n✓ Woordenschat vooraf\n"
    await fatima.taps("Wipe them from this phone")
    await fatima.sees("Your notes are gone from this phone.")
    assert "Voorlezen" not in await fatima.remembers()
    await is_for_everyone()

    await hall.room.close()
    await joost.tells("The room is closed")
    await joost.sees("Keep my notes")
    await fatima.misses("Keep my notes")
    await is_for_everyone()


async def test_a_turn_is_told_in_the_title_and_to_those_who_listen(hall: Hall) -> None:
    fatima = await hall.phone()
    await fatima.sits_down_as("Fatima")
    hall.does(a.SetQuestion(QUESTION), a.Go("round"), a.Pass())
    await fatima.tells("It's {name}'s turn", name="Joost")
    hall.does(a.GiveTurn("Fatima"))
    await expect(fatima.page).to_have_title("● " + fatima.say("It's your turn"))
    await expect(fatima.page.get_by_role("status")).to_have_text(fatima.say("It's your turn"))


async def test_a_vote_by_hands_says_to_raise_yours(hall: Hall) -> None:
    hall.live.session = replace(hall.live.session, voting="hands")
    fatima = await in_the_round(hall)
    hall.does(a.NoteIdea("Voorlezen"), a.NoteIdea("Leesmaatjes"), a.Go("choose"), a.OpenVote())
    await fatima.tells("Hands up")
    await fatima.misses("Send my dots")
    await fatima.is_for_everyone()


async def test_a_tie_is_settled_with_one_dot_each(hall: Hall) -> None:
    fatima = await in_the_round(hall)
    hall.does(a.NoteIdea("Voorlezen"), a.NoteIdea("Leesmaatjes"), a.Go("choose"), a.OpenVote())
    hall.does(a.CastDots("Joost", (1,)), a.CastDots("Sanne", (2,)), a.CloseVote())
    hall.does(a.OpenVote(run_off=True))
    await fatima.tells("A run-off")
    await fatima.sees("{left} of {all} left", left=1, all=1)
    await fatima.is_for_everyone()


async def test_the_clock_counts_by_itself_and_up_when_time_is_over(
    hall: Hall, clock: Clock
) -> None:
    fatima = await hall.phone()
    await fatima.sits_down_as("Fatima")
    await fatima.page.clock.install()
    hall.does(a.SetQuestion(QUESTION), a.Go("think"))
    time = fatima.page.get_by_role("timer")
    await expect(time).to_contain_text("5:00")
    await fatima.page.clock.run_for(3_500)
    await expect(time).to_contain_text("4:57")
    clock.waits(minutes=6, seconds=20)
    hall.does(a.Park("Het rooster"))
    await expect(time).to_contain_text("+1:20")
    hall.does(a.Pause())
    await expect(time).to_contain_text("paused")


async def test_who_is_lifted_off_is_told_kindly_and_sees_the_names_again(hall: Hall) -> None:
    fatima = await hall.phone()
    await fatima.sits_down_as("Fatima")
    hall.room.lift("Fatima")
    await fatima.tells("Who are you?")
    await fatima.sees("The chair has freed your seat. Just tap your name to join again.")
    await fatima.is_for_everyone()
    await fatima.writes("Not on the list? Type your name", "Ruben")
    await fatima.taps("Join in")
    await fatima.sees("You are {name}", name="Ruben")
    assert "Ruben" in hall.live.session.present


async def test_an_address_typed_in_small_letters_is_the_same_room(hall: Hall) -> None:
    fatima = await hall.phone()
    await fatima.page.goto(hall.room.url.lower())
    await fatima.sits_down_as("Fatima")
    await fatima.page.goto(hall.room.url)
    await fatima.sees("You are {name}", name="Fatima")


async def test_who_tapped_a_wrong_name_gives_the_seat_up(hall: Hall) -> None:
    fatima = await hall.phone()
    await fatima.sits_down_as("Joost")
    await fatima.taps("That's not me")
    await fatima.sits_down_as("Fatima")
    assert hall.room.seats == ("Fatima",)


async def test_the_chair_has_the_keys_on_a_phone(hall: Hall) -> None:
    remote = await hall.remote()
    hall.room.say("Nog een minuut.")
    await remote.sees("Nog een minuut.")
    await remote.is_for_everyone()
    for key in ("Next", "Pause the clock", "A minute more", "Bell", "Undo"):
        async with remote.page.expect_response("**/act"):
            await remote.taps(key)
    assert hall.pressed == ["next", "pause", "minute", "bell", "undo"]
    await hall.room.close()
    await remote.tells("The room is closed")
    await remote.is_for_everyone()

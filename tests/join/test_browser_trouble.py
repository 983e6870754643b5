"""What goes wrong with phones: no network, locked screens, hasty fingers, hostile texts."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from browsers import SMALLEST, Hall, Phone, chromium, open_hall
from meeting import QUESTION, Clock
from teamflow.core import actions as a

pytestmark = pytest.mark.asyncio(loop_scope="module")

NO_CONNECTION: Final = "No connection for a moment. What you type stays here."

HOSTILE: Final = (
    "<img src=x onerror=\"document.title='gotcha'\">",
    "</script><script>document.title='gotcha'</script>",
    "W" * 250,
    "Donaudampfschifffahrtsgesellschaftskapitän" * 5,
    "كيف نساعد groep 6 الأطفال",
    "👩‍👩‍👧‍👦 👍🏽 🏳️‍🌈 🇳🇱" * 8,
    "e" + "\u0301" * 200,
    "{name} ${code} %s {{x}}",
)
"""What people paste, and what pages stumble over."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="module")
async def hall(browser: Browser, tmp_path: Path, clock: Clock) -> AsyncIterator[Hall]:
    async with open_hall(browser, tmp_path, clock) as hall:
        yield hall


async def thinking(hall: Hall, *ideas: str, width: int = 360) -> Phone:
    """Fatima's phone while everybody thinks, with this on her list."""
    fatima = await hall.phone(width=width)
    await fatima.sits_down_as("Fatima")
    hall.does(a.SetQuestion(QUESTION), a.Go("think"))
    await fatima.adds(*ideas)
    return fatima


async def in_turn(hall: Hall, *ideas: str) -> Phone:
    """Fatima's phone in the round, when her turn has come."""
    fatima = await thinking(hall, *ideas)
    hall.does(a.Go("round"))
    await fatima.tells("It's your turn")
    return fatima


async def test_the_list_and_half_a_line_survive_a_reload(hall: Hall) -> None:
    fatima = await thinking(hall, "Voorlezen", "Leesmaatjes")
    await fatima.writes("What could help?", "Woorden vo")
    await fatima.page.reload()
    await expect(fatima.list).to_have_text(["Voorlezen", "Leesmaatjes"])
    await expect(fatima.field("What could help?")).to_have_value("Woorden vo")


async def test_a_note_is_reworded_thrown_away_and_put_back(hall: Hall) -> None:
    fatima = await thinking(hall, "Voorlezen", "Leesmaatjes")
    await fatima.taps_note("Voorlezen")
    await fatima.is_for_everyone()
    await fatima.writes("Change this idea", "Elke dag voorlezen")
    await fatima.taps("Save")
    await expect(fatima.list).to_have_text(["Elke dag voorlezen", "Leesmaatjes"])
    await fatima.taps_note("Leesmaatjes")
    await fatima.taps("Throw away")
    await expect(fatima.list).to_have_text(["Elke dag voorlezen"])
    await fatima.is_for_everyone()
    await fatima.taps("Put it back")
    await expect(fatima.list).to_have_text(["Elke dag voorlezen", "Leesmaatjes"])


async def test_what_is_being_typed_stays_when_the_phase_moves_on(hall: Hall) -> None:
    fatima = await thinking(hall)
    await fatima.writes("What could help?", "Woorden vo")
    hall.does(a.Go("round"))
    await fatima.tells("It's your turn")
    await expect(fatima.field("Or a new idea")).to_be_focused()
    await expect(fatima.field("Or a new idea")).to_have_value("Woorden vo")
    hall.does(a.Go("choose"), a.Go("round"))
    await expect(fatima.field("Or a new idea")).to_have_value("Woorden vo")


async def test_nothing_of_the_list_is_sent_but_the_idea_that_is_shared(hall: Hall) -> None:
    fatima = await hall.phone()
    sent: list[str] = []
    fatima.page.on("request", lambda request: sent.append(f"{request.url} {request.post_data}"))
    await fatima.sits_down_as("Fatima")
    hall.does(a.SetQuestion(QUESTION), a.Go("think"))
    await fatima.adds("Mijn geheim", "Voorlezen")
    hall.does(a.Go("round"))
    await fatima.taps_note("Voorlezen")
    await fatima.sees("✓ shared")
    assert [line for line in sent if "geheim" in line] == []
    assert len([line for line in sent if "Voorlezen" in line]) == 1


async def test_a_double_tap_shares_once_and_one_idea(hall: Hall) -> None:
    fatima = await in_turn(hall, "Voorlezen", "Leesmaatjes")
    await fatima.note("Voorlezen").dblclick()
    await fatima.tells("It's {name}'s turn", name="Joost")
    await fatima.sees("✓ shared")
    assert hall.board == ["Voorlezen"]
    await expect(fatima.list).to_have_text(["Voorlezen", "Leesmaatjes"])
    await expect(fatima.page.locator(".told")).to_be_hidden()


async def test_out_of_turn_a_tap_opens_a_note_and_shares_nothing(hall: Hall) -> None:
    fatima = await in_turn(hall, "Voorlezen")
    hall.does(a.Pass())
    await fatima.tells("It's {name}'s turn", name="Joost")
    await fatima.taps_note("Voorlezen")
    await expect(fatima.field("Change this idea")).to_be_focused()
    assert hall.board == []


async def test_an_idea_that_the_chair_takes_back_can_be_shared_again(hall: Hall) -> None:
    fatima = await in_turn(hall, "Voorlezen")
    await fatima.taps_note("Voorlezen")
    await fatima.sees("✓ shared")
    await fatima.tells("It's {name}'s turn", name="Joost")
    hall.live.undo()
    await fatima.taps_note("Voorlezen")
    await fatima.sees("✓ shared")
    assert hall.board == ["Voorlezen"]


async def test_an_answer_that_gets_lost_is_asked_for_again_and_counts_once(hall: Hall) -> None:
    fatima = await in_turn(hall, "Voorlezen")
    sent = await fatima.hears_no_answer_to_the_first("act")
    await fatima.taps_note("Voorlezen")
    await fatima.sees("✓ shared")
    assert [json.loads(each)["text"] for each in sent] == ["Voorlezen", "Voorlezen"]
    assert len({json.loads(each)["id"] for each in sent}) == 1
    assert hall.board == ["Voorlezen"]


async def test_what_is_shared_without_a_network_arrives_when_there_is_one(hall: Hall) -> None:
    fatima = await in_turn(hall, "Voorlezen", "Leesmaatjes")
    await fatima.loses_the_network()
    await fatima.sees(NO_CONNECTION)
    await fatima.is_for_everyone()
    await fatima.taps_note("Voorlezen")
    await fatima.sees("being shared …")
    await fatima.writes("Or a new idea", "Woorden vo")
    assert hall.board == []
    await fatima.finds_the_network()
    await fatima.tells("It's {name}'s turn", name="Joost")
    await fatima.misses(NO_CONNECTION)
    await fatima.sees("✓ shared")
    await expect(fatima.field("What could help?")).to_have_value("Woorden vo")
    assert hall.board == ["Voorlezen"]


async def test_what_waits_for_a_network_survives_a_reload(hall: Hall) -> None:
    fatima = await in_turn(hall, "Voorlezen")
    await fatima.page.route("**/act", lambda route: route.abort())
    await fatima.taps_note("Voorlezen")
    await fatima.sees("being shared …")
    await fatima.page.unroute("**/act")
    await fatima.page.reload()
    await fatima.sees("✓ shared")
    assert hall.board == ["Voorlezen"]


async def test_a_phone_that_was_away_catches_up(hall: Hall) -> None:
    fatima = await thinking(hall, "Voorlezen")
    await fatima.loses_the_network()
    await fatima.sees(NO_CONNECTION)
    hall.does(a.Go("round"), a.NoteIdea("Leesmaatjes"))
    await fatima.finds_the_network()
    await fatima.tells("It's {name}'s turn", name="Joost")
    await fatima.sees("Leesmaatjes")


async def test_a_line_that_fell_silent_is_asked_for_anew(hall: Hall) -> None:
    fatima = await hall.phone()
    await fatima.page.clock.install()
    await fatima.page.reload()
    await fatima.sits_down_as("Fatima")
    async with fatima.page.expect_request("**/events"):
        await fatima.page.clock.run_for(30_000)


async def test_what_comes_too_late_is_refused_with_the_reason_and_kept(hall: Hall) -> None:
    fatima = await in_turn(hall, "Voorlezen")
    await fatima.loses_the_network()
    await fatima.taps_note("Voorlezen")
    hall.does(a.Pass())
    await fatima.finds_the_network()
    await fatima.sees("change")
    await expect(fatima.page.locator(".told")).to_contain_text("Joost")
    await expect(fatima.list).to_have_text(["Voorlezen"])
    assert hall.board == []


async def test_dots_that_are_being_placed_survive_a_reload(hall: Hall) -> None:
    fatima = await in_turn(hall)
    hall.does(a.NoteIdea("Voorlezen"), a.NoteIdea("Leesmaatjes"), a.Go("choose"), a.OpenVote())
    await fatima.taps("One dot more on idea {number}", number=2)
    await fatima.page.reload()
    await fatima.sees("{left} of {all} left", left=2, all=3)


async def test_a_phone_that_keeps_nothing_says_so_and_works(hall: Hall) -> None:
    fatima = await hall.phone()
    await fatima.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })"
    )
    await fatima.page.reload()
    await fatima.sits_down_as("Fatima")
    hall.does(a.SetQuestion(QUESTION), a.Go("think"))
    await fatima.adds("Voorlezen")
    await fatima.sees("Only on this phone, and only while this page stays open.")
    hall.does(a.Go("round"))
    await fatima.taps_note("Voorlezen")
    await fatima.sees("✓ shared")
    assert hall.board == ["Voorlezen"]


async def test_hostile_texts_are_shown_as_texts_on_the_smallest_phone(hall: Hall) -> None:
    hall.does(a.SetQuestion(f"{HOSTILE[0]} {HOSTILE[2]}"))
    fatima = await hall.phone(width=SMALLEST)
    await fatima.sits_down_as("Fatima")
    await fatima.fits()
    hall.does(a.Go("think"))
    await fatima.adds(*HOSTILE)
    await expect(fatima.list).to_have_text([" ".join(text.split()) for text in HOSTILE])
    await fatima.fits()
    hall.does(a.Go("round"), *map(a.NoteIdea, HOSTILE))
    await expect(fatima.page.locator("#ideas .typed")).to_have_text(hall.board)
    await fatima.is_for_everyone()
    hall.does(a.Go("choose"), a.OpenVote(), a.CastDots("Joost", (1,)))
    await fatima.tells("Place your dots")
    await fatima.fits()
    hall.does(a.CloseVote(), a.Choose(3))
    await fatima.tells("This is what we choose")
    await fatima.fits()
    hall.does(a.Go("close"))
    await fatima.tells("This is what we agreed.")
    await fatima.fits()
    assert "gotcha" not in await fatima.page.title()


async def test_everything_can_be_read_at_twice_the_size(hall: Hall) -> None:
    fatima = await hall.phone(width=SMALLEST)
    await fatima.reads_at_twice_the_size()
    await fatima.fits()
    await fatima.sits_down_as("Fatima")
    hall.does(a.SetQuestion(QUESTION), a.Go("think"))
    await fatima.adds("Voorlezen en daarna samen bespreken wat er gebeurde")
    hall.does(a.Go("round"))
    await fatima.tells("It's your turn")
    await fatima.fits()
    hall.does(a.NoteIdea("Leesmaatjes"), a.NoteIdea("Voorlezen"))
    await fatima.tells("It's {name}'s turn", name="Marieke")
    await fatima.fits()
    hall.does(a.Go("choose"), a.OpenVote())
    await fatima.taps("One dot more on idea {number}", number=1)
    await fatima.fits()
    hall.does(a.Go("close"))
    await fatima.tells("This is what we agreed.")
    await fatima.fits()

"""Whatever is typed or pasted, and however large the screen is: harmless, and nothing lost."""

import random
import unicodedata
from pathlib import Path

import pytest

from chair import IDEAS, KEYS, QUESTION, Chair, Room, noted
from teamflow.core import actions as a
from teamflow.core.session import PhaseName
from teamflow.core.text import clean_line

CHOSEN = (*noted(*IDEAS), a.Go("choose"), a.Choose(4), a.Choose(1))
PHASES: tuple[PhaseName, ...] = (
    "question", "think", "round", "choose", "plan", "evaluation", "close",
)  # fmt: skip
FIELDS: tuple[tuple[PhaseName, str], ...] = (
    ("question", "question"), ("question", "measure"), ("round", "idea"), ("choose", "pick"),
    ("choose", "why"), ("plan", "lesson"), ("plan", "step.what"), ("plan", "step.who"),
    ("plan", "step.when"), ("evaluation", "indicator"), ("evaluation", "baseline"),
    ("evaluation", "target"), ("evaluation", "method"), ("evaluation", "reporter"),
    ("evaluation", "date"), ("close", "next"), ("close", "scores"),
)  # fmt: skip
NASTY = {
    "markup": "[bold]vet[/bold] [@click=app.quit]weg[/] [/nope] [red",
    "escapes": "a\x1b[31mrood\x1b[0m b\x1b]0;titel\x07c \x9b5n",
    "controls": "nul\x00 bel\x07 terug\x08 del\x7f vt\x0b ff\x0c",
    "surrogates": "los \ud83d en \udc80",
    "directions": "abc \u202etxt.exe \u2066x\u2069 \u200eL",
    "joiners": "👨‍👩‍👧‍👦 🏳️‍🌈 e\u0301 ค\u0e33",
    "formula": '=cmd|"/c calc"!A1',
    "toml": 'a""" \'\'\' \\ = [x] # "',
    "braces": "{name} {0} %s %(x)d ${y}",
    "lines": "eerste regel\r\ntweede\n\tderde\x85vierde\u2028vijfde",
}
ALL = " | ".join(NASTY.values())


def harmless(text: str) -> bool:
    """Whether a terminal may be given this text."""
    return not any(unicodedata.category(each) in ("Cc", "Cs") for each in text)


async def enters_anywhere(chair: Chair, phase: PhaseName, field: str, text: str) -> None:
    """Into a field with it, on, and back."""
    await chair.goes_to(field)
    await chair.clears()
    await chair.pastes(text)
    assert all(harmless(line) for line in chair.lines)
    await chair.presses("enter")
    await chair.pauses_typing()
    away, back = ("pageup", "pagedown") if phase == "close" else ("pagedown", "pageup")
    await chair.presses(away)
    if chair.session.phase == phase:
        return
    await chair.presses(back)
    assert chair.place == "MeetingScreen"
    assert all(harmless(line) for line in chair.lines)


async def test_no_text_in_any_field_does_any_harm(tmp_path: Path) -> None:
    room, text = Room(tmp_path), ALL
    async with room.meets(*CHOSEN, a.Go("question")) as chair:
        for phase, field in FIELDS:
            while chair.session.phase != phase:
                await chair.goes_on()
            await enters_anywhere(chair, phase, field, text)
        assert chair.session.question == clean_line(text)
        assert clean_line(text) in chair.board
        for key in ("ctrl+l", "ctrl+b", "ctrl+p"):
            await chair.presses(key)
            await chair.goes_to({"ctrl+l": "park", "ctrl+b": "joining", "ctrl+p": "wanted"}[key])
            await chair.pastes(text)
            assert all(harmless(line) for line in chair.lines)
            await chair.presses("enter")
            while chair.place != "MeetingScreen":
                await chair.presses("escape")
    data = room.files[0].read_bytes().decode()
    assert harmless(data.replace("\n", "").replace("\t", ""))
    assert room.reported == []


async def test_no_text_in_the_set_up_does_any_harm(tmp_path: Path) -> None:
    room, text = Room(tmp_path), ALL
    async with room.opens() as chair:
        await chair.chooses("new")
        for field in ("school", "team", "chair", "theme", "school_goal", "joining"):
            await chair.goes_to(field)
            await chair.pastes(text)
        await chair.goes_to("joining")
        await chair.types(", Fatima, Joost")
        await chair.goes_on()
        assert chair.place == "MeetingScreen"
        await chair.leaves()
        assert all(harmless(line) for line in chair.lines)
    record = room.record
    assert record.school == record.team == record.theme == record.chair == clean_line(text)


async def test_a_block_of_lines_pasted_into_one_line_is_joined_and_loses_nothing(
    tmp_path: Path,
) -> None:
    block = "  Eerst lezen we samen,\r\n\r\n\tdan in duo's,\nen dan   alleen.\n"
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.pastes(block)
        await chair.presses("enter")
        assert chair.board == ["Eerst lezen we samen, dan in duo's, en dan alleen."]


async def test_words_pasted_in_the_middle_of_a_line_stay_words(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.types("Samen")
        await chair.pastes(" lezen")
        await chair.types(" in")
        await chair.pastes("\nde klas\n")
        await chair.presses("enter")
        assert chair.board == ["Samen lezen in de klas"]


async def test_a_block_of_lines_pasted_into_the_lesson_keeps_its_lines(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*CHOSEN, a.Go("plan")) as chair:
        await chair.pastes("Eerst\r\n  samen\n\nDan alleen\n")
        await chair.goes_on()
        assert chair.session.plans[0].lesson == "Eerst\n  samen\n\nDan alleen"


@pytest.mark.parametrize(
    ("phase", "field"),
    [
        ("question", "question"),
        ("round", "idea"),
        ("choose", "why"),
        ("plan", "lesson"),
        ("plan", "step.what"),
        ("evaluation", "indicator"),
    ],
)
async def test_a_hundred_thousand_characters_are_kept(
    tmp_path: Path, phase: PhaseName, field: str
) -> None:
    text = "woord " * 16_666 + "eind"
    room = Room(tmp_path)
    async with room.meets(*CHOSEN, a.Go(phase)) as chair:
        await chair.goes_to(field)
        await chair.pastes(text)
        await chair.presses("enter")
        await chair.goes_on()
        await chair.resizes(60, 20)
        await chair.goes_back()
    assert text in room.files[0].read_text(encoding="utf-8")


SIZES = ((20, 5), (60, 20), (300, 100), (1, 1), (80, 24))


@pytest.mark.parametrize("phase", PHASES)
async def test_the_screen_may_shrink_and_grow_at_any_moment(
    tmp_path: Path, phase: PhaseName
) -> None:
    async with Room(tmp_path).meets(*CHOSEN, a.Go(phase)) as chair:
        for size in SIZES:
            await chair.resizes(*size)
            assert len(chair.lines) == size[1]
        assert chair.session.phase == phase


async def test_the_small_windows_shrink_and_grow_with_it(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted(*IDEAS)) as chair:
        for key in ("ctrl+p", "ctrl+b", "ctrl+l", "f1", "ctrl+q"):
            await chair.presses(key)
            for size in ((20, 5), (200, 60), (80, 24)):
                await chair.resizes(*size)
                assert len(chair.lines) == size[1]
            await chair.presses("escape")
        assert chair.place == "MeetingScreen"


@pytest.mark.parametrize("place", ["new", "settings", "home"])
async def test_the_other_places_may_shrink_and_grow_too(tmp_path: Path, place: str) -> None:
    room = Room(tmp_path)
    room.has()
    async with room.opens() as chair:
        if place != "home":
            await chair.chooses(place)
        for size in SIZES:
            await chair.resizes(*size)
            assert len(chair.lines) == size[1]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (240, 67)])
@pytest.mark.parametrize("phase", ["think", "round", "choose", "plan", "evaluation"])
async def test_the_question_and_the_clock_can_be_read_from_sixty_by_twenty_up(
    tmp_path: Path, phase: PhaseName, size: tuple[int, int]
) -> None:
    async with Room(tmp_path).meets(*CHOSEN, a.Go(phase), size=size) as chair:
        assert chair.reads(QUESTION, "#band")
        assert chair.shows_whole("BigClock")
        if phase == "round":
            assert chair.shows_whole("BlockText")
            assert chair.turn is not None
            chair.sees(chair.turn)
            await chair.types("Een idee")
            chair.sees("Een idee")


async def monkey(chair: Chair, seed: int, presses: int) -> None:
    """Somebody small at the keys: anything at all, without waiting."""
    dice = random.Random(seed)
    names = sorted(KEYS - {"ctrl+c", "ctrl+q", "ctrl+d", "ctrl+z", "<ignore>", "ignore"})
    ours = [
        "pagedown", "pageup", "enter", "tab", "escape", "ctrl+z", "ctrl+y", "ctrl+o", "ctrl+g",
        "ctrl+n", "ctrl+s", "ctrl+b", "ctrl+l", "ctrl+p", "f1", "f2", "f3", "f4", "f5", "f6",
        "f7", "f8", "f9", "up", "down", "shift+tab", "space", "delete", "backspace",
    ]  # fmt: skip
    for _ in range(presses):
        what = dice.random()
        if what < 0.45:
            await chair.presses(dice.choice(ours))
        elif what < 0.6:
            await chair.presses(dice.choice(names))
        elif what < 0.85:
            await chair.types(
                dice.choice(["1", "2 3", "4 4 1", "Een idee", "x", "?", "21-12", "9"])
            )
        elif what < 0.9:
            await chair.pastes(dice.choice(list(NASTY.values())))
        elif what < 0.95:
            await chair.waits(minutes=dice.choice([0.1, 2, 6]))
        else:
            await chair.resizes(*dice.choice(SIZES))
        if not chair.app.is_running:
            return


@pytest.mark.parametrize("seed", range(6))
async def test_wrong_keys_everywhere_break_nothing(tmp_path: Path, seed: int) -> None:
    room = Room(tmp_path)
    async with room.meets(*CHOSEN, a.Go(PHASES[seed + 1])) as chair:
        await monkey(chair, seed, presses=60)
    assert room.reported == []
    assert room.record.id


@pytest.mark.parametrize("place", ["new", "settings", "home", "reading"])
async def test_wrong_keys_in_the_other_places_break_nothing(tmp_path: Path, place: str) -> None:
    room = Room(tmp_path)
    room.has(*CHOSEN, a.Go("close"), a.Close())
    (room.world.sessions / "2026-11-30-stuk.toml").write_text("schema = = 1")
    async with room.opens() as chair:
        if place == "reading":
            await chair.presses("end", "enter")
        elif place != "home":
            await chair.chooses(place)
        dice = random.Random(place)
        names = sorted(KEYS - {"ctrl+c", "ctrl+q", "enter", "escape", "<ignore>", "ignore"})
        for _ in range(60):
            await chair.presses(dice.choice(names))
            await chair.types(dice.choice("abc 12?"))
        assert chair.app.is_running
    assert room.reported == []


async def rushed(chair: Chair, seed: int, bursts: int) -> None:
    """Keys as fast as they can be struck, also while the screen is still being built."""
    dice = random.Random(seed)
    keys = [
        "pagedown", "pageup", "enter", "tab", "escape", "ctrl+z", "ctrl+y", "ctrl+o", "ctrl+g",
        "ctrl+n", "ctrl+s", "ctrl+b", "ctrl+l", "ctrl+p", "f1", "f3", "f5", "f6", "f8", "up",
        "down", "space", "1", "a",
    ]  # fmt: skip
    for _ in range(bursts):
        await chair.rushes(dice.choices(keys, k=dice.randint(2, 6)), pause=dice.randint(0, 12))
        if not chair.app.is_running:
            return


@pytest.mark.parametrize("seed", range(8))
async def test_keys_that_come_faster_than_the_screen_break_nothing(
    tmp_path: Path, seed: int
) -> None:
    room = Room(tmp_path)
    async with room.meets(*CHOSEN, a.Go(PHASES[seed % 7])) as chair:
        await rushed(chair, seed, bursts=25)
    assert room.reported == []


@pytest.mark.parametrize("key", ["escape", "enter", "pagedown", "f1"])
async def test_a_key_that_is_held_down_closes_one_window_and_no_more(
    tmp_path: Path, key: str
) -> None:
    async with Room(tmp_path).meets(*noted(*IDEAS)) as chair:
        await chair.presses("f1")
        await chair.rushes([key] * 6)
        assert chair.app.is_running
        assert chair.meeting is not None
        assert chair.board == list(IDEAS)


async def test_a_key_right_after_going_on_waits_for_the_new_step(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted(*IDEAS)) as chair:
        await chair.rushes(["pagedown", "f6", "f1"])
        chair.is_at("choose")
        assert chair.place == "Keys"
        assert chair.session.timing_of("choose").extra + chair.session.timing_of("round").extra == 1

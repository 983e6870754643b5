"""The learning question, and thinking in silence."""

from pathlib import Path

from chair import QUESTION, Room, noted
from teamflow.core import actions as a
from teamflow.tui.hints import HINTS

SILENCE = (a.SetQuestion(QUESTION), a.Go("think"))
RULE = "Alone and in silence: write down a few possibilities."
UP = "Time is up. Finish your sentence."


async def test_the_talk_is_open_ended_and_its_clock_counts_up(tmp_path: Path) -> None:
    async with Room(tmp_path).meets() as chair:
        await chair.waits(minutes=7, seconds=12)
        assert chair.clock == "7:12"
        await chair.waits(minutes=20)
        assert chair.clock == "27:12"
        assert chair.bells == 0
        chair.is_told(
            "To start from: test results, observations, the inspection report, quality cards."
        )


async def test_without_a_question_there_is_no_going_on_and_that_is_said_kindly(
    tmp_path: Path,
) -> None:
    async with Room(tmp_path).meets() as chair:
        await chair.goes_on()
        chair.is_told("First our learning question: one clear line, and then we go on.")
        chair.is_at("question")
        await chair.types("Hoe?")
        await chair.goes_on()
        chair.is_at("think")


async def test_the_measure_is_asked_but_may_wait(tmp_path: Path) -> None:
    async with Room(tmp_path).meets() as chair:
        chair.is_told("How will we see that it worked? (can wait)")
        await chair.enters(QUESTION)
        await chair.goes_on()
        assert (chair.session.phase, chair.session.measure) == ("think", "")
        await chair.goes_back()
        await chair.goes_to("measure")
        await chair.types("Minder D en E")
        await chair.goes_on()
        assert chair.session.measure == "Minder D en E"


async def test_a_long_question_is_read_whole_while_it_is_typed_and_stays_one_line(
    tmp_path: Path,
) -> None:
    question = "Hoe komt het dat kinderen wel vlot lezen en toch niet vertellen wat er stond, en "
    question += "wat doen wij daar zelf aan in onze lessen begrijpend lezen?"
    async with Room(tmp_path).meets() as chair:
        await chair.types(question)
        chair.sees("Hoe komt het dat", "onze lessen begrijpend lezen?")
        await chair.goes_on()
        assert chair.session.question == question


async def test_the_question_stays_on_the_wall_in_every_later_phase(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(a.SetQuestion(QUESTION)) as chair:
        phases = []
        while chair.session.phase != "close":
            await chair.goes_on()
            phases.append(chair.session.phase)
            chair.sees(QUESTION)
        assert phases == ["think", "round", "choose", "plan", "evaluation", "close"]


async def test_thinking_shows_the_question_the_clock_the_rule_and_little_else(
    tmp_path: Path,
) -> None:
    async with Room(tmp_path).meets(*SILENCE) as chair:
        blocks = " ▀▄█"
        words = "".join(c for line in chair.lines for c in line if c not in blocks)
        phase, rule = chair.says("Think"), chair.says(RULE)
        assert words == f"{QUESTION}●{phase}{rule}".replace(" ", "")
        assert chair.clock == "5:00"


async def test_when_the_silence_is_over_that_stands_in_the_place_of_the_rule(
    tmp_path: Path,
) -> None:
    async with Room(tmp_path).meets(*SILENCE) as chair:
        await chair.waits(minutes=5, seconds=2)
        chair.is_told(UP)
        chair.is_told("PgDn goes on to the round.")
        assert chair.says(RULE) not in chair.wall
        assert chair.notice == ""
        await chair.presses("f6")
        chair.is_told(RULE)
        await chair.presses("f7")
        chair.is_told(UP)


async def test_a_silence_that_was_over_is_still_over_when_the_team_comes_back(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    async with room.meets(*SILENCE) as chair:
        await chair.waits(minutes=6)
        await chair.leaves(quits=True)
    async with room.opens() as chair:
        await chair.presses("enter", "enter")
        chair.is_told(UP)


async def test_in_other_phases_a_notice_says_that_time_is_up_and_how_to_go_on(
    tmp_path: Path,
) -> None:
    async with Room(tmp_path).meets(*noted("Samen lezen")) as chair:
        for minutes, words in ((10.1, "the choice"), (3.1, "the lesson plan")):
            await chair.waits(minutes=minutes)
            assert chair.notice.startswith(chair.says(UP))
            chair.is_told(f"PgDn goes on to {words}.")
            await chair.goes_on()


async def test_a_pause_in_the_silence_is_said_once(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*SILENCE) as chair:
        await chair.presses("f5")
        assert chair.wall.count("❚❚") == 1
        chair.is_told("F5 goes on.")
        await chair.presses("f5")
        chair.is_told(RULE)


async def test_keys_work_in_the_silence_too(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*SILENCE) as chair:
        await chair.presses("f6")
        assert chair.clock == "6:00"
        await chair.presses("question_mark")
        assert chair.place == "Keys"
        await chair.presses("escape")
        await chair.goes_back()
        assert chair.session.phase == "question"


async def test_on_a_new_laptop_each_phase_says_once_what_to_press(tmp_path: Path) -> None:
    room = Room(tmp_path, new=True)
    async with room.meets(*noted("Voorlezen", "Racelezen")) as chair:
        chair.is_told(HINTS["round"])
        await chair.goes_on()
        chair.is_told(HINTS["choose"])
        await chair.goes_back()
        chair.is_at("round")
        assert chair.says(HINTS["round"]) not in chair.wall


async def test_what_to_press_stays_until_something_is_done(tmp_path: Path) -> None:
    async with Room(tmp_path, new=True).meets(*noted()) as chair:
        await chair.waits(minutes=3)
        chair.is_told(HINTS["round"])
        await chair.enters("Voorlezen")
        assert chair.says(HINTS["round"]) not in chair.wall


async def test_a_question_that_was_just_typed_takes_no_hint_away(tmp_path: Path) -> None:
    async with Room(tmp_path, new=True).meets() as chair:
        await chair.types(QUESTION)
        await chair.goes_on()
        chair.is_at("think")
        chair.is_told(HINTS["think"])

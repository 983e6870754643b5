"""A chair who has never seen the program runs a whole meeting with it, in Dutch."""

import datetime as dt
from pathlib import Path

from chair import Room
from teamflow.core.session import Step

QUESTION = "Hoe komen minder kinderen in groep 3 en 4 op een D of E voor technisch lezen?"
MEASURE = "Het deel van de kinderen met een D of E op de M-toets"
IDEAS = (
    "Elke dag tien minuten voorlezen in duo's",
    "Racelezen: drie keer dezelfde bladzijde, tegen de klok",
    "Woorden van de week op de muur",
    "Tutorlezen met groep 8",
    "Thuis lezen met een leeskaart",
    "Letterkennis dagelijks herhalen",
    "Verlengde instructie aan de leestafel",
    "Een leeshoek die uitnodigt",
    "Zingen met de tekst erbij",
    "Om de beurt een regel hardop",
    "Kinderen laten kiezen wat ze lezen",
)
LESSON = (
    "Vier keer per week, meteen na de pauze, tien minuten tutorlezen.",
    "De tutor wijst bij, zegt voor en prijst; wij lopen rond.",
)


async def test_a_first_time_chair_runs_a_whole_meeting(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.opens() as chair:
        chair.is_told("Your meetings will be listed here.")
        chair.sees(str(room.world.sessions)[:40])

        await chair.presses("enter")
        await chair.enters("De Wilgen", "Bouw 3-4", "", "Zoë", "Technisch lezen")
        await chair.goes_to("joining")
        await chair.enters("Fatima, Joost", "Zoë", "Anne-Marie")
        await chair.goes_on()

        chair.is_told("What do we want to learn from each other today?")
        await chair.waits(minutes=6)
        await chair.enters(QUESTION, MEASURE)
        await chair.goes_on()

        chair.sees(QUESTION)
        await chair.waits(minutes=4, seconds=30)
        await chair.goes_on()

        for idea in IDEAS[:6]:
            chair.sees(QUESTION)
            await chair.enters(idea)
            await chair.waits(seconds=20)
        await chair.presses("tab")
        await chair.presses("ctrl+s")
        await chair.enters("4")
        await chair.enters(*IDEAS[6:])
        await chair.presses("ctrl+l")
        await chair.enters("Wie haalt groep 8 op tijd op?")
        await chair.waits(minutes=6)
        await chair.goes_on()

        await chair.presses("ctrl+g")
        await chair.enters("1 10")
        await chair.presses("ctrl+o")
        await chair.enters("4 4 2", "4 7", "2 4 1", "7 7 7")
        await chair.presses("enter")
        await chair.enters("4")
        await chair.enters("Groep 8 wil graag, en we kunnen maandag beginnen")
        await chair.goes_on()

        chair.sees("Tutorlezen met groep 8")
        await chair.types("\n".join(LESSON))
        await chair.presses("tab")
        await chair.types("Tweetallen maken")
        await chair.presses("tab")
        await chair.types("Fatima en Joost")
        await chair.presses("tab")
        await chair.enters("1-12")
        await chair.enters("Tutors oefenen in groep 8", "", "")
        await chair.waits(minutes=9)
        await chair.goes_on()

        await chair.enters(
            "Kinderen met een D of E op de M-toets", "20 %", "15 %", "DMT", "Anne-Marie"
        )
        await chair.goes_on()

        await chair.enters("over 4 weken", "4 5 4 5")
        await chair.presses("ctrl+e", "down", "down", "down", "space", "enter")
        await chair.until(lambda: chair.says("Done.") in chair.wall)
        await chair.presses("escape")
        await chair.goes_on()
        await chair.leaves()

        chair.sees("23-11-2026", "Hoe komen minder kinderen")

    (file,) = room.files
    assert file.name == "2026-11-23-bouw-3-4-technisch-lezen.toml"
    record = room.record
    assert (record.school, record.team, record.chair) == ("De Wilgen", "Bouw 3-4", "Zoë")
    assert (record.theme, record.school_goal) == ("Technisch lezen", "")
    assert record.present == ("Fatima", "Joost", "Zoë", "Anne-Marie")
    assert (record.question, record.measure) == (QUESTION, MEASURE)
    assert [idea.text for idea in record.ideas] == [*IDEAS[:9], IDEAS[10]]
    assert record.ideas[0].also == (IDEAS[9],)
    assert [idea.ticks for idea in record.ideas] == [1, 0, 0, 1, 0, 0, 0, 0, 0, 0]
    assert {idea.by for idea in record.ideas} == {None}
    assert record.parking_lot == ("Wie haalt groep 8 op tijd op?",)
    assert [idea.text for idea in record.chosen] == ["Tutorlezen met groep 8"]
    assert record.choice.why == "Groep 8 wil graag, en we kunnen maandag beginnen"
    (plan,) = record.plans
    assert plan.lesson == "\n".join(LESSON)
    assert plan.steps == (
        Step("Tweetallen maken", ("Fatima", "Joost"), dt.date(2026, 12, 1)),
        Step("Tutors oefenen in groep 8"),
    )
    evaluation = record.evaluation
    assert (evaluation.baseline, evaluation.target) == ("20 %", "15 %")
    assert (evaluation.method, evaluation.reporter) == ("DMT", "Anne-Marie")
    assert evaluation.date == dt.date(2026, 12, 23)
    assert record.next_meeting == dt.date(2026, 12, 21)
    assert record.scores == (4, 5, 4, 5)
    assert record.closed == room.now
    assert record.drafts == ()

    form = file.with_suffix(".md").read_text(encoding="utf-8")
    for said in (QUESTION, "Tutorlezen met groep 8", *LESSON, "Tweetallen maken", "20 %", "15 %"):
        assert said in form
    for title in (
        "Ons leerpunt / doel",
        "Idee voor de aanpak",
        "Beschrijving van de les of van de activiteiten",
        "Hoe en wanneer evalueren we?",
    ):
        assert title in form


async def test_the_next_meeting_finds_the_school_the_team_and_the_people_again(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    async with room.opens() as chair:
        await chair.presses("enter")
        await chair.enters("De Wilgen", "Bouw 3-4")
        await chair.goes_to("joining")
        await chair.types("Fatima, Joost, Zoë")
        await chair.goes_on()
        await chair.types(QUESTION)
        await chair.leaves()

        await chair.chooses("new")
        chair.sees("De Wilgen", "Bouw 3-4", "Fatima", "Joost", "Zoë")
        await chair.goes_on()
        assert chair.session.team == "Bouw 3-4"
        assert chair.session.present == ("Fatima", "Joost", "Zoë")
    assert [file.name for file in room.files] == [
        "2026-11-23-bouw-3-4-2.toml",
        "2026-11-23-bouw-3-4.toml",
    ]

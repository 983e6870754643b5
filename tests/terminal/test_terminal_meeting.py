"""A whole meeting in a real terminal, with the program as it's installed."""

import datetime as dt
from pathlib import Path

from laptops import Laptop
from teamflow.tui.hints import HINTS
from terminals import Terminal, dutch

QUESTION = "Hoe komen minder kinderen in groep 3 en 4 op een D of E voor lezen?"
MEASURE = "Het deel van de kinderen met een D of E op de M-toets"
IDEAS = (
    "Tien minuten voorlezen in duo's",
    "Racelezen: drie keer, tegen de klok",
    "Woorden van de week op de muur",
    "Tutorlezen met groep 8",
    "Thuis lezen met een leeskaart",
)
LESSON = ("Vier keer per week tien minuten tutorlezen.", "De tutor wijst bij en prijst.")


def test_a_chair_runs_a_whole_meeting_from_an_empty_home_to_the_file(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path)
    with Terminal(laptop) as chair:
        chair.enters("teamflow")
        chair.is_told("Your meetings will be listed here.")
        chair.waits_for(str(laptop.sessions)[:40])
        chair.chooses("A new meeting")
        sets_up(chair)
        asks_the_question(chair)
        thinks_and_goes_round(chair)
        votes_and_chooses(chair)
        plans_the_lesson(chair)
        agrees_on_the_evaluation(chair)
        closes_and_exports(chair)
        chair.chooses("To the start screen")
        chair.is_told("Earlier meetings")
        chair.waits_for(QUESTION[:30])
        chair.presses("C-q")
        chair.has_ended()
    assert laptop.modes_left_on == set()
    assert_the_record_holds_it_all(laptop)
    assert_the_form_is_filled(laptop)


def sets_up(chair: Terminal) -> None:
    chair.is_told("School goal")
    chair.enters("De Wilgen", "Bouw 3-4", "", "Zoë", "Technisch lezen", "")
    chair.waits_for("Technisch lezen")
    chair.steps("Enter", 3)
    chair.enters("Fatima, Joost")
    chair.waits_for("a ✓ Fatima", "b ✓ Joost")
    chair.types("Anne-Marie")
    chair.presses("NPage")


def asks_the_question(chair: Terminal) -> None:
    chair.is_told("What do we want to learn from each other today?")
    chair.waits_for(dutch(HINTS["question"])[:40])
    chair.presses("NPage")
    chair.is_told("First our learning question: one clear line, and then we go on.")
    chair.enters(QUESTION)
    chair.types(MEASURE)
    chair.waits_for(QUESTION, MEASURE)
    chair.presses("NPage")


def thinks_and_goes_round(chair: Terminal) -> None:
    chair.is_told("Alone and in silence: write down a few possibilities.")
    chair.waits_for(QUESTION)
    chair.presses("NPage")
    chair.is_told("{name}'s idea", name="Fatima")
    chair.enters(*IDEAS)
    chair.waits_for(QUESTION, *IDEAS)
    chair.is_told("{name}'s idea", name="Joost")
    chair.presses("Tab")
    chair.is_told("{name}'s idea", name="Anne-Marie")
    chair.presses("C-s")
    chair.is_told("Same as number")
    chair.enters("4")
    chair.waits_for(f"×2 {IDEAS[3]}")
    chair.presses("C-l")
    chair.is_told("To the parking lot")
    chair.enters("Wie haalt groep 8 op?")
    chair.is_told("{name}'s idea", name="Zoë")
    chair.presses("NPage")


def votes_and_chooses(chair: Terminal) -> None:
    chair.is_told("We choose number")
    chair.presses("C-o")
    for name, numbers in (("Fatima", "4 4 2"), ("Joost", "4 5"), ("Anne-Marie", ""), ("Zoë", "1")):
        chair.waits_for(f"● {name}")
        chair.enters(numbers)
        assert "●●●" not in chair.wall
    chair.is_told("Everyone has voted")
    chair.presses("Enter")
    chair.waits_for(f"●●● {IDEAS[3]}")
    chair.enters("4")
    chair.is_told("★ chosen:")
    chair.types("Groep 8 wil graag")
    chair.waits_for("Groep 8 wil graag")
    chair.presses("NPage")


def plans_the_lesson(chair: Terminal) -> None:
    chair.is_told("No steps yet: type the first one below.")
    chair.types(LESSON[0])
    chair.presses("Enter")
    chair.types(LESSON[1])
    chair.waits_for(*LESSON)
    chair.presses("Tab")
    chair.types("Tweetallen maken")
    chair.presses("Tab")
    chair.types("Fatima en Joost")
    chair.presses("Tab")
    chair.enters("volgende week")
    chair.waits_for("1 Tweetallen maken Fatima, Joost volgende week")
    chair.presses("NPage")


def agrees_on_the_evaluation(chair: Terminal) -> None:
    chair.is_told("Where we want to be")
    chair.enters("Kinderen met een D of E", "20 %", "15 %", "DMT", "Anne-Marie")
    chair.is_told("from {baseline} to {target}", baseline="20 %", target="15 %")
    chair.presses("NPage")


def closes_and_exports(chair: Terminal) -> None:
    chair.is_told("Next meeting")
    chair.enters("over 4 weken", "4 5 4 5")
    chair.is_told("All filled in.")
    chair.waits_until(lambda: "scores" in chair.laptop.record, "the scores")
    chair.presses("C-e")
    chair.is_told("PDF, to print or to mail")
    chair.presses("Down", "Down", "Down", "Space", "Enter")
    chair.is_told("Done.")
    assert len([*chair.laptop.sessions.glob("*.pdf")]) == 1
    chair.presses("Escape")
    done = dutch("Done.")
    chair.waits_until(lambda: done not in chair.wall, "the meeting without a window")
    chair.presses("NPage")
    chair.is_told("closed")
    chair.presses("C-q")


def assert_the_record_holds_it_all(laptop: Laptop) -> None:
    record = laptop.record
    day = record["date"]
    assert isinstance(day, dt.date)
    assert laptop.file.name == f"{day}-bouw-3-4-technisch-lezen.toml"
    assert (record["school"], record["team"], record["chair"]) == ("De Wilgen", "Bouw 3-4", "Zoë")
    people = [person["name"] for person in record["participants"]]
    assert people == ["Fatima", "Joost", "Anne-Marie", "Zoë"]
    assert (record["question"], record["measure"]) == (QUESTION, MEASURE)
    assert [idea["text"] for idea in record["ideas"]] == list(IDEAS)
    assert [idea.get("ticks", 0) for idea in record["ideas"]] == [0, 0, 0, 1, 0]
    assert record["parking_lot"] == ["Wie haalt groep 8 op?"]
    assert record["chosen"] == ["Tutorlezen met groep 8"]
    (plan,) = record["plans"]
    assert plan["lesson"] == "\n".join(LESSON)
    assert plan["steps"] == [
        {"what": "Tweetallen maken", "owners": ["Fatima", "Joost"], "when": "volgende week"}
    ]
    evaluation = record["evaluation"]
    assert (evaluation["baseline"], evaluation["target"]) == ("20 %", "15 %")
    assert evaluation["reporter"] == "Anne-Marie"
    assert record["next_meeting"] == day + dt.timedelta(weeks=4)
    assert record["scores"] == [4, 5, 4, 5]
    assert isinstance(record["closed"], dt.datetime)
    assert "drafts" not in record


def assert_the_form_is_filled(laptop: Laptop) -> None:
    form = laptop.file.with_suffix(".md").read_text(encoding="utf-8")
    for text in (QUESTION, IDEAS[3], *LESSON, "Tweetallen maken", "20 %", "15 %"):
        assert text in form
    for title in (
        "Ons leerpunt / doel",
        "Idee voor de aanpak",
        "Beschrijving van de les of van de activiteiten",
        "Hoe en wanneer evalueren we?",
    ):
        assert title in form

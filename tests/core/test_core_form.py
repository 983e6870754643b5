"""What the four boxes say."""

import datetime as dt
from dataclasses import replace

import pytest

from meeting import Meeting
from teamflow.core import actions as a
from teamflow.core.form import Box, Fact, Form, Paragraph, Table, fill, from_to, when_told
from teamflow.core.session import Evaluation, Session


@pytest.fixture
def filled(meeting: Meeting) -> Session:
    """A whole meeting about technical reading, with two ideas and a plan for each."""
    meeting.asks("Hoe helpen we kinderen met een D of E op technisch lezen in groep 3 en 4?")
    meeting.does(a.SetMeasure("minder kinderen met een D- of E-score"))
    meeting.goes_to("round")
    meeting.notes("Elke dag voor-koor-door", "Tutorlezen met groep 7", "Racelezen", "Samen lezen")
    meeting.goes_to("choose")
    meeting.does(a.MergeIdeas(2, (4,)))
    meeting.votes(Fatima=[2, 2, 1], Joost=[1, 2])
    meeting.does(a.Choose(2), a.Choose(1), a.SetWhy("Groot effect, en volgende week te doen"))
    meeting.goes_to("plan")
    meeting.does(
        a.PlanEach(),
        a.SetLesson(0, "Drie keer per week\n20 minuten"),
        a.AddStep(0, "Duo's maken", ("Fatima", "Sanne"), dt.date(2026, 11, 30)),
        a.AddStep(0, "Boeken kiezen", ("Joost",), "voor de kerst"),
        a.AddStep(0, "Beginnen"),
        a.SetLesson(1, "Elke ochtend vijf minuten"),
    )
    meeting.goes_to("evaluation")
    meeting.does(
        a.SetEvaluation("indicator", "leerlingen met een D of E"),
        a.SetEvaluation("baseline", "20 %"),
        a.SetEvaluation("target", "15 %"),
        a.SetEvaluation("method", "DMT, kaart 1 tot 3"),
        a.SetEvaluation("reporter", "Marieke"),
    )
    meeting.goes_to("close")
    meeting.does(a.SetNextMeeting(dt.date(2026, 12, 14)))
    return replace(
        meeting.session,
        school="De Waterlelie",
        team="Onderbouw",
        chair="Joost",
        theme="Technisch lezen",
        school_goal="Alle leerlingen lezen vlot",
    )


def box(session: Session, number: int) -> Box:
    return fill(session, str).boxes[number - 1]


def table_of(form: Form) -> Table:
    return next(part for part in form.boxes[2].parts if isinstance(part, Table))


def test_the_top_says_where_when_and_who(filled: Session) -> None:
    form = fill(filled, str)
    assert form.title == "Form for team learning: from problems to solutions"
    assert form.facts == (
        Fact("School", "De Waterlelie"),
        Fact("Team", "Onderbouw"),
        Fact("Date", "Monday 23 November 2026"),
        Fact("Chair", "Joost"),
        Fact("Present", "Fatima, Joost, Marieke, Sanne"),
        Fact("Theme", "Technisch lezen"),
        Fact("Goal in the school plan", "Alle leerlingen lezen vlot"),
    )


def test_the_boxes_have_their_numbers_and_titles(filled: Session) -> None:
    assert [(box.number, box.title) for box in fill(filled, str).boxes] == [
        (1, "Our learning point / goal"),
        (2, "Idea for the approach"),
        (3, "Description of the lesson or of the activities"),
        (4, "How and when do we evaluate?"),
    ]


def test_box_1_says_what_we_want_to_learn(filled: Session) -> None:
    assert box(filled, 1).parts == (
        Paragraph("Hoe helpen we kinderen met een D of E op technisch lezen in groep 3 en 4?"),
        Fact("How we will see that it worked", "minder kinderen met een D- of E-score"),
    )


def test_box_2_says_what_was_chosen_and_why(filled: Session) -> None:
    assert box(filled, 2).parts == (
        Paragraph("Tutorlezen met groep 7"),
        Fact("Together with", "Samen lezen"),
        Paragraph("Elke dag voor-koor-door"),
        Fact("Why this one", "Groot effect, en volgende week te doen"),
    )


def test_box_3_says_who_does_what_and_when_for_each_idea(filled: Session) -> None:
    assert box(filled, 3).parts == (
        Fact("For the idea", "Tutorlezen met groep 7"),
        Paragraph("Drie keer per week\n20 minuten"),
        Table(
            ("What", "Who", "When"),
            (
                ("Duo's maken", "Fatima, Sanne", "Monday 30 November 2026"),
                ("Boeken kiezen", "Joost", "voor de kerst"),
                ("Beginnen", "", ""),
            ),
            (3, 2, 3),
        ),
        Fact("For the idea", "Elke dag voor-koor-door"),
        Paragraph("Elke ochtend vijf minuten"),
    )


def test_box_4_says_from_where_to_where_and_when_we_look(filled: Session) -> None:
    assert box(filled, 4).parts == (
        Fact("What we look at", "leerlingen met een D of E"),
        Fact("In figures", "from 20 % to 15 %"),
        Fact("How we measure it", "DMT, kaart 1 tot 3"),
        Fact("Who brings the figure", "Marieke"),
        Fact("When we look back", "Wednesday 23 December 2026"),
        Fact("Next meeting", "Monday 14 December 2026"),
    )


def test_one_plan_for_all_ideas_names_none(filled: Session) -> None:
    together = replace(filled, plans=(replace(filled.plans[0], idea=None),))
    assert box(together, 3).parts[0] == Paragraph("Drie keer per week\n20 minuten")


def test_a_meeting_that_just_began_leaves_the_boxes_empty(session: Session) -> None:
    form = fill(session, str)
    assert [box.parts for box in form.boxes] == [(), (), (), ()]
    assert form.facts == (
        Fact("Date", "Monday 23 November 2026"),
        Fact("Present", "Fatima, Joost, Marieke, Sanne"),
    )


def test_who_gave_an_idea_or_a_vote_is_not_on_the_form(filled: Session) -> None:
    named = tuple(replace(idea, by="Willem") for idea in filled.ideas)
    assert fill(replace(filled, ideas=named), str) == fill(filled, str)
    assert "Racelezen" not in repr(fill(filled, str))


def test_the_parking_lot_and_the_scores_stay_in_the_room(filled: Session) -> None:
    more = replace(filled, parking_lot=("De laptops zijn traag",), scores=(1, 5))
    assert fill(more, str) == fill(filled, str)


def test_every_label_is_said_in_the_readers_language(filled: Session) -> None:
    form = fill(filled, lambda message: f"¡{message}")
    labels = [fact.label for fact in form.facts] + [box.title for box in form.boxes]
    labels += [part.label for box in form.boxes for part in box.parts if isinstance(part, Fact)]
    labels += [form.title, *table_of(form).headings]
    assert all(label.startswith("¡") for label in labels)


def test_goals_without_a_number_fit_as_well() -> None:
    target = "zo hoog dat een observator de kenmerken duidelijk ziet"
    assert from_to(Evaluation(target=target), str) == f"to {target}"


@pytest.mark.parametrize(
    ("baseline", "target", "told"),
    [
        ("20 %", "15 %", "from 20 % to 15 %"),
        ("", "15 %", "to 15 %"),
        ("8 van 24", "", "now 8 van 24"),
        ("", "", ""),
        ("{target}", "{}", "from {target} to {}"),
    ],
)
def test_the_way_to_go_is_told_in_one_line(baseline: str, target: str, told: str) -> None:
    assert from_to(Evaluation(baseline=baseline, target=target), str) == told


def test_a_steps_moment_is_told_as_it_was_said() -> None:
    assert when_told(dt.date(2026, 12, 4), str) == "Friday 4 December 2026"
    assert when_told("voor de kerst", str) == "voor de kerst"
    assert when_told(None, str) == ""

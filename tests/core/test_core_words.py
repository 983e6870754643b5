"""The question, the parking lot, and text that's still being typed."""

from meeting import Meeting
from teamflow.core import actions as a


def test_the_question_and_its_measure_are_kept_as_worded(meeting: Meeting) -> None:
    meeting.asks("Hoe  lezen we\nsamen?")
    meeting.does(a.SetMeasure("minder D- en E-scores"))
    assert meeting.session.question == "Hoe lezen we samen?"
    assert meeting.session.measure == "minder D- en E-scores"


def test_a_point_is_parked_behind_the_others_in_any_phase(meeting: Meeting) -> None:
    meeting.does(a.Park("De laptops zijn traag"))
    meeting.goes_to("round")
    meeting.does(a.Park("Wie regelt de bieb?"))
    assert meeting.session.parking_lot == ("De laptops zijn traag", "Wie regelt de bieb?")


def test_nothing_is_not_parked(meeting: Meeting) -> None:
    assert meeting.refuses(a.Park("")) == "Type the point first, then it can be parked."


def test_what_is_being_typed_is_kept_per_field(meeting: Meeting) -> None:
    meeting.does(a.Type("lesson", "Eerst\ndoen we"), a.Type("question", "Hoe"))
    meeting.does(a.Type("question", "Hoe hel"))
    assert meeting.session.draft("question") == "Hoe hel"
    assert meeting.session.draft("lesson") == "Eerst\ndoen we"
    assert meeting.session.draft("why") is None


def test_what_was_typed_away_is_forgotten(meeting: Meeting) -> None:
    meeting.does(a.Type("question", "Hoe"), a.Type("why", "Omdat"), a.Type("question", ""))
    assert meeting.session.draft("question") is None
    assert meeting.session.draft("why") == "Omdat"

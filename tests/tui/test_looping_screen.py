"""October's meeting, and November's, which opens with the question whether it worked."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from chair import IDEAS, QUESTION, Chair, Room, noted
from teamflow.core import actions as a
from teamflow.core.days import for_example, off_weekend
from teamflow.core.session import Plan, Review, Session, Step
from teamflow.core.update import update
from teamflow.store.folder import Folder

CHOSEN = IDEAS[3]
AGREED = (
    *noted(*IDEAS),
    a.Park("De laptops zijn traag"),
    a.Go("choose"),
    a.Choose(4),
    a.Go("plan"),
    a.AddStep(0, "Duo's maken", ("Fatima",)),
    a.AddStep(0, "Hulpvragen kiezen", ("Joost",)),
    a.Go("evaluation"),
    a.SetEvaluation("indicator", "kinderen met een D of E"),
    a.SetEvaluation("baseline", "20 %"),
    a.SetEvaluation("target", "15 %"),
    a.Go("close"),
    a.Close(),
)
A_MONTH = 31 * 24 * 60
COMES_ALONG = "Mee van de vorige keer: 1 geparkeerd punt, 2 open stappen."


def october(room: Room) -> Path:
    """What was agreed a month before now."""
    file = room.has(*AGREED)
    room.passes(minutes=A_MONTH)
    return file


def agreed(file: Path) -> Session:
    return Folder(file.parent).load(file).session


async def begins(chair: Chair) -> None:
    """Choose a new meeting at home."""
    await chair.chooses("new")


async def goes_on_to_set_up(chair: Chair) -> None:
    """Keep what was filled in, and wait until it has been kept."""
    await chair.goes_on()
    await chair.until(lambda: chair.place == "SetUpScreen")


async def test_a_new_meeting_opens_with_what_was_agreed(tmp_path: Path) -> None:
    room = Room(tmp_path)
    october(room)
    async with room.opens() as chair:
        await begins(chair)
        assert chair.place == "ReviewScreen"
        chair.sees("Op maandag 23 november 2026 spraken we af:", QUESTION)
        chair.is_told("Did it work?")
        chair.sees(CHOSEN, "kinderen met een D of E", "van 20 % naar 15 %")
        chair.sees("Duo's maken", "Hulpvragen kiezen")


async def test_the_figure_says_how_it_went_and_is_kept_with_what_we_learned(tmp_path: Path) -> None:
    room = Room(tmp_path)
    file = october(room)
    async with room.opens() as chair:
        await begins(chair)
        await chair.enters("17 %")
        chair.sees("deels gehaald")
        await chair.goes_to("learned")
        await chair.types("Samen lezen kost tijd")
        await chair.turns("decision", 2)
        await goes_on_to_set_up(chair)
    assert agreed(file).evaluation.review == Review(
        room.now.date(), "partly", "17 %", "Samen lezen kost tijd", "adapt"
    )
    assert agreed(file).closed is not None


async def test_a_success_is_shown_to_the_room_first(tmp_path: Path) -> None:
    room = Room(tmp_path)
    october(room)
    async with room.opens() as chair:
        await begins(chair)
        await chair.types("14 %")
        await chair.goes_on()
        await chair.until(lambda: chair.place == "Cheer")
        chair.sees("van 20 % naar 15 %", "nu is het 14 %")
        await chair.goes_on()
        assert chair.place == "SetUpScreen"


async def test_what_is_open_comes_along_and_the_idea_at_one_key(tmp_path: Path) -> None:
    room = Room(tmp_path)
    file = october(room)
    async with room.opens() as chair:
        await begins(chair)
        await chair.types("20 %")
        await chair.presses("ctrl+f")
        await goes_on_to_set_up(chair)
        chair.sees("Mee van de vorige keer: 1 idee, 1 geparkeerd punt, 2 open stappen.")
        await chair.goes_on()
        chair.is_at("question")
        session = chair.session
    assert [idea.text for idea in session.ideas] == [CHOSEN]
    assert session.parking_lot == ("De laptops zijn traag",)
    assert [step.what for step in session.plans[0].steps] == ["Duo's maken", "Hulpvragen kiezen"]
    assert session.follows == agreed(file).id


async def test_a_step_that_was_done_is_ticked_off_and_stays_behind(tmp_path: Path) -> None:
    room = Room(tmp_path)
    file = october(room)
    async with room.opens() as chair:
        await begins(chair)
        await chair.types("20 %")
        await chair.focuses("Checklist")
        await chair.presses("space")
        await goes_on_to_set_up(chair)
        chair.sees("1 open stap")
    assert [step.done for step in agreed(file).plans[0].steps] == [True, False]


async def test_looking_back_is_put_off_with_one_key_and_a_day(tmp_path: Path) -> None:
    room = Room(tmp_path)
    file = october(room)
    async with room.opens() as chair:
        await begins(chair)
        await chair.presses("ctrl+l")
        await chair.types("over 2 weken")
        await goes_on_to_set_up(chair)
    evaluation = agreed(file).evaluation
    assert evaluation.review is None
    assert evaluation.date == room.now.date() + dt.timedelta(weeks=2)


@pytest.mark.parametrize(("typed", "told"), [("ooit", "ooit"), ("gisteren", "gisteren")])
async def test_what_is_no_day_is_told_and_nothing_is_kept(
    tmp_path: Path, typed: str, told: str
) -> None:
    room = Room(tmp_path)
    file = october(room)
    before = file.read_bytes()
    async with room.opens() as chair:
        await begins(chair)
        await chair.presses("ctrl+l")
        await chair.types(typed)
        await chair.goes_on()
        assert told in chair.notice
        assert chair.place == "ReviewScreen"
    assert file.read_bytes() == before


async def test_a_day_that_has_passed_is_refused_kindly(tmp_path: Path) -> None:
    room = Room(tmp_path)
    october(room)
    async with room.opens() as chair:
        await begins(chair)
        await chair.presses("ctrl+l")
        await chair.types("2026-11-01")
        await chair.goes_on()
        await chair.until(lambda: chair.notice)
        assert "is niet later" in chair.notice


async def test_a_figure_and_another_day_exclude_one_another(tmp_path: Path) -> None:
    room = Room(tmp_path)
    october(room)
    async with room.opens() as chair:
        await begins(chair)
        await chair.types("17 %")
        await chair.presses("ctrl+l")
        await chair.types("morgen")
        await chair.goes_on()
        chair.is_told("A figure now, or another day? Leave one of the two empty.")
        assert chair.place == "ReviewScreen"


async def test_a_meeting_that_is_still_on_is_not_looked_back_on(tmp_path: Path) -> None:
    room = Room(tmp_path)
    room.has(*noted(IDEAS[0]))
    async with room.opens() as chair:
        await chair.presses("ctrl+f")
        await chair.until(lambda: QUESTION[:25] in chair.wall)
        await chair.presses("enter")
        await chair.until(lambda: chair.place == "ReadingScreen")
        await chair.presses("r")
        assert chair.place == "ReadingScreen"


async def test_without_an_answer_going_on_is_held_once_and_leaves_it_open(tmp_path: Path) -> None:
    room = Room(tmp_path)
    file = october(room)
    before = file.read_bytes()
    async with room.opens() as chair:
        await begins(chair)
        await chair.goes_on()
        chair.is_told("Nothing filled in yet. PgDn again leaves it open for a next time.")
        await goes_on_to_set_up(chair)
        chair.sees(COMES_ALONG)
        await chair.goes_on()
        assert chair.session.follows == agreed(file).id
        assert chair.session.parking_lot == ("De laptops zijn traag",)
    assert file.read_bytes() == before


async def test_nothing_comes_along_where_the_chair_says_so(tmp_path: Path) -> None:
    room = Room(tmp_path)
    october(room)
    async with room.opens() as chair:
        await begins(chair)
        await chair.types("17 %")
        await chair.turns("along", 2)
        await goes_on_to_set_up(chair)
        await chair.goes_on()
        assert (chair.session.parking_lot, chair.session.plans) == ((), ())


async def test_another_team_gets_nothing_of_it(tmp_path: Path) -> None:
    room = Room(tmp_path)
    october(room)
    async with room.opens() as chair:
        await begins(chair)
        await chair.types("17 %")
        await goes_on_to_set_up(chair)
        await names_team(chair, "Bovenbouw")
        elsewhere = chair.says("What was still open is another team's: it stays there.")
        await chair.until(lambda: chair.notice == elsewhere)
        await chair.goes_on()
        assert chair.session.follows == ""
        assert chair.session.parking_lot == ()


UPPER = "Hoe durven meer kinderen te spreken?"
UPPER_TEAM = ("Ravi", "Anneke")


def two_teams(room: Room) -> Path:
    """The upper years agreed on something in October, the lower ones had the last meeting."""
    file = room.has(
        *AGREED,
        team="Bovenbouw",
        school="De Beuk",
        theme="Spreken",
        school_goal="Durven",
        chair="Anneke",
        people=UPPER_TEAM,
    )
    Folder(file.parent).amend(file, lambda agreed: replace(agreed, question=UPPER), room.now)
    room.passes(minutes=A_MONTH)
    room.has(*noted(IDEAS[0]), theme="Rekenen", chair="Zoë")
    return file


async def names_team(chair: Chair, team: str) -> None:
    await chair.goes_to("team")
    await chair.clears()
    await chair.enters(team)


async def is_asked(chair: Chair) -> None:
    await chair.until(lambda: chair.place == "ReviewScreen")
    chair.sees(UPPER)


async def test_another_team_that_is_named_looks_back_on_its_own_agreement_first(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    file = two_teams(room)
    async with room.opens() as chair:
        await begins(chair)
        assert chair.place == "SetUpScreen"
        await names_team(chair, "bovenBOUW")
        await is_asked(chair)
        await chair.types("17 %")
        await chair.presses("ctrl+f")
        await goes_on_to_set_up(chair)
        chair.sees("Mee van de vorige keer: 1 idee, 1 geparkeerd punt, 2 open stappen.")
        await chair.goes_on()
        session = chair.session
    assert (session.team, session.theme, session.school) == ("Bovenbouw", "Spreken", "De Beuk")
    assert (session.school_goal, session.present) == ("Durven", UPPER_TEAM)
    assert session.follows == agreed(file).id
    assert session.parking_lot == ("De laptops zijn traag",)
    assert (review := agreed(file).evaluation.review)
    assert review.measured == "17 %"


async def test_what_the_chair_typed_and_who_she_added_stays_when_the_team_changes(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    two_teams(room)
    async with room.opens() as chair:
        await begins(chair)
        await chair.goes_to("theme")
        await chair.clears()
        await chair.types("Poëzie")
        await chair.goes_to("joining")
        await chair.enters("Juf Els")
        await chair.types("Si")
        await names_team(chair, "Bovenbouw")
        await is_asked(chair)
        await chair.presses("escape")
        assert chair.place == "SetUpScreen"
        assert chair.text_in("theme") == "Poëzie"
        assert chair.text_in("joining") == "Si"
        chair.sees("De Beuk", "Ravi", "Anneke", "Juf Els")
        chair.sees_no("Joost", "Merel")


async def test_a_team_is_asked_once_in_one_set_up_and_its_own_comes_along(tmp_path: Path) -> None:
    room = Room(tmp_path)
    file = two_teams(room)
    before = file.read_bytes()
    async with room.opens() as chair:
        await begins(chair)
        await names_team(chair, "Bovenbouw")
        await is_asked(chair)
        await chair.presses("escape")
        await names_team(chair, "Onderbouw")
        chair.sees("Rekenen", "Fatima", chair.says("last time: {name}").format(name="Zoë"))
        await names_team(chair, "bovenbouw")
        assert chair.place == "SetUpScreen"
        chair.sees("Spreken", "Ravi", chair.says("last time: {name}").format(name="Anneke"))
        chair.sees_no("Fatima")
        chair.sees(COMES_ALONG)
        await chair.goes_on()
        assert (chair.session.team, chair.session.follows) == ("Bovenbouw", agreed(file).id)
    assert file.read_bytes() == before


async def test_a_success_of_another_team_is_shown_before_its_set_up_goes_on(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    two_teams(room)
    async with room.opens() as chair:
        await begins(chair)
        await names_team(chair, "Bovenbouw")
        await is_asked(chair)
        await chair.types("14 %")
        await chair.goes_on()
        await chair.until(lambda: chair.place == "Cheer")
        await chair.goes_on()
        assert chair.place == "SetUpScreen"
        chair.sees("Bovenbouw", "1 geparkeerd punt")


async def test_beginning_straight_from_the_team_s_own_field_asks_too(tmp_path: Path) -> None:
    room = Room(tmp_path)
    two_teams(room)
    async with room.opens() as chair:
        await begins(chair)
        await chair.goes_to("team")
        await chair.clears()
        await chair.types("Bovenbouw")
        await chair.goes_on()
        await is_asked(chair)
        await chair.presses("escape")
        await chair.goes_on()
        assert chair.place == "MeetingScreen"
        assert chair.session.present == UPPER_TEAM


async def test_a_team_without_anything_open_begins_at_once(tmp_path: Path) -> None:
    room = Room(tmp_path)
    two_teams(room)
    async with room.opens() as chair:
        await begins(chair)
        await chair.goes_to("team")
        await chair.clears()
        await chair.types("Middenbouw")
        await chair.goes_on()
        await chair.until(lambda: chair.place == "MeetingScreen")
        assert chair.session.team == "Middenbouw"


async def test_a_set_up_left_for_another_team_goes_on_with_that_team(tmp_path: Path) -> None:
    room = Room(tmp_path)
    two_teams(room)
    async with room.opens() as chair:
        await begins(chair)
        await names_team(chair, "Bovenbouw")
        await is_asked(chair)
        await chair.presses("escape", "escape")
        assert chair.place == "HomeScreen"
        await begins(chair)
        await is_asked(chair)
        await chair.presses("escape")
        chair.sees("Spreken", "Ravi")
        chair.sees_no("Joost")


async def test_among_a_thousand_sessions_a_team_s_agreement_is_found(tmp_path: Path) -> None:
    room = Room(tmp_path)
    two_teams(room)
    text = room.files[-1].read_text(encoding="utf-8")
    for number in range(1000):
        (room.world.sessions / f"2026-12-25-{number:04}.toml").write_text(text, "utf-8")
    async with room.opens() as chair:
        await begins(chair)
        await names_team(chair, "Bovenbouw")
        await is_asked(chair)


async def test_a_team_that_met_before_is_offered_and_accepted_with_the_arrow(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    two_teams(room)
    async with room.opens() as chair:
        await begins(chair)
        await chair.until(lambda: not any(each.is_running for each in chair.app.workers))
        await chair.goes_to("team")
        await chair.clears()
        await chair.types("bo")
        chair.sees("bovenbouw")
        assert chair.text_in("team") == "bo"
        await chair.presses("right")
        assert chair.text_in("team") == "Bovenbouw"


async def test_a_figure_that_says_nothing_by_itself_needs_a_word(tmp_path: Path) -> None:
    room = Room(tmp_path)
    file = october(room)
    async with room.opens() as chair:
        await begins(chair)
        await chair.types("het gaat beter")
        await chair.goes_on()
        chair.is_told("Did it work? ← and → choose.")
        await chair.turns("outcome", 2)
        await goes_on_to_set_up(chair)
    assert (review := agreed(file).evaluation.review)
    assert (review.outcome, review.measured) == ("partly", "het gaat beter")


async def test_once_looked_back_on_the_next_meeting_begins_at_once(tmp_path: Path) -> None:
    room = Room(tmp_path)
    october(room)
    async with room.opens() as chair:
        await begins(chair)
        await chair.types("17 %")
        await goes_on_to_set_up(chair)
        await chair.presses("escape")
        await begins(chair)
        assert chair.place == "SetUpScreen"


async def test_what_was_left_open_comes_along_until_a_meeting_took_it(tmp_path: Path) -> None:
    room = Room(tmp_path)
    october(room)
    async with room.opens() as chair:
        await begins(chair)
        await chair.types("17 %")
        await goes_on_to_set_up(chair)
        await chair.presses("escape")
        await begins(chair)
        chair.sees(COMES_ALONG)
        await chair.goes_on()
        assert [step.what for step in chair.session.plans[0].steps] == [
            "Duo's maken", "Hulpvragen kiezen",
        ]  # fmt: skip
        await chair.leaves()
        done = replace(agreed(room.files[-1]), closed=room.now, plans=(), parking_lot=())
        Folder(room.world.sessions).amend(room.files[-1], lambda _: done, room.now)
        await begins(chair)
        chair.sees_no("Mee van de vorige keer")


async def test_what_was_reviewed_from_the_archive_leaves_its_open_step_for_the_next_meeting(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    october(room)
    async with room.opens() as chair:
        await reviews_from_the_archive(chair)
        await chair.types("17 %")
        await chair.focuses("Checklist")
        await chair.presses("space")
        await chair.goes_on()
        await chair.until(lambda: chair.place == "ArchiveScreen")
        chair.is_told("Kept. Thank you for looking back.")
        await chair.presses("escape")
        await begins(chair)
        chair.sees("Mee van de vorige keer: 1 geparkeerd punt, 1 open stap.")


async def reviews_from_the_archive(chair: Chair) -> None:
    """To the look back on the only session, past the archive and its form."""
    await chair.chooses("archive")
    await chair.until(lambda: QUESTION[:20] in chair.wall)
    await chair.presses("enter", "r")
    assert chair.place == "ReviewScreen"


async def test_a_look_back_that_is_left_from_the_archive_goes_back_there(tmp_path: Path) -> None:
    room = Room(tmp_path)
    october(room)
    async with room.opens() as chair:
        await reviews_from_the_archive(chair)
        assert chair.says("another team") not in chair.wall
        await chair.presses("escape")
        assert chair.place == "ReadingScreen"
        await chair.presses("escape")
        assert chair.place == "ArchiveScreen"


async def test_the_heading_names_the_team_and_another_one_goes_straight_to_the_set_up(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    file = october(room)
    before = file.read_bytes()
    async with room.opens() as chair:
        await begins(chair)
        heading = next(line for line in chair.lines if chair.says("Looking back") in line)
        assert "Onderbouw · 23 november 2026" in heading
        chair.sees("Ctrl+O")
        await chair.presses("ctrl+o")
        assert chair.place == "SetUpScreen"
        chair.sees(COMES_ALONG)
        await chair.enters("Middenbouw")
        assert chair.text_in("team") == "Middenbouw"
        elsewhere = chair.says("What was still open is another team's: it stays there.")
        await chair.until(lambda: chair.notice == elsewhere)
        chair.sees_no(COMES_ALONG)
        await chair.goes_on()
        assert (chair.session.team, chair.session.follows) == ("Middenbouw", "")
    assert file.read_bytes() == before


async def test_the_same_team_after_all_gets_what_it_was_offered(tmp_path: Path) -> None:
    room = Room(tmp_path)
    file = october(room)
    async with room.opens() as chair:
        await begins(chair)
        await chair.presses("ctrl+o")
        await chair.enters("onderbouw")
        assert chair.text_in("team") == "Onderbouw"
        await chair.goes_on()
        assert chair.session.follows == agreed(file).id
        assert chair.session.parking_lot == ("De laptops zijn traag",)


async def test_what_was_typed_is_not_dropped_for_another_team_at_once(tmp_path: Path) -> None:
    room = Room(tmp_path)
    october(room)
    async with room.opens() as chair:
        await begins(chair)
        await chair.types("17 %")
        await chair.presses("ctrl+o")
        assert chair.place == "ReviewScreen"
        assert chair.notice
        await chair.presses("ctrl+o")
        assert chair.place == "SetUpScreen"


async def test_another_team_that_was_named_by_mistake_goes_back_to_its_name(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    two_teams(room)
    async with room.opens() as chair:
        await begins(chair)
        await names_team(chair, "Bovenbouw")
        await is_asked(chair)
        await chair.presses("ctrl+o")
        assert chair.place == "SetUpScreen"
        await chair.types("Middenbouw")
        assert chair.text_in("team") == "Middenbouw"


async def test_a_review_that_was_put_off_is_asked_for_before_a_later_one(tmp_path: Path) -> None:
    room = Room(tmp_path)
    file = october(room)
    put_off = replace(agreed(file).evaluation, date=room.now.date() + dt.timedelta(days=10))
    Folder(file.parent).amend(file, lambda was: replace(was, evaluation=put_off), room.now)
    room.has(a.SetQuestion("Wat nu?"), a.Go("evaluation"), a.Go("close"), a.Close())
    async with room.opens() as chair:
        await begins(chair)
        assert chair.place == "ReviewScreen"
        chair.sees(QUESTION)


async def test_what_was_put_off_and_carried_along_is_no_longer_late(tmp_path: Path) -> None:
    room = Room(tmp_path)
    file = october(room)
    december = room.now.date().replace(day=1)
    planned = Plan(steps=(Step("Duo's maken", when=december), Step("Kiezen", when="maandag")))
    Folder(file.parent).amend(file, lambda was: replace(was, plans=(planned,)), room.now)
    async with room.opens() as chair:
        await begins(chair)
        await chair.presses("ctrl+l")
        await chair.types("over 2 weken")
        await goes_on_to_set_up(chair)
        await chair.goes_on()
        assert [step.when for step in chair.session.plans[0].steps] == [None, "maandag"]


async def test_steps_that_a_later_meeting_took_along_are_ticked_off_there(tmp_path: Path) -> None:
    room = Room(tmp_path)
    file = october(room)
    day = dt.date(2027, 1, 4)
    Folder(file.parent).amend(file, lambda was: update(was, a.Postpone(day), room.now), room.now)
    later = room.has(*AGREED[:-2], a.SetEvaluationDate(dt.date(2027, 2, 1)), *AGREED[-2:])
    december = replace(agreed(later), follows=agreed(file).id)
    Folder(later.parent).amend(later, lambda _: december, room.now)
    before = file.read_bytes()
    async with room.opens() as chair:
        await begins(chair)
        chair.sees("23 november 2026", "Duo's maken", "Hulpvragen kiezen")
        assert chair.wall.count("Duo's maken") == 1
        await chair.focuses("Checklist")
        await chair.presses("space")
        await goes_on_to_set_up(chair)
        chair.sees("1 geparkeerd punt, 1 open stap.")
    assert [step.done for step in agreed(later).plans[0].steps] == [True, False]
    assert file.read_bytes() == before


async def test_a_wrong_tick_is_taken_back_and_the_figure_mended(tmp_path: Path) -> None:
    room = Room(tmp_path)
    file = october(room)
    async with room.opens() as chair:
        await reviews_from_the_archive(chair)
        await chair.types("17 %")
        await chair.focuses("Checklist")
        await chair.presses("space")
        await chair.goes_on()
        await chair.until(lambda: chair.place == "ArchiveScreen")
        await chair.until(lambda: QUESTION[:20] in chair.wall)
        await chair.presses("enter", "r")
        chair.sees("17 %", "deels gehaald", "✓ Duo's maken", "– Hulpvragen kiezen")
        await chair.focuses("Checklist")
        await chair.presses("space")
        await chair.goes_to("measured")
        await chair.clears()
        await chair.types("21 %")
        await chair.goes_on()
        await chair.until(lambda: chair.place == "ArchiveScreen")
    assert [step.done for step in agreed(file).plans[0].steps] == [False, False]
    assert (review := agreed(file).evaluation.review)
    assert (review.measured, review.outcome) == ("21 %", "not")


async def test_a_look_back_that_is_as_it_was_is_not_written_again(tmp_path: Path) -> None:
    room = Room(tmp_path)
    file = reviewed(room)
    before = file.read_bytes()
    async with room.opens() as chair:
        await reviews_from_the_archive(chair)
        await chair.goes_on()
        assert chair.place == "ReadingScreen"
    assert file.read_bytes() == before


async def test_a_look_back_is_taken_back_with_the_day_on_which_it_comes(tmp_path: Path) -> None:
    room = Room(tmp_path)
    file = reviewed(room)
    async with room.opens() as chair:
        await reviews_from_the_archive(chair)
        await chair.clears()
        await chair.goes_to("learned")
        await chair.clears()
        await chair.turns("outcome", 2)
        await chair.goes_on()
        chair.is_told("Not looked back after all? Then say on which day you will.")
        await chair.presses("ctrl+l")
        await chair.types("over 2 weken")
        await chair.goes_on()
        await chair.until(lambda: chair.place == "ArchiveScreen")
    assert agreed(file).evaluation.review is None
    assert agreed(file).evaluation.date == room.now.date() + dt.timedelta(weeks=2)


async def test_a_step_looks_marked_only_while_the_keys_go_to_the_steps(tmp_path: Path) -> None:
    room = Room(tmp_path)
    october(room)
    async with room.opens() as chair:
        await begins(chair)
        chair.sees_no("▸")
        await chair.focuses("Checklist")
        chair.sees("▸ – Duo's maken")


async def test_escape_changes_nothing_and_warns_before_it_drops_what_was_typed(
    tmp_path: Path,
) -> None:
    room = Room(tmp_path)
    file = october(room)
    before = file.read_bytes()
    async with room.opens() as chair:
        await begins(chair)
        await chair.types("17 %")
        await chair.presses("escape")
        chair.is_told("What you filled in isn't kept yet: PgDn keeps it, Esc again drops it.")
        await chair.types(" of zo")
        assert chair.notice == ""
        await chair.presses("escape", "escape")
        assert chair.place == "HomeScreen"
        await begins(chair)
        await chair.presses("escape")
        assert chair.place == "HomeScreen"
    assert file.read_bytes() == before


async def test_a_past_session_is_looked_back_on_from_its_form(tmp_path: Path) -> None:
    room = Room(tmp_path)
    file = october(room)
    async with room.opens() as chair:
        await chair.presses("end", "enter", "r")
        assert chair.place == "ReviewScreen"
        assert chair.says("We take along") not in chair.wall
        await chair.types("22 %")
        await chair.goes_on()
        await chair.until(lambda: chair.place == "HomeScreen")
        chair.is_told("Kept. Thank you for looking back.")
    assert (review := agreed(file).evaluation.review)
    assert review.outcome == "not"


def reviewed(room: Room) -> Path:
    """October's agreement, on which the team has looked back."""
    file = october(room)
    told = a.SetReview("not", "21 %", "te kort", "stop")
    Folder(file.parent).amend(file, lambda was: update(was, told, room.now), room.now)
    return file


async def test_a_review_can_be_looked_at_and_mended(tmp_path: Path) -> None:
    room = Room(tmp_path)
    reviewed(room)
    async with room.opens() as chair:
        await chair.presses("end", "enter", "r")
        chair.sees("21 %", "niet gehaald", "te kort", "we stoppen ermee")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_all_of_it_is_on_the_screen(tmp_path: Path, size: tuple[int, int]) -> None:
    room = Room(tmp_path)
    october(room)
    async with room.opens(size=size) as chair:
        await begins(chair)
        chair.sees("Het cijfer nu", "Wat we leerden", "Hoe verder", "PgDn", "Ctrl+O")
        later = off_weekend(room.now.date() + dt.timedelta(weeks=2))
        chair.is_told("in 2 weeks, or {day}", day=for_example(later))

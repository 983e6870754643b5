"""Choosing: alike ideas together, a vote behind closed totals, one idea or two, and why."""

import re
from pathlib import Path

import pytest

from chair import IDEAS, TEAM, Chair, Room, noted
from teamflow.core import actions as a
from teamflow.locale import _, ngettext
from teamflow.tui.widgets.board import Board
from teamflow.tui.widgets.clock import BigClock

CHOOSE = (*noted(*IDEAS), a.Go("choose"))


def dots_shown(chair: Chair) -> list[int]:
    """How many dots each idea has on the screen, from the first idea to the last."""
    rows = [next(line for line in chair.lines if idea in line) for idea in chair.board]
    return [row.count("●") for row in rows]


def asked_of(name: str, dots: int = 3) -> str:
    """What stands before the line in which a member's dots are typed."""
    return ngettext("{name}'s dot", "{name}'s {dots} dots", dots).format(name=name, dots=dots)


def voted_so_far(voted: int) -> str:
    """How far the vote of four is."""
    if not voted:
        return _("Nobody has voted yet. The totals come at the end.")
    return ngettext(
        "{voted} of {people} has voted. The totals come at the end.",
        "{voted} of {people} have voted. The totals come at the end.",
        voted,
    ).format(voted=voted, people=4)


def on_the_board(chair: Chair) -> str:
    """All text on the board, with single spaces."""
    return " ".join(chair.app.screen.query_one(Board).render().plain.split())


async def test_the_three_criteria_are_in_view(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*CHOOSE) as chair:
        for criterion in ("Will it make a difference?", "Can we do it?", "Can we measure it?"):
            chair.is_told(criterion)


async def test_alike_ideas_are_put_together_by_their_numbers(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*CHOOSE) as chair:
        await chair.presses("ctrl+g")
        await chair.enters("4 1")
        assert chair.board == [*IDEAS[1:4], IDEAS[4]]
        chair.sees(f"{IDEAS[3]} + {IDEAS[0]}")


@pytest.mark.parametrize("numbers", ["4", "9 1", "vier", "", "4 4"])
async def test_what_cannot_be_put_together_is_said(tmp_path: Path, numbers: str) -> None:
    async with Room(tmp_path).meets(*CHOOSE) as chair:
        await chair.presses("ctrl+g")
        await chair.enters(numbers)
        assert chair.notice
        assert chair.board == list(IDEAS)


async def test_each_member_gives_dots_and_no_figure_of_a_ballot_is_seen(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*CHOOSE) as chair:
        await chair.presses("ctrl+o")
        before = chair.wall
        for voted, (name, ballot) in enumerate(zip(TEAM, ("4 4 3", "3", "", "1 2 5"), strict=True)):
            chair.sees(asked_of(name), f"● {name}", voted_so_far(voted))
            await chair.types(ballot)
            assert not re.search(r"\b4 4 3|\b1 2 5", chair.wall)
            assert chair.wall.count("●") == before.count("●")
            await chair.presses("enter")
            assert dots_shown(chair) == [0] * 5
        chair.is_told("Everyone has voted")
        await chair.presses("enter")
        assert dots_shown(chair) == [1, 1, 2, 2, 1]


async def test_a_ballot_that_was_half_typed_is_not_shown_when_the_vote_closes(
    tmp_path: Path,
) -> None:
    async with Room(tmp_path).meets(*CHOOSE) as chair:
        await chair.presses("ctrl+o")
        await chair.enters("3")
        await chair.types("4 4 1")
        await chair.presses("ctrl+o", "ctrl+o")
        assert dots_shown(chair) == [0, 0, 1, 0, 0]
        chair.sees_no("4 4 1")
        await chair.presses("ctrl+z")
        await chair.types("4 4 1")
        await chair.presses("ctrl+z", "ctrl+z")
        chair.sees_no("4 4 1")


async def test_too_many_dots_are_told_and_the_ballot_stays_to_be_mended(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*CHOOSE) as chair:
        await chair.presses("ctrl+o")
        await chair.enters("1 2 3 4")
        chair.is_told(
            "{name} gave {given} dots; everyone has {dots}.", name="Fatima", given=4, dots=3
        )
        await chair.presses("backspace", "backspace", "enter")
        chair.sees(asked_of("Joost"))


async def test_hands_are_counted_for_each_idea_and_stay_hidden_too(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*CHOOSE, voting="hands") as chair:
        await chair.presses("ctrl+o")
        for number, hands in enumerate("02410", start=1):
            chair.is_told("Hands for idea {number}", number=number)
            await chair.types(hands)
            assert chair.text_in("pick") == hands
            assert f"▌{hands}" not in chair.wall
            await chair.presses("enter")
            assert dots_shown(chair) == [0] * 5
        await chair.presses("enter")
        assert dots_shown(chair) == [0, 2, 4, 1, 0]


async def test_more_hands_than_people_cannot_be(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*CHOOSE, voting="hands") as chair:
        await chair.presses("ctrl+o")
        await chair.enters("5")
        chair.is_told(
            "{hands} hands can't be right: there are {people} people here.", hands=5, people=4
        )


async def test_a_tie_is_shown_as_a_tie_with_a_run_off_between_those_that_tie(
    tmp_path: Path,
) -> None:
    async with Room(tmp_path).meets(*CHOOSE) as chair:
        await chair.presses("ctrl+o")
        await chair.enters("3", "3", "4", "4", "")
        both = chair.says("{numbers} and {last}").format(numbers=3, last=4)
        chair.is_told("A tie between {numbers}: Ctrl+O votes again.", numbers=both)
        await chair.presses("ctrl+o")
        chair.sees(asked_of("Fatima", dots=1))
        await chair.enters("1")
        chair.is_told("That idea isn't in this vote.")
        await chair.clears()
        await chair.enters("4", "4", "3", "4", "")
        assert dots_shown(chair) == [0, 0, 1, 3, 0]
        chair.sees_no(chair.says("A tie between {numbers}: Ctrl+O votes again.")[:12])


async def test_one_idea_is_chosen_or_two_and_never_three(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*CHOOSE) as chair:
        chair.sees_no(chair.says("Why this one?"))
        await chair.enters("4")
        assert [idea.text for idea in chair.session.chosen] == [IDEAS[3]]
        chair.is_told("★ chosen:")
        await chair.presses("shift+tab")
        await chair.enters("2")
        assert len(chair.session.chosen) == 2
        await chair.presses("shift+tab")
        await chair.enters("1")
        chair.is_told("Two ideas at most: unmark one first.")
        assert len(chair.session.chosen) == 2
        await chair.clears()
        await chair.enters("4")
        assert [idea.text for idea in chair.session.chosen] == [IDEAS[1]]


async def test_three_numbers_at_once_are_refused_whole(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*CHOOSE) as chair:
        await chair.enters("1 2 3")
        assert chair.session.chosen == ()
        chair.is_told("Two ideas at most: unmark one first.")


async def test_why_stands_in_one_line_that_needs_no_enter(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*CHOOSE, a.Choose(4)) as chair:
        await chair.goes_to("why")
        await chair.types("Morgen te beginnen")
        await chair.goes_on()
        assert chair.session.choice.why == "Morgen te beginnen"


async def test_a_vote_is_not_closed_by_one_key_before_everyone_has_voted(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*CHOOSE) as chair:
        await chair.presses("ctrl+o")
        await chair.enters("3")
        await chair.presses("ctrl+o")
        assert chair.notice
        assert dots_shown(chair) == [0] * 5
        await chair.enters("3", "3", "3")
        await chair.presses("ctrl+o")
        assert dots_shown(chair) == [0, 0, 4, 0, 0]


async def test_a_vote_that_was_opened_by_mistake_is_taken_back(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*CHOOSE) as chair:
        await chair.presses("ctrl+o", "ctrl+o", "ctrl+o")
        assert chair.session.choice.votes == ()
        await chair.enters("4")
        assert [idea.text for idea in chair.session.chosen] == [IDEAS[3]]


async def test_with_fewer_than_two_ideas_there_is_nothing_to_vote_on(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted(IDEAS[0]), a.Go("choose")) as chair:
        await chair.presses("ctrl+o")
        chair.is_told("A vote needs at least two ideas.")


async def test_what_is_being_voted_on_cannot_be_taken_away(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*CHOOSE) as chair:
        await chair.presses("ctrl+o", "ctrl+n")
        await chair.enters("2")
        await chair.presses("ctrl+d")
        chair.is_told("Idea {number} is being voted on: close the vote first.", number=2)
        assert chair.board == list(IDEAS)


async def test_the_ballots_are_forgotten_when_the_vote_is_closed(tmp_path: Path) -> None:
    room = Room(tmp_path)
    async with room.meets(*CHOOSE) as chair:
        await chair.presses("ctrl+o")
        await chair.enters("4 4 3", "4", "4", "4", "")
    assert "ballots" not in room.files[0].read_text(encoding="utf-8")


@pytest.mark.parametrize("typed", ["1" * 40 + "x", "9" * 100_000, "en" * 5000 + "?"])
async def test_no_line_of_figures_keeps_the_room_waiting(tmp_path: Path, typed: str) -> None:
    async with Room(tmp_path).meets(*CHOOSE) as chair:
        await chair.pastes(typed)
        await chair.presses("enter")
        assert chair.notice
        assert chair.session.chosen == ()


MANY = tuple(f"{idea}, {turn}e keer" for turn in range(1, 5) for idea in IDEAS)
TIED = ("1 1 1", "2 2 2", "3", "")
SMALLEST = (60, 20)


async def test_what_ties_stays_in_sight_however_many_ideas_there_are(tmp_path: Path) -> None:
    there = (*noted(*MANY), a.Go("choose"))
    async with Room(tmp_path).meets(*there, size=SMALLEST) as chair:
        await chair.presses("ctrl+o")
        await chair.enters(*TIED, "")
        assert f"1 ●●● {MANY[0]} 2 ●●● {MANY[1]}" in on_the_board(chair)
        assert f"3 ● {MANY[2]}" in on_the_board(chair)


async def test_in_a_run_off_only_what_ties_is_on_the_board(tmp_path: Path) -> None:
    there = (*noted(*MANY), a.Go("choose"))
    async with Room(tmp_path).meets(*there, size=SMALLEST) as chair:
        await chair.presses("ctrl+o")
        await chair.enters(*TIED, "")
        await chair.presses("ctrl+o")
        others = ngettext("The other one is out of it.", "The other {n} are out of it.", 18)
        assert on_the_board(chair) == f"1 {MANY[0]} 2 {MANY[1]} {others.format(n=18)}"


@pytest.mark.parametrize("number", [1, 12, 20])
async def test_what_is_chosen_stands_on_top_and_whole(tmp_path: Path, number: int) -> None:
    long = ("zo lang dat het nergens past, " * 10).strip()
    ideas = (*MANY[: number - 1], long, *MANY[number:])
    there = (*noted(*ideas), a.Go("choose"), a.Choose(number))
    async with Room(tmp_path).meets(*there, size=SMALLEST) as chair:
        assert on_the_board(chair).startswith(f"{chair.says('★ chosen:')} {number} {long}")


async def test_what_is_chosen_is_set_in_block_letters_where_there_is_room(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*CHOOSE, a.Choose(3), size=(120, 36)) as chair:
        assert on_the_board(chair).count("█") > 30
        assert IDEAS[2] not in on_the_board(chair)
        assert f"4 {IDEAS[3]}" in on_the_board(chair)


async def test_two_of_the_longest_ideas_are_told_as_far_as_they_go(tmp_path: Path) -> None:
    long = tuple(f"{number} {'heel lang ' * 29}" for number in ("Een", "Twee"))
    there = (*noted(*long), a.Go("choose"), a.Choose(1), a.Choose(2))
    async with Room(tmp_path).meets(*there, size=SMALLEST) as chair:
        told = on_the_board(chair)
        assert "1 Een heel lang" in told
        assert "2 Twee heel lang" in told
        assert told.count("…") == 2


async def test_after_choosing_the_cursor_is_where_the_reason_goes(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*CHOOSE) as chair:
        await chair.enters("4")
        await chair.types("Morgen te beginnen")
        assert chair.text_in("why") == "Morgen te beginnen"
        await chair.presses("shift+tab")
        await chair.enters("4")
        assert chair.session.chosen == ()
        await chair.types("2")
        assert chair.text_in("pick") == "2"


async def test_a_vote_after_the_choice_is_no_longer_on_offer_but_still_there(
    tmp_path: Path,
) -> None:
    async with Room(tmp_path).meets(*CHOOSE) as chair:
        await chair.presses("ctrl+o")
        await chair.enters("3", "3", "4", "4", "")
        assert "Ctrl+O" in chair.lines[-1]
        await chair.enters("4")
        assert "Ctrl+O" not in chair.lines[-1]
        await chair.presses("ctrl+o")
        chair.is_told("There is a result already. Ctrl+O again opens a new vote.")
        await chair.presses("ctrl+o")
        chair.sees(asked_of("Fatima"))


async def test_each_dot_that_is_typed_has_one_sign_and_no_figure(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*CHOOSE) as chair:
        await chair.presses("ctrl+o")
        await chair.types("1 1 2")
        chair.sees("* * *")
        chair.sees_no("1 1 2", "* * * *")


@pytest.mark.parametrize(("ideas", "numbers"), [(2, "1 1 2"), (5, "2 2 4"), (20, "7 7 14")])
async def test_the_example_of_a_ballot_is_one_that_can_be_given(
    tmp_path: Path, ideas: int, numbers: str
) -> None:
    async with Room(tmp_path).meets(*noted(*MANY[:ideas]), a.Go("choose")) as chair:
        await chair.presses("ctrl+o")
        chair.is_told("such as {numbers}", numbers=numbers)


async def test_the_example_of_a_run_off_names_what_there_is_to_choose_from(
    tmp_path: Path,
) -> None:
    async with Room(tmp_path).meets(*CHOOSE) as chair:
        await chair.presses("ctrl+o")
        await chair.enters("1 3 4", "1 3 4", "", "", "")
        await chair.presses("ctrl+o")
        either = chair.says("{numbers} or {last}").format(numbers="1, 3", last=4)
        chair.is_told("{example}; nobody sees it", example=either)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30)])
async def test_what_was_parked_is_no_criterion(tmp_path: Path, size: tuple[int, int]) -> None:
    async with Room(tmp_path).meets(*CHOOSE, a.Park("De toetsen"), size=size) as chair:
        told = chair.says("Parked: {points}").format(points="De toetsen")
        chair.sees(told)
        (row,) = (row for row, line in enumerate(chair.lines) if told in line)
        asked = [chair.says("Effect? Doable? Measurable?"), chair.says("Can we measure it?")]
        last = max(row for row, line in enumerate(chair.lines) for each in asked if each in line)
        assert row - last == (2 if size[1] >= 24 else 1)


async def test_on_a_large_wall_ideas_stay_where_they_stood_in_the_round(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted(*IDEAS), size=(240, 67)) as chair:
        columns = set()
        for _phase in ("round", "choose"):
            columns.add(next(line.index(IDEAS[0]) for line in chair.lines if IDEAS[0] in line))
            clock = chair.app.screen.query_one(BigClock).region
            assert clock.x > 120
            await chair.goes_on()
        assert len(columns) == 1

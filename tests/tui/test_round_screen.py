"""The round: in turn, each member gives one idea; first collect, then weigh."""

from pathlib import Path

import pytest

from chair import IDEAS, QUESTION, TEAM, Room, noted
from teamflow.tui.blocks import letters
from teamflow.tui.widgets.coming import Coming

RULE = "One idea each turn. First collect, then weigh."

TWENTY = tuple(f"Idee {number} van het team over lezen" for number in range(1, 21))


async def test_enter_notes_the_idea_and_passes_the_turn_round(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        for name, following, idea in zip(
            (*TEAM, "Fatima"), (*TEAM[1:], *TEAM[:2]), IDEAS, strict=True
        ):
            assert chair.turn == name
            chair.sees(chair.says("then {name}").format(name=following))
            chair.sees(chair.says("{name}'s idea").format(name=name))
            await chair.enters(idea)
            chair.sees(idea)
        assert chair.board == list(IDEAS)


async def test_whose_turn_it_is_stands_there_in_large_letters(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        before = sum(line.count("█") for line in chair.lines)
        await chair.presses("tab")
        assert before > 40
        assert sum(line.count("█") for line in chair.lines) != before


async def test_an_empty_line_is_no_idea(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.enters("   ")
        chair.is_told("Type the idea first, or pass the turn.")
        assert chair.turn == "Fatima"


async def test_passing_is_fine_and_never_throws_half_an_idea_away(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.presses("tab")
        assert chair.turn == "Joost"
        await chair.types("Half een id")
        await chair.presses("tab")
        assert chair.turn == "Joost"
        assert chair.text_in("idea") == "Half een id"
        assert chair.notice
        await chair.enters("ee")
        assert chair.board == ["Half een idee"]


async def test_the_same_idea_is_ticked_instead_of_noted_twice(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted(*IDEAS)) as chair:
        await chair.types("Half een id")
        await chair.presses("ctrl+s")
        await chair.enters("2")
        assert [idea.ticks for idea in chair.session.ideas] == [0, 1, 0, 0, 0]
        assert chair.turn == "Zoë"
        chair.sees(f"2 ×2 {IDEAS[1]}")
        assert chair.text_in("idea") == "Half een id"


@pytest.mark.parametrize("number", ["9", "0", "twee", "1 2", ""])
async def test_a_number_that_is_not_on_the_board_is_said(tmp_path: Path, number: str) -> None:
    async with Room(tmp_path).meets(*noted(*IDEAS)) as chair:
        for key in ("ctrl+s", "ctrl+n"):
            before = chair.session.ideas, chair.turn
            await chair.presses(key)
            await chair.enters(number)
            assert chair.notice
            assert chair.place == "MeetingScreen"
            assert (chair.session.ideas, chair.turn) == before


async def test_an_idea_out_of_turn_leaves_the_turn_where_it_is(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted(IDEAS[0])) as chair:
        await chair.presses("ctrl+o")
        await chair.enters(IDEAS[1])
        assert chair.board == list(IDEAS[:2])
        assert chair.turn == "Joost"


async def test_an_idea_is_reworded_moved_and_deleted_by_its_number(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted(*IDEAS[:3])) as chair:
        await chair.presses("ctrl+n")
        await chair.enters("2")
        await chair.clears()
        await chair.enters("Drie weken één thema")
        assert chair.board == [IDEAS[0], "Drie weken één thema", IDEAS[2]]

        await chair.presses("ctrl+n")
        await chair.enters("3")
        await chair.goes_to("idea.3.place")
        await chair.clears()
        await chair.enters("1")
        assert chair.board == [IDEAS[2], IDEAS[0], "Drie weken één thema"]

        await chair.presses("ctrl+n")
        await chair.enters("2")
        await chair.presses("ctrl+d")
        assert chair.board == [IDEAS[2], "Drie weken één thema"]
        assert chair.turn == "Merel"


async def test_an_idea_cannot_lose_its_words_or_leave_the_board_by_its_number(
    tmp_path: Path,
) -> None:
    async with Room(tmp_path).meets(*noted(*IDEAS[:3])) as chair:
        for field, text in (("text", ""), ("place", "7"), ("place", "een")):
            await chair.presses("ctrl+n")
            await chair.enters("2")
            await chair.goes_to(f"idea.2.{field}")
            await chair.clears()
            await chair.enters(text)
            assert chair.board == list(IDEAS[:3])
            await chair.presses("escape") if chair.place == "IdeaCard" else None
            assert chair.place == "MeetingScreen"


async def test_who_is_absent_is_skipped_and_who_comes_back_takes_part_again(
    tmp_path: Path,
) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.presses("ctrl+b", "space", "down", "down", "space", "escape")
        assert chair.turn == "Joost"
        await chair.presses("tab")
        assert chair.turn == "Merel"
        await chair.presses("tab")
        assert chair.turn == "Joost"
        await chair.presses("ctrl+b", "space", "escape", "tab", "tab")
        assert chair.turn == "Fatima"


async def test_a_late_comer_joins_and_the_turn_can_be_given_by_name(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.presses("ctrl+b")
        await chair.goes_to("joining")
        await chair.enters("Bilal")
        chair.sees("Bilal")
        await chair.presses("shift+tab", "end", "f4", "escape")
        assert chair.turn == "Bilal"
        assert chair.session.present == (*TEAM, "Bilal")


async def test_the_last_two_cannot_be_sent_away(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted(), people=("Fatima", "Joost")) as chair:
        await chair.presses("ctrl+b", "space")
        chair.is_told("A meeting needs at least two people.")
        assert chair.session.present == ("Fatima", "Joost")


async def test_ideas_are_counted_and_ten_are_enough_to_offer_to_go_on(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted(*TWENTY[:9])) as chair:
        chair.is_told("{count} of {enough}–{many} ideas", count=9, enough=10, many=15)
        offer = "Shall we choose, or go on to fifteen?"
        chair.sees_no(chair.says(offer))
        await chair.enters(TWENTY[9])
        chair.is_told(offer)
        assert chair.session.phase == "round"
        await chair.enters(*TWENTY[10:15])
        chair.is_told("Plenty of ideas: shall we choose?")
        assert chair.session.phase == "round"
        await chair.enters("Nog één erbij")
        chair.sees(chair.says("then {name}").format(name="Joost") + " · 16 ideeën")


async def test_a_full_circle_of_passes_offers_to_go_on_and_an_idea_takes_that_back(
    tmp_path: Path,
) -> None:
    async with Room(tmp_path).meets(*noted(IDEAS[0])) as chair:
        offer = chair.says("Everyone passed: shall we choose?")
        await chair.presses("tab", "tab", "tab")
        chair.sees_no(offer)
        await chair.presses("tab")
        chair.sees(offer)
        assert chair.session.phase == "round"
        await chair.enters(IDEAS[1])
        chair.sees_no(offer)


async def test_the_reminder_names_the_rule_and_nobody(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted(*IDEAS)) as chair:
        await chair.types("Half een id")
        await chair.presses("ctrl+r")
        assert chair.notice == chair.says(RULE)
        assert not any(name in chair.notice for name in TEAM)
        assert chair.text_in("idea") == "Half een id"


async def test_a_critical_point_waits_on_the_parking_lot(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted(*IDEAS)) as chair:
        await chair.presses("ctrl+l")
        await chair.enters("Hebben we daar tijd voor?")
        assert chair.session.parking_lot == ("Hebben we daar tijd voor?",)
        chair.sees_no("Hebben we daar tijd voor?")
        assert chair.turn == "Joost"
        await chair.presses("ctrl+l")
        await chair.enters("")
        chair.is_told("Type the point first, then it can be parked.")


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 36)])
async def test_twenty_ideas_can_all_be_read(tmp_path: Path, size: tuple[int, int]) -> None:
    async with Room(tmp_path).meets(*noted(*TWENTY), size=size) as chair:
        chair.sees(QUESTION)
        for number in range(1, 21):
            chair.sees(f"{number} Idee {number} van het team")


async def test_on_the_smallest_screen_the_newest_ideas_stay_in_sight(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted(*TWENTY), size=(60, 20)) as chair:
        chair.sees("20 Idee 20 van het team")
        await chair.enters("Nog één idee erbij")
        chair.sees("21 Nog één idee erbij")


async def test_who_gave_which_idea_is_kept_only_where_the_set_up_says_so(tmp_path: Path) -> None:
    for attribution, by in ((False, None), (True, "Fatima")):
        place = tmp_path / str(attribution)
        place.mkdir()
        room = Room(place)
        async with room.meets(*noted(), attribution=attribution) as chair:
            await chair.enters(IDEAS[0])
        assert room.record.ideas[0].by == by


async def test_what_is_typed_in_one_go_lands_on_the_right_turns(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.types("Eerste idee\nTweede idee\nDerde\n")
        assert chair.board == ["Eerste idee", "Tweede idee", "Derde"]
        assert chair.turn == "Merel"


async def test_a_name_that_does_not_belong_goes_off_the_list_and_comes_back_with_undo(
    tmp_path: Path,
) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        await chair.presses("ctrl+b", "down", "delete", "escape")
        assert [*chair.session.present] == ["Fatima", "Zoë", "Merel"]
        await chair.presses("ctrl+z")
        assert [*chair.session.present] == [*TEAM]


async def test_the_rule_stands_there_until_there_are_ideas(tmp_path: Path) -> None:
    async with Room(tmp_path).meets(*noted()) as chair:
        rule = [f"{part.rstrip('.')}." for part in chair.says(RULE).split(". ")]
        chair.sees(*rule, chair.says("Passing is fine."))
        await chair.enters(IDEAS[0])
        chair.sees_no(*rule)
        await chair.presses("ctrl+z")
        chair.sees(*rule)


async def test_how_far_the_round_is_is_told_in_fewer_words_where_there_is_little_room(
    tmp_path: Path,
) -> None:
    async with Room(tmp_path).meets(*noted(*IDEAS), size=(60, 20)) as chair:
        following = chair.says("then {name}").format(name="Zoë")
        chair.sees(f"{following} · 5 ideeën")
        await chair.resizes(80, 24)
        aim = chair.says("{count} of {enough}–{many} ideas").format(count=5, enough=10, many=15)
        chair.sees(f"{following} · {aim}")


async def test_on_a_wide_wall_the_number_of_ideas_stands_in_block_letters_and_the_next_name_too(
    tmp_path: Path,
) -> None:
    async with Room(tmp_path).meets(*noted(*IDEAS), size=(120, 36)) as chair:
        following = chair.says("then {name}").format(name="Zoë")
        name, _blank, *count = chair.app.screen.query_one(Coming).render().plain.split("\n")
        assert name == following
        assert tuple(count) == letters("5 ideeën", 50, 4, largest=2)
        await chair.resizes(240, 67)
        coming = chair.app.screen.query_one(Coming).render().plain
        assert following not in coming
        assert "5" not in coming


async def test_with_too_many_ideas_for_a_small_screen_the_newest_are_told_whole(
    tmp_path: Path,
) -> None:
    ideas = tuple(f"{number:02} {IDEAS[0]}" for number in range(1, 21))
    async with Room(tmp_path).meets(*noted(*ideas), size=(60, 20)) as chair:
        chair.sees(*ideas[-3:])
        chair.sees_no(ideas[0])

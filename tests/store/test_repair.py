"""A damaged session file, set right in a copy as far as it can be read."""

import datetime as dt
import errno
import os
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from strategies import MEETING, REVIEWED, SAVED
from teamflow.core.session import Session
from teamflow.store import atomic, reading
from teamflow.store.folder import Folder
from teamflow.store.problem import Unreadable
from teamflow.store.record import decode, encode
from teamflow.store.repair import repair, repaired
from teamflow.store.statements import HEADERS
from teamflow.store.trouble import Unsaved

TEXT = encode(MEETING, {}, SAVED)
NAME = "2026-11-21-onderbouw"


class Result(NamedTuple):
    """What came of a repair: the session in the copy, and each loss with its line."""

    session: Session
    unknown: object
    lost: list[tuple[int | None, str]]


def result_of(text: str | bytes, name: str = NAME) -> Result:
    data = text if isinstance(text, bytes) else text.encode()
    said, lost = repaired(data, name)
    record = decode(said)
    told = [(problem.line, problem.told(str)) for problem in lost]
    return Result(record.session, record.unknown, told)


def changed(old: str, new: str) -> str:
    assert TEXT.count(old) == 1
    return TEXT.replace(old, new)


def line_with(text: str, words: str) -> int:
    return next(n for n, line in enumerate(text.split("\n"), 1) if words in line)


class TestHead:
    def test_what_the_head_repeats_stands_in_for_what_was_cut_off(self) -> None:
        session, _, _lost = result_of(TEXT[: TEXT.index("[[ideas]]")] + "[[id")
        assert session.evaluation.date == MEETING.evaluation.date
        assert [idea.text for idea in session.chosen] == [MEETING.ideas[0].text]

    def test_an_idea_that_is_still_there_is_chosen_again(self) -> None:
        session, _, _lost = result_of(TEXT[: TEXT.index("[choice]")] + "[cho")
        assert session.ideas == MEETING.ideas
        assert session.chosen == MEETING.chosen

    def test_of_a_damaged_head_only_texts_are_believed(self) -> None:
        head = TEXT[: TEXT.index("[[ideas]]")]
        texts = f"chosen = [{head.split('chosen = [')[1].split(']')[0]}]"
        session, _, _lost = result_of(head.replace(texts, 'chosen = [3, "", "Nieuw"]') + "[[id")
        assert session.chosen == ()
        session, _, _lost = result_of(head.replace(texts, "chosen = 3") + "[[id")
        assert session.chosen == ()


class TestCutOff:
    def test_between_two_lines_all_before_is_kept(self) -> None:
        text = TEXT[: TEXT.index("[[plans.steps]]")] + "[[plan"
        session, _, lost = result_of(text)
        assert session.ideas == MEETING.ideas
        assert session.plans[0].lesson == MEETING.plans[0].lesson
        assert session.plans[0].steps == ()
        end, told = (
            text.count("\n") + 1,
            "The name of this group is damaged: it's read as [[plans]].",
        )
        assert lost == [(end, CUT_SHORT), (end, told)]

    def test_in_a_text_what_was_written_of_it_is_kept(self) -> None:
        text = TEXT[: TEXT.index(" samen.")]
        session, _, lost = result_of(text)
        assert session.plans[0].lesson == "Eerst doen we voor.\nDan doen we het"
        assert lost == [
            (line_with(text, "lesson"), CUT_OFF),
            (line_with(text, "Dan doen"), CUT_SHORT),
        ]

    def test_in_a_list_the_items_that_are_whole_are_kept(self) -> None:
        text = TEXT[: TEXT.index(", end = 2026-11-21 14:57")]
        session, _, lost = result_of(text)
        assert session.timings[1].spans == MEETING.timings[1].spans[:1]
        assert (line_with(text, "14:44"), "") not in lost
        assert lost[-1][1] == CUT_SHORT

    def test_in_an_item_that_can_t_do_without_the_rest_it_is_left_out(self) -> None:
        text = TEXT[: TEXT.index('text = "Twee weken')]
        session, _, lost = result_of(text)
        assert session.ideas == MEETING.ideas[:2]
        assert lost == [
            (line_with(text, "id = 4") - 1, "“ideas 3” is left out: its “text” is missing.")
        ]

    def test_by_a_power_cut_that_left_emptiness(self) -> None:
        kept = TEXT[: TEXT.index("[round]")]
        session, _, lost = result_of(kept.encode() + b"\0" * 4096)
        assert session.ideas == MEETING.ideas
        assert session.choice.chosen == MEETING.choice.chosen
        end = kept.count("\n") + 1
        assert lost == [(end, "From here to its end the file is empty: what stood there is lost.")]


CUT_OFF = "This text or list is cut off, or has a quote too many."
CUT_SHORT = "The file ends in the middle of a line: what came after it may be lost."
TWICE = "This key or [group] is in the file twice."
MIXED = "Two versions of the file are mixed here: the first is kept."
UNCLEAR = "This line can't be understood: is a quote, bracket or = missing?"
FFFD = "Characters that can't be read are now shown as \ufffd."


class TestWrongValues:
    def test_a_key_of_the_wrong_kind_goes_and_the_rest_stays(self) -> None:
        text = changed("extra = 1", 'extra = "een"')
        session, _, lost = result_of(text)
        timings = (MEETING.timings[0], replace(MEETING.timings[1], extra=0))
        assert session == replace(MEETING, timings=timings)
        assert lost == [(line_with(text, '"een"'), "“timings 2: extra” must be a whole number.")]

    def test_an_item_without_what_it_needs_goes_and_the_others_stay(self) -> None:
        text = changed('text = "Hardop denkend voordoen bij elke tekst"', "text = 7").replace(
            "extra = 1", "extra = 1.5"
        )
        session, _, lost = result_of(text)
        assert session.ideas == MEETING.ideas[1:]
        assert session.timings[1].extra == 0
        at = line_with(text, "text = 7")
        assert lost == [
            (line_with(text, "1.5"), "“timings 2: extra” must be a whole number."),
            (at - 2, "“ideas 1” is left out: its “text” is missing."),
            (at, "“ideas 1: text” must be text between quotes."),
        ]

    def test_an_item_that_lacks_more_goes_once(self) -> None:
        session, _, lost = result_of(changed("ticks = 2", "ticks = 2\n[[ideas]]\nticks = 1"))
        assert session == MEETING
        assert [told for _, told in lost] == ["“ideas 2” is left out: its “id” is missing."]

    def test_what_is_wrong_after_an_item_that_went_is_named_by_its_own_place(self) -> None:
        text = changed("ticks = 2", "ticks = 2\n[[ideas]]\nid = 9\n").replace(
            'id = 4\ntext = "Twee weken één thema"', "id = 4\ntext = [3]"
        )
        _, _, lost = result_of(text)
        assert [told for _, told in lost] == [
            "“ideas 2” is left out: its “text” is missing.",
            "“ideas 4” is left out: its “text” is missing.",
            "“ideas 4: text” must be text between quotes.",
        ]

    def test_an_item_of_a_list_on_one_line_goes_alone(self) -> None:
        session, _, lost = result_of(changed("scores = [4, 5, 4]", "scores = [4, 50, 4]"))
        assert session.scores == (4, 4)
        assert [told for _, told in lost] == ["“scores 2” must be 5 or less."]

    def test_the_line_of_an_item_in_a_list_of_several_lines_is_its_own(self) -> None:
        text = changed("start = 2026-11-21 14:52:00+00:00", "start = 1")
        _, _, lost = result_of(text)
        assert {line for line, _ in lost} == {line_with(text, "start = 1")}

    def test_a_group_that_is_no_group_goes(self) -> None:
        text = TEXT[: TEXT.index("[round]")].replace("\n\n", "\nround = 3\n\n", 1)
        session, _, lost = result_of(text)
        assert session.round == Session(id="x", date=dt.date.min).round
        assert lost == [
            (line_with(text, "round = 3"), "“round” must be a group of keys with values.")
        ]

    def test_keys_that_we_don_t_know_are_kept(self) -> None:
        text = (
            changed("ticks = 2", 'ticks = "2"\nkleur = "geel"') + "\n[nieuw]\na = [1, { b = 2 }]\n"
        )
        _, unknown, _ = result_of(text)
        assert unknown == {
            (): {"nieuw": {"a": [1, {"b": 2}]}},
            ("ideas", (1, 0)): {"kleur": "geel"},
        }


class TestUnreadableLines:
    def test_a_line_that_is_nonsense_goes_alone(self) -> None:
        text = changed("ticks = 2", "ticks 2")
        session, _, lost = result_of(text)
        assert session.ideas[0] == replace(MEETING.ideas[0], ticks=0)
        assert lost == [(line_with(text, "ticks 2"), UNCLEAR)]

    def test_lines_after_each_other_are_told_as_one(self) -> None:
        text = changed("[round]\n", "[round]\nwat\nstaat\nhier\n")
        session, _, lost = result_of(text)
        assert session == MEETING
        at = line_with(text, "wat")
        assert lost == [(at, f"From here up to line {at + 2} nothing can be understood.")]

    @pytest.mark.parametrize(
        ("said", "meant"),
        [
            ('"De kinderen van "groep 6" lezen"', 'De kinderen van "groep 6" lezen'),
            ('"Al eens gezegd: \\"ja\\" of "nee""', 'Al eens gezegd: "ja" of "nee"'),
            ('"In C:\\school\\les"', "In C:\\school\\les"),
            ('"Zonder einde', "Zonder einde"),
            ("'Zonder einde", "Zonder einde"),
            ('"Met een \t tab', "Met een tab"),
        ],
    )
    def test_a_text_with_quotes_or_backslashes_of_its_own_is_read_as_it_stands(
        self, said: str, meant: str
    ) -> None:
        text = changed('measure = "Meer kinderen halen de toets"', f"measure = {said}")
        session, _, lost = result_of(text)
        assert session == replace(MEETING, measure=meant)
        assert lost == [(line_with(text, "measure"), CUT_OFF)]

    def test_a_lesson_that_isn_t_closed_ends_where_the_next_group_begins(self) -> None:
        text = changed('Dan alleen."""', "Dan alleen.")
        session, _, lost = result_of(text)
        assert session == MEETING
        assert lost == [(line_with(text, "lesson"), CUT_OFF)]

    def test_a_list_that_isn_t_closed_ends_where_the_next_key_begins(self) -> None:
        text = changed(
            'parking_lot = ["Past dit in het rooster?"]', 'parking_lot = ["Past dit?", "E'
        )
        session, _, lost = result_of(text)
        assert session == replace(MEETING, parking_lot=("Past dit?",))
        assert lost == [(line_with(text, "parking_lot"), CUT_OFF)]

    @pytest.mark.parametrize("value", ["{ a = 1", "[1]]]]", "2026-02-30", "=", "[" * 10_000])
    def test_a_value_that_can_t_be_made_sense_of_does_no_harm(self, value: str) -> None:
        session, _, lost = result_of(changed("ticks = 2", f"kleur = {value}\nticks = 2"))
        assert session == MEETING
        assert len(lost) == 1

    def test_a_key_that_isn_t_one_is_no_text_either(self) -> None:
        session, _, lost = result_of(changed("ticks = 2", 'a..b = "open\nticks = 2'))
        assert session == MEETING
        assert len(lost) == 1

    def test_the_damaged_name_of_a_group_is_recognised(self) -> None:
        text = changed("[[plans]]", "[[pl~ns]]")
        session, _, lost = result_of(text)
        assert session == MEETING
        told = "The name of this group is damaged: it's read as [[plans]]."
        assert lost == [(line_with(text, "pl~ns"), told)]

    def test_all_names_of_groups_that_we_write_are_known(self) -> None:
        written = encode(REVIEWED, {}, SAVED).split("\n")
        assert {line for line in written if line.startswith("[")} == set(HEADERS)

    def test_a_group_whose_name_is_lost_takes_nothing_else_along(self) -> None:
        text = changed("[[plans]]", "[[\ufffd\ufffd#]")
        session, _, lost = result_of(text)
        assert session == replace(MEETING, plans=())
        first, last = line_with(text, "[[\ufffd"), line_with(text, "[evaluation]") - 1
        told = f"The name of this group can't be read: it's left out, up to line {last}."
        assert lost == [(first, told)]


class TestTwice:
    def test_of_a_key_the_first_counts(self) -> None:
        text = changed("ticks = 2", "ticks = 2\nticks = 3")
        session, _, lost = result_of(text)
        assert session == MEETING
        assert lost == [(line_with(text, "ticks = 3"), TWICE)]

    def test_two_groups_of_one_name_are_put_together(self) -> None:
        text = changed("[choice]\nchosen = [1]\n", "[choice]\nchosen = [1]\n[choice]\n")
        session, _, lost = result_of(text)
        assert session == MEETING
        assert lost == [(line_with(text, "[choice]") + 2, TWICE)]

    def test_dotted_keys_of_one_group_are_put_together(self) -> None:
        text = TEXT.replace("\n\n", "\nnieuw = { a = 1 }\nnieuw.b = 2\n\n", 1)
        assert result_of(text).unknown == {(): {"nieuw": {"a": 1, "b": 2}}}

    @pytest.mark.parametrize("header", ["[[round]]", "[question]", "[[scores]]", "[scores]"])
    def test_what_can_t_be_put_together_is_left_out(self, header: str) -> None:
        text = f"{TEXT}\n{header}\nextra = 1\n"
        session, _, lost = result_of(text)
        assert session == MEETING
        assert line_with(text, header) in [line for line, _ in lost]

    def test_a_list_that_is_empty_has_no_last_item_to_add_to(self) -> None:
        text = TEXT.replace("\n\n", "\nnieuw = []\n\n", 1) + "\n[nieuw.b]\na = 1\n"
        session, _, lost = result_of(text)
        assert session == MEETING
        assert [told for _, told in lost] == [TWICE]

    def test_of_two_versions_that_were_mixed_the_first_counts(self) -> None:
        text = changed(
            'why = "We kunnen morgen beginnen"',
            '<<<<<<< HEAD\nwhy = "Onze"\n=======\nwhy = "Die van hen"\n>>>>>>> hen',
        )
        session, _, lost = result_of(text)
        assert session.choice == replace(MEETING.choice, why="Onze")
        at = line_with(text, "<<<<<<<")
        assert lost == [(at, MIXED), (at + 2, MIXED), (at + 3, TWICE), (at + 4, MIXED)]

    def test_marks_of_mixing_in_a_list_are_no_items(self) -> None:
        text = TEXT.replace(
            "    { idea = 2, votes = 1 },", "<<<<<<< HEAD\n    { idea = 2, votes = 1 },"
        )
        session, _, lost = result_of(text)
        assert session == MEETING
        assert [told for _, told in lost] == [CUT_OFF]


class TestBytes:
    def test_bytes_that_are_no_text_are_shown_as_such(self) -> None:
        data = changed("Twee weken één thema", "Twee weken @ thema").encode()
        session, _, lost = result_of(data.replace(b"@", b"\xe9\x07"))
        assert session.ideas[2].text == "Twee weken \ufffd\ufffd thema"
        assert lost == [(line_with(TEXT, "Twee weken"), FFFD)]

    def test_line_ends_and_the_mark_of_notepad_are_no_loss(self) -> None:
        data = b"\xef\xbb\xbf" + changed("extra = 1", "extra").replace("\n", "\r\n").encode()
        session, _, lost = result_of(data)
        assert session.plans == MEETING.plans
        assert [told for _, told in lost] == [UNCLEAR]

    def test_a_file_in_utf_16_is_read_too(self) -> None:
        session, _, lost = result_of(TEXT.encode("utf-16"))
        assert session == MEETING
        told = "The file was saved as UTF-16: the copy is UTF-8, as it should be."
        assert lost == [(1, told)]


class TestWhatASessionNeeds:
    def test_it_comes_from_the_file_s_name_where_it_is_gone(self) -> None:
        session, _, lost = result_of(TEXT[TEXT.index("school") :], "2026-11-21-onderbouw")
        assert session == replace(MEETING, id="2026-11-21-onderbouw")
        assert lost == [
            (None, "“schema” can't be read: it's now 1."),
            (None, "“id” can't be read: it's now 2026-11-21-onderbouw."),
            (None, "“date” can't be read: it's now 2026-11-21."),
        ]

    def test_it_is_filled_in_where_it_makes_no_sense(self) -> None:
        text = TEXT.replace("schema = 1", "schema = 0").replace('"0198c1d2a4f07e4b"', '" "')
        session, _, lost = result_of(
            text.replace("date = 2026-11-21", "date = true", 1), "2026-11-20"
        )
        assert (session.id, session.date) == ("2026-11-20", dt.date(2026, 11, 20))
        assert [line for line, _ in lost] == [1, 2, 3]

    def test_a_name_of_nothing_visible_makes_no_id(self) -> None:
        assert result_of(TEXT.replace("id = ", "i d = ", 1), "\n\x07").session.id == "repaired"

    def test_without_any_date_the_user_is_asked_for_it(self) -> None:
        with pytest.raises(Unreadable, match="put it in front of the file's name"):
            repaired(TEXT[TEXT.index("school") :].encode(), "lezen")

    @pytest.mark.parametrize(
        "data", [b"", b"\0" * 4096, b"PK\x03\x04" + bytes(range(256)), b"Beste team,\n\nGroet!\n"]
    )
    def test_a_file_with_nothing_of_a_session_can_t_be_repaired(self, data: bytes) -> None:
        with pytest.raises(Unreadable, match=r"^Nothing in this file can be read as a session\.$"):
            repaired(data, NAME)

    def test_a_newer_file_is_left_to_a_newer_teamflow(self) -> None:
        with pytest.raises(Unreadable) as caught:
            repaired(TEXT.replace("schema = 1", "schema = 2").encode(), NAME)
        (problem,) = caught.value.problems
        assert problem.line == 1
        assert problem.told(str) == "This file was made by a newer teamflow: schema 2."

    def test_groups_without_end_are_refused(self) -> None:
        header, key = f"[{'.'.join('a' * 19)}]", ".".join("b" * 19)
        with pytest.raises(Unreadable, match="nested too deeply"):
            repaired(f"{TEXT}\n{header}\n{key} = 1\nx\n".encode(), NAME)


class TestTheCopy:
    @pytest.fixture
    def damaged(self, tmp_path: Path) -> Path:
        file = tmp_path / f"{NAME}.toml"
        file.write_text(changed("extra = 1", "extra = 1.5"), encoding="utf-8")
        return file

    def test_stands_beside_the_file_which_is_as_it_was(self, damaged: Path) -> None:
        before = damaged.read_bytes()
        done = repair(damaged)
        assert done is not None
        assert done.copy == damaged.with_name(f"{NAME} (repaired).toml")
        assert Folder(damaged.parent).load(done.copy).version == SAVED
        assert [(problem.file, problem.line) for problem in done.lost] == [
            (damaged, line_with(damaged.read_text(encoding="utf-8"), "1.5"))
        ]
        assert damaged.read_bytes() == before

    def test_takes_the_name_of_nothing_else(self, damaged: Path) -> None:
        other = damaged.with_name(f"{NAME} (repaired).toml")
        other.write_text("van iemand anders")
        damaged.with_name(f"{NAME} (repaired)-2.toml").mkdir()
        done = repair(damaged)
        assert done is not None
        assert done.copy.name == f"{NAME} (repaired)-3.toml"
        assert other.read_text() == "van iemand anders"

    def test_is_made_once(self, damaged: Path) -> None:
        first = repair(damaged)
        assert repair(damaged) == first
        assert len(list(damaged.parent.iterdir())) == 2

    def test_isn_t_made_of_a_file_that_can_be_read(self, damaged: Path) -> None:
        damaged.write_text(TEXT, encoding="utf-8")
        assert repair(damaged) is None
        assert list(damaged.parent.iterdir()) == [damaged]

    def test_isn_t_made_of_nothing(self, tmp_path: Path) -> None:
        with pytest.raises(Unreadable) as caught:
            repair(tmp_path / "weg.toml")
        (problem,) = caught.value.problems
        assert problem.file == tmp_path / "weg.toml"

    def test_that_can_t_be_written_is_told(
        self, damaged: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object) -> Path:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(atomic, "create", full)
        with pytest.raises(Unsaved, match="The disk is full"):
            repair(damaged)

    def test_is_made_of_the_largest_file_that_is_read(self, damaged: Path) -> None:
        rest = b"\0" * (reading.LARGEST - damaged.stat().st_size)
        damaged.write_bytes(damaged.read_bytes() + rest)
        assert repair(damaged) is not None

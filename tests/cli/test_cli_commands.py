"""The commands as they're typed: what they print, and how they end."""

import datetime as dt
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from commands import Laptop, Ran
from strategies import MEETING, SAVED
from teamflow import __version__
from teamflow.export import FORMS, suffixes
from teamflow.locale import catalogue
from teamflow.store.folder import Folder

SUFFIXES = suffixes()
QUESTION = "Hoe helpen we meer kinderen in groep 6 om een tekst écht te begrijpen?"


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    return Laptop(tmp_path)


class TestHelp:
    def test_the_version_is_told_wherever_it_s_asked(self, laptop: Laptop) -> None:
        told = Ran(0, f"teamflow {__version__}\n", "")
        assert laptop.runs("--version") == told
        assert laptop.runs("list", "--version") == told

    @pytest.mark.parametrize(
        ("language", "usage", "about"),
        [("en", "usage: ", "options:"), ("nl", "gebruik: ", "opties:")],
    )
    def test_help_is_in_the_language_asked(
        self, laptop: Laptop, language: str, usage: str, about: str
    ) -> None:
        ran = laptop.runs("--help", "--lang", language)
        assert ran.code == 0
        assert ran.out.startswith(usage)
        assert about in ran.out

    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_help_fits_a_small_terminal(self, laptop: Laptop, language: str) -> None:
        told = laptop.runs("--lang", language, "--help").out.splitlines()
        assert [line for line in told if len(line) > 80] == []
        assert len(told) <= 24

    def test_a_command_has_help_of_its_own(self, laptop: Laptop) -> None:
        ran = laptop.runs("export", "--help")
        assert ran.code == 0
        assert "--to FILE.pdf" in ran.out
        assert "pdf, docx, html, md, txt, ics, csv, json" in " ".join(ran.out.split())

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (["fly"], "'fly' (choose from"),
            (["show"], "the following arguments are required: SESSION. For help: teamflow show -"),
            (["list", "extra"], "unrecognized arguments: extra"),
            (["list", "--lang", "fr"], "argument --lang: invalid choice: 'fr'"),
            (["--sessions"], "argument --sessions: expected one argument"),
            (["export", "x"], "required: --to"),
            (["--fly"], "--fly"),
        ],
    )
    def test_what_isn_t_understood_is_told_in_one_line(
        self, laptop: Laptop, arguments: list[str], told: str
    ) -> None:
        ran = laptop.runs(*arguments)
        assert (ran.code, ran.out) == (2, "")
        assert told in ran.err
        assert ran.err.count("\n") == 1

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (["show"], "the following arguments are required: %s"),
            (["list", "extra"], "unrecognized arguments: %s"),
            (["--sessions"], "expected one argument"),
        ],
    )
    def test_it_is_told_in_dutch_as_well(
        self, laptop: Laptop, arguments: list[str], told: str
    ) -> None:
        ran = laptop.runs(*arguments, LANG="nl_NL.UTF-8")
        dutch = catalogue("nl").gettext(told)
        assert ran.code == 2
        assert dutch != told
        assert dutch.removesuffix("%s") in ran.err

    def test_what_was_typed_can_t_steer_the_terminal(self, laptop: Laptop) -> None:
        ran = laptop.runs("list", "\x1b[31mrood\x07")
        assert ran.code == 2
        assert "\x1b" not in ran.err
        assert "rood" in ran.err


class TestLanguage:
    @pytest.mark.parametrize(
        ("environ", "told"),
        [
            ({"LANG": "nl_NL.UTF-8"}, "Nog geen"),
            ({"LANG": "nl_BE"}, "Nog geen"),
            ({"LANG": "de_DE.UTF-8"}, "No sessions"),
            ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "nl_NL"}, "Nog geen"),
            ({"LANG": "nl_NL.UTF-8", "LC_ALL": "C"}, "No sessions"),
        ],
    )
    def test_the_system_s_language_is_spoken(
        self, laptop: Laptop, environ: dict[str, str], told: str
    ) -> None:
        assert laptop.runs("list", **environ).out.startswith(told)

    def test_the_settings_go_before_the_system(self, laptop: Laptop) -> None:
        laptop.settings.parent.mkdir(parents=True)
        laptop.settings.write_text('language = "nl"\n')
        assert laptop.runs("list", LANG="en_GB.UTF-8").out.startswith("Nog geen")

    @pytest.mark.parametrize("where", ["before", "after"])
    def test_the_option_goes_before_the_settings(self, laptop: Laptop, where: str) -> None:
        laptop.settings.parent.mkdir(parents=True)
        laptop.settings.write_text('language = "nl"\n')
        asked = ["--lang=en", "list"] if where == "before" else ["list", "--lang", "en"]
        assert laptop.runs(*asked).out.startswith("No sessions")

    def test_settings_that_can_t_be_read_are_no_obstacle(self, laptop: Laptop) -> None:
        laptop.settings.parent.mkdir(parents=True)
        laptop.settings.write_bytes(b"\xff\x00")
        assert laptop.runs("list").code == 0


class TestList:
    def test_without_sessions_it_names_the_folder(self, laptop: Laptop) -> None:
        ran = laptop.runs("list")
        assert (ran.code, ran.err) == (0, "")
        assert str(laptop.sessions) in ran.out

    def test_each_session_is_told_with_its_question(self, laptop: Laptop) -> None:
        laptop.has("lezen", "rekenen")
        told = laptop.runs("list").out
        assert "2026-11-21-onderbouw-lezen · Onderbouw · " in told
        assert told.count(QUESTION) == 2

    def test_a_session_that_goes_on_is_told_with_its_phase(self, laptop: Laptop) -> None:
        laptop.has_file("2026-01-01-x.toml", 'schema = 1\nid = "x"\ndate = 2026-01-01\n')
        assert "2026-01-01-x · Question" in laptop.runs("list").out

    def test_one_that_can_t_be_read_is_told_with_line_and_reason(self, laptop: Laptop) -> None:
        laptop.has("lezen")
        laptop.has_file("2026-01-01-x.toml", 'schema = 1\nid = "x"\ndate = "gisteren"\n')
        ran = laptop.runs("list")
        assert ran.code == 0
        assert "2026-01-01-x · can't be read\n  line 3: “date” must be a date" in ran.out

    def test_the_folder_can_be_given_before_the_verb_or_after(
        self, laptop: Laptop, tmp_path: Path
    ) -> None:
        laptop.has("lezen")
        elsewhere = str(tmp_path / "elders")
        for asked in (["--sessions", elsewhere, "list"], ["list", "--sessions", elsewhere]):
            assert laptop.runs(*asked).out == f"No sessions in {elsewhere} yet.\n"

    def test_the_environment_can_name_the_folder(self, laptop: Laptop, tmp_path: Path) -> None:
        ran = laptop.runs("list", TEAMFLOW_SESSIONS=str(tmp_path / "elders"))
        assert ran.out == f"No sessions in {tmp_path / 'elders'} yet.\n"

    def test_for_programs_each_session_has_these_keys(self, laptop: Laptop) -> None:
        (file,) = laptop.has("lezen")
        ran = laptop.runs("list", "--json")
        assert ran.code == 0
        (entry,) = json.loads(ran.out)
        assert entry.pop("state") in ("to_evaluate", "overdue")  # that day will pass
        assert [entry] == [
            {
                "id": MEETING.id,
                "file": str(file),
                "copy_of": None,
                "date": "2026-11-21",
                "team": "Onderbouw",
                "question": QUESTION,
                "phase": "close",
                "chosen": ["Hardop denkend voordoen bij elke tekst"],
                "outcome": None,
                "evaluation_date": "2026-12-21",
                "readable": True,
                "problem": None,
            }
        ]

    def test_for_programs_an_unreadable_one_has_the_same_keys(self, laptop: Laptop) -> None:
        file = laptop.has_file("2026-01-01-x.toml", "schema = ")
        (entry,) = json.loads(laptop.runs("list", "--json").out)
        assert entry.pop("problem").startswith("line 1: ")
        assert entry == {
            "id": "",
            "file": str(file),
            "copy_of": None,
            "date": None,
            "team": "",
            "question": "",
            "phase": "",
            "chosen": [],
            "state": "unreadable",
            "outcome": None,
            "evaluation_date": None,
            "readable": False,
        }

    def test_without_sessions_programs_get_an_empty_list(self, laptop: Laptop) -> None:
        assert json.loads(laptop.runs("list", "--json").out) == []


class TestShow:
    @pytest.mark.parametrize(
        ("language", "title"),
        [("en", "1. Our learning point / goal"), ("nl", "1. Ons leerpunt / doel")],
    )
    def test_the_form_is_printed(self, laptop: Laptop, language: str, title: str) -> None:
        laptop.has("lezen")
        ran = laptop.runs("show", "lezen", "--lang", language)
        assert (ran.code, ran.err) == (0, "")
        assert title in ran.out
        assert QUESTION in ran.out

    def test_any_part_of_a_name_an_id_and_a_file_will_do(self, laptop: Laptop) -> None:
        (file,) = laptop.has("lezen")
        for word in ("lez", MEETING.id, str(file), file.name, file.stem):
            assert laptop.runs("show", word).code == 0

    def test_an_ambiguous_word_lists_what_it_can_be(self, laptop: Laptop) -> None:
        laptop.has("lezen", "rekenen")
        ran = laptop.runs("show", "onderbouw")
        assert (ran.code, ran.out) == (2, "")
        assert "  2026-11-21-onderbouw-lezen\n" in ran.err
        assert "  2026-11-21-onderbouw-rekenen\n" in ran.err

    def test_an_unknown_word_is_told(self, laptop: Laptop) -> None:
        ran = laptop.runs("show", "gymnastiek")
        assert (ran.code, ran.out) == (2, "")
        assert "“gymnastiek”" in ran.err

    def test_a_word_as_long_as_a_book_is_unknown_too(self, laptop: Laptop) -> None:
        assert laptop.runs("show", "x" * 5000).code == 2

    def test_a_broken_file_is_told_with_all_that_is_wrong(self, laptop: Laptop) -> None:
        file = laptop.has_file("2026-01-01-x.toml", 'schema = 1\nid = 3\ndate = "gisteren"\n')
        ran = laptop.runs("show", "2026-01-01")
        assert (ran.code, ran.out) == (1, "")
        assert f"{file}:2: " in ran.err
        assert f"{file}:3: " in ran.err


class TestExport:
    @pytest.mark.parametrize("name", ["formulier.md", "formulier.txt", "FORMULIER.MD"])
    def test_the_form_is_written(self, laptop: Laptop, name: str) -> None:
        laptop.has("lezen")
        ran = laptop.runs("export", "lezen", "--to", name)
        assert ran == Ran(0, f"Written: {name}\n", "")
        assert QUESTION in (laptop.here / name).read_text(encoding="utf-8")

    def test_the_form_is_in_the_language_asked(self, laptop: Laptop) -> None:
        laptop.has("lezen")
        laptop.runs("export", "lezen", "--to", "f.md", "--lang", "nl")
        assert "Ons leerpunt / doel" in (laptop.here / "f.md").read_text(encoding="utf-8")

    def test_a_file_that_is_there_stays_unless_forced(self, laptop: Laptop) -> None:
        laptop.has("lezen")
        file = laptop.here / "f.md"
        file.write_text("van mij")
        ran = laptop.runs("export", "lezen", "--to", "f.md")
        assert (ran.code, file.read_text()) == (2, "van mij")
        assert "--force" in ran.err
        assert laptop.runs("export", "lezen", "--to", "f.md", "--force").code == 0
        assert file.read_text(encoding="utf-8") != "van mij"

    @pytest.mark.parametrize("name", ["f.doc", "f", "f.toml"])
    def test_an_unknown_kind_of_file_is_told_with_the_known_ones(
        self, laptop: Laptop, name: str
    ) -> None:
        laptop.has("lezen")
        ran = laptop.runs("export", "lezen", "--to", name)
        assert ran.code == 2
        assert "Known are: .pdf, .docx, .html, .md, .txt, .ics, .csv, .json." in ran.err
        assert not (laptop.here / name).exists()

    def test_a_folder_that_isn_t_there_is_told(self, laptop: Laptop) -> None:
        laptop.has("lezen")
        ran = laptop.runs("export", "lezen", "--to", "weg/f.md")
        assert ran == Ran(1, "", "weg/f.md can't be written: there is no such folder.\n")

    def test_a_name_that_is_too_long_is_told(self, laptop: Laptop) -> None:
        laptop.has("lezen")
        ran = laptop.runs("export", "lezen", "--to", f"{'x' * 5000}.md")
        assert ran.code == 1
        assert "can't be written (ENAMETOOLONG)" in ran.err

    def test_an_unknown_session_writes_nothing(self, laptop: Laptop) -> None:
        assert laptop.runs("export", "niets", "--to", "f.md").code == 2
        assert not (laptop.here / "f.md").exists()

    @pytest.mark.parametrize("suffix", SUFFIXES)
    def test_each_known_kind_of_file_is_made(self, laptop: Laptop, suffix: str) -> None:
        laptop.has("lezen")
        assert laptop.runs("export", "lezen", "--to", f"f{suffix}").code == 0
        assert (laptop.here / f"f{suffix}").stat().st_size > 100

    def test_into_a_folder_goes_a_pdf_under_the_session_s_own_name(self, laptop: Laptop) -> None:
        (file,) = laptop.has("lezen")
        assert laptop.runs("export", "lezen", "--to", ".").code == 0
        assert laptop.runs("export", "lezen", "--to", ".", "--as", "txt").code == 0
        assert (laptop.here / f"{file.stem}.pdf").exists()
        assert (laptop.here / f"{file.stem}.txt").exists()

    def test_the_leader_reads_what_was_agreed_and_the_team_all_of_it(self, laptop: Laptop) -> None:
        laptop.has("lezen")
        laptop.runs("export", "lezen", "--to", "leider.md")
        laptop.runs("export", "lezen", "--to", "team.md", "--for", "team")
        leader, team = (
            (laptop.here / f"{name}.md").read_text(encoding="utf-8") for name in ("leider", "team")
        )
        assert "Twee weken één thema" in team
        assert "Twee weken één thema" not in leader

    @pytest.mark.parametrize(
        "arguments", [["--to", "."], ["x", "--all", "--to", "."], ["x", "--team", "y", "--to", "."]]
    )
    def test_one_session_or_all_of_them(self, laptop: Laptop, arguments: list[str]) -> None:
        ran = laptop.runs("export", *arguments)
        assert (ran.code, ran.out) == (2, "")
        assert "--all" in ran.err

    def test_the_leader_s_data_is_what_was_agreed_and_the_team_s_is_all(
        self, laptop: Laptop
    ) -> None:
        laptop.has("lezen")
        laptop.runs("export", "lezen", "--to", "team.csv")
        laptop.runs("export", "lezen", "--to", "leider.csv", "--for", "leader")
        assert "Twee weken" in (laptop.here / "team.csv").read_text(encoding="utf-8")
        assert "Twee weken" not in (laptop.here / "leider.csv").read_text(encoding="utf-8")

    def test_a_kind_beside_a_file_is_told(self, laptop: Laptop) -> None:
        laptop.has("lezen")
        ran = laptop.runs("export", "lezen", "--to", "f.pdf", "--as", "docx")
        assert (ran.code, ran.out) == (2, "")
        assert "--as goes with a folder" in ran.err

    def test_where_a_library_is_missing_the_other_kinds_are_named(self, laptop: Laptop) -> None:
        laptop.has("lezen")
        laptop.lacks("typst")
        ran = laptop.runs("export", "lezen", "--to", "f.pdf")
        assert (ran.code, ran.out) == (1, "")
        assert ".pdf files can't be made on this computer. What can be made: .docx" in ran.err
        assert laptop.runs("form", "--to", "f.pdf") == Ran(1, "", ran.err)


class TestExportAll:
    def test_every_session_is_written_under_its_own_name(self, laptop: Laptop) -> None:
        files = laptop.has("lezen", "rekenen")
        ran = laptop.runs("export", "--all", "--to", "uit/2026", "--as", "md")
        assert ran == Ran(0, "2 files written in uit/2026\n", "")
        made = {file.name for file in (laptop.here / "uit" / "2026").iterdir()}
        assert made == {f"{file.stem}.md" for file in files}

    def test_one_that_can_t_be_read_is_told_at_the_end_and_the_rest_is_written(
        self, laptop: Laptop
    ) -> None:
        laptop.has("lezen", "rekenen")
        broken = laptop.has_file("2026-11-20-stuk.toml", "geen toml\n")
        ran = laptop.runs("export", "--all", "--to", "uit", "--as", "md")
        assert (ran.code, ran.out) == (1, "2 files written in uit\n")
        assert ran.err.startswith(f"1 session wasn't exported:\n{broken}:1: ")

    def test_what_is_there_already_stays_unless_forced(self, laptop: Laptop) -> None:
        (file,) = laptop.has("lezen")
        mine = laptop.here / f"{file.stem}.md"
        mine.write_text("van mij")
        assert laptop.runs("export", "--all", "--to", ".", "--as", "md").code == 1
        assert mine.read_text() == "van mij"
        assert laptop.runs("export", "--all", "--to", ".", "--as", "md", "--force").code == 0
        assert mine.read_text() != "van mij"

    def test_the_sessions_of_one_team_since_a_day(self, laptop: Laptop) -> None:
        folder = Folder(laptop.sessions)
        for team, month in (("Onderbouw", 9), ("Onderbouw", 11), ("Bovenbouw", 11)):
            day = MEETING.date.replace(month=month)
            folder.create(replace(MEETING, team=team, date=day), SAVED)
        ran = laptop.runs(
            *("export", "--all", "--to", "uit", "--as", "md"),
            *("--team", "onderbouw", "--since", "2026-10-01"),
        )
        assert ran.code == 0
        (made,) = (laptop.here / "uit").iterdir()
        assert made.name.startswith("2026-11-21-onderbouw")

    def test_a_day_without_a_year_lies_behind_us(self, laptop: Laptop) -> None:
        tomorrow = dt.datetime.now(dt.UTC).date() + dt.timedelta(days=2)
        last_year = tomorrow.replace(year=tomorrow.year - 1, day=min(tomorrow.day, 28))
        Folder(laptop.sessions).create(replace(MEETING, date=last_year), SAVED)
        since = f"{last_year.day}-{last_year.month}"
        ran = laptop.runs("export", "--all", "--to", "uit", "--as", "md", "--since", since)
        assert ran.out == "1 file written in uit\n"

    def test_where_there_is_nothing_to_export_no_folder_is_made(self, laptop: Laptop) -> None:
        laptop.has("lezen")
        ran = laptop.runs("export", "--all", "--to", "uit", "--team", "Kleuters")
        assert (ran.code, ran.out) == (1, "")
        assert "nothing to export" in ran.err
        assert not (laptop.here / "uit").exists()

    def test_what_isn_t_a_day_is_told(self, laptop: Laptop) -> None:
        ran = laptop.runs("export", "--all", "--to", "uit", "--since", "ooit")
        assert (ran.code, ran.out) == (2, "")
        assert "“ooit” isn't a day" in ran.err

    def test_an_unknown_kind_is_told_with_the_known_ones(self, laptop: Laptop) -> None:
        ran = laptop.runs("export", "--all", "--to", "uit", "--as", "odt")
        assert ran.code == 2
        assert ".pdf, .docx" in ran.err

    def test_a_file_in_the_folder_s_place_is_told(self, laptop: Laptop) -> None:
        laptop.has("lezen")
        (laptop.here / "uit").write_text("geen map")
        ran = laptop.runs("export", "--all", "--to", "uit/hier")
        assert (ran.code, ran.out) == (1, "")
        assert "uit/hier can't be written" in ran.err

    def test_who_looks_on_sees_how_far_it_is(self, laptop: Laptop) -> None:
        laptop.has("lezen")
        told = laptop.watches("export", "--all", "--to", "uit", "--as", "md", "--lang", "nl")
        assert "Exporteren" in told
        assert "100%" in told


class TestForm:
    def test_the_empty_form_is_printed(self, laptop: Laptop) -> None:
        ran = laptop.runs("form", "--lang", "nl")
        assert (ran.code, ran.err) == (0, "")
        assert "Ons leerpunt / doel" in ran.out
        assert "School" + " " * 6 + "_" * 20 in ran.out

    @pytest.mark.parametrize("suffix", FORMS)
    def test_it_is_made_in_every_kind_that_shows_a_page(self, laptop: Laptop, suffix: str) -> None:
        ran = laptop.runs("form", "--to", f"blanco{suffix}")
        assert ran == Ran(0, f"Written: blanco{suffix}\n", "")
        assert (laptop.here / f"blanco{suffix}").stat().st_size > 100

    def test_a_kind_that_shows_no_page_is_refused(self, laptop: Laptop) -> None:
        ran = laptop.runs("form", "--to", "blanco.ics")
        assert ran.code == 2
        assert "Known are: .pdf, .docx, .html, .md, .txt." in ran.err

    def test_a_file_that_is_there_stays_unless_forced(self, laptop: Laptop) -> None:
        (laptop.here / "f.md").write_text("van mij")
        assert laptop.runs("form", "--to", "f.md").code == 2
        assert laptop.runs("form", "--to", "f.md", "--force").code == 0

    def test_prefilled_it_has_the_names_of_last_time_and_today(self, laptop: Laptop) -> None:
        laptop.has("lezen")
        today = dt.datetime.now(dt.UTC).astimezone().date()
        told = laptop.runs("form", "--prefilled").out
        for known in ("De Regenboog", "Onderbouw", "Fatima, Joost, Anneke", str(today.year)):
            assert known in told

    def test_the_first_time_only_today_can_be_filled_in(self, laptop: Laptop) -> None:
        told = laptop.runs("form", "--prefilled")
        assert told.code == 0
        assert "School" + " " * 3 + "_" * 20 in told.out


class TestCheck:
    def test_sessions_in_order_are_counted(self, laptop: Laptop) -> None:
        assert laptop.runs("check") == Ran(0, "0 sessions, no problems.\n", "")
        laptop.has("lezen")
        assert laptop.runs("check") == Ran(0, "1 session, no problems.\n", "")
        laptop.has("rekenen")
        assert laptop.runs("check") == Ran(0, "2 sessions, no problems.\n", "")
        assert laptop.runs("check", LANG="nl_NL").out.startswith("2 bijeenkomsten")

    def test_every_problem_is_told_with_its_line(self, laptop: Laptop) -> None:
        laptop.has("lezen")
        one = laptop.has_file("2026-01-01-x.toml", 'schema = 1\nid = 3\ndate = "gisteren"\n')
        two = laptop.has_file("2026-01-02-x.toml", "schema = 9\n")
        ran = laptop.runs("check")
        assert (ran.code, ran.err) == (1, "")
        places = [line.partition(": ")[0] for line in ran.out.splitlines()]
        assert sorted(places) == sorted([f"{one}:2", f"{one}:3", f"{two}:1"])

    def test_the_files_to_check_can_be_named(self, laptop: Laptop) -> None:
        (good,) = laptop.has("lezen")
        bad = laptop.has_file("2026-01-01-x.toml", "schema = ")
        assert laptop.runs("check", str(good)) == Ran(0, "1 session, no problems.\n", "")
        assert laptop.runs("check", str(good), str(bad)).code == 1

    def test_a_file_that_isn_t_there_is_a_problem(self, laptop: Laptop) -> None:
        ran = laptop.runs("check", "weg.toml")
        assert (ran.code, ran.out) == (1, "weg.toml: The file isn't there any more.\n")


class TestSchema:
    def test_the_schema_is_json(self, laptop: Laptop) -> None:
        ran = laptop.runs("schema")
        assert (ran.code, ran.err) == (0, "")
        assert "ideas" in json.loads(ran.out)["properties"]


class TestWithoutATerminal:
    @pytest.mark.parametrize("arguments", [[], ["new"], ["open"], ["open", "x"], ["rehearse"]])
    def test_what_needs_a_screen_says_so_in_one_line(
        self, laptop: Laptop, arguments: list[str]
    ) -> None:
        ran = laptop.runs(*arguments)
        assert (ran.code, ran.out) == (2, "")
        assert "needs a terminal" in ran.err
        assert ran.err.count("\n") == 1

    def test_it_says_so_in_dutch(self, laptop: Laptop) -> None:
        ran = laptop.runs(LANG="nl_NL.UTF-8")
        assert ran.err.startswith("teamflow heeft hier een terminal nodig")


class TestHostileSurroundings:
    def test_names_that_would_steer_the_terminal_are_written_out(self, laptop: Laptop) -> None:
        laptop.has_file("2026-01-01-\x1b[31m\u202e.toml", "schema = ")
        for command in ("list", "check"):
            told = laptop.runs(command).out
            assert "2026-01-01-\\x1b[31m\\u202e" in told
            assert "\x1b" not in told

    @pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
    def test_a_name_that_isn_t_utf_8_can_be_listed_checked_and_shown(self, laptop: Laptop) -> None:
        (file,) = laptop.has("lezen")
        name = os.fsencode(laptop.sessions) + b"/2026-01-01-\xff.toml"
        os.rename(os.fsencode(file), name)  # noqa: PTH104 - a Path can't be made from bytes
        assert "2026-01-01-\\udcff" in laptop.runs("list").out
        (entry,) = json.loads(laptop.runs("list", "--json").out)
        assert os.fsencode(entry["file"]) == name
        assert laptop.runs("check").code == 0
        assert laptop.runs("show", name).code == 0
        assert laptop.runs("export", name, "--to", b"\xff.md").out == "Written: \\udcff.md\n"

    def test_an_output_that_knows_ascii_only_gets_escapes(self, laptop: Laptop) -> None:
        laptop.has("lezen")
        ran = laptop.runs("show", "lezen", PYTHONIOENCODING="ascii")
        assert ran.code == 0
        assert "tekst \\xe9cht" in ran.out
        assert "+- 1. Our learning point" in ran.out

    @pytest.mark.skipif(sys.platform == "win32", reason="pipes end in another way there")
    @pytest.mark.parametrize("arguments", [["schema"], ["--help"], ["--version"]])
    def test_a_reader_that_goes_away_is_no_trouble(
        self, laptop: Laptop, arguments: list[str]
    ) -> None:
        reading, writing = os.pipe()
        os.close(reading)
        ran = subprocess.run(
            [sys.executable, "-m", "teamflow", *arguments],
            env=laptop.environ,
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
        )
        os.close(writing)
        assert (ran.returncode, ran.stderr) == (0, b"")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
    def test_an_output_that_is_full_is_told(self, laptop: Laptop) -> None:
        with Path("/dev/full").open("wb") as full:
            ran = subprocess.run(
                [sys.executable, "-m", "teamflow", "schema"],
                env=laptop.environ,
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
            )
        assert ran.returncode == 1
        assert ran.stderr == b"The output can't be written (ENOSPC).\n"

    @pytest.mark.skipif(sys.platform == "win32", reason="a folder in use can't be removed there")
    def test_a_working_folder_that_is_gone_is_told(self, laptop: Laptop, tmp_path: Path) -> None:
        gone = tmp_path / "weg"
        gone.mkdir()
        ran = subprocess.run(
            ["/bin/sh", "-c", 'rmdir "$PWD" && exec "$0" -m teamflow list', sys.executable],
            cwd=gone,
            env=laptop.environ,
            capture_output=True,
            check=False,
        )
        assert ran.returncode == 2
        assert ran.stderr.startswith(b"The folder you're in no longer exists")

    def test_a_file_in_the_place_of_the_folder_is_told(self, laptop: Laptop) -> None:
        file = laptop.here / "bestand"
        file.write_text("")
        ran = laptop.runs("list", "--sessions", str(file))
        assert (ran.code, ran.out) == (1, "")
        assert "This isn't a folder." in ran.err
        assert laptop.runs("check", "--sessions", str(file)).code == 1


class TestStarting:
    """What a start may not import; each is too slow for it."""

    def imported(self, laptop: Laptop, *arguments: str) -> set[str]:
        code = "import sys; from teamflow.cli import main; main(sys.argv[1:]); print(*sys.modules)"
        ran = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            env=laptop.environ,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
        )
        return set(ran.stdout.decode().splitlines()[-1].split())

    def test_the_version_needs_next_to_nothing(self, laptop: Laptop) -> None:
        ours = {name for name in self.imported(laptop, "--version") if "teamflow" in name}
        assert ours == {
            "teamflow", "teamflow.cli", "teamflow.cli.guard", "teamflow.cli.halt",
            "teamflow.cli.terminal",
        }  # fmt: skip
        slow = {"argparse", "gettext", "pathlib", "typing", "dataclasses", "datetime"}
        assert slow & self.imported(laptop, "--version") == set()

    def test_the_home_screen_needs_no_grammar_and_no_records(self, laptop: Laptop) -> None:
        slow = {"argparse", "pydantic", "tomllib", "tomli_w", "json", "textual"}
        assert slow & self.imported(laptop) == set()

from pathlib import Path

import platformdirs
import pytest

from teamflow.store import places


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(platformdirs, "user_documents_path", lambda: tmp_path / "Documenten")
    return tmp_path / "Documenten"


def test_the_option_goes_before_everything(tmp_path: Path) -> None:
    (tmp_path / "sessions").mkdir()
    environ = {"TEAMFLOW_SESSIONS": "/elders"}
    folder = places.sessions_folder(Path("hier"), environ, tmp_path)
    assert folder == tmp_path / "hier"


def test_an_absolute_option_is_taken_as_it_is(tmp_path: Path) -> None:
    assert places.sessions_folder(tmp_path / "a", {}, Path("/b")) == tmp_path / "a"


def test_the_environment_goes_before_a_folder_that_happens_to_be_here(tmp_path: Path) -> None:
    (tmp_path / "sessions").mkdir()
    environ = {"TEAMFLOW_SESSIONS": "school"}
    assert places.sessions_folder(None, environ, tmp_path) == tmp_path / "school"


def test_a_tilde_in_the_environment_is_the_home_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    environ = {"TEAMFLOW_SESSIONS": "~/school"}
    assert places.sessions_folder(None, environ, Path("/hier")) == tmp_path / "school"


def test_the_setting_goes_before_a_folder_that_happens_to_be_here(tmp_path: Path) -> None:
    (tmp_path / "sessions").mkdir()
    chosen = str(tmp_path / "gekozen")
    assert places.sessions_folder(None, {}, tmp_path, chosen) == tmp_path / "gekozen"


def test_the_command_line_and_the_environment_go_before_the_setting(tmp_path: Path) -> None:
    environ = {"TEAMFLOW_SESSIONS": "school"}
    folder = places.sessions_folder(None, environ, tmp_path, "/gekozen")
    assert folder == tmp_path / "school"
    assert places.sessions_decided_by(None, environ) == "TEAMFLOW_SESSIONS"
    folder = places.sessions_folder(Path("hier"), environ, tmp_path, "/gekozen")
    assert folder == tmp_path / "hier"
    assert places.sessions_decided_by(Path("hier"), environ) == "--sessions"
    assert places.sessions_decided_by(None, {"TEAMFLOW_SESSIONS": ""}) == ""


@pytest.mark.parametrize("written", ["~/school", "school", "{home}/school"])
def test_a_folder_that_is_not_written_whole_begins_at_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert places.whole(written.format(home=tmp_path)) == tmp_path / "school"


def test_a_folder_that_can_be_made_is_made_and_nothing_is_left_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "school" / "teamflow"
    for _time in range(2):
        places.prove(folder)
        assert list(folder.iterdir()) == []


def test_a_folder_that_is_a_file_is_none(tmp_path: Path) -> None:
    (tmp_path / "school").write_text("a file")
    with pytest.raises(FileExistsError):
        places.prove(tmp_path / "school")
    with pytest.raises(NotADirectoryError):
        places.prove(tmp_path / "school" / "teamflow")


def test_a_folder_named_sessions_is_used_where_it_exists(tmp_path: Path) -> None:
    (tmp_path / "sessions").mkdir()
    folder = places.sessions_folder(None, {"TEAMFLOW_SESSIONS": ""}, tmp_path)
    assert folder == tmp_path / "sessions"


def test_otherwise_sessions_are_in_the_documents(tmp_path: Path, documents: Path) -> None:
    (tmp_path / "sessions").write_text("a file")
    assert places.sessions_folder(None, {}, tmp_path) == documents / "Teamflow"


def test_state_settings_and_log_are_where_the_system_wants_them() -> None:
    assert places.state_folder() == platformdirs.user_state_path("teamflow", appauthor=False)
    config = platformdirs.user_config_path("teamflow", appauthor=False)
    assert places.settings_file() == config / "settings.toml"
    log = platformdirs.user_log_path("teamflow", appauthor=False)
    assert places.log_file() == log / "teamflow.log"

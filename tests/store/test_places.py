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

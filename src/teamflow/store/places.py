"""Where things are kept on this machine."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

VARIABLE: Final = "TEAMFLOW_SESSIONS"
APP: Final = "teamflow"


def sessions_folder(
    option: Path | None, environ: Mapping[str, str], here: Path, setting: str | None = None
) -> Path:
    """The folder of the sessions, absolute; it needn't exist yet.

    `option` (`--sessions`) goes first, then TEAMFLOW_SESSIONS, then the `setting`, then
    `sessions` in `here` where that exists, then a Teamflow folder in the user's documents.
    """
    if option is not None:
        return here / option
    if named := environ.get(VARIABLE):
        return here / _expanded(named)
    if setting is not None:
        return whole(setting)
    if (here / "sessions").is_dir():
        return here / "sessions"
    from platformdirs import user_documents_path  # costs start-up, and is rarely needed

    return user_documents_path() / "Teamflow"


def sessions_decided_by(option: Path | None, environ: Mapping[str, str]) -> str:
    """What goes before the setting: `--sessions`, TEAMFLOW_SESSIONS, or nothing (empty)."""
    if option is not None:
        return "--sessions"
    return VARIABLE if environ.get(VARIABLE) else ""


def whole(folder: str) -> Path:
    """A folder as a user wrote it, absolute: it begins at home unless it says otherwise."""
    return Path(_expanded("~")).absolute() / _expanded(folder)


def prove(folder: Path) -> None:
    """Make sure that sessions can be kept there: make the folder where it isn't there, and try
    to write in it. Raises OSError. A share on the network may take its time: not for a thread
    that draws the screen."""
    from tempfile import TemporaryFile  # only where a folder is chosen

    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryFile(dir=folder):
        pass


def _expanded(path: str) -> str:
    return os.path.expanduser(path)  # noqa: PTH111 - pathlib's raises without a home


def state_folder() -> Path:
    """What the laptop remembers between starts, other than settings."""
    from platformdirs import user_state_path

    return user_state_path(APP, appauthor=False)


def settings_file() -> Path:
    """The settings that a user may also edit by hand."""
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False) / "settings.toml"


def log_file() -> Path:
    """Where unexpected errors are noted; never text of a meeting."""
    from platformdirs import user_log_path

    return user_log_path(APP, appauthor=False) / "teamflow.log"

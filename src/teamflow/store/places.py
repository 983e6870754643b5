"""Where things are kept on this machine."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

VARIABLE: Final = "TEAMFLOW_SESSIONS"
APP: Final = "teamflow"


def sessions_folder(option: Path | None, environ: Mapping[str, str], here: Path) -> Path:
    """The folder of the sessions, absolute; it needn't exist yet.

    `option` (`--sessions`) goes first, then TEAMFLOW_SESSIONS, then `sessions` in `here` where
    that exists, then a Teamflow folder in the user's documents.
    """
    if option is not None:
        return here / option
    if named := environ.get(VARIABLE):
        return here / os.path.expanduser(named)  # noqa: PTH111 - pathlib's raises without a home
    if (here / "sessions").is_dir():
        return here / "sessions"
    from platformdirs import user_documents_path  # costs start-up, and is rarely needed

    return user_documents_path() / "Teamflow"


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

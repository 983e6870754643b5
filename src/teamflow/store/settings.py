"""What a school sets once: a small TOML file that may also be edited by hand."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from teamflow.locale import LANGUAGES
from teamflow.store import atomic, reading
from teamflow.store.faults import (
    EMPTY,
    NOT_AN_OPTION,
    NOT_FLAG,
    NOT_NUMBER,
    NOT_TEXT,
    TOO_HIGH,
    TOO_LOW,
    Fault,
    at_key,
    located,
)
from teamflow.store.problem import Problem, Unreadable

MOST_MINUTES: Final = 600
MOST_DOTS: Final = 10
VOTING: Final = ("dots", "hands")
BELL: Final = ("on", "flash", "off")


@dataclass(frozen=True)
class Settings:
    """How meetings go unless their set-up says otherwise, and how this laptop shows them.

    `think`, `round` and `choose` are minutes; `dots` are what each member has to give; `bell` is
    one of BELL: a gong and a flash, a flash alone, or nothing; `last_minute` rings it at one
    minute left, too. Without `animations` nothing flashes or moves by itself; `ascii` is for
    fonts without block letters. `language` None follows the system, and without a `folder`
    sessions are where `places.sessions_folder` says. `formats` (suffixes without their dots) and
    `reader` say what was last exported, and for whom.
    """

    language: str | None = None
    theme: str = "board"
    think: int = 5
    round: int = 10
    choose: int = 3
    dots: int = 3
    voting: str = "dots"
    attribution: bool = False
    bell: str = "on"
    last_minute: bool = False
    animations: bool = True
    ascii: bool = False
    folder: str | None = None
    formats: str = "pdf"
    reader: str = "leader"


def load_settings(file: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings, and what is wrong with the file: each such setting is at its default.

    Nothing in a file of settings keeps a meeting from starting.
    """
    if not reading.is_file(file):
        return Settings(), ()
    try:
        text = reading.text_of(reading.whole(file))
        values = _today(_parsed(text))
    except Unreadable as unreadable:
        return Settings(), unreadable.at(file).problems
    faults = {key: fault for key in _CHECKS if (fault := _fault(key, values))}
    known = {key: values[key] for key in _CHECKS if key in values and key not in faults}
    problems = located(list(faults.values()), text) if faults else ()
    return Settings(**known), tuple(problem.at(file) for problem in problems)


def save_settings(settings: Settings, file: Path) -> None:
    """Write the settings that differ from the default. Raises OSError.

    Keys in the file that we don't know stay; a file that isn't TOML is kept beside the new one,
    under the name `settings.toml.old`.
    """
    from teamflow.store.layout import document

    file.parent.mkdir(parents=True, exist_ok=True)
    values = {
        key: value for key, value in asdict(settings).items() if value != getattr(Settings, key)
    }
    atomic.write(file, document(values | _unknown(file)).encode())


def _unknown(file: Path) -> dict[str, Any]:
    if not reading.is_file(file):
        return {}
    try:
        values = _parsed(reading.text_of(reading.whole(file)))
    except Unreadable:
        file.replace(file.with_name(f"{file.name}.old"))
        return {}
    return {key: value for key, value in values.items() if key not in _CHECKS}


def _parsed(text: str) -> dict[str, Any]:
    from teamflow.store.parsing import parse  # most laptops have no such file

    return parse(text)


def _today(values: dict[str, Any]) -> dict[str, Any]:
    """What an earlier version wrote, as it's said now: the bell was only on or off."""
    if isinstance(values.get("bell"), bool):
        return values | {"bell": "on" if values["bell"] else "off"}
    return values


def _fault(key: str, values: dict[str, Any]) -> Fault | None:
    return _CHECKS[key](key, values[key]) if key in values else None


Check = Callable[[str, object], Fault | None]


def _text(key: str, value: object) -> Fault | None:
    if not isinstance(value, str):
        return at_key((key,), NOT_TEXT)
    return None if value.strip() else at_key((key,), EMPTY)


def _flag(key: str, value: object) -> Fault | None:
    return None if isinstance(value, bool) else at_key((key,), NOT_FLAG)


def _one_of(*options: str) -> Check:
    def check(key: str, value: object) -> Fault | None:
        known = isinstance(value, str) and value in options
        return None if known else at_key((key,), NOT_AN_OPTION, options=", ".join(options))

    return check


def _up_to(most: int) -> Check:
    def check(key: str, value: object) -> Fault | None:
        if type(value) is not int:
            return at_key((key,), NOT_NUMBER)
        if value < 1:
            return at_key((key,), TOO_LOW, limit=1)
        return at_key((key,), TOO_HIGH, limit=most) if value > most else None

    return check


_CHECKS: Final[dict[str, Check]] = {
    "language": _one_of(*LANGUAGES),
    "theme": _text,
    "think": _up_to(MOST_MINUTES),
    "round": _up_to(MOST_MINUTES),
    "choose": _up_to(MOST_MINUTES),
    "dots": _up_to(MOST_DOTS),
    "voting": _one_of(*VOTING),
    "attribution": _flag,
    "bell": _one_of(*BELL),
    "last_minute": _flag,
    "animations": _flag,
    "ascii": _flag,
    "folder": _text,
    "formats": _text,
    "reader": _one_of("leader", "team"),
}

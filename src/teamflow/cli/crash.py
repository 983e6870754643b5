"""What happens with an error that nobody expected: it goes to the log, and no text with it.

The log holds no text of the meeting: of an error its type and where in the code it was, never
its message, which may quote what somebody typed.
"""

import datetime as dt
import errno
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final

from teamflow import __version__
from teamflow.cli.clock import wall
from teamflow.cli.terminal import visible
from teamflow.locale import _
from teamflow.store.places import log_file

LARGEST: Final = 256 * 1024
"""The log's size in bytes at which its older half goes."""

_MOST_ERRORS: Final = 10
_MOST_FRAMES: Final = 40


def report(
    error: BaseException,
    log: Path | None = None,
    now: Callable[[], dt.datetime] = wall,
) -> Path:
    """Note an error in the log (where that can be done) and return where the log lies."""
    log = log or log_file()
    with suppress(OSError):
        log.parent.mkdir(parents=True, exist_ok=True)
        _append(log, "\n".join(_entry(error, now())) + "\n\n")
    return log


def told(log: Path) -> str:
    """The two lines that the user sees."""
    safe = _("Something went wrong that we didn't foresee. The sessions are safe.")
    more = _("Start again and you carry on right there. The details are in {log}.")
    return f"{safe}\n{more.format(log=visible(log))}"


def _append(log: Path, entry: str) -> None:
    data = entry.encode(errors="backslashreplace")
    before = log.read_bytes() if log.exists() else b""
    if len(before) + len(data) <= LARGEST:
        with log.open("ab") as file:
            file.write(data)
    else:
        _, _, newer = before[-LARGEST // 2 :].partition(b"\n\n")
        log.write_bytes(newer + data)


def _entry(error: BaseException, now: dt.datetime) -> Iterator[str]:
    machine = f"Python {sys.version.split()[0]} {sys.platform}"
    yield f"{now.isoformat(timespec='seconds')} teamflow {__version__} {machine}"
    for each in _all_of(error)[:_MOST_ERRORS]:
        yield f"  {_named(each)}"
        for line in _frames(each.__traceback__)[-_MOST_FRAMES:]:
            yield f"    {line}"


def _all_of(error: BaseException) -> list[BaseException]:
    """The error, what it was made of, and what came before it; each once."""
    found: list[BaseException] = []
    waiting: list[BaseException | None] = [error]
    while waiting:
        each = waiting.pop(0)
        if each is None or any(each is known for known in found):
            continue
        found.append(each)
        waiting += [each.__cause__, each.__context__]
        if isinstance(each, BaseExceptionGroup):
            waiting += each.exceptions
    return found


def _named(error: BaseException) -> str:
    kind = type(error)
    code = errno.errorcode.get(error.errno or 0, "") if isinstance(error, OSError) else ""
    return f"{kind.__module__}.{kind.__qualname__} {code}".rstrip()


def _frames(traceback: TracebackType | None) -> list[str]:
    lines = []
    while traceback is not None:
        code = traceback.tb_frame.f_code
        lines.append(f"{code.co_filename}:{traceback.tb_lineno} {code.co_qualname}")
        traceback = traceback.tb_next
    return lines

"""Bytes and text from files that may be anything."""

import codecs
import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from teamflow.locale import N_
from teamflow.store.problem import Problem, Unreadable

LARGEST: Final = 2 * 2**20
"""Bytes; a long meeting is a hundredth of it."""

_FLAGS: Final = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
_CHUNK: Final = 2**20
_NO_FILE: Final = N_("This isn't a file.")
_TOO_LARGE: Final = N_("The file is larger than {limit} MB: that can't be a session.")
_NOT_UTF8: Final = N_("This line holds a character that isn't UTF-8: save the file as UTF-8.")
_CLOSED: Final = N_("You may not look into this folder.")
_ELSEWHERE: Final = N_("The file can't be read ({error}).")
_WHY: Final = {
    errno.ENOENT: N_("The file isn't there any more."),
    errno.EACCES: N_("You may not read this file."),
    errno.EPERM: N_("You may not read this file."),
    errno.ENOTDIR: N_("This isn't a folder."),
    errno.EIO: N_("The disk can't read this file: it may be damaged."),
    errno.ELOOP: N_("The link goes round in a circle."),
    errno.ENXIO: _NO_FILE,  # a socket
}


def is_file(path: Path | str) -> bool:
    """Whether a file is there; unlike pathlib's it never raises."""
    return os.path.isfile(path)  # noqa: PTH113 - for that very reason


def start_of(path: Path, size: int) -> bytes:
    """The first bytes of a file, at most `size`. Raises Unreadable, also for a file that is
    larger than LARGEST."""
    with _opened(path) as descriptor:
        if os.fstat(descriptor).st_size <= LARGEST:
            return _read(descriptor, size)
    raise _too_large(path)


def whole(path: Path) -> bytes:
    """All bytes of a file, at most LARGEST; of one that is larger none is read. Raises
    Unreadable."""
    with _opened(path) as descriptor:
        if os.fstat(descriptor).st_size <= LARGEST:
            data = _read(descriptor, LARGEST + 1)
            if len(data) <= LARGEST:  # it may have grown, or not have known its size
                return data
    raise _too_large(path)


def _too_large(path: Path) -> Unreadable:
    return Unreadable(Problem(path, None, _TOO_LARGE, {"limit": LARGEST // 2**20}))


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    """A file's descriptor; whatever goes wrong with it, here or inside, is Unreadable."""
    try:
        # Without O_NONBLOCK a named pipe would let us wait for ever.
        descriptor = os.open(path, _FLAGS)
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise Unreadable(Problem(path, None, _NO_FILE, {}))
            yield descriptor
        finally:
            os.close(descriptor)
    except OSError as error:
        raise Unreadable(unread(path, error)) from error


def _read(descriptor: int, size: int) -> bytes:
    start = chunk = os.read(descriptor, min(size, _CHUNK))
    while chunk and len(start) < size:
        chunk = os.read(descriptor, min(size - len(start), _CHUNK))
        start += chunk
    return start


def text_of(data: bytes, *, whole: bool = True) -> str:
    """Bytes as text; the mark that Notepad puts in front goes. Where they aren't the whole of a
    file, the last character may be cut in two and goes as well. Raises Unreadable."""
    try:
        return codecs.utf_8_decode(data.removeprefix(codecs.BOM_UTF8), "strict", whole)[0]
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(Problem(None, line, _NOT_UTF8, {})) from error


def unread(path: Path, error: OSError) -> Problem:
    """Why a file or folder couldn't be read."""
    name = errno.errorcode.get(error.errno or 0, type(error).__name__)
    forbidden = isinstance(error, PermissionError) and path.is_dir()
    reason = _CLOSED if forbidden else _WHY.get(error.errno or 0, _ELSEWHERE)
    return Problem(path, None, reason, {"error": name})

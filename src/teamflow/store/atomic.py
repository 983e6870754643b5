"""A file is replaced as a whole or not at all, and is on the disk before anyone is told so.

The new bytes go to a hidden file beside the old one, are forced to the disk, and take its name;
a process killed halfway leaves the old file as it was, and a hidden one that `sweep` removes.
"""

import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path
from typing import Final

_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_PAUSES: Final = (0.05,) * 4 + (0.1,) * 6  # seconds: most programs let go within one
_CANNOT_SYNC: Final = {errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM, errno.EBADF}


def write(path: Path, data: bytes, *, sleep: Callable[[float], object] = time.sleep) -> None:
    """Replace what `path` holds, or make it. Raises OSError, and then the old file is whole.

    A link stays a link, and a file keeps who may read it. Where another program holds the file
    (Windows), tries again for up to a second: not for a thread that draws the screen.
    """
    path = _target(path)
    with _beside(path, data) as temporary:
        with suppress(OSError):  # a new file has no permissions to keep
            temporary.chmod(stat.S_IMODE(path.stat().st_mode))
        _replace(temporary, path, sleep)
    _sync_folder(path.parent)


def create(folder: Path, names: Iterable[str], data: bytes) -> Path:
    """Make a file under the first of the endless `names` that is free, and say where.

    Raises OSError. Whoever else makes a file at this moment gets another name.
    """
    names = iter(names)
    first = next(names)
    with _beside(folder / first, data) as temporary:
        path = _named(temporary, folder, chain((first,), names))
        try:
            _sync_folder(folder)
        except OSError:
            path.unlink()
            raise
    return path


def move(path: Path, folder: Path, names: Iterable[str]) -> Path:
    """Give a file the first of the endless `names` in `folder` that is free, and say where it
    is. Raises OSError. A process killed halfway leaves it in both places, never in none."""
    target = _named(path, folder, names)
    _sync_folder(folder)
    path.unlink(missing_ok=True)
    return target


def sweep(path: Path) -> None:
    """Remove the half-written neighbours of `path` that a killed process left behind."""
    path = _target(path)
    with suppress(OSError), os.scandir(path.parent) as entries:
        for entry in entries:
            if entry.name.startswith(_hidden(path)) and entry.name.endswith(".tmp"):
                _discard(Path(entry))


def _target(path: Path) -> Path:
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def _hidden(path: Path) -> str:
    return f".{path.name[:100]}."


@contextmanager
def _beside(path: Path, data: bytes) -> Iterator[Path]:
    """A hidden file with `data`, on the disk; gone afterwards unless it was given a name."""
    temporary = path.with_name(f"{_hidden(path)}{os.urandom(4).hex()}.tmp")
    descriptor = os.open(temporary, _NEW, 0o666)
    try:
        try:
            _write_all(descriptor, data)
            _sync(descriptor)
        finally:
            os.close(descriptor)
        yield temporary
    finally:
        _discard(temporary)


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _sync(descriptor: int) -> None:
    if sys.platform == "darwin":  # whose fsync stops at the disk's own cache
        import fcntl

        with suppress(OSError):  # folders on a network don't know it
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def _replace(temporary: Path, path: Path, sleep: Callable[[float], object]) -> None:
    for pause in _PAUSES:
        try:
            temporary.replace(path)
        except PermissionError:
            sleep(pause)
        else:
            return
    temporary.replace(path)


def _named(file: Path, folder: Path, names: Iterable[str]) -> Path:
    """A second name for a file, or, where the file system knows none, another one."""
    return next(path for name in names if _taken(path := folder / name, file))


def _taken(path: Path, file: Path) -> bool:
    """Whether `path` was free; from now on it's the file's."""
    try:
        os.link(file, path)
    except FileExistsError:
        return False
    except OSError:  # most sticks, and some folders on a network
        return _taken_in_two_steps(path, file)
    return True


def _taken_in_two_steps(path: Path, file: Path) -> bool:
    if not _reserved(path):
        return False
    try:
        file.replace(path)
    except OSError:
        path.unlink()
        raise
    return True


def _reserved(path: Path) -> bool:
    """Whether `path` was free; from now on it's ours."""
    try:
        os.close(os.open(path, _NEW, 0o666))
    except FileExistsError:
        return False
    return True


def _sync_folder(folder: Path) -> None:
    """Force the folder to the disk, where the system can: Windows can't open one, and some
    network folders refuse."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC:
            raise


def _discard(temporary: Path) -> None:
    with suppress(OSError):
        try:
            temporary.unlink()
        except PermissionError:  # Windows doesn't remove what is read-only
            temporary.chmod(0o600)
            temporary.unlink()

"""Writing the files that were asked for on the command line."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from teamflow import export
from teamflow.cli.halt import PROBLEM, WRONG_USE, Halt
from teamflow.cli.terminal import visible
from teamflow.locale import N_, _
from teamflow.store import atomic

_FORBIDDEN: Final = N_("{file} can't be written: you may not write there.")
_UNWRITTEN: Final = {
    errno.ENOENT: N_("{file} can't be written: there is no such folder."),
    errno.ENOTDIR: N_("{file} can't be written: there is no such folder."),
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: _FORBIDDEN,
    errno.ENOSPC: N_("{file} can't be written: the disk is full."),
}
_OTHERWISE: Final = N_("{file} can't be written ({error}).")


def known(file: Path, suffixes: tuple[str, ...]) -> str:
    """The suffix of `file`, in small letters. Raises Halt unless it is one of `suffixes`."""
    suffix = file.suffix.lower()
    if suffix not in suffixes:
        told = _("{file}: that kind of file is unknown here. Known are: {suffixes}.")
        text = told.format(file=visible(file), suffixes=", ".join(suffixes))
        raise Halt(text, WRONG_USE)
    return suffix


def write(file: Path, data: bytes, *, force: bool) -> None:
    """Put `data` in a file; over one that exists only by `force`. Raises Halt."""
    with _told_about(file):
        if file.exists() and not force:
            told = _("{file} already exists. To replace it, add --force.")
            raise Halt(told.format(file=visible(file)), WRONG_USE)
        atomic.write(file, data)


def make_folder(folder: Path) -> None:
    """Make a folder where there is none yet. Raises Halt."""
    with _told_about(folder):
        folder.mkdir(parents=True, exist_ok=True)


@contextmanager
def _told_about(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        told = _(_UNWRITTEN.get(error.errno or 0, _OTHERWISE))
        name = errno.errorcode.get(error.errno or 0, type(error).__name__)
        raise Halt(told.format(file=visible(place), error=name), PROBLEM) from error


@contextmanager
def making(suffix: str) -> Iterator[None]:
    """Raises Halt where the library for such files can't be had."""
    try:
        yield
    except export.Unavailable as error:
        others = ", ".join(each for each in export.suffixes() if each != suffix)
        told = _("{suffix} files can't be made on this computer. What can be made: {others}.")
        raise Halt(told.format(suffix=suffix, others=others), PROBLEM) from error

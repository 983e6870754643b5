"""Whatever lies in the folder, each thing is named with its reason and the rest works on."""

import errno
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from strategies import MEETING, SAVED
from teamflow.store import reading
from teamflow.store.folder import Folder
from teamflow.store.head import read_head, session_names
from teamflow.store.problem import Unreadable
from teamflow.store.record import encode
from teamflow.store.repair import repair

TEXT = encode(MEETING, {}, SAVED)
NO_FILE = "This isn't a file."
GONE = "The file isn't there any more."
NO_SCHEMA = "“schema” is missing: every session begins with the line schema = 1."
TOO_DEEP = "The file is nested too deeply, or holds a number that is too large."
OPEN = "A text isn't closed: its last quote is missing."
TOO_LARGE = "The file is larger than 2 MB: that can't be a session."
NOT_UTF8 = "This line holds a character that isn't UTF-8: save the file as UTF-8."


def sparse(file: Path) -> None:
    with file.open("wb") as large:
        large.write(TEXT[: TEXT.index("school")].encode())
        large.truncate(200 * 2**20)


def circle(file: Path) -> None:
    other = file.with_name("kring.txt")
    other.symlink_to(file)
    file.symlink_to(other)


def linked_folder(file: Path) -> None:
    file.with_name("map").mkdir()
    file.symlink_to(file.with_name("map"))


def own_folder(file: Path) -> None:
    file.symlink_to(file.parent)


def socket_file(file: Path) -> None:
    here = Path.cwd()
    os.chdir(file.parent)  # a socket's path may not be long
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(file.name)
    finally:
        os.chdir(here)


def holding(text: str | bytes) -> Callable[[Path], object]:
    return lambda file: file.write_bytes(text if isinstance(text, bytes) else text.encode())


ODD: dict[str, tuple[Callable[[Path], object], str]] = {
    "empty": (holding(""), NO_SCHEMA),
    "truncated in its head": (holding(TEXT[: TEXT.index(" kinderen in")]), OPEN),
    "binary": (holding(b"schema = 1\n\x80\x81\xfe\xff" * 100), NOT_UTF8),
    "of zeros": (
        holding(b"\0" * 4096),
        "This line can't be understood: is a quote, bracket or = missing?",
    ),
    "of 200 MB": (sparse, TOO_LARGE),
    "nested by brackets": (holding("a = " + "[" * 10_000), TOO_DEEP),
    "nested by braces": (holding("a = " + "{a=" * 10_000), TOO_DEEP),
    "nested by dots": (holding("a." * 1_000_000 + "a = 1"), TOO_DEEP),
    "nested and closed": (holding("a = " + "[" * 10_000 + "]" * 10_000), TOO_DEEP),
    "a folder": (Path.mkdir, NO_FILE),
    "a link to a folder": (linked_folder, NO_FILE),
    "a link to this folder": (own_folder, NO_FILE),
    "a pipe": (os.mkfifo, NO_FILE),
    "a socket": (socket_file, NO_FILE),
    "a link to nothing": (lambda file: file.symlink_to("nergens"), GONE),
    "a link in a circle": (circle, "The link goes round in a circle."),
    "a link to itself": (lambda file: file.symlink_to(file), "The link goes round in a circle."),
    "a device": (lambda file: file.symlink_to("/dev/zero"), NO_FILE),
}


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A folder with one good session, older than all the odd things."""
    made = Folder(tmp_path)
    (tmp_path / "2026-01-01-goed.toml").write_text(TEXT, encoding="utf-8")
    return made


@pytest.mark.parametrize("name", ODD)
def test_an_odd_file_is_named_with_its_reason_and_the_rest_works_on(
    folder: Folder, name: str
) -> None:
    make, reason = ODD[name]
    file = folder.path / "2026-11-21-raar.toml"
    make(file)
    odd, good = folder.newest()
    assert good.readable
    assert odd.file == file
    assert odd.problem is not None
    assert odd.problem.told(str) == reason
    (problem,) = folder.check()
    assert (problem.file, problem.told(str)) == (file, reason)
    with pytest.raises(Unreadable) as caught:
        folder.load(file)
    assert [each.told(str) for each in caught.value.problems] == [reason]
    assert folder.last() == MEETING


@pytest.mark.parametrize(
    "name", ["empty", "of zeros", "of 200 MB", "a folder", "a pipe", "a device"]
)
def test_what_holds_no_session_is_not_repaired(folder: Folder, name: str) -> None:
    file = folder.path / "2026-11-21-raar.toml"
    ODD[name][0](file)
    with pytest.raises(Unreadable):
        repair(file)
    assert len(session_names(folder.path)) == 2


def test_a_file_cut_off_after_its_head_is_listed_and_the_check_names_its_end(
    folder: Folder,
) -> None:
    file = folder.path / "2026-11-21-half.toml"
    kept = TEXT[: TEXT.index("Twee weken één")]
    file.write_text(kept, encoding="utf-8")
    assert [summary.readable for summary in folder.newest()] == [True, True]
    (problem,) = folder.check()
    assert (problem.file, problem.line) == (file, kept.count("\n") + 1)
    assert problem.told(str) == OPEN


def test_of_a_file_that_is_too_large_nothing_is_read(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_: int) -> bytes:
        raise AssertionError

    sparse(folder.path / "groot.toml")
    monkeypatch.setattr(os, "read", forbidden)
    with pytest.raises(Unreadable, match="larger than 2 MB"):
        reading.whole(folder.path / "groot.toml")


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (errno.EACCES, "You may not read this file."),
        (errno.EPERM, "You may not read this file."),
        (errno.EIO, "The disk can't read this file: it may be damaged."),
        (errno.ESTALE, "The file can't be read (ESTALE)."),
    ],
)
@pytest.mark.parametrize("moment", ["open", "read"])
def test_a_file_that_can_t_be_read_is_named(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, moment: str, code: int, reason: str
) -> None:
    """The disk refuses, when the file is opened or only when it's read."""
    closed: list[int] = []
    close = os.close

    def refuse(*_: object) -> int:
        raise OSError(code, os.strerror(code))

    def counted(descriptor: int) -> None:
        closed.append(descriptor)
        close(descriptor)

    monkeypatch.setattr(os, moment, refuse)
    monkeypatch.setattr(os, "close", counted)
    (summary,), (problem,) = folder.newest(), folder.check()
    assert summary.problem == problem
    assert problem.told(str) == reason
    assert len(closed) == (0 if moment == "open" else 2)


def test_a_file_that_disappears_after_it_was_listed_is_named(folder: Folder) -> None:
    file = folder.path / "2026-11-21-weg.toml"
    file.write_text(TEXT, encoding="utf-8")
    assert session_names(folder.path)[0] == file.name
    file.unlink()
    problem = read_head(file).problem
    assert problem is not None
    assert problem.told(str) == GONE
    (problem,) = folder.check([file])
    assert problem.told(str) == GONE


@pytest.mark.parametrize(
    "stem",
    [
        "2026-11-21 met spaties",
        "2026-11-21-👩🏽‍🏫",
        "2026-11-21-\"'`$(ls)",
        "2026-11-21-twee\nregels\t\x1b[31m",
        "2026-11-21-caf\udce9",
        "--2026",
        " ",
    ],
)
def test_a_session_may_have_any_name(folder: Folder, stem: str) -> None:
    file = folder.path / f"{stem}.toml"
    file.write_text(TEXT, encoding="utf-8")
    assert file in [summary.file for summary in folder.newest() if summary.readable]
    assert folder.check() == []
    assert folder.load(file).session == MEETING
    assert folder.find(f"{stem}.toml") == [file]
    file.write_text(TEXT.replace("extra = 1", "extra"), encoding="utf-8")
    done = repair(file)
    assert done is not None
    assert folder.load(done.copy).session.ideas == MEETING.ideas

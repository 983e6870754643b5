"""Writing text that any terminal, pipe or file can take."""

import errno
import os
import sys
from io import TextIOWrapper

from teamflow.cli.halt import GOOD, NOTHING_SAID, PROBLEM, WRONG_USE, Halt

_JOINERS = "\u200c\u200d"
_LINES_IN_ASCII = str.maketrans("─│┌┐└┘", "-|++++")


def prepare() -> None:
    """Let the streams write every character: as an escape where the encoding has none."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def out(text: str) -> None:
    """Write what was asked for. Raises Halt where that can't be done."""
    try:
        print(text, flush=True)
    except OSError as error:
        raise _ended(error) from error


def out_file(data: bytes) -> None:
    """Write a file to standard output, byte for byte. Raises Halt where that can't be done."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except OSError as error:
        raise _ended(error) from error


def err(text: str) -> None:
    """Say what is wrong; an empty text says nothing. Never raises."""
    if text and sys.stderr is not None:
        try:
            print(text, file=sys.stderr, flush=True)
        except OSError:
            return


def drawn(page: str) -> str:
    """A page with its lines in ASCII, where the encoding of standard output has no others."""
    try:
        "─│┌┐└┘".encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return page.translate(_LINES_IN_ASCII)
    return page


def visible(text: object) -> str:
    """Text from outside, a file's name for one, with what would steer the terminal written out."""
    return "".join(
        char
        if char.isprintable() or char in _JOINERS
        else char.encode("unicode_escape").decode("ascii")
        for char in str(text)
    )


def require_terminal() -> None:
    """Raises Halt unless there are a keyboard and a screen: the screens need both."""
    if "TEXTUAL_DRIVER" in os.environ:  # they're elsewhere: in a browser's window, for one
        return
    # The screen is drawn on stderr where the system has one; all three must be the terminal.
    streams = (sys.stdin, sys.stdout, sys.stderr)
    if not all(stream is not None and stream.isatty() for stream in streams):
        from teamflow.locale import _

        raise Halt(_("teamflow needs a terminal here: start it in one, without | or >."), WRONG_USE)


def _ended(error: OSError) -> Halt:
    """How the program ends when standard output takes no more."""
    # What it still holds mustn't be tried again while Python ends.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
    if isinstance(error, BrokenPipeError):  # whoever read along has seen enough
        return Halt(NOTHING_SAID, GOOD)
    from teamflow.locale import _

    name = errno.errorcode.get(error.errno or 0, type(error).__name__)
    return Halt(_("The output can't be written ({error}).").format(error=name), PROBLEM)

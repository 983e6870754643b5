"""The command line's grammar, by argparse, in the language spoken now."""

import argparse
import gettext
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NoReturn, get_args

from teamflow import locale
from teamflow.cli.halt import GOOD, NOTHING_SAID, WRONG_USE, Halt
from teamflow.cli.request import Reader, Request
from teamflow.cli.terminal import out, visible
from teamflow.cli.verbs import VERBS
from teamflow.export import suffixes
from teamflow.locale import N_, _

ARGPARSE: Final = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("unrecognized arguments: %s"),
    N_("the following arguments are required: %s"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("ignored explicit argument %r"),
    N_("not allowed with argument %s"),
)
"""What argparse itself can say here, marked for our catalogue."""


def parse(arguments: Sequence[str]) -> Request:
    """The request in a command line. Raises Halt: for help, and where it can't be understood."""
    with _argparse_speaking(locale.language()):
        return _parser().parse_args(arguments, namespace=Request())


@contextmanager
def _argparse_speaking(language: str) -> Iterator[None]:
    """Let argparse, which asks the gettext module for its words, find them in our catalogue."""
    domain, languages = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.bindtextdomain(locale.DOMAIN, str(locale.FOLDER))
    gettext.textdomain(locale.DOMAIN)
    os.environ["LANGUAGE"] = language
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if languages is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = languages


class _Parser(argparse.ArgumentParser):
    """argparse that says one clear line when it doesn't understand."""

    def error(self, message: str) -> NoReturn:
        line = _("{program}: {message}. For help: {program} --help")
        raise Halt(line.format(program=self.prog, message=visible(message)), WRONG_USE)


class _Help(argparse.Action):
    """Prints a parser's help, as carefully as all else is printed, and ends the program."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: object,  # noqa: ARG002 - argparse's own signature
        values: object,  # noqa: ARG002
        option: str | None = None,  # noqa: ARG002
    ) -> NoReturn:
        out(parser.format_help().rstrip("\n"))
        raise Halt(NOTHING_SAID, GOOD)


def _parser() -> _Parser:
    parser = _Parser(
        prog="teamflow",
        usage=_("teamflow [options] [command]"),
        description=_overview(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        argument_default=argparse.SUPPRESS,
        allow_abbrev=False,
        add_help=False,
    )
    _add_options(parser)
    parser.add_argument("--version", action="store_true", help=_("show the version"))
    verbs = parser.add_subparsers(dest="verb", metavar=_("command"), help=argparse.SUPPRESS)
    for verb in VERBS:
        added = verbs.add_parser(
            verb.name,
            prog=f"teamflow {verb.name}",
            description=_(verb.summary),
            argument_default=argparse.SUPPRESS,
            allow_abbrev=False,
            add_help=False,
        )
        _add_operands(verb.name, added)
        _add_options(added)
    return parser


def _overview() -> str:
    """What teamflow is, and all its commands in two columns."""
    usages = [f"{verb.name} {_(verb.operands) if verb.operands else ''}" for verb in VERBS]
    column = max(map(len, usages))
    return "\n".join([
        _("A chair runs a whole team meeting from the terminal."),
        _("By itself, teamflow shows the home screen: begin, go on, look back."),
        "",
        _("commands") + ":",
        *(f"  {u:{column}}  {_(verb.summary)}" for u, verb in zip(usages, VERBS, strict=True)),
    ])  # fmt: skip


def _add_operands(verb: str, parser: argparse.ArgumentParser) -> None:
    session = _("the session's id, its file, or any part of its name")
    match verb:
        case "open":
            parser.add_argument("session", metavar=_("SESSION"), nargs="?", help=session)
        case "new":
            told = _("let phones in from the start: the code comes on the board")
            parser.add_argument("--join", action="store_true", help=told)
        case "show":
            parser.add_argument("session", metavar=_("SESSION"), help=session)
        case "export":
            _add_export(parser, session)
        case "form":
            kinds = parser.add_mutually_exclusive_group()
            kinds.add_argument(
                "--prefilled",
                action="store_true",
                help=_("print on it what is known: school, team, names of last time, and today"),
            )
            kinds.add_argument(
                "--chair",
                action="store_true",
                help=_("the chair's card instead: what to say in each phase, on one page"),
            )
            _add_target(parser, required=False)
        case "browse":
            parser.add_argument(
                "--rehearse", action="store_true", help=_("practise with an invented team")
            )
        case "list":
            parser.add_argument("--json", action="store_true", help=_("for other programs: JSON"))
        case "due":
            kinds = parser.add_mutually_exclusive_group()
            kinds.add_argument("--ics", action="store_true", help=_("for a calendar: iCalendar"))
            kinds.add_argument("--json", action="store_true", help=_("for other programs: JSON"))
        case "check":
            parser.add_argument(
                "files",
                metavar=_("FILE"),
                nargs="*",
                type=Path,
                help=_("which to check: files, or any part of a name; without one: all sessions"),
            )
            parser.add_argument(
                "--repair",
                action="store_true",
                help=_("put what can be read of a damaged file in a copy beside it"),
            )


def _add_export(parser: argparse.ArgumentParser, session: str) -> None:
    parser.add_argument("session", metavar=_("SESSION"), nargs="?", help=session)
    _add_target(parser, required=True)
    parser.add_argument(
        "--as",
        dest="kind",
        metavar=_("KIND"),
        help=_("the kind of file, where --to is a folder: {kinds}").format(
            kinds=", ".join(suffix.removeprefix(".") for suffix in suffixes())
        ),
    )
    parser.add_argument(
        "--for",
        dest="reader",
        choices=get_args(Reader),
        help=_("leader: what was agreed, as a form has it; team: all, as .csv and .json have it"),
    )
    parser.add_argument("--all", action="store_true", help=_("every session; --to is a folder"))
    parser.add_argument("--since", metavar=_("DATE"), help=_("with --all: from this day on"))
    parser.add_argument("--team", metavar=_("NAME"), help=_("with --all: of this team only"))


def _add_target(parser: argparse.ArgumentParser, *, required: bool) -> None:
    parser.add_argument(
        "--to",
        metavar=_("FILE.pdf"),
        type=Path,
        required=required,
        help=_("the file to write; its suffix decides what kind it is"),
    )
    parser.add_argument("--force", action="store_true", help=_("replace a file that exists"))


def _add_options(parser: argparse.ArgumentParser) -> None:
    """What may stand before the verb or after it."""
    parser.add_argument(
        "--sessions", metavar=_("DIR"), type=Path, help=_("the folder with the sessions")
    )
    parser.add_argument(
        "--lang", choices=locale.LANGUAGES, help=_("the language: Dutch (nl) or English (en)")
    )
    parser.add_argument(
        "--ascii",
        action="store_true",
        help=_("plain characters only, for a poor font"),
    )
    parser.add_argument("-h", "--help", action=_Help, nargs=0, help=_("show this help"))

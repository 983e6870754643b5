"""The verbs: a module each, with `run(request)`, and a line each in VERBS."""

from typing import Final, NamedTuple

from teamflow.locale import N_


class Verb(NamedTuple):
    """A verb's name, and message ids for what it does and for what may stand behind it."""

    name: str
    summary: str
    operands: str = ""


VERBS: Final = (
    Verb("new", N_("begin a new session"), "[--join]"),
    Verb("open", N_("go on where you left off"), N_("[SESSION]")),
    Verb("list", N_("the sessions, newest first"), "[--json]"),
    Verb("due", N_("what is to be looked back on, and open steps"), "[--ics|--json]"),
    Verb("show", N_("the filled form of a session, as text"), N_("SESSION")),
    Verb("export", N_("the filled form as a file"), N_("SESSION --to FILE.pdf")),
    Verb("form", N_("the empty form, or the chair's card"), N_("[--chair] [--to FILE.pdf]")),
    Verb("check", N_("check whether all can be read"), "[--repair]"),
    Verb("schema", N_("the JSON Schema of a session's file")),
    Verb("rehearse", N_("practise with an invented team")),
    Verb("browse", N_("the same in a browser window"), "[--rehearse]"),
)

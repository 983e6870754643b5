"""From a command line to the verb that it asks for."""

import os
from collections.abc import Callable, Sequence
from importlib import import_module

from teamflow.cli import language
from teamflow.cli.request import Request


def dispatch(arguments: Sequence[str]) -> int:
    """Do what is asked and return the exit code. Raises Halt.

    Only the module of that verb is imported, and argparse only where there is something to
    parse: `teamflow` by itself is what a team waits for.
    """
    # Nobody here has plugins for pydantic, and to look for them takes time at every start.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    language.choose(arguments)
    request = Request()
    if arguments:
        from teamflow.cli.arguments import parse

        request = parse(arguments)
    run: Callable[[Request], int] = import_module(f"teamflow.cli.verbs.{request.verb}").run
    return run(request)

"""From a command line to the verb that it asks for."""

import gc
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
    # What a start makes is there to stay, and nobody here has plugins for pydantic: to look for
    # garbage and for plugins would take a tenth of the time.
    gc.disable()
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    language.choose(arguments)
    request = Request()
    if arguments:
        from teamflow.cli.arguments import parse

        request = parse(arguments)
    run: Callable[[Request], int] = import_module(f"teamflow.cli.verbs.{request.verb}").run
    return run(request)

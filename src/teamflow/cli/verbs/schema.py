"""`teamflow schema`: the JSON Schema of a session's file."""

import json

from teamflow.cli import terminal
from teamflow.cli.halt import GOOD
from teamflow.cli.request import Request
from teamflow.store.schema import json_schema


def run(_request: Request) -> int:
    """Print the schema."""
    terminal.out(json.dumps(json_schema(), indent=2))
    return GOOD

"""`teamflow`: the home screen."""

from teamflow.cli import screens
from teamflow.cli.request import Request


def run(request: Request) -> int:
    """Show the home screen."""
    return screens.run(request, "home")

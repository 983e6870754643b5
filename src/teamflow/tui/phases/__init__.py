"""One pane for each kind of phase, found by the kind's name."""

from importlib import import_module

from teamflow.core.protocol import Kind
from teamflow.tui.phases.pane import Pane


def pane_for(kind: Kind) -> type[Pane]:
    """The pane that shows a kind of phase; imported when its phase comes, for a start needs one."""
    module = import_module(f"{__name__}.{kind.value}")
    pane: type[Pane] = getattr(module, f"{kind.value.capitalize()}Pane")
    return pane

"""What all tests share."""

from collections.abc import Iterator

import pytest
from hypothesis import settings
from textual import constants

from meeting import TEAM, Clock, Meeting, set_up_for
from teamflow.core.session import Session

settings.register_profile("teamflow", deadline=None)
settings.load_profile("teamflow")


@pytest.fixture(scope="session", autouse=True)
def all_colours() -> Iterator[None]:
    """Screens have all their colours, whatever the terminal is in which the tests are run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(constants, "COLOR_SYSTEM", "truecolor")
        patch.delenv("NO_COLOR", raising=False)
        yield


@pytest.fixture(scope="session", autouse=True)
def on_a_network() -> Iterator[None]:
    """This laptop counts as one that phones can reach: there's no network where tests are run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("teamflow.tui.screens.invitation.THIS_LAPTOP", "nowhere")
        yield


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def meeting(clock: Clock) -> Meeting:
    return Meeting(set_up_for(*TEAM), clock)


@pytest.fixture
def session(meeting: Meeting) -> Session:
    """A session that has just begun."""
    return meeting.session

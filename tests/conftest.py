"""What all tests share."""

import pytest
from hypothesis import settings

from meeting import TEAM, Clock, Meeting, set_up_for
from teamflow.core.session import Session

settings.register_profile("teamflow", deadline=None)
settings.load_profile("teamflow")


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

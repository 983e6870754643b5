"""What each action does, one file a subject, each with its own table of rules."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from teamflow.core.session import Session

Rule = Callable[[Session, Any, dt.datetime], Session]
"""(session, action, now) -> session, or raises Refused."""

Rules = dict[type, Rule]

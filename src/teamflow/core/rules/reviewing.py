"""Looking back on what was agreed: did it work?

The protocol wants the evaluation soon, and written down: progress that is recorded and shared
helps a goal more than progress that's only noticed (Harkin et al. 2016).
"""

import datetime as dt
from dataclasses import replace
from typing import Final

from teamflow.core import actions as a
from teamflow.core.refusal import Refused
from teamflow.core.rules import Rules
from teamflow.core.session import Review, Session
from teamflow.locale import N_


def _review(session: Session, action: a.SetReview, now: dt.datetime) -> Session:
    _refuse_while_on(session)
    review = Review(now.date(), action.outcome, action.measured, action.learned, action.decision)
    return replace(session, evaluation=replace(session.evaluation, review=review))


def _postpone(session: Session, action: a.Postpone, now: dt.datetime) -> Session:
    _refuse_while_on(session)
    if action.date <= now.date():
        raise Refused(N_("{date} isn't later: choose a day after today."), date=action.date)
    # What was noted as a look back wasn't one, when the team is yet to look back.
    return replace(session, evaluation=replace(session.evaluation, date=action.date, review=None))


def _refuse_while_on(session: Session) -> None:
    if session.closed is None:
        raise Refused(N_("This meeting is still on: look back when it's over."))


RULES: Final[Rules] = {a.SetReview: _review, a.Postpone: _postpone}

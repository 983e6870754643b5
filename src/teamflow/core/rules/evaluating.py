"""Step 4, and the close of the meeting."""

import datetime as dt
from dataclasses import replace
from typing import Any, Final

from teamflow.core import actions as a
from teamflow.core.refusal import Refused
from teamflow.core.rules import Rules
from teamflow.core.session import Session
from teamflow.locale import N_


def _set_field(session: Session, action: a.SetEvaluation, _: dt.datetime) -> Session:
    changed: dict[str, Any] = {action.field: action.text}
    return replace(session, evaluation=replace(session.evaluation, **changed))


def _set_date(session: Session, action: a.SetEvaluationDate, now: dt.datetime) -> Session:
    _refuse_past(action.date, now)
    return replace(session, evaluation=replace(session.evaluation, date=action.date))


def _set_next_meeting(session: Session, action: a.SetNextMeeting, now: dt.datetime) -> Session:
    _refuse_past(action.date, now)
    return replace(session, next_meeting=action.date)


def _set_scores(session: Session, action: a.SetScores, _: dt.datetime) -> Session:
    return replace(session, scores=action.scores)


def _add_score(session: Session, action: a.AddScore, _: dt.datetime) -> Session:
    # In the order of the figures: in that of the answers, each would tell whose it is.
    return replace(session, scores=tuple(sorted((*session.scores, action.score), reverse=True)))


def _refuse_past(date: dt.date | None, now: dt.datetime) -> None:
    if date is not None and date < now.date():
        raise Refused(N_("{date} is in the past: choose a day still to come."), date=date)


RULES: Final[Rules] = {
    a.SetEvaluation: _set_field,
    a.SetEvaluationDate: _set_date,
    a.SetNextMeeting: _set_next_meeting,
    a.SetScores: _set_scores,
    a.AddScore: _add_score,
}

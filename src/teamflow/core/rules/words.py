"""The question, the parking lot, and text that's still being typed."""

import datetime as dt
from dataclasses import replace
from typing import Final

from teamflow.core import actions as a
from teamflow.core.refusal import Refused
from teamflow.core.rules import Rules
from teamflow.core.session import Draft, Session
from teamflow.locale import N_


def _type(session: Session, action: a.Type, _: dt.datetime) -> Session:
    others = tuple(draft for draft in session.drafts if draft.field != action.field)
    typed = (Draft(action.field, action.text),) if action.text else ()
    return replace(session, drafts=others + typed)


def _set_question(session: Session, action: a.SetQuestion, _: dt.datetime) -> Session:
    return replace(session, question=action.text)


def _set_measure(session: Session, action: a.SetMeasure, _: dt.datetime) -> Session:
    return replace(session, measure=action.text)


def _park(session: Session, action: a.Park, _: dt.datetime) -> Session:
    if not action.text:
        raise Refused(N_("Type the point first, then it can be parked."))
    return replace(session, parking_lot=(*session.parking_lot, action.text))


RULES: Final[Rules] = {
    a.Type: _type,
    a.SetQuestion: _set_question,
    a.SetMeasure: _set_measure,
    a.Park: _park,
}

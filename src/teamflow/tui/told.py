"""What was done, in the words of the undo line."""

from typing import Final

from teamflow.core import actions as a
from teamflow.locale import N_, _

DEEDS: Final[dict[type, str]] = {
    a.Go: N_("moving to another step"),
    a.Pause: N_("the pause"),
    a.Resume: N_("going on"),
    a.Leave: N_("the pause"),
    a.AddMinutes: N_("a minute more or less"),
    a.RestartClock: N_("starting the clock over"),
    a.Close: N_("closing the session"),
    a.SetPresence: N_("who is here"),
    a.AddParticipant: N_("somebody joining"),
    a.RemoveParticipant: N_("taking somebody off the list"),
    a.SetQuestion: N_("the learning question"),
    a.SetMeasure: N_("how we'll see that it worked"),
    a.NoteIdea: N_("an idea"),
    a.NoteAside: N_("an idea out of turn"),
    a.SameAs: N_("a tick"),
    a.Pass: N_("a pass"),
    a.GiveTurn: N_("the turn"),
    a.EditIdea: N_("rewording an idea"),
    a.MoveIdea: N_("moving an idea"),
    a.DeleteIdea: N_("deleting an idea"),
    a.Park: N_("a point on the parking lot"),
    a.MergeIdeas: N_("putting ideas together"),
    a.OpenVote: N_("opening the vote"),
    a.CastDots: N_("somebody's dots"),
    a.CountHands: N_("counted hands"),
    a.CloseVote: N_("closing the vote"),
    a.Choose: N_("choosing an idea"),
    a.Unchoose: N_("unmarking an idea"),
    a.SetWhy: N_("why we choose this"),
    a.PlanEach: N_("a plan for each idea"),
    a.PlanTogether: N_("one plan together"),
    a.SetLesson: N_("the lesson"),
    a.AddStep: N_("a step"),
    a.EditStep: N_("changing a step"),
    a.DeleteStep: N_("deleting a step"),
    a.SetEvaluation: N_("a line of the evaluation"),
    a.SetEvaluationDate: N_("the evaluation's date"),
    a.SetNextMeeting: N_("the next meeting"),
    a.SetScores: N_("the closing question"),
    a.AddScore: N_("an answer to the closing question"),
    a.SetReview: N_("looking back"),
    a.Postpone: N_("another day to look back"),
    a.FinishStep: N_("whether a step was done"),
}


def deed(action: a.Action) -> str:
    """What an action was, in the language spoken now."""
    return _(DEEDS[type(action)])

"""A naive model of all that a meeting says: plain dicts and lists, and no clock at all."""

import copy
import datetime as dt
import re
from typing import Any, get_args

from teamflow.core import actions as a
from teamflow.core.actions import Action
from teamflow.core.session import PhaseName

TODAY = dt.date(2026, 11, 23)
TEAM = ("Fatima", "Joost", "Sanne")
BOARD = {"note_aside", "edit_idea", "move_idea", "delete_idea", "merge_ideas"}
BELONGS: dict[PhaseName, set[str]] = {
    "question": {"set_question", "set_measure"},
    "think": set(),
    "round": BOARD | {"note_idea", "same_as", "pass_", "give_turn"},
    "choose": BOARD
    | {"open_vote", "cast_dots", "count_hands", "close_vote", "choose", "unchoose", "set_why"},
    "plan": {"plan_each", "plan_together", "set_lesson", "add_step", "edit_step", "delete_step"},
    "evaluation": {"set_evaluation", "set_evaluation_date"},
    "close": {"set_next_meeting", "set_scores", "add_score"},
}
NO_EDIT = {"go", "type", "postpone", "finish_step"}
ALWAYS = {
    "go", "type", "park", "set_presence", "add_participant", "remove_participant", "postpone",
    "finish_step",
}  # fmt: skip


class Illegal(Exception):
    """The model doesn't allow it."""


def snake(kind: type) -> str:
    """A kind of action as the name of a function: NoteIdea is note_idea."""
    name = re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()
    return f"{name}_" if name == "pass" else name


def need(allowed: object) -> None:
    if not allowed:
        raise Illegal


class Notes:
    """What somebody with paper and pencil would have in front of them."""

    def __init__(self) -> None:
        self.past = False
        self.edited = False
        self.phase: PhaseName = "question"
        self.seen = {"question"}
        self.people = dict.fromkeys(TEAM, True)
        self.said: dict[str, Any] = dict.fromkeys(("question", "measure", "why"), "")
        self.typed: dict[str, str] = {}
        self.parked: list[str] = []
        self.board: list[dict[str, Any]] = []
        self.last_id = 0
        self.turn: str | None = None
        self.passed: list[str] = []
        self.votes: list[dict[str, Any]] = []
        self.chosen: list[int] = []
        self.plans: list[dict[str, Any]] = []
        self.evaluation: dict[str, Any] = dict.fromkeys(get_args(a.EvaluationField), "")
        self.evaluation["date"] = None
        self.next: dt.date | None = None
        self.scores: tuple[int, ...] = ()

    def does(self, action: Action) -> None:
        """Carry it out, or raise Illegal."""
        name = snake(type(action))
        need(name in ALWAYS | BELONGS[self.phase])
        before = copy.deepcopy(vars(self))
        getattr(self, name)(action)
        if self.past and name not in NO_EDIT and vars(self) != before:
            self.edited = True

    def here(self) -> list[str]:
        return [name for name, present in self.people.items() if present]

    def following(self) -> str:
        names = list(self.people)
        place = names.index(self.turn) + 1 if self.turn else 0
        return next(name for name in names[place:] + names[:place] if self.people[name])

    def idea(self, id: int) -> dict[str, Any]:
        found = [idea for idea in self.board if idea["id"] == id]
        need(found)
        return found[0]

    def go(self, action: a.Go) -> None:
        need(self.said["question"] or action.phase == "question")
        self.phase = action.phase
        if action.phase == "round" and not self.turn:
            self.turn = self.here()[0]
        if action.phase == "evaluation" and "evaluation" not in self.seen and not self.past:
            self.evaluation["date"] = dt.date(2026, 12, 23)
        self.seen.add(action.phase)

    def type(self, action: a.Type) -> None:
        self.typed.pop(action.field, None)
        if action.text:
            self.typed[action.field] = action.text

    def park(self, action: a.Park) -> None:
        need(action.text)
        self.parked.append(action.text)

    def people_become(self, people: dict[str, bool]) -> None:
        need(list(people.values()).count(True) >= 2)
        if people != self.people:
            self.passed = []
        self.people = people
        if self.turn and not people[self.turn]:
            self.turn = self.following()

    def set_presence(self, action: a.SetPresence) -> None:
        need(action.name in self.people)
        self.people_become(self.people | {action.name: action.present})

    def add_participant(self, action: a.AddParticipant) -> None:
        known = {name.lower(): name for name in self.people}
        name = known.get(action.name.lower(), action.name)
        need(name and not self.people.get(name))
        self.people_become(self.people | {name: True})

    def remove_participant(self, action: a.RemoveParticipant) -> None:
        need(action.name in self.people)
        self.people_become(self.people | {action.name: False})
        del self.people[action.name]
        self.passed = []
        if self.votes and self.votes[-1]["open"]:
            self.votes[-1]["dots"].pop(action.name, None)

    def set_question(self, action: a.SetQuestion) -> None:
        self.said["question"] = action.text

    def set_measure(self, action: a.SetMeasure) -> None:
        self.said["measure"] = action.text

    def set_why(self, action: a.SetWhy) -> None:
        self.said["why"] = action.text

    def on_board(self, text: str) -> None:
        need(text)
        self.last_id += 1
        self.board.append({"id": self.last_id, "text": text, "ticks": 0, "also": []})
        self.passed = []

    def turn_of(self, by: str | None) -> None:
        need(by in {None, self.turn})

    def note_idea(self, action: a.NoteIdea) -> None:
        self.turn_of(action.by)
        self.on_board(action.text)
        self.turn = self.following()

    def note_aside(self, action: a.NoteAside) -> None:
        self.on_board(action.text)

    def same_as(self, action: a.SameAs) -> None:
        self.turn_of(action.by)
        self.idea(action.idea)["ticks"] += 1
        self.passed, self.turn = [], self.following()

    def pass_(self, action: a.Pass) -> None:
        self.turn_of(action.by)
        assert self.turn
        self.passed.append(self.turn)
        self.turn = self.following()

    def give_turn(self, action: a.GiveTurn) -> None:
        need(self.people.get(action.name))
        if action.name != self.turn:
            self.turn, self.passed = action.name, []

    def edit_idea(self, action: a.EditIdea) -> None:
        need(action.text)
        self.idea(action.idea)["text"] = action.text

    def move_idea(self, action: a.MoveIdea) -> None:
        idea = self.idea(action.idea)
        need(action.number in range(1, len(self.board) + 1))
        self.board.remove(idea)
        self.board.insert(action.number - 1, idea)

    def goes_off(self, id: int, to: int | None) -> None:
        self.board.remove(self.idea(id))
        for vote in self.votes:
            ids, totals = vote["ids"], vote["totals"]
            if id in ids and to and to not in ids:
                ids[ids.index(id)] = to
                totals[to] = totals.pop(id, 0)
            elif id in ids:
                ids.remove(id)
                moved = totals.pop(id, 0)
                if to:
                    totals[to] += moved

    def may_go_off(self, id: int) -> None:
        self.idea(id)
        need(id not in self.chosen)
        need(not (self.votes and self.votes[-1]["open"] and id in self.votes[-1]["ids"]))

    def delete_idea(self, action: a.DeleteIdea) -> None:
        self.may_go_off(action.idea)
        self.goes_off(action.idea, to=None)

    def merge_ideas(self, action: a.MergeIdeas) -> None:
        kept = self.idea(action.idea)
        others = [id for id in dict.fromkeys(action.others) if id != action.idea]
        need(others)
        for id in others:
            self.may_go_off(id)
        for id in others:
            other = self.idea(id)
            kept["ticks"] += 1 + other["ticks"]
            kept["also"] += [other["text"], *other["also"]]
            self.goes_off(id, to=action.idea)

    def tie(self) -> list[int]:
        totals = self.votes[-1]["totals"] if self.votes and not self.votes[-1]["open"] else {}
        best = max(totals.values(), default=0)
        first = [id for id in totals if totals[id] == best]
        return first if best > 0 and len(first) > 1 else []

    def open_vote(self, action: a.OpenVote) -> None:
        need(not (self.votes and self.votes[-1]["open"]))
        ids = self.tie() if action.run_off else [idea["id"] for idea in self.board]
        need(len(ids) >= 2)
        self.votes.append(
            {"ids": ids, "open": True, "dots": {}, "hands": {}, "totals": {}}
            | {"each": 1 if action.run_off else 3}
        )

    def vote(self, *ids: int) -> dict[str, Any]:
        need(self.votes and self.votes[-1]["open"])
        need(all(id in self.votes[-1]["ids"] for id in ids))
        return self.votes[-1]

    def cast_dots(self, action: a.CastDots) -> None:
        vote = self.vote(*action.dots)
        need(self.people.get(action.voter) and len(action.dots) <= vote["each"])
        vote["dots"][action.voter] = action.dots

    def count_hands(self, action: a.CountHands) -> None:
        vote = self.vote(action.idea)
        need(0 <= action.hands <= len(self.here()))
        vote["hands"][action.idea] = action.hands

    def close_vote(self, _: a.CloseVote) -> None:
        vote = self.vote()
        if not vote["dots"] and not vote["hands"]:
            self.votes.pop()
            return
        given = [id for dots in vote["dots"].values() for id in dots]
        vote["totals"] = {id: given.count(id) + vote["hands"].get(id, 0) for id in vote["ids"]}
        vote["open"] = False

    def choose(self, action: a.Choose) -> None:
        self.idea(action.idea)
        need(action.idea not in self.chosen and len(self.chosen) < 2)
        self.chosen.append(action.idea)

    def unchoose(self, action: a.Unchoose) -> None:
        if action.idea in self.chosen:
            self.chosen.remove(action.idea)
            if len(self.plans) == 2:
                self.plan_together()

    def plan_each(self, _: a.PlanEach) -> None:
        need(len(self.chosen) == 2 and len(self.plans) < 2)
        self.plans = [*self.plans, self.new_plan(), self.new_plan()][:2]
        for plan, idea in zip(self.plans, self.chosen, strict=True):
            plan["idea"] = idea

    def plan_together(self, _: a.PlanTogether | None = None) -> None:
        one = self.new_plan()
        for plan in self.plans:
            one["lesson"] += ("\n\n" if one["lesson"] and plan["lesson"] else "") + plan["lesson"]
            one["steps"] += plan["steps"]
        self.plans = [one]

    def new_plan(self) -> dict[str, Any]:
        return {"idea": None, "lesson": "", "steps": []}

    def plan(self, place: int) -> dict[str, Any]:
        if not self.plans and place == 0:
            self.plans.append(self.new_plan())
        need(place in range(len(self.plans)))
        return self.plans[place]

    def set_lesson(self, action: a.SetLesson) -> None:
        self.plan(action.plan)["lesson"] = action.text

    def add_step(self, action: a.AddStep) -> None:
        need(action.what)
        self.plan(action.plan)["steps"].append([action.what, False])

    def edit_step(self, action: a.EditStep) -> None:
        steps = self.plan(action.plan)["steps"]
        need(action.what and action.step in range(1, len(steps) + 1))
        steps[action.step - 1][0] = action.what

    def delete_step(self, action: a.DeleteStep) -> None:
        steps = self.plan(action.plan)["steps"]
        need(action.step in range(1, len(steps) + 1))
        del steps[action.step - 1]

    def finish_step(self, action: a.FinishStep) -> None:
        steps = self.plan(action.plan)["steps"]
        need(action.step in range(1, len(steps) + 1))
        steps[action.step - 1][1] = action.done

    def postpone(self, action: a.Postpone) -> None:
        need(self.past and action.date > TODAY)
        self.evaluation["date"] = action.date

    def set_evaluation(self, action: a.SetEvaluation) -> None:
        self.evaluation[action.field] = action.text

    def set_evaluation_date(self, action: a.SetEvaluationDate) -> None:
        need(action.date is None or action.date >= TODAY)
        self.evaluation["date"] = action.date

    def set_next_meeting(self, action: a.SetNextMeeting) -> None:
        need(action.date is None or action.date >= TODAY)
        self.next = action.date

    def set_scores(self, action: a.SetScores) -> None:
        self.scores = action.scores

    def add_score(self, action: a.AddScore) -> None:
        self.scores = tuple(sorted((*self.scores, action.score), reverse=True))

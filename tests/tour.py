"""A walk along every place, every phase and every small window, in one sitting."""

import datetime as dt
import errno
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

from chair import IDEAS, QUESTION, Chair, Room, noted
from teamflow.core import actions as a
from teamflow.core.session import Evaluation, Review
from teamflow.locale import _
from teamflow.store.conflicts import Conflict, free_names
from teamflow.store.folder import Folder
from teamflow.store.settings import Settings
from teamflow.store.trouble import trouble_with
from teamflow.tui.messages import GoHome, OpenSession, Visit
from teamflow.tui.screens.cheer import Cheer
from teamflow.tui.screens.conflict import ConflictScreen
from teamflow.tui.screens.invitation import Invitation
from teamflow.tui.screens.review import ReviewScreen
from teamflow.tui.screens.setup import SetUpScreen
from teamflow.tui.teams import met
from teamflow.tui.widgets.phasebar import PhaseBar

DUE, LATER = (a.SetEvaluationDate(dt.date(2026 + year, 12, 21)) for year in (0, 1))
AGREED: tuple[a.Action, ...] = (
    a.Go("evaluation"),
    a.SetEvaluation("indicator", "Leerlingen met een D of E"),
    a.SetEvaluation("baseline", "20 %"),
    a.SetEvaluation("target", "15 %"),
)
REACHED = Review(dt.date(2026, 12, 21), "reached", measured="14 %", learned="Samen voordoen")
MANY = tuple(f"{idea}, {turn}e keer" for turn in range(1, 4) for idea in IDEAS)


def furnished(place: Path, settings: Settings | None = None) -> Room:
    """A room with meetings in every state, one of which can't be read."""
    room = Room(place, settings)
    step = a.AddStep(0, "Twee lessen voordoen", ("Zoë",), dt.date(2026, 12, 1))
    room.has(
        *noted(*IDEAS),
        a.Go("choose"),
        a.Choose(4),
        a.Go("plan"),
        step,
        *AGREED,
        DUE,
        a.Go("close"),
        a.Close(),
    )
    reached = room.has(*noted(IDEAS[0]), *AGREED, DUE, a.Go("close"), a.Close(), team="Bovenbouw")
    Folder(reached.parent).amend(
        reached,
        lambda s: replace(s, evaluation=replace(s.evaluation, review=REACHED)),
        room.now,
    )
    (room.world.sessions / "2026-01-12-kapot.toml").write_text("schema = [", encoding="utf-8")
    room.passes(minutes=40 * 24 * 60)
    room.has(team="Middenbouw")
    return room


async def tour(chair: Chair) -> AsyncIterator[str]:
    """Stop at every place, and say which; from the start screen to the end of a meeting."""
    yield "the start screen"
    for walk in (_windows, _archive, _beginning, _talk, _think, _round, _choose, _rest):
        async for stop in walk(chair):
            yield stop


async def _windows(chair: Chair) -> AsyncIterator[str]:
    await chair.presses("question_mark")
    yield "the keys"
    await chair.presses("escape")
    chair.app.post_message(Visit("settings"))
    await chair.settles()
    yield "the settings"
    chair.app.show_place(Cheer(Evaluation("Leerlingen met D of E", "20 %", "15 %"), REACHED))
    await chair.settles()
    yield "a success"
    await chair.presses("enter")


async def _archive(chair: Chair) -> AsyncIterator[str]:
    chair.app.post_message(Visit("archive"))
    await chair.until(lambda: "4 van 4" in chair.wall)
    await _finishes(chair)
    yield "the archive"
    await chair.presses("tab")
    yield "the archive, an option in focus"
    await chair.presses("shift+tab", "end")
    await _finishes(chair)
    await chair.presses("delete")
    yield "to the trash?"
    await chair.presses("escape", "up", "enter")
    yield "a session read back"
    await chair.presses("escape")


async def _beginning(chair: Chair) -> AsyncIterator[str]:
    app = chair.app
    known = met(chair.room.world.sessions, "Onderbouw")
    assert known.awaiting is not None
    app.show_place(ReviewScreen(app.world, known.awaiting, opening=known))
    await chair.settles()
    yield "looking back"
    await chair.presses("down")
    yield "looking back, an option in focus"
    app.show_place(SetUpScreen(app.world, app.settings, known))
    await chair.settles()
    yield "setting up"
    await chair.focuses("Roster")
    yield "setting up, the people in focus"
    app.post_message(GoHome())
    await chair.settles()


async def _talk(chair: Chair) -> AsyncIterator[str]:
    session = chair.room.has(a.SetQuestion(""), team="Middenbouw")
    chair.app.post_message(OpenSession(session, interrupted=True))
    await chair.settles()
    yield "back in a meeting"
    await chair.presses("enter")
    yield "the talk"
    await chair.types(QUESTION)
    await chair.presses("shift+home")
    yield "the question, a part of it selected"
    await chair.presses("ctrl+b")
    yield "who is here"
    await chair.presses("escape", "ctrl+l")
    yield "a line asked for"
    await chair.types("De toetsen")
    await chair.presses("shift+left", "shift+left")
    yield "a line, a part of it selected"
    await chair.presses("enter")


async def _think(chair: Chair) -> AsyncIterator[str]:
    await chair.goes_on()
    yield "thinking, calm"
    await chair.waits(minutes=4, seconds=10)
    yield "thinking, warm"
    await chair.waits(seconds=40)
    yield "thinking, urgent"
    await chair.presses("f5")
    yield "thinking, paused"
    await chair.presses("f5")
    await chair.waits(seconds=12)
    yield "thinking, over and flashing"
    bar = chair.app.screen.query_one(PhaseBar)
    await chair.until(lambda: not bar.has_class("-flash"))
    yield "thinking, over"
    await chair.presses("ctrl+y")
    chair.is_told("There is nothing to redo.")
    yield "thinking, a refusal"


async def _round(chair: Chair) -> AsyncIterator[str]:
    await chair.goes_on()
    yield "the round, empty"
    await chair.enters(*IDEAS)
    await chair.does("ctrl+s", "2", "enter")
    await chair.types("Nog een ide")
    await chair.presses("shift+home")
    yield "the round, an idea being typed"
    await chair.clears()
    for key, window in (("ctrl+p", "all actions"), ("ctrl+f", "ideas of earlier meetings")):
        await chair.presses(key)
        await _finishes(chair)
        yield window
        await chair.presses("escape")
    await chair.presses("f3")
    yield "the chair's card"
    await chair.presses("escape", "f2")
    await chair.until(lambda: isinstance(chair.app.screen, Invitation))
    yield "the invitation"
    await chair.presses("a")
    yield "the invitation of the chair's own phone"
    await chair.presses("escape")
    await chair.does("ctrl+n", "1", "enter")
    yield "an idea's card"
    await chair.presses("escape")
    full = trouble_with(chair.room.world.sessions, OSError(errno.ENOSPC, ""))
    chair.meeting.trouble(full.told(_))
    await chair.settles()
    yield "trouble"
    chair.meeting.trouble("")
    for idea in MANY:
        _does(chair, a.NoteIdea(idea))
    await chair.waits(minutes=8, seconds=30)
    yield "the round, with many ideas and little time"


async def _choose(chair: Chair) -> AsyncIterator[str]:
    await chair.goes_on()
    yield "the choice"
    await chair.presses("ctrl+o")
    await chair.types("1 1 2")
    yield "a vote, its dots hidden"
    await chair.clears()
    for voter, dots in zip(chair.session.present, ((1, 1, 1), (2, 2, 2), (3,), ()), strict=True):
        _does(chair, a.CastDots(voter, dots))
    await chair.presses("ctrl+o")
    yield "a tie"
    await chair.presses("ctrl+o")
    yield "a run-off, with what is out of it"
    await chair.presses("ctrl+o", "ctrl+o")
    _does(chair, a.Choose(1))
    await chair.settles()
    yield "chosen"


async def _rest(chair: Chair) -> AsyncIterator[str]:
    await chair.goes_on()
    yield "the plan, empty"
    _does(chair, a.AddStep(0, "Twee lessen voordoen", ("Zoë", "Merel"), dt.date(2027, 1, 12)))
    _does(chair, a.AddStep(0, "Lijst maken"))
    await chair.settles()
    yield "the plan, with steps"
    await chair.does("ctrl+n", "1", "enter")
    yield "a step's card"
    await chair.presses("escape")
    await chair.goes_on()
    yield "the evaluation, empty"
    for action in (*AGREED[1:], LATER):
        _does(chair, action)
    await chair.settles()
    yield "the evaluation, filled in"
    _does(chair, a.Go("close"))
    await chair.settles()
    yield "the form"
    await chair.presses("ctrl+e")
    yield "export to"
    await chair.presses("escape")
    assert chair.app.sitting is not None
    ours, theirs = chair.session, Folder(chair.app.sitting.path.parent).load(chair.room.files[-1])
    path = chair.app.sitting.path
    beside = next(map(path.with_name, free_names(path.name, chair.room.now)))
    conflict = Conflict(path, beside)
    chair.app.push_screen(ConflictScreen(conflict, ours, chair.room.now, theirs))
    await chair.settles()
    yield "two versions"
    await chair.presses("escape", "ctrl+q")
    yield "leave?"
    await chair.presses("escape")
    await chair.taps(2, 10)
    yield "buttons to tap"


async def _finishes(chair: Chair) -> None:
    """Wait for what the screen reads beside the keys."""
    screen = chair.app.screen
    await chair.until(
        lambda: all(
            worker.is_finished
            for worker in chair.app.workers
            if screen in worker.node.ancestors_with_self
        )
    )


def _does(chair: Chair, action: a.Action) -> None:
    assert chair.app.sitting is not None
    chair.app.sitting.live.dispatch(action)

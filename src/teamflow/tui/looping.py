"""A new meeting opens with what was agreed last time: did it work?"""

import asyncio
from typing import TYPE_CHECKING

from teamflow.locale import _
from teamflow.tui.messages import AnotherTeam, GoHome, Reviewed
from teamflow.tui.screens.review import ReviewScreen
from teamflow.tui.screens.setup import SetUpScreen
from teamflow.tui.teams import Met, met_last

if TYPE_CHECKING:
    from teamflow.tui.app import TeamflowApp


async def begin_anew(app: "TeamflowApp") -> None:
    """Look back first, where last time's team has something to look back on; else set up. What is
    pressed meanwhile waits its turn."""
    known = await asyncio.to_thread(met_last, app.world.sessions)
    if known.awaiting is None:
        _set_up(app, known)
    else:
        app.show_place(ReviewScreen(app.world, known.awaiting, opening=known))


def go_on(app: "TeamflowApp", event: Reviewed) -> None:
    """After looking back: a success is shown first, then comes the set-up, or the list in which
    the session was found."""
    session = event.session
    review = session.evaluation.review

    def then(_seen: None = None) -> None:
        if event.opening:
            _go_on_to_set_up(app, session.team, event.opening)
        else:
            _back_to_list(app)

    if review is None or review.outcome != "reached":
        then()
        return
    from teamflow.tui.screens.cheer import Cheer

    app.push_screen(Cheer(session.evaluation, review), then)


def set_up_another(app: "TeamflowApp", event: AnotherTeam) -> None:
    """To the set-up without looking back, for it was another team's agreement."""
    set_up = _set_up_below(app)
    if set_up is None:
        set_up = _set_up(app, event.opening)
    else:
        app.pop_screen()
    set_up.call_after_refresh(set_up.ask_team)


def _go_on_to_set_up(app: "TeamflowApp", team: str, known: Met) -> None:
    """The one that asked for the look back, where one did."""
    set_up = _set_up_below(app)
    if set_up is None:
        _set_up(app, known)
    else:
        app.pop_screen()
        set_up.bring_along(team, known)


def _set_up_below(app: "TeamflowApp") -> SetUpScreen | None:
    return next((each for each in app.screen_stack if isinstance(each, SetUpScreen)), None)


def _set_up(app: "TeamflowApp", known: Met) -> SetUpScreen:
    set_up = SetUpScreen(app.world, app.settings, known)
    app.show_place(set_up)
    return set_up


def _back_to_list(app: "TeamflowApp") -> None:
    from teamflow.tui.screens.archive import ArchiveScreen

    said = _("Kept. Thank you for looking back.")
    archive = next((each for each in app.screen_stack if isinstance(each, ArchiveScreen)), None)
    if archive is None:
        app.post_message(GoHome(said))
        return
    while app.screen is not archive:
        app.pop_screen()
    archive.say(said)

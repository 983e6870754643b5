"""A new meeting opens with what was agreed last time: did it work?"""

from typing import TYPE_CHECKING

from teamflow.core.loop import carried_from
from teamflow.core.session import Session
from teamflow.core.setup import Carried
from teamflow.locale import _
from teamflow.store.folder import LOOKED_THROUGH, Folder
from teamflow.tui.messages import Along, GoHome, Reviewed
from teamflow.tui.screens.review import ReviewScreen
from teamflow.tui.screens.setup import SetUpScreen

if TYPE_CHECKING:
    from teamflow.tui.app import TeamflowApp


def begin_anew(app: "TeamflowApp") -> None:
    """Look back first, where last time's team has something to look back on; else set up."""
    folder = Folder(app.world.sessions)
    last = folder.last()
    stored = folder.awaiting(last.team, LOOKED_THROUGH) if last else None
    if stored is None:
        _set_up(app, last, Carried())
    else:
        app.show_place(ReviewScreen(app.world, stored, opening=True))


def go_on(app: "TeamflowApp", event: Reviewed) -> None:
    """After looking back: a success is shown first, then comes the set-up, or home."""
    session = event.stored.session
    review = session.evaluation.review

    def then(_seen: None = None) -> None:
        if event.opening:
            _go_on_to_set_up(app, session.team, _carried(session, event.along))
        else:
            app.post_message(GoHome(_("Kept. Thank you for looking back.")))

    if review is None or review.outcome != "reached":
        then()
        return
    from teamflow.tui.screens.cheer import Cheer

    app.push_screen(Cheer(session.evaluation, review), then)


def _carried(session: Session, along: Along) -> Carried:
    return Carried() if along == "nothing" else carried_from(session, with_idea=along == "idea")


def _go_on_to_set_up(app: "TeamflowApp", team: str, carried: Carried) -> None:
    """The one that asked for the look back, where one did."""
    under = next((each for each in app.screen_stack if isinstance(each, SetUpScreen)), None)
    if under is None:
        _set_up(app, Folder(app.world.sessions).last(), carried)
        return
    app.pop_screen()
    under.bring_along(team, carried)


def _set_up(app: "TeamflowApp", last: Session | None, carried: Carried) -> None:
    app.show_place(SetUpScreen(app.world, app.settings, last, carried))

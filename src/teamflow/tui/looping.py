"""A new meeting opens with what was agreed last time: did it work?"""

from typing import TYPE_CHECKING

from teamflow.core.loop import carried_from
from teamflow.core.session import Session
from teamflow.core.setup import Carried
from teamflow.locale import _
from teamflow.store.folder import Folder
from teamflow.tui.messages import Along, GoHome, Reviewed
from teamflow.tui.screens.review import ReviewScreen
from teamflow.tui.screens.setup import SetUpScreen

if TYPE_CHECKING:
    from teamflow.tui.app import TeamflowApp


def begin_anew(app: "TeamflowApp") -> None:
    """Look back first, where last time's team has something to look back on; else set up."""
    folder = Folder(app.world.sessions)
    last = folder.last()
    stored = folder.awaiting(last.team) if last else None
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
            last = Folder(app.world.sessions).last()
            _set_up(app, last, _carried(session, event.along))
        else:
            app.post_message(GoHome(_("Kept. Thank you for looking back.")))

    if review is None or review.outcome != "reached":
        then()
        return
    from teamflow.tui.screens.cheer import Cheer

    app.push_screen(Cheer(session.evaluation, review), then)


def _carried(session: Session, along: Along) -> Carried:
    return Carried() if along == "nothing" else carried_from(session, with_idea=along == "idea")


def _set_up(app: "TeamflowApp", last: Session | None, carried: Carried) -> None:
    app.show_place(SetUpScreen(app.world, app.settings, last, carried))

"""What round and choice share: changing an idea by its number."""

from typing import Final

from teamflow.core import actions as a
from teamflow.core.ideas import idea_at
from teamflow.core.refusal import Refused
from teamflow.core.session import Session
from teamflow.live import Live
from teamflow.locale import _
from teamflow.tui.drafts import Drafts
from teamflow.tui.phases.numbers import read_number
from teamflow.tui.phases.pane import Pane

CROWD: Final = 14
"""Above this many ideas every row is for them."""
CROWDED: Final = "-crowded"


class IdeaPane(Pane):
    """A pane with the idea board."""

    def __init__(self, live: Live, drafts: Drafts) -> None:
        super().__init__(live, drafts)
        # Known before it's drawn: else everything in it would be styled once more.
        self.set_class(_crowded(live.session), CROWDED, update=False)

    def show(self, session: Session) -> None:
        super().show(session)
        self.set_class(_crowded(session), CROWDED)

    def action_number(self) -> None:
        """Change, move or delete an idea by its number."""
        self.ask("number", _("Which number?"), self._open_card)

    def _open_card(self, text: str) -> None:
        session = self.live.session
        try:
            number = read_number(text)
            idea = idea_at(session, number)
        except Refused as refusal:
            self.say(refusal.told(_))
            return
        from teamflow.tui.screens.idea import IdeaCard

        card = IdeaCard(idea, number, len(session.ideas), self.drafts)
        self.app.push_screen(card, self._change)

    def _change(self, changes: "list[a.Action] | None") -> None:
        for action in changes or []:
            if not self.act(action):
                return


def _crowded(session: Session) -> bool:
    return len(session.ideas) > CROWD

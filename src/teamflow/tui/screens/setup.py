"""Set-up, under a minute: who we are, who is here, and how we vote."""

import asyncio
import secrets
from typing import ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.suggester import SuggestFromList
from textual.widgets import Static

from teamflow.core.calendar import long_date, short_date
from teamflow.core.refusal import Refused
from teamflow.core.rules.people import same_name
from teamflow.core.session import Participant, Session
from teamflow.core.setup import SetUp, begin
from teamflow.locale import _
from teamflow.store.desk import Desk
from teamflow.store.folder import Folder
from teamflow.store.history import teams_in
from teamflow.store.settings import Settings
from teamflow.store.trouble import Unsaved
from teamflow.tui.drafts import PATIENCE
from teamflow.tui.messages import GoHome, OpenSession
from teamflow.tui.phases.evaluate import day_typed
from teamflow.tui.screens.facts import fact_groups
from teamflow.tui.screens.review import ReviewScreen
from teamflow.tui.screens.room import fit
from teamflow.tui.teams import Met, Teams, coming_along, hint_at_chair, met
from teamflow.tui.widgets.field import Entered, LineField, after_typing
from teamflow.tui.widgets.keybar import KeyBar
from teamflow.tui.widgets.notice import Notice
from teamflow.tui.widgets.option import Option
from teamflow.tui.widgets.roster import Roster
from teamflow.tui.world import World

WIDTHS: Final = [(0, "-narrow"), (76, "-wide")]
HEIGHTS: Final = [(0, "-flat"), (18, "-low"), (23, "-roomy"), (30, "-high")]


class SetUpScreen(Screen[None]):
    """What was filled in last time stands there already; only the people are required."""

    CSS_PATH = "setup.tcss"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "begin", _("begin"), key_display="PgDn", priority=True),
        Binding("f1", "keys", _("keys"), priority=True),
        Binding("escape,pageup", "back", _("back"), key_display="Esc", priority=True),
        Binding("ctrl+q", "back", show=False, priority=True),
    ]

    def __init__(self, world: World, settings: Settings, known: Met) -> None:
        super().__init__()
        self._settings = settings
        self._world, self._last = world, known.last
        self._today = world.now().date()
        self._teams = Teams(self._today)
        if known.last is not None:
            self._teams.learn(known.last.team, known)
        self._desk = Desk(world.state)
        self._begun = self._waiting = False

    def compose(self) -> ComposeResult:
        fit(self)
        with Horizontal(id="top"):
            yield Static(_("A new meeting"), id="title", markup=False)
            yield Static(_("Enter goes on, ← and → choose"), classes="hint", markup=False)
        with Horizontal(id="sheet"):
            with Vertical(id="facts"):
                for group in fact_groups(self._last, self._date, self._settings):
                    with Vertical(classes="group"):
                        for label, widget in group:
                            with Horizontal(classes="line"):
                                yield Static(label, classes="label", markup=False)
                                yield widget
            with Vertical(id="people"):
                yield Static(_("Who is here?"), classes="title", markup=False)
                yield Roster(self._last.participants if self._last else ())
                yield LineField("joining", "", _("add names, then Enter"), enter=self._join)
        yield Static(id="along", markup=False)
        yield Notice()
        yield KeyBar()

    @property
    def _date(self) -> str:
        """Today, as long as the field has room for."""
        if self.has_class("-narrow"):
            return f"{short_date(self._today, _)} {self._today.year}"
        return long_date(self._today, _)

    def on_mount(self) -> None:
        self._recall(self._desk.recall())
        empty = (field for field in self.query(LineField) if not field.typed)
        next(empty, self.query_one(LineField)).focus()
        self._turn_to(self._field("team").typed)
        self._offer_teams()

    @work(group="offer")
    async def _offer_teams(self) -> None:
        teams = await asyncio.to_thread(teams_in, Folder(self._world.sessions))
        if not self.is_attached:
            return  # the set-up was left meanwhile
        self._field("team").suggester = SuggestFromList(teams, case_sensitive=False)

    def _recall(self, texts: dict[str, str]) -> None:
        for field in self.query(LineField):
            if field.name in texts and field.name != "date":
                field.resume(texts[field.name])
        if texts.get("people"):
            if self._teams.last(self._field("team").typed) is None:
                self.query_one(Roster).become(())  # they were another team's
            self.query_one(Roster).add(texts["people"])

    def on_typed(self) -> None:
        if not self._waiting:
            self._waiting = True
            self.set_timer(PATIENCE, self.keep)

    def keep(self) -> None:
        """Put what was filled in so far on the desk."""
        self._waiting = False
        if self._begun:
            return
        texts = {field.name or "": field.typed for field in self.query(LineField)}
        texts["people"] = ", ".join(person.name for person in self.query_one(Roster).people)
        self._desk.remember(texts)

    def on_entered(self, event: Entered) -> None:
        if event.field.name == "team":
            self._turn_to(event.field.typed)

    def _turn_to(self, team: str) -> None:
        """Set up for this team, which may not have been the last one to meet."""
        if self._last is None or self._teams.know(team):
            self._go_by(team)
        else:
            self._meet(team)

    @work(group="meet", exclusive=True)
    async def _meet(self, team: str, *, begins: bool = False) -> None:
        """Fetch what a team left behind. What it can look back on comes first."""
        known = await asyncio.to_thread(met, self._world.sessions, team)
        if not self.is_attached:
            return
        self._teams.learn(team, known)
        self._go_by(team)
        if known.awaiting is not None:
            self.app.push_screen(ReviewScreen(self._world, known.awaiting, opening=known))
        elif begins:
            self._begin()

    def _go_by(self, team: str) -> None:
        """Show what is known of this team, and what comes along for it."""
        last = self._teams.last(team)
        if last is not None and last is not self._last:
            self._fill_in(last)
        if team:
            self._spell(team)
        told = coming_along(self._teams.carried(team))
        self.query_one("#along", Static).update(told)
        self.set_class(bool(told), "-along")
        if not told and any(map(coming_along, self._teams.all_carried)):
            self.query_one(Notice).say(_("What was still open is another team's: it stays there."))

    def _spell(self, team: str) -> None:
        """The name as the team itself spells it, unless it's being typed over."""
        field = self._field("team")
        if field.typed == team:
            field.put(self._teams.spelled(team))

    def _fill_in(self, last: Session) -> None:
        """Last time's facts instead of another team's; what was typed today stays."""
        for name in ("school", "theme", "school_goal"):
            self._field(name).sync(getattr(last, name))
        self._field("chair").placeholder = hint_at_chair(last)
        roster = self.query_one(Roster)
        others = {person.name for person in self._last.participants} if self._last else ()
        joined = [person.name for person in roster.people if person.name not in others]
        roster.become(last.participants)
        roster.add(", ".join(joined))
        self._last = last

    def bring_along(self, team: str, known: Met) -> None:
        """Back from looking back with a team: what it left behind now comes along."""
        self._teams.learn(team, known)
        self._go_by(team)

    def ask_team(self) -> None:
        """Which team is it? What's typed takes the place of the name that stands there."""
        field = self._field("team")
        field.focus()
        field.select_all()

    def _join(self) -> None:
        if not self._joining.typed:
            self.query_one(Notice).say(_("Everyone on the list? PgDn begins."))
            return
        self.query_one(Roster).add(self._joining.typed)
        self._joining.put("")
        self.keep()

    def _field(self, name: str) -> LineField:
        return next(field for field in self.query(LineField) if field.name == name)

    @property
    def _joining(self) -> LineField:
        return self._field("joining")

    def action_begin(self) -> None:
        after_typing(self, self._begin)

    def _begin(self) -> None:
        if self._begun:  # a clicker often clicks twice
            return
        if self._joining.typed:
            self._join()
        team = self._field("team").typed
        if self._last is not None and not self._teams.know(team):
            self._meet(team, begins=True)
            return
        now = self._world.now()
        try:
            session = begin(self._filled_in(), secrets.token_hex(6), now)
            path = Folder(self._world.sessions).create(session, now)
        except (Refused, Unsaved) as error:
            told = error.told(_) if isinstance(error, Refused) else error.trouble.told(_)
            self.query_one(Notice).say(told)
            return
        self._begun = True
        self._desk.forget()
        self.post_message(OpenSession(path, interrupted=False))

    def _filled_in(self) -> SetUp:
        text = {field.name: field.typed for field in self.query(LineField)}
        chosen = {option.name: option.value for option in self.query(Option)}
        settings = self._settings
        people = self.query_one(Roster).people
        chair = text["chair"]
        if chair and not any(same_name(chair, person.name) for person in people):
            people = (*people, Participant(chair))
        return SetUp(
            date=day_typed(text["date"], self._today) or self._today,
            school=text["school"],
            team=self._teams.spelled(text["team"]),
            theme=text["theme"],
            school_goal=text["school_goal"],
            chair=chair,
            participants=people,
            voting="hands" if chosen["voting"] == "hands" else "dots",
            dots=int(str(chosen["dots"])),
            attribution=bool(chosen["attribution"]),
            minutes={
                "think": settings.think,
                "round": settings.round,
                "choose": settings.choose,
            },
            carried=self._teams.carried(text["team"]),
        )

    def action_keys(self) -> None:
        from teamflow.tui.screens.keys import Keys

        self.app.push_screen(Keys(self))

    def action_back(self) -> None:
        after_typing(self, self._go_back)

    def _go_back(self) -> None:
        self.keep()
        self.post_message(GoHome())

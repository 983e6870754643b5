"""What a school sets once."""

from dataclasses import replace
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Static

from teamflow.locale import _, language, ngettext
from teamflow.store.settings import Settings, save_settings
from teamflow.store.trouble import trouble_with
from teamflow.tui.messages import Adopt, GoHome
from teamflow.tui.widgets.keybar import KeyBar
from teamflow.tui.widgets.notice import Notice
from teamflow.tui.widgets.option import Option
from teamflow.tui.world import World


class SettingsScreen(Screen[None]):
    """A line each; what is changed is saved at once."""

    CSS_PATH = "setup.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "done", _("done"), key_display="Esc"),
        Binding("ctrl+q", "done", show=False),
    ]

    def __init__(self, world: World, settings: Settings) -> None:
        super().__init__()
        self._world, self._settings = world, settings

    def compose(self) -> ComposeResult:
        yield Static(_("Settings"), id="title", markup=False)
        for label, option in _options(self._settings):
            with Horizontal(classes="line"):
                yield Static(label, classes="label", markup=False)
                yield option
        told = _("← and → change a line. Kept in {file}")
        yield Static(told.format(file=self._world.settings_file), classes="hint", markup=False)
        yield Notice()
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one(Option).focus()

    def on_option_turned(self, event: Option.Turned) -> None:
        changed: dict[str, Any] = {event.option.name or "": event.option.value}
        self._settings = replace(self._settings, **changed)
        try:
            save_settings(self._settings, self._world.settings_file)
        except OSError as error:
            trouble = trouble_with(self._world.settings_file.parent, error)
            self.query_one(Notice).say(trouble.told(_))
        self.post_message(Adopt(self._settings))

    def action_done(self) -> None:
        if (self._settings.language or language()) != language():
            self.app.exit("restart")
        else:
            self.post_message(GoHome())


def _options(settings: Settings) -> tuple[tuple[str, Option], ...]:
    languages = (("nl", "Nederlands"), ("en", "English"))
    themes = (("board", _("light")), ("evening", _("dark")))
    voting = (("dots", _("dots")), ("hands", _("hands up")))
    yes_no = ((False, _("no")), (True, _("yes")))
    dots = [(count, _("{n} each").format(n=count)) for count in range(1, 11)]
    minutes = [
        (count, ngettext("{n} minute", "{n} minutes", count).format(n=count))
        for count in range(1, 61)
    ]
    return (
        (_("Language"), Option("language", languages, settings.language or language())),
        (_("Colours"), Option("theme", themes, settings.theme)),
        (_("Think"), Option("think", minutes, settings.think)),
        (_("Round"), Option("round", minutes, settings.round)),
        (_("Choose"), Option("choose", minutes, settings.choose)),
        (_("We vote with"), Option("voting", voting, settings.voting)),
        (_("Dots"), Option("dots", dots, settings.dots)),
        (_("Note who said it"), Option("attribution", yes_no, settings.attribution)),
        (_("Bell at zero"), Option("bell", yes_no, settings.bell)),
    )

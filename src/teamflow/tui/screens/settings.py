"""What a school sets once."""

from dataclasses import replace
from typing import Any, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Static

from teamflow.locale import _, language
from teamflow.store.problem import shown
from teamflow.store.settings import Settings, load_settings, save_settings
from teamflow.store.trouble import trouble_with
from teamflow.tui.messages import Adopt
from teamflow.tui.screens.home import faulty
from teamflow.tui.screens.place import PlaceDialog
from teamflow.tui.screens.room import fit
from teamflow.tui.screens.settable import groups
from teamflow.tui.widgets.keybar import KeyBar
from teamflow.tui.widgets.notice import Notice
from teamflow.tui.widgets.option import Option
from teamflow.tui.widgets.setting import Setting
from teamflow.tui.world import World

HEIGHTS: Final = [(0, "-flat"), (20, "-low"), (23, "-roomy"), (32, "-high")]


class Guide(Notice):
    """What the marked row is for, whenever there's nothing else to say."""

    about: reactive[str] = reactive("")

    def render(self) -> Content:
        said = self.trouble or self.text
        return super().render() if said else Content.styled(self.about, "not bold")


class SettingsScreen(Screen[None]):
    """A row each; what is changed is saved at once, and can be undone. In a meeting it goes on
    under it, with what it can take up."""

    CSS_PATH = "settings.tcss"
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1,question_mark", "keys", _("keys"), key_display="F1"),
        Binding("escape", "done", _("done"), key_display="Esc"),
        Binding("ctrl+r", "reset_all", _("all to default")),
        Binding("ctrl+z", "undo", _("undo"), show=False),
        Binding("ctrl+q", "done", show=False),
    ]

    def __init__(self, world: World, settings: Settings, *, meeting: bool) -> None:
        super().__init__()
        self._world, self._settings, self._meeting = world, settings, meeting
        self._earlier: list[tuple[str, Settings]] = []

    def compose(self) -> ComposeResult:
        fit(self)
        yield Static(_title(shown(self._world.settings_file)), id="title")
        with VerticalScroll(id="groups", can_focus=False):
            for name, rows in groups(self._settings, self._world):
                rows[0].group = name
                with Vertical(classes="group"):
                    yield from rows
        yield Guide()
        yield KeyBar()

    def on_mount(self) -> None:
        self.query(Setting).first().focus()
        _settings, problems = load_settings(self._world.settings_file)
        if problems:
            self.query_one(Guide).trouble = faulty(problems[0])

    def on_descendant_focus(self) -> None:
        self._guide()

    def _guide(self) -> None:
        if isinstance(row := self.focused, Setting):
            usual = _("Default: {value}.").format(value=row.default_words)
            differs = row.value != row.default
            self.query_one(Guide).about = f"{row.about} {usual}" if differs else row.about

    def on_option_turned(self, event: Option.Turned) -> None:
        changed: dict[str, Any] = {event.option.name or "": event.option.value}
        self._change(replace(self._settings, **changed), event.option.name or "")

    def on_setting_mistyped(self, event: Setting.Mistyped) -> None:
        told = _("A number from {least} to {most}, please.")
        self.query_one(Guide).say(told.format(least=event.least, most=event.most))

    def on_place_setting_opened(self) -> None:
        def chosen(folder: str | None) -> None:
            if folder is not None:
                self._change(replace(self._settings, folder=folder or None), "")
                self._show()

        self.app.push_screen(PlaceDialog(self._settings.folder or ""), chosen)

    def _change(self, settings: Settings, what: str) -> None:
        if settings == self._settings:
            return
        if not what or not self._earlier or self._earlier[-1][0] != what:
            self._earlier.append((what, self._settings))
        self._take_up(settings)

    def _take_up(self, settings: Settings) -> None:
        self._settings = settings
        notice = self.query_one(Guide)
        notice.hush()
        try:
            save_settings(settings, self._world.settings_file)
            notice.trouble = ""
        except OSError as error:
            trouble = trouble_with(self._world.settings_file.parent, error)
            notice.say(trouble.told(_))
        self.post_message(Adopt(settings))
        self._guide()
        if self._meeting and self._starts_again():
            notice.say(_("After this meeting, when teamflow starts again."))

    def _show(self) -> None:
        for row in self.query(Setting):
            row.choose(getattr(self._settings, row.name or ""))
        self._guide()

    def action_reset_all(self) -> None:
        defaults: dict[str, Any] = {row.name or "": row.default for row in self.query(Setting)}
        self._change(replace(self._settings, **defaults), "")
        self._show()
        self.query_one(Guide).say(_("All is at its default. Ctrl+Z brings back what you had."))

    def action_undo(self) -> None:
        if self._earlier:
            self._take_up(self._earlier.pop()[1])
            self._show()
        else:
            self.query_one(Guide).say(_("There is nothing to undo."))

    def action_keys(self) -> None:
        from teamflow.tui.screens.keys import Keys

        self.app.push_screen(Keys(self))

    def action_done(self) -> None:
        if self._starts_again() and not self._meeting:
            self.app.exit("restart")
        else:
            self.call_later(self.run_action, "app.go_back")

    def _starts_again(self) -> bool:
        """Whether the language or the folder has become another one."""
        before, now = self._world.settings, self._settings
        spoken = now.language != before.language and now.language != language()
        return spoken or (now.folder != before.folder and not self._world.decided_by)


def _title(file: str) -> Content:
    hint = _("kept in {file}").format(file=file)
    return Content.assemble(_("Settings"), (f"   {hint}", "not bold $quiet"))

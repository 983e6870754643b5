"""What can be set, in groups, in the user's words."""

from collections.abc import Sequence
from typing import Final

from teamflow.locale import N_, _, ngettext
from teamflow.store.problem import shown
from teamflow.store.settings import MOST_DOTS, MOST_MINUTES, Settings
from teamflow.tui.screens.place import PlaceSetting
from teamflow.tui.themes import THEMES
from teamflow.tui.widgets.setting import Setting
from teamflow.tui.world import World

LANGUAGES: Final = (("nl", "Nederlands"), ("en", "English"))
COLOURS: Final = {
    "board": N_("light"),
    "evening": N_("dark"),
    "contrast": N_("high contrast"),
}
"""The words for a theme; one that isn't here shows its own name."""

Groups = Sequence[tuple[str, Sequence[Setting]]]


def groups(settings: Settings, world: World) -> Groups:
    """The rows of each group, with the group's name."""
    return (
        (_("Meeting"), _meeting(settings)),
        (_("Voting"), _voting(settings)),
        (_("See and hear"), _seen_and_heard(settings)),
        (_("Laptop"), _laptop(settings, world)),
    )


def _meeting(settings: Settings) -> Sequence[Setting]:
    minutes = [
        (count, ngettext("{n} minute", "{n} minutes", count).format(n=count))
        for count in range(1, MOST_MINUTES + 1)
    ]
    phases = (
        ("think", _("Think"), _("How long everyone writes in silence.")),
        ("round", _("Round"), _("How long the ideas are collected in turn.")),
        ("choose", _("Choose"), _("How long you take to choose.")),
    )
    return (
        *(_setting(settings, name, label, about, minutes) for name, label, about in phases),
        _flag(
            settings,
            "attribution",
            _("Note who said it"),
            _("Whether the file keeps who gave which idea. The school's leader never sees it."),
        ),
    )


def _voting(settings: Settings) -> Sequence[Setting]:
    ways = (("dots", _("dots")), ("hands", _("hands up")))
    dots = [(count, _("{n} each").format(n=count)) for count in range(1, MOST_DOTS + 1)]
    how = _("Dots are given unseen; hands are counted in the room.")
    many = _("How many dots everyone has to give.")
    return (
        _setting(settings, "voting", _("We vote with"), how, ways),
        _setting(settings, "dots", _("Dots"), many, dots),
    )


def _seen_and_heard(settings: Settings) -> Sequence[Setting]:
    bell = (("on", _("gong")), ("flash", _("only a flash")), ("off", _("off")))
    themes = [(theme.name, _(COLOURS.get(theme.name, theme.name))) for theme in THEMES]
    return (
        _setting(settings, "bell", _("Bell"), _("Rings once when time is up, and at F9."), bell),
        _flag(
            settings,
            "last_minute",
            _("At one minute"),
            _("Rings softly, too, when there's one minute left."),
        ),
        _setting(settings, "theme", _("Colours"), _("Light reads best on most beamers."), themes),
        _flag(
            settings,
            "animations",
            _("Animations"),
            _("Without them nothing flashes or moves by itself."),
        ),
        _flag(
            settings,
            "ascii",
            _("Plain characters"),
            _("Plain characters for fonts without block letters."),
        ),
    )


def _laptop(settings: Settings, world: World) -> Sequence[Setting]:
    languages = ((None, _("as the laptop")), *LANGUAGES)
    told = _("What teamflow speaks on this laptop.")
    as_it_is = world.decided_by or world.settings.folder is None
    usual = shown(world.sessions) if as_it_is else _("Teamflow, in your documents")
    return (
        _setting(settings, "language", _("Language"), told, languages),
        PlaceSetting(settings.folder, usual, world.decided_by),
    )


def _flag(settings: Settings, name: str, label: str, about: str) -> Setting:
    return _setting(settings, name, label, about, ((False, _("no")), (True, _("yes"))))


def _setting(
    settings: Settings, name: str, label: str, about: str, values: Sequence[tuple[object, str]]
) -> Setting:
    chosen, default = getattr(settings, name), getattr(Settings, name)
    return Setting(name, label, about, values, chosen, default)

"""Speaks Dutch before any screen is imported: screens bind the words of their keys when their
class is made. Import this first; afterwards the language is what it was."""

import importlib
import pkgutil
from typing import Final

from teamflow import locale, tui

LANGUAGE: Final = "nl"

_spoken = locale.language()
locale.use(LANGUAGE)
for _module in pkgutil.walk_packages(tui.__path__, f"{tui.__name__}."):
    importlib.import_module(_module.name)
locale.use(_spoken)

"""The themes that comments are coded to, kept in a list of their own."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.dialogs.feedback.coding import MergeTheme, NameTheme
from desktop.dialogs.feedback.kept_list import KeptList
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from engagement.forums.feedback import themes
from engagement.forums.feedback.feedback_tables import kept_themes_table
from resources.tables import Table
from resources.wording import in_london


class ThemeActs:
    """Acts on the row chosen in the list that `keep` opens over `view`."""

    def __init__(self, desk: Desk, view: QWidget, *, now: Callable[[], datetime]) -> None:
        self._desk, self._view, self._now = desk, view, now

    def keep(self) -> None:
        """The themes of every event, to be added to, renamed, merged and retired."""
        dialog = KeptList(
            "Themes", "Comments of every event are coded to these.", self._read, self._view,
            name="feedback_themes",
        )  # fmt: skip
        one = dialog.has_row
        dialog.offer(
            [
                Action("theme_add", "Add a theme…", partial(self._ask, dialog, ""), icon="add"),
                Action("theme_rename", "Rename…", partial(self._rename, dialog), enabled=one, icon="edit"),
                Action("theme_merge", "Merge into another…", partial(self._merge, dialog), icon="merge",
                       enabled=partial(self._may_merge, dialog)),
                Action("theme_retire", "Retire", partial(self._retire, dialog), enabled=one,
                       label_now=partial(self._retire_words, dialog)),
            ]
        )  # fmt: skip
        dialog.open()

    def _read(self) -> tuple[Table, list[str]]:
        held = themes.all_themes(self._desk.db, retired=True)
        return kept_themes_table(held, themes.coded_to(self._desk.db)), [one.id for one in held]

    def _rename(self, dialog: KeptList) -> None:
        self._ask(dialog, dialog.key)

    def _ask(self, dialog: KeptList, key: str) -> None:
        name = themes.get(self._desk.db, key).name if key else ""
        NameTheme(name, dialog).ask(partial(self._named, dialog, key))

    def _named(self, dialog: KeptList, key: str, name: str) -> None:
        if key:
            themes.rename_theme(self._desk.db, key, name)
        else:
            themes.add_theme(self._desk.db, name)
        dialog.reload()

    def _may_merge(self, dialog: KeptList) -> bool:
        return bool(dialog.key) and len(themes.all_themes(self._desk.db)) > 1

    def _merge(self, dialog: KeptList) -> None:
        gone = themes.get(self._desk.db, dialog.key)
        others = [one for one in themes.all_themes(self._desk.db) if one.id != gone.id]
        MergeTheme(gone, others, dialog).ask(partial(self._merged, dialog, gone.id))

    def _merged(self, dialog: KeptList, gone: str, kept: str) -> None:
        themes.merge_themes(self._desk.db, kept, gone)
        dialog.reload()

    def _retire(self, dialog: KeptList) -> None:
        held = themes.get(self._desk.db, dialog.key)
        if held.retired_on is None:
            themes.retire_theme(self._desk.db, held.id, on=in_london(self._now()).date())
        else:
            themes.restore_theme(self._desk.db, held.id)
        dialog.reload()

    def _retire_words(self, dialog: KeptList) -> str:
        retired = dialog.key and themes.get(self._desk.db, dialog.key).retired_on
        return "Restore" if retired else "Retire"

"""The window's pages, in the order of the sidebar. A new capability's page is added here."""

from collections.abc import Callable
from functools import partial

from desktop.pages.backups import BackupsPage
from desktop.pages.history import HistoryPage
from desktop.shell.page import Desk, PageSpec
from resources.database.backups import Backup


def page_specs(
    desk: Desk, *, back_up: Callable[[], object], restore: Callable[[Backup], object]
) -> list[PageSpec]:
    """What the sidebar lists; a page is made when it is first shown."""
    return [
        PageSpec("history", "History", "history", partial(HistoryPage, desk), group="This file"),
        PageSpec(
            "backups",
            "Backups",
            "backup",
            partial(BackupsPage, desk, back_up=back_up, restore=restore),
            group="This file",
        ),
    ]

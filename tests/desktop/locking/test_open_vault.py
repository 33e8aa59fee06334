"""Pages that tell of the open register hear when it opens and before it locks."""

from desktop.locking.open_vault import OpenVault
from resources.database import OpenFile


def test_it_is_told_while_it_can_still_be_read_that_it_locks(opened: OpenFile) -> None:
    vault, heard = OpenVault(), []
    vault.closing.connect(lambda: heard.append(("closing", vault.db is opened.db)))
    vault.changed.connect(lambda: heard.append(("changed", vault.db is not None)))
    assert vault.db is None and vault.opened is None
    vault.locks()
    assert heard == []
    vault.opens(opened)
    assert vault.opened is opened
    vault.locks()
    assert heard == [("changed", True), ("closing", True), ("changed", False)]

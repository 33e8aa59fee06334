from desktop.shell.undo import HistoryKeeper
from engagement.register.providers import add_provider, provider
from resources.database import Database


def test_changes_are_taken_back_and_brought_again_by_their_names(db: Database) -> None:
    keeper = HistoryKeeper(db)
    assert (keeper.next_undo(), keeper.next_redo(), keeper.undo(), keeper.redo()) == ("", "", "", "")
    added = add_provider(db, name="Rosewood Care")
    assert (keeper.next_undo(), keeper.next_redo()) == ("Added Rosewood Care", "")
    assert keeper.undo() == "Added Rosewood Care"
    assert db.value("select count(*) from provider", ()) == 0
    assert (keeper.next_undo(), keeper.next_redo()) == ("", "Added Rosewood Care")
    assert keeper.redo() == "Added Rosewood Care"
    assert provider(db, added.id).name == "Rosewood Care"

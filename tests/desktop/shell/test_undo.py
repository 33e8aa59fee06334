from desktop.shell.undo import HistoryKeeper, ShownKeeper
from engagement.register.providers import add_provider, provider
from resources.database import Database
from tests.desktop.sample_window import FakeUndo


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


def test_the_page_shown_has_its_own_undo_where_it_keeps_a_file_of_its_own() -> None:
    windows, pages = FakeUndo(), FakeUndo()
    shown: list[FakeUndo] = []
    keeper = ShownKeeper(windows, lambda: shown[0] if shown else None)
    assert keeper.undo() and (windows.undone, pages.undone) == (["Added Rosewood House"], [])
    shown.append(pages)
    assert keeper.undo() and len(windows.undone) == len(pages.undone) == 1
    assert keeper.whose() is pages
    assert (keeper.next_undo(), keeper.next_redo()) == (pages.next_undo(), pages.next_redo())
    assert keeper.redo() == pages.redo()

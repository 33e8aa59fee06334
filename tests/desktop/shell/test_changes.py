import threading

from pytestqt.qtbot import QtBot

from desktop.shell.changes import Changes


def test_a_change_is_told_at_once_in_the_windows_thread(qtbot: QtBot) -> None:
    changes, heard = Changes(), []
    changes.changed.connect(heard.append)
    changes.tell("Added Rosewood House")
    assert heard == ["Added Rosewood House"]


def test_a_change_from_a_worker_is_heard_in_the_windows_thread(qtbot: QtBot) -> None:
    changes, heard = Changes(), []

    def hear(change: object) -> None:
        heard.append((change, threading.current_thread() is threading.main_thread()))

    changes.changed.connect(hear)
    worker = threading.Thread(target=changes.tell, args=("Import of 177 locations",))
    worker.start()
    worker.join()
    assert heard == []
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("Import of 177 locations", True)]

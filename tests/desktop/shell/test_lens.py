"""The lens is put on and taken off."""

from pytestqt.qtbot import QtBot

from desktop.shell.lens import Lens


def test_the_lens_tells_when_it_is_turned_and_only_then(qtbot: QtBot) -> None:
    lens, turned = Lens(), []
    lens.changed.connect(lambda: turned.append(lens.public))
    assert not lens.public
    lens.look(public=False)
    lens.turn()
    lens.look(public=True)
    lens.turn()
    assert turned == [True, False]

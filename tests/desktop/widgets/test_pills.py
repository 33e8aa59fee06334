from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from desktop.shell.looks.look import Tone
from desktop.widgets.pills import Pill, rating_tone, state_tone
from resources.tables import ColumnKind


def test_ratings_and_states_have_the_tone_of_their_meaning() -> None:
    assert [
        rating_tone(words) for words in ("Good", "requires_improvement", "Insufficient evidence to rate")
    ] == [
        Tone.GOOD,
        Tone.REQUIRES_IMPROVEMENT,
        Tone.NOT_RATED,
    ]
    assert [state_tone(words) for words in ("Active", "No show", "Waitlisted", "Something new")] == [
        Tone.POSITIVE,
        Tone.NEGATIVE,
        Tone.WAITING,
        Tone.NEUTRAL,
    ]


def test_every_rating_has_a_shape_of_its_own_that_shows_without_colour(qtbot: QtBot, styled: object) -> None:
    shapes = set()
    for words in (
        "Outstanding",
        "Good",
        "Requires improvement",
        "Inadequate",
        "Not yet rated",
        "Not rated by CQC",
    ):
        pill = Pill(ColumnKind.RATING, words)
        qtbot.addWidget(pill)
        pill.resize(pill.sizeHint())
        image = pill.grab().toImage().convertToFormat(pill.grab().toImage().Format.Format_Grayscale8)
        left = [image.pixelColor(x, y).lightness() for x in range(7, 20) for y in range(4, 18)]
        middle = (max(left) + min(left)) // 2
        shapes.add(tuple(value > middle for value in left))
        seen = QAccessible.queryAccessibleInterface(pill)
        assert seen.text(QAccessible.Text.Name) == words
    assert len(shapes) == 6

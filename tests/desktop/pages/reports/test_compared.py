"""What differs between two reports, looked through."""

from datetime import date

from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.pages.reports.compared import Compared
from desktop.shell.page import Desk
from engagement.committee.issue_comparing import Comparison
from resources.report.committee.comparing import Difference, Kind, What
from resources.report.exemption import Exemption
from resources.tables import Column, Table


def shown(desk: Desk, qtbot: QtBot, *differences: Difference) -> Compared:
    followed_up = Table("Followed up", (Column("text", "Text"),), ())
    held = Comparison("In June", "In September", differences, followed_up, date(2026, 9, 30))
    made = Compared(desk, held, lambda _comparison, _over: None, None)
    qtbot.addWidget(made)
    return made


def heads(made: Compared) -> list[str]:
    return [one.text() for one in made.findChildren(QAbstractButton)]


def test_a_list_is_told_on_one_line(desk: Desk, qtbot: QtBot) -> None:
    points = Difference(Kind.NEW, What.SENTENCE, "Inspections", "ratings", now="37 Good\n11 Inadequate")
    ended = Difference(Kind.GONE, What.SENTENCE, "Inspections", "ends", was="It rose.\nIt fell.")
    rows = shown(desk, qtbot, points, ended).part.table().rows
    assert [row[3] for row in rows] == ["37 Good; 11 Inadequate", "It rose. It fell."]


def test_what_there_is_nothing_of_has_no_heading(desk: Desk, qtbot: QtBot) -> None:
    public = Difference(Kind.NEW, What.TYPED, "Winter", "", now="Noted.")
    exempt = Difference(
        Kind.NEW, What.TYPED, "Winter", "", now="Noted.", exempt=Exemption(3, "It names one.")
    )
    assert "Not for publication" not in heads(shown(desk, qtbot, public))
    assert "Not for publication" in heads(shown(desk, qtbot, exempt))

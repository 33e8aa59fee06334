"""Meetings, reports, outlines and recommendations as tables."""

from datetime import date

from engagement.committee import items, tables
from engagement.committee import recommendations as asks
from engagement.committee.meetings import CommitteeMeeting
from engagement.committee.reports import CommitteeReport
from engagement.committee.vocabulary import Progress, RecommendationOutcome
from resources.database import Database
from resources.report.exemption import Exemption

TODAY = date(2019, 12, 1)


def test_meetings_say_how_many_reports_they_have(
    db: Database, held: CommitteeReport, december: CommitteeMeeting
) -> None:
    assert [row[:3] for row in tables.meetings_table(db).rows] == [
        ("2019-12-09", december.committee, 0),
        ("2019-09-09", december.committee, 1),
    ]


def test_reports_stand_with_their_meeting(db: Database, held: CommitteeReport) -> None:
    assert tables.reports_table(db).rows == (
        (
            "Progress on market management", "2019-09-09", "Adult Social Care and Public Health Committee",
            "Apr to Jun 2019", "Nottinghamshire", "", None,
        ),
    )  # fmt: skip


def test_an_outline_says_what_is_exempt(db: Database, held: CommitteeReport) -> None:
    lines = items.items_of(db, held.id)
    for one in lines[2:]:
        items.remove_item(db, one.id)
    assert tables.outline_table(db, held.id, {"market": "Ratings"}).rows == [
        (1, "Section", "Ratings", ""), (2, "Section", "inspections", ""),
    ]  # fmt: skip
    typed = items.add_paragraph(db, held.id, "It is in difficulty.")
    items.set_exempt(db, lines[0].id, Exemption(3, "A suspension"))
    assert tables.outline_table(db, held.id, {}).exempt is None
    items.set_exempt(db, typed.id, Exemption(3, "It names a provider"))
    table = tables.outline_table(db, held.id, {})
    assert table.rows[2] == (3, "Paragraph", "It is in difficulty.", "Paragraph 3")
    assert table.exempt == Exemption(3, "It names a provider")


def test_recommendations_stand_with_their_last_step(db: Database, held: CommitteeReport) -> None:
    done, open_one = (asks.add_recommendation(db, held.id, text).id for text in ("Agree.", "Note it."))
    asks.decide(db, done, RecommendationOutcome.AGREED, today=TODAY)
    asks.note_step(db, done, "Sent.", on=date(2019, 10, 1), progress=Progress.DONE, today=TODAY)
    rows = tables.all_recommendations_table(db).rows
    assert [row[:8] for row in rows] == [
        ("Agree.", "2019-09-09", "Agreed", "Done", "2019-10-01", "Sent.", "2019-09-09", 1),
        ("Note it.", "2019-09-09", "Not decided yet", "Not started", None, "", None, 2),
    ]
    waiting = tables.all_recommendations_table(db, open_only=True)
    assert [row[0] for row in waiting.rows] == ["Note it."]
    assert tables.all_recommendations_table(db, committee="Cabinet").rows == ()
    assert tables.steps_table(db, done).rows == (("2019-10-01", "Sent.", "Done"),)
    assert tables.steps_table(db, open_one).rows == ()

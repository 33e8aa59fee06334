"""Tests of what Home lists of reports to committees."""

from datetime import UTC, date, datetime, timedelta

from engagement.committee import deadlines, items, recommendations
from engagement.committee.attention import committee_attention
from engagement.committee.due_days import PUBLICATION
from engagement.committee.meetings import CommitteeMeeting
from engagement.committee.reports import CommitteeReport, archive_report
from engagement.committee.vocabulary import Progress, RecommendationOutcome
from resources.attention import Attention, Urgency
from resources.database import Database
from resources.report.exemption import Exemption

DRAFT = "Draft to the service director"


def lines(db: Database, day: date) -> list[Attention]:
    return committee_attention(db, datetime(day.year, day.month, day.day, 9, tzinfo=UTC))


def said(db: Database, day: date) -> list[tuple[Urgency, str]]:
    return [(one.urgency, one.what) for one in lines(db, day)]


def test_an_empty_file_asks_for_nothing(db: Database) -> None:
    assert lines(db, date(2019, 9, 1)) == []


def test_the_next_deadline_is_listed_ten_days_before_it(db: Database, held: CommitteeReport) -> None:
    assert said(db, date(2019, 8, 19)) == []
    assert said(db, date(2019, 8, 20)) == [(Urgency.SOON, PUBLICATION)]
    assert said(db, date(2019, 8, 30)) == [(Urgency.TODAY, PUBLICATION)]
    (line,) = lines(db, date(2019, 8, 20))
    assert line.key == held.meeting_id and line.day == date(2019, 8, 30)
    deadlines.mark_met(db, held.id, PUBLICATION, on=date(2019, 8, 20), today=date(2019, 8, 20))
    assert said(db, date(2019, 8, 20)) == []


def test_what_is_overdue_is_one_line_a_report(db: Database, held: CommitteeReport) -> None:
    assert said(db, date(2019, 9, 2)) == [(Urgency.DUE, f"Overdue: {PUBLICATION}")]
    deadlines.set_deadline(db, DRAFT, 15)
    (line,) = lines(db, date(2019, 9, 2))
    assert (line.urgency, line.what) == (Urgency.DUE, "2 deadlines are overdue")
    assert f"The first, “{DRAFT}”" in line.detail
    assert said(db, date(2019, 9, 10)) == []  # the meeting is over


def test_a_meeting_without_a_report_is_listed_thirty_days_before_it(
    db: Database, december: CommitteeMeeting, held: CommitteeReport
) -> None:
    assert said(db, date(2019, 11, 8)) == []
    assert said(db, date(2019, 11, 9)) == [(Urgency.DUE, "Begin a report to the committee")]
    archive_report(db, held.id, today=date(2019, 9, 8))
    assert said(db, date(2019, 9, 8)) == [(Urgency.DUE, "Begin a report to the committee")]


def test_what_is_kept_from_the_public_is_looked_at_again_on_its_day(
    db: Database, held: CommitteeReport
) -> None:
    line = items.add_paragraph(db, held.id, "Something not yet public.")
    exempt = Exemption(3, "It names somebody.", "It would do harm.", "Members", "2020-03-01")
    items.set_exempt(db, line.id, exempt)
    assert said(db, date(2020, 2, 29)) == []
    (told,) = lines(db, date(2020, 3, 2))
    assert (told.what, told.key, told.day) == (
        "Review what is kept from the public", held.id, date(2020, 3, 1),
    )  # fmt: skip
    assert "1 line of the outline" in told.detail


def test_what_was_asked_is_followed_from_the_decision_to_its_end(db: Database, held: CommitteeReport) -> None:
    one = recommendations.add_recommendation(db, held.id, "members agree to a further report")
    after = date(2019, 9, 20)
    assert said(db, after) == [(Urgency.SOON, "Note what members decided on 1 recommendation")]
    recommendations.decide(db, one.id, RecommendationOutcome.AGREED, today=after)
    assert said(db, after) == []
    quiet = [(Urgency.WHEN_YOU_CAN, "1 recommendation without news for three months")]
    assert said(db, date(2019, 12, 8)) == []
    assert said(db, date(2019, 12, 9)) == quiet
    day = date(2019, 12, 9)
    recommendations.note_step(db, one.id, "Begun.", on=day, progress=Progress.UNDER_WAY, today=day)
    assert said(db, day) == []
    assert said(db, day + timedelta(days=91)) == quiet
    recommendations.note_step(db, one.id, "Done.", on=day, progress=Progress.DONE, today=day)
    assert said(db, day + timedelta(days=91)) == []

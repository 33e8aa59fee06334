"""Tests of the sample county's meetings, reports and recommendations."""

from datetime import date

import pytest

from engagement.committee.deadlines import deadlines_of
from engagement.committee.items import items_of
from engagement.committee.kept import picture
from engagement.committee.meetings import meeting, meetings
from engagement.committee.recommendations import recommendations_of, steps_of
from engagement.committee.report_parts import parts_of
from engagement.committee.reports import report
from engagement.committee.sample import add_reports, decide_last, keep_back, words
from engagement.committee.sample.making import second_monday
from engagement.committee.vocabulary import RecommendationOutcome
from resources.database import Database
from resources.report.committee.outline import ItemKind
from resources.report.exemption import Exemption
from resources.spans import Span

DAYS = (date(2026, 3, 4), date(2026, 11, 22), date(2026, 12, 13), date(2027, 1, 1), date(2026, 9, 30))


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_the_last_report_was_heard_and_the_draft_is_for_a_meeting_to_come(db: Database, today: date) -> None:
    made = add_reports(db, today=today)
    last, draft = report(db, made.last), report(db, made.draft)
    heard, to_come = meeting(db, last.meeting_id), meeting(db, draft.meeting_id)
    assert last.last_on < heard.meets_on < today < to_come.meets_on
    assert draft.last_on < today and draft.since_on == last.last_on
    assert sum(one.meets_on > today for one in meetings(db)) == 4
    assert all(one.meets_on.weekday() == 0 and 8 <= one.meets_on.day <= 14 for one in meetings(db))
    assert all(one.done_on is not None for one in deadlines_of(db, last.id))
    assert not any(one.is_late(today) for one in deadlines_of(db, draft.id))


def test_the_quarters_are_told_one_after_the_other(db: Database) -> None:
    made = add_reports(db, today=date(2026, 11, 22))
    assert report(db, made.last).span == Span(date(2026, 4, 1), date(2026, 6, 30))
    assert report(db, made.draft).span == Span(date(2026, 7, 1), date(2026, 9, 30))
    assert [one.meets_on for one in meetings(db)][-2:] == [date(2026, 12, 14), date(2026, 9, 14)]


def test_the_draft_has_what_people_wrote_and_a_picture(db: Database) -> None:
    made = add_reports(db, today=date(2026, 11, 22))
    lines = items_of(db, made.draft)
    shown = next(one for one in lines if one.kind is ItemKind.PICTURE)
    assert picture(db, shown.file_sha256).startswith(b"\x89PNG")
    assert [one.text for one in lines if one.exempt] == [words.EXEMPT_PARAGRAPH]
    assert set(words.STAYING) <= {one.part for one in parts_of(db, made.draft)}
    assert [one.text for one in recommendations_of(db, made.draft)] == list(words.ASKED)


def test_members_decided_and_steps_were_noted_none_of_them_in_the_future(db: Database) -> None:
    today = date(2026, 9, 20)
    made = add_reports(db, today=date(2026, 11, 22))
    decide_last(db, made.last, today=today)
    held = recommendations_of(db, made.last)
    assert {one.outcome for one in held} == {RecommendationOutcome.AGREED, RecommendationOutcome.AMENDED}
    assert all(one.decided_on == date(2026, 9, 14) for one in held)
    days = [step.on_day for one in held for step in steps_of(db, one.id)]
    assert days and max(days) == today


def test_why_something_is_kept_back_is_said_with_the_reason_that_it_had(db: Database) -> None:
    made = add_reports(db, today=date(2026, 11, 22))
    lines = {one.section: one for one in items_of(db, made.draft)}
    found = [(lines[name].id, Exemption(3, f"Of {name}.")) for name in ("suspensions", "awards")]
    keep_back(db, made.draft, found, meets_on=date(2026, 12, 14))
    told = {one.section: one.exempt for one in items_of(db, made.draft) if one.section and one.exempt}
    assert told["suspensions"].public_interest == words.KEPT_BACK["suspensions"].public_interest
    assert told["awards"].public_interest == words.ANY_KEPT_BACK.public_interest
    assert {one.reason for one in told.values()} == {"Of suspensions.", "Of awards."}
    assert {one.review_on for one in told.values()} == {"2027-06-14"}


def test_the_committee_meets_on_the_second_monday() -> None:
    assert second_monday(2019, 12) == date(2019, 12, 9)
    assert second_monday(2026, 6) == date(2026, 6, 8)

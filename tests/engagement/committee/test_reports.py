"""Reports: begun with an outline, with that of an earlier one, put right."""

from datetime import date

import pytest

from engagement.committee import edits, items, recommendations, report_parts, reports
from engagement.committee.meetings import CommitteeMeeting
from engagement.committee.outlines import outline
from engagement.committee.reports import STAYS, CommitteeReport
from resources.database import Database, history
from resources.problem import FieldProblem, Problem
from resources.report.committee import default_outline
from resources.report.committee.outline import ItemKind, Style
from resources.report.committee.parts import Part
from resources.report.exemption import Exemption
from resources.spans import Span

NEXT = Span(date(2019, 7, 1), date(2019, 9, 30))


def test_it_begins_with_the_outline_of_its_style(db: Database, held: CommitteeReport) -> None:
    shipped = [one.section for one in default_outline.items(Style.NOTTINGHAMSHIRE)]
    lines = items.items_of(db, held.id)
    assert [one.section for one in lines] == shipped
    assert [one.place for one in lines] == list(range(1, len(shipped) + 1))
    assert held.since_on is None
    assert reports.report(db, held.id) == held


def test_the_next_tells_changes_from_the_last_day_of_the_one_before(
    db: Database, held: CommitteeReport, december: CommitteeMeeting
) -> None:
    made = reports.begin_report(db, "The next", december.id, NEXT)
    assert made.since_on == date(2019, 6, 30)
    assert reports.report_before(db, december.committee, NEXT.last, but=made.id) == held
    assert reports.report_before(db, december.committee, held.last_on) is None
    assert reports.report_before(db, december.committee.upper(), NEXT.last, but=made.id) == held


def test_another_begins_as_the_one_before_was_composed(
    db: Database, held: CommitteeReport, december: CommitteeMeeting
) -> None:
    exempt = Exemption(3, "It names a provider", "Harm to its business", "Members", "2020-01-01")
    line = items.add_paragraph(db, held.id, "Typed words.", after=items.items_of(db, held.id)[0].id)
    items.set_exempt(db, line.id, exempt)
    items.edit_item(db, items.items_of(db, held.id)[0].id, options={"kind": "nursing_home"})
    report_parts.set_part(db, held.id, Part.PURPOSE, "To tell members.")
    report_parts.set_part(db, held.id, Part.FINANCIAL, "It costs £5.")
    report_parts.set_part(db, held.id, Part.FINANCIAL_COMMENTS, "None.", initials="AE", on=date(2019, 9, 1))
    edits.edit_sentence(db, held.id, "forums", "held", generated="Two.", edited="A pair.")
    recommendations.add_recommendation(db, held.id, "Members note it.")
    made = reports.begin_report(db, "The next", december.id, NEXT, style=Style.SOMERSET, copy_of=held.id)
    told = outline(db, made.id)
    before = outline(db, held.id)
    assert [(one.kind, one.section, one.text, one.exempt, one.options) for one in told.items] == [
        (one.kind, one.section, one.text, one.exempt, one.options) for one in before.items
    ]
    assert {one.id for one in told.items}.isdisjoint(one.id for one in before.items)
    assert list(told.parts) == [Part.PURPOSE]
    assert (told.edits, told.recommendations, told.style) == ((), (), Style.SOMERSET)


def test_comments_do_not_stay() -> None:
    assert not any(part.is_commented for part in STAYS)


def test_beginning_one_is_a_single_change(db: Database, held: CommitteeReport) -> None:
    history.undo(db)
    assert reports.reports(db) == []
    assert items.items_of(db, held.id) == []


def test_a_period_that_ends_before_it_begins_is_refused(db: Database, september: CommitteeMeeting) -> None:
    with pytest.raises(FieldProblem, match=r"it would end on 1 April 2019, before it begins on 30 June 2019"):
        reports.begin_report(db, "Backwards", september.id, Span(date(2019, 6, 30), date(2019, 4, 1)))
    assert reports.reports(db) == []


def test_changes_cannot_be_told_from_after_the_period(db: Database, held: CommitteeReport) -> None:
    with pytest.raises(FieldProblem) as refused:
        reports.edit_report(db, held.id, since_on=date(2019, 7, 1))
    assert refused.value.field == "since_on"


def test_a_title_of_500_signs_is_refused(db: Database, held: CommitteeReport) -> None:
    with pytest.raises(FieldProblem, match="500 signs"):
        reports.edit_report(db, held.id, title="x" * 500)
    assert reports.report(db, held.id) == held


def test_it_is_put_right(db: Database, held: CommitteeReport, december: CommitteeMeeting) -> None:
    made = reports.edit_report(
        db, held.id, title="Another", meeting_id=december.id, agenda_item="7", last_on=date(2019, 7, 31),
        since_on=date(2019, 3, 31), style=Style.SOMERSET,
    )  # fmt: skip
    assert made.span == Span(date(2019, 4, 1), date(2019, 7, 31))
    assert (made.title, made.meeting_id, made.style) == ("Another", december.id, Style.SOMERSET)
    assert reports.edit_report(db, held.id) == made


def test_one_that_is_put_away_stays_as_it_is(db: Database, held: CommitteeReport) -> None:
    reports.archive_report(db, held.id, today=date(2019, 12, 1))
    assert reports.reports(db) == []
    with pytest.raises(Problem, match="Restore it first"):
        items.add_paragraph(db, held.id, "More.")
    with pytest.raises(Problem, match="Restore it first"):
        reports.edit_report(db, held.id, title="Other")
    assert reports.restore_report(db, held.id) == held
    with pytest.raises(LookupError):
        reports.report(db, "gone")


def test_what_somebody_wrote_is_carried_over_until_it_is_looked_at(
    db: Database, held: CommitteeReport, december: CommitteeMeeting
) -> None:
    items.add_paragraph(db, held.id, "Winter asks more.")
    items.add_heading(db, held.id, "Winter")
    items.add_bullets(db, held.id, ["Fuel", "Staff"])
    first = items.items_of(db, held.id)[0].id
    items.set_exempt(db, first, Exemption(3, "It names a provider", "Harm", "Members", "2020-01-01"))
    made = reports.begin_report(db, "The next", december.id, NEXT, copy_of=held.id)
    carried = [one for one in items.items_of(db, made.id) if one.carried_over]
    assert [one.kind for one in carried] == [ItemKind.SECTION, ItemKind.PARAGRAPH, ItemKind.BULLETS]
    assert {one.carried_over for one in carried} == {held.id}
    told = next(one for one in outline(db, made.id).items if one.id == carried[1].id)
    assert told.carried_over == f"“{held.title}”, {held.span.words}"
    section, paragraph, listed = carried
    assert items.edit_item(db, section.id, options={"kind": "x"}).carried_over == held.id
    assert items.set_exempt(db, section.id, section.exempt).carried_over is None
    assert items.edit_item(db, paragraph.id, text=paragraph.text).carried_over is None
    assert items.set_read_again(db, listed.id).carried_over is None
    assert (last := history.undo(db)) is not None and "Read the list “Fuel Staff” again" in last.action
    assert items.item(db, listed.id).carried_over == held.id


def test_a_second_report_of_the_same_title_to_a_meeting_is_refused(
    db: Database, held: CommitteeReport, december: CommitteeMeeting
) -> None:
    with pytest.raises(FieldProblem, match="is begun already for the meeting of the Adult Social Care"):
        reports.begin_report(db, held.title.upper(), held.meeting_id, NEXT)
    other = reports.begin_report(db, held.title, december.id, NEXT)
    with pytest.raises(FieldProblem, match="is begun already"):
        reports.edit_report(db, other.id, meeting_id=held.meeting_id)
    assert reports.edit_report(db, other.id, title=held.title.upper()).title == held.title.upper()
    reports.archive_report(db, held.id, today=date(2019, 9, 1))
    reports.edit_report(db, other.id, meeting_id=held.meeting_id)
    with pytest.raises(FieldProblem, match="is begun already"):
        reports.restore_report(db, held.id)

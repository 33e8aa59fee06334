"""All that was decided about a report, as one value."""

from datetime import date

from engagement.committee import edits, items, recommendations, report_parts, reports
from engagement.committee.outlines import outline
from engagement.committee.reports import CommitteeReport
from resources.database import Database, change
from resources.report.committee.outline import Edit, Outline, PartText, Style
from resources.report.committee.parts import Part
from resources.report.looks import DEFAULT_LOOKS
from resources.spans import Span


def test_it_holds_what_was_written(db: Database, held: CommitteeReport) -> None:
    for one in items.items_of(db, held.id)[1:]:
        items.remove_item(db, one.id)
    report_parts.set_part(db, held.id, Part.PURPOSE, "To tell.")
    edits.edit_sentence(db, held.id, "market", "good", generated="80%.", edited="Most.")
    recommendations.add_recommendation(db, held.id, "Members note it.")
    assert outline(db, held.id) == Outline(
        title="Progress on market management",
        committee="Adult Social Care and Public Health Committee",
        meets_on=date(2019, 9, 9),
        span=Span(date(2019, 4, 1), date(2019, 6, 30)),
        since=None,
        style=Style.NOTTINGHAMSHIRE,
        parts={Part.PURPOSE: PartText("To tell.")},
        items=(items.items_of(db, held.id)[0].line,),
        recommendations=("Members note it.",),
        edits=(Edit("market", "good", "80%.", "Most."),),
    )


def test_looks_taken_from_elsewhere_come_with_it(db: Database, held: CommitteeReport) -> None:
    with change(db, "Took looks"):
        row = {"id": "looks", "name": "County", "looks": '{"font": "Verdana", "gone": 1}'}
        db.insert_row("report_looks", row)
    reports.edit_report(db, held.id, looks_id="looks")
    looks = outline(db, held.id).looks
    assert (looks.font, looks.body) == ("Verdana", DEFAULT_LOOKS.body)

import pytest

from engagement.committee.vocabulary import Progress, RecommendationOutcome
from resources.database import Database, change
from resources.database.engine import IntegrityError
from resources.report.committee.outline import ItemKind, Style
from resources.report.committee.parts import Part
from tests.schema_words import check_words


def test_the_tables_allow_exactly_the_words_of_the_vocabulary(db: Database) -> None:
    check_words(
        db,
        {
            ("committee_report", "style"): Style,
            ("report_part", "part"): Part,
            ("report_item", "kind"): ItemKind,
            ("recommendation", "outcome"): RecommendationOutcome,
            ("recommendation", "progress"): Progress,
            ("recommendation_step", "progress"): Progress,
        },
    )


def test_a_period_does_not_end_before_it_begins(db: Database) -> None:
    meeting = {"id": "m", "committee": "Adult Social Care", "meets_on": "2019-12-09"}
    report = {"id": "r", "title": "Market position", "meeting_id": "m", "first_on": "2019-12-01"}
    with pytest.raises(IntegrityError), change(db, "Began"):
        db.insert_row("committee_meeting", meeting)
        db.insert_row("committee_report", report | {"last_on": "2019-11-30"})


@pytest.mark.parametrize(("kind", "section"), [("section", ""), ("paragraph", "market")])
def test_a_line_of_an_outline_names_a_section_only_if_it_is_one(
    db: Database, kind: str, section: str
) -> None:
    meeting = {"id": "m", "committee": "Adult Social Care", "meets_on": "2019-12-09"}
    report = {
        "id": "r",
        "title": "Market",
        "meeting_id": "m",
        "first_on": "2019-10-01",
        "last_on": "2019-12-01",
    }
    with change(db, "Began"):
        db.insert_row("committee_meeting", meeting)
        db.insert_row("committee_report", report)
    with pytest.raises(IntegrityError), change(db, "Added"):
        db.insert_row(
            "report_item", {"id": "i", "report_id": "r", "place": 1, "kind": kind, "section": section}
        )

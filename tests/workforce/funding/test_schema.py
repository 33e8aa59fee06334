"""The tables of funding allow exactly the words of its vocabulary, and nothing that cannot be."""

import pytest

from resources.database import Database, change, new_key
from resources.database.engine import IntegrityError
from tests.schema_words import check_words
from workforce.funding import vocabulary as words


def test_the_tables_allow_exactly_the_vocabulary(db: Database) -> None:
    check_words(
        db,
        {
            ("fund", "kind"): words.FundKind,
            ("fund", "status"): words.FundStatus,
            ("cut_off", "kind"): words.CutOffKind,
            ("fund_item", "standing"): words.SourceStanding,
            ("rule", "subject"): words.Subject,
            ("rule", "operator"): words.Operator,
            ("rule", "when_operator"): words.Operator,
            ("rule", "standing"): words.SourceStanding,
            ("claim", "part"): words.ClaimPart,
            ("claim", "status"): words.ClaimStatus,
            ("claim_step", "from_status"): words.ClaimStatus,
            ("claim_step", "to_status"): words.ClaimStatus,
            ("eligibility_decision", "outcome"): words.Outcome,
            ("approach", "how"): words.AskedBy,
            ("project", "status"): words.ProjectStatus,
            ("project_level", "level"): words.DsptLevel,
            ("project_quote", "consent"): words.QuoteConsent,
            ("funder_report", "status"): words.FunderReportStatus,
            ("apprentice", "status"): words.ApprenticeStatus,
        },
    )


def test_a_report_is_of_a_fund_or_of_a_project(db: Database) -> None:
    row = {"id": new_key(), "what": "Report", "due_on": "2019-12-01", "status": "due"}
    with pytest.raises(IntegrityError), change(db, "Added a report"):
        db.insert_row("funder_report", row)


def test_a_project_does_not_end_before_it_starts(db: Database) -> None:
    row = {
        "id": new_key(),
        "name": "Project",
        "starts_on": "2019-12-01",
        "ends_on": "2019-11-30",
        "status": "draft",
    }
    with pytest.raises(IntegrityError), change(db, "Added a project"):
        db.insert_row("project", row)

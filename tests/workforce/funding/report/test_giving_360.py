"""Awards in the core columns of 360Giving."""

import pytest

from engagement.register.council import set_council
from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from resources.problem import FieldProblem, Problem
from tests.workforce.funding.report.told import DECLINED, SUBMITTED, Told
from workforce.funding.report.giving_360 import HEADINGS, Publisher, awards

PUBLISHER = Publisher("360G-Example", "GB-LAE-NTT")


def test_what_was_paid_and_nothing_else_is_an_award(db: Database) -> None:
    set_council(db, "Nottinghamshire")
    told = Told(db)
    fund = told.fund()
    told.home("Aldermere")
    told.home("Tinymere", ServiceKind.MICRO_PROVIDER)
    number = told.claim(
        fund, "Aldermere", 690_50, learner=told.learner("Ada", "Example"), what="Diploma of Ada Example"
    )
    told.claim(fund, "Aldermere", 100_00, DECLINED)
    told.claim(fund, "Aldermere", 100_00, SUBMITTED)
    told.claim(fund, "Tinymere", 100_00)
    found = awards(db, 2019, PUBLISHER)
    assert tuple(one.heading for one in found.table.columns) == HEADINGS
    assert found.table.rows == [
        (
            f"360G-Example-claim-{number}", "Workforce Development Fund",
            "Paid from the Workforce Development Fund (Skills for Care) in 2019/20 towards training of staff.", "GBP",
            690_50, "2019-12-01", f"360G-Example-org-{told.providers['Aldermere']}", "Aldermere Ltd", "GB-LAE-NTT",
            "Nottinghamshire",
        )
    ]  # fmt: skip
    assert found.sentence == (
        "1 award in the file; 1 award to micro-providers, whose name may be a person’s, left out."
    )


def test_what_cannot_be_published_is_refused(db: Database) -> None:
    told = Told(db)
    told.fund()
    with pytest.raises(Problem, match="who awards"):
        awards(db, 2019, PUBLISHER)
    set_council(db, "Nottinghamshire")
    with pytest.raises(Problem, match="No claim of 2019/20 is paid"):
        awards(db, 2019, PUBLISHER)
    with pytest.raises(FieldProblem, match="as 360Giving gave it"):
        awards(db, 2019, Publisher("Example", "GB-LAE-NTT"))
    with pytest.raises(FieldProblem, match="the register’s code"):
        awards(db, 2019, Publisher("360G-Example", "Nottinghamshire"))

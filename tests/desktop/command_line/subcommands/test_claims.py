"""Claims without a window."""

from resources.database import Database
from tests.desktop.command_line.conftest import Clerk
from tests.workforce.funding.claims.claiming import County, county
from workforce.funding.claims.claims import claim_by_number, claims
from workforce.funding.funds.allocations import set_allocation
from workforce.funding.vocabulary import ClaimStatus

held: list[County] = []


def make(db: Database) -> None:
    made = county(db, evidence="Certificate")
    made.claim(db)
    held[:] = [made]


def filled(clerk: Clerk) -> Clerk:
    clerk.with_db(make)
    return clerk


def state(clerk: Clerk, number: int = 1) -> ClaimStatus:
    found: list[ClaimStatus] = []

    def look(db: Database) -> None:
        one = claim_by_number(db, number)
        assert one is not None
        found.append(one.status)

    clerk.with_db(look)
    return found[0]


def test_lists_and_one_claim(clerk: Clerk) -> None:
    printed = filled(clerk).does("claims")
    assert "Ada Example" in printed and "EXEMPT" in printed
    assert "Nothing to list" in clerk.does("claims", "--status", "paid")
    assert "Ada Example" in clerk.does(
        "claims", "--fund", "Workforce", "--provider", "Rosewood", "--year", "2019/20"
    )
    assert "Nothing to list" in clerk.does("claims", "--year", "2018/19")
    sums = clerk.does("claims", "--sums")
    assert "Draft" in sums and "Example" not in sums
    one = clerk.does("claim", "1")
    assert "Evidence was not seen: Certificate." in one and "Missing" in one
    assert "There is no claim “7”" in clerk.refuses("claim", "7")


def test_a_claim_is_added_put_right_and_removed(clerk: Clerk) -> None:
    printed = filled(clerk).does(
        "claim-add", "Workforce", "Hazel", "£1,250", "--what", "First aid", "--learner", "Bo", "--started-on",
        "1 May 2019", "--apprenticeship",
    )  # fmt: skip
    assert (
        printed.strip() == "Added Claim 2: First aid, Bo Example-Jones, Hazel Example Care, £1,250: a draft."
    )
    clerk.does("claim-edit", "2", "--value", "600", "--for", "Level 3", "--no-apprenticeship")

    def look(db: Database) -> None:
        one = claims(db)[1]
        assert (one.pence, one.course_id, one.apprenticeship) == (60_000, held[0].course.id, False)

    clerk.with_db(look)
    assert clerk.does("claim-edit", "2", "--remove").strip() == "Removed claim 2."


def test_a_claim_brings_a_learner_and_a_course_that_are_not_held(clerk: Clerk) -> None:
    new = ("--new-learner", "Cy Van Example", "--uln", "1000000027", "--role", "senior care worker")
    printed = filled(clerk).does(
        "claim-add", "Workforce", "Hazel", "£300", *new, "--employment", "temporary", "--since", "1 May 2019",
        "--new-course", "Level 4 Example Diploma",
    )  # fmt: skip
    assert "Claim 2: Level 4 Example Diploma, Cy Van Example, Hazel Example Care" in printed
    assert "1000000027" in clerk.does("training-learners", "--text", "Cy")
    assert "Qualification" in clerk.does("training-courses")
    assert clerk.does("undo") == "Undone: Added a claim with its learner or course.\n"
    assert "Nothing to list" in clerk.does("training-learners", "--text", "Cy")
    # a claim that is refused leaves no learner behind
    assert "above £0" in clerk.refuses("claim-add", "Workforce", "Hazel", "0", *new, "--what", "First aid")
    assert "Nothing to list" in clerk.does("training-learners", "--text", "Cy")


def test_what_is_held_and_what_is_new_are_kept_apart(clerk: Clerk) -> None:
    add = ("claim-add", "Workforce", "Hazel", "300")
    filled(clerk)
    assert "Give one of the two" in clerk.refuses(*add, "--learner", "Bo", "--new-learner", "Cy Example")
    assert "Give one." in clerk.refuses(*add, "--course", "Level 3", "--new-course", "Level 4")
    assert "Give --new-learner too" in clerk.refuses(*add, "--what", "First aid", "--uln", "1000000027")
    assert "Give --for or --course" in clerk.refuses(*add, "--for", "Level 3", "--course", "Level 3")
    assert "Level 3 Example Diploma" in clerk.does(*add, "--course", "Level 3")


def test_money_with_a_comma_where_pence_begin_is_not_understood(clerk: Clerk) -> None:
    answer = filled(clerk)("claim-add", "Workforce", "Hazel", "1.250,00", "--what", "First aid")
    assert answer.code == 2
    assert "1,250.00" in answer.err


def test_from_draft_to_paid_by_two_people(clerk: Clerk) -> None:
    assert filled(clerk).does("claim-submit", "1").strip() == "Claim 1: submitted, £600."
    assert "was not approved: Evidence was not seen" in clerk.refuses("claim-approve", "1")
    clerk.does("claim-approve", "1", "--value", "£500", "--despite", "Seen on the screen")
    assert "needs another person" in clerk.refuses("claim-approve", "1")
    assert "approved by finance, £500" in clerk.does("--who", "Fay Finance", "claim-approve", "1")
    assert "named twice" in clerk.refuses("claim-pay", "1", "1")
    assert clerk.does("claim-pay", "1").strip() == "Claim 1: paid, £500."
    clerk.does("claim-step", "1", "--payment-failed", "Account closed")
    assert state(clerk) is ClaimStatus.PAYMENT_FAILED


def test_steps_with_a_reason(clerk: Clerk) -> None:
    filled(clerk).does("claim-submit", "1")
    clerk.does("claim-step", "1", "--request-changes", "The ULN")
    assert state(clerk) is ClaimStatus.CHANGES_REQUESTED_STAFF
    clerk.does("claim-submit", "1")
    assert state(clerk) is ClaimStatus.RESUBMITTED
    clerk.does("claim-step", "1", "--decline", "Not employed there")
    clerk.does("claim-step", "1", "--reopen", "Appeal")
    clerk.does("claim-step", "1", "--withdraw", "Not wanted")
    assert state(clerk) is ClaimStatus.WITHDRAWN
    assert "cannot be declined now" in clerk.refuses("claim-step", "1", "--decline", "No")


def test_an_overspend_is_refused_or_passed_by_name(clerk: Clerk) -> None:
    filled(clerk).with_db(lambda db: set_allocation(db, held[0].fund.id, 2019, "", 100))
    assert "This needs £600" in clerk.refuses("claim-submit", "1")
    clerk.does("claim-submit", "1", "--passed-by", "Cy Example", "--passed-because", "The funder agreed")
    assert state(clerk) is ClaimStatus.SUBMITTED


def test_what_is_claimed_twice(clerk: Clerk) -> None:
    filled(clerk).with_db(lambda db: held[0].claim(db, provider_id=held[0].hazel, service_id=None))
    printed = clerk.does("claims-twice", "--fund", "Workforce")
    assert "Rosewood Example Homes" in printed and "Hazel Example Care" in printed

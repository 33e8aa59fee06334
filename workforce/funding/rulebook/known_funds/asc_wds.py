"""What the ASC-WDS service asks of a workplace in a funding year, by its own numbers for what is not met."""

from workforce.funding.rulebook.known_funds.template import ShippedRule
from workforce.funding.vocabulary import Operator, SourceStanding

_SOURCE = "Skills for Care: “What are the funding requirements”, and the source of the ASC-WDS service"
_NOT_YET = ("ascwds_eligible", Operator.IS, "no")
"""What was met once holds until 31 March: the rules ask only those who have not met it in the funding year."""
_READ = SourceStanding.READ

HAS_ASC_WDS = ShippedRule(
    "ASC-WDS", "The employer has completed the Adult Social Care Workforce Data Set (ASC-WDS).",
    "ascwds_completed", Operator.IS, "yes",
    to_change="Open an ASC-WDS account and fill in the workplace by {by}",
    source=_SOURCE, standing=_READ,
)  # fmt: skip
REQUIREMENTS: tuple[ShippedRule, ...] = (
    HAS_ASC_WDS,
    ShippedRule(
        "ASC-WDS 10", "There are as many staff records as members of staff that the workplace gives.",
        "ascwds_workers", Operator.IS, other_fact="ascwds_staff", when=_NOT_YET,
        to_change="Have {of} staff records in ASC-WDS, one for each member of staff, by {by}",
        source=_SOURCE, standing=_READ,
    ),
    ShippedRule(
        "ASC-WDS 11", "All fields of the workplace that the funding asks for are filled in.",
        "ascwds_workplace_complete", Operator.IS, "yes", when=_NOT_YET,
        to_change="Fill in what the ASC-WDS workplace lacks by {by}",
        source=_SOURCE, standing=_READ,
    ),
    ShippedRule(
        "ASC-WDS 11b", "The workplace was updated since 1 April of the funding year.",
        "ascwds_updated_on", Operator.ON_OR_AFTER, "year_start", when=_NOT_YET,
        to_change="Look through the ASC-WDS workplace and save it again by {by}",
        source=_SOURCE, standing=_READ,
    ),
    ShippedRule(
        "ASC-WDS 100", "There is at least one staff record.",
        "ascwds_workers", Operator.AT_LEAST, "1", when=_NOT_YET,
        to_change="Add the staff records to ASC-WDS by {by}",
        source=_SOURCE, standing=_READ,
    ),
    ShippedRule(
        "ASC-WDS 101", "At least 90% of the staff records are complete and were updated since 1 April; 89.99% is not "
        "enough.",
        "ascwds_share", Operator.AT_LEAST, "90%", when=_NOT_YET,
        to_change="Update {missing} of {of} staff records by {by}",
        source=_SOURCE, standing=_READ,
    ),
)  # fmt: skip
"""Of the employer, from 1 April to 31 March."""

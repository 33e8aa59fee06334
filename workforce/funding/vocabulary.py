"""The words of funding: funds, rules and what they find, claims, projects and reports to funders."""

from resources.words import Word


class FundKind(Word):
    """Whose money it is to give."""

    HELD = "held", "Held and paid out by us"
    GRANTED = "granted", "Granted to us for a project"
    SIGNPOSTED = "signposted", "Claimed by providers themselves"

    @property
    def is_ours(self) -> bool:
        """Whether we account for it to the penny."""
        return self is not FundKind.SIGNPOSTED


class FundStatus(Word):
    """How far a fund has come."""

    PLANNED = "planned", "Planned"
    BID_SUBMITTED = "bid_submitted", "Bid submitted"
    BID_CONFIRMED = "bid_confirmed", "Bid confirmed"
    OPEN = "open", "Open"
    CLOSING = "closing", "Closing"
    CLOSED = "closed", "Closed"
    RECONCILED = "reconciled", "Reconciled"

    @property
    def takes_claims(self) -> bool:
        """Whether claims can be made in this state."""
        return self in (FundStatus.OPEN, FundStatus.CLOSING)

    @property
    def is_over(self) -> bool:
        """Whether nothing more comes of it."""
        return self in (FundStatus.CLOSED, FundStatus.RECONCILED)


class CutOffKind(Word):
    """What ends on the day."""

    CLAIMS = "claims", "Last day for claims"
    EVIDENCE = "evidence", "Last day for evidence"
    STARTS = "starts", "Last day for new starts"
    REPORT = "report", "Report due"
    OTHER = "other", "Other"


class Subject(Word):
    """Of what a rule speaks."""

    SERVICE = "service", "The service"
    LEARNER = "learner", "The learner"
    CLAIM = "claim", "The claim"


class Operator(Word):
    """How a fact is held against a rule's value."""

    IS = "is", "is"
    IS_NOT = "is_not", "is not"
    ONE_OF = "one_of", "is one of"
    NONE_OF = "none_of", "is none of"
    AT_LEAST = "at_least", "is at least"
    AT_MOST = "at_most", "is at most"
    MORE_THAN = "more_than", "is more than"
    LESS_THAN = "less_than", "is less than"
    ON_OR_AFTER = "on_or_after", "is on or after"
    ON_OR_BEFORE = "on_or_before", "is on or before"
    WITHIN_MONTHS_OF = "within_months_of", "is within so many months of"
    WITHIN_DAYS_OF = "within_days_of", "is within so many days of"


class SourceStanding(Word):
    """How well a rule's figure is known."""

    READ = "read", "Read in the source itself"
    EXCERPT = "excerpt", "Read in an excerpt"
    SECOND_HAND = "second_hand", "Second-hand"
    NOT_VERIFIED = "not_verified", "Not verified: to be filled in"
    OURS = "ours", "The team’s own rule"


class Met(Word):
    """What one rule finds."""

    MET = "met", "Met"
    NOT_MET = "not_met", "Not met"
    NOT_KNOWN = "not_known", "Not known"
    DOES_NOT_APPLY = "does_not_apply", "Does not apply"


class Outcome(Word):
    """What all rules find together."""

    ELIGIBLE = "eligible", "Eligible"
    NOT_ELIGIBLE = "not_eligible", "Not eligible"
    NEEDS_INFORMATION = "needs_information", "Needs information"


class ClaimPart(Word):
    """Which part of what an item pays is claimed."""

    WHOLE = "whole", "Whole"
    FIRST = "first", "First part"
    SECOND = "second", "Second part"


class ClaimStatus(Word):
    """How a claim stands: an officer approves it, then finance, then it is paid."""

    DRAFT = "draft", "Draft"
    SUBMITTED = "submitted", "Submitted"
    RESUBMITTED = "resubmitted", "Resubmitted"
    CHANGES_REQUESTED_STAFF = "changes_requested_staff", "Changes requested by officer"
    CHANGES_REQUESTED_FINANCE = "changes_requested_finance_1", "Changes requested by finance"
    APPROVED_BY_STAFF = "approved_by_staff", "Approved by officer"
    APPROVED_BY_FINANCE = "approved_by_finance_1", "Approved by finance"
    PAID = "paid", "Paid"
    PAYMENT_FAILED = "payment_failed", "Payment failed"
    DECLINED = "declined", "Declined"
    WITHDRAWN = "withdrawn", "Withdrawn"

    @property
    def is_awaiting(self) -> bool:
        """Whether it is claimed and not yet wholly approved."""
        return self in (
            ClaimStatus.SUBMITTED,
            ClaimStatus.RESUBMITTED,
            ClaimStatus.CHANGES_REQUESTED_STAFF,
            ClaimStatus.CHANGES_REQUESTED_FINANCE,
            ClaimStatus.APPROVED_BY_STAFF,
        )

    @property
    def is_committed(self) -> bool:
        """Whether its money is promised and has not left us."""
        return self in (ClaimStatus.APPROVED_BY_FINANCE, ClaimStatus.PAYMENT_FAILED)

    @property
    def is_approved(self) -> bool:
        """Whether an officer approved it, and nothing came in its way since."""
        return self is ClaimStatus.APPROVED_BY_STAFF or self.is_committed or self is ClaimStatus.PAID

    @property
    def counts(self) -> bool:
        """Whether its money counts as claimed: awaiting, committed or paid."""
        return self.is_awaiting or self.is_committed or self is ClaimStatus.PAID


class SpendingStatus(Word):
    """How far money that no claim asks for has gone."""

    COMMITTED = "committed", "Committed"
    PAID = "paid", "Paid"
    RELEASED = "released", "Released"


class ProjectStatus(Word):
    """How far a project has come."""

    DRAFT = "draft", "Draft"
    INTERNAL_APPROVAL = "internal_approval", "Internal approval"
    CONTRACTING = "contracting", "Contracting"
    INVOICING_AND_REPORTING = "invoicing_and_reporting", "Invoicing and reporting"
    CLOSING = "closing", "Closing"
    COMPLETE = "complete", "Complete"


class DsptLevel(Word):
    """How far a provider has come with the Data Security and Protection Toolkit."""

    NOT_STARTED = "not_started", "Not started"
    STARTED = "started", "Started"
    APPROACHING_STANDARDS = "approaching_standards", "Approaching standards"
    STANDARDS_MET = "standards_met", "Standards met"
    STANDARDS_EXCEEDED = "standards_exceeded", "Standards exceeded"


class QuoteConsent(Word):
    """Whether somebody's words may be printed."""

    NOT_ASKED = "not_asked", "Not asked"
    YES = "yes", "May be quoted"
    NO = "no", "Not to be quoted"


class FunderReportStatus(Word):
    """How a report to a funder stands."""

    DUE = "due", "Due"
    DRAFT = "draft", "Draft"
    SUBMITTED = "submitted", "Submitted"
    SKIPPED = "skipped", "Skipped"


class ApprenticeStatus(Word):
    """How an apprenticeship in the team stands."""

    UNDER_WAY = "under_way", "Under way"
    PAUSED = "paused", "Paused"
    COMPLETED = "completed", "Completed"
    LEFT = "left", "Left"


class AskedBy(Word):
    """How a provider was spoken to about money it has not claimed."""

    TELEPHONE = "telephone", "Telephone"
    LETTER = "letter", "Letter"
    EMAIL = "email", "E-mail"
    FORUM = "forum", "At a forum"
    VISIT = "visit", "Visit"

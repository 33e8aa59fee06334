"""The words of the awards: phases of a round, nominations, judging, results and the ceremony."""

from resources.words import Word, sql_values


class RoundPhase(Word):
    """What a round is at. It moves from one to the next by a person's act, never by the calendar alone."""

    NOMINATE = "nominate", "Nominations open"
    QUALIFY = "qualify", "Qualifying"
    SCORE = "score", "Scoring"
    MODERATE = "moderate", "Moderating"
    DECIDE = "decide", "Deciding"
    ANNOUNCE = "announce", "Announced"


class ScoresSeen(Word):
    """What a judge sees of the others' scores."""

    NEVER = "never", "Never"
    AFTER_OWN = "after_own", "After giving their own"
    ALWAYS = "always", "Always"


class TieRule(Word):
    """What parts two nominees with the same mean."""

    HIGHER_MEDIAN = "higher_median", "The higher median"
    HEAVIEST_CRITERION = "heaviest_criterion", "The higher mean on the heaviest criterion"
    CHAIR = "chair", "The chair’s vote"
    JOINT = "joint", "Joint winners"


class NomineeKind(Word):
    """Who or what a category honours."""

    INDIVIDUAL = "individual", "Individual"
    TEAM = "team", "Team"
    SERVICE = "service", "Service"


class NominatorKind(Word):
    """From where a voice comes."""

    PROVIDER = "provider", "Provider"
    FAMILY = "family", "Family or friend"
    INDIVIDUAL = "individual", "Person who draws on care"
    COLLEAGUE = "colleague", "Colleague"
    PROFESSIONAL = "professional", "Professional from outside"
    SELF = "self", "The nominee"
    NOT_KNOWN = "not_known", "Not known"


class Consent(Word):
    """What somebody said when asked."""

    YES = "yes", "Yes"
    NO = "no", "No"
    NOT_ASKED = "not_asked", "Not asked"


class HowReceived(Word):
    """How a nomination came."""

    TYPED = "typed", "Typed in"
    FILE = "file", "From a file"
    EMAIL = "email", "From an e-mail"


class NominationStatus(Word):
    """How one voice stands."""

    DRAFT = "draft", "Draft"
    SUBMITTED = "submitted", "Submitted"
    RETURNED_FOR_INFO = "returned_for_info", "Returned for information"
    DUPLICATE = "duplicate", "Duplicate"
    WITHDRAWN = "withdrawn", "Withdrawn"

    @property
    def is_counted(self) -> bool:
        """Whether it is a voice for its nominee."""
        return self in (NominationStatus.SUBMITTED, NominationStatus.RETURNED_FOR_INFO)


COUNTED_VOICES = sql_values(one for one in NominationStatus if one.is_counted)
"""The statuses of voices that count, for an SQL `in (…)`."""


class EntryStatus(Word):
    """How far somebody nominated in a category has come; all nominations of them together."""

    DRAFT = "draft", "Draft"
    SUBMITTED = "submitted", "Submitted"
    QUALIFYING = "qualifying", "Qualifying"
    RETURNED_FOR_INFO = "returned_for_info", "Returned for information"
    MERGED = "merged", "Grouped with another"
    INELIGIBLE = "ineligible", "Ineligible"
    WITHDRAWN = "withdrawn", "Withdrawn"
    JUDGING = "judging", "Judging"
    SHORTLISTED = "shortlisted", "Finalist"
    NOT_SHORTLISTED = "not_shortlisted", "Not a finalist"
    PENDING_WINNER = "pending_winner", "Winner, not announced"
    PENDING_HIGHLY_COMMENDED = "pending_highly_commended", "Highly commended, not announced"
    PENDING_RUNNER_UP = "pending_runner_up", "Runner-up, not announced"
    WINNER = "winner", "Winner"
    HIGHLY_COMMENDED = "highly_commended", "Highly commended"
    RUNNER_UP = "runner_up", "Runner-up"

    @property
    def is_out(self) -> bool:
        """Whether nothing more comes of it unless a person brings it back."""
        return self in (EntryStatus.MERGED, EntryStatus.INELIGIBLE, EntryStatus.WITHDRAWN)

    @property
    def is_before_judging(self) -> bool:
        """Whether it is still to be sent to the judges."""
        return self in (
            EntryStatus.DRAFT,
            EntryStatus.SUBMITTED,
            EntryStatus.QUALIFYING,
            EntryStatus.RETURNED_FOR_INFO,
        )

    @property
    def is_judged(self) -> bool:
        """Whether judges score it or have scored it."""
        return not self.is_before_judging and not self.is_out

    @property
    def is_pending(self) -> bool:
        """Whether it holds an honour that nobody outside may know of yet."""
        return self in PENDING.values()

    @property
    def is_honoured(self) -> bool:
        """Whether it holds an announced honour."""
        return self in PENDING


PENDING = {
    EntryStatus.WINNER: EntryStatus.PENDING_WINNER,
    EntryStatus.HIGHLY_COMMENDED: EntryStatus.PENDING_HIGHLY_COMMENDED,
    EntryStatus.RUNNER_UP: EntryStatus.PENDING_RUNNER_UP,
}
"""Announced honours, and what each is called until then."""


class OverLimit(Word):
    """What the judges read of a statement that is longer than the round allows."""

    WHOLE = "whole", "All of it"
    TO_LIMIT = "to_limit", "Up to the limit"


class CheckAnswer(Word):
    """What was found when a point of the checklist was looked at."""

    YES = "yes", "Yes"
    NO = "no", "No"
    NOT_APPLICABLE = "not_applicable", "Does not apply"


class PanelRole(Word):
    """What a member of the panel does."""

    CHAIR = "chair", "Chair"
    JUDGE = "judge", "Judge"


class InterestKind(Word):
    """What ties a judge to somebody nominated, as the judge declared it."""

    EMPLOYER = "employer", "Works or worked there"
    OWNER = "owner", "Owns or governs it"
    FAMILY = "family", "Family"
    FRIEND = "friend", "Friend"
    BUSINESS = "business", "Business"
    RECEIVES_CARE = "receives_care", "Receives care there, or a relative does"
    OTHER = "other", "Other"


class ConflictKind(Word):
    """How a conflict of interest was found."""

    DECLARED = "declared", "Declared"
    EMPLOYER = "employer", "Employer"
    GROUP = "group", "Group of the employer"
    PORTFOLIO = "portfolio", "Portfolio"
    NOMINEE = "nominee", "Is the nominee"
    NOMINATOR = "nominator", "Nominated them"
    RULED = "ruled", "The chair’s ruling"


class AssignmentStatus(Word):
    """How far a judge has come with somebody nominated."""

    ASSIGNED = "assigned", "Not started"
    SCORING = "scoring", "In progress"
    SCORED = "scored", "Scored"
    ABSTAINED = "abstained", "Abstained"
    CONFLICT = "conflict", "Conflict declared"
    RECUSED = "recused", "Stood aside"

    @property
    def is_open(self) -> bool:
        """Whether scores are still awaited."""
        return self in (AssignmentStatus.ASSIGNED, AssignmentStatus.SCORING)


class ReviewState(Word):
    """How the judges together stand to somebody nominated."""

    NOT_STARTED = "not_started", "Not started"
    IN_PROGRESS = "in_progress", "In progress"
    POSITIVE = "positive", "Positive"
    MIXED = "mixed", "Mixed"
    CONFLICTING = "conflicting", "Conflicting"
    NEGATIVE = "negative", "Negative"


class HowScored(Word):
    """How a score came into the file."""

    TYPED = "typed", "Typed in"
    WORKBOOK = "workbook", "From a workbook"


class Outcome(Word):
    """What the panel decided."""

    WINNER = "winner", "Winner"
    HIGHLY_COMMENDED = "highly_commended", "Highly commended"
    RUNNER_UP = "runner_up", "Runner-up"
    NOT_AWARDED = "not_awarded", "Not awarded"


class TieBrokenBy(Word):
    """What parted nominees with the same mean."""

    NOT_TIED = "not_tied", "No tie"
    RULE = "rule", "The round’s rule"
    CHAIR = "chair", "The chair’s vote"
    JOINT = "joint", "Joint"


class GuestRole(Word):
    """As what somebody comes to the ceremony."""

    NOMINEE = "nominee", "Nominee"
    NOMINATOR = "nominator", "Nominator"
    MANAGER = "manager", "Manager"
    GUEST = "guest", "Guest"
    PANEL = "panel", "Panel"
    PRESENTER = "presenter", "Presenter"
    COUNCIL = "council", "Council"


class GuestAnswer(Word):
    """Whether somebody comes."""

    NOT_ASKED = "not_asked", "Not asked"
    ASKED = "asked", "Asked"
    YES = "yes", "Coming"
    NO = "no", "Not coming"


class CeremonyItemKind(Word):
    """A point of the running order."""

    WELCOME = "welcome", "Welcome"
    SPEECH = "speech", "Speech"
    CATEGORY = "category", "Category"
    BREAK = "break", "Break"
    PHOTOGRAPHS = "photographs", "Photographs"
    OTHER = "other", "Other"


class CeremonyLetter(Word):
    """Who is written to once the winners are announced."""

    NOMINATORS = "nominators", "Nominators"
    MANAGERS = "managers", "Managers of winners and finalists"

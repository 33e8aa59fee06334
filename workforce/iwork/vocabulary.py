"""The words of i-Work: people and their profiles, employers and posts, matching, placements and support."""

from resources.words import Word


class ConsentScope(Word):
    """What somebody agreed to."""

    REGISTER = "register", "To be on the i-Work register"
    MATCHING = "matching", "To be matched to posts"
    SHARE = "share", "To be introduced to employers by name"
    PROFILE = "profile", "To have their one-page profile shown to employers"
    PHOTO = "photo", "To have a photograph in their profile"


class KnownOrNot(Word):
    """A fact that may not have been asked for."""

    YES = "yes", "Yes"
    NO = "no", "No"
    NOT_KNOWN = "not_known", "Not known"


class Level(Word):
    """How much of something there is at a workplace, or how much of it suits somebody at most."""

    LOW = "low", "Low"
    MEDIUM = "medium", "Medium"
    HIGH = "high", "High"


class Sense(Word):
    """What of a setting is asked about."""

    NOISE = "noise", "Noise"
    HEAT = "heat", "Heat"
    PEOPLE = "people", "People around"
    SMELLS = "smells", "Smells"


class Weekday(Word):
    """The day's number, Monday first."""

    MONDAY = "0", "Monday"
    TUESDAY = "1", "Tuesday"
    WEDNESDAY = "2", "Wednesday"
    THURSDAY = "3", "Thursday"
    FRIDAY = "4", "Friday"
    SATURDAY = "5", "Saturday"
    SUNDAY = "6", "Sunday"


class TaskWish(Word):
    """What somebody says of a task."""

    LIKES = "likes", "Likes"
    WOULD_TRY = "would_try", "Would try"
    AVOID = "avoid", "To avoid"


class BuddyNeed(Word):
    """Whether somebody needs a colleague beside them."""

    NOT_NEEDED = "not_needed", "Not needed"
    HELPS = "helps", "Helps"
    MUST = "must", "Must have"
    NOT_ASKED = "not_asked", "Not asked"


class Need(Word):
    """How much an adjustment is needed."""

    MUST = "must", "Must have"
    HELPS = "helps", "Helps"


class TravelMode(Word):
    """How somebody gets to work."""

    WALK = "walk", "Walking"
    CYCLE = "cycle", "Cycling"
    BUS = "bus", "Bus"
    TRAIN = "train", "Train or tram"
    DRIVE = "drive", "Driving"
    LIFT = "lift", "A lift"
    TAXI = "taxi", "Taxi"


class CheckKind(Word):
    """What a post may ask to be held. Of the DBS checks a later one includes those before it."""

    DBS_BASIC = "dbs_basic", "DBS, basic"
    DBS_STANDARD = "dbs_standard", "DBS, standard"
    DBS_ENHANCED = "dbs_enhanced", "DBS, enhanced"
    DBS_ENHANCED_BARRED = "dbs_enhanced_barred", "DBS, enhanced with barred lists"
    RIGHT_TO_WORK = "right_to_work", "Right to work"
    FOOD_HYGIENE = "food_hygiene", "Food hygiene certificate"
    DRIVING_LICENCE = "driving_licence", "Driving licence"


class CheckState(Word):
    """Where a check stands."""

    HELD = "held", "Held"
    APPLIED = "applied", "Applied for"


class WhenNeeded(Word):
    """By when a post needs a check."""

    BEFORE_START = "before_start", "Before the start"
    AFTER_START = "after_start", "May follow after the start"


class EmployerStage(Word):
    """How far an employer has come. Interest comes before there is a post."""

    INTEREST = "interest", "Expressed an interest"
    CONVERSATION = "conversation", "In conversation"
    VISIT_BOOKED = "visit_booked", "Visit booked"
    VISITED = "visited", "Visited"
    TASTER = "taster", "Offers tasters"
    POSTS = "posts", "Has posts"
    NOT_NOW = "not_now", "Not now"


class InterestFrom(Word):
    """How an employer's interest came to be known."""

    FORUM = "forum", "At a forum"
    VISIT = "visit", "On a visit"
    CALL = "call", "By telephone"
    EMAIL = "email", "By e-mail"
    OTHER = "other", "In another way"


class ContactKind(Word):
    """What was done with an employer."""

    CONVERSATION = "conversation", "Conversation"
    VISIT = "visit", "Visit"
    TASTER = "taster", "Taster"
    CALL = "call", "Telephone call"
    EMAIL = "email", "E-mail"
    MEETING = "meeting", "Meeting"


class StaffBand(Word):
    """How many people an employer has: Access to Work shares costs by it."""

    UNDER_50 = "under_50", "Fewer than 50"
    FROM_50 = "from_50", "50 to 249"
    FROM_250 = "from_250", "250 or more"
    NOT_KNOWN = "not_known", "Not known"


class PostStatus(Word):
    """Where a post stands."""

    INTEREST = "interest", "Interest"
    VISIT_BOOKED = "visit_booked", "Visit booked"
    CARVING = "carving", "Carving"
    OPEN = "open", "Open"
    PART_FILLED = "part_filled", "Part filled"
    FILLED = "filled", "Filled"
    CLOSED = "closed", "Closed"
    WITHDRAWN = "withdrawn", "Withdrawn"


TAKING = (PostStatus.OPEN, PostStatus.PART_FILLED)
"""Statuses at which people may be matched to a post, while a place is free."""


class ShiftPattern(Word):
    """What of a post's shifts somebody works."""

    ALL = "all", "Every shift"
    CHOOSE = "choose", "Some of the shifts, to suit"


class BuddyOffer(Word):
    """Whether a colleague can be beside somebody."""

    YES = "yes", "Yes"
    POSSIBLE = "possible", "Could be arranged"
    NO = "no", "No"
    NOT_ASKED = "not_asked", "Not asked"


class Offer(Word):
    """Whether an employer makes an adjustment."""

    OFFERED = "offered", "Offered"
    POSSIBLE = "possible", "Could be arranged"
    REFUSED = "refused", "Not possible"


class Contract(Word):
    """What kind of contract a post has."""

    PERMANENT = "permanent", "Permanent"
    FIXED_TERM = "fixed_term", "Fixed term"
    CASUAL = "casual", "Casual"
    APPRENTICESHIP = "apprenticeship", "Apprenticeship"
    NOT_SAID = "not_said", "Not said"


class RuleKind(Word):
    """What a person decided of somebody and a post, above all matching."""

    PIN = "pin", "Pinned together"
    BAN = "ban", "Do not place"


class Factor(Word):
    """What a match is weighed by."""

    TASKS = "tasks", "Tasks they like"
    SETTING = "setting", "Setting"
    HOURS = "hours", "Hours wanted"
    DAYS = "days", "Days and times"
    TRAVEL = "travel", "Way to work"
    SUPPORT = "support", "Support and adjustments"
    EXPERIENCE = "experience", "Experience"


class Stage(Word):
    """Where somebody stands, from referral to in post and after."""

    REFERRED = "referred", "Referred"
    ENGAGED = "engaged", "Engaged"
    PROFILING = "profiling", "Profiling"
    JOB_READY = "job_ready", "Job ready"
    MATCHED = "matched", "Matched"
    INTRODUCED = "introduced", "Introduced"
    TASTER = "taster", "Taster"
    OFFERED = "offered", "Offered"
    STARTED = "started", "Started"
    IN_POST = "in_post", "In post"
    SUSTAINED_13 = "sustained_13", "Sustained 13 weeks"
    SUSTAINED_26 = "sustained_26", "Sustained 26 weeks"
    LEFT = "left", "Left"
    PAUSED = "paused", "Paused"
    WITHDRAWN = "withdrawn", "Withdrawn"


IN_WORK = frozenset({Stage.STARTED, Stage.IN_POST, Stage.SUSTAINED_13, Stage.SUSTAINED_26})
"""Stages at which somebody is in a paid job."""

WITH_A_POST = frozenset({Stage.MATCHED, Stage.INTRODUCED, Stage.TASTER, Stage.OFFERED, *IN_WORK})
"""Stages that are about one post."""

OVER = frozenset({Stage.LEFT, Stage.WITHDRAWN})
"""Stages after which nothing follows."""


class EndReason(Word):
    """Why a placement ended."""

    BETTER_JOB = "better_job", "Another job"
    MORE_HOURS = "more_hours", "Wanted more hours"
    FEWER_HOURS = "fewer_hours", "Wanted fewer hours"
    NOT_THE_RIGHT_JOB = "not_the_right_job", "The job did not suit"
    TRAVEL = "travel", "Travel"
    HEALTH = "health", "Health"
    BENEFITS = "benefits", "Benefits"
    SUPPORT = "support", "Not enough support"
    ENDED_BY_EMPLOYER = "ended_by_employer", "Ended by the employer"
    CONTRACT_ENDED = "contract_ended", "The contract ended"
    MOVED = "moved", "Moved away"
    OTHER = "other", "Another reason"
    NOT_KNOWN = "not_known", "Not known"


class AccessToWork(Word):
    """Where a claim for Access to Work stands."""

    NOT_ASKED = "not_asked", "Not asked"
    NOT_NEEDED = "not_needed", "Not needed"
    APPLIED = "applied", "Applied for"
    AGREED = "agreed", "Agreed"
    REFUSED = "refused", "Refused"


class SupportKind(Word):
    """What kind of support a visit was."""

    ON_THE_JOB = "on_the_job", "On the job"
    OFF_THE_JOB = "off_the_job", "Off the job"
    EMPLOYER = "employer", "With the employer"
    TRAVEL_TRAINING = "travel_training", "Travel training"


class TasterOutcome(Word):
    """How a taster went."""

    PLANNED = "planned", "Planned"
    WENT_WELL = "went_well", "Went well"
    MIXED = "mixed", "Mixed"
    NOT_FOR_THEM = "not_for_them", "Not for them"
    DID_NOT_COME = "did_not_come", "Did not come"
    CANCELLED = "cancelled", "Cancelled"


class BenefitKind(Word):
    """A limit that the benefits system or Access to Work sets; it holds from one day to another."""

    PERMITTED_HOURS = "permitted_hours", "Permitted work: fewer hours a week than"
    PERMITTED_EARNINGS = "permitted_earnings", "Permitted work: earnings a week up to"
    LOWER_EARNINGS = "lower_earnings", "Permitted work, lower limit: earnings a week up to"
    ACCESS_WEEKS = "access_weeks", "Access to Work pays in full when asked for within"
    HOURS_BAND = "hours_band", "Hours a week told apart in the figures, from"


class ReminderKind(Word):
    """What is to be remembered."""

    REVIEW = "review", "Review of the record"
    DELETE_BY = "delete_by", "Delete the record"
    CONSENT = "consent", "Ask for consent again"
    CHECK = "check", "A check runs out"
    ACCESS_TO_WORK = "access_to_work", "Access to Work"
    BENEFITS = "benefits", "Benefits"
    SUSTAINED = "sustained", "Still in work?"
    SUPPORT = "support", "Support"
    EMPLOYER = "employer", "Next step with an employer"
    TASTER = "taster", "Taster"
    OTHER = "other", "Other"


class MeasureKind(Word):
    """Whose employment is measured. Autism is reported apart from learning disability."""

    LEARNING_DISABILITY = "learning_disability", "Learning disability"
    AUTISM = "autism", "Autism"


class ClosedReason(Word):
    """Why somebody's record was closed."""

    IN_WORK = "in_work", "In work and no longer needs support"
    MOVED = "moved", "Moved away"
    NO_LONGER_WANTS = "no_longer_wants", "No longer wants to"
    NO_CONTACT = "no_contact", "No contact"
    DIED = "died", "Died"
    OTHER = "other", "Another reason"

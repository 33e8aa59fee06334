"""The words of training: courses, who learns, bookings, records and learning packages."""

from resources.words import Word

MOST_PEOPLE = 100_000
"""More at once is a slip."""


class CourseKind(Word):
    """What completing it leads to."""

    COURSE = "course", "Course"
    QUALIFICATION = "qualification", "Qualification"
    APPRENTICESHIP = "apprenticeship", "Apprenticeship"


class JobRole(Word):
    """What somebody does at a provider, as funders ask it."""

    REGISTERED_MANAGER = "registered_manager", "Registered manager"
    DEPUTY_MANAGER = "deputy_manager", "Deputy manager"
    TEAM_LEADER = "team_leader", "Team leader or supervisor"
    SENIOR_CARE_WORKER = "senior_care_worker", "Senior care worker"
    CARE_WORKER = "care_worker", "Care worker"
    SUPPORT_WORKER = "support_worker", "Support worker"
    PERSONAL_ASSISTANT = "personal_assistant", "Personal assistant"
    ACTIVITIES_WORKER = "activities_worker", "Activities worker"
    NURSING_ASSISTANT = "nursing_assistant", "Nursing assistant"
    REGISTERED_NURSE = "registered_nurse", "Registered nurse"
    NURSING_ASSOCIATE = "nursing_associate", "Nursing associate"
    SOCIAL_WORKER = "social_worker", "Social worker"
    OCCUPATIONAL_THERAPIST = "occupational_therapist", "Occupational therapist"
    ALLIED_HEALTH_PROFESSIONAL = "allied_health_professional", "Allied health professional"
    OTHER_MANAGER = "other_manager", "Other manager"
    NOT_CARE_PROVIDING = "not_care_providing", "Not providing care"
    OTHER = "other", "Other"


class Employment(Word):
    """How somebody is employed."""

    PERMANENT = "permanent", "Permanent"
    TEMPORARY = "temporary", "Temporary"
    POOL_BANK = "pool_bank", "Pool or bank"
    AGENCY = "agency", "Agency"
    VOLUNTEER = "volunteer", "Volunteer"
    OTHER = "other", "Other"


class SessionStatus(Word):
    """Whether a session is still to come."""

    PLANNED = "planned", "Planned"
    HELD = "held", "Held"
    CANCELLED = "cancelled", "Cancelled"


class BookingStatus(Word):
    """How somebody stands with a session."""

    BOOKED = "booked", "Booked"
    WAITLISTED = "waitlisted", "Waiting list"
    ATTENDED = "attended", "Attended"
    NO_SHOW = "no_show", "Did not come"
    CANCELLED = "cancelled", "Cancelled"


class DeliveredBy(Word):
    """Who gave the training."""

    IN_HOUSE = "in_house", "In-house staff"
    EXTERNAL = "external", "External provider"
    US = "us", "The council’s team"


class HowDelivered(Word):
    """In what way."""

    FACE_TO_FACE = "face_to_face", "Face to face"
    E_LEARNING = "e_learning", "E-learning"


class Accredited(Word):
    """Whether the training is accredited."""

    YES = "yes", "Yes"
    NO = "no", "No"
    DONT_KNOW = "dont_know", "Don’t know"


class RecordSource(Word):
    """Where a training record comes from."""

    TYPED = "typed", "Typed in"
    SESSION = "session", "A session of ours"
    FILE = "file", "A file"


class TrainingStatus(Word):
    """How training stands on a day."""

    MISSING = "missing", "Missing"
    EXPIRED = "expired", "Expired"
    EXPIRING_SOON = "expiring_soon", "Expiring soon"
    ACTIVE = "active", "Active"


class OfferStatus(Word):
    """How far a learning package has come at a service."""

    OFFERED = "offered", "Offered"
    ACCEPTED = "accepted", "Accepted"
    IN_PROGRESS = "in_progress", "In progress"
    COMPLETED = "completed", "Completed"
    DECLINED = "declined", "Declined"
    WITHDRAWN = "withdrawn", "Withdrawn"
    NOT_OFFERED = "not_offered", "Not offered"

"""The words of good practice: themes, where it was shared, whether it may be published, and how buddies meet."""

from resources.words import Word

RETENTION_THEMES = (
    "Retention or attendance bonus",
    "Experts by experience or residents in interviews",
    "Engaging as soon as an application is received",
    "Values-based recruitment with taster days",
    "Choice of interview date and time",
    "Psychometric testing",
    "Showing the setting before or at interview",
    "Training after probation",
)
"""What providers said in December 2019 was working well for recruitment and retention."""

THEMES = (
    *RETENTION_THEMES,
    "Recruitment",
    "Visits to each other’s homes",
    "Activities",
    "Leadership",
    "Record keeping",
    "Medicines",
    "Nutrition",
)
"""Offered when a theme is typed, in the order of the document; any other may be typed."""


class SharedAt(Word):
    """On what occasion a provider told of its practice."""

    EVENT = "event", "At an event"
    VISIT = "visit", "On a visit"
    OTHER = "other", "In another way"


class PracticeConsent(Word):
    """Whether the provider agreed that its practice is published under its name."""

    NOT_ASKED = "not_asked", "Not asked"
    YES = "yes", "Agreed"
    NO = "no", "Did not agree"


class MetHow(Word):
    """How a pair of buddies met."""

    VISIT = "visit", "Visit"
    CALL = "call", "Telephone call"
    ONLINE = "online", "Online"
    FORUM = "forum", "At a forum"

"""The words of attendance from online meetings: which program made a file, and what becomes of each person in it."""

from resources.words import Word


class Layout(Word):
    """The program that made a file, and its layout."""

    TEAMS_OLD = "teams_old", "Microsoft Teams, a line for each join and leave"
    TEAMS = "teams", "Microsoft Teams attendance report"
    TEAMS_WEBINAR = "teams_webinar", "Microsoft Teams attendance and engagement report"
    ZOOM = "zoom", "Zoom participants"
    EVENTBRITE = "eventbrite", "Eventbrite attendees"


class Decision(Word):
    """What became of a person whom a file names."""

    ATTENDED = "attended", "Attended"
    TOO_SHORT = "too_short", "Too short"
    BOOKED = "booked", "Only booked"
    LEFT_OUT = "left_out", "Left out"


class Grade(Word):
    """How certain it is who somebody in a file is."""

    SURE = "sure", "Sure"
    LOOK = "look", "Look"
    UNKNOWN = "unknown", "Unknown"


class Standing(Word):
    """Where a line of the review stands: what is to become of it, or that it waits for somebody to say."""

    MATCHED = "matched", "Matched"
    CONFIRMED = "confirmed", "Confirmed"
    NEW_CONTACT = "new_contact", "New contact"
    SAME_PERSON = "same_person", "Same person"
    TO_DECIDE = "to_decide", "To decide"
    TOO_SHORT = "too_short", "Too short"
    BOOKED = "booked", "Only booked"
    LEFT_OUT = "left_out", "Left out"

    @property
    def counts(self) -> bool:
        """Whether the person is taken in as having attended."""
        return self in (Standing.MATCHED, Standing.CONFIRMED, Standing.NEW_CONTACT, Standing.SAME_PERSON)

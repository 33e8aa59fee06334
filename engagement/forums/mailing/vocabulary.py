"""The words of the mailings: what a letter is for, by which way it goes, and whom it is for."""

from engagement.forums.vocabulary import CAME, ParticipantStatus
from resources.words import Word


class Purpose(Word):
    """What is written."""

    INVITATION = "invitation", "Invitation"
    REMINDER = "reminder", "Reminder"
    THANKS = "thanks", "Thanks"

    @property
    def statuses(self) -> tuple[ParticipantStatus, ...]:
        """Where somebody stands to whom it is written unasked."""
        return _STATUSES[self]


UNANSWERED = (ParticipantStatus.INVITED, ParticipantStatus.TENTATIVE, ParticipantStatus.PLACE_OFFERED)
"""Those who still owe an answer: a maybe is none, and an offer runs out."""

_STATUSES = {
    Purpose.INVITATION: (ParticipantStatus.INVITED,),
    Purpose.REMINDER: UNANSWERED,
    Purpose.THANKS: CAME,
}


class Way(Word):
    """How it goes out; nothing is sent by the program."""

    LETTER = "letter", "Letter"
    LABEL = "label", "Label"
    EMAIL_DRAFT = "email_draft", "E-mail draft"
    MAIL_MERGE = "mail_merge", "Mail merge"

    @property
    def plural(self) -> str:
        """12 letters."""
        return {"mail_merge": "lines of a mail merge"}.get(self.value, f"{self.said}s")

    @property
    def said(self) -> str:
        """One of them, in a sentence."""
        return {"mail_merge": "line of a mail merge", "email_draft": "e-mail draft"}.get(
            self.value, self.label.lower()
        )


class Whom(Word):
    """Which of those whom a purpose fits."""

    ALL = "all", "Everybody whom it fits"
    NOT_WRITTEN_TO = "not_written_to", "Only those not yet written to"
    CHOSEN = "chosen", "The people selected in the table"

"""The words of the mailings."""

from engagement.forums.mailing.vocabulary import UNANSWERED, Purpose, Way
from engagement.forums.vocabulary import CAME, ParticipantStatus, StatusClass


def test_who_owes_an_answer_is_pending() -> None:
    assert set(UNANSWERED) == {one for one in ParticipantStatus if one.status_class is StatusClass.PENDING}


def test_each_purpose_is_for_people_who_stand_somewhere() -> None:
    assert Purpose.INVITATION.statuses == (ParticipantStatus.INVITED,)
    assert Purpose.REMINDER.statuses == UNANSWERED
    assert Purpose.THANKS.statuses == CAME


def test_ways_are_said_in_one_and_in_many() -> None:
    assert [(way.said, way.plural) for way in Way] == [
        ("letter", "letters"), ("label", "labels"), ("e-mail draft", "e-mail drafts"),
        ("line of a mail merge", "lines of a mail merge"),
    ]  # fmt: skip

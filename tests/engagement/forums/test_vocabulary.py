"""What statuses mean, what each may become, and that tables and listings use the same words."""

import pytest

from engagement.forums.vocabulary import (
    COUNTED,
    TRANSITIONS,
    EventKind,
    ParticipantStatus,
    StatusClass,
    may_reply,
)
from resources.database import Database
from resources.words import sql_labels

S, C = ParticipantStatus, StatusClass


def test_each_status_has_its_class_and_says_whether_it_counts() -> None:
    assert {status.value: (status.status_class.label, status.counts) for status in S} == {
        "invited": ("Pending", False),
        "tentative": ("Pending", False),
        "accepted": ("Positive", True),
        "declined": ("Negative", False),
        "apologies": ("Negative", False),
        "waitlisted": ("Waiting", False),
        "place_offered": ("Pending", True),
        "attended": ("Positive", True),
        "left_early": ("Positive", True),
        "no_show": ("Negative", False),
        "cancelled": ("Negative", False),
    }
    assert COUNTED == (S.ACCEPTED, S.PLACE_OFFERED, S.ATTENDED, S.LEFT_EARLY)


REPLY_TABLE = {
    S.INVITED: "tentative accepted declined apologies waitlisted cancelled",
    S.TENTATIVE: "accepted declined apologies waitlisted cancelled",
    S.ACCEPTED: "tentative declined apologies cancelled",
    S.DECLINED: "invited tentative accepted apologies waitlisted cancelled",
    S.APOLOGIES: "invited tentative accepted declined waitlisted cancelled",
    S.WAITLISTED: "tentative accepted declined apologies place_offered cancelled",
    S.PLACE_OFFERED: "tentative accepted declined apologies cancelled",
    S.ATTENDED: "",
    S.LEFT_EARLY: "",
    S.NO_SHOW: "accepted declined apologies place_offered cancelled",
    S.CANCELLED: "invited tentative accepted declined apologies waitlisted",
}


@pytest.mark.parametrize("now", S)
@pytest.mark.parametrize("then", S)
def test_which_reply_may_follow_which_status(now: ParticipantStatus, then: ParticipantStatus) -> None:
    assert may_reply(now, then) == (then.value in REPLY_TABLE[now].split())


def test_everybody_may_come_and_nothing_becomes_itself() -> None:
    for now, became in TRANSITIONS.items():
        assert now not in became
        assert {S.ATTENDED, S.LEFT_EARLY} - {now} <= became
        assert S.NO_SHOW not in became or now.counts


def test_sql_says_what_people_read(db: Database) -> None:
    for word in EventKind:
        assert db.value(f"select {sql_labels('?1', EventKind)}", (word.value,)) == word.label

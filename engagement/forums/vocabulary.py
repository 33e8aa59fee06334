"""The words of the forums: kinds of event, what a participant's status means, roles, and the door's log."""

from resources.words import Word


class EventKind(Word):
    """What an event is for."""

    PROVIDER_FORUM = "provider_forum", "Provider forum"
    MANAGERS_NETWORK = "managers_network", "Managers network"
    RECRUITMENT_EVENT = "recruitment_event", "Recruitment event"
    TRAINING_SESSION = "training_session", "Training session"
    CONSULTATION_EVENT = "consultation_event", "Consultation event"
    AWARD_CEREMONY = "award_ceremony", "Award ceremony"
    INFORMATION_SHARING = "information_sharing", "Information-sharing meeting"
    EXPERTS_BY_EXPERIENCE = "experts_by_experience", "Experts by Experience"
    OTHER = "other", "Other event"


class EventState(Word):
    """Where an event stands; archiving is apart from it."""

    PLANNED = "planned", "Planned"
    HELD = "held", "Held"
    CANCELLED = "cancelled", "Cancelled"


class StatusClass(Word):
    """What a status amounts to, whatever its name."""

    PENDING = "pending", "Pending"
    POSITIVE = "positive", "Positive"
    NEGATIVE = "negative", "Negative"
    WAITING = "waiting", "Waiting"


class ParticipantStatus(Word):
    """Where a contact stands with an event: its class, and whether it takes up a place."""

    INVITED = "invited", "Invited"
    TENTATIVE = "tentative", "Tentative"
    ACCEPTED = "accepted", "Accepted"
    DECLINED = "declined", "Declined"
    APOLOGIES = "apologies", "Apologies"
    WAITLISTED = "waitlisted", "On the waiting list"
    PLACE_OFFERED = "place_offered", "Place offered"
    ATTENDED = "attended", "Attended"
    LEFT_EARLY = "left_early", "Left early"
    NO_SHOW = "no_show", "No-show"
    CANCELLED = "cancelled", "Cancelled"

    @property
    def status_class(self) -> StatusClass:
        """Pending, Positive, Negative or Waiting."""
        return _MEANING[self][0]

    @property
    def counts(self) -> bool:
        """Whether it takes up a place."""
        return _MEANING[self][1]

    @property
    def came(self) -> bool:
        """Whether it says that the person was there."""
        return self in CAME

    @property
    def is_reply(self) -> bool:
        """Whether it is what was said beforehand, and not what the door or the close of the event found."""
        return self not in (*CAME, ParticipantStatus.NO_SHOW)


_S = ParticipantStatus
_MEANING = {
    _S.INVITED: (StatusClass.PENDING, False),
    _S.TENTATIVE: (StatusClass.PENDING, False),
    _S.ACCEPTED: (StatusClass.POSITIVE, True),
    _S.DECLINED: (StatusClass.NEGATIVE, False),
    _S.APOLOGIES: (StatusClass.NEGATIVE, False),
    _S.WAITLISTED: (StatusClass.WAITING, False),
    _S.PLACE_OFFERED: (StatusClass.PENDING, True),
    _S.ATTENDED: (StatusClass.POSITIVE, True),
    _S.LEFT_EARLY: (StatusClass.POSITIVE, True),
    _S.NO_SHOW: (StatusClass.NEGATIVE, False),
    _S.CANCELLED: (StatusClass.NEGATIVE, False),
}
CAME = (_S.ATTENDED, _S.LEFT_EARLY)
COUNTED = tuple(status for status in _S if status.counts)

_REPLIES = frozenset({_S.TENTATIVE, _S.ACCEPTED, _S.DECLINED, _S.APOLOGIES, _S.WAITLISTED, _S.CANCELLED})
_AT_THE_DOOR = frozenset({_S.ATTENDED, _S.LEFT_EARLY})
TRANSITIONS: dict[ParticipantStatus, frozenset[ParticipantStatus]] = {
    _S.INVITED: _REPLIES | _AT_THE_DOOR,
    _S.TENTATIVE: (_REPLIES | _AT_THE_DOOR) - {_S.TENTATIVE},
    _S.ACCEPTED: frozenset({_S.TENTATIVE, _S.DECLINED, _S.APOLOGIES, _S.CANCELLED, _S.NO_SHOW})
    | _AT_THE_DOOR,
    _S.DECLINED: (_REPLIES | _AT_THE_DOOR | {_S.INVITED}) - {_S.DECLINED},
    _S.APOLOGIES: (_REPLIES | _AT_THE_DOOR | {_S.INVITED}) - {_S.APOLOGIES},
    _S.WAITLISTED: (_REPLIES | _AT_THE_DOOR | {_S.PLACE_OFFERED}) - {_S.WAITLISTED},
    _S.PLACE_OFFERED: (_REPLIES | _AT_THE_DOOR | {_S.NO_SHOW}) - {_S.WAITLISTED},
    _S.CANCELLED: (_REPLIES | _AT_THE_DOOR | {_S.INVITED}) - {_S.CANCELLED},
    # Who came can only be un-come at the door: its undo brings back what was said beforehand.
    _S.ATTENDED: frozenset(_S) - {_S.ATTENDED},
    _S.LEFT_EARLY: frozenset(_S) - {_S.LEFT_EARLY},
    # Reopening an event brings back the promise; apologies may reach the office after the day.
    _S.NO_SHOW: frozenset({_S.ACCEPTED, _S.PLACE_OFFERED, _S.DECLINED, _S.APOLOGIES, _S.CANCELLED})
    | _AT_THE_DOOR,
}
"""What each status may become, by a reply, at the door, or when the event is closed or reopened."""


def may_reply(now: ParticipantStatus, reply: ParticipantStatus) -> bool:
    """Whether a reply may turn the one status into the other; saying the same again is no turn."""
    return not now.came and reply.is_reply and reply in TRANSITIONS[now]


class ParticipantRole(Word):
    """What a participant is at the event."""

    DELEGATE = "delegate", "Delegate"
    SPEAKER = "speaker", "Speaker"
    FACILITATOR = "facilitator", "Facilitator"
    HOST = "host", "Host (council)"
    PARTNER = "partner", "Partner organisation"
    EXPERT_BY_EXPERIENCE = "expert_by_experience", "Expert by experience"
    CHAIR = "chair", "Chair"
    MEMBER = "member", "Member"
    MINUTE_TAKER = "minute_taker", "Minute taker"
    SUPPORTER = "supporter", "Supporter"
    OBSERVER = "observer", "Observer"


class Confidentiality(Word):
    """What may be published of an event: what its kind says, unless the event says otherwise."""

    OPEN = "open", "Open"
    NAMES_WITHHELD = "names_withheld", "Names withheld"
    CONFIDENTIAL = "confidential", "Confidential"


class LogKind(Word):
    """A line of the door's log."""

    ENTRY = "entry", "In"
    EXIT = "exit", "Out"
    UNDO = "undo", "Undone"


class LogList(Word):
    """By which list a line came into the door's log."""

    DOOR = "door", "Door"
    PAPER = "paper", "Paper sheet"
    ONLINE = "online", "Online meeting"

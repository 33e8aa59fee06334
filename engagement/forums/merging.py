"""What the forums know when two of the register's records are made one: which of two replies counts."""

from engagement.forums.people.participants import REASON_SEPARATOR, restate
from engagement.forums.vocabulary import ParticipantRole, ParticipantStatus
from engagement.register.duplicates import MergeRules
from engagement.register.duplicates.rules import Row
from resources.database import Database
from resources.tables import Cell

_S = ParticipantStatus
_TELLING = (
    _S.ACCEPTED, _S.PLACE_OFFERED, _S.APOLOGIES, _S.DECLINED, _S.TENTATIVE, _S.WAITLISTED, _S.INVITED, _S.CANCELLED,
)  # fmt: skip
"""Replies, the one that says most first: it counts when none of the two was given later."""

_PLAIN = (ParticipantRole.DELEGATE, ParticipantRole.MEMBER)
"""Roles that say no more than that somebody is asked."""

_GOES_WITH_THE_REPLY = ("reply", "answered_at", "offer_expires_at", "waiting_since", "waiting_number")


def _participant(kept: Row, removed: Row) -> dict[str, Cell]:
    """The later answer counts, else the more telling reply; the door's log is both rows' anyway."""
    said = max(kept, removed, key=_weight)
    cells: dict[str, Cell] = {name: said[name] for name in _GOES_WITH_THE_REPLY}
    cells["walk_in"] = min(int(kept["walk_in"] or 0), int(removed["walk_in"] or 0))
    cells["service_id"] = kept["service_id"] or removed["service_id"]
    invited = [str(row["invited_at"]) for row in (kept, removed) if row["invited_at"]]
    cells["invited_at"] = min(invited, default=None)
    cells["reasons"] = _joined(kept, removed, "reasons", REASON_SEPARATOR)
    cells["note"] = _joined(kept, removed, "note", "\n")
    if kept["role"] in _PLAIN:
        cells["role"] = removed["role"]
    return cells


def _weight(row: Row) -> tuple[str, int]:
    return str(row["answered_at"] or ""), -_TELLING.index(ParticipantStatus(str(row["reply"])))


def _joined(kept: Row, removed: Row, name: str, separator: str) -> str:
    parts = [part for row in (kept, removed) for part in str(row[name]).split(separator) if part]
    return separator.join(dict.fromkeys(parts))


def _settle(db: Database, participant_id: str) -> None:
    restate(db, participant_id)


MERGE_RULES = MergeRules(
    survivors={"participant": _participant},
    settle={"participant": _settle},
    key_lists=(("event", "audience"), ("series", "audience")),
    titles={"participant": "Invitation to the same event"},
)
"""For `merge_contacts`, `merge_services` and `merge_providers`."""

"""What the awards know of merging: nominees, nominators, judges and guests follow what they are tied to."""

from collections.abc import Sequence

from awards.ceremony.guests import Guest, guest
from awards.vocabulary import Consent, GuestAnswer, GuestRole
from engagement.register.duplicates import MergeRules
from resources.database import Database
from resources.rows import cells_of

_ANSWERS = (GuestAnswer.YES, GuestAnswer.NO, GuestAnswer.ASKED, GuestAnswer.NOT_ASKED)
_PHOTOS = (Consent.NO, Consent.YES, Consent.NOT_ASKED)
"""What counts of two that were said: whoever comes needs a place, and whoever said no is not photographed."""
_FILLED = ("entry_id", "nomination_id", "organisation", "email", "table_name")
_JOINED = ("diet", "access", "note")


def _one_guest(db: Database, contact_id: str) -> None:
    """Two records of one person are one guest of a ceremony."""
    rows = db.rows(
        "select round_id, group_concat(id) from ceremony_guest where contact_id = ? group by 1 having count(*) > 1",
        (contact_id,),
    )
    for _, keys in rows:
        kept, *others = [guest(db, key) for key in sorted(str(keys).split(","))]
        db.update_row("ceremony_guest", kept.id, cells_of(_of_all([kept, *others])))
        for one in others:
            db.delete_row("ceremony_guest", one.id)


def _of_all(some: Sequence[Guest]) -> dict[str, object]:
    """The first one’s facts with what the others know: the most places, every diet, the role that says most."""
    said = min(some, key=lambda one: _ANSWERS.index(one.answer))
    shown = min(some, key=lambda one: _PHOTOS.index(one.photo))
    role = next((one.role for one in some if one.role is not GuestRole.GUEST), GuestRole.GUEST)
    asked = [one.asked_on for one in some if one.asked_on is not None]
    facts: dict[str, object] = {
        "role": role, "places": max(one.places for one in some), "answer": said.answer,
        "asked_on": min(asked, default=None), "photo": shown.photo, "photo_asked_on": shown.photo_asked_on,
    }  # fmt: skip
    for name in _FILLED:
        facts[name] = next((cell for one in some if (cell := getattr(one, name))), getattr(some[0], name))
    for name in _JOINED:
        told = dict.fromkeys(getattr(one, name) for one in some if getattr(one, name))
        facts[name] = ("\n" if name == "note" else "; ").join(told)
    return facts


MERGE_RULES = MergeRules(
    settle={"contact": _one_guest},
    titles={
        "award_entry": "Nominee of an award",
        "nomination": "Nomination",
        "panel_member": "Member of the panel",
        "panel_interest": "Declared interest",
        "ceremony_guest": "Guest of the ceremony",
    },
)
"""For `merge_providers`, `merge_services` and `merge_contacts`."""

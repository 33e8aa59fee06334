"""How confidential a meeting is, and so who may read its papers."""

from engagement.forums.vocabulary import Confidentiality
from resources.database import Database


def confidentiality(db: Database, event_id: str) -> Confidentiality:
    """What the event says of itself; open where it says nothing."""
    said = db.value("select confidentiality from event where id = ?", (event_id,))
    return Confidentiality(said) if said else Confidentiality.OPEN

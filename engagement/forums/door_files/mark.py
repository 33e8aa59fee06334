"""What a door file says of itself: for which door of which event it was made, when, and from which file."""

import json
from dataclasses import asdict, dataclass

from resources.database import Database
from resources.database.opening import computer

_KEY = "door_file"


@dataclass(frozen=True)
class Mark:
    """Stands in the door file's `office` table. `versions` are those of its tables as it left."""

    id: str
    label: str
    event_id: str
    made_at: str
    made_by: str
    taken_from: str
    versions: dict[str, int]

    @property
    def title(self) -> str:
        """Door file – Laptop 2, side door."""
        return f"Door file – {self.label}"


def mark_of(db: Database) -> Mark | None:
    """The mark of a door file; None in an office's own file."""
    text = db.value("select value from office where id = ?", (_KEY,))
    return Mark(**json.loads(text)) if text else None


def write_mark(db: Database, mark: Mark) -> None:
    """Make the copy a door file. Its tables must not be tracked at the time."""
    db.insert_row("office", {"id": _KEY, "value": json.dumps(asdict(mark), ensure_ascii=False)})


def device_of(db: Database) -> str:
    """What the log of the door calls this device: a door file by its label, else the computer's name.

    Two laptops set up alike may have one name; the order in which each wrote is kept by it.
    """
    mark = mark_of(db)
    return mark.label if mark else computer()

"""What a door file says of itself: for which door of which event it was made, when, and from which file."""

import json
import re
from dataclasses import asdict, dataclass

from resources.database import Database
from resources.database.opening import computer
from resources.problem import Problem
from resources.wording import as_instant

_KEY = "door_file"
_IS_KEY = re.compile(r"[\w-]{1,64}")  # it becomes part of a file's name


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
    """The mark of a door file; None in an office's own file. One that is none of ours raises Problem."""
    text = db.value("select value from office where id = ?", (_KEY,))
    return _read(str(text)) if text else None


def _read(text: str) -> Mark:
    try:
        mark = Mark(**json.loads(text))
        as_instant(mark.made_at)
    except (TypeError, ValueError) as error:
        raise _not_ours() from error
    said = (mark.id, mark.label, mark.event_id, mark.made_by, mark.taken_from)
    if not all(isinstance(one, str) for one in said) or not _IS_KEY.fullmatch(mark.id):
        raise _not_ours()
    return mark


def _not_ours() -> Problem:
    return Problem(
        "What the door file says of itself cannot be read: another program has changed it. Use another copy of it, "
        "such as one in the folder of its backups on the laptop."
    )


def write_mark(db: Database, mark: Mark) -> None:
    """Make the copy a door file. Its tables must not be tracked at the time."""
    db.insert_row("office", {"id": _KEY, "value": json.dumps(asdict(mark), ensure_ascii=False)})


def device_of(db: Database) -> str:
    """What the log of the door calls this device: a door file by its label, else the computer's name.

    Two laptops set up alike may have one name; the order in which each wrote is kept by it.
    """
    mark = mark_of(db)
    return mark.label if mark else computer()

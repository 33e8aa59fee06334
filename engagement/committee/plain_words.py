"""How plainly reports are to be written: the reading age they are held against, and initials that readers know."""

import re

from resources.database import Database, change
from resources.problem import FieldProblem
from resources.report.lint.lint import LEAST_AGE, MOST_AGE, READING_AGE
from resources.wording import and_list

_AGE, _KNOWN = "reading_age", "known_initials"
_INITIALS = re.compile(r"[A-Za-z&]{2,12}")
_MOST = 100


def reading_age(db: Database) -> int:
    """The age at which a report is to be readable; 15 unless another was set."""
    told = _told(db, _AGE)
    return int(told) if told.isdigit() else READING_AGE


def known_initials(db: Database) -> tuple[str, ...]:
    """Initials that need no explaining to the team's readers, besides those that everybody knows."""
    return tuple(_told(db, _KNOWN).split())


def set_reading_age(db: Database, age: int) -> int:
    """Hold reports against this age."""
    if not LEAST_AGE <= age <= MOST_AGE:
        raise FieldProblem(
            "reading_age", f"Reading age: {age} was entered. Give one from {LEAST_AGE} to {MOST_AGE} years."
        )
    _keep(db, _AGE, str(age), f"Set the reading age of reports to {age}")
    return reading_age(db)


def set_known_initials(db: Database, text: str) -> tuple[str, ...]:
    """Let these initials be; written with spaces or commas between them, "" for none."""
    told = list(dict.fromkeys(text.replace(",", " ").split()))
    odd = [one for one in told if not _INITIALS.fullmatch(one) or one == one.lower()]
    if odd or len(told) > _MOST:
        named = f"“{odd[0][:20]}” is none" if odd else f"there are more than {_MOST}"
        raise FieldProblem("known_initials", f"Known initials: {named}. Write initials such as “ICB, VCSE”.")
    said = f"Let readers know {and_list(told[:5])}" if told else "Let readers know no further initials"
    _keep(db, _KNOWN, " ".join(told), said)
    return known_initials(db)


def _told(db: Database, key: str) -> str:
    return str(db.value("select value from office where id = ?", (key,)) or "")


def _keep(db: Database, key: str, value: str, action: str) -> None:
    if _told(db, key) == value:
        return
    with change(db, action):
        if db.value("select count(*) from office where id = ?", (key,)):
            db.update_row("office", key, {"value": value})
        else:
            db.insert_row("office", {"id": key, "value": value})

"""Who writes: the council and team as they stand above a letter, kept beside whose register it is."""

import re
from dataclasses import dataclass, fields

from engagement.register.council import council
from resources.database import Database, change
from resources.problem import FieldProblem

_KEYS = {"council": "letter_council", "team": "letter_team", "address": "letter_address", "email": "letter_email",
         "phone": "letter_phone"}  # fmt: skip
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_EMAIL = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@(?:[A-Za-z0-9-]+\.)+[A-Za-z0-9-]+")


@dataclass(frozen=True)
class Letterhead:
    """What is empty is left out; `council` is the register's own council until it is written otherwise."""

    council: str = ""
    team: str = ""
    address: str = ""
    email: str = ""
    phone: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """Beneath the council's name."""
        reach = ", ".join(part for part in (self.phone, self.email) if part)
        return tuple(part for part in (self.team, self.address, reach) if part)


def letterhead(db: Database) -> Letterhead:
    """As it was written, and where it was not, the council that the register knows."""
    kept = dict(db.rows("select id, value from office where id like 'letter~_%' escape '~'"))
    said = {name: str(kept.get(key, "")) for name, key in _KEYS.items()}
    return Letterhead(**{**said, "council": said["council"] or council(db)})


def set_letterhead(db: Database, head: Letterhead) -> None:
    """Keep what stands above letters; a council as the register has it is left to the register."""
    email = head.email.strip()
    if email and not is_address(email):
        raise FieldProblem(
            "email", f"“{email}” is not an e-mail address. Write one, such as team@example.gov.uk."
        )
    with change(db, "Changed what stands above letters"):
        for field in fields(Letterhead):
            value = getattr(head, field.name).strip()
            if field.name == "council" and value == council(db):
                value = ""
            _keep(db, _KEYS[field.name], value)


def _keep(db: Database, key: str, value: str) -> None:
    known = db.value("select value from office where id = ?", (key,))
    if known is None and value:
        db.insert_row("office", {"id": key, "value": value})
    elif known is not None and value != known:
        db.update_row("office", key, {"value": value})


def is_address(text: str) -> bool:
    """Whether mail could be written to it: one @, no spaces, letters that every mail program takes."""
    return bool(_EMAIL.fullmatch(text))

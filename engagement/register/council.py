"""Whose register it is: the council whose services the team looks after."""

from collections.abc import Callable

from resources.database import Database, change
from resources.geography import same_authority

_KEY = "council"


def council(db: Database) -> str:
    """The council's name as CQC writes it.

    Until it is told, it is the authority where most services have a contract, a contact or a portfolio officer;
    '' when none stands out.
    """
    told = db.value("select value from office where id = ?", (_KEY,))
    if told:
        return str(told)
    found = db.rows(
        """select authority, count(*) as number from service where authority <> '' and (portfolio_officer <> ''
            or id in (select service_id from contract_status) or id in (select service_id from contact))
        group by authority order by number desc limit 2"""
    )
    if not found or (len(found) == 2 and found[0][1] == found[1][1]):
        return ""
    return str(found[0][0])


def council_names(db: Database) -> list[str]:
    """Every way in which the register writes the council's name; none when it is not known whose register it is.

    It may be told as "Nottinghamshire County Council" where CQC writes "Nottinghamshire".
    """
    own = council(db)
    written = db.rows("select distinct authority from service where authority <> ''")
    return [name for (name,) in written if own and same_authority(name, own)]


def own_area(db: Database) -> Callable[[str], bool]:
    """Whether a service of an authority is the council's to look after.

    Any is while it is not known whose register this is, and so is one of which no authority is known.
    """
    own = set(council_names(db))
    return lambda authority: not own or not authority or authority in own


def set_council(db: Database, name: str) -> None:
    """Say whose register it is; '' leaves it to be told from the register."""
    with change(
        db, f"Set the council to {name}" if name else "Left the council to be told from the register"
    ):
        if db.value("select count(*) from office where id = ?", (_KEY,)):
            db.update_row("office", _KEY, {"value": name})
        else:
            db.insert_row("office", {"id": _KEY, "value": name})

"""Employers. Interest comes before there is a post: an employer is kept from the first word of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, Unpack

from engagement.register.providers import provider
from engagement.register.services import service
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import cells_of, columns_of, made, refuse_empty
from resources.tables import Cell
from resources.words import plain
from workforce.iwork.postcodes import placed
from workforce.iwork.vocabulary import EmployerStage, InterestFrom, StaffBand


class EmployerFacts(TypedDict, total=False):
    """What can be said of an employer. The district follows from the postcode, where that has one."""

    name: str
    provider_id: str
    service_id: str
    postcode: str
    district: str
    stage: EmployerStage
    interest_from: InterestFrom
    interest_on: date
    event_id: str
    event_title: str
    contact_name: str
    contact_phone: str
    contact_email: str
    next_step: str
    next_on: date | None
    staff: StaffBand
    note: str


@dataclass(frozen=True)
class Employer:
    """Somebody who may give work. Provider, service and forum are the office's keys, with the name as it was."""

    id: str
    name: str
    provider_id: str
    service_id: str
    postcode: str
    easting: int | None
    northing: int | None
    district: str
    stage: EmployerStage
    interest_from: InterestFrom
    interest_on: date
    event_id: str
    event_title: str
    contact_name: str
    contact_phone: str
    contact_email: str
    next_step: str
    next_on: date | None
    staff: StaffBand
    note: str
    closed_on: date | None


_COLUMNS = columns_of(Employer)


def _employer(row: tuple[Any, ...]) -> Employer:
    day = date.fromisoformat
    return made(
        Employer, row, stage=EmployerStage, interest_from=InterestFrom, interest_on=day, next_on=day,
        staff=StaffBand, closed_on=day,
    )  # fmt: skip


# --- reading --------------------------------------------------------------------------------------------------


def employer(vault: Database, key: str) -> Employer:
    """The employer with this key."""
    row = vault.row(f"select {_COLUMNS} from employer where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no employer {key}")
    return _employer(row)


def is_employer(vault: Database, key: str) -> bool:
    """Whether the key is an employer's."""
    return bool(vault.value("select exists (select 1 from employer where id = ?)", (key,)))


def employers(vault: Database, *, closed: bool = False) -> list[Employer]:
    """Employers by name; with `closed`, those too, last."""
    rows = vault.rows(
        f"""select {_COLUMNS} from employer where (? or closed_on is null)
        order by closed_on is not null, name collate nocase, id""",
        (closed,),
    )
    return [_employer(row) for row in rows]


def employer_of_service(vault: Database, service_id: str) -> Employer | None:
    """The employer that a service of the office is, while it is not closed."""
    return next((one for one in employers(vault) if service_id and one.service_id == service_id), None)


def find_employers(vault: Database, text: str, *, limit: int = 8) -> list[Employer]:
    """Employers whose name holds every word typed; those that begin with it first."""
    wanted = plain(text)
    found = [one for one in employers(vault) if all(word in plain(one.name) for word in wanted.split())]
    return sorted(found, key=lambda one: not plain(one.name).startswith(wanted))[:limit]


# --- the verbs ------------------------------------------------------------------------------------------------


def from_register(db: Database, *, service_id: str = "", provider_id: str = "") -> EmployerFacts:
    """What the office's register of providers says of a service, or of a provider without one."""
    if service_id:
        held = service(db, service_id)
        return {
            "name": held.name, "service_id": held.id, "provider_id": held.provider_id, "postcode": held.postcode,
            "district": held.district,
        }  # fmt: skip
    owner = provider(db, provider_id)
    return {"name": owner.name, "provider_id": owner.id, "postcode": owner.postcode}


def add_employer(
    vault: Database, db: Database | None = None, *, today: date, **given: Unpack[EmployerFacts]
) -> Employer:
    """Keep an employer. With `db`, what its provider or service is called and where, where it is not given."""
    told = {name: value for name, value in given.items() if value not in ("", None)}
    if db is not None and (given.get("service_id") or given.get("provider_id")):
        known = from_register(
            db, service_id=given.get("service_id", ""), provider_id=given.get("provider_id", "")
        )
        told = {**known, **told}
    start: dict[str, Any] = {
        "name": "", "stage": EmployerStage.INTEREST, "interest_from": InterestFrom.OTHER, "interest_on": today,
        "staff": StaffBand.NOT_KNOWN,
    }  # fmt: skip
    cells = _checked({**start, **told})
    _refuse_twice(vault, cells)
    key = new_key()
    with change(vault, f"Added the employer {cells['name']}"):
        vault.insert_row("employer", {"id": key, **cells})
    return employer(vault, key)


def edit_employer(vault: Database, key: str, **given: Unpack[EmployerFacts]) -> Employer:
    """Change what is given and leave the rest."""
    held = employer(vault, key)
    cells = _checked(given)
    if not cells:
        return held
    with change(vault, f"Changed the employer {cells.get('name', held.name)}"):
        vault.update_row("employer", key, cells)
    return employer(vault, key)


def close_employer(vault: Database, key: str, *, today: date) -> Employer:
    """Work with them no more; refused while a post of theirs is not over."""
    held = employer(vault, key)
    if held.closed_on is not None:
        raise Problem(f"{held.name} is closed already.")
    open_posts = vault.value(
        "select count(*) from post where employer_id = ? and status not in ('closed', 'withdrawn')", (key,)
    )
    if open_posts:
        raise Problem(
            f"{held.name} has posts that are neither closed nor withdrawn ({open_posts}). Close or withdraw them first."
        )
    with change(vault, f"Closed the employer {held.name}"):
        vault.update_row("employer", key, {"closed_on": today.isoformat()})
    return employer(vault, key)


def reopen_employer(vault: Database, key: str) -> Employer:
    """Work with them again."""
    held = employer(vault, key)
    if held.closed_on is None:
        raise Problem(f"{held.name} is not closed.")
    with change(vault, f"Opened the employer {held.name} again"):
        vault.update_row("employer", key, {"closed_on": None})
    return employer(vault, key)


# --- what is checked ------------------------------------------------------------------------------------------


def _checked(given: Mapping[str, Any]) -> dict[str, Cell]:
    cells = cells_of(given)
    if "name" in cells:
        refuse_empty("name", cells["name"], "Name: nothing is written. Say who the employer is.")
        cells["name"] = " ".join(str(cells["name"]).split())
    if "postcode" in cells:
        where = placed(str(cells["postcode"]))
        cells |= {"postcode": where.postcode, "easting": where.easting, "northing": where.northing}
        if where.district:
            cells["district"] = where.district
    if cells.get("next_on") and "next_step" in cells and not cells["next_step"]:
        raise FieldProblem(
            "next_step", "Next step: nothing is written, though it has a day. Say what is to be done."
        )
    return cells


def _refuse_twice(vault: Database, cells: Mapping[str, Cell]) -> None:
    if not cells.get("service_id"):
        return
    held = employer_of_service(vault, str(cells["service_id"]))
    if held is not None:
        raise FieldProblem("name", f"{held.name} is an employer here already. Choose it in the list.")

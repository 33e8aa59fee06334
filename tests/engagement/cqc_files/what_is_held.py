"""What the register holds of a location."""

from engagement.register.services import (
    service_by_cqc_id,
)


def key_of(office, number: int) -> str:
    found = service_by_cqc_id(office.db, f"1-{number}")
    assert found is not None
    return found.id


def facts(office, number: int, *columns: str):
    sql = f"select {', '.join(columns)} from service join provider on provider.id = provider_id"
    return office.db.row(f"{sql} where cqc_location_id = ?", (f"1-{number}",))

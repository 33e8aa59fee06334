"""By what else than its name a service is told, and which surnames tell."""

from datetime import date

import pytest

from engagement.register import clues
from engagement.register.clues import exempt_clues
from engagement.register.contracts import set_contract_status
from engagement.register.providers import add_provider
from engagement.register.services import add_service
from engagement.register.surnames import is_rare
from engagement.register.vocabulary import ContractStatus, ServiceKind
from resources.database import Database

TODAY = date(2020, 1, 6)


def test_numbers_places_and_people_of_an_exempt_service_are_clues_and_of_no_other(db: Database) -> None:
    for name, status in (("Larkmeadow", ContractStatus.SUSPENDED), ("Velvet", ContractStatus.ACTIVE)):
        provider = add_provider(db, name=f"{name} Care Ltd", phone=f"0115 496 000{len(name) % 10}").id
        home = add_service(
            db, provider, name=f"{name} Hall", kind=ServiceKind.NURSING_HOME, address=f"139 {name} Way, Arnold",
            postcode="NG5 6EX" if name == "Velvet" else "NG3 6EX", phone="", registered_manager=f"{name}son, Cy",
        ).id  # fmt: skip
        set_contract_status(db, home, status, date(2019, 6, 3), today=TODAY)
    found = {one.ways for one in exempt_clues(db)}
    assert found == {
        ("NG3 6EX",), ("139 Larkmeadow Way",), ("0115 496 0000",), ("Larkmeadow Care Ltd", "Larkmeadow Care"),
        ("Cy Larkmeadowson", "Larkmeadowson Cy"),
    }  # fmt: skip


def test_the_council_is_no_clue_nor_a_provider_of_ordinary_words(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clues, "council", lambda _db: "Invented Council")
    for name in ("Invented Council", "Home Care"):
        provider = add_provider(db, name=name).id
        home = add_service(db, provider, name=f"At {name}", kind=ServiceKind.NURSING_HOME).id
        set_contract_status(db, home, ContractStatus.SUSPENDED, date(2019, 6, 3), today=TODAY)
    assert exempt_clues(db) == []


@pytest.mark.parametrize(
    ("surname", "rare"),
    [("Teaspoonworth", True), ("Smith", False), ("May", False), ("Ashfield", False), ("Ng", False), ("Public", False),
     ("Sample-Inventson", True), ("Example-Smith", False), ("", False)],
)  # fmt: skip
def test_a_surname_tells_where_it_is_rare(surname: str, rare: bool) -> None:
    assert is_rare(surname, {"public"}) is rare

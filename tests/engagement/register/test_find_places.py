"""A service or provider is found by whatever of it is known."""

import pytest

from engagement.register.find_places import find_places
from engagement.register.providers import add_provider
from engagement.register.services import add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database


@pytest.fixture
def homes(db: Database) -> dict[str, str]:
    firm = add_provider(db, name="Example Care Group", cqc_provider_id="1-900", postcode="NG2 7QP").id
    manor = add_service(
        db, firm, name="Velvetridge Manor", kind=ServiceKind.RESIDENTIAL_HOME, postcode="NG17 1AA",
        also_known_as="The Old Vicarage|The Velvet", cqc_location_id="1-200000001",
    ).id  # fmt: skip
    home = add_service(db, firm, name="Velvetridge", kind=ServiceKind.RESIDENTIAL_HOME).id
    return {"firm": firm, "manor": manor, "home": home}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("velvetridge manor", ["manor"]), ("velvet", ["home", "manor"]), ("Velvetridge", ["home", "manor"]),
        ("old vicar", ["manor"]), ("ng17 1aa", ["manor"]), ("NG171AA", ["manor"]), ("1-200000001", ["manor"]),
        ("example care", ["firm", "home", "manor"]), ("manor example", ["manor"]), ("ng27qp", ["firm"]),
        ("nothing such", []), ("  ", []),
    ],
)  # fmt: skip
def test_it_is_found_by_name_other_name_postcode_and_number(
    db: Database, homes: dict[str, str], text: str, found: list[str]
) -> None:
    names = {key: name for name, key in homes.items()}
    assert [names[one.key] for one in find_places(db, text)] == found


def test_a_service_tells_whose_it_is(db: Database, homes: dict[str, str]) -> None:
    (one,) = find_places(db, "velvetridge manor")
    assert (one.provider_id, one.service_id, one.detail) == (
        homes["firm"], homes["manor"], "Example Care Group, NG17 1AA",
    )  # fmt: skip

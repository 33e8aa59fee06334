"""A provider takes part in a project once, also after two were made one."""

from datetime import UTC, date, datetime

from desktop.capabilities import MERGE_RULES
from engagement.register.duplicates import merge_providers, merge_services
from engagement.register.services import add_service
from engagement.register.vocabulary import ServiceKind
from tests.workforce.funding.projects.conftest import TODAY, Held
from workforce.funding.projects.merging import taking_part_survivor
from workforce.funding.projects.taking_part import TakingPartDraft, add_taking_part, record_level, standings
from workforce.funding.vocabulary import DsptLevel

NOW = datetime(2019, 12, 9, tzinfo=UTC)
JOINED, LEFT = date(2019, 9, 10), date(2019, 11, 1)


def test_two_providers_that_are_one_take_part_once_with_the_levels_of_both(held: Held) -> None:
    db, key = held.db, held.project.id
    one = add_taking_part(db, key, TakingPartDraft(held.larch, JOINED), today=TODAY)
    other = add_taking_part(
        db, key, TakingPartDraft(held.teacup, date(2019, 9, 2), left_on=LEFT), today=TODAY
    )
    record_level(db, one.id, DsptLevel.STARTED, date(2019, 10, 1), today=TODAY)
    record_level(db, other.id, DsptLevel.STANDARDS_MET, LEFT, today=TODAY)
    merge_providers(db, held.larch, held.teacup, rules=MERGE_RULES, now=NOW)
    (found,) = standings(db, key, TODAY)
    assert (found.part.name, found.part.joined_on, found.part.left_on) == (
        "Larkmeadow Ltd",
        date(2019, 9, 2),
        None,
    )
    assert found.level is DsptLevel.STANDARDS_MET


def test_so_do_two_services_that_are_one(held: Held) -> None:
    db, key = held.db, held.project.id
    twin = add_service(db, held.larch, name="Larkmeadow", kind=ServiceKind.NURSING_HOME, district="Bassetlaw")
    for service in (held.larch_house, twin.id):
        part = add_taking_part(db, key, TakingPartDraft(held.larch, JOINED, service), today=TODAY)
        record_level(db, part.id, DsptLevel.STARTED, TODAY, today=TODAY)
    merge_services(db, held.larch_house, twin.id, rules=MERGE_RULES, now=NOW)
    assert [(one.part.name, one.level) for one in standings(db, key, TODAY)] == [
        ("Larkmeadow House", DsptLevel.STARTED)
    ]


def test_one_that_still_takes_part_has_not_left() -> None:
    kept = {"id": "a", "joined_on": "2019-09-10", "left_on": None, "note": "", "archived_on": None}
    gone = {**kept, "id": "b", "joined_on": "2019-09-01", "left_on": "2019-11-01", "note": "Asked"}
    assert taking_part_survivor(kept, gone) == {"joined_on": "2019-09-01", "left_on": None, "note": "Asked"}
    both = taking_part_survivor({**kept, "left_on": "2019-12-01"}, gone)
    assert both["left_on"] == "2019-12-01"

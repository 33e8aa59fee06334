"""Two contacts who are one person: what was taken in of both is kept with the one who stays."""

from collections.abc import Callable
from datetime import UTC, datetime

from desktop.capabilities import MERGE_RULES
from engagement.forums.online.review import Review
from engagement.forums.online.taking_in import take_in
from engagement.forums.online.whom import Matched
from engagement.register.duplicates import merge_contacts
from resources.database import Database, history
from resources.database.history import logical_dump
from tests.engagement.forums.online.online_files import teams

NOW = datetime(2019, 12, 10, 14, tzinfo=UTC)
DAY = "10/12/2019, "


def test_names_and_attendance_of_both_are_kept_once_and_undo_parts_them(
    db: Database, event: str, contact: dict[str, str], review: Callable[..., Review]
) -> None:
    joins = [
        ("Reception", f"{DAY}10:00:00", f"{DAY}12:00:00", "", ""),
        ("Ada", f"{DAY}10:00:00", f"{DAY}12:00:00", "", ""),
    ]
    for number, name in enumerate(("Ada Example", "Ben Sample")):
        found = review(teams(joins[:1], joins[:1]) + [[]] * number, name=f"{number}.csv")
        take_in(db, found.choose("1", Matched(contact[name], name, "")), now=NOW, device="PC")
    assert db.value("select count(*) from known_as") == 2
    before = list(logical_dump(db))
    merge_contacts(db, contact["Ada Example"], contact["Ben Sample"], now=NOW, rules=MERGE_RULES)
    assert db.rows("select contact_id, name_key from known_as") == [(contact["Ada Example"], "reception")]
    assert db.value("select count(distinct participant_id) from online_attendance") == 1
    history.undo(db)
    assert list(logical_dump(db)) == before

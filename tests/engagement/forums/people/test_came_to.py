import pytest

from engagement.forums.people import participants
from engagement.forums.people.came_to import came_to
from resources.database import Database

Held = tuple[str, dict[str, str]]


@pytest.mark.parametrize("by", ["provider", "contact"])
def test_what_somebody_came_to_is_looked_up_by_an_index(
    db: Database, held: Held, by: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    amina = participants.get(db, held[1]["Amina Khan"])
    key = {"provider": amina.provider_id, "contact": amina.contact_id}[by]
    asked: list[tuple[str, tuple[object, ...]]] = []
    rows = db.rows

    def listen(sql: str, params: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
        asked.append((sql, params))
        return rows(sql, params)

    monkeypatch.setattr(db, "rows", listen)
    names = [line.name for line in came_to(db, **{by: key})]
    assert names == {"provider": ["Amina Khan", "Ben Lund"], "contact": ["Amina Khan"]}[by]
    plan = " ".join(str(row[3]) for row in rows(f"explain query plan {asked[0][0]}", asked[0][1]))
    index = {"provider": "participant_of_provider", "contact": "participant_by_contact"}[by]
    assert index in plan and "SCAN participant" not in plan

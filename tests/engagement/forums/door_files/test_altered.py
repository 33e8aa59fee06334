"""A door file that another program changed is refused in one sentence, and nothing is written."""

import shutil

import pytest

from resources.database.engine import connect
from resources.database.history import logical_dump
from resources.problem import Problem
from tests.engagement.forums.door_files.conftest import Doors

LAST_LINE = "where rowid in (select max(rowid) from check_in)"
CAPABILITY = (
    "pragma writable_schema = on",
    "update derived_capability set name = cast(x'66ff6f' as text) where name = 'register'",
)


@pytest.mark.parametrize(
    ("statements", "said"),
    [
        (CAPABILITY, "is damaged"),
        (
            (f"update check_in set at = 'not a time' {LAST_LINE}",),
            "holds “not a time” where a time was expected",
        ),
        (("update check_in set at = '2019-12-10T10:00:00'",), "holds “2019-12-10T10:00:00” where a time"),
        (("update check_in set at = '0001-01-01T00:00:00+00:00'",), "holds “0001-01-01T00:00:00"),
        (("update contact set consent_on = 'soon'",), "holds “soon” where a time was expected"),
        (("update contact set name = cast(x'41ff42' as text)",), "is damaged"),
        (("update office set value = '{' where id = 'door_file'",), "What the door file says of itself"),
        (("update office set value = '[1]' where id = 'door_file'",), "What the door file says of itself"),
        (
            ("update office set value = json_set(value, '$.extra', 1) where id = 'door_file'",),
            "What the door file says of itself",
        ),
        (
            ("update office set value = json_set(value, '$.made_at', 'x') where id = 'door_file'",),
            "What the door file says of itself",
        ),
        (
            ("update office set value = json_set(value, '$.id', '../x') where id = 'door_file'",),
            "What the door file says of itself",
        ),
        (("alter table contact add column other text",), "its table “contact” has other columns"),
        (("alter table agenda_item add column other text",), "its table “agenda_item” has other columns"),
    ],
)
def test_what_was_altered_is_refused_in_a_sentence(
    doors: Doors, statements: tuple[str, ...], said: str
) -> None:
    path = doors.take()
    with doors.at(path) as db:
        doors.check_in(db, "Ada Example", 1)
    connection = connect(str(path))
    connection.execute("pragma foreign_keys = off")
    for (name,) in connection.execute("select name from sqlite_schema where type = 'trigger'").fetchall():
        connection.execute(f'drop trigger "{name}"')
    for statement in statements:
        connection.execute(statement)
    connection.close()
    before = list(logical_dump(doors.db))
    with pytest.raises(Problem) as refused:
        doors.back(path)
    assert said in refused.value.sentence
    assert list(logical_dump(doors.db)) == before


@pytest.mark.parametrize("name", ["before 0", "before 0.providerdesk", "came", "whole"])
def test_a_door_file_may_be_called_anything(doors: Doors, name: str) -> None:
    path = doors.take()
    with doors.at(path) as db:
        doors.check_in(db, "Ada Example", 1)
    renamed = doors.folder / "stick" / name
    renamed.parent.mkdir()
    shutil.move(path, renamed)
    doors.back(renamed)
    assert doors.statuses()["Ada Example"] == "attended"

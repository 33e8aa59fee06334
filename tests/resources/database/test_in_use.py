import json
import platform
from datetime import datetime

import pytest

from resources.database import change, open_file
from resources.database.opening import InUse
from tests.resources.database.opened_files import folder, python
from tests.resources.database.small import SMALL, small_with

# In use


def test_a_second_copy_is_told_who_has_the_file_where_and_since_when(path):
    file = open_file(path, (SMALL,), who="Ann Reader")
    with pytest.raises(InUse) as caught:
        open_file(path, (SMALL,), who="Bob Writer")
    note = json.loads(path.with_name("shop.providerdesk.in-use.json").read_text())
    since = datetime.fromisoformat(note["since"]).astimezone()
    assert caught.value.sentence == (
        f"“shop.providerdesk” is already open, by Ann Reader on {platform.node()} since {since:%H:%M} on "
        f"{since.day} {since:%B %Y}. Close it there first, or open it here read-only."
    )
    with change(file.db, "Still mine"):
        file.db.insert_row("shelf", {"id": "mine"})
    file.close()
    open_file(path, (SMALL,), who="Bob Writer").close()
    assert set(folder(path.parent)) == {"shop.providerdesk"}


def test_a_note_that_cannot_be_read_still_says_that_it_is_in_use(path):
    file = open_file(path, (SMALL,))
    path.with_name("shop.providerdesk.in-use.json").write_text('{"who": ')
    with pytest.raises(InUse, match="in another window or on another computer"):
        open_file(path, (SMALL,))
    file.close()


HOLDER = """
import sys
from pathlib import Path
from resources.database import change, open_file
from tests.resources.database.small import SMALL
file = open_file(Path(sys.argv[1]), (SMALL,), who="Ann Reader")
with change(file.db, "Held"):
    file.db.insert_row("shelf", {"id": "held"})
print("open", flush=True)
sys.stdin.readline()
"""


def test_a_killed_holder_leaves_no_lock(path):
    holder = python(HOLDER, path)
    assert holder.stdout.readline() == "open\n"
    with pytest.raises(InUse, match="by Ann Reader"):
        open_file(path, (SMALL,))
    reader = open_file(path, (SMALL,), read_only=True)
    assert reader.db.value("select count(*) from shelf where id = 'held'") == 1
    reader.close()
    holder.kill()
    holder.communicate()
    file = open_file(path, (SMALL,))
    assert file.db.value("select count(*) from shelf where id = 'held'") == 1
    file.close()


def test_a_failed_opening_lets_others_have_the_file(path):
    def fail(_db):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        open_file(path, (small_with(fail),))
    open_file(path, (SMALL,)).close()

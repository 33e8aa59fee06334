"""Whatever is done at two doors and in the office, in whatever order they come back: no line lost, none twice."""

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.capabilities import CAPABILITIES
from engagement.forums import events
from engagement.forums.at_the_door import door
from engagement.forums.at_the_door.door import WalkIn
from engagement.forums.events import EventDraft
from engagement.forums.people import invitations
from engagement.forums.people.audience_rule import Selected
from engagement.forums.vocabulary import EventKind
from engagement.register import contacts, providers
from engagement.register.names import folded
from engagement.register.vocabulary import ConsentBasis, ContactRole
from resources.database import Database, history, new_key, open_file
from resources.database.history import logical_dump
from resources.database.integrity import faults
from tests.engagement.forums.door_files.conftest import STARTS, Doors

PEOPLE = ("Ada Example", "Ben Sample", "Cy Specimen")
WALK_INS = ("Eve Newcomer", "Flo Stranger")
PLACES = ("office", "Main door", "Side door")


def forum_of(db: Database, folder: Path) -> Doors:
    """A forum to which three people of one provider are invited."""
    owner = providers.add_provider(db, name="Larkmeadow Ltd").id
    made = [contacts.add_contact(db, owner, name=name, consent=ConsentBasis.EMAIL_OPT_IN) for name in PEOPLE]
    draft = EventDraft(
        kind=EventKind.PROVIDER_FORUM, title="A forum", starts=STARTS, ends=STARTS + timedelta(hours=2)
    )
    event = events.plan_event(db, draft)
    chosen = [Selected(one.id, one.name, ContactRole.OTHER, None, "", owner, "", ("Test",)) for one in made]
    invitations.invite(db, event, chosen, now=STARTS - timedelta(days=9))
    return Doors(db, event, folder)


Acted = tuple[str, str, int, int]
ACTS = st.lists(
    st.tuples(
        st.sampled_from(PLACES),
        st.sampled_from(("in", "in", "out", "undo", "walk in", "come back")),
        st.integers(0, 2),
        st.integers(-30, 150),  # minutes by that device's clock, which may go back
    ),
    max_size=24,
)


def carry_out(doors: Doors, db: Database, act: Acted) -> None:
    place, what, who, minute = act
    said = {"now": STARTS + timedelta(minutes=minute), "device": place, "nonce": new_key()}
    if what == "in":
        door.check_in(db, doors.event, doors.named(db, PEOPLE[who]), **said)
    elif what == "out":
        door.check_out(db, doors.event, doors.named(db, PEOPLE[who]), **said)
    elif what == "undo":
        door.undo_last(db, doors.event, **said)
    elif what == "walk in":
        door.walk_in(db, doors.event, WalkIn(WALK_INS[who % 2], new_provider="New Care"), **said)


def lines_of(db: Database) -> set[str]:
    return {key for (key,) in db.rows("select id from check_in")}


def story(doors: Doors, acts: Sequence[Acted]) -> dict[str, set[str]]:
    """Carry out the acts, each where it was done; the lines that each file then holds."""
    paths = {place: doors.take(place) for place in PLACES[1:]}
    opened = {place: open_file(path, CAPABILITIES, who="Helper") for place, path in paths.items()}
    for act in acts:
        place, what = act[:2]
        if what == "come back":
            if place != "office":
                doors.back(paths[place])
        else:
            carry_out(doors, doors.db if place == "office" else opened[place].db, act)
    held = {place: lines_of(file.db) for place, file in opened.items()} | {"office": lines_of(doors.db)}
    for file in opened.values():
        file.close()
    return held


def expected_statuses(doors: Doors) -> dict[str, str]:
    """From the log alone, worked out here anew."""
    rows = doors.db.rows(
        "select check_in.id, contact.name, kind, at, undoes_id from check_in join participant "
        "on participant.id = participant_id join contact on contact.id = contact_id order by seq"
    )
    undone = {row[4] for row in rows}
    found: dict[str, str] = {}
    for name in {row[1] for row in rows}:
        left = [row for row in rows if row[1] == name and row[2] != "undo" and row[0] not in undone]
        if any(row[2] == "entry" for row in left):
            early = left[-1][2] == "exit" and left[-1][3] < (STARTS + timedelta(hours=2)).isoformat()
            found[name] = "left_early" if early else "attended"
    return found


def came(doors: Doors) -> dict[str, str]:
    return {name: status for name, status in doors.statuses().items() if status in ("attended", "left_early")}


def in_own_order(before: list[str], db: Database) -> bool:
    order = [key for (key,) in db.rows("select id from check_in order by seq, id")]
    return [key for key in order if key in set(before)] == before


@settings(max_examples=15, deadline=None, derandomize=True)
@given(acts=ACTS)
def test_every_line_is_there_once_and_the_order_of_the_returns_does_not_matter(
    acts: list[Acted], migrated: bytes
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "office.providerdesk"
        path.write_bytes(migrated)
        office = open_file(path, CAPABILITIES, who="Test Officer")
        try:
            check_story(forum_of(office.db, folder), acts)
        finally:
            office.close()


def check_story(doors: Doors, acts: list[Acted]) -> None:
    held = story(doors, acts)
    written = {place: [key for (key,) in opened_lines(doors, place)] for place in PLACES[1:]}
    logs = []
    for order in (PLACES[1:], PLACES[:0:-1]):
        returned = [doors.back(doors.folder / f"{place}.providerdesk") for place in order]
        assert lines_of(doors.db) == set().union(*held.values())
        logs.append(doors.log())
        assert came(doors) == expected_statuses(doors)
        for place in PLACES[1:]:
            own = [key for key in written[place] if key not in held["office"]]
            assert in_own_order(own, doors.db)
        names = [folded(one) for (one,) in doors.db.rows("select name from contact")]
        assert len(names) == len(set(names))
        assert faults(doors.db) == []
        dump = list(logical_dump(doors.db))
        assert all(doors.back(doors.folder / f"{place}.providerdesk").nothing_new for place in order)
        assert list(logical_dump(doors.db)) == dump
        for one in returned:
            if not one.nothing_new:
                history.undo(doors.db)
    assert logs[0] == logs[1]


def opened_lines(doors: Doors, place: str) -> list[tuple[str]]:
    """The lines that a door wrote itself, in its order."""
    with doors.at(doors.folder / f"{place}.providerdesk") as db:
        return db.rows("select id from check_in where device = ? order by seq", (place,))


KILLED = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from desktop.capabilities import CAPABILITIES
from engagement.forums.door_files import bringing_back
from engagement.forums.door_files.returned import read_returned
from resources.database import open_file

opened = open_file(Path(sys.argv[1]), CAPABILITIES, who="Killed")
returned = read_returned(opened.db, Path(sys.argv[2]), CAPABILITIES)
bringing_back.participants.restate_event = lambda *_: os._exit(9)
bringing_back.bring_back(opened.db, returned, now=datetime(2019, 12, 10, 15, tzinfo=UTC))
"""


def test_a_return_that_is_killed_leaves_nothing_of_itself_and_can_be_done_again(
    tmp_path: Path, migrated: bytes
) -> None:
    path = tmp_path / "office.providerdesk"
    path.write_bytes(migrated)
    office = open_file(path, CAPABILITIES, who="Test Officer")
    doors = forum_of(office.db, tmp_path)
    side = doors.take("Side door")
    with doors.at(side) as db:
        doors.check_in(db, PEOPLE[0], 1)
        doors.walk_in(db, WALK_INS[0], "New Care", 2)
    before = list(logical_dump(office.db))
    office.close()
    ended = subprocess.run([sys.executable, "-c", KILLED, str(path), str(side)], check=False)
    assert ended.returncode == 9
    office = open_file(path, CAPABILITIES, who="Test Officer")
    try:
        assert list(logical_dump(office.db)) == before
        doors.db = office.db
        assert doors.back(side).sentence == (
            "Brought back Side door: 2 lines of the door’s log, 1 walk-in, 1 new person, 1 new provider"
        )
    finally:
        office.close()

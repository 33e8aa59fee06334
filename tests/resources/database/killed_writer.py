"""The program that the kill test kills: it changes a file without end, and says what it will do and what it has done.

Each line `will {...}` is the state that the file is about to have (how many books of which step); `did` follows when
that is saved. Only a state followed by `did` is acknowledged.
"""

import json
import random
import sys
from datetime import UTC, datetime
from pathlib import Path

from resources.database import Database, backups, change, history, new_keys, open_file
from tests.resources.database.small import SMALL

State = dict[str, int]
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def state_of(db: Database) -> State:
    """How many books there are of each step."""
    return dict(db.rows("select title, count(*) from book group by title order by title"))


class Writer:
    """Knows what the file must hold after each thing that it does."""

    def __init__(self, path: Path, seed: int) -> None:
        self.path = path
        self.chance = random.Random(seed)
        self.step = seed * 1000
        self.file = open_file(path, (SMALL,), who="Writer")
        self.state = state_of(self.file.db)
        self.before: list[State] = []
        self.undone: list[State] = []
        self.kept: tuple[backups.Backup, State, list[State], list[State]] | None = None

    def go_on(self) -> None:
        """Carry out things chosen by chance until killed."""
        while True:
            self.step += 1
            things = [self.single, self.single, self.bulk, self.bulk, self.back_up]
            things += [self.clear] * (3 if sum(self.state.values()) > 4000 else bool(self.state))
            things += [self.undo] * 2 * bool(self.before) + [self.redo] * 2 * bool(self.undone)
            things += [self.restore] * bool(self.kept)
            self.chance.choice(things)()

    def say(self, state: State) -> None:
        print("will", json.dumps(state), flush=True)

    def done(self, state: State) -> None:
        self.state = state
        print("did", flush=True)

    def add(self, number: int) -> None:
        title, state = f"step {self.step}", dict(self.state)
        state[title] = number
        self.say(state)
        with change(self.file.db, f"Added {number}"):
            shelf, *books = new_keys(number + 1)
            self.file.db.insert_row("shelf", {"id": shelf, "name": title})
            self.file.db.insert_rows(
                "book", ("id", "shelf_id", "title"), [(book, shelf, title) for book in books]
            )
        self.ordinary(state)

    def ordinary(self, state: State) -> None:
        self.before.append(self.state)
        self.undone.clear()
        self.done(state)

    def single(self) -> None:
        self.add(1)

    def bulk(self) -> None:
        self.add(self.chance.choice([20, 200, 1500, 2500]))

    def clear(self) -> None:
        title = self.chance.choice(sorted(self.state))
        state = {name: number for name, number in self.state.items() if name != title}
        self.say(state)
        with change(self.file.db, f"Cleared {title}"):
            self.file.db.execute("delete from book where title = ?", (title,))
            self.file.db.execute("update shelf set name = name || ' (cleared)' where name = ?", (title,))
        self.ordinary(state)

    def undo(self) -> None:
        state = self.before.pop()
        self.say(state)
        history.undo(self.file.db)
        self.undone.append(self.state)
        self.done(state)

    def redo(self) -> None:
        state = self.undone.pop()
        self.say(state)
        history.redo(self.file.db)
        self.before.append(self.state)
        self.done(state)

    def back_up(self) -> None:
        self.say(self.state)
        made = backups.make(self.file.db, self.path, reason="each hour", now=NOON)
        self.kept = (made, self.state, list(self.before), list(self.undone))
        self.done(self.state)

    def restore(self) -> None:
        assert self.kept is not None
        backup, state, before, undone = self.kept
        self.say(state)
        self.file.close()
        backups.restore(backup, self.path, now=NOON)
        self.file = open_file(self.path, (SMALL,), who="Writer")
        self.before, self.undone = list(before), list(undone)
        self.done(state)


if __name__ == "__main__":
    Writer(Path(sys.argv[1]), int(sys.argv[2])).go_on()

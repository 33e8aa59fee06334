"""Online attendance: 300 people of a meeting matched to 10,000 contacts, the whole review, and taking it in."""

import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from rapidfuzz import fuzz, process

from engagement.forums import events
from engagement.forums.events import EventDraft
from engagement.forums.online.known_people import known_people
from engagement.forums.online.matching import match_all
from engagement.forums.online.reading import read
from engagement.forums.online.review import Review
from engagement.forums.online.taking_in import start_review, take_in
from engagement.forums.online.vocabulary import Grade
from engagement.forums.online.whom import LeftOut
from engagement.forums.vocabulary import EventKind
from resources.database import Database, change
from tests.benchmarks.bench_door import NOW, register_of
from tests.benchmarks.measure import Figure, milliseconds
from tests.engagement.forums.online.online_files import teams, write

_DAY = "10/12/2019, "


def bench_match(smoke: bool) -> Iterator[Figure]:
    """Names alone, with addresses, spelt wrongly, surname first, and of nobody: from the file to the log."""
    services, contacts, people = (30, 60, 20) if smoke else (3_000, 10_000, 300)
    with register_of(services, contacts) as file:
        db = file.db
        _tell_apart(db)
        event = events.plan_event(
            db, EventDraft(EventKind.PROVIDER_FORUM, "Forum", NOW, NOW + timedelta(hours=2))
        )
        path = _file_of(db, people, file.path.with_name("attendance.csv"))
        reading = milliseconds(lambda: read(path))
        review = start_review(db, event, path)
        found, known = review.found, known_people(db, event)
        assert review.summary
        assert (
            people - 3 <= len(found.people) <= people
        )  # two drawn may have one name, and are one without addresses
        keys = [one.name.keys[0] for one in found.people]
        against = [one.key for one in known.people]
        bare = milliseconds(lambda: process.cdist(keys, against, scorer=fuzz.ratio, score_cutoff=78))
        one_by_one = milliseconds(
            lambda: [process.extractOne(key, against, scorer=fuzz.ratio) for key in keys]
        )
        name = "every name against every other, nothing else"
        matching = milliseconds(lambda: match_all(found.people, known))
        yield Figure("match with scores and reasons", matching, "ms", 1000, name, bare)
        again = "the best name for each, one after another"
        yield Figure("the same", matching, "ms", None, again, one_by_one)
        yield Figure("fetch the register", milliseconds(lambda: known_people(db, event)))
        yield Figure("read the file", reading)
        yield Figure(
            "from file to review", milliseconds(lambda: start_review(db, event, path).summary), "ms", 2000
        )
        yield Figure(
            "one decision in the review",
            milliseconds(lambda: review.choose("1", LeftOut()).summary),
            "ms",
            50,
        )
        decided = _decided(review)
        yield Figure(
            "take it in, one change", milliseconds(lambda: take_in(db, decided, now=NOW, device="PC"))
        )
        sure = sum(line.match.grade is Grade.SURE for line in review.lines)
        yield Figure("of them sure", sure, "", None)


def _tell_apart(db: Database) -> None:
    """The register's people get names and addresses of their own: there are only 360 names to draw from."""
    chance = random.Random(2)
    endings = ["", "son", "ley", "ton", "field", "wood", "man", "worth"]
    rows = db.rows("select id, name from contact order by id")
    named = [(key, f"{name}{chance.choice(endings)}{number % 97}") for number, (key, name) in enumerate(rows)]
    with change(db, "Named them"):
        db.update_rows(
            "contact",
            ("name", "email"),
            [(_lettered(name), f"{key[-12:]}@home{_number(key)}.example", key) for key, name in named],
        )


def _lettered(name: str) -> str:
    """The figures of a made-up name as letters."""
    return name.translate(str.maketrans("0123456789", "abcdefghij"))


def _number(key: str) -> int:
    """A home's number that stays the same from run to run."""
    return sum(map(ord, key)) % 700


def _file_of(db: Database, people: int, path: Path) -> Path:
    chance = random.Random(3)
    rows = db.rows("select name, email from contact order by id")
    joins = []
    for number, (name, email) in enumerate(chance.sample(rows, people * 9 // 10)):
        shown = name
        if number % 5 == 1:
            first, _, last = name.partition(" ")
            shown = f"{last}, {first} (EXT)"
        elif number % 5 == 2:
            shown = name[:-2] + name[-1]
        joins += [_join(shown, email if number % 3 == 0 else "", part) for part in range(1 + number % 3)]
    joins += [_join(f"Zq{number} Xyzzy{number}", "", 0) for number in range(people - people * 9 // 10)]
    return write(path, teams(joins, joins, title="Forum"))


def _join(name: str, email: str, part: int) -> tuple[str, ...]:
    return name, f"{_DAY}{9 + part}:45:00", f"{_DAY}{10 + part}:30:00", "", email


def _decided(review: Review) -> Review:
    for line in review.undecided:
        review = review.confirm(line.key) if review.offer(line) else review.choose(line.key, LeftOut())
    return review

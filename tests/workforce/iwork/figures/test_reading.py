"""What the figures are made of, read from a register."""

from datetime import UTC, date, datetime

from resources.database import Database
from tests.workforce.iwork.figures.held import TODAY, filled
from workforce.iwork.employers.employers import close_employer
from workforce.iwork.figures.periods import period_to
from workforce.iwork.figures.reading import by_district, employer_facts, new_posts, person_facts
from workforce.iwork.people.people import close_person
from workforce.iwork.people.purge import ask_purge
from workforce.iwork.posts.moving import move_post
from workforce.iwork.vocabulary import ClosedReason, PostStatus


def test_people_are_read_with_their_jobs_and_what_was_found_at_checkpoints(
    vault: Database, db: Database
) -> None:
    filled(vault, db, people=3, at_work=2, more=1)
    first, _, third = person_facts(vault)
    assert [job.started_on for job in first.jobs] == [date(2026, 5, 4)] and not third.jobs
    assert first.looked == {(date(2026, 5, 4), 13)} and first.sustained(TODAY) == {13}
    assert "Wren" not in repr(first) and "IW-" not in repr(first)


def test_who_is_closed_or_to_be_deleted_is_off_the_register_from_that_day(
    vault: Database, db: Database
) -> None:
    keys = filled(vault, db, people=2, at_work=0)
    close_person(vault, keys[0], ClosedReason.MOVED, on=date(2026, 10, 1), today=TODAY)
    ask_purge(vault, keys[1], "They asked", by="Test Coach", now=datetime(2026, 11, 2, 9, tzinfo=UTC))
    assert [one.left_on for one in person_facts(vault)] == [date(2026, 10, 1), date(2026, 11, 2)]
    assert [one.is_on_register(date(2026, 10, 31)) for one in person_facts(vault)] == [False, True]


def test_employers_and_posts_of_a_period_are_counted(vault: Database, db: Database) -> None:
    filled(vault, db, people=1, at_work=0)
    found = new_posts(vault, period_to(TODAY))
    assert (found.posts, found.least, found.most) == (6, 6, 6)
    assert new_posts(vault, period_to(date(2026, 3, 31))).posts == 0
    post, employer = vault.row("select id, employer_id from post order by number") or ("", "")
    move_post(vault, post, PostStatus.CLOSED, today=TODAY, reason="Not needed")
    close_employer(vault, employer, today=TODAY)
    assert sum(one.is_held_on(TODAY) for one in employer_facts(vault)) == 5
    assert sum(one.is_held_on(date(2026, 9, 30)) for one in employer_facts(vault)) == 6


def test_districts_that_are_not_the_councils_come_together_at_the_end() -> None:
    assert by_district(["Ashfield", "Mansfield"], ["Mansfield", "Chesterfield", "", "Mansfield"]) == [0, 2, 2]

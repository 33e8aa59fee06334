from datetime import UTC, date, datetime

from engagement.good_practice.attention import buddy_attention, newly_inadequate_without_buddy
from engagement.good_practice.buddies.pairs import agree_pair, end_pair, log_meeting
from engagement.good_practice.vocabulary import MetHow
from engagement.register.vocabulary import Rating
from resources.database import Database
from tests.engagement.good_practice.conftest import TODAY, Home

NOW = datetime(2019, 12, 9, 9, tzinfo=UTC)
NEW = date(2019, 11, 20)


def said(db: Database) -> list[tuple[str, str]]:
    return [(line.what, line.detail) for line in buddy_attention(db, NOW)]


def test_newly_inadequate_services_without_a_buddy_are_one_line_with_their_number(
    db: Database, home: Home
) -> None:
    old, first = home("Ash House", Rating.INADEQUATE), home("Elm Lodge", Rating.INADEQUATE, on=NEW)
    home("Oak House", Rating.REQUIRES_IMPROVEMENT, on=NEW)
    assert said(db) == [
        ("1 newly Inadequate service has no buddy", "The newest: Elm Lodge, published 20 November 2019.")
    ]
    home("Fir House", Rating.INADEQUATE, on=NEW)
    assert said(db)[0][0] == "2 newly Inadequate services have no buddy"
    assert old.id not in {one.id for one in newly_inadequate_without_buddy(db, TODAY)}
    agree_pair(db, first.id, home("Larkmeadow").id, on=TODAY, today=TODAY)
    assert said(db)[0][0] == "1 newly Inadequate service has no buddy"


def test_a_pair_is_asked_about_when_it_has_not_met_for_three_months(db: Database, home: Home) -> None:
    made = agree_pair(db, home("Elm").id, home("Larkmeadow").id, on=date(2019, 9, 9), today=TODAY)
    assert said(db) == [
        ("Elm and Larkmeadow have not met for three months", "Agreed on 9 September 2019; has not met yet.")
    ]
    log_meeting(db, made.id, met_on=date(2019, 9, 10), how=MetHow.VISIT, today=TODAY)
    assert said(db) == []
    assert said_on(db, 10) == ["Met once, on 10 September 2019."]
    end_pair(db, made.id, on=TODAY, reason="Done", today=TODAY)
    assert said_on(db, 10) == []


def said_on(db: Database, day: int) -> list[str]:
    return [line.detail for line in buddy_attention(db, NOW.replace(day=day))]


def test_many_such_pairs_are_one_line(db: Database, home: Home) -> None:
    for name in ("A", "B", "C", "D"):
        agree_pair(
            db, home(f"{name} one").id, home(f"{name} two").id, on=date(2019, 1, ord(name) - 64), today=TODAY
        )
    (line,) = said(db)
    assert line[0] == "4 pairs of buddies have not met for three months"
    assert line[1].startswith("The longest: A one and A two. Agreed on 1 January 2019")

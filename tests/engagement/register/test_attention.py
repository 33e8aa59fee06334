"""What in the register wants doing, as Home lists it."""

from datetime import date, timedelta

import pytest

from engagement.register.attention import register_attention
from engagement.register.contracts import set_contract_status
from engagement.register.council import set_council
from engagement.register.providers import add_provider
from engagement.register.services import add_service, archive_service
from engagement.register.vocabulary import ContractStatus, ServiceKind
from resources.attention import Attention, Urgency
from resources.database import Database, change, new_key

TODAY = date(2026, 3, 4)


@pytest.fixture
def home(db: Database) -> str:
    """A home in Bassetlaw."""
    firm = add_provider(db, name="Invented Care").id
    return add_service(
        db,
        firm,
        name="Quillfeather Court",
        kind=ServiceKind.NURSING_HOME,
        district="Bassetlaw",
        authority="Nottinghamshire",
    ).id


def rate(db: Database, home: str, rating: str, published: date) -> None:
    with change(db, "Rated"):
        db.insert_row("rating", {"id": new_key(), "service_id": home, "key_question": "overall",
                                 "rating": rating, "published_on": published.isoformat()})  # fmt: skip


def directory_of(db: Database, day: date) -> None:
    with change(db, "Imported"):
        columns = {row[1] for row in db.rows("pragma table_info(cqc_file)")}
        values = {"id": new_key(), "kind": "directory", "as_at": day.isoformat(), "name": "directory.csv",
                  "file_name": "directory.csv", "sha256": "0" * 64, "read_at": "2026-03-04T10:00:00+00:00",
                  "taken_in_at": "2026-03-04T10:00:00+00:00", "rows": 1, "row_count": 1}  # fmt: skip
        db.insert_row("cqc_file", {name: cell for name, cell in values.items() if name in columns})


def test_an_empty_register_wants_nothing(db: Database) -> None:
    assert register_attention(db, TODAY) == []


def test_a_service_newly_inadequate_is_due(db: Database, home: str) -> None:
    rate(db, home, "inadequate", date(2026, 2, 2))
    assert register_attention(db, TODAY) == [
        Attention(
            Urgency.DUE,
            "Quillfeather Court is newly Inadequate",
            "Bassetlaw; published 2 February 2026. A re-inspection is due within six months.",
            "providers",
            home,
            "Open the service",
            date(2026, 2, 2),
        )
    ]


def test_it_is_no_news_after_sixty_days(db: Database, home: str) -> None:
    rate(db, home, "inadequate", TODAY - timedelta(days=61))
    assert register_attention(db, TODAY) == []


def test_a_better_rating_since_takes_it_away(db: Database, home: str) -> None:
    rate(db, home, "inadequate", TODAY - timedelta(days=20))
    rate(db, home, "good", TODAY - timedelta(days=2))
    assert register_attention(db, TODAY) == []


def test_another_councils_service_is_not_listed(db: Database, home: str) -> None:
    rate(db, home, "inadequate", TODAY)
    set_council(db, "Derby")
    assert register_attention(db, TODAY) == []


def test_the_councils_own_service_is_listed_however_its_name_is_written(db: Database, home: str) -> None:
    rate(db, home, "inadequate", TODAY)
    set_council(db, "Nottinghamshire County Council")
    assert [line.key for line in register_attention(db, TODAY)] == [home]


def test_an_archived_service_is_not_listed(db: Database, home: str) -> None:
    rate(db, home, "inadequate", TODAY)
    archive_service(db, home, today=TODAY)
    assert register_attention(db, TODAY) == []


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (ContractStatus.SUSPENDED, "suspended"),
        (ContractStatus.IMPROVEMENT_NOTICE, "under an improvement notice"),
    ],
)
def test_a_contract_long_in_bad_standing_is_looked_at_and_marked_exempt(
    db: Database, home: str, status: ContractStatus, words: str
) -> None:
    set_contract_status(db, home, status, date(2025, 8, 1), today=TODAY)
    (line,) = register_attention(db, TODAY)
    assert line.what == f"Quillfeather Court has been {words} since 1 August 2025"
    assert line.detail.startswith("Exempt: not for publication.")
    assert (line.urgency, line.page, line.key) == (Urgency.WHEN_YOU_CAN, "providers", home)


def test_a_contract_that_is_active_again_is_not(db: Database, home: str) -> None:
    set_contract_status(db, home, ContractStatus.SUSPENDED, date(2025, 8, 1), today=TODAY)
    set_contract_status(db, home, ContractStatus.ACTIVE, date(2026, 1, 1), today=TODAY)
    assert register_attention(db, TODAY) == []


def test_an_old_directory_is_said(db: Database) -> None:
    directory_of(db, TODAY - timedelta(days=45))
    assert register_attention(db, TODAY) == []
    (line,) = register_attention(db, TODAY + timedelta(days=1))
    assert (line.what, line.page) == ("The newest CQC directory is 46 days old", "imports")

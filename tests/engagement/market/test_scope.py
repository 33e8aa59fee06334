"""What a market table can be drawn of, and what may be said of one row of it."""

from datetime import date
from pathlib import Path

import pytest

from engagement.cqc_files.taking_in import prepare, take_in
from engagement.market.market_table import MarketTable
from engagement.market.published import take_in_published
from engagement.market.scope import (
    Scope,
    ScopeKind,
    areas_to_speak_of,
    days_held,
    market_in,
    scope_from,
    scopes_held,
    sentences_of,
)
from engagement.register.council import set_council
from engagement.register.vocabulary import MarketKind
from resources.database import Database

ALL = Scope(ScopeKind.ALL)
NORTH_WEST = Scope(ScopeKind.REGION, "North West")
PUBLISHED = Scope(ScopeKind.PUBLISHED, "East Midlands")
MAY, AUGUST = date(2019, 5, 1), date(2019, 8, 1)


@pytest.fixture
def oldham(db: Database, shared_data: Path) -> Database:
    """CQC's files of one authority, two months of them."""
    for day in (MAY, AUGUST):
        files = [
            shared_data / "cqc" / f"oldham_{day.isoformat()}_{name}.csv"
            for name in ("CQC_directory", "Latest_ratings_long")
        ]
        take_in(db, prepare(db, files, today=date(2026, 1, 1)))
    return db


@pytest.mark.parametrize("scope", [ALL, NORTH_WEST, Scope(ScopeKind.DISTRICTS, "Derby"), PUBLISHED])
def test_a_scope_is_remembered_by_its_text(scope: Scope) -> None:
    assert scope_from(scope.text) == scope


@pytest.mark.parametrize("text", ["", "region", "region:", "districts:", "nonsense", "nonsense:Derby"])
def test_any_other_text_is_all_authorities(text: str) -> None:
    assert scope_from(text) == ALL


def test_published_figures_of_several_regions_have_no_name() -> None:
    assert scope_from("published") == Scope(ScopeKind.PUBLISHED)


def test_words() -> None:
    scopes = [ALL, NORTH_WEST, Scope(ScopeKind.DISTRICTS, "Derby"), PUBLISHED, Scope(ScopeKind.PUBLISHED)]
    assert [(scope.words, scope.among) for scope in scopes] == [
        ("All authorities held", "among the authorities held"),
        ("North West", "in the North West"),
        ("Districts of Derby", "in Derby"),
        ("Published figures, East Midlands", "in the East Midlands"),
        ("Published figures", "among the authorities published"),
    ]


def test_an_empty_register_can_draw_nothing(db: Database) -> None:
    assert scopes_held(db) == []


def test_counted_scopes_come_first_with_their_days(oldham: Database, published: MarketTable) -> None:
    take_in_published(oldham, published)
    assert scopes_held(oldham) == [ALL, NORTH_WEST, PUBLISHED]
    assert days_held(oldham, NORTH_WEST) == [AUGUST, MAY]
    assert days_held(oldham, PUBLISHED) == [AUGUST]


def test_published_figures_alone_are_enough(db: Database, published: MarketTable) -> None:
    take_in_published(db, published)
    assert scopes_held(db) == [PUBLISHED]
    assert market_in(db, PUBLISHED, AUGUST) == published


def test_a_counted_table_is_of_its_day(oldham: Database) -> None:
    may, august = (market_in(oldham, NORTH_WEST, day) for day in (MAY, AUGUST))
    assert may.areas == august.areas == ("Oldham",)
    assert may.profile("Oldham", MarketKind.NURSING) != august.profile("Oldham", MarketKind.NURSING)


def test_the_report_of_december_2019_is_said_with_its_ties_put_right(published: MarketTable) -> None:
    said = [one.text for one in sentences_of(published, PUBLISHED, "Nottinghamshire")]
    assert "Nottinghamshire has the highest % of Outstanding nursing homes in the East Midlands (7%)." in said
    joint = (
        "Nottinghamshire has the joint second highest % of Outstanding home care agencies in the East Midlands "
        "(6%, with Nottingham)."
    )
    assert joint in said
    assert len(said) == len(set(said))


def test_nothing_is_said_of_a_row_that_is_not_there(published: MarketTable) -> None:
    assert sentences_of(published, PUBLISHED, "Oldham") == []
    assert sentences_of(published, PUBLISHED, "") == []


def test_the_councils_own_row_is_spoken_of_first(oldham: Database, published: MarketTable) -> None:
    assert areas_to_speak_of(oldham, PUBLISHED, published)[0] == "Derby"
    set_council(oldham, "Nottinghamshire County Council")
    assert areas_to_speak_of(oldham, PUBLISHED, published)[:2] == ["Nottinghamshire", "Derby"]

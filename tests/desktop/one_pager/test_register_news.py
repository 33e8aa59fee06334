"""What became of a provider and its services since the last report: renamed, moved, archived."""

from datetime import UTC, date, datetime

import pytest

from desktop.one_pager.page import fitted_page, one_page, topics_of
from desktop.one_pager.register_news import register_news
from desktop.one_pager.subject import Subject, subject_of
from desktop.shell.looks.style import Style
from engagement.register import providers, services
from engagement.register.vocabulary import ServiceKind
from resources.database import Database, change

TODAY, SINCE = date(2020, 1, 6), date(2019, 9, 9)


@pytest.fixture
def two(db: Database) -> tuple[str, str, str]:
    """Two providers and a home of the first, before the last report."""
    with change(db, "Began", now=datetime(2019, 6, 1, 9, tzinfo=UTC)):
        first = providers.add_provider(db, name="First Care Ltd").id
        second = providers.add_provider(db, name="Second Care Ltd").id
        home = services.add_service(
            db, first, name="Larkmeadow House", kind=ServiceKind.NURSING_HOME, district="Ashfield"
        ).id
    return first, second, home


def later() -> datetime:
    return datetime(2019, 11, 1, 9, tzinfo=UTC)


def page(db: Database, key: str) -> Subject:
    return subject_of(db, None, key, since=SINCE, today=TODAY)


def everything_said(of: Subject) -> str:
    report = one_page(of)
    rows = " ".join(words for _, words in fitted_page(of).rows)
    return f"{report.title} {report.blocks[0].text} {rows}"


def test_a_renamed_provider_is_told_by_its_name_of_today_with_the_old_one_once(
    styled: Style, db: Database, two: tuple[str, str, str]
) -> None:
    with change(db, "Renamed", now=later()):
        providers.edit_provider(db, two[0], name="Rosewood Care Ltd")
    for key in (two[0], two[2]):
        said = everything_said(page(db, key))
        assert said.count("Rosewood Care Ltd (formerly First Care Ltd)") == 1
        assert said.count("First Care Ltd") == 1
    assert one_page(page(db, two[0])).title == "One page on Rosewood Care Ltd"


def test_a_renamed_service_is_told_once_by_itself_and_with_its_provider(
    styled: Style, db: Database, two: tuple[str, str, str]
) -> None:
    with change(db, "Renamed", now=later()):
        services.edit_service(db, two[2], name="Rosewood House")
    for key in (two[0], two[2]):
        said = everything_said(page(db, key))
        assert said.count("Rosewood House (formerly Larkmeadow House)") == 1
        assert said.count("Larkmeadow House") == 1


def test_nothing_is_said_of_a_name_that_was_changed_before(
    styled: Style, db: Database, two: tuple[str, str, str]
) -> None:
    with change(db, "Renamed", now=datetime(2019, 7, 1, 9, tzinfo=UTC)):
        providers.edit_provider(db, two[0], name="Rosewood Care Ltd")
    assert "formerly" not in everything_said(page(db, two[0]))


def test_a_service_that_moved_is_news_of_both_providers_and_of_itself(
    db: Database, two: tuple[str, str, str]
) -> None:
    with change(db, "Sold", now=later()):
        services.move_service(db, two[2], two[1])
    assert register_news(page(db, two[0])) == ["Larkmeadow House went to Second Care Ltd."]
    assert register_news(page(db, two[1])) == ["Larkmeadow House came from First Care Ltd."]
    assert register_news(page(db, two[2])) == ["Larkmeadow House came from First Care Ltd."]
    (who, news) = topics_of(page(db, two[1]))[:2]
    assert "1 service in use: Larkmeadow House" in who.lines[0]
    assert "Larkmeadow House came from First Care Ltd." in news.lines


def test_archived_services_are_counted_and_those_archived_since_are_news(
    db: Database, two: tuple[str, str, str]
) -> None:
    other = services.add_service(db, two[0], name="Teacup Court", kind=ServiceKind.HOME_CARE).id
    services.archive_service(db, two[2], today=date(2019, 12, 1))
    services.archive_service(db, other, today=SINCE)
    assert register_news(page(db, two[0])) == ["Archived: Larkmeadow House on 1 December 2019."]
    assert topics_of(page(db, two[0]))[0].lines == ("0 services in use; 2 archived.",)


def test_an_archived_provider_says_so_first(db: Database, two: tuple[str, str, str]) -> None:
    providers.archive_provider(db, two[0], today=date(2019, 12, 1))
    assert topics_of(page(db, two[0]))[0].lines[0] == "First Care Ltd was archived on 1 December 2019."

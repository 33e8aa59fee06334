"""Outstanding services: as in paragraph 9 of the report of December 2019, and where a list may not be public."""

from datetime import date

import pytest

from engagement.market.committee.outstanding import Listed, make
from engagement.register.vocabulary import ContractStatus, Rating, ServiceKind
from resources.database import Database
from resources.report.blocks import Bullets, TableBlock
from resources.report.committee.section import NothingToTell
from tests.engagement.market.committee.conftest import AddHome, Asking
from tests.engagement.market.committee.reading import figures, said

BEFORE, THEN = date(2019, 1, 7), date(2019, 10, 7)
GO, OU = Rating.GOOD, Rating.OUTSTANDING
HOME = ServiceKind.RESIDENTIAL_HOME


@pytest.fixture
def two_awarded(home: AddHome) -> None:
    home("Quillbaily House", (BEFORE, GO), (THEN, OU), kind=HOME, district="Mansfield")
    home("Quillbridle Lodge", (THEN, OU), kind=HOME, district="Gedling")
    home("Quillkept House", (BEFORE, OU), (THEN, OU))
    home("Quillfallen House", (BEFORE, OU), (THEN, GO))
    for number in range(8):
        home(f"Quillgood {number}", (BEFORE, GO))


def test_those_awarded_since_the_report_before_are_listed(asking: Asking, two_awarded: None) -> None:
    section = make(asking())
    assert said(section) == {
        "number": (
            "As at 30 November 2019, 3 services in Nottinghamshire are rated Outstanding, 25% (3 of 12, a small base) "
            "of those rated. Of those that held it on 9 September 2019, 1 is rated otherwise now."
        ),
        "awarded": (
            "Of those that held it on 9 September 2019, 1 was rated so again since. Since 9 September 2019, 2 further "
            "services have been awarded Outstanding by the Care Quality Commission (CQC). They are:"
        ),
        "names": (
            "Quillbaily House – residential home – Mansfield\nQuillbridle Lodge – residential home – Gedling"
        ),
    }
    assert figures(section)["number.share"] == ("25% (3 of 12, a small base)", 25.0, 12, "rated")
    assert [len(section.rows[name]().rows) for name in ("rated", "outstanding", "awarded", "lost")] == [
        12,
        3,
        2,
        1,
    ]


def test_those_that_kept_it_are_not_told_as_further_ones(asking: Asking, home: AddHome) -> None:
    home("Quillkept House", (BEFORE, OU), (THEN, OU))
    section = make(asking())
    assert said(section)["awarded"] == (
        "No further service has been awarded Outstanding since 9 September 2019. Of those that held it on 9 September "
        "2019, 1 was rated so again since."
    )
    assert [row[0] for row in section.rows["kept"]().rows] == ["Quillkept House"]


def test_the_whole_list_can_stand_beneath(asking: Asking, two_awarded: None) -> None:
    (table,) = [b for b in make(asking(list=Listed.ALL.value)).blocks if isinstance(b, TableBlock)]
    assert table.exempt is None
    assert table.table.rows == [
        ("Quillbaily House", "Residential home", "Mansfield"),
        ("Quillbridle Lodge", "Residential home", "Gedling"),
        ("Quillkept House", "Nursing home", "Bassetlaw"),
    ]
    assert "names" not in said(make(asking(list=Listed.NONE.value)))


def test_a_list_that_would_tell_of_a_suspension_is_exempt_and_the_number_is_public(
    asking: Asking, home: AddHome, two_awarded: None
) -> None:
    home("Quillstopped House", (THEN, OU), contract=ContractStatus.SUSPENDED)
    section = make(asking())
    told = said(section)
    assert told["awarded"].endswith(
        "by the Care Quality Commission (CQC). Of those that held it on 9 September 2019, 1 was rated so again since."
    )
    assert "3 further services" in told["awarded"] and "names" not in told
    (names,) = [b for b in section.blocks if isinstance(b, Bullets) and b.exempt]
    assert len(names.items) == 3


def test_none_is_told_as_none(asking: Asking, home: AddHome) -> None:
    home("Quillgood House", (BEFORE, GO))
    assert said(make(asking())) == {
        "number": "As at 30 November 2019, no service in Nottinghamshire is rated Outstanding.",
        "awarded": "No further service has been awarded Outstanding since 9 September 2019.",
    }


def test_one_is_told_as_one(asking: Asking, home: AddHome) -> None:
    home("Quillone House", (THEN, OU))
    told = said(make(asking()))
    assert told["number"].endswith("1 service in Nottinghamshire is rated Outstanding, of 1 with a rating.")
    assert told["awarded"].endswith(
        "1 further service has been awarded Outstanding by the Care Quality Commission (CQC). It is:"
    )


def test_without_ratings_there_is_nothing_to_tell(db: Database, asking: Asking, home: AddHome) -> None:
    home("Quillunrated House")
    with pytest.raises(
        NothingToTell, match=r"No service in Nottinghamshire is rated as at 30 November 2019\."
    ):
        make(asking())

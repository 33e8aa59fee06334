"""Good practice for a committee: what was shared since the report before, and none of what may not be published."""

from datetime import date

import pytest

from engagement.good_practice.committee_section import Shared, choices, make
from engagement.good_practice.vocabulary import PracticeConsent
from engagement.register.contracts import set_contract_status
from engagement.register.vocabulary import ContractStatus
from resources.database import Database
from resources.report.blocks import Heading, Paragraph
from resources.report.committee.section import Ask, NothingToTell
from resources.spans import Span
from tests.engagement.good_practice.conftest import TODAY, Home, Share

YES = PracticeConsent.YES
SINCE, LAST = date(2019, 9, 9), date(2019, 11, 30)


def ask(db: Database, **options: str) -> Ask:
    return Ask(
        db=db, vault=None, span=Span(date(2019, 9, 10), LAST), since=SINCE, today=TODAY, options=options
    )


def told(db: Database, **options: str) -> list[str]:
    blocks = make(ask(db, **options)).blocks
    assert blocks[0] == Heading("Good practice", 2) and all(block.exempt is None for block in blocks)
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def test_what_was_shared_since_the_report_before_is_told_under_its_name(
    db: Database, home: Home, share: Share
) -> None:
    of = home("Larkmeadow House", provider="Example Care Ltd")
    share(of, "Milkshakes are made in the afternoon.", theme="Nutrition", consent=YES)
    share(of, "Taster days", consent=YES, shared_on=date(2019, 3, 1))
    share(of, "A later one.", consent=YES, shared_on=date(2019, 12, 5))
    share(of, "Not to be read.")
    milkshakes = (
        "Nutrition: Milkshakes are made in the afternoon. Shared by Example Care Ltd (Larkmeadow House, nursing home "
        "in Rushcliffe) in November 2019."
    )
    assert told(db) == [
        "Providers shared 1 example of what works on 5 November 2019. It is given here under the name of the provider "
        "who agreed to it.",
        milkshakes,
    ]
    assert len(told(db, shared=Shared.ALL.value)) == 3
    assert told(db, shared=Shared.ALL.value, theme="Nutrition")[1:] == [milkshakes]
    section = make(ask(db))
    assert [row[1] for row in section.rows["all"]().rows] == ["Milkshakes are made in the afternoon."]
    assert section.as_at == "practices shared by 30 November 2019"


def test_each_practice_is_a_paragraph_with_a_name_of_its_own(db: Database, home: Home, share: Share) -> None:
    of = home("Larkmeadow House")
    kept = [share(of, f"Practice {number}.", consent=YES).id for number in range(2)]
    keys = [block.key for block in make(ask(db)).blocks if isinstance(block, Paragraph)]
    assert sorted(keys[1:]) == sorted(f"{key}" for key in kept)


def test_what_may_not_be_published_is_not_told_and_not_counted(
    db: Database, home: Home, share: Share
) -> None:
    of = home("Quillmere House")
    share(of, consent=YES)
    set_contract_status(db, of.id, ContractStatus.SUSPENDED, date(2019, 6, 1), today=TODAY)
    assert told(db) == [
        "No good practice that may be published was shared after 9 September 2019 by 30 November 2019."
    ]
    assert told(db, shared=Shared.ALL.value, theme="Nutrition") == [
        "No good practice on “Nutrition” that may be published was shared by 30 November 2019."
    ]


def test_where_none_is_kept_there_is_nothing_to_tell(db: Database) -> None:
    with pytest.raises(NothingToTell, match="No good practice is kept"):
        make(ask(db))
    assert [choice.name for choice in choices(ask(db))] == ["shared", "theme"]

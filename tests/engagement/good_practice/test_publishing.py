"""Without consent nothing is published; what is exempt never is."""

from datetime import date

import pytest

from engagement.good_practice.practices import archive_practice, practice, practices
from engagement.good_practice.publishing import people_terms, publication, publications
from engagement.good_practice.vocabulary import PracticeConsent
from engagement.register.contacts import add_contact
from engagement.register.contracts import set_contract_status
from engagement.register.vocabulary import ContractStatus
from resources.database import Database
from tests.engagement.good_practice.conftest import TODAY, Home, Share

YES = PracticeConsent.YES


@pytest.mark.parametrize(
    ("consent", "allowed"), [(YES, True), (PracticeConsent.NO, False), (PracticeConsent.NOT_ASKED, False)]
)
def test_only_what_a_provider_agreed_to_may_be_published(
    db: Database, home: Home, share: Share, consent: PracticeConsent, allowed: bool
) -> None:
    said = publication(db, share(home("Larkmeadow House"), consent=consent))
    assert (said.allowed, said.exempt) == (allowed, False)
    assert said.words == ("May be published" if allowed else "Not published")


def test_what_is_put_away_is_not_published(db: Database, home: Home, share: Share) -> None:
    made = share(home("Larkmeadow House"), consent=YES)
    assert not publication(db, archive_practice(db, made.id, today=TODAY)).allowed


@pytest.mark.parametrize("lifted", [False, True])
def test_a_service_that_is_or_was_suspended_is_kept_back_though_it_agreed(
    db: Database, home: Home, share: Share, lifted: bool
) -> None:
    of = home("Quillmere Lodge", provider="Other Name Ltd")
    made = share(of, consent=YES)
    set_contract_status(db, of.id, ContractStatus.SUSPENDED, date(2019, 7, 1), today=TODAY)
    if lifted:
        set_contract_status(db, of.id, ContractStatus.ACTIVE, date(2019, 9, 1), today=TODAY)
    said = publication(db, practice(db, made.id))
    assert (said.allowed, said.exempt) == (False, True)
    assert "exempt from publication" in said.reason


def test_words_that_name_an_exempt_service_keep_another_s_practice_back(
    db: Database, home: Home, share: Share
) -> None:
    barred = home("Quillmere Lodge")
    set_contract_status(db, barred.id, ContractStatus.IMPROVEMENT_NOTICE, date(2019, 7, 1), today=TODAY)
    of = home("Larkmeadow House")
    telling, plain = share(of, "We visit Quillmere Lodge each month.", consent=YES), share(of, consent=YES)
    said = publications(db, practices(db))
    assert (said[telling.id].allowed, said[telling.id].exempt) == (False, True)
    assert said[plain.id].allowed


def test_words_that_name_somebody_at_the_provider_are_kept_back_until_they_do_not(
    db: Database, home: Home, share: Share
) -> None:
    of = home("Larkmeadow House")
    add_contact(db, of.provider_id, name="Ada Example")
    made = share(of, "Ada Example leads the huddle.", consent=YES)
    said = publication(db, made)
    assert (said.allowed, said.exempt) == (False, False) and "Take the name out" in said.reason
    assert [term.text for term in people_terms(db, [made])] == ["Ada Example"]

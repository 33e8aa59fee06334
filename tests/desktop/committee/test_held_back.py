"""Words given in confidence are held back, of every capability, with what they are."""

from datetime import date

from desktop.committee.held_back import held_back
from engagement.good_practice.practices import PracticeDraft, add_practice, archive_practice
from engagement.good_practice.vocabulary import PracticeConsent
from engagement.register.contracts import set_contract_status
from engagement.register.providers import add_provider
from engagement.register.services import add_service
from engagement.register.vocabulary import ContractStatus, ServiceKind
from resources.database import Database
from workforce.iwork.people.people import add_person

TODAY = date(2020, 1, 6)


def test_reasons_practices_and_words_about_people_are_held_back(db: Database, vault: Database) -> None:
    provider = add_provider(db, name="Example Care").id
    home = add_service(db, provider, name="Quill Hall", kind=ServiceKind.NURSING_HOME).id
    set_contract_status(
        db, home, ContractStatus.SUSPENDED, date(2019, 6, 3), "Medicines were late.", today=TODAY
    )
    for what, consent in (("Taster days.", PracticeConsent.YES), ("A bonus.", PracticeConsent.NO)):
        other = add_provider(db, name=f"{what} Care").id
        draft = PracticeDraft(other, "Recruitment", what, TODAY, consent=consent, consent_on=TODAY)
        add_practice(db, draft, today=TODAY)
    add_person(vault, "Gus", TODAY, today=TODAY, note="Is afraid of dogs.")
    assert [(one.text, one.what) for one in held_back(db, vault)] == [
        ("Medicines were late.", "why a contract is not in good standing"),
        ("A bonus.", "good practice that may not be published"),
        ("Is afraid of dogs.", "words about somebody on the i-Work register"),
    ]
    assert len(list(held_back(db, None))) == 2


def test_good_practice_that_was_put_away_is_held_back_still(db: Database) -> None:
    provider = add_provider(db, name="Example Care").id
    draft = PracticeDraft(
        provider, "Recruitment", "A bonus.", TODAY, consent=PracticeConsent.NO, consent_on=TODAY
    )
    archive_practice(db, add_practice(db, draft, today=TODAY).id, today=TODAY)
    assert [one.text for one in held_back(db, None)] == ["A bonus."]

"""Noting, changing and putting away what works; themes; consent."""

from dataclasses import replace
from datetime import date

import pytest

from engagement.good_practice import practices
from engagement.good_practice.practices import PracticeDraft, add_practice
from engagement.good_practice.vocabulary import RETENTION_THEMES, THEMES, PracticeConsent, SharedAt
from engagement.register.contacts import add_contact
from resources.database import Database, history
from resources.problem import FieldProblem, Problem
from tests.engagement.good_practice.conftest import TODAY, Home, Share


def test_the_eight_retention_practices_come_first_among_the_themes(db: Database) -> None:
    assert len(RETENTION_THEMES) == 8 and THEMES[:8] == RETENTION_THEMES
    assert practices.themes(db) == list(THEMES)


def test_another_theme_may_be_typed_and_is_offered_from_then_on_in_one_spelling(
    db: Database, home: Home, share: Share
) -> None:
    of = home("Larkmeadow House")
    assert share(of, theme=" pets ").theme == "pets"
    assert share(of, theme="PETS").theme == "pets"
    assert share(of, theme="visits to each other's homes").theme == "Visits to each other’s homes"
    assert practices.themes(db) == [*THEMES, "pets"]


def test_a_practice_is_kept_with_the_names_of_whose_it_is(db: Database, home: Home) -> None:
    of = home("Larkmeadow House")
    who = add_contact(db, of.provider_id, name="Ada Example", service_id=of.id).id
    draft = PracticeDraft(
        of.provider_id, "Recruitment", "Taster days.", date(2019, 11, 5), of.id, who, None, SharedAt.VISIT, "Elm Lodge",
        PracticeConsent.YES, date(2019, 11, 6),
    )  # fmt: skip
    made = add_practice(db, draft, today=TODAY)
    assert made.draft() == draft
    assert (made.provider, made.service, made.who, made.district, made.where) == (
        "Larkmeadow House Ltd", "Larkmeadow House", "Ada Example", "Rushcliffe", "On a visit",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"what": " "}, "what"),
        ({"theme": ""}, "theme"),
        ({"shared_on": date(2019, 12, 10)}, "shared_on"),
        ({"consent": PracticeConsent.YES, "consent_on": date(2020, 1, 1)}, "consent_on"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    home: Home, share: Share, changes: dict, field: str
) -> None:
    with pytest.raises(FieldProblem) as refused:
        share(home("Larkmeadow House"), **changes)
    assert refused.value.field == field


def test_a_service_and_a_person_are_the_provider_s_own(db: Database, home: Home, share: Share) -> None:
    of, other = home("Larkmeadow House"), home("Elm Lodge")
    stranger = add_contact(db, other.provider_id, name="Ben Sample").id
    with pytest.raises(FieldProblem, match="Elm Lodge is not of this provider"):
        share(of, service_id=other.id)
    with pytest.raises(FieldProblem, match="Ben Sample is not of this provider"):
        share(of, contact_id=stranger)


def test_the_day_of_the_answer_is_today_unless_given_and_none_when_not_asked(
    db: Database, home: Home, share: Share
) -> None:
    made = share(home("Larkmeadow House"), consent=PracticeConsent.YES)
    assert made.consent_on == TODAY
    again = practices.record_consent(db, made.id, PracticeConsent.NOT_ASKED, TODAY, today=TODAY)
    assert (again.consent, again.consent_on) == (PracticeConsent.NOT_ASKED, None)
    refused = practices.record_consent(db, made.id, PracticeConsent.NO, date(2019, 12, 1), today=TODAY)
    assert (refused.consent, refused.consent_on) == (PracticeConsent.NO, date(2019, 12, 1))


def test_changing_archiving_and_restoring_are_each_one_change_that_is_undone(
    db: Database, home: Home, share: Share
) -> None:
    made = share(home("Larkmeadow House"))
    before = list(history.logical_dump(db))
    changed = practices.edit_practice(db, made.id, replace(made.draft(), theme="Leadership"), today=TODAY)
    assert changed.theme == "Leadership"
    assert practices.archive_practice(db, made.id, today=TODAY).archived_on == TODAY
    assert practices.practices(db) == [] and len(practices.practices(db, archived=True)) == 1
    with pytest.raises(Problem, match="archived already"):
        practices.archive_practice(db, made.id, today=TODAY)
    assert practices.restore_practice(db, made.id) == changed
    with pytest.raises(Problem, match="not archived"):
        practices.restore_practice(db, made.id)
    for _ in range(3):
        history.undo(db)
    assert list(history.logical_dump(db)) == before


def test_practices_stand_by_theme_and_newest_first(db: Database, home: Home, share: Share) -> None:
    of = home("Larkmeadow House")
    share(of, "old", theme="Nutrition", shared_on=date(2018, 1, 1))
    share(of, "pets", theme="Pets")
    share(of, "new", theme="Nutrition")
    share(of, "bonus", theme=RETENTION_THEMES[0])
    assert [one.what for one in practices.practices(db)] == ["bonus", "new", "old", "pets"]
    assert [one.what for one in practices.practices(db, theme="nutrition")] == ["new", "old"]
    assert practices.practices(db, provider="nobody") == []


def test_what_there_is_not_is_not_found(db: Database) -> None:
    assert not practices.is_practice(db, "x")
    with pytest.raises(LookupError):
        practices.practice(db, "x")

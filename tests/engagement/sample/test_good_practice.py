"""Good practice and buddies of the sample county: enough of each state to see."""

from engagement.good_practice.attention import newly_inadequate_without_buddy
from engagement.good_practice.buddies.pairs import pairs
from engagement.good_practice.practices import practices
from engagement.good_practice.publishing import publications
from engagement.good_practice.vocabulary import RETENTION_THEMES, PracticeConsent, SharedAt
from resources.database import Database
from tests.engagement.sample.made_county import TODAY


def test_practices_of_every_consent_are_shared_at_forums_and_on_visits(county: Database) -> None:
    held = practices(county)
    assert len(held) == 21 and {one.theme for one in held} >= set(RETENTION_THEMES)
    assert {one.consent for one in held} == set(PracticeConsent)
    assert {one.shared_at for one in held} == {SharedAt.EVENT, SharedAt.VISIT}
    assert all(one.shared_on <= TODAY for one in held)


def test_one_that_agreed_is_kept_back_for_a_reason_that_is_exempt(county: Database) -> None:
    said = publications(county, practices(county)).values()
    assert any(one.exempt for one in said) and sum(one.allowed for one in said) >= 8


def test_pairs_have_met_often_lately_long_ago_and_never_and_one_has_ended(county: Database) -> None:
    found = pairs(county, today=TODAY)
    assert len(found) == 5
    assert {one.state(TODAY) for one in found} == {"Active", "Ended", "Not met for 3 months"}
    assert {len(one.meetings) for one in found} >= {0, 1, 4}
    assert any(one.rated_better for one in found)
    assert newly_inadequate_without_buddy(county, TODAY)

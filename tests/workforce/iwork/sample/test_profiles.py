"""Invented profiles: most are whole, some begun, a few contradict themselves."""

from datetime import date

from resources.database import Database
from workforce.iwork.papers.easy_read import easy_read
from workforce.iwork.people.people import people
from workforce.iwork.profile.contradictions import contradictions, missing
from workforce.iwork.profile.whole import whole_profile
from workforce.iwork.sample.people import add_people
from workforce.iwork.sample.profiles import BEGUN, NOT_BEGUN, add_profiles
from workforce.iwork.sample.words import add_words

TODAY = date(2026, 11, 23)


def test_they_are_as_a_register_is(vault: Database) -> None:
    add_words(vault)
    add_people(vault, today=TODAY)
    add_profiles(vault, today=TODAY)
    whole = {one.number: whole_profile(vault, one.id) for one in people(vault)}
    assert {number for number, one in whole.items() if not one.is_begun} == NOT_BEGUN & set(whole)
    asked = {number for number, one in whole.items() if any(each.matters for each in missing(one))}
    assert NOT_BEGUN & set(whole) <= asked and BEGUN & set(whole) <= asked and len(asked) < 15
    torn = [number for number, one in whole.items() if contradictions(one, today=TODAY)]
    assert {3, 12, 26} <= set(torn) and len(torn) < len(whole) / 3
    pages = [easy_read(vault, one.id, today=TODAY) for one in people(vault) if one.number not in NOT_BEGUN]
    assert len(pages) > 40 and max(len(page.left_out) for page in pages) < 8


def test_the_contradictory_ones_are_seen(vault: Database) -> None:
    add_words(vault)
    add_people(vault, today=TODAY)
    add_profiles(vault, today=TODAY)
    twelfth = next(one for one in people(vault) if one.number == 12)
    said = " ".join(contradictions(whole_profile(vault, twelfth.id), today=TODAY))
    assert "They want 20 hours a week and can do 12 at most." in said and "come to 6" in said

"""Locations whose file leaves the local authority blank."""

from datetime import date

from engagement.cqc_files.preview import preview_notes
from engagement.market.as_at import market_on
from engagement.register.vocabulary import MarketKind
from tests.engagement.cqc_files.what_is_held import facts

MAY, AUGUST, NOVEMBER = "2019-05-01", "2019-08-01", "2019-11-01"


def test_a_blank_authority_is_found_from_the_postcode(office, home, rating, groups):
    blank = home(2, authority="", region="")
    may = office.imported(office.directory(MAY, home(1), blank), office.ratings(MAY, rating(1), rating(2)))
    assert facts(office, 2, "authority", "service.region", "district") == ("Oldham", "North West", "Oldham")
    assert preview_notes(may)[1] == (
        "1 location of “2019-05-01 directory.csv” had no local authority: it was found from the postcode."
    )
    counted = market_on(office.db, date(2019, 5, 1), authorities=["Oldham"])
    assert counted.profile("Oldham", MarketKind.RESIDENTIAL).all == 2
    assert groups(office.imported(office.directory(AUGUST, home(1)))) == {
        "UNCHANGED": [("1-1", "")],
        "GONE": [("1-2", "")],
    }


def test_an_area_that_only_a_postcode_gave_is_spelled_as_held_and_not_covered(office, home, groups):
    nottingham = {"authority": "Nottingham", "region": "East Midlands", "postcode": "NG1 7DD"}
    office.imported(office.directory(MAY, home(1), home(2, **nottingham), home(3, **nottingham)))
    august = office.imported(office.directory(AUGUST, home(1), home(2, **{**nottingham, "authority": ""})))
    assert groups(august) == {"UNCHANGED": [("1-1", ""), ("1-2", "")]}
    november = office.imported(office.directory(NOVEMBER, home(2, **{**nottingham, "authority": ""})))
    assert groups(november)["GONE"] == [("1-3", "")]


def test_a_blank_authority_without_a_known_postcode_is_told_and_takes_nothing_away(office, home, groups):
    office.imported(office.directory(MAY, home(1), home(2)))
    lost = [home(number, authority="", postcode="ZZ99 9ZZ") for number in (2, 3)]
    august = office.imported(office.directory(AUGUST, home(1), *lost))
    assert set(groups(august)) == {"NEW", "CHANGED", "UNCHANGED"}
    assert any(
        note.startswith(
            "2 locations of “2019-08-01 directory.csv” had neither a local authority nor a postcode"
        )
        for note in preview_notes(august)
    )
    assert facts(office, 2, "authority") == ("Oldham",)
    counted = market_on(office.db, date(2019, 8, 1), authorities=["Oldham"])
    assert counted.profile("Oldham", MarketKind.RESIDENTIAL).all == 2

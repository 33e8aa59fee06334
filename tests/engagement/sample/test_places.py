"""Where the sample county's services stand."""

from engagement.sample.places import COUNCIL, ELSEWHERE, OFFICERS, POSTCODES, REGION, TOWNS, postcodes_of
from resources.geography import Places, authorities_in, districts_of


def test_every_postcode_lies_where_it_is_said_to() -> None:
    places = Places()
    for district in POSTCODES:
        found = places.lookup(postcodes_of(district))
        assert [found[one].district for one in postcodes_of(district)] == [district] * len(found)
    for authority in ELSEWHERE:
        found = places.lookup(postcodes_of(authority))
        assert [found[one].authority for one in postcodes_of(authority)] == [authority] * len(found)


def test_the_county_and_its_region_are_whole() -> None:
    assert set(POSTCODES) == set(TOWNS) == set(districts_of(COUNCIL))
    assert {*ELSEWHERE, COUNCIL} == set(authorities_in(REGION))
    looked_after = [district for districts in OFFICERS.values() for district in districts]
    assert sorted(looked_after) == sorted(POSTCODES)

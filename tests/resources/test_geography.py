import csv
import gzip

import brotli
import msgpack
import pytest

from resources.geography import (
    Place,
    Places,
    authorities_in,
    districts,
    districts_of,
    packaged_postcodes,
    read_postcode_file,
    region_name,
    region_of,
    same_authority,
    tidy_postcode,
)
from resources.problem import Problem


def test_every_english_code_of_the_national_list_has_a_district_in_force():
    codes = {
        code
        for file in packaged_postcodes().glob("postcodes_*.msgpack.br")
        for code in set(read_postcode_file(file)["laua"])
        if isinstance(code, str) and code.startswith("E")
    }
    assert codes == {code for code, district in districts().items() if not district.ended}


def test_nottinghamshire_has_seven_districts():
    assert districts_of("Nottinghamshire County Council") == (
        "Ashfield", "Bassetlaw", "Broxtowe", "Gedling", "Mansfield", "Newark and Sherwood", "Rushcliffe",
    )  # fmt: skip


def test_authorities_of_a_region_are_those_of_today():
    assert authorities_in("east midlands") == (
        "Derby", "Derbyshire", "Leicester", "Leicestershire", "Lincolnshire", "North Northamptonshire",
        "Nottingham", "Nottinghamshire", "Rutland", "West Northamptonshire",
    )  # fmt: skip


def test_authorities_that_have_ended_still_have_their_region():
    assert [region_of(name) for name in ("Northamptonshire", "Cumbria", "Atlantis")] == [
        "East Midlands",
        "North West",
        None,
    ]


def test_there_are_nine_regions_with_one_spelling_each():
    assert len({district.region for district in districts().values()}) == 9
    assert region_name("Yorkshire & Humberside") == region_name("Yorkshire and the Humber")
    assert region_name("East") == "East of England"
    assert region_name(" Unspecified ") == "Unspecified"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bristol, City of", "Bristol City Council"),
        ("Kingston upon Hull, City of", "Hull"),
        ("County Durham", "Durham"),
        ("St. Helens", "St Helens"),
        ("Telford & Wrekin", "Telford and Wrekin"),
        ("London Borough of Camden", "Camden"),
        ("Royal Borough of Windsor and Maidenhead", "Windsor and Maidenhead"),
        ("Herefordshire, County of", "Herefordshire"),
        ("City of London", "City of London Corporation".removesuffix(" Corporation")),
    ],
)
def test_names_of_one_authority_agree(one, other):
    assert same_authority(one, other)


def test_no_two_authorities_of_one_day_share_a_name():
    names = {district.authority for district in districts().values()}
    assert [(a, b) for a in names for b in names if a < b and same_authority(a, b)] == []


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("ng17dd", "NG1 7DD"),
        (" DE55  4pb ", "DE55 4PB"),
        ("n1\u00a00aa", "N1 0AA"),
        ("SW1A-1AA", "SW1A 1AA"),
        ("NG1", None),
        ("NG1 7D", None),
        ("", None),
        ("Nottingham", None),
    ],
)
def test_a_whole_postcode_is_tidied(text, tidy):
    assert tidy_postcode(text) == tidy


def test_a_postcode_is_placed_under_the_text_that_was_asked():
    places = Places()
    found = places.lookup(["ng1 7dd", "DE55 4PB", "CF10 1EP", "NG1", "ZZ1 1ZZ", ""])
    assert set(found) == {"ng1 7dd", "DE55 4PB"}
    assert found["DE55 4PB"].district == "Ashfield"
    assert found["ng1 7dd"] == Place(
        "E06000018", "Nottingham", "Nottingham", "East Midlands", easting=457272, northing=339622
    )


def test_a_postcode_without_a_place_says_why():
    asked = ["NG1 7DD", "CF10 1EP", "EH1 1YZ", "NG1", "ZZ1 1ZZ", " ", "N10 9AD"]
    assert Places().reasons(asked) == {
        "CF10 1EP": "CF10 1EP is in Wales, not in England.",
        "EH1 1YZ": "EH1 1YZ is in Scotland, not in England.",
        "NG1": "“NG1” is not a whole postcode, such as NG2 7QP.",
        "ZZ1 1ZZ": "ZZ1 1ZZ is not in the national list of postcodes.",
        " ": "There is no postcode.",
        "N10 9AD": "N10 9AD is no longer in use and the national list gives no district for it.",
    }


def test_one_outward_code_is_placed_in_two_districts():
    found = Places().lookup(["DE7 2FS", "DE7 2GE", "DE7 8LN"])
    assert {place.authority for place in found.values()} == {"Nottinghamshire", "Derbyshire"}


def test_what_was_found_is_not_read_again(tmp_path):
    columns = {"pcd": ["N1  0AA"], "laua": ["E09000019"], "oseast1m": [531000.0], "osnrth1m": [184000.0]}
    file = tmp_path / "postcodes_N.msgpack.br"
    file.write_bytes(brotli.compress(msgpack.packb({"columns": list(columns), "data": columns})))
    places = Places(tmp_path)
    first = places.lookup(["N1 0AA"])
    file.unlink()
    assert places.lookup(["n10aa"]) == {"n10aa": first["N1 0AA"]}


def test_a_missing_list_is_said_in_a_sentence(monkeypatch):
    monkeypatch.setattr("resources.geography.find_spec", lambda name: None)
    with pytest.raises(Problem, match="national list of postcodes"):
        Places().lookup(["NG1 7DD"])


def test_places_agree_with_the_published_nottinghamshire_list(shared_data):
    published = shared_data / "geography" / "nottinghamshire_postcode_to_district.csv.gz"
    with gzip.open(published, "rt", encoding="utf-8") as file:
        expected = {row["postcode"]: row["district_name"] for row in csv.DictReader(file)}
    found = Places().lookup(expected)
    agree = sum(found[p].district == name for p, name in expected.items() if p in found)
    assert agree / len(expected) > 0.99

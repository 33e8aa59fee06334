from pathlib import Path

from engagement.register.places import places_for, where_they_lie
from resources.database import change
from resources.geography import Place, Places

RUSHCLIFFE = "NG2 7QP"


def test_places_are_looked_up_once_and_what_has_none_says_why(db):
    kept = Place("E1", "A district", "An authority", "A region", 1, 2)
    with change(db, "Kept a place"):
        db.insert_row(
            "derived_place",
            {"id": "NG1 1AA", "district_code": "E1", "district": "A district", "authority": "An authority",
             "region": "A region", "easting": 1, "northing": 2},
        )  # fmt: skip
    with change(db, "Looked places up"):
        found = places_for(db, ["ng11aa", RUSHCLIFFE, RUSHCLIFFE, "NG2", "", "NG99 9ZZ"])
    assert found.places["ng11aa"] == kept and found.places[RUSHCLIFFE].district == "Rushcliffe"
    assert found.reasons == {
        "NG2": "“NG2” is not a whole postcode, such as NG2 7QP.",
        "": "There is no postcode.",
        "NG99 9ZZ": "NG99 9ZZ is not in the national list of postcodes.",
    }
    assert db.value("select count(*) from derived_place") == 2
    nowhere = Places(folder=Path("nowhere"))
    with change(db, "Looked again"):
        assert places_for(db, [RUSHCLIFFE], national=nowhere).places == {RUSHCLIFFE: found.places[RUSHCLIFFE]}


def test_reading_where_postcodes_lie_keeps_nothing(db):
    found = where_they_lie(db, ["ng2 7qp", RUSHCLIFFE, "NG2", ""])
    assert {text: one.district for text, one in found.items()} == dict.fromkeys(
        ("ng2 7qp", RUSHCLIFFE), "Rushcliffe"
    )
    assert db.value("select count(*) from derived_place") == 0
    with change(db, "Looked places up"):
        places_for(db, [RUSHCLIFFE])
    assert where_they_lie(db, [RUSHCLIFFE], national=Places(folder=Path("nowhere"))) == {
        RUSHCLIFFE: found[RUSHCLIFFE]
    }

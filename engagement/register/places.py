"""Districts of postcodes, looked up once and kept in the file (table `derived_place`, keyed by postcode)."""

from collections.abc import Iterable
from dataclasses import dataclass

from resources.database import Database
from resources.geography import Place, Places, tidy_postcode

_COLUMNS = ("id", "district_code", "district", "authority", "region", "easting", "northing")
_AT_ONCE = 500


@dataclass(frozen=True)
class PlacesFound:
    """The place of each postcode under the text that was asked, and why each of the others has none."""

    places: dict[str, Place]
    reasons: dict[str, str]


def places_for(db: Database, postcodes: Iterable[str], *, national: Places | None = None) -> PlacesFound:
    """Where the postcodes lie. What the file does not hold yet is looked up and kept.

    Belongs inside the caller's `change`, since it may write. `national` is the national list, for a caller
    that goes on asking.
    """
    asked = list(dict.fromkeys(postcodes))
    tidied = {text: tidy_postcode(text) for text in asked}
    kept = _kept(db, sorted({tidy for tidy in tidied.values() if tidy}))
    national = national or Places()
    missing = [text for text, tidy in tidied.items() if not tidy or tidy not in kept]
    found = national.lookup(missing)
    new = {str(tidied[text]): place for text, place in found.items()}
    db.insert_rows("derived_place", _COLUMNS, ((postcode, *place) for postcode, place in new.items()))
    kept.update(new)
    places = {text: kept[tidy] for text, tidy in tidied.items() if tidy in kept}
    return PlacesFound(places, national.reasons(text for text in missing if text not in found))


def _kept(db: Database, postcodes: list[str]) -> dict[str, Place]:
    kept: dict[str, Place] = {}
    for start in range(0, len(postcodes), _AT_ONCE):
        some = postcodes[start : start + _AT_ONCE]
        marks = ", ".join("?" for _ in some)
        rows = db.rows(f"select {', '.join(_COLUMNS)} from derived_place where id in ({marks})", some)
        kept.update({row[0]: Place(*row[1:]) for row in rows})
    return kept


def where_they_lie(
    db: Database, postcodes: Iterable[str], *, national: Places | None = None
) -> dict[str, Place]:
    """The place of each postcode that has one, without keeping what had to be looked up: for reading alone."""
    asked = list(dict.fromkeys(postcodes))
    tidied = {text: tidy_postcode(text) for text in asked}
    kept = _kept(db, sorted({tidy for tidy in tidied.values() if tidy}))
    missing = [text for text, tidy in tidied.items() if tidy and tidy not in kept]
    found = (national or Places()).lookup(missing) if missing else {}
    return {text: kept[tidy] for text, tidy in tidied.items() if tidy and tidy in kept} | found

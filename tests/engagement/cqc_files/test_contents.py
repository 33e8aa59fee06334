from datetime import date

from engagement.cqc_files.contents import (
    SERVICE_FACTS,
    CqcFile,
    FileFindings,
    FileKind,
    Finding,
    Location,
    found_of,
)
from engagement.register.vocabulary import ServiceKind


def location(number: int, authority: str) -> Location:
    said = {"name": f"Invented House {number}", "authority": authority}
    facts = tuple(said.get(name, "") for name in SERVICE_FACTS)
    return Location(number, f"1-{number}", ServiceKind.RESIDENTIAL_HOME, facts, "1-900", "Invented Care", "")


def directory(*locations: Location, only_placed: frozenset[str] = frozenset()) -> CqcFile:
    return CqcFile(
        FileKind.DIRECTORY,
        "directory.csv",
        "",
        date(2019, 5, 1),
        "its name",
        (),
        len(locations),
        list(locations),
        only_placed=only_placed,
    )


def test_a_file_covers_the_areas_that_it_names_itself() -> None:
    places = [location(1, "Rochdale"), location(2, "Oldham"), location(3, ""), location(4, "Bury")]
    assert directory(*places, only_placed=frozenset({"Bury"})).authorities == ("Oldham", "Rochdale")


def test_findings_are_counted_in_all_or_by_whether_they_are_social_care() -> None:
    findings = FileFindings(directory())
    findings.add(Finding.NEW, found_of(location(1, "Oldham")))
    findings.add(Finding.NEW, found_of(location(2, "Oldham"), "a dentist", social_care=False))
    findings.add(Finding.NEW, found_of(location(3, "Oldham")))
    counts = [findings.count(Finding.NEW, social_care=which) for which in (None, True, False)]
    assert (counts, findings.count(Finding.GONE)) == ([3, 2, 1], 0)
    assert findings.groups[Finding.NEW][1].detail == "a dentist"

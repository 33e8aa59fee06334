"""Who of the register somebody is, with scores and reasons; whoever fits two is never sure."""

from engagement.forums.online.matching import SURE, Known, Match, Person, match_all
from engagement.forums.online.people_joined import people_of
from engagement.forums.online.vocabulary import Grade, Layout
from tests.engagement.forums.online.made_meetings import ENDS, STARTS, join, meeting_with

ADA = Person(
    "ada", "Ada Example", "ada@larkmeadow.example", "lark", "Larkmeadow Ltd", "Larkmeadow House", on_list=True
)
BEN = Person("ben", "Ben Sample", "", "lark", "Larkmeadow Ltd", "Larkmeadow House")
CY = Person("cy", "Cy Specimen", "cy@rosewood.example", "rose", "Rosewood Homes Ltd", "Rosewood Court")
OTHER_BEN = Person("ben2", "Ben Sample", "", "rose", "Rosewood Homes Ltd", "Rosewood Court")
HOMES = (("Larkmeadow Ltd", "lark"), ("Larkmeadow House", "lark"), ("Rosewood Court", "rose"))


def match(shown: str, email: str = "", *people: Person, company: str = "", **more: object) -> Match:
    known = Known(people or (ADA, BEN, CY), homes=HOMES, **more)  # type: ignore[arg-type]
    lines = people_of(meeting_with(join(shown, 0, 60, email, company=company)), Layout.TEAMS, STARTS, ENDS)
    return match_all(lines, known)["1"]


def who(found: Match) -> tuple[str, Grade]:
    return (found.fits[0].person.id if found.fits else ""), found.grade


def test_address_and_name_are_sure() -> None:
    found = match("Example, Ada", "ADA@larkmeadow.example")
    assert who(found) == ("ada", Grade.SURE)
    assert found.score == 100
    assert found.fits[0].reasons == ("The same e-mail address.", "The same name.", "On the event’s list.")


def test_a_name_of_the_list_is_sure_and_a_name_alone_is_not() -> None:
    assert who(match("Ada Example")) == ("ada", Grade.SURE)
    assert who(match("Ben Sample")) == ("ben", Grade.LOOK)


def test_a_misspelt_name_of_the_list_is_to_be_looked_at() -> None:
    found = match("Ada Exampel")
    assert who(found) == ("ada", Grade.LOOK)
    assert found.score < SURE


def test_two_of_one_name_are_never_sure_unless_something_tells_them_apart() -> None:
    found = match("Ben Sample", "", BEN, OTHER_BEN)
    assert found.grade is Grade.LOOK
    assert found.notes == ("Ben Sample of Rosewood Court fits about as well.",)
    listed = Person(**{**vars_of(BEN), "on_list": True})
    assert who(match("Ben Sample", "", listed, OTHER_BEN)) == ("ben", Grade.SURE)
    both = Person(**{**vars_of(OTHER_BEN), "on_list": True})
    assert match("Ben Sample", "", listed, both).grade is Grade.LOOK


def vars_of(person: Person) -> dict[str, object]:
    return {name: getattr(person, name) for name in Person.__dataclass_fields__}


def test_a_shared_address_with_another_name_is_to_be_looked_at() -> None:
    found = match("Zed Stranger", "ada@larkmeadow.example")
    assert who(found) == ("ada", Grade.LOOK)
    assert "The name is another: the address may be shared." in found.fits[0].reasons


def test_colleagues_domain_and_the_home_beside_the_name_count() -> None:
    plain, at_home = match("Ben Sample"), match("Ben Sample - Larkmeadow House")
    domain = match("Ben Sample", "ben@larkmeadow.example")
    assert plain.score < at_home.score
    assert plain.score < domain.score
    assert "Others of Larkmeadow Ltd have addresses at larkmeadow.example." in domain.fits[0].reasons
    assert "“Larkmeadow House” stands beside the name." in at_home.fits[0].reasons


def test_another_address_in_the_register_counts_against() -> None:
    found = match("Cy Specimen", "cy@elsewhere.example")
    assert who(found) == ("cy", Grade.LOOK)
    assert found.score < match("Cy Specimen").score
    assert "The register has another address, cy@rosewood.example." in found.fits[0].reasons


def test_first_names_and_initials_need_the_domain() -> None:
    assert who(match("Ada", "a.example@larkmeadow.example")) == ("ada", Grade.LOOK)
    assert match("Ada").grade is Grade.UNKNOWN


def test_the_whole_name_among_other_words() -> None:
    assert who(match("Cy Specimen Rosewood Court")) == ("cy", Grade.LOOK)


def test_confirmed_before_is_sure_and_says_so() -> None:
    found = match(
        "Reception", "front@desk.example", confirmed={("reception", "front@desk.example"): frozenset({"cy"})}
    )
    assert who(found) == ("cy", Grade.SURE)
    assert found.fits[0].reasons[0] == "Confirmed before under this name and address."


def test_a_name_confirmed_for_two_is_not_sure() -> None:
    found = match("Reception", confirmed={("reception", ""): frozenset({"cy", "ada"})})
    assert found.grade is Grade.LOOK


def test_a_stranger_is_unknown_with_where_they_may_be_from() -> None:
    found = match("Zed Stranger", "zed@larkmeadow.example")
    assert (found.grade, found.best, found.provider_id) == (Grade.UNKNOWN, None, "lark")
    assert found.provider_reason == "Others with addresses at larkmeadow.example are from there."
    assert match("Zed Stranger (Rosewood Court)").provider_id == "rose"
    assert match("Zed Stranger", company="Rosewood Court").provider_id == "rose"
    assert match("Zed Stranger", "zed@gmail.com").provider_id == ""


def test_of_two_lines_for_one_contact_only_the_address_s_own_is_sure() -> None:
    joins = (
        join("Ada Example", 0, 60, "ada@larkmeadow.example"),
        join("Ada Example", 0, 60, "ada@phone.example"),
    )
    lines = people_of(meeting_with(*joins), Layout.TEAMS, STARTS, ENDS)
    found = match_all(lines, Known((ADA, BEN, CY)))
    assert [found[line.key].grade for line in lines] == [Grade.SURE, Grade.LOOK]
    assert found["2"].notes == ("“Ada Example” may be the same person.",)


def test_an_empty_register_knows_nobody() -> None:
    lines = people_of(meeting_with(join("Ada Example", 0, 60)), Layout.TEAMS, STARTS, ENDS)
    assert match_all(lines, Known(()))["1"].grade is Grade.UNKNOWN

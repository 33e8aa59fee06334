from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from engagement.forums import events
from engagement.forums.at_the_door import door
from engagement.forums.attendance import (
    attendance,
    by_organisation_table,
    by_provider_table,
    people_table,
)
from engagement.forums.groups import CONFIDENTIAL, NAMES_WITHHELD
from engagement.forums.own_words import public_title
from engagement.forums.sections import attendance_blocks, forum_report, people_terms
from engagement.forums.vocabulary import Confidentiality, EventKind, ParticipantRole
from engagement.register.contracts import EXEMPTION as CONTRACT_EXEMPTION
from engagement.register.contracts import exempt_terms, set_contract_status
from engagement.register.vocabulary import ContractStatus, OrganisationKind
from resources.database import Database, history
from resources.problem import Problem
from resources.report.blocks import Paragraph, Report, TableBlock, exempt_part, public_part
from resources.report.word import save_word
from tests.engagement.forums.held_forum import AFTER, DAY, DOORS, Add, Invite

TREES = (
    "Alder",
    "Beech",
    "Cedar",
    "Damson",
    "Elm",
    "Fir",
    "Gean",
    "Hazel",
    "Juniper",
    "Larch",
    "Maple",
    "Pine",
)


Held = tuple[str, dict[str, str]]


# --- the summary ----------------------------------------------------------------------------------------


def tables(report: Report | None) -> dict[str, list[tuple[object, ...]]]:
    assert report is not None
    return {
        block.table.title: list(block.table.rows) for block in report.blocks if isinstance(block, TableBlock)
    }


def test_people_are_named_in_the_exempt_part_alone(db: Database, held: Held) -> None:
    report = forum_report(db, held[0], now=AFTER)
    public, exempt = public_part(report), exempt_part(report)
    assert [line[0] for line in tables(public)["Attendance by provider"]] == [
        "Beech Care",
        "Elm Lodge Limited",
        "Oakfield Court Limited",
        "Rosewood House Limited",
    ]
    for name in held[1]:
        assert name not in repr(public)
    assert exempt is not None
    assert [reason.paragraph for reason in exempt.marking] == [2]
    assert tables(exempt) == {
        "Everybody present, with apologies, or absent": people_table(attendance(db, held[0])).rows
    }


def test_where_a_short_list_holds_a_provider_that_may_not_be_named_none_is_named(
    db: Database, held: Held, tmp_path: Path
) -> None:
    service = db.value("select id from service where name = 'Rosewood House'")
    set_contract_status(db, service, ContractStatus.SUSPENDED, date(2019, 10, 1), today=DAY)
    report = forum_report(db, held[0], now=AFTER)
    public, exempt = public_part(report), exempt_part(report)
    assert "Attendance by provider" not in tables(public)
    assert Paragraph("Providers are counted together in these figures.") in public.blocks
    found = attendance(db, held[0])
    for line in found.by_provider():
        assert line.provider not in repr(public)
    assert tables(exempt)["Attendance by provider, every one named"] == by_provider_table(found).rows
    assert exempt is not None
    assert [reason.paragraph for reason in exempt.marking] == [CONTRACT_EXEMPTION.paragraph, 2]
    save_word(report, tmp_path / "forum.docx", exempt_terms=exempt_terms(db))


@pytest.fixture
def large(db: Database, person: Add, forum: Add, invited: Invite) -> tuple[str, list[str]]:
    """A forum to which one person came from each of twelve providers."""
    event = forum("Large forum")
    homes = [f"{tree} Lodge" for tree in TREES]
    keys = invited(event, [person(f"Guest {tree}", home) for tree, home in zip(TREES, homes, strict=True)])
    for key in keys:
        door.check_in(db, event, key, now=DOORS, device="Laptop 1", nonce=key)
    return event, [f"{home} Limited" for home in homes]


def test_a_provider_that_may_not_be_named_is_counted_with_four_that_might(
    db: Database, large: tuple[str, list[str]]
) -> None:
    event, names = large
    service = db.value("select id from service where name = 'Maple Lodge'")
    set_contract_status(db, service, ContractStatus.SUSPENDED, date(2019, 10, 1), today=DAY)
    report = forum_report(db, event, now=AFTER)
    rows = tables(public_part(report))["Attendance by provider"]
    assert rows[-1] == ("Other providers", 5, 0, 0)
    named = [row[0] for row in rows[:-1]]
    assert len(named) == 7 and set(named) < set(names) - {"Maple Lodge Limited"}
    (note,) = next(
        block.table.notes
        for block in public_part(report).blocks
        if isinstance(block, TableBlock) and block.table.title == "Attendance by provider"
    )
    assert note == "“Other providers” are 5 providers, counted together."
    assert tables(public_part(forum_report(db, event, now=AFTER)))["Attendance by provider"] == rows
    everyone = tables(exempt_part(report))["Attendance by provider, every one named"]
    assert sorted(row[0] for row in everyone) == sorted(names)


def test_a_provider_that_bears_a_participants_name_is_not_named(
    db: Database, large: tuple[str, list[str]]
) -> None:
    event, _ = large
    provider = db.value("select id from provider where name = 'Maple Lodge Limited'")
    with history.change(db, "Renamed it"):
        db.update_row("provider", provider, {"name": "Guest Elm Ltd"})
    report = forum_report(db, event, now=AFTER)
    assert "Guest Elm" not in repr(public_part(report))
    exempt = exempt_part(report)
    assert exempt is not None and [reason.paragraph for reason in exempt.marking] == [2]


def test_the_councils_own_people_are_counted_in_public_and_named_in_the_appendix(
    db: Database, held: Held
) -> None:
    with history.change(db, "Made her the host"):
        db.update_row("participant", held[1]["Amina Khan"], {"role": ParticipantRole.HOST.value})
    report = forum_report(db, held[0], now=AFTER)
    assert "('For the council', '1 person')" in repr(public_part(report))
    assert "Amina Khan" not in repr(public_part(report))
    assert "('For the council', 'Amina Khan')" in repr(exempt_part(report))


def test_full_names_of_the_people_at_an_event_are_searched_for(
    db: Database, held: Held, person: Add, invited: Invite, forum: Add, tmp_path: Path
) -> None:
    farewell = forum("Farewell to Ada Example")
    invited(farewell, [person("Ada Example", "Elm Lodge"), person("Manager", "Elm Lodge")])
    terms = people_terms(db, farewell)
    assert [term.text for term in terms] == ["Ada Example"]  # a single word is no full name
    report = public_part(forum_report(db, farewell, now=AFTER))
    with pytest.raises(Problem) as refused:
        save_word(report, tmp_path / "forum.docx", exempt_terms=terms)
    assert any("Farewell to Ada Example" in detail for detail in refused.value.details)
    assert not (tmp_path / "forum.docx").exists()


def test_an_event_to_which_nobody_came_has_a_summary_and_a_cancelled_one_has_none(
    db: Database, forum: Add
) -> None:
    event = forum("Quiet forum")
    report = forum_report(db, event, now=AFTER)
    assert "Nobody is recorded as present on 10 December 2019." in repr(report)
    events.cancel_event(db, event)
    with pytest.raises(Problem, match="was cancelled"):
        forum_report(db, event, now=AFTER)


def test_an_event_that_has_not_begun_has_no_summary(db: Database, forum: Add) -> None:
    event = forum("Next forum")
    with pytest.raises(Problem, match="Next forum has not begun, so there is no attendance to report yet"):
        forum_report(db, event, now=DOORS - timedelta(minutes=1))
    assert forum_report(db, event, now=DOORS).title == "Next forum"


# --- who else came, and what may be published -------------------------------------------------------------


@pytest.fixture
def with_guests(db: Database, held: Held, guest: Add) -> str:
    """The same forum, to which two people of one partner, one of the council and one of a group came too."""
    door.reopen_event(db, held[0])
    for number, (name, of, what) in enumerate(
        (
            ("Pat Sample", "Sample Care Board", OrganisationKind.PARTNER),
            ("Quin Sample", "Sample Care Board", OrganisationKind.PARTNER),
            ("Sam Sample", "Sample County Council", OrganisationKind.COUNCIL),
            ("Tay Sample", "Experts of Sampleshire", OrganisationKind.GROUP),
        )
    ):
        key = guest(name, of, what)
        door.check_in_contact(db, held[0], key, now=DOORS, device="Laptop 1", nonce=f"guest {number}")
    return held[0]


def say(db: Database, event: str, confidentiality: Confidentiality) -> None:
    draft = replace(events.get(db, event).draft(), confidentiality=confidentiality)
    events.edit_event(db, event, draft, now=AFTER)


def test_partners_the_council_and_groups_are_told_apart_from_providers(
    db: Database, with_guests: str
) -> None:
    public = public_part(forum_report(db, with_guests, now=AFTER))
    said = [block.text for block in public.blocks if isinstance(block, Paragraph)][1]
    assert said.startswith(
        "3 people from 2 providers and 1 service, 2 people from 1 partner organisation, 1 person of the council and "
        "1 person from 1 group were present, 5 of them without an invitation. Of 4 services invited, 1 had somebody"
    )
    table = tables(public)["Attendance by other organisation"]
    assert table == by_organisation_table(attendance(db, with_guests)).rows
    assert "Sample Care Board" not in [row[0] for row in tables(public)["Attendance by provider"]]


def test_a_partner_that_bears_the_name_of_somebody_there_is_only_counted(
    db: Database, with_guests: str
) -> None:
    with history.change(db, "Renamed it"):
        key = db.value("select id from provider where name = 'Sample Care Board'")
        db.update_row("provider", key, {"name": "The Amina Khan Trust"})
    report = forum_report(db, with_guests, now=AFTER)
    assert "Amina Khan" not in repr(public_part(report))
    assert len(tables(exempt_part(report))["Attendance by other organisation"]) == 3


def test_where_names_are_withheld_figures_are_public_and_every_organisation_exempt(
    db: Database, with_guests: str, tmp_path: Path
) -> None:
    say(db, with_guests, Confidentiality.NAMES_WITHHELD)
    report = forum_report(db, with_guests, now=AFTER)
    public, exempt = public_part(report), exempt_part(report)
    by_group = {f"Attendance by {group}" for group in ("kind of service", "district", "rating")}
    assert tables(public) == {} and by_group <= set(tables(exempt))
    assert "3 people from 2 providers" in repr(public)
    found = attendance(db, with_guests)
    for line in (*found.by_provider(), *found.by_other_organisation()):
        assert line.provider not in repr(public)
    assert tables(exempt)["Attendance by provider, every one named"] == by_provider_table(found).rows
    assert tables(exempt)["Attendance by other organisation"] == by_organisation_table(found).rows
    assert exempt is not None and NAMES_WITHHELD in exempt.marking
    assert repr(public) == repr(public_part(replace(report, blocks=public.blocks)))
    blocks = attendance_blocks(db, found)
    assert blocks and not any(isinstance(block, TableBlock) for block in blocks)
    save_word(public, tmp_path / "forum.docx", exempt_terms=people_terms(db, with_guests))


def test_of_a_confidential_meeting_the_public_is_told_only_that_it_met_and_when(
    db: Database, with_guests: str
) -> None:
    draft = events.get(db, with_guests).draft()
    secret = replace(
        draft, kind=EventKind.INFORMATION_SHARING, title="About Rosewood House", confidentiality=None
    )
    events.edit_event(db, with_guests, secret, now=AFTER)
    event = events.get(db, with_guests)
    report = forum_report(db, with_guests, now=AFTER)
    public, exempt = public_part(report), exempt_part(report)
    assert public.title == public_title(db, event) == "Information-sharing meeting"
    assert [repr(block) for block in public.blocks if not isinstance(block, Paragraph)] == [
        "FactList(exempt=None, items=(('Date', 'Tuesday 10 December 2019, 10am to midday'), "
        "('Kind', 'Information-sharing meeting')))"
    ]
    assert [block.text.split(".")[0] for block in public.blocks if isinstance(block, Paragraph)] == [
        "Some information relating to this report is held by the council and is not for publication by virtue "
        "of paragraphs 2 and 3 of Part 1 of Schedule 12A to the Local Government Act 1972",
        "The meeting was held",
    ]
    assert exempt is not None and CONFIDENTIAL in exempt.marking
    assert "About Rosewood House" in repr(exempt)
    assert {"Attendance by provider, every one named", "Attendance by other organisation",
            "Attendance by rating"} <= set(tables(exempt))  # fmt: skip
    assert attendance_blocks(db, attendance(db, with_guests)) == ()


def test_a_meeting_of_partners_alone_has_no_figures_by_provider_or_service(
    db: Database, forum: Add, guest: Add, invited: Invite
) -> None:
    event = forum("Partners", kind=EventKind.OTHER)
    (key,) = invited(event, [guest("Pat Sample", "Sample Care Board")])
    door.check_in(db, event, key, now=DOORS, device="Laptop 1", nonce="a")
    report = forum_report(db, event, now=AFTER)
    assert list(tables(public_part(report))) == ["Attendance by other organisation"]
    assert "1 person from 1 partner organisation was present." in repr(report)

"""What came of a forum: figures, the committee summary in two parts, the sheet to sign, and merged participants."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from engagement.forums import events
from engagement.forums.at_the_door import door
from engagement.forums.at_the_door.door import WalkIn
from engagement.forums.at_the_door.sign_in_sheet import (
    BLANK_LINES,
    MARKING,
    people_to_sign,
    save_sign_in_sheet,
)
from engagement.forums.attendance import (
    Group,
    Outcome,
    attendance,
    by_provider_table,
    coming_table,
    group_table,
    people_table,
)
from engagement.forums.merging import MERGE_RULES
from engagement.forums.people import invitations, participants
from engagement.forums.people.audience import events_come_to, last_came
from engagement.forums.people.audience_rule import AudienceRule
from engagement.forums.people.came_to import came_to
from engagement.forums.sections import forum_report, people_terms
from engagement.forums.vocabulary import ParticipantRole, ParticipantStatus
from engagement.register.contracts import EXEMPTION as CONTRACT_EXEMPTION
from engagement.register.contracts import exempt_terms, set_contract_status
from engagement.register.duplicates import merge_contacts, merge_providers
from engagement.register.ratings import record_rating
from engagement.register.vocabulary import ContractStatus, Rating, ServiceKind
from resources.database import Database, history
from resources.problem import Problem
from resources.report.blocks import Paragraph, Report, TableBlock, exempt_part, public_part
from resources.report.word import save_word

S = ParticipantStatus
BEFORE = datetime(2019, 11, 20, 9, tzinfo=UTC)
DAY = date(2019, 12, 10)
DOORS = datetime(2019, 12, 10, 10, tzinfo=UTC)
AFTER = datetime(2019, 12, 10, 12, tzinfo=UTC)
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
Add = Callable[..., str]
Invite = Callable[..., list[str]]


@pytest.fixture
def held(
    db: Database, home: Callable[..., tuple[str, str]], person: Add, forum: Add, invited: Invite
) -> tuple[str, dict[str, str]]:
    """A forum that was held: two came from Rosewood House, one walked in, one sent apologies, one did not show."""
    for name, kind, district in (
        ("Rosewood House", ServiceKind.NURSING_HOME, "Bassetlaw"),
        ("Elm Lodge", ServiceKind.RESIDENTIAL_HOME, "Ashfield"),
        ("Oakfield Court", ServiceKind.NURSING_HOME, "Bassetlaw"),
        ("Ash Court", ServiceKind.HOME_CARE, ""),
    ):
        service, _ = home(name, kind=kind, district=district)
        record_rating(db, service, Rating.GOOD, date(2019, 6, 1), today=DAY)
        record_rating(db, service, Rating.INADEQUATE, DAY.replace(day=11), today=date(2020, 1, 1))
    event = forum()
    people = {
        "Amina Khan": "Rosewood House",
        "Ben Lund": "Rosewood House",
        "Cy Moss": "Elm Lodge",
        "Di Nye": "Oakfield Court",
        "Ed Orr": "Ash Court",
    }
    keys = dict(zip(people, invited(event, [person(*one) for one in people.items()]), strict=True))
    invitations.record_reply(db, list(keys.values())[:4], S.ACCEPTED, now=BEFORE)
    invitations.record_reply(db, [keys["Cy Moss"]], S.APOLOGIES, now=BEFORE)
    for name in ("Amina Khan", "Ben Lund"):
        door.check_in(db, event, keys[name], now=DOORS, device="Laptop 1", nonce=name)
    walker = WalkIn("Eve Yew", new_provider="Beech Care")
    keys["Eve Yew"] = door.walk_in(db, event, walker, now=DOORS, device="Laptop 1", nonce="w").participant_id
    door.close_event(db, event, now=AFTER)
    return event, keys


Held = tuple[str, dict[str, str]]


def test_people_providers_and_services_are_counted_once(db: Database, held: Held) -> None:
    found = attendance(db, held[0])
    assert {outcome: [one.name for one in found.of(outcome)] for outcome in Outcome} == {
        Outcome.CAME: ["Eve Yew", "Amina Khan", "Ben Lund"],
        Outcome.APOLOGIES: ["Cy Moss"],
        Outcome.ABSENT: ["Di Nye"],
    }
    assert (found.providers_that_came, found.services_that_came, found.walk_ins) == (2, 1, 1)
    assert (found.invited_services_that_came.count, found.invited_services_that_came.base) == (1, 4)
    lines = [(line.provider, line.came, line.apologies, line.absent) for line in found.by_provider()]
    assert lines == [
        ("Beech Care", 1, 0, 0),
        ("Elm Lodge Limited", 0, 1, 0),
        ("Oakfield Court Limited", 0, 0, 1),
        ("Rosewood House Limited", 2, 0, 0),
    ]


@pytest.mark.parametrize(
    ("group", "rows"),
    [
        (
            Group.KIND,
            [
                ("Nursing home", 1, 1, 2, 2, None),
                ("Residential home", 0, 0, 0, 1, None),
                ("Home care", 0, 0, 0, 1, None),
                ("No service named", 1, 0, 1, 0, None),
            ],
        ),
        (
            Group.DISTRICT,
            [
                ("Ashfield", 0, 0, 0, 1, None),
                ("Bassetlaw", 1, 1, 2, 2, None),
                ("District not recorded", 0, 0, 0, 1, None),
                ("No service named", 1, 0, 1, 0, None),
            ],
        ),
        (Group.RATING, [("Good", 1, 1, 2, 4, None), ("No service named", 1, 0, 1, 0, None)]),
    ],
)
def test_figures_by_group_as_at_the_day(
    db: Database, held: Held, group: Group, rows: list[tuple[object, ...]]
) -> None:
    table = group_table(attendance(db, held[0]), group)
    assert table.rows == rows
    assert table.base == "4 services invited; the percentage is of the services invited in each row"
    assert table.as_at == DAY


def test_what_cqc_does_not_rate_is_not_counted_as_not_yet_rated(
    db: Database, home: Callable[..., tuple[str, str]], person: Add, forum: Add, invited: Invite
) -> None:
    home("Beech Day Centre", kind=ServiceKind.DAY_CARE)
    home("New Home", kind=ServiceKind.NURSING_HOME)
    event = forum()
    invited(event, [person("Gil", "Beech Day Centre"), person("Hal", "New Home")])
    table = group_table(attendance(db, event), Group.RATING)
    assert [row[0] for row in table.rows] == ["Not yet rated", "Not rated by CQC"]
    assert table.notes[-1] == (
        "CQC does not rate services of the kinds that it does not register: day care and micro-provider."
    )
    assert not any("CQC does not" in note for note in group_table(attendance(db, event), Group.KIND).notes)


def test_before_it_is_closed_who_is_not_here_is_absent(db: Database, held: Held) -> None:
    door.reopen_event(db, held[0])
    assert [one.name for one in attendance(db, held[0]).of(Outcome.ABSENT)] == ["Di Nye"]


def test_events_come_to_by_service(db: Database, held: Held) -> None:
    table = coming_table(db, date(2020, 6, 1))
    assert [(row[0], row[3]) for row in table.rows] == [
        ("Ash Court", 0),
        ("Elm Lodge", 0),
        ("Oakfield Court", 0),
        ("Rosewood House", 1),
    ]
    assert all(row[3] == 0 for row in coming_table(db, date(2020, 12, 11)).rows)


def test_an_event_that_was_cancelled_was_come_to_by_nobody(db: Database, held: Held) -> None:
    assert last_came(db, before=date(2020, 6, 1))
    with history.change(db, "Cancelled as an older program let it be"):
        db.update_row("event", held[0], {"state": "cancelled"})
    assert last_came(db, before=date(2020, 6, 1)) == {}
    assert events_come_to(db, since=date(2019, 1, 1), before=date(2020, 6, 1)) == {}


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


def test_the_sheet_to_sign_lists_who_is_expected_by_provider_and_surname(
    db: Database, held: Held, tmp_path: Path
) -> None:
    from docx import Document

    event, _ = held
    assert [one.name for one in people_to_sign(db, event)] == ["Di Nye", "Amina Khan", "Ben Lund"]
    assert len(people_to_sign(db, event, unanswered=True)) == 4
    path = tmp_path / "sheet.docx"
    assert save_sign_in_sheet(db, event, path) == 3
    document = Document(str(path))
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["No.", "Name", "Provider", "Service", "Signature"],
        ["1", "Di Nye", "Oakfield Court Limited", "Oakfield Court", ""],
        ["2", "Amina Khan", "Rosewood House Limited", "Rosewood House", ""],
        ["3", "Ben Lund", "Rosewood House Limited", "Rosewood House", ""],
        *[["", "", "", "", ""]] * BLANK_LINES,
    ]
    assert document.sections[0].header.paragraphs[0].text == MARKING


@pytest.mark.parametrize("by", ["provider", "contact"])
def test_what_somebody_came_to_is_looked_up_by_an_index(
    db: Database, held: Held, by: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    amina = participants.get(db, held[1]["Amina Khan"])
    key = {"provider": amina.provider_id, "contact": amina.contact_id}[by]
    asked: list[tuple[str, tuple[object, ...]]] = []
    rows = db.rows

    def listen(sql: str, params: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
        asked.append((sql, params))
        return rows(sql, params)

    monkeypatch.setattr(db, "rows", listen)
    names = [line.name for line in came_to(db, **{by: key})]
    assert names == {"provider": ["Amina Khan", "Ben Lund"], "contact": ["Amina Khan"]}[by]
    plan = " ".join(str(row[3]) for row in rows(f"explain query plan {asked[0][0]}", asked[0][1]))
    assert f"participant_by_{by}" in plan and "SCAN participant" not in plan


# --- merged contacts --------------------------------------------------------------------------------------


def test_merging_two_contacts_keeps_who_came_the_log_and_the_notes(
    db: Database, held: Held, person: Add
) -> None:
    event, keys = held
    ben, cy = (participants.get(db, keys[name]) for name in ("Ben Lund", "Cy Moss"))
    before = list(history.logical_dump(db))
    lines = db.value("select count(*) from check_in")
    merge_contacts(db, cy.contact_id, ben.contact_id, rules=MERGE_RULES, now=DOORS)
    kept = participants.find(db, event, cy.contact_id)
    assert kept is not None
    assert (kept.id, kept.status, kept.reasons) == (cy.id, S.ATTENDED, ("Chosen by hand",))
    assert db.value("select count(*) from check_in") == lines
    assert db.value("select participant_id from check_in where nonce = 'Ben Lund'") == cy.id
    history.undo(db)
    assert list(history.logical_dump(db)) == before


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        ((S.ACCEPTED, 1), (None, 0), S.ACCEPTED),
        ((None, 0), (S.DECLINED, 1), S.DECLINED),
        ((S.ACCEPTED, 1), (S.APOLOGIES, 2), S.APOLOGIES),
        ((S.ACCEPTED, 2), (S.APOLOGIES, 1), S.ACCEPTED),
        ((S.TENTATIVE, 1), (S.ACCEPTED, 1), S.ACCEPTED),
    ],
)
def test_the_later_answer_counts_and_else_the_more_telling(
    db: Database, forum: Add, person: Add, invited: Invite, one: tuple[ParticipantStatus | None, int],
    other: tuple[ParticipantStatus | None, int], kept: ParticipantStatus,
) -> None:  # fmt: skip
    event = forum()
    contact_keys = [person("Amina Khan", "Rosewood House"), person("A Khan", "Rosewood House")]
    for key, (said, day) in zip(invited(event, contact_keys), (one, other), strict=True):
        if said:
            invitations.record_reply(db, [key], said, now=BEFORE.replace(day=20 + day))
    merge_contacts(db, contact_keys[0], contact_keys[1], rules=MERGE_RULES, now=DOORS)
    assert [person.status for person in participants.of_event(db, event)] == [kept]


def test_a_rule_follows_the_contact_that_is_kept(db: Database, forum: Add, person: Add) -> None:
    kept, removed = person("Amina Khan", "Rosewood House"), person("A Khan", "Rosewood House")
    event = forum()
    rule = AudienceRule(by_hand_only=True, added_contacts=(removed,))
    events.edit_event(db, event, replace(events.get(db, event).draft(), audience=rule), now=BEFORE)
    merge_contacts(db, kept, removed, rules=MERGE_RULES, now=DOORS)
    assert events.get(db, event).audience.added_contacts == (kept,)


def test_a_provider_stands_once_in_a_rule_after_two_were_made_one(
    db: Database, forum: Add, home: Callable[..., tuple[str, str]]
) -> None:
    (_, kept), (_, removed) = home("Rosewood House"), home("Elm Lodge")
    event = forum()
    rule = AudienceRule(added_providers=(kept, removed))
    events.edit_event(db, event, replace(events.get(db, event).draft(), audience=rule), now=BEFORE)
    merge_providers(db, kept, removed, rules=MERGE_RULES, now=DOORS)
    assert events.get(db, event).audience.added_providers == (kept,)

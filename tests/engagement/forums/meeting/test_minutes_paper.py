from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from docx import Document

from engagement.forums.meeting import actions, agenda
from engagement.forums.meeting.actions import ActionDraft
from engagement.forums.meeting.minutes_paper import Version, minutes_report, people_named
from resources.database import Database, change
from resources.problem import Problem
from resources.report.blocks import TableBlock, public_part
from resources.report.leak_gate import search
from resources.report.word import save_word
from tests.engagement.forums.meeting.minuted import in_appendix, in_public, minute, said

NOW = datetime(2019, 12, 11, 9, tzinfo=UTC)
HERE, PUBLISHED = Version.PARTICIPANTS, Version.PUBLISHED


def test_the_minutes_of_those_who_were_there_name_them(db: Database, held: tuple) -> None:
    made = minute(db, held[0])
    lines = in_public(minutes_report(db, made.event, HERE, now=NOW))
    assert lines[:6] == [
        "When: Tuesday 10 December 2019, 10am to midday",
        "Where: Mansfield Civic Centre",
        "Chair: Priya Sample",
        "Minutes by: Max Specimen",
        "Agreed: 10 March 2020",
        "Note: Draft until agreed",
    ]
    top = lines.index("# Attendance")
    assert lines[top : lines.index("# Minutes")] == [
        "# Attendance",
        "3 people from 2 organisations were present.",
        "## Present",
        "- Beech Care: Eve Yew",
        "- Rosewood House Limited: Amina Khan, Ben Lund",
        "## Apologies",
        "- Elm Lodge Limited: Cy Moss",
        "## In attendance",
        "None recorded.",
    ]
    assert lines[lines.index("# Minutes") : lines.index("# Actions")] == [
        "# Minutes",
        "## Item 1: Welcome",
        "Everybody was welcomed.",
        "- Fire exits",
        "- Tea",
        "Then it began.",
        "## Item 2: Exempt item",
        "What was said and decided at this item is not for publication.",
        "## Item 3: Pay",
        "Decision 3.1: To pay travel time",
        "Action 4: Publish the rates. Priya Sample, by 1 February 2020.",
    ]


def test_the_actions_stand_as_the_meeting_left_them_and_the_next_meeting_follows(
    db: Database, held: tuple
) -> None:
    made = minute(db, held[0])
    for one in actions.raised_at(db, made.event):
        actions.close(db, one.id, on=date(2020, 1, 15))
    lines = in_public(minutes_report(db, made.event, HERE, now=NOW))
    assert lines[lines.index("# Actions") :] == [
        "# Actions",
        "1 | Send the guide | Priya Sample | 2019-11-01 | Done | 1",
        "2 | Book the hall |  | 2020-01-10 | Open | 1",
        "4 | Publish the rates. | Priya Sample | 2020-02-01 | Open | 0",
        "# Next meeting",
        "What: Provider forum, March 2020",
        "When: Tuesday 10 March 2020, 10am to midday",
        "Where: Mansfield Civic Centre",
    ]


def test_what_is_late_or_due_at_the_meeting_says_so_in_its_minutes(db: Database, held: tuple) -> None:
    made = minute(db, held[0])
    actions.raise_action(db, made.before, ActionDraft("Ring round", due_on=date(2019, 12, 1)))
    actions.raise_action(db, made.event, ActionDraft("Thank them", due_on=date(2019, 12, 12)))
    report = minutes_report(db, made.event, HERE, now=NOW)
    table = next(
        one.table for one in report.blocks if isinstance(one, TableBlock) and one.table.title == "Actions"
    )
    standings = {row[1]: row[-2] for row in table.rows}
    assert (standings["Ring round"], standings["Thank them"]) == ("Overdue", "Due this week")
    assert table.as_at == date(2019, 12, 10)


def test_a_meeting_without_an_agenda_has_minutes_of_who_was_there_and_what_was_raised(
    db: Database, held: tuple
) -> None:
    actions.raise_action(db, held[0], ActionDraft("Send the guide"))
    for version in Version:
        lines = in_public(minutes_report(db, held[0], version, now=NOW))
        assert any(line.startswith("# Attendance") for line in lines) and "# Minutes" not in lines
        assert any("Send the guide" in line for line in lines)


def test_exempt_items_and_their_actions_stand_in_the_appendix_alone(db: Database, held: tuple) -> None:
    made = minute(db, held[0])
    for version in Version:
        report = minutes_report(db, made.event, version, now=NOW)
        secret = ("finances", "It will close", "write to the owner", "Draft the letter")
        assert not any(word in line for word in secret for line in in_public(report))
        hidden = in_appendix(report)
        assert "## Item 2: One home’s finances" in hidden and "Decision 2.1: To write to the owner" in hidden
        assert any(line.startswith("3 | Draft the letter") for line in hidden)


def test_published_minutes_have_organisations_and_numbers_and_no_name(db: Database, held: tuple) -> None:
    made = minute(db, held[0])
    report = minutes_report(db, made.event, PUBLISHED, now=NOW)
    lines = in_public(report)
    names = ("Amina", "Ben Lund", "Cy Moss", "Eve Yew", "Priya", "Max Specimen")
    assert not any(name in line for name in names for line in lines)
    assert "- Present: 3 people" in lines
    assert "4 | Publish the rates. | 2020-02-01 | Open | 0" in lines
    assert "Action 4: Publish the rates. By 1 February 2020." in lines
    terms = {term.text for term in people_named(db, made.event)}
    assert {"Amina Khan", "Cy Moss", "Priya Sample", "Max Specimen"} <= terms


def test_a_name_that_slipped_into_the_notes_is_found_by_the_gate(
    db: Database, held: tuple, tmp_path: Path
) -> None:
    made = minute(db, held[0])
    agenda.write_notes(db, agenda.items(db, made.event)[2].id, "Priya Sample asked about travel.")
    report = minutes_report(db, made.event, PUBLISHED, now=NOW)
    path = tmp_path / "m.docx"
    save_word(public_part(report), path, exempt_terms=())
    assert {leak.term.text for leak in search(path, people_named(db, made.event))} == {"Priya Sample"}


def test_published_minutes_of_a_group_with_names_withheld_name_no_organisation(
    db: Database, held: tuple
) -> None:
    made = minute(db, held[0])
    with change(db, "Confidentiality"):
        db.update_row("event", made.event, {"confidentiality": "names_withheld"})
    lines = in_public(minutes_report(db, made.event, PUBLISHED, now=NOW))
    assert "- Present: 3 people" in lines
    assert not any("Rosewood" in line or "Beech" in line for line in lines)


def test_a_confidential_meeting_has_marked_minutes_and_none_to_publish(db: Database, held: tuple) -> None:
    made = minute(db, held[0])
    with change(db, "Confidentiality"):
        db.update_row("event", made.event, {"confidentiality": "confidential"})
    report = minutes_report(db, made.event, HERE, now=NOW)
    assert report.is_exempt
    assert {"## Item 2: One home’s finances", "- Elm Lodge Limited: Cy Moss"} <= set(said(report))
    with pytest.raises(Problem, match="no minutes of it are published"):
        minutes_report(db, made.event, PUBLISHED, now=NOW)


def test_the_word_minutes_read_back_have_real_headings_and_an_actions_table(
    db: Database, held: tuple, tmp_path: Path
) -> None:
    made = minute(db, held[0])
    path = tmp_path / "minutes.docx"
    save_word(minutes_report(db, made.event, HERE, now=NOW), path, exempt_terms=())
    document = Document(str(path))
    styles = {one.text: one.style.name for one in document.paragraphs if one.style is not None}
    assert styles["Attendance"].casefold() == "heading 1" and styles["Item 3: Pay"].casefold() == "heading 2"
    (table,) = document.tables
    assert [cell.text for cell in table.rows[0].cells] == [
        "No.",
        "Action",
        "Owner",
        "Due",
        "Status",
        "Carried",
    ]
    assert [cell.text for cell in table.rows[1].cells][:4] == [
        "1",
        "Send the guide",
        "Priya Sample",
        "1 November 2019",
    ]
    assert "One home’s finances" not in "\n".join(one.text for one in document.paragraphs)


def test_without_actions_the_minutes_say_so(db: Database, held: tuple) -> None:
    agenda.start_agenda(db, held[0])
    lines = in_public(minutes_report(db, held[0], HERE, now=NOW))
    assert lines[-2:] == ["# Actions", "There are no actions."]
    assert "Nothing was noted." in lines

"""Reports to a committee without a window: their meetings, what each is about, and outlines as files."""

import argparse
from pathlib import Path
from typing import Any

from desktop.command_line.committee_choosing import a_meeting, a_report, add_report
from desktop.command_line.options import a_day, a_word, add_out
from desktop.command_line.session import Session
from desktop.committee.sections import SECTIONS
from engagement.committee import following, from_outlines, meetings, outline_files, outline_reading, reports
from engagement.committee.meetings import CommitteeMeeting
from engagement.committee.outline_periods import RelativePeriod
from engagement.committee.recommendations import recommendations_of
from engagement.committee.report_parts import parts_of
from engagement.committee.tables import meetings_table, outline_table, reports_table
from resources.database import Database, change
from resources.problem import Problem
from resources.report.committee.outline import Style
from resources.report.exemption import MARKING
from resources.spans import Span
from resources.wording import count_of, date_words, shortened


def add_commands(commands: Any) -> None:
    """Meetings, reports, and their outlines as files."""
    _add_meetings(commands)
    _add_reports(commands)
    _add_files(commands)


# --- meetings -------------------------------------------------------------------------------------------------


def _add_meetings(commands: Any) -> None:
    listed = commands.add_parser("report-meetings", help="meetings of committees, the latest first")
    listed.add_argument("--archived", action="store_true", help="those put away too")
    add_out(listed)
    listed.set_defaults(run=_meetings)
    add = commands.add_parser("report-meeting-add", help="add a meeting of a committee")
    add.add_argument("committee", metavar="COMMITTEE", help="its name")
    add.add_argument("meets_on", type=a_day, metavar="DATE", help="when it meets")
    add.add_argument("--note", default="", metavar="TEXT", help="anything to know about it")
    add.set_defaults(run=_add_meeting)
    edit = commands.add_parser(
        "report-meeting-edit", help="put a meeting right, put it away or bring it back"
    )
    edit.add_argument("meeting", metavar="MEETING", help="its key, or words of its committee and day")
    edit.add_argument("--committee", metavar="NAME", help="another name of the committee")
    edit.add_argument("--on", type=a_day, metavar="DATE", help="another day")
    edit.add_argument("--note", metavar="TEXT", help="anything to know about it")
    away = edit.add_mutually_exclusive_group()
    away.add_argument("--archive", action="store_true", help="put it away; its reports stay")
    away.add_argument("--restore", action="store_true", help="bring it back")
    away.add_argument("--remove", action="store_true", help="it was added by mistake and has no report")
    edit.set_defaults(run=_edit_meeting)


def _meetings(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        session.show(meetings_table(db, archived=asked.archived), asked.out, db=db)


def _add_meeting(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        made = meetings.add_meeting(db, asked.committee, asked.meets_on, note=asked.note)
    session.say(f"Added the meeting of the {made.name}.")


def _edit_meeting(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        session.say(_edited_meeting(session, db, a_meeting(db, asked.meeting), asked))


def _edited_meeting(session: Session, db: Database, held: CommitteeMeeting, asked: argparse.Namespace) -> str:
    if asked.archive:
        return (
            f"Archived the meeting of the {meetings.archive_meeting(db, held.id, today=session.today).name}."
        )
    if asked.restore:
        return f"Restored the meeting of the {meetings.restore_meeting(db, held.id).name}."
    if asked.remove:
        meetings.remove_meeting(db, held.id)
        return f"Removed the meeting of the {held.name}."
    given = {"committee": asked.committee, "meets_on": asked.on, "note": asked.note}
    said: Any = {name: value for name, value in given.items() if value is not None}
    made = meetings.edit_meeting(db, held.id, **said)
    return f"Changed the meeting of the {made.name}." if made != held else "Nothing was changed."


# --- reports --------------------------------------------------------------------------------------------------


def _add_reports(commands: Any) -> None:
    listed = commands.add_parser(
        "report-list", help="reports to committees, those of the latest meeting first"
    )
    listed.add_argument("--archived", action="store_true", help="those put away too")
    add_out(listed)
    listed.set_defaults(run=_list)
    show = commands.add_parser("report-show", help="a report's outline, its parts and its recommendations")
    add_report(show)
    add_out(show)
    show.set_defaults(run=_show)
    new = commands.add_parser("report-new", help="begin a report")
    new.add_argument("title", metavar="TITLE", help="what it is called")
    new.add_argument("--meeting", required=True, metavar="MEETING", help="words of its committee and day")
    new.add_argument(
        "--from", dest="first", required=True, type=a_day, metavar="DATE", help="the period's first day"
    )
    new.add_argument("--to", dest="last", required=True, type=a_day, metavar="DATE", help="its last day")
    new.add_argument("--copy-of", metavar="REPORT", help="with the outline and the lasting parts of this one")
    _add_facts(new)
    new.set_defaults(run=_new)
    after = commands.add_parser(
        "report-next", help="begin the next report as a copy: for the next meeting and period without one"
    )
    add_report(after)
    after.set_defaults(run=_next)
    edit = commands.add_parser(
        "report-edit", help="put right what a report is about, put it away or bring it back"
    )
    add_report(edit)
    edit.add_argument("--title", metavar="TITLE", help="another title")
    edit.add_argument("--meeting", metavar="MEETING", help="another meeting: words of its committee and day")
    edit.add_argument("--from", dest="first", type=a_day, metavar="DATE", help="the period's first day")
    edit.add_argument("--to", dest="last", type=a_day, metavar="DATE", help="its last day")
    _add_facts(edit)
    away = edit.add_mutually_exclusive_group()
    away.add_argument("--archive", action="store_true", help="put it away; its recommendations stay")
    away.add_argument("--restore", action="store_true", help="bring it back")
    edit.set_defaults(run=_edit)


def _add_facts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--since", type=a_day, metavar="DATE",
                        help="changes are told from this day (otherwise the last report's last day)")  # fmt: skip
    parser.add_argument("--agenda-item", metavar="NUMBER", help="its number on the agenda")
    parser.add_argument("--style", type=a_word(Style), metavar="STYLE",
                        help=" or ".join(one.value for one in Style))  # fmt: skip


def _list(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        session.show(reports_table(db, archived=asked.archived), asked.out, db=db)


def _show(session: Session, asked: argparse.Namespace) -> None:
    titles = {one.key: one.title for one in SECTIONS}
    with session.reading() as db:
        held = a_report(db, asked.report)
        table = outline_table(db, held.id, titles)
        if asked.out is not None:
            session.show(table, asked.out, db=db)
            return
        since = f", changes since {date_words(held.since_on)}" if held.since_on else ""
        session.say(held.title, f"Period: {held.span.words}{since}", f"House style: {held.style.label}", "")
        session.show(table, db=db)
        for part in parts_of(db, held.id):
            by = f" ({part.initials})" if part.initials else ""
            session.say("", f"{part.part.label}{by}:", part.text)
        asks = recommendations_of(db, held.id)
        session.say(
            *(["", "Recommendations:"] if asks else []), *(f"{one.place}) {one.text}" for one in asks)
        )


def _new(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        at = a_meeting(db, asked.meeting)
        source = a_report(db, asked.copy_of) if asked.copy_of else None
        style = asked.style or (source.style if source else Style.NOTTINGHAMSHIRE)
        made = reports.begin_report(
            db, asked.title, at.id, Span(asked.first, asked.last), style=style, since=asked.since,
            agenda_item=asked.agenda_item or "", copy_of=source.id if source else None,
        )  # fmt: skip
    session.say(f"Began the report {made.title} for the {at.name}.")


def _next(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        made = following.begin_next(db, a_report(db, asked.report).id, today=session.today)
        at = meetings.meeting(db, made.meeting_id)
    session.say(f"Began the report {made.title} for the {at.name}, {made.span.words}.")


def _edit(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = a_report(db, asked.report)
        if asked.archive:
            said = f"Archived the report {reports.archive_report(db, held.id, today=session.today).title}."
        elif asked.restore:
            said = f"Restored the report {reports.restore_report(db, held.id).title}."
        else:
            given = {
                "title": asked.title, "first_on": asked.first, "last_on": asked.last, "since_on": asked.since,
                "agenda_item": asked.agenda_item, "style": asked.style,
                "meeting_id": a_meeting(db, asked.meeting).id if asked.meeting else None,
            }  # fmt: skip
            facts: Any = {name: value for name, value in given.items() if value is not None}
            made = reports.edit_report(db, held.id, **facts)
            said = f"Changed the report {made.title}." if made != held else "Nothing was changed."
    session.say(said)


# --- outlines as files ----------------------------------------------------------------------------------------


def _add_files(commands: Any) -> None:
    save = commands.add_parser(
        "report-outline-save", help="save a report's outline as a file, to begin others from"
    )
    add_report(save)
    save.add_argument("outline", type=Path, metavar="OUTLINE.json", help="the file to save")
    save.add_argument(
        "--period", type=a_word(RelativePeriod), metavar="PERIOD",
        help="a period that moves on with the day: " + ", ".join(one.value for one in RelativePeriod),
    )  # fmt: skip
    save.set_defaults(run=_save_outline)
    begin = commands.add_parser("report-from-outline", help="begin a report from an outline file")
    begin.add_argument("outline", type=Path, metavar="OUTLINE.json", help="the file")
    begin.add_argument(
        "--meeting", metavar="MEETING", help="words of its committee and day (otherwise the outline's)"
    )
    begin.add_argument("--title", default="", metavar="TITLE", help="another title")
    begin.set_defaults(run=_from_outline)


def _save_outline(session: Session, asked: argparse.Namespace) -> None:
    if asked.outline.suffix.casefold() != ".json":
        raise Problem(f"“{asked.outline.name}”: outlines are saved as .json files. Give a name that ends so.")
    with session.reading() as db:
        held = a_report(db, asked.report)
        saved = outline_files.save_outline(db, held.id, asked.outline, period=asked.period)
    marked = f", marked “{MARKING}” for what is typed in it" if saved.is_exempt else ""
    session.say(
        f"Saved the outline of {held.title} as “{asked.outline}”{marked}, {count_of(len(saved.items), 'line')}."
    )


def _from_outline(session: Session, asked: argparse.Namespace) -> None:
    read = outline_reading.read_outline(asked.outline, sections={one.key for one in SECTIONS})
    with session.writing() as db, change(db, f"Began a report from {shortened(asked.outline.name)}"):
        at = a_meeting(db, asked.meeting).id if asked.meeting else None
        made = from_outlines.begin_from_outline(
            db, read.saved, today=session.today, meeting_id=at, title=asked.title
        )
    session.say(f"Began the report {made.title}, {made.span.words}.", *read.left_out)

"""Invitations out and replies in: letters, labels, drafts, calendar files, mail merge, answers, reminders, badges."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop.command_line import choosing
from desktop.command_line.options import a_day, a_number, a_word, add_document, add_event, add_out
from desktop.command_line.session import Session
from desktop.documents import document_name
from engagement.forums.events import Event, events_to_come
from engagement.forums.mailing import words
from engagement.forums.mailing.answers_read import Answers, answers_table, keep_answers, read_answers
from engagement.forums.mailing.badges import badges_words, save_badges
from engagement.forums.mailing.calendar_file import save_calendar
from engagement.forums.mailing.certificates import save_certificates
from engagement.forums.mailing.labels import LabelSheet
from engagement.forums.mailing.making import Made, Mailing, check_mailing, make
from engagement.forums.mailing.recipients import left_out_table
from engagement.forums.mailing.reminders import reminders_table
from engagement.forums.mailing.vocabulary import Purpose, Way, Whom
from engagement.forums.vocabulary import EventKind
from engagement.register.letterhead import letterhead, set_letterhead
from resources.database import Database
from resources.files.names import name_of
from resources.files.refused import save_refused
from resources.problem import Problem
from resources.wording import count_of
from resources.wordings import Wording


def add_commands(commands: Any) -> None:
    """What goes out before and after an event, and what comes back."""
    for name, way, help_ in (
        ("letters", Way.LETTER, "write letters to the people of an event, as one Word document"),
        ("labels", Way.LABEL, "make address labels for the people of an event"),
        (
            "email-drafts",
            Way.EMAIL_DRAFT,
            "make an e-mail draft for each person, with the calendar file; none is sent",
        ),
        ("mail-merge", Way.MAIL_MERGE, "make a workbook for a mail merge, with a column for answers"),
    ):
        _add_mailing(commands, name, way, help_)
    _add_files(commands)
    _add_answers(commands)
    _add_wording(commands)


def _add_mailing(commands: Any, name: str, way: Way, help_: str) -> None:
    made = commands.add_parser(name, help=help_)
    add_event(made)
    if way in _DOCUMENTS:
        add_document(made)
    else:
        made.add_argument("to", type=Path, metavar="FILE", help=_PLACES[way])
    made.add_argument("--for", dest="purpose", type=a_word(Purpose), default=Purpose.INVITATION, metavar="WHAT",
                      help="invitation (otherwise), reminder or thanks")  # fmt: skip
    made.add_argument(
        "--person", action="append", default=[], metavar="NAME", help="only this person (may be repeated)"
    )
    made.add_argument(
        "--not-written-to", action="store_true", help="only those for whom nothing was made yet"
    )
    made.add_argument("--reply-by", type=a_day, metavar="DATE", help="by when an answer is wanted")
    if way in _WORDED:
        made.add_argument("--subject", metavar="TEXT", help="another subject")
        made.add_argument("--body", type=Path, metavar="FILE", help="the text of this file instead (UTF-8)")
        made.add_argument("--keep-wording", action="store_true", help="keep that wording for the next time")
    if way is Way.EMAIL_DRAFT:
        made.add_argument(
            "--from", dest="sender", default="", metavar="ADDRESS", help="your own e-mail address"
        )
    if way is Way.LABEL:
        made.add_argument("--sheet", type=_a_sheet, default=LabelSheet.L7160, metavar="SHEET",
                          help="L7160 (21 labels, otherwise), L7163 (14) or L7161 (18)")  # fmt: skip
        made.add_argument(
            "--start", type=a_number, default=1, metavar="N", help="the first label that is free"
        )
    made.set_defaults(run=_mailing, way=way)


_DOCUMENTS = (Way.LETTER, Way.LABEL)
_WORDED = (Way.LETTER, Way.EMAIL_DRAFT)
_PLACES = {
    Way.EMAIL_DRAFT: "a FILE.zip to save, or an empty folder to fill",
    Way.MAIL_MERGE: "the FILE.xlsx or FILE.csv to save",
}


def _a_sheet(text: str) -> LabelSheet:
    found = LabelSheet.read(text)
    if found is None:
        names = ", ".join(sheet.value.upper() for sheet in LabelSheet)
        raise argparse.ArgumentTypeError(f"“{text}” is none of {names}.")
    return found


def _add_files(commands: Any) -> None:
    calendar = commands.add_parser("calendar", help="save an event as a calendar file (.ics)")
    badges = commands.add_parser("badges", help="make name badges for everybody expected, eight a page")
    certificates = commands.add_parser(
        "certificates", help="make certificates of attendance for those who came"
    )
    for parser, run in ((calendar, _calendar), (badges, _badges), (certificates, _certificates)):
        add_event(parser)
        parser.set_defaults(run=run)
    calendar.add_argument("to", type=Path, metavar="FILE.ics", help="the calendar file to save")
    for parser in (badges, certificates):
        add_document(parser)
        parser.add_argument("--person", action="append", default=[], metavar="NAME",
                            help="only this person (may be repeated)")  # fmt: skip
    badges.add_argument("--blank", type=a_number, default=0, metavar="N", help="so many more without a name")


def _add_answers(commands: Any) -> None:
    read = commands.add_parser(
        "read-answers", help="preview the answers that came back; with --take-in record them"
    )
    add_event(read)
    read.add_argument(
        "answers", type=Path, metavar="FILE", help="the mail-merge workbook or a CSV, filled in"
    )
    read.add_argument("--take-in", action="store_true", help="record them; otherwise nothing is written")
    read.add_argument("--refused", type=Path, metavar="FILE", help="save refused lines as this workbook")
    read.set_defaults(run=_read_answers)
    owing = commands.add_parser(
        "reminders", help="who has not answered, since when, and when last written to"
    )
    owing.add_argument("event", nargs="?", metavar="EVENT", help="one event (otherwise all that are to come)")
    add_out(owing)
    owing.set_defaults(run=_reminders)


def _add_wording(commands: Any) -> None:
    wording = commands.add_parser(
        "wording", help="show or change the wording of invitations, reminders and thanks"
    )
    wording.add_argument(
        "purpose", type=a_word(Purpose), metavar="WHAT", help="invitation, reminder or thanks"
    )
    wording.add_argument("--kind", type=a_word(EventKind), metavar="KIND", help="of one kind of event")
    wording.add_argument("--subject", metavar="TEXT", help="change the subject")
    wording.add_argument(
        "--body", type=Path, metavar="FILE", help="change the text to that of this file (UTF-8)"
    )
    wording.add_argument("--bring-back", action="store_true", help="bring back the wording that is shipped")
    wording.set_defaults(run=_wording)
    head = commands.add_parser("letterhead", help="show or change what stands above letters")
    for name in ("council", "team", "address", "email", "phone"):
        head.add_argument(f"--{name}", metavar="TEXT")
    head.set_defaults(run=_letterhead)


# --- out ------------------------------------------------------------------------------------------------


def _mailing(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        event = choosing.event(db, asked.event)
        mailing = _asked(db, event, asked)
        path = document_name(asked.document) if asked.way in _DOCUMENTS else asked.to
        check_mailing(db, mailing, now=session.now)
        keep = getattr(asked, "keep_wording", False)
        made = make(db, mailing, path, now=session.now, keep_wording=keep)
    _say_made(session, made, event)


def _asked(db: Database, event: Event, asked: argparse.Namespace) -> Mailing:
    people = tuple(one.id for one in choosing.on_list(db, event.id, asked.person))
    if people and asked.not_written_to:
        raise Problem("Name people or ask for those not yet written to, not both.")
    whom = Whom.CHOSEN if people else Whom.NOT_WRITTEN_TO if asked.not_written_to else Whom.ALL
    mailing = Mailing(
        event_id=event.id, purpose=asked.purpose, way=asked.way, whom=whom, chosen=people, reply_by=asked.reply_by,
        sender=getattr(asked, "sender", ""),
    )  # fmt: skip
    if asked.way in _WORDED and (asked.subject is not None or asked.body is not None):
        usual = words.wording_for(db, asked.purpose, event.kind).wording
        mailing = replace(mailing, wording=_new_wording(usual, asked))
    elif getattr(asked, "keep_wording", False):
        raise Problem(
            "No other wording was given, so there is none to keep. Write it with --subject or --body."
        )
    if asked.way is Way.LABEL:
        mailing = replace(mailing, sheet=asked.sheet, first_label=asked.start)
    return mailing


def _new_wording(usual: Wording, asked: argparse.Namespace) -> Wording:
    """The usual wording with what was given instead."""
    return Wording(
        asked.subject if asked.subject is not None else usual.subject,
        _text_of(asked.body) if asked.body is not None else usual.body,
    )


def _say_made(session: Session, made: Made, event: Event) -> None:
    session.say(f"{made.words_of(str(made.path))}.")
    if made.mailing.way is Way.EMAIL_DRAFT:
        session.say("None of them has been sent: open each and send it.")
    if made.recipients.left_out:
        session.say("")
        what = made.mailing.purpose.label.lower()
        session.show(left_out_table(made.recipients, what, event.openness))


def _calendar(session: Session, asked: argparse.Namespace) -> None:
    path = asked.to if asked.to.suffix.casefold() == ".ics" else asked.to.with_name(f"{asked.to.name}.ics")
    with session.reading() as db:
        event = choosing.event(db, asked.event)
        save_calendar(db, event.id, path, now=session.now)
    session.saved(path)


def _badges(session: Session, asked: argparse.Namespace) -> None:
    path = document_name(asked.document)
    with session.reading() as db:
        event = choosing.event(db, asked.event)
        chosen = [one.id for one in choosing.on_list(db, event.id, asked.person)]
        number = save_badges(db, event.id, path, day=session.today, chosen=chosen, blank=asked.blank)
    session.say(f"Saved “{path}”: {badges_words(number, asked.blank)}.")


def _certificates(session: Session, asked: argparse.Namespace) -> None:
    path = document_name(asked.document)
    with session.reading() as db:
        event = choosing.event(db, asked.event)
        chosen = [one.id for one in choosing.on_list(db, event.id, asked.person)]
        number = save_certificates(db, event.id, path, now=session.now, chosen=chosen)
    session.say(f"Saved “{path}”: {count_of(number, 'certificate')}.")


# --- in -------------------------------------------------------------------------------------------------


def _read_answers(session: Session, asked: argparse.Namespace) -> None:
    if not asked.take_in:
        with session.reading() as db:
            answers = _read(session, db, asked)
        _show_answers(session, answers)
        session.say("", "Nothing was written. Add --take-in to record them.")
        return
    with session.writing() as db:
        answers = _read(session, db, asked)
        done = keep_answers(db, answers, now=session.now)
    session.say(f"Recorded {count_of(len(answers.kept), 'answer')}.")
    for sentence in done.sentences:
        session.say(f"{sentence}.")
    _say_refused(session, answers)


def _read(session: Session, db: Database, asked: argparse.Namespace) -> Answers:
    answers = read_answers(db, choosing.event(db, asked.event).id, asked.answers)
    if asked.refused is not None and answers.refused:
        save_refused(asked.refused, answers.headings, answers.refused)
        session.saved(asked.refused)
    return answers


def _show_answers(session: Session, answers: Answers) -> None:
    session.say(f"{answers.words}.", "")
    session.show(answers_table("Answers that would be recorded", answers.kept))
    _say_refused(session, answers)


def _say_refused(session: Session, answers: Answers) -> None:
    session.say(*(f"Line {one.line} was refused: {one.reason}" for one in answers.refused))


def _reminders(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        some = [choosing.event(db, asked.event)] if asked.event else events_to_come(db, session.now)
        session.show(reminders_table(db, some, now=session.now), asked.out, db=db)


# --- words ----------------------------------------------------------------------------------------------


def _wording(session: Session, asked: argparse.Namespace) -> None:
    if asked.bring_back:
        with session.writing() as db:
            changed = words.bring_back(db, asked.purpose, asked.kind)
        session.say(
            "Brought back the shipped wording."
            if changed
            else "Nothing was changed, so nothing is brought back."
        )
        return
    if asked.subject is None and asked.body is None:
        with session.reading() as db:
            kept = words.wording_for(db, asked.purpose, asked.kind)
        session.say(
            f"{words.said(asked.purpose, kept.kind)}{', as the team changed it' if kept.changed else ''}"
        )
        session.say("", f"Subject: {kept.wording.subject}", "", kept.wording.body)
        return
    with session.writing() as db:
        kept = words.wording_for(db, asked.purpose, asked.kind)
        words.edit_wording(db, asked.purpose, asked.kind, _new_wording(kept.wording, asked))
    session.say(f"Changed the wording: {words.said(asked.purpose, asked.kind)}.")


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Problem(
            f"“{name_of(path)}” cannot be read as text in UTF-8. Save it so, or choose another."
        ) from error


def _letterhead(session: Session, asked: argparse.Namespace) -> None:
    said = {name: getattr(asked, name) for name in ("council", "team", "address", "email", "phone")}
    given = {name: value for name, value in said.items() if value is not None}
    if given:
        with session.writing() as db:
            set_letterhead(db, replace(letterhead(db), **given))
    with session.reading() as db:
        head = letterhead(db)
    session.say(*(line for line in (head.council, *head.lines) if line))

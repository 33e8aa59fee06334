"""Training records, what training is required, and who has what, without a window."""

import argparse
from pathlib import Path
from typing import Any

from desktop.command_line import choosing
from desktop.command_line.options import (
    a_day,
    a_number,
    a_pair,
    a_service_kind,
    a_word,
    add_out,
    add_several,
    filtered,
)
from desktop.command_line.session import Session
from resources.database import Database
from resources.problem import Problem
from resources.wording import count_of, lower_first
from workforce.ascwds.trained import trained
from workforce.training.matrix import matrix, provider_training
from workforce.training.matrix_reading import Place
from workforce.training.matrix_tables import matrix_table, provider_table, required_table
from workforce.training.records import (
    NewRecord,
    add_record,
    course_name,
    edit_record,
    is_record,
    record,
    remove_record,
)
from workforce.training.records_file import RECORDS, FileShape, NeedsColumns, RecordsFile, read_file
from workforce.training.records_file_checking import Choices, check_records
from workforce.training.records_file_preview import preview_groups, preview_notes, summary_table
from workforce.training.records_file_taking_in import save_refused_records, take_in_records
from workforce.training.records_tables import records_table
from workforce.training.requirements import (
    Requirement,
    RequirementFacts,
    remove_requirement,
    require_courses,
    requirements,
)
from workforce.training.status import SOON_DAYS
from workforce.training.vocabulary import Accredited, DeliveredBy, HowDelivered, JobRole


def add_commands(commands: Any) -> None:
    """Records, their files, requirements and the matrix."""
    listed = commands.add_parser("training-records", help="every training record, with how it stands")
    add_several(listed, "course", "status", "provider", "service")
    listed.add_argument("--keys", action="store_true", help="with the key of each record, to change it")
    _add_day(listed)
    add_out(listed)
    listed.set_defaults(run=_records)
    _add_record(commands)
    _add_file(commands)
    _add_required(commands)
    seen = commands.add_parser("training-matrix", help="which provider has which required training")
    seen.add_argument("--provider", metavar="PROVIDER", help="this provider alone, service by service")
    seen.add_argument(
        "--district", action="append", default=[], metavar="WORDS", help="only of this district"
    )
    seen.add_argument("--without-ascwds", action="store_true", help="leave out what ASC-WDS tells")
    _add_day(seen)
    add_out(seen)
    seen.set_defaults(run=_matrix)


def _add_day(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--as-at", type=a_day, metavar="DATE", help="as it stands on this day (otherwise today)"
    )


def _add_record(commands: Any) -> None:
    one = commands.add_parser("training-record", help="add a training record, or change or remove one")
    what = one.add_mutually_exclusive_group(required=True)
    what.add_argument("--add", metavar="COURSE", help="the course that was completed")
    what.add_argument("--edit", metavar="KEY", help="the record with this key")
    what.add_argument("--remove", metavar="KEY", help="it was entered by mistake")
    where = one.add_mutually_exclusive_group()
    where.add_argument("--service", metavar="SERVICE", help="whose workers these are (with --add)")
    where.add_argument("--provider", metavar="PROVIDER", help="of the provider as a whole (with --add)")
    one.add_argument("--learner", metavar="LEARNER", help="a named learner; otherwise it is of a group")
    one.add_argument("--people", type=a_number, metavar="N", help="how many completed it")
    one.add_argument("--of", type=a_number, dest="of_people", metavar="N", help="of how many who should")
    one.add_argument("--role", type=a_word(JobRole), dest="job_role", metavar="ROLE")
    one.add_argument("--completed", type=a_day, metavar="DATE", help="otherwise today (with --add)")
    one.add_argument("--expires", type=a_day, dest="expires_on", metavar="DATE",
                     help="otherwise it follows from the course (with --add)")  # fmt: skip
    one.add_argument("--accredited", type=a_word(Accredited), metavar="HOW", help="yes, no or don’t know")
    one.add_argument(
        "--delivered-by", type=a_word(DeliveredBy), metavar="WHO", help="in_house, external or us"
    )
    one.add_argument("--how", type=a_word(HowDelivered), metavar="HOW", help="face_to_face or e_learning")
    one.add_argument("--note", metavar="TEXT")
    one.set_defaults(run=_record)


def _add_file(commands: Any) -> None:
    file = commands.add_parser("training-records-file", help="take in a file of training records")
    file.add_argument("file_in", type=Path, metavar="FILE", help="a CSV, XLSX, XLS or ODS file")
    file.add_argument("--column", type=a_pair, action="append", default=[], metavar="FIELD=HEADING",
                      help="which column holds a field, where it is not recognised")  # fmt: skip
    file.add_argument("--course", type=a_pair, action="append", default=[], metavar="TEXT=COURSE",
                      help="which course of the catalogue a text of the file is")  # fmt: skip
    where = file.add_mutually_exclusive_group()
    where.add_argument("--service", metavar="SERVICE", help="whose rows are that do not say")
    where.add_argument("--provider", metavar="PROVIDER", help="the same, of a provider as a whole")
    file.add_argument(
        "--add-learners", action="store_true", help="add the learners named who are not held yet"
    )
    file.add_argument("--dry-run", action="store_true", help="show what would be done, and do nothing")
    file.add_argument("--list", action="store_true", help="list the rows of every group, not only counts")
    file.add_argument("--refused", type=Path, metavar="FILE.xlsx", help="save the refused rows, to be mended")
    add_out(file)
    file.set_defaults(run=_file)


def _add_required(commands: Any) -> None:
    parser = commands.add_parser(
        "training-required", help="what training is required; with --require or --no-more change it"
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--require", action="append", default=[], metavar="COURSE",
                      help="require this course (may be repeated)")  # fmt: skip
    what.add_argument("--no-more", metavar="WORDS", help="require it no more; words of course, kind and role")
    parser.add_argument("--kind", type=a_service_kind, metavar="KIND", help="of services of this kind alone")
    parser.add_argument("--role", type=a_word(JobRole), metavar="ROLE", help="of this role alone")
    parser.add_argument("--soon", type=int, choices=SOON_DAYS, default=SOON_DAYS[0],
                        help="for so many days before it expires it counts as expiring soon")  # fmt: skip
    parser.add_argument("--from", type=a_day, dest="from_on", metavar="DATE")
    parser.add_argument("--until", type=a_day, dest="until_on", metavar="DATE", help="the last day")
    parser.add_argument(
        "--source", default="", metavar="TEXT", help="the law, contract or policy that asks for it"
    )
    add_out(parser)
    parser.set_defaults(run=_required)


# --- records --------------------------------------------------------------------------------------------------


def _records(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        on = asked.as_at or session.today
        given = {name: getattr(asked, name) for name in ("course", "status", "provider", "service")}
        table = records_table(db, on=on, keys=asked.keys)
        session.show(filtered(table, given), asked.out, db=db)


def _record(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        if asked.remove:
            held = record(db, _a_record(db, asked.remove))
            remove_record(db, held.id)
            said = f"Removed the record of {course_name(db, held.course_id)}."
        elif asked.edit:
            facts = _facts(db, asked)
            key = _a_record(db, asked.edit)
            day = asked.completed or record(db, key).completed_on
            held = edit_record(db, key, today=session.today, completed_on=day, **facts)
            said = f"Changed the record of {course_name(db, held.course_id)}."
        else:
            said = _added(db, session, asked)
    session.say(said)


def _a_record(db: Database, key: str) -> str:
    if not is_record(db, key):
        raise Problem(f"There is no training record “{key}”. List their keys with training-records --keys.")
    return key


def _added(db: Database, session: Session, asked: argparse.Namespace) -> str:
    course, place = choosing.course(db, asked.add), place_of(db, asked)
    if place is None:
        raise Problem("The record does not say whose it is. Name the --service or the --provider.")
    if not asked.learner and asked.people is None:
        raise Problem("The record does not say who completed it. Name a --learner, or give --people.")
    facts = _facts(db, asked)
    facts["service_id"] = place[1]
    add_record(db, course.id, place[0], asked.completed or session.today, today=session.today, **facts)
    return f"Recorded {course.name}."


def _facts(db: Database, asked: argparse.Namespace) -> NewRecord:
    names = ("people", "of_people", "job_role", "expires_on", "accredited", "delivered_by", "how", "note")
    facts = NewRecord(**{name: given for name in names if (given := getattr(asked, name)) is not None})  # type: ignore[typeddict-item]
    if asked.learner:
        facts["learner_id"] = choosing.learner(db, asked.learner).id
    return facts


def place_of(db: Database, asked: argparse.Namespace) -> Place | None:
    """Where --service or --provider says."""
    if asked.service:
        service = choosing.service(db, asked.service)
        return service.provider_id, service.id
    return (choosing.provider(db, asked.provider).id, None) if asked.provider else None


# --- files ----------------------------------------------------------------------------------------------------


def _file(session: Session, asked: argparse.Namespace) -> None:
    file = _read(asked)
    opening = session.reading if asked.dry_run else session.writing
    with opening() as db:
        courses = {text: choosing.course(db, words).id for text, words in asked.course}
        choices = Choices(courses, place_of(db, asked), asked.add_learners)
        found = check_records(db, file, choices, today=session.today)
        groups = [one.table for one in preview_groups(db, found)] if asked.list else []
        session.show([summary_table(db, found), *groups], asked.out, db=db)
        session.say(*preview_notes(found))
        if asked.refused is not None and found.refused:
            save_refused_records(found, asked.refused)
            session.saved(asked.refused)
        if asked.dry_run:
            session.say("Nothing was written: this was a preview.")
        elif not found.new and found.already and not found.refused:
            session.say("All of it is held already; nothing was changed.")
        else:
            session.say(f"{take_in_records(db, found).words}.")


def _read(asked: argparse.Namespace) -> RecordsFile:
    return read_with_columns(asked, RECORDS, "completed_on=Date")


def read_with_columns(asked: argparse.Namespace, shape: FileShape, such_as: str) -> RecordsFile:
    """The file that --column has its say of."""
    try:
        return read_file(asked.file_in, shape, columns=dict(asked.column))
    except NeedsColumns as needs:
        headings = ", ".join(f"“{heading}”" for heading in needs.headings)
        raise Problem(
            f"{needs.sentence} Say which column it is with --column FIELD=HEADING, such as --column {such_as}.",
            details=(f"The file’s columns: {headings}.",),
        ) from None


# --- what is required, and who has it -------------------------------------------------------------------------


def _required(session: Session, asked: argparse.Namespace) -> None:
    if asked.require:
        with session.writing() as db:
            facts = RequirementFacts(
                kind=asked.kind, job_role=asked.role, soon_days=asked.soon, from_on=asked.from_on,
                until_on=asked.until_on, source=asked.source,
            )  # fmt: skip
            made = require_courses(db, [choosing.course(db, words).id for words in asked.require], **facts)
        session.say(f"Required {count_of(len(made), 'course')}: {lower_first(made[0].whose)}.")
    elif asked.no_more:
        with session.writing() as db:
            held = _a_requirement(db, asked.no_more)
            name = course_name(db, held.course_id)
            remove_requirement(db, held.id)
        session.say(f"Required {name} no more.")
    else:
        with session.reading() as db:
            session.show(required_table(db), asked.out, db=db)


def _a_requirement(db: Database, words: str) -> Requirement:
    def said(one: Requirement) -> str:
        return f"{course_name(db, one.course_id)}: {one.whose}"

    return choosing.by_key_or_words(requirements(db), words, said, "required course", name="id")


def _matrix(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        on = asked.as_at or session.today
        elsewhere = None if asked.without_ascwds else trained(db, on=on)
        if asked.provider:
            one = choosing.provider(db, asked.provider)
            found = provider_training(db, one.id, on=on, elsewhere=elsewhere)
            session.show(provider_table(db, one.name, found, on=on), asked.out, db=db)
            return
        table = matrix_table(matrix(db, on=on, elsewhere=elsewhere))
        session.show(filtered(table, {"district": asked.district}), asked.out, db=db)

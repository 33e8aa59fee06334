"""What stands in a report, without a window: its formal parts, the lines of its outline, edited sentences."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.command_line.committee_choosing import a_line, a_report, add_line, add_report
from desktop.command_line.options import a_day, a_number, a_pair, a_word
from desktop.command_line.session import Session
from desktop.committee.sections import SECTIONS, section_of
from engagement.committee import edits, items, report_parts
from engagement.committee.items import ReportItem
from engagement.committee.reports import CommitteeReport
from resources.database import Database, change
from resources.problem import Problem
from resources.report.committee.outline import ItemKind
from resources.report.committee.parts import Part
from resources.report.exemption import Exemption
from resources.wording import shortened

if TYPE_CHECKING:
    from desktop.committee.making import Made


def add_commands(commands: Any) -> None:
    """Parts, lines and sentences."""
    part = commands.add_parser("report-part", help="write a formal part of a report")
    add_report(part)
    part.add_argument("part", type=a_word(Part), metavar="PART", help=", ".join(one.value for one in Part))
    part.add_argument("text", metavar="TEXT", help="what it says; “” takes it away")
    part.add_argument("--initials", default="", metavar="INITIALS", help="of who commented")
    part.add_argument("--on", type=a_day, metavar="DATE", help="when they commented")
    part.set_defaults(run=_part)
    _add_lines(commands)
    _add_sentence(commands)


def _part(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = a_report(db, asked.report)
        made = report_parts.set_part(
            db, held.id, asked.part, asked.text, initials=asked.initials, on=asked.on
        )
    verb = "Wrote" if made else "Left out"
    session.say(f"{verb} “{asked.part.label}” in {held.title}.")


# --- lines ----------------------------------------------------------------------------------------------------


def _add_lines(commands: Any) -> None:
    add = commands.add_parser(
        "report-item-add", help="add a section, heading, paragraph, list, picture or new page"
    )
    add_report(add)
    what = add.add_mutually_exclusive_group(required=True)
    what.add_argument("--section", metavar="KEY", help=", ".join(one.key for one in SECTIONS))
    what.add_argument("--heading", metavar="TEXT", help="a heading of your own")
    what.add_argument("--paragraph", metavar="TEXT", help="a paragraph of your own")
    what.add_argument("--bullet", action="append", metavar="TEXT", help="an item of a list (may be repeated)")
    what.add_argument(
        "--picture", type=Path, metavar="FILE", help="a picture (with --caption and --description)"
    )
    what.add_argument("--page-break", action="store_true", help="what follows starts on a new page")
    add.add_argument("--after", metavar="LINE", help="after this line (otherwise at the end)")
    _add_facts(add)
    add.set_defaults(run=_add)
    edit = commands.add_parser("report-item-edit", help="change a line of a report's outline")
    add_line(edit)
    edit.add_argument(
        "--text", metavar="TEXT", help="other words of a heading, paragraph or list, its lines apart"
    )
    edit.add_argument("--replace-picture", type=Path, metavar="FILE", help="another picture in its place")
    edit.add_argument(
        "--read-again", action="store_true", help="carried over from another report, and it still holds"
    )
    _add_facts(edit)
    _add_exempt(edit)
    edit.set_defaults(run=_edit)
    move = commands.add_parser("report-item-move", help="move a line up or down")
    add_line(move)
    way = move.add_mutually_exclusive_group(required=True)
    way.add_argument("--up", type=a_number, metavar="PLACES", help="so many places up")
    way.add_argument("--down", type=a_number, metavar="PLACES", help="so many places down")
    move.set_defaults(run=_move)
    remove = commands.add_parser("report-item-remove", help="take a line out of a report's outline")
    add_line(remove)
    remove.set_defaults(run=_remove)


def _add_facts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--level", type=int, choices=(1, 2), help="the level of a heading")
    parser.add_argument("--caption", metavar="TEXT", help="what stands above a picture")
    parser.add_argument("--description", metavar="TEXT", help="a picture, for those who cannot see it")
    parser.add_argument("--option", type=a_pair, action="append", default=[], metavar="NAME=VALUE",
                        help="what is chosen for a section (may be repeated)")  # fmt: skip


def _add_exempt(parser: argparse.ArgumentParser) -> None:
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--exempt", type=int, choices=range(1, 8), metavar="PARAGRAPH",
                     help="not for publication under this paragraph of Schedule 12A (with --reason)")  # fmt: skip
    way.add_argument("--public", action="store_true", help="everybody may read it")
    parser.add_argument("--reason", default="", metavar="TEXT", help="why it is exempt; itself exempt")
    parser.add_argument("--public-interest", default="", metavar="TEXT", help="why that outweighs telling it")
    parser.add_argument("--seen-by", default="", metavar="TEXT", help="who may see it")
    parser.add_argument("--review-on", type=a_day, metavar="DATE", help="when it is looked at again")


def _add(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = a_report(db, asked.report)
        made = _added(db, held, asked)
    session.say(f"Added {made.words} as line {made.place} of {held.title}.")


def _added(db: Database, held: CommitteeReport, asked: argparse.Namespace) -> ReportItem:
    after = a_line(db, held.id, asked.after).id if asked.after else None
    if asked.section is not None:
        if section_of(asked.section) is None:
            keys = ", ".join(one.key for one in SECTIONS)
            raise Problem(f"There is no section “{shortened(asked.section, 40)}”. Choose one of {keys}.")
        return items.add_section(db, held.id, asked.section, options=dict(asked.option), after=after)
    if asked.heading is not None:
        return items.add_heading(db, held.id, asked.heading, level=asked.level or 2, after=after)
    if asked.paragraph is not None:
        return items.add_paragraph(db, held.id, asked.paragraph, after=after)
    if asked.bullet is not None:
        return items.add_bullets(db, held.id, asked.bullet, after=after)
    if asked.picture is not None:
        return items.add_picture(
            db, held.id, asked.picture, alt=asked.description or "", caption=asked.caption or "", after=after
        )
    return items.add_page_break(db, held.id, after=after)


def _edit(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = a_report(db, asked.report)
        line = a_line(db, held.id, asked.line)
        with change(db, f"Changed {line.words}"):
            _edited(db, line, asked)
        made = items.item(db, line.id)
    session.say(f"Changed {made.words} of {held.title}." if made != line else "Nothing was changed.")


def _edited(db: Database, line: ReportItem, asked: argparse.Namespace) -> None:
    if asked.caption is not None and line.kind is not ItemKind.PICTURE:
        raise Problem(f"{line.words.capitalize()} has no caption: only pictures have one.")
    text = asked.text if asked.text is not None else asked.caption
    given = {"text": text, "level": asked.level, "alt": asked.description}
    facts: Any = {name: value for name, value in given.items() if value is not None}
    if asked.option:
        facts["options"] = {**line.options, **dict(asked.option)}
    items.edit_item(db, line.id, **facts)
    if asked.replace_picture is not None:
        items.replace_picture(db, line.id, asked.replace_picture)
    if asked.read_again:
        items.set_read_again(db, line.id)
    if asked.public:
        items.set_exempt(db, line.id, None)
    elif asked.exempt is not None:
        review = asked.review_on.isoformat() if asked.review_on else ""
        exempt = Exemption(asked.exempt, asked.reason, asked.public_interest, asked.seen_by, review)
        items.set_exempt(db, line.id, exempt)


def _move(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = a_report(db, asked.report)
        line = a_line(db, held.id, asked.line)
        made = items.move_item(db, line.id, asked.down if asked.down is not None else -asked.up)
    session.say(f"Moved {made.words} to place {made.place}.")


def _remove(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = a_report(db, asked.report)
        line = a_line(db, held.id, asked.line)
        items.remove_item(db, line.id)
    session.say(f"Removed {line.words} from {held.title}.")


# --- sentences ------------------------------------------------------------------------------------------------


def _add_sentence(commands: Any) -> None:
    sentence = commands.add_parser(
        "report-sentence", help="edit a generated sentence, or put it back as it is made"
    )
    add_report(sentence)
    sentence.add_argument("section", metavar="SECTION", help="the section's key")
    sentence.add_argument("sentence", metavar="SENTENCE", help="its name within the section, such as held")
    what = sentence.add_mutually_exclusive_group(required=True)
    what.add_argument("--edit", metavar="TEXT", help="the words to print")
    what.add_argument("--leave-out", action="store_true", help="print nothing of it")
    what.add_argument("--put-back", action="store_true", help="print it as it is made")
    sentence.set_defaults(run=_sentence)


def _sentence(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = a_report(db, asked.report)
        before = edits.edit_of(db, held.id, asked.section, asked.sentence)
        if asked.put_back:
            if before is None:
                raise Problem("The sentence was not edited: it stands as it is made.")
            edits.put_back_sentence(db, before.id)
            said = f"Put back a sentence of {held.title}: {before.generated}"
        else:
            generated = _generated(session, db, held, asked)
            edits.edit_sentence(
                db, held.id, asked.section, asked.sentence, generated=generated, edited=asked.edit or ""
            )
            said = f"{'Left out' if asked.leave_out else 'Edited'} a sentence of {held.title}: {generated}"
    session.say(said)


def _generated(session: Session, db: Database, held: CommitteeReport, asked: argparse.Namespace) -> str:
    """What the sentence says as it is made today."""
    from desktop.committee.making import make_report  # brings all sections with it

    made = make_report(db, None, held.id, today=session.today)
    origins = (*made.composed.origins, *made.composed.left_out)
    found = [one for one in origins if one.section == asked.section]
    names = [one.sentence for one in found if one.sentence]
    for one in found:
        if one.sentence == asked.sentence:
            return one.generated
    said = f"Its sentences are {', '.join(names)}." if names else _why_nothing(made, asked.section)
    raise Problem(
        f"There is no sentence “{shortened(asked.sentence, 40)}” of the section “{shortened(asked.section, 40)}”. "
        f"{said}"
    )


def _why_nothing(made: "Made", section: str) -> str:
    """What the section itself says where there is nothing of it."""
    line = next((one for one in made.outline.items if one.section == section), None)
    told = made.sections.get(line.id) if line else None
    return told.sentence if isinstance(told, Problem) else "The report has nothing of that section."

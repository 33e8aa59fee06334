"""Nominations without a window: who is nominated, each voice, and what becomes of both."""

import argparse
from datetime import date
from pathlib import Path
from typing import Any, cast

from awards.nominations import nominations, returning
from awards.nominations.alike import alike_nominees, alike_voices, mark_different
from awards.nominations.entries import Entry, EntryFacts, edit_entry, entries, entry, reference
from awards.nominations.grouping import group, ungroup
from awards.nominations.moving import move_category, move_entry, steps_of
from awards.nominations.nominations import Nomination, NominationDraft, NominationFacts, nominations_of
from awards.nominations.tables import (
    alike_table,
    alike_voices_table,
    all_voices_table,
    entries_table,
    steps_table,
    voices_table,
)
from awards.vocabulary import Consent, EntryStatus, NominatorKind, NomineeKind, OverLimit
from desktop.command_line import choosing
from desktop.command_line.awards_choosing import (
    a_category,
    a_nominee,
    a_round,
    add_category,
    add_round,
    some_category,
)
from desktop.command_line.options import a_day, a_word, add_out
from desktop.command_line.session import Session
from resources.database import Database
from resources.problem import Problem
from resources.wording import date_words

_VOICE_TEXTS = (
    ("nominator", "who nominates"), ("relation", "how they know the nominee"),
    ("nominator-email", "the nominator's e-mail address"), ("nominator-phone", "the nominator's telephone"),
    ("statement", "what they say"),
    ("attachment", "the name of a file that came with it"),
)  # fmt: skip
_NOMINEE_TEXTS = (
    ("also-known-as", "nicknames and other spellings, with “;” between"), ("job-role", "what they do there"),
    ("place-told", "the home or firm in the nominator's own words"), ("email", "the nominee's e-mail address"),
    ("phone", "the nominee's telephone"),
)  # fmt: skip


def add_commands(commands: Any) -> None:
    """Nominees, their voices, and what becomes of them."""
    listed = commands.add_parser("award-nominations", help="who is nominated in a round, or every voice")
    add_round(listed)
    add_category(listed)
    listed.add_argument("--status", type=a_word(EntryStatus), action="append", default=[], metavar="STATUS",
                        help="only in this state, such as submitted or judging (may be repeated)")  # fmt: skip
    listed.add_argument("--voices", action="store_true", help="each nomination with its length")
    listed.add_argument("--statements", action="store_true", help="the same with what they say")
    add_out(listed)
    listed.set_defaults(run=_nominations)
    one = commands.add_parser("award-nominee", help="a nominee: every voice, and the steps taken")
    add_nominee(one)
    one.add_argument("--statements", action="store_true", help="with what they say")
    add_out(one)
    one.set_defaults(run=_nominee)
    _add_writing(commands)
    _add_steps(commands)
    _add_alike(commands)


def add_nominee(parser: argparse.ArgumentParser) -> None:
    """Which nominee of which round."""
    add_round(parser)
    parser.add_argument(
        "nominee", metavar="NOMINEE", help="the reference, such as 2026-014, or words of the name"
    )


def _add_writing(commands: Any) -> None:
    new = commands.add_parser(
        "award-nominate", help="take in a nomination that came on paper or by telephone"
    )
    add_round(new)
    new.add_argument("nominee", metavar="NOMINEE", help="who is nominated: one person, team or service")
    new.add_argument("--category", metavar="WORDS", help="words of the category's name (not with --voice-of)")
    new.add_argument("--voice-of", metavar="NOMINEE", help="another voice for somebody nominated already")
    new.add_argument("--kind", type=a_word(NomineeKind), metavar="KIND", help="individual, team or service")
    _add_texts(new, _NOMINEE_TEXTS + _VOICE_TEXTS)
    _add_places(new)
    _add_voice(new)
    new.add_argument("--draft", action="store_true", help="as a draft, which counts for nobody")
    new.add_argument(
        "--late-reason", default="", metavar="REASON", help="why it is taken in though it came late"
    )
    new.set_defaults(run=_nominate)
    edit = commands.add_parser("award-nominee-edit", help="put right what is kept of a nominee")
    add_nominee(edit)
    edit.add_argument("--name", metavar="NAME", help="who is nominated")
    edit.add_argument("--kind", type=a_word(NomineeKind), metavar="KIND", help="individual, team or service")
    more = (("also-hide", "what else blind copies hide, with “;” between"), ("note", "anything to know"))
    _add_texts(edit, _NOMINEE_TEXTS + more)
    _add_places(edit)
    for name, words in (("publish-name", "named in public"), ("photo", "photographed")):
        edit.add_argument(f"--{name}", type=a_word(Consent), metavar="ANSWER",
                          help=f"whether they may be {words}: yes, no or not_asked")  # fmt: skip
        edit.add_argument(f"--{name}-asked-on", type=a_day, metavar="DATE", help="when they were asked")
    edit.set_defaults(run=_edit)
    voice = commands.add_parser("award-voice-edit", help="put one nomination right")
    _add_which_voice(voice)
    _add_texts(voice, _VOICE_TEXTS)
    _add_voice(voice)
    voice.set_defaults(run=_edit_voice)


def _add_texts(parser: argparse.ArgumentParser, texts: tuple[tuple[str, str], ...]) -> None:
    for name, words in texts:
        parser.add_argument(f"--{name}", metavar="TEXT", help=words)


def _add_places(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--service", metavar="SERVICE", help="where they work: a service of the register")
    parser.add_argument("--provider", metavar="PROVIDER", help="for whom, where no service is known")
    parser.add_argument("--contact", metavar="CONTACT", help="who they are in the register")


def _add_voice(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--statement-file", type=Path, metavar="FILE", help="a text file with the statement")
    parser.add_argument("--from", dest="nominator_kind", type=a_word(NominatorKind), metavar="KIND",
                        help=", ".join(one.value for one in NominatorKind))  # fmt: skip
    parser.add_argument("--nominator-provider", metavar="PROVIDER",
                        help="the nominator's provider, where one nominates")  # fmt: skip
    parser.add_argument("--publish-words", type=a_word(Consent), metavar="ANSWER",
                        help="whether they may be quoted: yes, no or not_asked")  # fmt: skip
    parser.add_argument(
        "--received", dest="received_on", type=a_day, metavar="DATE", help="when it came (otherwise today)"
    )


def _add_which_voice(parser: argparse.ArgumentParser) -> None:
    add_nominee(parser)
    parser.add_argument("--by", default="", metavar="NOMINATOR",
                        help="of several: the key, or words of the nominator's name")  # fmt: skip


def _add_steps(commands: Any) -> None:
    step = commands.add_parser(
        "award-nominee-step", help="take a nominee a step on, out or back, with the reason"
    )
    add_nominee(step)
    where = step.add_mutually_exclusive_group(required=True)
    where.add_argument("--to", type=a_word(EntryStatus), metavar="STATUS",
                       help="such as qualifying, ineligible, withdrawn or submitted")  # fmt: skip
    where.add_argument("--category", metavar="WORDS", help="to another category")
    step.add_argument("--reason", default="", metavar="TEXT", help="why; it is kept")
    step.set_defaults(run=_step)
    voice = commands.add_parser("award-voice", help="what becomes of one nomination")
    _add_which_voice(voice)
    what = voice.add_mutually_exclusive_group(required=True)
    for name, words in (
        ("submit", "a draft counts from now on"), ("remove", "a draft entered by mistake goes"),
        ("return", "ask the nominator for more"), ("answered", "what was asked for has come"),
        ("count", "it was no duplicate"), ("withdraw", "the nominator takes it back"), ("back", "it counts after all"),
    ):  # fmt: skip
        what.add_argument(f"--{name}", action="store_true", help=words)
    what.add_argument(
        "--duplicate-of", metavar="NOMINATOR", help="it is the same as another for this nominee"
    )
    what.add_argument("--judges-read", type=a_word(OverLimit), metavar="HOW",
                      help="of a statement over the limit: whole or to_limit")  # fmt: skip
    voice.add_argument("--reason", default="", metavar="TEXT", help="why; it is kept")
    voice.set_defaults(run=_voice)


def _add_alike(commands: Any) -> None:
    alike = commands.add_parser(
        "award-alike", help="nominees who may be one, and nominations that may be one"
    )
    add_round(alike)
    alike.add_argument("--different", action="append", default=[], metavar="NOMINEE",
                       help="twice: two who were looked at and are not one")  # fmt: skip
    add_out(alike)
    alike.set_defaults(run=_alike)
    joined = commands.add_parser(
        "award-group", help="make one nominee of several: voices counted, judged once"
    )
    add_nominee(joined)
    joined.add_argument("others", nargs="*", metavar="OTHER", help="who is the same")
    joined.add_argument("--apart", action="store_true", help="take the nominee out of the group instead")
    joined.add_argument("--reason", default="", metavar="TEXT", help="why; it is kept")
    joined.set_defaults(run=_group)


# --- lists ----------------------------------------------------------------------------------------------------


def _nominations(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        held = a_round(db, asked.round)
        only = some_category(db, held.id, asked.category)
        found = entries(db, held.id, category_id=only.id if only else None, statuses=asked.status or None)
        if not (asked.voices or asked.statements):
            table = entries_table(db, held.id, found)
        elif only is None and not asked.status:
            table = all_voices_table(db, held.id, statements=asked.statements)
        else:
            voices = [voice for one in found for voice in nominations_of(db, one.id)]
            table = voices_table(db, voices, f"Nominations of {held.name}", statements=asked.statements)
        session.show(table, asked.out, db=db)


def _nominee(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        one = _the_nominee(db, asked)
        voices = voices_table(
            db, nominations_of(db, one.id), f"Nominations of {one.nominee}", statements=asked.statements
        )
        tables = [entries_table(db, one.round_id, [one]), voices, steps_table(db, one, steps_of(db, one.id))]
        session.show(tables, asked.out, db=db)


def _alike(session: Session, asked: argparse.Namespace) -> None:
    if asked.different:
        _part(session, asked)
        return
    with session.reading() as db:
        held = a_round(db, asked.round)
        tables = [
            alike_table(db, alike_nominees(db, held.id)), alike_voices_table(db, alike_voices(db, held.id)),
        ]  # fmt: skip
        session.show(tables, asked.out, db=db)


# --- taking in and putting right ------------------------------------------------------------------------------


def _nominate(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = a_round(db, asked.round)
        joins = a_nominee(db, held.id, asked.voice_of) if asked.voice_of else None
        if joins is None and not asked.category:
            raise Problem("Nothing says in which category. Write --category with words of its name.")
        category_id = joins.category_id if joins else a_category(db, held.id, asked.category).id
        facts = {**_nominee_facts(db, asked), **_voice_facts(db, asked)}
        received = cast(date | None, facts.pop("received_on", None))
        made = nominations.add_nomination(
            db, held.id, NominationDraft(category_id, asked.nominee, asked.kind, **facts), now=session.now,
            as_draft=asked.draft, entry_id=joins.id if joins else None, received_on=received,
            late_reason=asked.late_reason,
        )  # fmt: skip
        of = entry(db, made.entry_id)
        what = "Kept a draft for" if asked.draft else "Took in the nomination of"
        session.say(f"{what} {of.nominee}, {reference(db, of)}.")


def _nominee_facts(db: Database, asked: argparse.Namespace) -> dict[str, Any]:
    texts = [name.replace("-", "_") for name, _ in _NOMINEE_TEXTS]
    facts: dict[str, Any] = {name: getattr(asked, name) for name in texts if getattr(asked, name) is not None}
    if asked.service:
        facts["service_id"] = choosing.service(db, asked.service).id
    elif asked.provider:
        facts["provider_id"] = choosing.provider(db, asked.provider).id
    if asked.contact:
        facts["contact_id"] = choosing.contact(db, asked.contact).id
    return facts


def _voice_facts(db: Database, asked: argparse.Namespace) -> dict[str, Any]:
    names = [name.replace("-", "_") for name, _ in _VOICE_TEXTS]
    names += ["nominator_kind", "publish_words", "received_on"]
    facts = {name: getattr(asked, name) for name in names if getattr(asked, name) is not None}
    if asked.nominator_provider:
        facts["nominator_provider_id"] = choosing.provider(db, asked.nominator_provider).id
    if asked.statement_file is not None:
        facts["statement"] = _text_of(asked.statement_file)
    return facts


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise Problem(f"There is no file “{path}”. Check its name.") from None
    except (UnicodeDecodeError, OSError):
        raise Problem(f"“{path}” is no plain text. Save the statement as a text file in UTF-8.") from None


def _edit(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        one = _the_nominee(db, asked)
        facts = _nominee_facts(db, asked)
        for name, field in (("name", "nominee"), ("kind", "nominee_kind")):
            if getattr(asked, name) is not None:
                facts[field] = getattr(asked, name)
        for name in ("also_hide", "note", "publish_name", "photo", "publish_name_asked_on", "photo_asked_on"):
            if getattr(asked, name) is not None:
                facts[name.replace("publish_name_asked", "publish_asked")] = getattr(asked, name)
        changed = edit_entry(db, one.id, **cast(EntryFacts, facts))
        session.say("Nothing was changed." if changed == one else f"Changed the nominee {changed.nominee}.")


def _edit_voice(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = _the_voice(db, _the_nominee(db, asked), asked.by)
        changed = nominations.edit_nomination(db, held.id, **cast(NominationFacts, _voice_facts(db, asked)))
        session.say("Nothing was changed." if changed == held else f"Changed the nomination by {changed.by}.")


def _the_nominee(db: Database, asked: argparse.Namespace) -> Entry:
    return a_nominee(db, a_round(db, asked.round).id, asked.nominee)


def _the_voice(db: Database, of: Entry, text: str) -> Nomination:
    """The only one, or the one by somebody."""
    held = nominations_of(db, of.id)
    if not text and len(held) == 1:
        return held[0]
    if not text:
        names = "; ".join(f"{one.by}, {date_words(one.received_on)}" for one in held)
        raise Problem(f"{of.nominee} has several nominations: {names}. Say which with --by.")
    return choosing.by_key_or_words(held, text, lambda one: one.by, "nomination", name="nominator")


# --- steps ----------------------------------------------------------------------------------------------------


def _step(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        one = _the_nominee(db, asked)
        if asked.category:
            to = a_category(db, one.round_id, asked.category)
            move_category(db, one.id, to.id, now=session.now, reason=asked.reason)
            session.say(f"Moved {one.nominee} to “{to.name}”.")
            return
        moved = move_entry(db, one.id, asked.to, now=session.now, reason=asked.reason)
        session.say(f"{moved.nominee}: {moved.status.label}.")


def _voice(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        of = _the_nominee(db, asked)
        held = _the_voice(db, of, asked.by)
        if asked.remove:
            nominations.remove_draft(db, held.id)
            session.say(f"Removed the draft by {held.by}.")
            return
        made = _done(session, db, of, held, asked)
        session.say(f"{of.nominee}, nominated by {made.by}: {made.status.label}.")


def _done(
    session: Session, db: Database, of: Entry, held: Nomination, asked: argparse.Namespace
) -> Nomination:
    if asked.judges_read is not None:
        return nominations.rule_over_limit(db, held.id, asked.judges_read)
    if asked.duplicate_of:
        other = _the_voice(db, of, asked.duplicate_of)
        return returning.mark_duplicate(db, held.id, other.id, reason=asked.reason)
    if asked.count:
        return returning.not_a_duplicate(db, held.id, reason=asked.reason)
    if asked.submit:
        return nominations.submit_draft(db, held.id, now=session.now, late_reason=asked.reason)
    act = (
        returning.return_nomination if getattr(asked, "return")
        else returning.answer_returned if asked.answered
        else returning.withdraw_nomination if asked.withdraw
        else returning.bring_back_nomination
    )  # fmt: skip
    return act(db, held.id, now=session.now, reason=asked.reason)


# --- several that are one -------------------------------------------------------------------------------------


def _group(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        kept = _the_nominee(db, asked)
        if asked.apart:
            made = ungroup(db, kept.id, now=session.now, reason=asked.reason)
            session.say(f"{made.nominee} has nominations of their own again: {made.status.label}.")
            return
        others = [a_nominee(db, kept.round_id, text).id for text in asked.others]
        made = group(db, kept.id, others, now=session.now, reason=asked.reason)
        voices = sum(one.status.is_counted for one in nominations_of(db, made.id))
        session.say(f"{made.nominee}, {reference(db, made)}, is one nominee with {voices} voices.")


def _part(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = a_round(db, asked.round)
        if len(asked.different) != 2:
            raise Problem(
                "Two nominees are different from each other. Write --different twice, once for each."
            )
        one, other = (a_nominee(db, held.id, text) for text in asked.different)
        mark_different(db, one.id, other.id, named=(one.nominee, other.nominee))
        session.say(f"{one.nominee} and {other.nominee} are not shown as alike again.")

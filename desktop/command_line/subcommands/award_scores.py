"""Blind copies, judging packs and scores without a window."""

import argparse
from pathlib import Path
from typing import Any

from awards.judging.assignments import Assignment, assignment_between
from awards.judging.blind.choices import choose
from awards.judging.blind.copies import blind_copies, blind_copy
from awards.judging.others import others_scores
from awards.judging.packs import save_packs
from awards.judging.panel import Member, members
from awards.judging.score_tables import judge_table, scores_table, words_table
from awards.judging.scores import abstain, give_scores, given, lock, unlock
from awards.judging.workbook import save_workbooks
from awards.judging.workbook_in.checking import check_scores
from awards.judging.workbook_in.preview import preview_groups, preview_notes, summary_table
from awards.judging.workbook_in.reading import read_score_file
from awards.judging.workbook_in.taking_in import save_refused_scores, take_in_scores
from awards.points import read_points
from awards.rounds.criteria import criteria_of
from awards.rounds.rounds import AwardRound
from desktop.command_line.awards_choosing import a_member, a_nominee, a_round, add_round
from desktop.command_line.choosing import by_key_or_words
from desktop.command_line.options import a_number, a_pair, add_out
from desktop.command_line.session import Session
from resources.database import Database
from resources.problem import Problem
from resources.wording import count_of, lower_first


def add_commands(commands: Any) -> None:
    """What goes to the judges, and what they give."""
    _add_blind(commands)
    for name, words, run in (
        ("award-packs", "save a Word pack of blind copies for every judge", _packs),
        ("award-workbooks", "save a scoring workbook for every judge", _workbooks),
    ):
        out = commands.add_parser(name, help=words)
        out.add_argument("folder", type=Path, metavar="FOLDER", help="where they are saved")
        _add_judge(out, "only for this judge (may be repeated)", several=True)
        add_round(out)
        out.set_defaults(run=run)
    listed = commands.add_parser("award-scores", help="who scored what when; of a judge, what is open too")
    _add_judge(listed, "the nominees of this judge")
    add_round(listed)
    add_out(listed)
    listed.set_defaults(run=_scores)
    _add_score(commands)
    _add_file(commands)


def _add_judge(parser: argparse.ArgumentParser, words: str, *, several: bool = False) -> None:
    if several:
        parser.add_argument("--judge", action="append", default=[], metavar="JUDGE", help=words)
    else:
        parser.add_argument("--judge", default="", metavar="JUDGE", help=f"{words}: number, key or words")


def _add_blind(commands: Any) -> None:
    one = commands.add_parser("award-blind", help="the blind copy of a nominee")
    one.add_argument("nominee", metavar="NOMINEE", help="reference, key or words")
    add_round(one)
    one.set_defaults(run=_blind)
    words = commands.add_parser("award-blind-words", help="words of the blind copies that may be no names")
    words.add_argument("--open", action="store_true", help="only those that nobody has looked at")
    add_round(words)
    add_out(words)
    words.set_defaults(run=_words)
    word = commands.add_parser("award-blind-word", help="hide a word of a blind copy, or let it stand")
    word.add_argument("nominee", metavar="NOMINEE", help="reference, key or words")
    word.add_argument("word", metavar="WORD", help="as award-blind-words lists it")
    word.add_argument(
        "--statement", type=a_number, default=1, metavar="N", help="which statement (otherwise 1)"
    )
    word.add_argument("--time", type=a_number, default=1, metavar="N", help="which time it stands there")
    what = word.add_mutually_exclusive_group(required=True)
    what.add_argument("--hide", action="store_true")
    what.add_argument("--let-stand", action="store_true")
    add_round(word)
    word.set_defaults(run=_word)


def _add_score(commands: Any) -> None:
    one = commands.add_parser("award-score", help="what a judge gave a nominee; shows it, or changes it")
    one.add_argument("judge", metavar="JUDGE", help="number, key or words")
    one.add_argument("nominee", metavar="NOMINEE", help="reference, key or words")
    one.add_argument("--give", type=a_pair, action="append", default=[], metavar="CRITERION=POINTS",
                     help="points for a criterion (may be repeated)")  # fmt: skip
    one.add_argument("--take-away", action="append", default=[], metavar="CRITERION",
                     help="the score for it is taken away")  # fmt: skip
    one.add_argument("--comment", metavar="TEXT")
    one.add_argument("--abstain", metavar="REASON", help="no score, and why")
    one.add_argument("--lock", action="store_true", help="keep the scores as they are")
    one.add_argument("--unlock", metavar="REASON", help="let them be put right")
    add_round(one)
    one.set_defaults(run=_score)


def _add_file(commands: Any) -> None:
    file = commands.add_parser("award-scores-file", help="take in a scoring workbook that a judge sent back")
    file.add_argument("file_in", type=Path, metavar="FILE", help="an XLSX, XLS, ODS or CSV file")
    _add_judge(file, "whose it is, where it does not say")
    file.add_argument("--dry-run", action="store_true", help="show what would be done, and do nothing")
    file.add_argument("--list", action="store_true", help="list the rows of every group, not only counts")
    file.add_argument("--refused", type=Path, metavar="FILE.xlsx", help="save the refused rows, to be mended")
    add_round(file)
    add_out(file)
    file.set_defaults(run=_file)


# --- blind copies ---------------------------------------------------------------------------------------------


def _blind(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        copy = blind_copy(db, a_nominee(db, a_round(db, asked.round).id, asked.nominee).id)
    session.say(f"{copy.reference}: {copy.category}")
    for number, voice in enumerate(copy.voices, 1):
        session.say(f"Statement {number}, from: {lower_first(voice.kind.label)}", voice.hidden.text)
    if copy.undecided:
        session.say(f"Not looked at yet: {count_of(copy.undecided, 'word')} that may or may not be a name.")
    if copy.capitals:
        session.say(f"Not hidden, with a capital: {', '.join(copy.capitals)}.")


def _words(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        copies = list(blind_copies(db, a_round(db, asked.round).id).values())
        session.show(words_table(copies, only_open=asked.open)[0], asked.out, db=db)


def _word(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        copy = blind_copy(db, a_nominee(db, a_round(db, asked.round).id, asked.nominee).id)
        voices = dict(enumerate(copy.voices, 1))
        found = [
            one
            for one in (voices[asked.statement].hidden.doubtful if asked.statement in voices else ())
            if asked.word.casefold() in (one.word, one.written.casefold()) and one.nth == asked.time
        ]
        if not found:
            raise Problem(
                f"“{asked.word}” is no word of statement {asked.statement} that may be no name. List them with "
                "award-blind-words."
            )
        key = voices[asked.statement].nomination_id
        choose(db, key, found[0].word, found[0].nth, hide=asked.hide, on=session.today)
    session.say(f"{'Hid' if asked.hide else 'Let stand'}: “{found[0].written}” in {copy.reference}.")


# --- out ------------------------------------------------------------------------------------------------------


def _packs(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        held = a_round(db, asked.round)
        saved = save_packs(db, held.id, _folder(asked), today=session.today, only=_judges(db, held, asked))
    for path in saved.files:
        session.saved(path)
    session.say(*saved.notes)


def _workbooks(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        held = a_round(db, asked.round)
        for path in save_workbooks(
            db, held.id, _folder(asked), today=session.today, only=_judges(db, held, asked)
        ):
            session.saved(path)


def _judges(db: Database, held: AwardRound, asked: argparse.Namespace) -> list[str]:
    named = [a_member(db, held.id, text).id for text in asked.judge]
    return named or [one.id for one in members(db, held.id)]


def _folder(asked: argparse.Namespace) -> Path:
    folder: Path = asked.folder
    if not folder.is_dir():
        raise Problem(f"There is no folder “{folder}”. Make it first, or name another.")
    return folder


# --- scores ---------------------------------------------------------------------------------------------------


def _scores(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        held = a_round(db, asked.round)
        if asked.judge:
            table, _ = judge_table(db, a_member(db, held.id, asked.judge).id)
        else:
            table = scores_table(db, held.id)
        session.show(table, asked.out, db=db)


def _score(session: Session, asked: argparse.Namespace) -> None:
    opening = session.writing if _changes(asked) else session.reading
    with opening() as db:
        held = a_round(db, asked.round)
        judge = a_member(db, held.id, asked.judge)
        one = _assignment(db, held, judge, asked.nominee)
        if asked.unlock:
            unlock(db, one.id, asked.unlock, now=session.now)
        if asked.abstain:
            abstain(db, one.id, asked.abstain, now=session.now, comment=asked.comment)
        elif asked.give or asked.take_away or asked.comment is not None:
            points = _points(db, one, [*asked.give, *((words, "") for words in asked.take_away)])
            give_scores(db, one.id, points, now=session.now, comment=asked.comment)
        if asked.lock:
            lock(db, [one.id], now=session.now)
        _say(session, db, one, judge)


def _changes(asked: argparse.Namespace) -> bool:
    return bool(
        asked.give
        or asked.take_away
        or asked.comment is not None
        or asked.abstain
        or asked.lock
        or asked.unlock
    )


def _assignment(db: Database, held: AwardRound, judge: Member, text: str) -> Assignment:
    nominee = a_nominee(db, held.id, text)
    found = assignment_between(db, judge.id, nominee.id)
    if found is None:
        raise Problem(
            f"Judge {judge.number} was not given that nominee. Give the nominee first, or name another."
        )
    return found


def _points(db: Database, one: Assignment, pairs: list[tuple[str, str]]) -> dict[str, int | None]:
    asked = criteria_of(db, given(db, one.id).category_id)
    return {
        by_key_or_words(asked, words, lambda each: each.name, "criterion").id: read_points(text)
        if text
        else None
        for words, text in pairs
    }


def _say(session: Session, db: Database, one: Assignment, judge: Member) -> None:
    table, keys = judge_table(db, judge.id)
    if one.id not in keys:
        session.say(f"{one.status.label}: {one.reason}")
        return
    reference, category, status, mean, scores, locked, comment = table.rows[keys.index(one.id)]
    session.say(f"{reference}, {category}: {lower_first(str(status))}{', locked' if locked else ''}")
    session.say(
        *(str(words) for words in (scores, f"Mean by weight: {mean}" if mean else "", comment) if words)
    )
    others = others_scores(db, judge.id)
    session.say(
        others.words_for(one.entry_id) or others.why_hidden(one.entry_id) or "Nobody else has scored yet."
    )


# --- a workbook -----------------------------------------------------------------------------------------------


def _file(session: Session, asked: argparse.Namespace) -> None:
    file = read_score_file(asked.file_in)
    opening = session.reading if asked.dry_run else session.writing
    with opening() as db:
        held = a_round(db, asked.round)
        judge = a_member(db, held.id, asked.judge).id if asked.judge else None
        found = check_scores(db, file, held.id, member_id=judge)
        groups = [one.table for one in preview_groups(found)] if asked.list else []
        session.show([summary_table(found), *groups], asked.out, db=db)
        session.say(*preview_notes(found))
        if asked.refused is not None and found.refused:
            save_refused_scores(found, asked.refused)
            session.saved(asked.refused)
        if asked.dry_run:
            session.say("Nothing was written: this was a preview.")
        elif not found.to_keep and not found.refused:
            session.say("All of it is held already; nothing was changed.")
        else:
            session.say(f"{take_in_scores(db, found, now=session.now).words}.")

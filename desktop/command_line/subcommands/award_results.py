"""Results of the awards without a window: standings, decisions, the announcement and their papers."""

import argparse
from typing import Any

from awards.results.deciding.announcing import announce, in_the_way
from awards.results.deciding.deciding import decide
from awards.results.deciding.decisions import Decision, decisions, decisions_of
from awards.results.deciding.shortlisting import shortlist
from awards.results.deciding.withdrawing import withdraw_honour
from awards.results.notes import add_note, edit_note, notes_of, remove_note
from awards.results.reading import category_standing, round_standings
from awards.results.tables import (
    agreement_table,
    decisions_table,
    judges_table,
    notes_table,
    scores_table,
    standings_table,
)
from awards.rounds.rounds import AwardRound
from awards.vocabulary import EntryStatus, Outcome, TieBrokenBy
from desktop.awards_results_files import save_answer, save_results
from desktop.command_line.awards_choosing import (
    a_category,
    a_nominee,
    a_round,
    add_category,
    add_round,
)
from desktop.command_line.choosing import by_key_or_words
from desktop.command_line.options import a_word, add_document, add_out
from desktop.command_line.session import Session
from resources.database import Database
from resources.problem import Problem
from resources.wording import lower_first

_TABLES = ("nominees", "adjusted", "scores", "judges")
_OUTCOMES = ", ".join(one.value for one in Outcome)
_TO = {"withdrawn": EntryStatus.WITHDRAWN, "ineligible": EntryStatus.INELIGIBLE}


def add_commands(commands: Any) -> None:
    """What the scores say, what was decided, and what is given away."""
    _add_tables(commands)
    _add_deciding(commands)
    _add_notes(commands)
    _add_papers(commands)


def _add_tables(commands: Any) -> None:
    found = commands.add_parser(
        "award-results", help="nominees of a category by place, with all that is to be known"
    )
    add_round(found)
    add_category(found, required=True, help="the category: its key, or words of its name")
    found.add_argument(
        "--show", choices=_TABLES, default="nominees",
        help="by the mean, by the adjusted mean, scores by judge, or how harsh the judges are",
    )  # fmt: skip
    add_out(found)
    found.set_defaults(run=_results)
    agreed = commands.add_parser("award-agreement", help="how far the judges agree, category by category")
    add_round(agreed)
    add_out(agreed)
    agreed.set_defaults(run=_agreement)
    made = commands.add_parser("award-decisions", help="what the panel decided, and what was taken back")
    add_round(made)
    made.add_argument("--ended", action="store_true", help="those that were taken back too")
    add_out(made)
    made.set_defaults(run=_decisions)


def _add_deciding(commands: Any) -> None:
    one = commands.add_parser(
        "award-decide",
        help="decide on a nominee, or that a category is not awarded; kept back until announced",
    )
    add_round(one)
    one.add_argument("outcome", type=a_word(Outcome), metavar="OUTCOME", help=_OUTCOMES)
    one.add_argument("--nominee", metavar="NOMINEE", help="the reference, or words of the name")
    add_category(one, help="of “not_awarded”: the category")
    one.add_argument("--reason", required=True, metavar="TEXT", help="the panel’s reason")
    one.add_argument(
        "--tie", choices=("chair", "joint"), help="how a tie was broken that the rule does not break"
    )
    one.add_argument("--adjusted", action="store_true", help="the panel went by the adjusted mean")
    one.add_argument(
        "--too-few", action="store_true",
        help="the panel decides though the nominee has fewer scores than the round asks for, or none",
    )  # fmt: skip
    one.set_defaults(run=_decide)
    best = commands.add_parser(
        "award-shortlist", help="who are the finalists of a category; the others are not"
    )
    add_round(best)
    add_category(best, required=True, help="the category: its key, or words of its name")
    best.add_argument("nominees", nargs="*", metavar="NOMINEE", help="references, or words of names")
    best.add_argument("--reason", default="", metavar="TEXT", help="where somebody is a finalist no more")
    best.set_defaults(run=_shortlist)
    back = commands.add_parser(
        "award-decision-back", help="take a decision back; nobody takes the place by it"
    )
    add_round(back)
    back.add_argument("--nominee", metavar="NOMINEE", help="whose honour ends")
    add_category(back, help="the category that is to be awarded after all")
    back.add_argument("--to", choices=tuple(_TO), help="otherwise the nominee stands as before")
    back.add_argument("--reason", required=True, metavar="TEXT")
    back.set_defaults(run=_back)
    known = commands.add_parser("award-announce", help="announce all that is decided, at once")
    add_round(known)
    known.add_argument("--check", action="store_true", help="only say what stands in the way")
    known.set_defaults(run=_announce)


def _add_notes(commands: Any) -> None:
    one = commands.add_parser(
        "award-note", help="notes of the panel on a nominee: list, add, change or remove"
    )
    add_round(one)
    one.add_argument("nominee", metavar="NOMINEE", help="the reference, or words of the name")
    what = one.add_mutually_exclusive_group()
    what.add_argument("--add", metavar="TEXT")
    what.add_argument(
        "--edit", nargs=2, metavar=("NOTE", "TEXT"), help="words of the note, and what it says now"
    )
    what.add_argument("--remove", metavar="NOTE", help="words of the note")
    add_out(one)
    one.set_defaults(run=_note)


def _add_papers(commands: Any) -> None:
    whole = commands.add_parser(
        "award-results-report", help="the results with the panel’s reasons, for Word; not for publication"
    )
    add_round(whole)
    add_document(whole)
    whole.set_defaults(run=_report)
    one = commands.add_parser(
        "award-answer", help="how one nominee was judged, for answering those who ask, for Word"
    )
    add_round(one)
    one.add_argument("nominee", metavar="NOMINEE", help="the reference, or words of the name")
    add_document(one)
    one.set_defaults(run=_answer)


# --- tables ---------------------------------------------------------------------------------------------------


def _results(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        rnd = a_round(db, asked.round)
        held = category_standing(db, a_category(db, rnd.id, asked.category).id)
        made = {
            "nominees": lambda: standings_table(held),
            "adjusted": lambda: standings_table(held, adjusted=True),
            "scores": lambda: scores_table(held),
            "judges": lambda: judges_table(held),
        }
        session.show(made[asked.show](), asked.out, db=db)


def _agreement(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        rnd = a_round(db, asked.round)
        title = f"{rnd.name}: how far the judges agree"
        session.show(agreement_table(round_standings(db, rnd.id), title=title), asked.out, db=db)


def _decisions(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        rnd = a_round(db, asked.round)
        held = decisions(db, rnd.id, ended=asked.ended)
        session.show(decisions_table(db, held, title=f"{rnd.name}: decisions"), asked.out, db=db)


# --- deciding -------------------------------------------------------------------------------------------------


def _decide(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        rnd = a_round(db, asked.round)
        category, nominee, name = _of_whom(db, rnd, asked)
        made = decide(
            db, category, nominee, asked.outcome, asked.reason, now=session.now, adjusted=asked.adjusted,
            on_too_few=asked.too_few, tie=TieBrokenBy(asked.tie) if asked.tie else TieBrokenBy.NOT_TIED,
        )  # fmt: skip
    session.say(
        f"Decided: {name}, {lower_first(made.outcome.label)}. It is kept back until the announcement."
    )


def _of_whom(db: Database, rnd: AwardRound, asked: argparse.Namespace) -> tuple[str, str | None, str]:
    """The category, the nominee and what they are called."""
    if asked.outcome is Outcome.NOT_AWARDED:
        if not asked.category or asked.nominee:
            raise Problem("A category that is not awarded has no nominee. Give --category alone.")
        category = a_category(db, rnd.id, asked.category)
        return category.id, None, category.name
    if not asked.nominee:
        raise Problem("Nobody is named. Say who is honoured with --nominee.")
    who = a_nominee(db, rnd.id, asked.nominee)
    return who.category_id, who.id, who.nominee


def _shortlist(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        rnd = a_round(db, asked.round)
        category = a_category(db, rnd.id, asked.category)
        chosen = [a_nominee(db, rnd.id, text).id for text in asked.nominees]
        came = shortlist(db, category.id, chosen, now=session.now, reason=asked.reason)
    session.say(f"{category.name}: {came.sentence}.")


def _back(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        rnd = a_round(db, asked.round)
        held = _standing_decision(db, rnd, asked)
        withdraw_honour(db, held.id, asked.reason, now=session.now, to=_TO.get(asked.to or ""))
    session.say("Took the decision back. Nobody takes the place but by a new decision.")


def _standing_decision(db: Database, rnd: AwardRound, asked: argparse.Namespace) -> Decision:
    if asked.nominee:
        found = decisions_of(db, entry_id=a_nominee(db, rnd.id, asked.nominee).id)
    elif asked.category:
        category = a_category(db, rnd.id, asked.category)
        found = [one for one in decisions_of(db, category_id=category.id) if one.entry_id is None]
    else:
        raise Problem("No decision is named. Give --nominee, or --category of one that is not awarded.")
    if not found:
        raise Problem("Nothing is decided there. “provider-desk award-decisions” lists what is.")
    return found[0]


def _announce(session: Session, asked: argparse.Namespace) -> None:
    if asked.check:
        with session.reading() as db:
            against = in_the_way(db, a_round(db, asked.round), now=session.now)
        session.say(*(against or ["Nothing stands in the way of the announcement."]))
        return
    with session.writing() as db:
        came = announce(db, a_round(db, asked.round).id, now=session.now)
    session.say(f"{came.sentence}.")


# --- notes and papers -----------------------------------------------------------------------------------------


def _note(session: Session, asked: argparse.Namespace) -> None:
    if not (asked.add or asked.edit or asked.remove):
        with session.reading() as db:
            who = a_nominee(db, a_round(db, asked.round).id, asked.nominee)
            session.show(notes_table(who.nominee, notes_of(db, who.id)), asked.out, db=db)
        return
    with session.writing() as db:
        who = a_nominee(db, a_round(db, asked.round).id, asked.nominee)
        session_said = _noted(db, session, who.id, asked)
    session.say(f"{session_said} {who.nominee}.")


def _noted(db: Database, session: Session, entry_id: str, asked: argparse.Namespace) -> str:
    if asked.add:
        add_note(db, entry_id, asked.add, now=session.now)
        return "Noted something on"
    words = asked.edit[0] if asked.edit else asked.remove
    held = by_key_or_words(notes_of(db, entry_id), words, lambda one: one.text, "note", name="text")
    if asked.edit:
        edit_note(db, held.id, asked.edit[1])
        return "Changed a note on"
    remove_note(db, held.id)
    return "Removed a note on"


def _report(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        session.saved(save_results(db, a_round(db, asked.round).id, asked.document, today=session.today))


def _answer(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        who = a_nominee(db, a_round(db, asked.round).id, asked.nominee)
        session.saved(save_answer(db, who.id, asked.document, today=session.today))

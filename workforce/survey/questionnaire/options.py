"""Options of a question added, reworded, moved, retired and restored."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TypedDict, Unpack

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.tables import Cell
from resources.wording import count_of, shortened
from workforce.survey.plain_words import words_key
from workforce.survey.questionnaire.option_drafts import OptionDraft, checked_options, given_options
from workforce.survey.questionnaire.questions import Option, Question, question
from workforce.survey.vocabulary import AnswerState


class OptionFacts(TypedDict, total=False):
    """What can be changed of an option."""

    wording: str
    low: str | None
    high: str | None
    score: int | None
    is_other: bool
    stands_for: AnswerState | None


def option(db: Database, key: str) -> Option:
    """One by its key, retired or not."""
    of = db.value("select question_id from survey_option where id = ?", (key,))
    if of is None:
        raise LookupError(f"no survey option {key}")
    return next(one for one in question(db, str(of)).options if one.id == key)


def add_option(
    db: Database, question_id: str, draft: OptionDraft | str, *, from_coding: bool = False
) -> Option:
    """Offer one more, after the others; or a code for texts, which is never offered and fits every kind."""
    held = question(db, question_id)
    given = given_options([draft])
    if not given:
        raise FieldProblem("wording", "The option has no words. Type what can be chosen.")
    _refuse_same_words(held, given[0].wording, but="")
    if from_coding:
        made = replace(given[0], low=None, high=None, score=None)
    else:
        made = checked_options(held.kind, [*_offered(held), _with_score(held, given[0])])[-1]
    last = max((one.position for one in held.options), default=0)
    what = "code" if from_coding else "option"
    with change(db, f"Added the {what} “{shortened(made.wording)}”"):
        (key,) = insert_options(db, question_id, [made], after=last, from_coding=from_coding)
    return option(db, key)


def insert_options(
    db: Database, question_id: str, options: Sequence[OptionDraft], *, after: int, from_coding: bool = False
) -> list[str]:
    """Their rows, within a change; the keys in the same order."""
    keys = []
    for position, one in enumerate(options, after + 1):
        keys.append(new_key())
        db.insert_row(
            "survey_option",
            {
                "id": keys[-1], "question_id": question_id, "position": position, **_cells(one),
                "from_coding": int(from_coding),
            },
        )  # fmt: skip
    return keys


def edit_option(db: Database, key: str, **facts: Unpack[OptionFacts]) -> Option:
    """Change what is given of an option and leave the rest; waves keep the words in which they offered it."""
    held = option(db, key)
    of = question(db, held.question_id)
    (draft,) = given_options([replace(OptionDraft.of(held), **facts)]) or [OptionDraft("")]
    if not draft.wording:
        raise FieldProblem("wording", "The option has no words. Type what can be chosen.")
    _refuse_same_words(of, draft.wording, but=key)
    if not held.from_coding and held.retired_on is None:
        others = [draft if one.id == key else one for one in _offered(of)]
        draft = next(one for one in checked_options(of.kind, others) if one.id == key)
    with change(db, f"Changed the option “{shortened(draft.wording)}”"):
        db.update_row("survey_option", key, _cells(draft))
    return option(db, key)


def move_option(db: Database, key: str, by: int) -> Option:
    """Offer it some places later, or earlier where `by` is below 0."""
    held = option(db, key)
    of = question(db, held.question_id)
    order = [one.id for one in of.options if one.retired_on is None and one.from_coding == held.from_coding]
    if key not in order:
        raise Problem(f"“{shortened(held.wording)}” is retired and has no place. Restore it to move it.")
    at = order.index(key)
    order.insert(min(max(at + by, 0), len(order) - 1), order.pop(at))
    with change(db, f"Moved the option “{shortened(held.wording)}”"):
        for position, one in enumerate(order, 1):
            db.update_row("survey_option", one, {"position": position})
    return option(db, key)


def retire_option(db: Database, key: str, *, today: date) -> Option:
    """Offer it no more in waves to come; what was chosen stays."""
    held = option(db, key)
    of = question(db, held.question_id)
    if not held.from_coding:
        checked_options(of.kind, [one for one in _offered(of) if one.id != key])
    with change(db, f"Retired the option “{shortened(held.wording)}”"):
        db.update_row("survey_option", key, {"retired_on": today.isoformat()})
    return option(db, key)


def restore_option(db: Database, key: str) -> Option:
    """Offer a retired option again."""
    held = option(db, key)
    with change(db, f"Restored the option “{shortened(held.wording)}”"):
        db.update_row("survey_option", key, {"retired_on": None})
    return option(db, key)


def set_options(
    db: Database, question_id: str, options: Sequence[OptionDraft | str], *, today: date
) -> Question:
    """Offer exactly these, in this order. One is known by its key, or by the same words; a retired one comes back.

    What is left out is retired where a wave offered it or anybody chose it, and gone where not.
    """
    held = question(db, question_id)
    drafts = checked_options(held.kind, given_options(options))
    there = [one for one in held.options if not one.from_coding]
    by_words = {words_key(one.wording): one.id for one in reversed(there)}
    retired = {words_key(one.wording): one.id for one in there if one.retired_on is not None}
    # What is reworded into the words of an option retired before is that option, come back.
    drafts = [replace(one, id=retired.get(words_key(one.wording), one.id)) for one in drafts]
    given = {one.id for one in drafts if one.id}
    with change(db, f"Changed the options of “{shortened(held.wording)}”"):
        kept: set[str] = set()
        for position, draft in enumerate(drafts, 1):
            known = by_words.get(words_key(draft.wording), "")
            key = draft.id or (known if known not in given | kept else "")
            if not key:
                (key,) = insert_options(db, question_id, [draft], after=position - 1)
            else:
                db.update_row(
                    "survey_option", key, {**_cells(draft), "position": position, "retired_on": None}
                )
            kept.add(key)
        for one in there:
            if one.id not in kept and one.retired_on is None:
                _drop(db, one, today)
    return question(db, question_id)


def _drop(db: Database, one: Option, today: date) -> None:
    if any(db.value(f"select 1 from {table} where option_id = ?", (one.id,)) for table in _KNOWN_BY):
        db.update_row("survey_option", one.id, {"retired_on": today.isoformat()})
    else:
        db.delete_row("survey_option", one.id)


_KNOWN_BY = (
    "survey_asked_option", "survey_choice", "survey_known_answer", "survey_coding", "survey_action",
    "survey_practice",
)  # fmt: skip


def remove_option(db: Database, key: str) -> None:
    """Take away an option that no wave offered and nobody chose; any other is retired."""
    held = option(db, key)
    chosen = int(db.value("select count(*) from survey_choice where option_id = ?", (key,)) or 0)
    if chosen:
        raise Problem(
            f"“{shortened(held.wording)}” was chosen {count_of(chosen, 'time')}. Retire it instead."
        )
    if any(db.value(f"select 1 from {table} where option_id = ?", (key,)) for table in _KNOWN_BY):
        raise Problem(f"“{shortened(held.wording)}” was offered or is used elsewhere. Retire it instead.")
    of = question(db, held.question_id)
    if not held.from_coding and held.retired_on is None:
        checked_options(of.kind, [one for one in _offered(of) if one.id != key])
    with change(db, f"Removed the option “{shortened(held.wording)}”"):
        db.delete_row("survey_option", key)


def _offered(held: Question) -> list[OptionDraft]:
    return [OptionDraft.of(one) for one in held.offered]


def _with_score(held: Question, draft: OptionDraft) -> OptionDraft:
    """A step added to a scale goes on from the highest, so that the others keep theirs."""
    highest = max((one.score or 0 for one in held.offered), default=0)
    return draft if draft.score is not None or draft.stands_for else replace(draft, score=highest + 1)


def _refuse_same_words(held: Question, wording: str, *, but: str) -> None:
    for one in held.options:
        if words_key(one.wording) == words_key(wording) and one.id != but:
            told = "is retired: restore it, or" if one.retired_on else "is among them already:"
            raise FieldProblem("wording", f"“{one.wording}” {told} type other words.")


def _cells(draft: OptionDraft) -> dict[str, Cell]:
    return {
        "wording": draft.wording, "score": draft.score, "low": draft.low, "high": draft.high,
        "is_other": int(draft.is_other), "stands_for": draft.stands_for.value if draft.stands_for else None,
    }  # fmt: skip

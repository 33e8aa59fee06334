"""Files of answers to the survey without a window: previewed, put right by what is said, taken in."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from desktop.command_line import choosing
from desktop.command_line.forms_import import (
    LEAVE_OUT_WORDS,
    NEW_WORDS,
    add_file,
    form_column,
    import_forms,
    save_refused,
    show_preview,
)
from desktop.command_line.options import a_pair, add_wave
from desktop.command_line.session import Session
from resources.database import Database
from resources.files.forms.forms_file import FormsFile
from resources.problem import Problem
from resources.wording import and_list, count_of, shortened
from workforce.survey.answers.checked import Checked
from workforce.survey.answers.checking import check
from workforce.survey.answers.checks.suggesting import accept_suggested, all_as
from workforce.survey.answers.decisions import Decisions, Means, RowMeans, WhoDecision, WordsDecision
from workforce.survey.answers.mapping import LEFT_OUT, NEW, ColumnUseFor, chosen, rest_as_new, suggest
from workforce.survey.answers.preview import preview_groups, preview_notes, uses_table
from workforce.survey.answers.taking_in import Taken, take_in
from workforce.survey.answers.who_answered import name_said_key
from workforce.survey.answers.words.figures import figure_text, read_figure
from workforce.survey.plain_words import words_key
from workforce.survey.vocabulary import ColumnUse, QuestionKind
from workforce.survey.waves.asked import Asked
from workforce.survey.waves.waves import Wave

_OTHER, _NEW_OPTION, _ALL = "other", "new option", "all"
NOBODY = "nobody"
_ROWS = {"held": RowMeans.HELD, "new": RowMeans.NEW, "left out": RowMeans.LEFT_OUT}
_SPECIAL = {
    "provider name": ColumnUse.PROVIDER_NAME, "location id": ColumnUse.LOCATION_ID,
    "provider id": ColumnUse.PROVIDER_ID, "quote consent": ColumnUse.QUOTE_CONSENT, "language": ColumnUse.LANGUAGE,
}  # fmt: skip
_STATES = {
    "don’t know": Means.DONT_KNOW,
    "don't know": Means.DONT_KNOW,
    "not applicable": Means.NOT_APPLICABLE,
}


def add_commands(commands: Any) -> None:
    """Files of answers."""
    _add_import(commands)


def _add_import(commands: Any) -> None:
    parser = commands.add_parser(
        "survey-import", help="preview a file of answers for a wave; with --take-in add its responses"
    )
    add_wave(parser)
    add_file(parser, "CSV, Excel or ODS of a forms program, or any table with headings")
    _add_columns(parser)
    _add_words(parser)
    _add_rows(parser)
    parser.set_defaults(run=_import)


def _add_columns(parser: argparse.ArgumentParser) -> None:
    """What columns are taken for."""
    uses = ", ".join(f"“{one}”" for one in _SPECIAL)
    parser.add_argument(
        "--map", type=a_pair, action="append", default=[], metavar="HEADING=QUESTION",
        help=f"what a column is: a question's code or words, “{NEW_WORDS}”, “{LEAVE_OUT_WORDS}”, {uses} "
        "(may be repeated)",
    )  # fmt: skip
    parser.add_argument(
        "--rest-new", action="store_true", help="every column that is like no question becomes a new one"
    )
    parser.add_argument(
        "--as-planned", action="append", default=[], metavar="HEADING",
        help=f"keep the words planned of a question that the file asks in others, or of “{_ALL}” of them "
        "(otherwise the wave says what the file does)",
    )  # fmt: skip


def _add_words(parser: argparse.ArgumentParser) -> None:
    """What words and names in cells mean."""
    parser.add_argument(
        "--answer", type=a_pair, action="append", default=[], metavar="'HEADING: WORDS=MEANING'",
        help=f"what words mean: an option, a figure, “{_NEW_OPTION}”, “{_OTHER}”, “don't know” or “not applicable”",
    )  # fmt: skip
    parser.add_argument(
        "--likely", action="store_true", help="take likely options for the words that are like them"
    )
    parser.add_argument(
        "--new-options", action="store_true", help="all other words of no option become new options"
    )
    parser.add_argument(
        "--provider", type=a_pair, action="append", default=[], metavar="WORDS=PROVIDER",
        help=f"whom a name means: a service or provider of the register, or “{NOBODY}” (may be repeated)",
    )  # fmt: skip
    parser.add_argument(
        "--shares",
        action="append",
        default=[],
        metavar="HEADING",
        help="figures up to 1 in it are shares: 0.5 is half",
    )
    parser.add_argument(
        "--per-cent", action="append", default=[], metavar="HEADING", help="0.5 in it is half of one per cent"
    )


def _add_rows(parser: argparse.ArgumentParser) -> None:
    """Which rows come in."""
    parser.add_argument(
        "--changed", action="store_true", help="new answers of responses taken in before are to stand"
    )
    parser.add_argument(
        "--row", type=a_pair, action="append", default=[], metavar="LINE=MEANING",
        help=f"what a row is that may be held already, or every one with “{_ALL}”: {and_list(list(_ROWS), 'or')} "
        "(may be repeated)",
    )  # fmt: skip
    parser.add_argument(
        "--leave-incomplete", action="store_true", help="leave out new responses that were never sent off"
    )
    parser.add_argument(
        "--hold-back", action="store_true", help="leave out responses whose name is nobody’s of the register"
    )
    parser.add_argument(
        "--tie-earlier", action="store_true",
        help="tie responses taken in before, where they gave a name that is decided now",
    )  # fmt: skip


# --- files in ---------------------------------------------------------------------------------------------


def _import(session: Session, asked: argparse.Namespace) -> None:
    def taken(db: Database, found: Checked) -> str:
        return _taken_words(take_in(db, found, now=session.now), found.wave)

    import_forms(session, asked, lambda db, file: _preview(session, asked, db, file), taken)


def _taken_words(taken: Taken, wave: Wave) -> str:
    parts = [count_of(taken.added, "response")]
    parts += [f"{count_of(taken.changed, 'changed response')}"] if taken.changed else []
    parts += [count_of(taken.new_questions, "new question")] if taken.new_questions else []
    parts += [count_of(taken.new_options, "new option")] if taken.new_options else []
    tied = f", and tied {count_of(taken.tied, 'earlier response')}" if taken.tied else ""
    return f"Took in {and_list(parts)} to {wave.name}{tied}."


def _preview(session: Session, asked: argparse.Namespace, db: Database, file: FormsFile) -> Checked:
    """What the file would bring, printed; the refused rows are saved where that is asked for."""
    wave = choosing.survey_wave(db, asked.wave)
    uses = suggest(db, wave.id, file)
    uses = {**(rest_as_new(uses) if asked.rest_new else uses), **_uses_said(db, wave, file, asked.map)}
    found = check(db, wave.id, file, uses, today=session.today)
    decisions = _decisions(db, found, asked)
    if decisions != found.decisions:
        found = check(db, wave.id, file, uses, decisions, today=session.today)
    if asked.changed and decisions.rows:  # a row that is one held already may say something else now
        keys = frozenset(one.row_key for one in found.changed)
        found = check(db, wave.id, file, uses, replace(decisions, changed=keys), today=session.today)
    wordings = {one.question.id: one.wording for one in found.asked.values()}
    headings = [(one.key, one.heading) for one in file.columns]
    show_preview(
        session, file, uses_table(uses, headings, wordings), preview_groups(found), preview_notes(found)
    )
    save_refused(session, asked, file, found.refused)
    return found


def _uses_said(
    db: Database, wave: Wave, file: FormsFile, pairs: Sequence[tuple[str, str]]
) -> dict[str, ColumnUseFor]:
    said: dict[str, ColumnUseFor] = {}
    for heading, words in pairs:
        key, told = form_column(file, heading).key, words.casefold()
        if told == NEW_WORDS:
            said[key] = NEW
        elif told == LEAVE_OUT_WORDS:
            said[key] = LEFT_OUT
        elif told in _SPECIAL:
            said[key] = chosen(_SPECIAL[told])
        else:
            question = choosing.survey_question(db, wave.survey_id, words)
            said[key] = chosen(ColumnUse.QUESTION, question.id)
    return said


def _decisions(db: Database, found: Checked, asked: argparse.Namespace) -> Decisions:
    words: dict[tuple[str, str], WordsDecision] = {}
    if asked.new_options:
        kinds = (QuestionKind.ONE_CHOICE, QuestionKind.SEVERAL_CHOICES)
        some = [one for one in found.unknown if found.asked[one.column_key].question.kind in kinds]
        words |= all_as(some, Means.NEW_OPTION)
    if asked.likely:
        words |= accept_suggested(found.unknown)
    words |= dict(_words_said(found, pair) for pair in asked.answer)
    who = {name_said_key(name): _who_said(db, told) for name, told in asked.provider}
    shares = {form_column(found.file, heading).key: True for heading in asked.shares}
    shares |= {form_column(found.file, heading).key: False for heading in asked.per_cent}
    changed = frozenset(one.row_key for one in found.changed) if asked.changed else frozenset[str]()
    return replace(
        found.decisions, words=words, who=who, shares=shares, changed=changed, rows=_rows_said(found, asked.row),
        leave_incomplete=asked.leave_incomplete, hold_back=asked.hold_back,
        tie_earlier=asked.tie_earlier, as_planned=_as_planned(found, asked.as_planned),
    )  # fmt: skip


def _as_planned(found: Checked, headings: Sequence[str]) -> frozenset[str]:
    """The columns whose questions keep the words planned."""
    if any(one.casefold() == _ALL for one in headings):
        return frozenset(one.key for one in found.file.columns)
    return frozenset(form_column(found.file, heading).key for heading in headings)


def _rows_said(found: Checked, pairs: Sequence[tuple[str, str]]) -> dict[str, RowMeans]:
    """By the handles of doubtful rows, what was said of their lines."""
    said: dict[str, RowMeans] = {}
    for line, told in pairs:
        means = _ROWS.get(told.casefold())
        if means is None:
            raise Problem(f"“{told}” is nothing that a row can be. Write {and_list(list(_ROWS), 'or')}.")
        some = [one.handle for one in found.doubtful if line.casefold() == _ALL or line == str(one.line)]
        if not some:
            raise Problem(
                f"There is nothing to decide of line “{line}”. The preview lists the lines that may be held."
            )
        said |= dict.fromkeys(some, means)
    return said


def _words_said(found: Checked, pair: tuple[str, str]) -> tuple[tuple[str, str], WordsDecision]:
    """HEADING: WORDS and what they mean."""
    told, meaning = pair
    heading, colon, words = told.rpartition(": ")
    if not colon:
        raise Problem(f"“{told}” names no column. Write it as 'HEADING: words=option'.")
    column = form_column(found.file, heading)
    asked = found.asked.get(column.key)
    if asked is None:
        raise Problem(f"“{column.heading}” answers no question, so words in it mean nothing.")
    return (column.key, words_key(words)), _meaning(asked, words, meaning)


def _meaning(asked: Asked, words: str, meaning: str) -> WordsDecision:
    told = meaning.casefold()
    if told in _STATES:
        return WordsDecision(_STATES[told])
    if told == _OTHER:
        return WordsDecision(Means.OTHER)
    if told == _NEW_OPTION:
        return WordsDecision(Means.NEW_OPTION, wording=words)
    by_words = {words_key(one.wording): one.option.id for one in asked.options}
    if words_key(meaning) in by_words:
        return WordsDecision(Means.OPTION, by_words[words_key(meaning)])
    figure = read_figure(meaning) if asked.question.kind.has_figures else None
    if figure is not None:
        low, high = (figure_text(one) if one is not None else None for one in (figure.low, figure.high))
        return WordsDecision(Means.FIGURE, low=low, high=high)
    known = and_list([f"“{one.wording}”" for one in asked.options[:8]], "or")
    expected = f"one of its options: {known}" if known else "a figure"
    raise Problem(f"“{meaning}” is nothing that “{shortened(asked.wording)}” knows. Write {expected}.")


def _who_said(db: Database, told: str) -> WhoDecision:
    if told.casefold() == NOBODY:
        return WhoDecision()
    try:
        provider = choosing.provider(db, told)
    except Problem:
        service = choosing.service(db, told)
        return WhoDecision(service.provider_id, service.id)
    return WhoDecision(provider.id)

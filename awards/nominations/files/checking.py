"""What a forms file would add to a round, found before anything is written: new, held, changed, late, refused."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from awards.nominations.entries import entries, listed_names
from awards.nominations.files.checked import (
    Asked,
    ChangedAnswer,
    Checked,
    Choices,
    FileNomination,
    FlagKind,
)
from awards.nominations.files.corrections import corrections
from awards.nominations.files.fields import NominationField as F
from awards.nominations.files.joining import Joining, Known
from awards.nominations.files.mapping import Uses, check_uses, columns_of, values_of
from awards.nominations.files.matching import People, PlaceMatching, same_person_key
from awards.nominations.files.row_reading import Noted, RowReader, Said, refuse_day
from awards.nominations.late import refuse_closed, why_late_in
from awards.nominations.nominations import Nomination, nominations
from awards.rounds.categories import categories
from awards.rounds.phase_plan import phases_of
from awards.rounds.rounds import AwardRound, award_round, refuse_archived
from awards.vocabulary import RoundPhase
from engagement.register.names import email_key, folded
from resources.database import Database
from resources.database.history import history_position
from resources.files.dates import Order, date_order, read_date
from resources.files.forms.forms_file import FormResponse, FormsFile, days_sent
from resources.files.refused import RefusedRow
from resources.problem import FieldProblem
from resources.wording import count_of, date_words, lower_first

_RECENT = timedelta(weeks=8)


@dataclass
class _Found:
    new: list[FileNomination] = field(default_factory=list)
    already: list[FormResponse] = field(default_factory=list)
    changed: list[ChangedAnswer] = field(default_factory=list)
    held_back: list[FileNomination] = field(default_factory=list)
    left: list[FormResponse] = field(default_factory=list)
    blank: list[FormResponse] = field(default_factory=list)
    refused: list[RefusedRow] = field(default_factory=list)


def check(
    db: Database, round_id: str, file: FormsFile, uses: Uses, choices: Choices | None = None, *, today: date
) -> Checked:
    """What taking in would do, with everything to look at and to decide. Writes nothing."""
    of, choices = award_round(db, round_id), choices or Choices()
    refuse_archived(of)
    refuse_closed(of)
    check_uses(file, uses, one_category=bool(choices.category_id))
    noted, found = Noted(), _Found()
    reader = RowReader(
        of, categories(db, round_id), PlaceMatching(db, choices.places), People(db), choices, noted
    )
    held = nominations(db, round_id)
    _sort(db, file, uses, reader, held, found, today)
    joining = Joining(_known(db, of), choices.joins)
    found.new = [joining.joined(one) for one in found.new]
    found.new = _with_repeats(found.new, held)
    asked = Asked(
        noted.categories, tuple(noted.several.values()), tuple(noted.places.values()), tuple(joining.asked),
        _late(found), noted.without_statement,
        len({one.nomination_id for one in found.changed if one.is_choice}), _early(found),
    )  # fmt: skip
    return Checked(
        of, file, uses, choices, tuple(found.new), tuple(found.already), tuple(found.changed),
        tuple(found.held_back), tuple(found.left), tuple(found.blank), tuple(found.refused), asked,
        tuple(_warnings(db, of, file, today)), history_position(db),
    )  # fmt: skip


def _late(found: _Found) -> int:
    return sum(bool(one.late) for one in (*found.new, *found.held_back))


def _early(found: _Found) -> int:
    return sum(one.early for one in (*found.new, *found.held_back))


# --- the rows -------------------------------------------------------------------------------------------------


def _sort(
    db: Database, file: FormsFile, uses: Uses, reader: RowReader, held: Sequence[Nomination], found: _Found,
    today: date,
) -> None:  # fmt: skip
    """Each response to where it belongs."""
    by_key = _by_response(held)
    days = _days(file, uses, _expected(db, reader.round, today))
    seen: set[str] = set()
    why_late: dict[date, str] = {}
    opened = _opened(db, reader.round.id)
    for response, day in zip(file.responses, days, strict=True):
        said = values_of(file, response, uses)
        if response.row_key in seen:
            found.already.append(response)
        elif response.row_key in reader.choices.leave:
            found.left.append(response)
        elif not said.keys() & {F.NOMINEE, F.NOMINEE_LAST, F.NOMINEE_FIRST, F.STATEMENT}:
            found.blank.append(response)
        elif response.row_key in by_key:
            found.already.append(response)
            found.changed += corrections(db, reader, response, said, by_key[response.row_key], today)
        else:
            for one in _read(file, uses, reader, response, said, day, found, today):
                if one.received_on not in why_late:
                    why_late[one.received_on] = why_late_in(db, reader.round.id, one.received_on)
                early = opened is not None and one.received_on < opened
                _keep(replace(one, early=early), why_late[one.received_on], reader.choices, found)
        seen.add(response.row_key)


def _keep(one: FileNomination, late: str, choices: Choices, found: _Found) -> None:
    """What is late comes in only with a reason."""
    one = replace(one, late=late)
    if late and not choices.late_reason.strip() and not one.as_draft:
        found.held_back.append(one)
    else:
        kind = FlagKind.EARLY if one.early else FlagKind.LATE
        found.new.append(one.flagged(kind, late) if late else one)


def _read(
    file: FormsFile, uses: Uses, reader: RowReader, response: FormResponse, said: Said, day: "date | str | None",
    found: _Found, today: date,
) -> list[FileNomination]:  # fmt: skip
    try:
        if isinstance(day, str):
            raise FieldProblem(F.RECEIVED_ON, day)
        return reader.read(response.line, response.row_key, said, refuse_day(day, today))
    except FieldProblem as problem:
        heading = next(
            (one.heading for one in columns_of(file) if uses[one.key].field.value == problem.field), ""
        )
        found.refused.append(RefusedRow(response.line, file.sheet, response.cells, problem.sentence, heading))
        return []


def _days(file: FormsFile, uses: Uses, expected: date) -> list["date | str | None"]:
    """The day of each response: that of a column for it, else when it was sent; a reason where it cannot be read."""
    column = next((one for one in columns_of(file) if uses[one.key].field is F.RECEIVED_ON), None)
    sent: list[date | str | None] = list(days_sent(file.responses, expected))
    if column is None:
        return sent
    told = [values_of(file, one, uses).get(F.RECEIVED_ON, ("",))[0] for one in file.responses]
    order = date_order(told).order
    read = [read_date(text, Order.DAY_FIRST if order is Order.UNDECIDED else order) for text in told]
    return [
        f"{one.reason}." if one.reason else one.value or when for one, when in zip(read, sent, strict=True)
    ]


def _expected(db: Database, of: AwardRound, today: date) -> date:
    """From when on nominations are likely: since they opened, else in the weeks before they are taken in."""
    return _opened(db, of.id) or today - _RECENT


def _opened(db: Database, round_id: str) -> date | None:
    return next((one.from_on for one in phases_of(db, round_id) if one.phase is RoundPhase.NOMINATE), None)


def _order_words(file: FormsFile, expected: date) -> list[str]:
    """A sentence where nothing in the file shows whether day or month stands first, and some could be either."""
    texts = [one.completed for one in file.responses if one.completed]
    if date_order(texts).order is not Order.UNDECIDED:
        return []
    days = days_sent(file.responses, expected)
    for one, day in zip(file.responses, days, strict=True):
        either = {read_date(one.completed, order).value for order in (Order.DAY_FIRST, Order.MONTH_FIRST)}
        if day is not None and len(either - {None}) > 1:
            read = f"“{one.completed}” is read as {date_words(day)}."
            return [f"Nothing shows whether day or month stands first in the times of sending. {read}"]
    return []


# --- held already ---------------------------------------------------------------------------------------------


def _by_response(held: Sequence[Nomination]) -> dict[str, list[Nomination]]:
    found: dict[str, list[Nomination]] = {}
    for one in held:
        if one.row_key:
            found.setdefault(one.row_key.partition("/")[0], []).append(one)
    return found


def _known(db: Database, of: AwardRound) -> list[Known]:
    """Everybody nominated in the round; one that was grouped with another stands for that."""
    held = entries(db, of.id)
    by_key = {one.id: one for one in held}
    found = []
    for one in held:
        kept = by_key[one.merged_into_id] if one.merged_into_id else one
        words = f"{of.year}-{kept.number:03d} {kept.nominee}"
        out = lower_first(kept.status.label) if kept.status.is_out else ""
        found.append(
            Known(
                kept.id, kept.category_id, same_person_key(one.nominee, listed_names(one.also_known_as)),
                one.service_id, one.provider_id, folded(one.place_told), words, out,
            )
        )  # fmt: skip
    return found


# --- the same again -------------------------------------------------------------------------------------------


def _with_repeats(new: Sequence[FileNomination], held: Sequence[Nomination]) -> list[FileNomination]:
    """With a flag where the same words, or the same nominator for the same nominee, were there before."""
    words = {_text(one.statement): "a nomination taken in before" for one in held if one.statement}
    voices = {
        (one.entry_id, who): "taken in before"
        for one in held
        if (who := _who(one.nominator, one.nominator_email))
    }
    lines: dict[str, int] = {}
    found = []
    for one in new:
        text, who = _text(one.draft.statement), _who(one.draft.nominator, one.draft.nominator_email)
        if text and text in words and lines.get(text) != one.line:
            one = one.flagged(FlagKind.SAME_WORDS, f"The same words as {words[text]}.")
        voice = (one.join or one.row_key, who)
        if who and voice in voices:
            one = one.flagged(
                FlagKind.AGAIN, f"{one.draft.nominator or 'Somebody'} nominates them twice: {voices[voice]}."
            )
        words.setdefault(text, f"line {one.line}")
        lines.setdefault(text, one.line)
        voices.setdefault(voice, f"line {one.line}")
        found.append(one)
    return found


def _text(statement: str) -> str:
    return folded(statement) if statement.strip() else ""


def _who(name: str, email: str) -> str:
    return email_key(email) or " ".join(sorted(same_person_key(name)))


# --- warnings -------------------------------------------------------------------------------------------------


def _warnings(db: Database, of: AwardRound, file: FormsFile, today: date) -> list[str]:
    said = _order_words(file, _expected(db, of, today))
    keys = {one.row_key for one in file.responses}
    for name, rows in _elsewhere(db, of.id).items():
        number = len(keys & rows)
        if number:
            said.append(
                f"{count_of(number, 'response was', 'responses were')} taken in for {name}: this may be its file."
            )
    if file.left_sheets:
        said.append(f"Only the sheet “{file.sheet}” is read; the workbook holds others too.")
    incomplete = sum(one.incomplete for one in file.responses)
    if incomplete:
        said.append(f"{count_of(incomplete, 'response was', 'responses were')} begun and never sent off.")
    return said


def _elsewhere(db: Database, round_id: str) -> dict[str, set[str]]:
    """The responses taken in for other rounds, by the name of each."""
    found: dict[str, set[str]] = {}
    for name, key in db.rows(
        """select award_round.name, row_key from nomination join award_entry on award_entry.id = nomination.entry_id
        join award_round on award_round.id = award_entry.round_id
        where award_round.id <> ? and row_key <> '' order by award_round.year desc""",
        (round_id,),
    ):
        found.setdefault(name, set()).add(key.partition("/")[0])
    return found

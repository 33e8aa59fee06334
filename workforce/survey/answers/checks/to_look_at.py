"""What to look at twice before an answers file is taken in."""

from collections.abc import Sequence
from datetime import date, timedelta

from resources.database import Database
from resources.files.cells import shown
from resources.files.forms.forms_file import FormsFile
from resources.files.forms.layout import Program
from resources.wording import and_list, count_of, date_words, shortened
from workforce.survey.answers.checks.asked_columns import AskedColumns
from workforce.survey.answers.checks.row_keys import row_keys, timed_key
from workforce.survey.answers.checks.shifted import shifted
from workforce.survey.answers.checks.suggesting import code_number
from workforce.survey.answers.mapping import Uses
from workforce.survey.answers.read_answer import offered_words
from workforce.survey.plain_words import words_key
from workforce.survey.waves.waves import Wave

_AFTER_CLOSING = timedelta(days=14)
"""Answers that come a little late are still the wave's."""


def warnings_of(
    db: Database,
    of_wave: Wave,
    file: FormsFile,
    uses: Uses,
    columns: AskedColumns,
    days: Sequence[date | None],
    today: date | None = None,
) -> list[str]:
    """A sentence for each."""
    said = shifted(file, columns.asked)
    said += _unsure(file, uses)
    said += _codes(file, columns)
    said += _days(of_wave, days, today)
    said += _not_read(file, days)
    said += _held_elsewhere(db, of_wave, file)
    if file.left_sheets:
        said.append(f"Only the sheet “{file.sheet}” is read; the workbook holds others too.")
    return said


def _unsure(file: FormsFile, uses: Uses) -> list[str]:
    names = [
        f"“{one.heading}” ({uses[one.key].reason})"
        for one in file.columns
        if uses[one.key].question_id and not uses[one.key].sure
    ]
    if not names:
        return []
    more = f" and {len(names) - 5} more" if len(names) > 5 else ""
    what = "this column is" if len(names) == 1 else "these columns are"
    return [
        f"Look at what {what} taken for: {and_list(names[:5]) if not more else ', '.join(names[:5])}{more}."
    ]


def _codes(file: FormsFile, columns: AskedColumns) -> list[str]:
    """Questions of which the file has the codes of options and not their words."""
    if file.program is not Program.LIMESURVEY:
        return []
    found: dict[str, str] = {}
    for column in file.columns:
        if column.key not in columns.asked or not columns.asked[column.key].question.kind.has_options:
            continue
        told = {piece for cell in file.told_in(column) for piece in (cell, *cell.split("; "))}
        known = columns.known.get(column.key, {})
        offered = offered_words(columns.asked[column.key])
        codes = sorted(
            one for one in {*column.options, *told}
            if code_number(one) is not None and offered.find(one) is None and words_key(one) not in known
        )  # fmt: skip
        if codes:
            found[column.heading] = codes[0]
    if not found:
        return []
    names = and_list([f"“{shortened(heading)}” ({code})" for heading, code in list(found.items())[:5]])
    return [
        f"The file has codes and not the words of what was chosen: {names}. Export it with full answers, or check what "
        "each code is taken for."
    ]


def _days(of_wave: Wave, days: Sequence[date | None], today: date | None) -> list[str]:
    """Most of them before the wave opened or well after it closed, and any that is still to come."""
    known = sorted(day for day in days if day)
    said = []
    if 2 * sum(day < of_wave.opens_on for day in known) > len(known):
        said.append(
            f"Most responses were sent before {of_wave.name} opened on {date_words(of_wave.opens_on)}, the first on "
            f"{date_words(known[0])}. This may be the file of another wave."
        )
    closed = of_wave.closes_on
    if closed is not None and 2 * sum(day > closed + _AFTER_CLOSING for day in known) > len(known):
        said.append(
            f"Most responses were sent well after {of_wave.name} closed on {date_words(closed)}, the last on "
            f"{date_words(known[-1])}. This may be the file of another wave."
        )
    to_come = [day for day in known if today is not None and day > today]
    if to_come:
        number = count_of(len(to_come), "response has a day", "responses have days")
        said.append(f"{number} still to come, up to {date_words(to_come[-1])}. Check the dates of the file.")
    return said


def _not_read(file: FormsFile, days: Sequence[date | None]) -> list[str]:
    """Days that are none."""
    odd = [
        one.completed for one, day in zip(file.responses, days, strict=True) if one.completed and day is None
    ]
    if not odd:
        return []
    number = count_of(len(odd), "response", "responses")
    return [f"The day on which {number} came cannot be read, such as {shown(odd[0])}; it is left blank."]


def _held_elsewhere(db: Database, of_wave: Wave, file: FormsFile) -> list[str]:
    """Responses known by their time from another wave of the survey, and this very file."""
    keys = {timed for key in row_keys(file) if (timed := timed_key(key))}  # numbers begin anew in every wave
    number: dict[str, int] = {}
    for key, name in db.rows(
        """select row_key, name from survey_response join survey_wave on survey_wave.id = wave_id
        where wave_id <> ? and survey_id = ? and row_key <> ''""",
        (of_wave.id, of_wave.survey_id),
    ):
        if timed_key(key) in keys:
            number[name] = number.get(name, 0) + 1
    said = [
        f"{count_of(times, 'response was', 'responses were')} taken in for {name} already."
        for name, times in number.items()
    ]
    files = db.rows(
        """select distinct survey_wave.name from survey_file join survey_wave on survey_wave.id = wave_id
        where wave_id <> ? and sha256 = ? order by 1""",
        (of_wave.id, file.sha256),
    )
    return said or [f"This very file was taken in for {name} already." for (name,) in files]

"""What to look at twice before an answers file is taken in."""

from collections.abc import Sequence
from datetime import date

from resources.database import Database
from resources.files.forms.forms_file import FormsFile
from resources.wording import and_list, count_of, date_words
from workforce.survey.answers.checks.asked_columns import AskedColumns
from workforce.survey.answers.checks.row_keys import row_keys
from workforce.survey.answers.checks.shifted import shifted
from workforce.survey.answers.mapping import Uses
from workforce.survey.waves.waves import Wave


def warnings_of(
    db: Database,
    of_wave: Wave,
    file: FormsFile,
    uses: Uses,
    columns: AskedColumns,
    days: Sequence[date | None],
) -> list[str]:
    """A sentence for each."""
    said = shifted(file, columns.asked)
    said += _unsure(file, uses)
    said += _days(of_wave, days)
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


def _days(of_wave: Wave, days: Sequence[date | None]) -> list[str]:
    known = sorted(day for day in days if day)
    before = [day for day in known if day < of_wave.opens_on]
    if 2 * len(before) <= len(known):
        return []
    return [
        f"Most responses were sent before {of_wave.name} opened on {date_words(of_wave.opens_on)}, the first on "
        f"{date_words(known[0])}. This may be the file of another wave."
    ]


def _held_elsewhere(db: Database, of_wave: Wave, file: FormsFile) -> list[str]:
    """Responses known by their time from another wave of the survey, and this very file."""
    keys = {
        key for key, one in zip(row_keys(file), file.responses, strict=True) if one.completed
    }  # numbers begin anew in every wave
    number: dict[str, int] = {}
    for key, name in db.rows(
        """select row_key, name from survey_response join survey_wave on survey_wave.id = wave_id
        where wave_id <> ? and survey_id = ? and row_key <> ''""",
        (of_wave.id, of_wave.survey_id),
    ):
        if key in keys:
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

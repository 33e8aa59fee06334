"""Which column of a forms file is which part of a nomination: by memory, words or answers; never silently."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from statistics import median

from awards.nominations.files.fields import NominationField as F
from awards.nominations.files.fields import field_of
from awards.nominations.files.told_words import category_told, kind_of
from resources.database import Database, new_key
from resources.files.cells import clean_text
from resources.files.forms.forms_file import FormResponse, FormsFile
from resources.files.forms.layout import FormColumn, Program
from resources.files.rows import Row
from resources.problem import Problem
from resources.wording import shortened


class How(Enum):
    """Why a column is taken so."""

    REMEMBERED = "as the last time"
    BY_WORDS = "by its words"
    BY_ANSWERS = "by its answers"
    CHOSEN = "chosen"
    TAKEN = "another column has it"
    NOTHING_ALIKE = "no part of a nomination is like it"


@dataclass(frozen=True)
class ColumnUse:
    """What a column is taken for."""

    field: F
    how: How = How.CHOSEN


Uses = Mapping[str, ColumnUse]
"""By the key of each column."""

_LONG = 120
"""Answers that are mostly longer than this many signs are statements."""
_OWN = {
    "email": F.NOMINATOR_EMAIL, "email address": F.NOMINATOR_EMAIL, "e mail": F.NOMINATOR_EMAIL,
    "username": F.NOMINATOR_EMAIL, "name": F.NOMINATOR, "full name": F.NOMINATOR, "phone": F.NOMINATOR_PHONE,
    "phone number": F.NOMINATOR_PHONE, "telephone": F.NOMINATOR_PHONE, "telephone number": F.NOMINATOR_PHONE,
    "mobile": F.NOMINATOR_PHONE, "mobile number": F.NOMINATOR_PHONE, "contact number": F.NOMINATOR_PHONE,
    "contact email": F.NOMINATOR_EMAIL, "contact name": F.NOMINATOR, "respondent name": F.NOMINATOR,
    "first name": F.NOMINATOR_FIRST, "forename": F.NOMINATOR_FIRST, "last name": F.NOMINATOR_LAST,
    "surname": F.NOMINATOR_LAST, "contact email address": F.NOMINATOR_EMAIL, "e mail address": F.NOMINATOR_EMAIL,
}  # fmt: skip
"""Headings that do not say whose: they are of who filled the form in."""


def columns_of(file: FormsFile) -> tuple[FormColumn, ...]:
    """What the form asks, names and addresses too, from left to right."""
    taken = {one.key for one in file.columns}
    people = (one for one in file.people if one.key not in taken)
    return tuple(sorted((*file.columns, *people), key=lambda one: one.places[0]))


def told_in(column: FormColumn, response: FormResponse) -> str:
    """What a response says in a column, with its lines."""
    said = clean_text(column.told(Row(response.line, response.cells)), keep_lines=True)
    return "" if said.casefold() == "anonymous" else said


def suggest(db: Database, file: FormsFile, categories: Sequence[tuple[str, str]]) -> dict[str, ColumnUse]:
    """A use for each column, to be shown and put right. `categories` are the keys and names of the round's."""
    columns = columns_of(file)
    held = _remembered(db)
    found = {one.key: ColumnUse(held[one.key], How.REMEMBERED) for one in columns if one.key in held}
    for look in (
        _by_words,
        lambda one: _by_answers(one, file, categories),
        lambda one: _unsaid(one, file, found),
    ):
        for one in columns:
            if one.key not in found and (use := look(one)) is not None:
                found[one.key] = (
                    use if _fits(one, use.field, file, found) else ColumnUse(F.LEFT_OUT, How.TAKEN)
                )
    nothing = ColumnUse(F.LEFT_OUT, How.NOTHING_ALIKE)
    return {one.key: found.get(one.key, nothing) for one in columns}


def _by_words(column: FormColumn) -> ColumnUse | None:
    if column.key in _OWN:
        return None
    field = field_of(column.heading)
    return ColumnUse(field, How.BY_WORDS) if field is not None else None


def _by_answers(
    column: FormColumn, file: FormsFile, categories: Sequence[tuple[str, str]]
) -> ColumnUse | None:
    told = [said for one in file.responses if (said := told_in(column, one))]
    if not told or column.key in _OWN or column in file.people:
        return None
    if sum(bool(category_told(said.rstrip(" ;"), categories).key) for said in told) * 2 > len(told):
        return ColumnUse(F.CATEGORY, How.BY_ANSWERS)
    if sum(said.casefold().startswith(("http://", "https://")) for said in told) * 2 > len(told):
        return ColumnUse(F.ATTACHMENT, How.BY_ANSWERS)
    if median(map(len, told)) > _LONG:
        return ColumnUse(F.STATEMENT, How.BY_ANSWERS)
    if max(map(len, told)) <= _LONG and len(set(told)) <= 8 and all(kind_of(said) for said in told):
        return ColumnUse(F.NOMINATOR_KIND, How.BY_ANSWERS)
    return None


def _unsaid(column: FormColumn, file: FormsFile, found: Uses) -> ColumnUse | None:
    """“Name” is of who filled the form in; it is the nominee where nothing else is, and no program adds it."""
    field = _OWN.get(column.key)
    if field is None:
        return None
    fields = {use.field for use in found.values()}
    nobody = not fields & {F.NOMINEE, F.NOMINEE_LAST, F.NOMINEE_FIRST}
    if field is F.NOMINATOR and nobody and file.program is not Program.MICROSOFT_FORMS:
        field = F.NOMINEE
    return ColumnUse(field, How.BY_WORDS)


def _fits(column: FormColumn, field: F, file: FormsFile, found: Uses) -> bool:
    """Whether the column can be taken so beside those that are: forms with branches ask one thing several times."""
    if field.may_be_several or field is F.LEFT_OUT:
        return True
    others = [one for one in columns_of(file) if one.key in found and found[one.key].field is field]
    return all(_line_of_both(column, other, file) is None for other in others)


def _line_of_both(one: FormColumn, other: FormColumn, file: FormsFile) -> int | None:
    """The first line that fills in both columns, each with something else."""
    for response in file.responses:
        first, second = told_in(one, response), told_in(other, response)
        if first and second and first.casefold() != second.casefold():
            return response.line
    return None


# --- what was decided -----------------------------------------------------------------------------------------


def check_uses(file: FormsFile, uses: Uses, *, one_category: bool) -> None:
    """Refuse uses with which no nomination could be read; `one_category` where all rows are for the same."""
    fields = {use.field for use in uses.values()}
    if not fields & {F.NOMINEE, F.NOMINEE_LAST, F.PLACE}:
        raise Problem("No column says who is nominated. Choose the one that does.")
    if F.CATEGORY not in fields and not one_category:
        raise Problem(
            "No column says for which award they are nominated. Choose the one that does, or one category for all rows."
        )
    columns = columns_of(file)
    for at, one in enumerate(columns):
        field = uses[one.key].field
        if field.may_be_several or field is F.LEFT_OUT:
            continue
        for other in columns[at + 1 :]:
            if uses[other.key].field is field and (line := _line_of_both(one, other, file)) is not None:
                raise Problem(
                    f"“{shortened(one.heading)}” and “{shortened(other.heading)}” are both taken for “{field.label}”, "
                    f"and line {line} fills in both. Leave one of them out."
                )


def values_of(file: FormsFile, response: FormResponse, uses: Uses) -> dict[F, tuple[str, ...]]:
    """What a response says of each part of a nomination, as often as it says it."""
    found: dict[F, tuple[str, ...]] = {}
    for column in columns_of(file):
        field, told = uses[column.key].field, told_in(column, response)
        if field is not F.LEFT_OUT and told and (field.may_be_several or field not in found):
            found[field] = (*found.get(field, ()), told)
    return found


# --- what was said the last time ------------------------------------------------------------------------------


def _remembered(db: Database) -> dict[str, F]:
    return {
        heading: F(field)
        for heading, field in db.rows("select heading, field from nomination_heading")
        if field in F.values()
    }


def remember(db: Database, uses: Uses) -> None:
    """Keep within a change what each heading meant, for the next file."""
    held = {row[0]: row[1:] for row in db.rows("select heading, id, field from nomination_heading")}
    for heading, use in uses.items():
        if heading not in held:
            db.insert_row(
                "nomination_heading", {"id": new_key(), "heading": heading, "field": use.field.value}
            )
        elif held[heading][1] != use.field.value:
            db.update_row("nomination_heading", held[heading][0], {"field": use.field.value})

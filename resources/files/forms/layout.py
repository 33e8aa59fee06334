"""Which columns of a forms export are questions, and which say when, who and under what number. Pure.

Microsoft Forms, Google Forms, SurveyMonkey and LimeSurvey are recognised by their headings; any other table with a
heading row is read as well. SurveyMonkey has two header rows, and a question with several columns where several may
be chosen; LimeSurvey has that too, and a code before each question.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from resources.files.cells import clean_text
from resources.files.forms.answer_words import yes_or_no
from resources.files.forms.limesurvey import (
    CodedHeading,
    are_numbers,
    coded_headings,
    coded_questions,
    is_limesurvey,
)
from resources.files.headers import heading_keys
from resources.files.markup import without_markup
from resources.files.refused import LINE, REASON
from resources.files.rows import Row


class Program(Enum):
    """What made the file."""

    MICROSOFT_FORMS = "Microsoft Forms"
    GOOGLE_FORMS = "Google Forms"
    SURVEYMONKEY = "SurveyMonkey"
    LIMESURVEY = "LimeSurvey"
    OTHER = "a table with a heading row"


class Role(Enum):
    """What a column tells that is no question."""

    ID = "id"
    STARTED = "started"
    COMPLETED = "completed"
    EMAIL = "email"
    NAME = "name"
    FIRST_NAME = "first name"
    LAST_NAME = "last name"
    LANGUAGE = "language"
    IGNORED = "ignored"


NONE_TICKED = "–"
"""What a question with a column for each option says where none of them is ticked: answered, and none chosen."""


@dataclass(frozen=True)
class FormColumn:
    """A question of the form. `options` are those of its columns where each option has a column of its own.

    Its cells then hold the option again or, where it is `ticked`, yes and no. The column `other` holds what was
    written beside the options. `code` is the question's own, where the program has codes.
    """

    heading: str
    key: str
    places: tuple[int, ...]
    options: tuple[str, ...] = ()
    code: str = ""
    ticked: bool = False
    other: int | None = None

    def told(self, row: Row) -> str:
        """What a row answers; several choices joined by ;."""
        cells = [(place, row.cell(place)) for place in self.places]
        if len(cells) == 1 and not self.ticked:
            return cells[0][1]
        if not self.ticked:
            return "; ".join(
                self._said(place, cell) for place, cell in cells if self._says(place, cell, cells)
            )
        chosen = [
            self._said(place, cell) if place == self.other else option
            for (place, cell), option in zip(cells, self.options, strict=True)
            if _ticked(cell, is_other=place == self.other)
        ]
        answered = any(cell.strip() for _, cell in cells)
        return "; ".join(chosen) or (NONE_TICKED if answered else "")

    def _says(self, place: int, cell: str, cells: Sequence[tuple[int, str]]) -> bool:
        """Whether a cell is told: not “Other” where what was written beside it is."""
        if not cell.strip():
            return False
        written = any(at == self.other and text.strip() for at, text in cells)
        return place == self.other or not (written and self.other is not None and _is_other(cell))

    def _said(self, place: int, cell: str) -> str:
        if place != self.other or _is_other(cell) or yes_or_no(cell):
            return "Other" if place == self.other else cell
        return f"Other: {clean_text(cell)}"


def _is_other(text: str) -> bool:
    """Whether words are only the option that stands for what is not offered."""
    return _OTHER.fullmatch(clean_text(text)) is not None


def _ticked(cell: str, *, is_other: bool) -> bool:
    """Whether an option was chosen; a text beside the options is."""
    said = yes_or_no(cell) if cell.strip() else False
    return said is True or (said is None and is_other)


@dataclass(frozen=True)
class Layout:
    """How the file is laid out: its questions, the columns of each role, and where the responses begin.

    `ignored` are headings of what is no question, those of people's addresses and telephone numbers among them.
    `people` are the columns of their names, addresses and numbers, for forms that are about people.
    """

    program: Program
    columns: tuple[FormColumn, ...]
    roles: dict[Role, int]
    header_rows: tuple[int, ...]
    ignored: tuple[str, ...] = ()
    people: tuple[FormColumn, ...] = ()


_PHONES = (
    "phone", "phone number", "telephone", "telephone number", "mobile", "mobile number", "your phone number",
    "your telephone number",
)  # fmt: skip
_ROLES: dict[Role, tuple[str, ...]] = {
    Role.ID: ("id", "response id", "respondent id", "response number", "respondent", "responseid", "submission id"),
    Role.STARTED: ("start time", "start date", "date started", "started", "started at"),
    Role.COMPLETED: (
        "completion time", "timestamp", "end date", "submitted", "submitted at", "date submitted", "completed",
        "submission date", "completed at",
    ),
    Role.EMAIL: ("email", "e mail", "email address", "e mail address", "username", "your email", "your email address",
                 "what is your email", "what is your email address", "contact email", "contact email address"),
    Role.NAME: ("name", "full name", "your name", "respondent name", "what is your name", "your full name",
                "contact name"),
    Role.FIRST_NAME: ("first name", "forename"),
    Role.LAST_NAME: ("last name", "surname"),
    Role.LANGUAGE: ("language", "start language", "startlanguage"),
    Role.IGNORED: (
        "collector id", "ip address", "total points", "quiz feedback", "last modified time", "grade posted time",
        "score", "total score", "network id", "user agent", "date modified", *_PHONES,
    ),
}  # fmt: skip
_OF_PEOPLE = (Role.EMAIL, Role.NAME, Role.FIRST_NAME, Role.LAST_NAME)
_ROLE_OF = {key: role for role, keys in _ROLES.items() for key in keys}
_OTHER = re.compile(r"others?(?: ?[(\[,:–-]? ?(?:please )?(?:specify|state|say|describe|explain)\b.*)?", re.I)
_FIRST_ROWS = 12
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def layout_of(rows: Sequence[Row]) -> Layout | None:
    """The layout by the first rows of the file; None where there is no row of headings.

    Questions and options are told without the markup that a program prints them with; a question's key has it still.
    """
    at = _header_at(rows)
    return _without_markup(_laid_out(rows, at)) if at is not None else None


def _without_markup(layout: Layout) -> Layout:
    columns = (
        replace(
            one,
            heading=_in_a_line(one.heading),
            options=tuple(_in_a_line(option) for option in one.options),
        )
        for one in layout.columns
    )
    people = (replace(one, heading=_in_a_line(one.heading)) for one in layout.people)
    return replace(layout, columns=tuple(columns), people=tuple(people))


def _in_a_line(text: str) -> str:
    return " ".join(without_markup(text).split()) or text


def _laid_out(rows: Sequence[Row], at: int) -> Layout:
    headings = [clean_text(cell) for cell in rows[at].cells]
    if _is_surveymonkey(headings):
        return _surveymonkey(rows, at, headings)
    if is_limesurvey(headings, rows[at + 1 :]):
        return _limesurvey(rows, at, headings)
    places = [place for place, heading in enumerate(headings) if heading]
    roles, columns, ignored = _sorted(headings, places, rows[at + 1 :])
    people = _of_people(headings, places, rows[at + 1 :])
    return Layout(_program(headings, roles), _told_apart(columns), roles, (at,), ignored, people)


def _header_at(rows: Sequence[Row]) -> int | None:
    """The first row with two headings or more, or that of a known heading; else the first that holds anything."""
    filled = [(at, row) for at, row in enumerate(rows[:_FIRST_ROWS]) if not row.is_blank]
    for at, row in filled:
        known = sum(heading_keys(cell)[0] in _ROLE_OF for cell in row.cells)
        if known >= 2:
            return at
    several = (at for at, row in filled if sum(bool(cell.strip()) for cell in row.cells) >= 2)
    return next(several, filled[0][0] if filled else None)


def _sorted(
    headings: Sequence[str], places: Sequence[int], body: Sequence[Row]
) -> tuple[dict[Role, int], list[FormColumn], tuple[str, ...]]:
    """Roles, questions, and what is neither: points and marks of a quiz, and what the program adds."""
    names = {heading_keys(heading)[0] for heading in headings}
    roles: dict[Role, int] = {}
    columns: list[FormColumn] = []
    ignored: list[str] = []
    added = _added_by_refusal(headings)
    for place in places:
        heading, (key, bare, _) = headings[place], heading_keys(headings[place])
        role = _role_of(key, bare) or _role_by_answers(place, body)
        if (
            role is Role.IGNORED
            or place in added
            or _is_of_a_quiz(heading, names)
            or key.startswith("custom data ")
        ):
            ignored.append(heading)
        elif role is not None and role not in roles:
            roles[role] = place
            ignored += [heading] if role is Role.LANGUAGE else []
        elif role in (Role.EMAIL, Role.NAME):
            ignored.append(heading)  # a second address or name is nobody's answer to a question
        else:
            columns.append(FormColumn(heading, key or heading, (place,)))
    return roles, columns, tuple(ignored)


def _role_of(key: str, bare: str) -> Role | None:
    return _ROLE_OF.get(key) or _ROLE_OF.get(bare)


def _of_people(headings: Sequence[str], places: Sequence[int], body: Sequence[Row]) -> tuple[FormColumn, ...]:
    """Names, addresses and telephone numbers of people, as often as the form asks for them."""
    found = []
    for place in places:
        key, bare, _ = heading_keys(headings[place])
        role = _role_of(key, bare) or _role_by_answers(place, body)
        if role in _OF_PEOPLE or key in _PHONES or bare in _PHONES:
            found.append(FormColumn(headings[place], key or headings[place], (place,)))
    return _told_apart(found)


def _role_by_answers(place: int, body: Sequence[Row]) -> Role | None:
    """A column that mostly holds e-mail addresses is no question, whatever its heading asks."""
    told = [cell for row in body if (cell := clean_text(row.cell(place)))]
    addresses = sum(_ADDRESS.fullmatch(cell) is not None for cell in told)
    return Role.EMAIL if told and 2 * addresses > len(told) else None


def _added_by_refusal(headings: Sequence[str]) -> tuple[int, ...]:
    """The two columns that a workbook of refused rows has more."""
    last = len(headings) - 2
    return (last, last + 1) if tuple(headings[-2:]) == (REASON, LINE) else ()


def _is_of_a_quiz(heading: str, names: set[str]) -> bool:
    """Points and feedback are columns of a quiz only where the question itself has a column."""
    for mark in ("Points", "Feedback"):
        start, _, rest = heading.partition(" - ")
        if start.strip().casefold() == mark.casefold() and heading_keys(rest)[0] in names:
            return True
    end = heading.rpartition("[")[2].rstrip("] ").casefold() if heading.endswith("]") else ""
    return end in ("score", "feedback") and heading_keys(heading.rpartition("[")[0])[0] in names


def _program(headings: Sequence[str], roles: dict[Role, int]) -> Program:
    if {Role.ID, Role.STARTED, Role.COMPLETED} <= roles.keys():
        return Program.MICROSOFT_FORMS
    if headings and heading_keys(headings[0])[0] == "timestamp":
        return Program.GOOGLE_FORMS
    return Program.OTHER


def _told_apart(columns: Sequence[FormColumn]) -> tuple[FormColumn, ...]:
    """Questions with the same words are numbered: a form may ask “Comments” twice."""
    seen: dict[str, int] = {}
    found = []
    for column in columns:
        number = seen[column.key] = seen.get(column.key, 0) + 1
        if number > 1:
            column = replace(column, heading=f"{column.heading} ({number})", key=f"{column.key} {number}")
        found.append(column)
    return tuple(found)


# --- SurveyMonkey -----------------------------------------------------------------------------------------


def _is_surveymonkey(headings: Sequence[str]) -> bool:
    keys = {heading_keys(heading)[0] for heading in headings}
    return {"respondent id", "collector id"} <= keys


def _surveymonkey(rows: Sequence[Row], at: int, headings: list[str]) -> Layout:
    """A heading counts on to the right until the next; the row beneath names options, or is blank."""
    beneath = at + 1 < len(rows) and not _is_response(rows[at + 1])
    options = [clean_text(cell) for cell in rows[at + 1].cells] if beneath else []
    width = max(len(headings), len(options))
    headings += [""] * (width - len(headings))
    options += [""] * (width - len(options))
    spans = _spans(headings, options)
    body = [row for row in rows[at + 2 if beneath else at + 1 :] if not row.is_blank]
    alone = [span[0] for span in spans if len(span) == 1]
    roles, single, ignored = _sorted(headings, alone, body)
    several = [span for span in spans if len(span) > 1]
    columns = [*single, *(column for span in several for column in _of_span(span, headings, options, body))]
    columns.sort(key=lambda column: column.places[0])
    header_rows = (at, at + 1) if beneath else (at,)
    people = _of_people(headings, alone, body)
    return Layout(Program.SURVEYMONKEY, _told_apart(columns), roles, header_rows, ignored, people)


def _is_response(row: Row) -> bool:
    """A row of answers has the respondent's number; the second header row has none."""
    return bool(row.cell(0).strip())


def _spans(headings: Sequence[str], options: Sequence[str]) -> list[tuple[int, ...]]:
    spans: list[list[int]] = []
    for place, heading in enumerate(headings):
        if heading:
            spans.append([place])
        elif spans and options[place]:
            spans[-1].append(place)
    return [tuple(span) for span in spans]


def _of_span(
    span: tuple[int, ...], headings: Sequence[str], options: Sequence[str], body: Sequence[Row]
) -> list[FormColumn]:
    """One question where each column repeats its own option or is blank; else a question for each column."""
    heading, named = headings[span[0]], tuple(options[place] for place in span)
    others = [place for place in span if _is_other(options[place])]
    other = others[0] if len(others) == 1 else None
    if all(_repeats(row.cell(place), options[place]) for row in body for place in span):
        return [FormColumn(heading, heading_keys(heading)[0], span, named, other=other)]
    if len(span) == 2 and other == span[1] and options[span[0]].casefold() == "response":
        return [FormColumn(heading, heading_keys(heading)[0], span, other=other)]
    apart = [f"{heading} – {options[place]}" if options[place] else heading for place in span]
    return [FormColumn(one, heading_keys(one)[0], (place,)) for one, place in zip(apart, span, strict=True)]


def _repeats(cell: str, option: str) -> bool:
    told = clean_text(cell)
    return not told or told == option or option.casefold().startswith("other")


# --- LimeSurvey -------------------------------------------------------------------------------------------


def _limesurvey(rows: Sequence[Row], at: int, headings: list[str]) -> Layout:
    """A code before each question; the columns of one code are options, lines of a grid or texts."""
    body = [row for row in rows[at + 1 :] if not row.is_blank]
    added = _added_by_refusal(headings)
    coded = [one for one in coded_headings(headings) if one.place not in added]
    roles: dict[Role, int] = {}
    kept: list[CodedHeading] = []
    ignored: list[str] = []
    people: list[FormColumn] = []
    for one in coded:
        role = _limesurvey_role(one, body)
        key = heading_keys(one.full)[0]
        if role in _OF_PEOPLE or (role is Role.IGNORED and key in _PHONES):
            people.append(FormColumn(one.wording or one.full, key, (one.place,), code=one.code))
        if role is None:
            kept.append(one)
        elif role is Role.IGNORED or role in roles:
            ignored.append(headings[one.place])
        else:
            roles[role] = one.place
            ignored += [headings[one.place]] if role is Role.LANGUAGE else []
    if headings and not headings[0] and are_numbers([row.cell(0) for row in body]):
        roles.setdefault(Role.ID, 0)
    columns = [
        FormColumn(one.heading, one.key, one.places, one.options, one.code, one.ticked, one.other)
        for one in coded_questions(kept, body)
    ]
    told = _told_apart(people)
    return Layout(Program.LIMESURVEY, _told_apart(columns), roles, (at,), tuple(ignored), told)


def _limesurvey_role(one: CodedHeading, body: Sequence[Row]) -> Role | None:
    if one.sub is not None:
        return None
    key = heading_keys(one.full)[0]
    if not one.code and (key in _WORDS_ADDED or key.startswith(_TIMES_TAKEN)):
        return Role.IGNORED
    role = _ROLE_OF.get(key) if not one.code else None
    if role is not None:
        return role
    role = _ROLE_OF_CODE.get(one.code.casefold())
    if role is not None or (one.code.casefold().endswith("time") and one.code[:-4] in ("interview", "group")):
        return role or Role.IGNORED
    return _role_by_answers(one.place, body)


_ROLE_OF_CODE = {
    "id": Role.ID, "submitdate": Role.COMPLETED, "startdate": Role.STARTED, "startlanguage": Role.LANGUAGE,
    "email": Role.EMAIL, "firstname": Role.FIRST_NAME, "lastname": Role.LAST_NAME, "lastpage": Role.IGNORED,
    "seed": Role.IGNORED, "ipaddr": Role.IGNORED, "refurl": Role.IGNORED, "datestamp": Role.IGNORED,
    "token": Role.IGNORED, "interviewtime": Role.IGNORED,
}  # fmt: skip
"""What LimeSurvey adds of its own to what is asked."""
_WORDS_ADDED = frozenset(
    {"last page", "seed", "date last action", "referrer url", "total time", "access code", "token"}
)
_TIMES_TAKEN = ("group time ", "question time ")

"""Which column is which part of a nomination, and what is remembered of it."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from awards.nominations.files.fields import NominationField as F
from awards.nominations.files.mapping import (
    ColumnUse,
    How,
    Uses,
    check_uses,
    columns_of,
    remember,
    suggest,
    told_in,
    values_of,
)
from awards.rounds.shipped import CATEGORIES
from resources.database import Database, change
from resources.files.forms.forms_file import FormsFile, read_forms_file
from resources.problem import Problem
from tests.awards.nominations.files import made_nominations as made

NAMES = [(str(place), one.name) for place, one in enumerate(CATEGORIES)]


def read(folder: Path, rows: Sequence[Sequence[str]], headings: Sequence[str] = made.HEADINGS) -> FormsFile:
    return read_forms_file(made.nominations_csv(folder / "form.csv", rows, headings))


def fields(uses: Uses) -> dict[str, F]:
    return {key: use.field for key, use in uses.items() if use.field is not F.LEFT_OUT}


def test_a_form_of_microsoft_is_read_whole(db: Database, tmp_path: Path) -> None:
    file = read(tmp_path, [made.row(1), made.row(2)])
    uses = suggest(db, file, NAMES)
    by_heading = {one.heading: uses[one.key].field for one in columns_of(file)}
    assert by_heading == {
        "Email": F.NOMINATOR_EMAIL, "Name": F.NOMINATOR, made.CATEGORY: F.CATEGORY, made.NOMINEE: F.NOMINEE,
        "Their job role": F.JOB_ROLE, made.PLACE: F.PLACE, made.WHY: F.STATEMENT, made.NAME: F.NOMINATOR,
        made.EMAIL: F.NOMINATOR_EMAIL, "Your telephone number": F.NOMINATOR_PHONE, made.KIND: F.NOMINATOR_KIND,
        made.RELATION: F.RELATION, made.QUOTE: F.PUBLISH_WORDS, "Upload a supporting document": F.ATTACHMENT,
    }  # fmt: skip
    said = values_of(file, file.responses[0], uses)
    assert said[F.NOMINATOR] == ("Wren Specimen 1",)
    assert said[F.NOMINATOR_EMAIL] == ("wren1@example.org",)  # “anonymous” is nobody's address
    assert said[F.STATEMENT] == (f"{made.STORY} (1)",)
    check_uses(file, uses, one_category=False)


def test_the_account_that_sent_a_form_gives_way_to_the_name_asked_for(db: Database, tmp_path: Path) -> None:
    row = list(made.row(1))
    row[3:5] = ["clerk@example.org", "A. Clerk"]
    file = read(tmp_path, [row])
    uses = suggest(db, file, NAMES)
    assert (uses["name"].field, uses["name"].how) == (F.LEFT_OUT, How.TAKEN)
    assert values_of(file, file.responses[0], uses)[F.NOMINATOR_EMAIL] == ("wren1@example.org",)


def test_google_with_little_in_its_headings(db: Database, tmp_path: Path) -> None:
    headings = ("Timestamp", "Username", "Award", "Name", "Reason", "Anything else", "You are")
    story = "A long answer about what she did, day after day. " * 5
    rows = [("2026/09/01 10:00:00", "wren@example.org", made.CARE, "Ada Example", story, story, "Colleague")]
    uses = suggest(db, read(tmp_path, rows, headings), NAMES)
    assert fields(uses) == {
        "username": F.NOMINATOR_EMAIL, "award": F.CATEGORY, "name": F.NOMINEE, "reason": F.STATEMENT,
        "anything else": F.STATEMENT, "you are": F.NOMINATOR_KIND,
    }  # fmt: skip
    assert (uses["anything else"].how, uses["name"].how) == (How.BY_ANSWERS, How.BY_WORDS)


def test_answers_tell_what_headings_do_not(db: Database, tmp_path: Path) -> None:
    headings = ("Q1", "Q2", "Q3", "Q4", "Nominee")
    story = "A long answer about what she did, day after day. " * 5
    link = "https://example.org/files/letter.docx"
    uses = suggest(
        db, read(tmp_path, [(made.TEAM, story, link, "Her manager", "Night Team")], headings), NAMES
    )
    assert fields(uses) == {
        "q1": F.CATEGORY, "q2": F.STATEMENT, "q3": F.ATTACHMENT, "q4": F.NOMINATOR_KIND, "nominee": F.NOMINEE,
    }  # fmt: skip


def test_branches_of_a_form_ask_the_same_twice(db: Database, tmp_path: Path) -> None:
    headings = ("Award", "Nominee name", "Their workplace", "Where does the team work?", "Why?")
    rows = [
        (made.CARE, "Ada Example", "Rosewood House", "", "x"),
        (made.TEAM, "Night Team", "", "Hazel", "y"),
    ]
    file = read(tmp_path, rows, headings)
    uses = suggest(db, file, NAMES)
    assert [use.field for use in uses.values()].count(F.PLACE) == 2
    assert [values_of(file, one, uses)[F.PLACE] for one in file.responses] == [
        ("Rosewood House",),
        ("Hazel",),
    ]
    check_uses(file, uses, one_category=False)


def test_uses_that_cannot_be_read_are_refused(db: Database, tmp_path: Path) -> None:
    file = read(tmp_path, [made.row(1)])
    uses = suggest(db, file, NAMES)
    by_heading = {one.heading: one.key for one in columns_of(file)}
    left = ColumnUse(F.LEFT_OUT)
    with pytest.raises(Problem, match="No column says for which award"):
        check_uses(file, {**uses, by_heading[made.CATEGORY]: left}, one_category=False)
    check_uses(file, {**uses, by_heading[made.CATEGORY]: left}, one_category=True)
    with pytest.raises(Problem, match="No column says who is nominated"):
        check_uses(file, dict.fromkeys(uses, left), one_category=False)
    with pytest.raises(Problem, match="line 2 fills in both"):
        check_uses(file, {**uses, by_heading[made.KIND]: ColumnUse(F.RELATION)}, one_category=False)


def test_what_was_said_of_a_heading_is_remembered(db: Database, tmp_path: Path) -> None:
    file = read(tmp_path, [made.row(1)])
    uses = {**suggest(db, file, NAMES), "their job role": ColumnUse(F.ALSO_KNOWN_AS)}
    for _ in range(2):
        with change(db, "Took in"):
            remember(db, uses)
    again = suggest(db, file, NAMES)
    assert again["their job role"] == ColumnUse(F.ALSO_KNOWN_AS, How.REMEMBERED)
    with change(db, "Took in"):
        remember(db, {"their job role": ColumnUse(F.JOB_ROLE)})
    assert suggest(db, file, NAMES)["their job role"].field is F.JOB_ROLE


def test_anonymous_is_nothing(tmp_path: Path) -> None:
    file = read(tmp_path, [made.row(1)])
    assert [told_in(one, file.responses[0]) for one in columns_of(file)][:2] == ["", ""]

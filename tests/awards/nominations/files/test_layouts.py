"""Nominations come in from every forms program, and from tables that somebody made by hand."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from awards.nominations.files.checked import FlagKind
from awards.vocabulary import Consent, NominatorKind
from resources.files.forms.forms_file import read_forms_file
from resources.files.forms.layout import Program
from tests.awards.gala import Gala
from tests.awards.nominations.files import made_nominations as made
from tests.awards.nominations.files.conftest import Look

STORY = "She sat with my mother every evening, and never once looked at her watch, day after day."


def saved(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    return made.nominations_csv(path, rows[1:], rows[0])


def test_google_forms(look: Look, gala: Gala, tmp_path: Path) -> None:
    rows = [
        ("Timestamp", "Email address", "Award category", "Name of nominee", "Care home", "Reason for nomination",
         "Full name of nominator", "Relationship to nominee", "Supporting evidence (upload)"),
        ("14/09/2026 10:11:12", "wren@example.org", made.CARE, "Ada Example", "Rosewood House", STORY, "Wren Specimen",
         "I am her colleague", "https://drive.example.org/open?id=1"),
    ]  # fmt: skip
    found = look(read_forms_file(saved(tmp_path / "google.csv", rows)))
    assert found.file.program is Program.GOOGLE_FORMS
    (one,) = found.new
    assert (one.draft.nominee, one.draft.service_id) == ("Ada Example", gala.house)
    assert (one.draft.nominator, one.draft.nominator_email) == ("Wren Specimen", "wren@example.org")
    assert one.draft.nominator_kind is NominatorKind.COLLEAGUE
    assert (one.draft.attachment, one.received_on.isoformat()) == (
        "https://drive.example.org/open?id=1",
        "2026-09-14",
    )


def test_surveymonkey_with_two_rows_of_headings(look: Look, tmp_path: Path) -> None:
    rows = [
        ("Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Which award are you nominating for?",
         "Who are you nominating?", "Why should they win?", "Are you a…", "", "Your name"),
        ("", "", "", "", "", "Response", "Open-Ended Response", "Open-Ended Response", "Response",
         "Other (please specify)", "Open-Ended Response"),
        ("1001", "7", "09/14/2026 10:00:00", "09/14/2026 10:09:00", "", made.TEAM, "Night Team", STORY, "",
         "Her sister", "Wren Specimen"),
    ]  # fmt: skip
    found = look(read_forms_file(saved(tmp_path / "monkey.csv", rows)))
    assert found.file.program is Program.SURVEYMONKEY
    (one,) = found.new
    assert (one.draft.nominee, one.category.name, one.draft.statement) == ("Night Team", made.TEAM, STORY)
    assert one.draft.nominator_kind is NominatorKind.FAMILY


def test_limesurvey_with_codes(look: Look, tmp_path: Path) -> None:
    rows = [
        ("id. Response ID", "submitdate. Date submitted", "startlanguage. Start language", "cat. Award category",
         "nom. Name of the nominee", "why. Why should they win?", "byname. Your name", "pub. May we quote your words?"),
        ("1", "2026-09-14 10:09:00", "en", made.CARE, "Ada Example", STORY, "Wren Specimen", "No"),
        ("2", "", "en", made.CARE, "Ben Specimen", STORY + " Ben.", "Wren Specimen", "Yes"),
    ]  # fmt: skip
    found = look(read_forms_file(saved(tmp_path / "lime.csv", rows)))
    assert found.file.program is Program.LIMESURVEY
    assert [one.draft.nominee for one in found.new] == ["Ada Example", "Ben Specimen"]
    assert found.new[0].draft.publish_words is Consent.NO
    assert "1 response was begun and never sent off." in found.warnings


def test_a_table_made_by_hand_below_a_title(look: Look, tmp_path: Path) -> None:
    rows = [
        ("Proud to Care 2026, nominations by telephone", "", "", "", "", ""), ("", "", "", "", "", ""),
        ("Award", "Nominee", "Home", "Reason", "Nominated by", "Date received"),
        ("Team award", "Night Team", "Rosewood House", STORY, "", "1/9/26"),
        (made.CARE, "Ada Example", "Rosewood House", STORY + " Ada.", "Wren Specimen", "13/9/26"),
    ]  # fmt: skip
    found = look(read_forms_file(saved(tmp_path / "hand.csv", rows)))
    assert [one.draft.nominee for one in found.new] == ["Ada Example"]
    assert found.new[0].received_on.isoformat() == "2026-09-13"
    assert found.asked.categories.keys() == {"Team award"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_any_encoding_with_curly_quotes_and_accents(look: Look, tmp_path: Path, encoding: str) -> None:
    rows = [made.row(1, "Siobhán O’Example", why="She said “one more cup” – always.")]
    path = made.nominations_csv(tmp_path / "form.csv", rows, encoding=encoding)
    (one,) = look(read_forms_file(path)).new
    assert one.draft.nominee == "Siobhán O’Example"
    assert one.draft.statement == "She said “one more cup” – always."


def test_what_looks_like_a_formula_or_markup_is_words(look: Look) -> None:
    why = "=HYPERLINK(\"http://example.org\")\n<b>bold</b> & 'quoted'; drop table nomination;"
    (one,) = look([made.row(1, "+Ada Example", why=why)]).new
    assert one.draft.statement == why
    assert one.draft.nominee == "+Ada Example"


def test_two_rows_of_one_response_number_are_one(look: Look) -> None:
    found = look([made.row(1), made.row(1), made.row(2, "Ben Specimen")])
    assert (len(found.new), len(found.already)) == (2, 1)


def test_a_thousand_rows_are_looked_at_quickly(look: Look, gala: Gala) -> None:
    rows = [
        made.row(number, f"Person Number{chr(65 + number % 26)}{chr(97 + number // 26)} Example")
        for number in range(1000)
    ]
    found = look(rows)
    assert len(found.new) == 1000
    assert not [one for one in found.new if FlagKind.NOT_TIED in {flag.kind for flag in one.flags}]

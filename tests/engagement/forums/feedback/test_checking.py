"""What a file would bring is found before anything is written, with what to look at twice."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from engagement.forums import events
from engagement.forums.feedback import responses
from engagement.forums.feedback.checking import Checked, are_of_another_day, check
from engagement.forums.feedback.mapping import LEFT_OUT, NEW, suggest
from engagement.forums.feedback.preview import (
    new_table,
    preview_groups,
    preview_notes,
    uses_table,
)
from engagement.forums.feedback.taking_in import take_in
from resources.database import Database
from resources.files.forms.forms_file import read_forms_file
from resources.files.forms.preview import save_refused_rows
from resources.problem import Problem
from tests.engagement.forums.held_forum import AFTER
from tests.resources.files.forms import made_forms as forms

Look = Callable[..., Checked]
TOPICS = "which topics should come next"


def test_rows_are_new_blank_or_refused_with_the_reason(db: Database, checked: Look) -> None:
    found = checked(forms.microsoft_csv)
    assert [one.line for one in found.new] == [2, 3, 4]
    assert [one.line for one in found.blank] == [5]
    (refused,) = found.refused
    assert (refused.line, refused.field, refused.reason) == (6, forms.USEFUL, "“7” is not from 1 to 5")
    assert found.left_out == ["Which topics should come next?"]
    assert db.value("select count(*) from feedback_question") == 0  # looking writes nothing


def test_the_preview_says_it_all_and_shows_no_name(checked: Look) -> None:
    found = checked(forms.windows_1252_csv)
    groups = preview_groups(found)
    assert [(one.name, one.number) for one in groups] == [("New responses", 2)]
    assert new_table(found).rows[0] == (2, "4 – Useful", "Yes")
    shown = repr([one.table for one in groups]) + repr(preview_notes(found))
    assert "Amina" not in shown and "example.org" not in shown
    assert preview_notes(found)[-1].startswith("Names and e-mail addresses in the file are not kept")
    assert preview_notes(found)[-2].startswith("Not a question of the form, and not read: “Total points”")


def test_a_column_can_become_a_question(checked: Look) -> None:
    found = checked(forms.microsoft_csv, uses={TOPICS: NEW})
    assert found.created == [TOPICS]
    assert "New question: “Which topics should come next?” (choices)." in preview_notes(found)
    groups = preview_groups(found)
    assert [one.name for one in groups] == ["New responses", "Nothing answered", f"Refused: {forms.USEFUL}"]
    texts = {use.question_id: "x" for use in found.uses.values()}
    rows = uses_table(found.uses, [(one.key, one.heading) for one in found.file.columns], texts).rows
    assert rows[-1] == ("Which topics should come next?", "A new question", "chosen")


def test_names_are_dropped_unless_asked_for_and_then_kept_of_the_events_people_alone(
    db: Database, checked: Look, held: tuple[str, dict[str, str]]
) -> None:
    assert {one.participant_id for one in checked(forms.google_csv).new} == {None}
    found = checked(forms.google_csv, keep_people=True)
    assert [one.participant_id for one in found.new] == [held[1]["Amina Khan"], None, None]
    assert found.matched == 1
    assert preview_notes(found)[-1].startswith("1 response is kept with the name")
    by_name = checked(forms.windows_1252_csv, keep_people=True)
    assert [one.participant_id for one in by_name.new] == [held[1]["Amina Khan"], held[1]["Ben Lund"]]


def test_a_name_may_stand_surname_first(checked: Look, held: tuple[str, dict[str, str]]) -> None:
    def surname_first(path: Path) -> Path:
        path.write_text(
            'Timestamp,Name,How well was it run?\n2019-12-10 10:00,"Khan, Amina",Well\n'
            "2019-12-10 11:00,LUND Ben,Well\n"
        )
        return path

    found = checked(surname_first, keep_people=True)
    assert [one.participant_id for one in found.new] == [held[1]["Amina Khan"], held[1]["Ben Lund"]]


def test_a_file_of_another_event_is_warned_of(db: Database, checked: Look, event: str) -> None:
    def strangers(path: Path) -> Path:
        path.write_text(
            "Timestamp,Email,How well was it run?\n2019-05-01 10:00,a@example.com,Well\n"
            "2019-05-02 10:00,b@example.com,Badly\n"
        )
        return path

    first, second = checked(strangers).warnings
    assert "they are of 1 May 2019 to 2 May 2019" in first and "another event" in first
    assert second.startswith(
        "2 responses have a name or address, and none is of somebody on this event’s list"
    )
    assert checked(forms.windows_1252_csv).warnings == ()


def test_responses_held_are_known_again_in_a_longer_file_and_in_another_format(
    db: Database, checked: Look, event: str
) -> None:
    def xlsx(path: Path) -> Path:
        return forms.microsoft_xlsx(path, sent=[datetime(2019, 12, 10, 13, 4), datetime(2019, 12, 11, 9, 30)])

    def longer_xlsx(path: Path) -> Path:
        moments = (datetime(2019, 12, 10, 13, 4), datetime(2019, 12, 11, 9, 30), datetime(2019, 12, 12, 8))
        return forms.microsoft_xlsx(path, sent=moments)

    take_in(db, checked(xlsx), now=AFTER)
    again = checked(xlsx)
    assert (len(again.new), len(again.already)) == (0, 2)
    longer = checked(longer_xlsx, name="longer")
    assert (len(longer.new), len(longer.already)) == (1, 2)
    assert [one.line for one in longer.new] == [4]
    assert len(responses.responses_of(db, event)) == 2


def test_refused_rows_are_saved_to_be_mended_and_are_then_new(
    db: Database, checked: Look, tmp_path: Path
) -> None:
    found = checked(forms.microsoft_csv)
    take_in(db, found, now=AFTER)
    save_refused_rows(found.file, found.refused, tmp_path / "refused.xlsx")
    again = read_forms_file(tmp_path / "refused.xlsx")
    assert (
        again.responses[0].row_key
        == read_forms_file(forms.microsoft_csv(tmp_path / "a.csv")).responses[4].row_key
    )
    assert len(checked(forms.microsoft_csv, uses={"how useful was the event to you": LEFT_OUT}).new) == 1


def test_refused_rows_of_two_header_rows_are_read_like_the_file(checked: Look, tmp_path: Path) -> None:
    def rows(path: Path) -> Path:
        path.write_text(
            forms.surveymonkey_csv(path)
            .read_text()
            .replace("Useful,Staffing,Digital", "Lovely,Staffing,Digital")
        )
        return path

    found = checked(rows)
    assert len(found.refused) == 1
    save_refused_rows(found.file, found.refused, tmp_path / "refused.xlsx")
    again = read_forms_file(tmp_path / "refused.xlsx")
    assert [one.heading for one in again.columns] == [one.heading for one in found.file.columns]
    assert again.responses[0].told[1] == "Staffing; Digital records"


def test_days_before_the_event_or_long_after_it_are_of_another() -> None:
    day = date(2019, 12, 10)
    assert are_of_another_day([date(2019, 9, 10), date(2019, 9, 11), day], day)
    assert are_of_another_day([date(2020, 6, 1)], day)
    assert not are_of_another_day([day, date(2019, 12, 24), None], day)
    assert not are_of_another_day([], day)


def test_a_file_of_a_cancelled_event_is_refused(
    db: Database, forum: Callable[..., str], tmp_path: Path
) -> None:
    planned = forum()
    events.cancel_event(db, planned)
    file = read_forms_file(forms.microsoft_csv(tmp_path / "form.csv"))
    with pytest.raises(Problem, match=r"is cancelled, so it has no feedback"):
        check(db, planned, file, suggest(db, file, events.get(db, planned).kind))

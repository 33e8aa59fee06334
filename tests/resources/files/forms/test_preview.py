"""What previews of forms files say alike."""

from dataclasses import dataclass
from pathlib import Path

from resources.files.forms import preview
from resources.files.forms.forms_file import FormsFile, read_forms_file
from resources.files.reading import read_sheets
from resources.files.refused import RefusedRow
from tests.resources.files.forms import made_forms as forms


@dataclass(frozen=True)
class Kept:
    """A response with its answers."""

    line: int
    answers: dict[str, int]


def form(folder: Path) -> FormsFile:
    return read_forms_file(forms.microsoft_csv(folder / "form.csv"))


def test_groups_of_nothing_are_not_shown(tmp_path: Path) -> None:
    assert preview.held_already([]) == preview.nothing_answered([]) == preview.refused_groups([]) == []
    file = form(tmp_path)
    first = file.responses[0].line
    (named,) = preview.held_already(file.responses[:2], {first: "Rose House"})
    assert [row[1] for row in named.table.rows] == ["Rose House", ""]
    (held,) = preview.held_already(file.responses[:2])
    assert (held.name, held.number, held.refused, held.to_decide) == ("Held already", 2, False, False)
    assert [row[0] for row in held.table.rows] == [one.line for one in file.responses[:2]]


def test_what_is_refused_is_a_group_for_each_mending() -> None:
    rows = [
        RefusedRow(2, "", ("7",), "“7” is no step of the scale", "How useful was it?"),
        RefusedRow(3, "", ("8",), "“8” is no step of the scale", "How useful was it?"),
        RefusedRow(4, "", ("",), "The row has more cells than there are headings"),
    ]
    found = preview.refused_groups(rows)
    assert [(one.name, one.number, one.refused) for one in found] == [
        ("Refused: How useful was it?", 2, True), ("Refused", 1, True),
    ]  # fmt: skip
    assert found[0].table.rows[1] == (3, "“8” is no step of the scale")


def test_new_responses_show_the_columns_that_are_used_in_the_order_of_the_file(tmp_path: Path) -> None:
    file = form(tmp_path)
    first, second = file.columns[0].key, file.columns[1].key
    new = [Kept(2, {first: 5, second: 4}), Kept(3, {second: 3})]
    wordings = {second: "How well?", first: "How useful?"}
    table = preview.responses_table(file, wordings, new, lambda _, answer: f"{answer}\nof  5")
    assert [one.heading for one in table.columns] == ["Line", "How useful?", "How well?"]
    assert table.rows == [(2, "5 of 5", "4 of 5"), (3, "", "3 of 5")]
    assert preview.new_group(table).number == 2
    told = preview.responses_table(file, wordings, new, lambda _, answer: str(answer), ["Elm", ""])
    assert [row[:2] for row in told.rows] == [(2, "Elm"), (3, "")]


def test_a_few_are_named_and_the_others_are_counted() -> None:
    assert preview.left_out_words([]) == preview.new_questions_words([]) == []
    assert preview.left_out_words(["Colour"]) == ["1 column left out: “Colour”."]
    assert preview.left_out_words(list("abcdefgh")) == [
        "8 columns left out: “a”, “b”, “c”, “d”, “e”, “f”, and 2 more."
    ]
    assert preview.new_questions_words([("Why?", "In words"), ("Which?", "One choice")]) == [
        "New 2 questions: “Why?” (in words) and “Which?” (one choice)."
    ]


def test_the_second_row_of_headings_goes_with_what_is_refused(tmp_path: Path) -> None:
    file = read_forms_file(forms.surveymonkey_csv(tmp_path / "sm.csv"))
    one = file.responses[0]
    refused = [RefusedRow(one.line, file.sheet, one.cells, "Why not", "")]
    preview.save_refused_rows(file, refused, tmp_path / "refused.xlsx")
    (sheet,) = read_sheets(tmp_path / "refused.xlsx")
    said = [[cell for cell in row.cells if cell] for row in sheet.rows]
    assert any(preview.SECOND_ROW in row for row in said) and any("Why not" in row for row in said)
    assert len(read_forms_file(tmp_path / "refused.xlsx").responses) == 1

"""A column of a forms file is known by words of its heading, where only one begins with them."""

from pathlib import Path

import pytest

from desktop.command_line.forms_import import form_column
from resources.files.forms.forms_file import FormsFile, read_forms_file
from resources.problem import Problem


@pytest.fixture
def file(tmp_path: Path) -> FormsFile:
    path = tmp_path / "form.csv"
    path.write_text("How useful was it?,How well was it run?,Colour\n5,4,red\n", encoding="utf-8")
    return read_forms_file(path)


@pytest.mark.parametrize("text", ["Colour", "colour", "COL"])
def test_a_column_by_its_heading_or_the_beginning_of_it(file: FormsFile, text: str) -> None:
    assert form_column(file, text).heading == "Colour"


def test_a_column_that_is_not_there_or_may_be_two(file: FormsFile) -> None:
    with pytest.raises(Problem, match=r"has no column “Size”. Its columns are “How useful was it\?”"):
        form_column(file, "Size")
    with pytest.raises(Problem, match="“How” may be more than one column"):
        form_column(file, "How")

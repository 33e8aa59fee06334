"""The review as a workbook: saved, filled in, read back; and what is refused of it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from engagement.forums.groups import NAMES_WITHHELD
from engagement.forums.online.review import Review
from engagement.forums.online.review_file import read_decisions, review_table, save_review
from engagement.forums.online.vocabulary import Standing
from engagement.forums.online.whom import LeftOut, Matched, NewPerson, SameAs
from engagement.forums.vocabulary import Confidentiality
from resources.files.reading import read_sheets
from resources.files.writing import save_xlsx
from resources.problem import Problem
from resources.tables import Column, Table
from tests.engagement.forums.online.online_files import teams

DAY = "10/12/2019, "
NAMES = ("Ada Example", "Ben Sampel", "Zed Stranger", "Olu Officer", "Zed Strangr", "Agent", "Cy Specimen")


@pytest.fixture
def found(contact: dict[str, str], review: Callable[..., Review]) -> Review:
    joins = [
        (name, f"{DAY}10:00:00", f"{DAY}10:06:00" if name == "Cy Specimen" else f"{DAY}12:00:00", "", "")
        for name in NAMES
    ]
    return review(teams(joins, joins))


@pytest.fixture
def filled(found: Review, tmp_path: Path) -> Callable[..., Review]:
    """The review read back from its workbook with cells filled in: decision, provider, count."""

    def fill(**cells: tuple[str, ...]) -> Review:
        path = tmp_path / "review.xlsx"
        save_review(found, path)
        rows = [list(row.cells) for row in read_sheets(path)[0].rows]
        for row in rows[1:]:
            given = cells.get(f"line{row[0]}", ())
            row[2 : 2 + len(given)] = given
        width = max(map(len, rows))
        table = Table(
            "Review", tuple(Column(str(at), heading) for at, heading in enumerate(rows[0])),
            [tuple([*row, *[""] * (width - len(row))])[: len(rows[0])] for row in rows[1:]],
        )  # fmt: skip
        save_xlsx([table], path)
        return read_decisions(found, path)

    return fill


def refusal(work: Callable[[], object]) -> str:
    with pytest.raises(Problem) as refused:
        work()
    return refused.value.sentence


def test_the_table_has_a_line_each_and_says_what_will_be_written(found: Review) -> None:
    table = review_table(found)
    assert [row[1] for row in table.rows] == list(NAMES)
    assert table.rows[6][2:4] == (6, 1)
    assert table.notes[-1] == found.summary
    assert table.source == "attendance.csv"


def test_every_decision_can_be_filled_in(filled: Callable[..., Review], contact: dict[str, str]) -> None:
    done = filled(
        line2=("confirm",), line3=("New contact", "Rosewood Court"), line4=("Council staff",), line5=("Same as 3",),
        line6=("Leave out",), line7=("José O'Demo", "", "", "Yes"),
    )  # fmt: skip
    rosewood = next(provider for name, provider in done.found.known.homes if name == "Rosewood Court")
    choices = {
        "2": Matched(contact["Ben Sample"], "Ben Sample", "Larkmeadow House"),
        "3": NewPerson("Zed Stranger", rosewood, home="Rosewood Court"),
        "4": NewPerson("Olu Officer", council=True),
        "5": SameAs("3"),
        "6": LeftOut(),
        "7": Matched(contact["José O’Demo"], "José O’Demo", "Harebell Lodge"),
    }
    assert done.choices == choices
    assert [line.standing for line in done.lines][6] is Standing.CONFIRMED
    assert done.line("1").waits  # the name alone is nothing sure


def test_a_provider_that_the_register_lacks_is_new(filled: Callable[..., Review]) -> None:
    said = filled(line3=("new", "", "Kingfisher Care"))
    assert said.choices == {"3": NewPerson("Zed Stranger", new_provider="Kingfisher Care")}
    assert "1 new contact made. Makes 1 new provider: Kingfisher Care." in said.summary


def test_a_name_that_the_register_lacks_makes_no_provider_unless_it_is_said_to_be_new(
    filled: Callable[..., Review],
) -> None:
    assert refusal(lambda: filled(line3=("new", "Rosewood"))) == (
        "Line 4 of “review.xlsx”: the register holds no provider “Rosewood”. Alike: “Rosewood Court” and "
        "“Rosewood Court Limited”. Write the one that is meant, or write “Rosewood” under “New provider” to make it."
    )
    assert "Write the name of one that it holds" in refusal(lambda: filled(line3=("new", "Kingfisher Care")))
    assert filled(line3=("new", "", "Rosewood")).choices["3"] == NewPerson(
        "Zed Stranger", new_provider="Rosewood"
    )
    assert "the register holds “Rosewood Court Limited”" in refusal(
        lambda: filled(line3=("new", "", "Rosewood Court Ltd"))
    )
    assert "leave “Provider” empty" in refusal(lambda: filled(line3=("new", "Rosewood Court", "Rosewood")))


def test_spellings_that_were_joined_are_said_and_the_workbook_comes_back(
    review: Callable[..., Review], tmp_path: Path
) -> None:
    times = (f"{DAY}10:00:00", f"{DAY}12:00:00", "")
    joins = [
        ("Beth Ginghamley", *times, "beth@a.example"),
        ("Ginghamley, Beth (EXT)", *times, "beth@a.example"),
    ]
    joined = review(teams(joins, joins), name="beth.csv")
    (row,) = review_table(joined).rows
    assert row[1:4:2] == ("Beth Ginghamley, also shown as “Ginghamley, Beth (EXT)”", 2)
    path = tmp_path / "review.xlsx"
    save_review(joined.choose("1", LeftOut()), path)
    assert read_decisions(joined, path).choices == {"1": LeftOut()}


def test_what_was_chosen_before_is_in_the_workbook_and_comes_back(found: Review, tmp_path: Path) -> None:
    path = tmp_path / "review.xlsx"
    said = found.confirm("2").choose("3", NewPerson("Zed Stranger", new_provider="Kingfisher Care"))
    said = (
        said.choose("4", NewPerson("Olu Officer", council=True))
        .choose("5", SameAs("3"))
        .choose("6", LeftOut())
    )
    said = said.count("7")
    save_review(said, path)
    again = read_decisions(found, path)
    assert (again.choices, again.counted) == (said.choices, said.counted)


def test_nothing_filled_in_changes_nothing(filled: Callable[..., Review], found: Review) -> None:
    assert filled() == found


def test_what_is_no_decision_is_refused_with_its_line(filled: Callable[..., Review]) -> None:
    assert refusal(lambda: filled(line2=("perhaps",))) == (
        "Line 3 of “review.xlsx”: “perhaps” is no contact of the register and no decision. Write Confirm, New contact, "
        "Council staff, Leave out or Same as 3, or a contact’s name."
    )
    assert refusal(lambda: filled(line3=("confirm",))).startswith(
        "Line 4 of “review.xlsx”: Nobody of the register fits “Zed Stranger”."
    )
    assert refusal(lambda: filled(line3=("new",))) == (
        "Line 4 of “review.xlsx”: where Zed Stranger is from is not said. Write the provider’s name beside it."
    )
    assert "not as itself" in refusal(lambda: filled(line3=("Same as 3",)))


def test_a_name_that_two_have_needs_the_provider(
    filled: Callable[..., Review], found: Review, person: Callable[..., str]
) -> None:
    assert filled(line3=("Cy Specimen", "Rosewood Court")).choices["3"].name == "Cy Specimen"  # type: ignore[union-attr]
    assert "at Elsewhere" in refusal(lambda: filled(line3=("Cy Specimen", "Elsewhere")))


def test_the_workbook_of_another_file_is_refused(
    found: Review, review: Callable[..., Review], tmp_path: Path
) -> None:
    path = tmp_path / "review.xlsx"
    save_review(found, path)
    joins = [("Somebody Else", f"{DAY}10:00:00", f"{DAY}12:00:00", "", "")]
    other = review(teams(joins, joins), name="other.csv")
    assert refusal(lambda: read_decisions(other, path)) == (
        "“review.xlsx” is the review of another file: its line 2 is about “Ada Example”, who is not number 1 of "
        "“other.csv”. Save the review of this file and fill that in."
    )


def test_a_workbook_that_is_no_review_is_refused(found: Review, tmp_path: Path) -> None:
    path = tmp_path / "prices.xlsx"
    save_xlsx([Table("Prices", (Column("a", "Item"), Column("b", "Price")), [("Tea", "2")])], path)
    assert "columns “No.”, “Shown as” and “Your decision” were expected" in refusal(
        lambda: read_decisions(found, path)
    )


def test_the_workbook_of_a_meeting_of_which_nobody_is_named_is_marked_and_read_back(
    found: Review, tmp_path: Path
) -> None:
    event = replace(found.event, confidentiality=Confidentiality.NAMES_WITHHELD)
    closed, path = replace(found, found=replace(found.found, event=event)), tmp_path / "review.xlsx"
    assert review_table(found).exempt is None and review_table(closed).exempt is NAMES_WITHHELD
    save_review(closed.choose("3", LeftOut()), path)
    words = [cell for row in read_sheets(path)[0].rows for cell in row.cells]
    assert (
        "EXEMPT – NOT FOR PUBLICATION: paragraph 2 of Part 1 of Schedule 12A to the Local Government Act 1972"
        in words
    )
    assert read_decisions(closed, path).choices == {"3": LeftOut()}

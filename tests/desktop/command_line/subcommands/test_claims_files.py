"""Claims as files, without a window."""

from pathlib import Path

from resources.database import Database
from resources.files.reading import read_sheets
from tests.desktop.command_line.conftest import Clerk
from tests.workforce.funding.claims.claiming import county
from tests.workforce.funding.claims.files.lists import row, written
from workforce.funding.claims.claims import claims


def make(db: Database) -> None:
    county(db, evidence="Certificate").claim(db, what="Another", course_id=None, item_id=None)


def filled(clerk: Clerk) -> Clerk:
    clerk.with_db(make)
    return clerk


def number(clerk: Clerk) -> int:
    found: list[int] = []
    clerk.with_db(lambda db: found.append(len(claims(db))))
    return found[0]


def test_a_list_is_previewed_then_taken_in_once(clerk: Clerk, tmp_path: Path) -> None:
    path = written(tmp_path, [row(), row(value="1.250,00", code="603/2")])
    printed = filled(clerk).does(
        "claims-import", str(path), "Workforce", "--refused", str(tmp_path / "refused.xlsx")
    )
    assert "New claims" in printed and "write 1,250.00" in printed and "Nothing was written" in printed
    assert "write 1,250.00" in read_sheets(tmp_path / "refused.xlsx")[0].head()[1].cells[-2]
    assert number(clerk) == 1
    assert "Took in 1 claim, £600." in clerk.does("claims-import", str(path), "Workforce", "--take-in")
    assert "no claim that could be added" in clerk.refuses(
        "claims-import", str(path), "Workforce", "--take-in"
    )
    assert number(clerk) == 2


def test_columns_with_other_headings_are_named(clerk: Clerk, tmp_path: Path) -> None:
    cells = {
        "Who claims": "Rosewood Example Homes",
        "Whom": "Ada Example",
        "What for": "First aid",
        "Pounds": "60",
    }
    path = str(written(tmp_path, [cells], headings=tuple(cells)))
    assert "which column is which" in filled(clerk).refuses("claims-import", path, "Workforce")
    named = ["--map", "organisation=Who claims", "--map", "learner=Whom", "--map", "what=What for"]
    assert "no column “Euros”" in clerk.refuses(
        "claims-import", path, "Workforce", *named, "--map", "pence=Pounds", "--map", "uln=Euros"
    )
    assert "no field “money”" in clerk.refuses("claims-import", path, "Workforce", "--map", "money=Pounds")
    printed = clerk.does("claims-import", path, "Workforce", *named, "--map", "pence=Pounds")
    assert "The new claims make £60 of Workforce Example Fund." in printed


def test_the_claim_form(clerk: Clerk, tmp_path: Path) -> None:
    printed = filled(clerk).does(
        "claim-form", str(tmp_path / "form.xlsx"), "--fund", "Workforce", "--claim", "1", "--status", "draft"
    )
    assert "1 claim" in printed and "1 claim without the candidate registration number: 1." in printed
    cells = [one.cells for one in read_sheets(tmp_path / "form.xlsx")[0].head()]
    assert len(cells[0]) == 11 and cells[1][2:4] == ("Ada", "Example")
    assert "in a state to be sent" in clerk.refuses("claim-form", str(tmp_path / "y.xlsx"))
    assert "no claim to write" in clerk.refuses("claim-form", str(tmp_path / "x.xlsx"), "--provider", "Hazel")


def test_evidence_is_added_shown_saved_and_removed(clerk: Clerk, tmp_path: Path) -> None:
    file = tmp_path / "certificate.pdf"
    file.write_bytes(b"%PDF")
    filled(clerk).does(
        "claim-evidence", "1", "--add", "Certificate", "--keep", str(file), "--on", "1 October 2019"
    )
    assert "certificate.pdf" in clerk.does("claim-evidence", "1")
    clerk.does("claim-evidence", "1", "--add", "Photograph", "--by", "Bo Example")
    assert "No file is kept of “Photograph”" in clerk.refuses("claim-evidence", "1", "--save", "Photograph")
    assert "--to FILE" in clerk.refuses("claim-evidence", "1", "--save", "Certificate")
    clerk.does("claim-evidence", "1", "--save", "Certificate", "--to", str(tmp_path / "copy.pdf"))
    assert (tmp_path / "copy.pdf").read_bytes() == b"%PDF"
    assert "Removed from claim 1: Photograph." in clerk.does("claim-evidence", "1", "--remove", "Photograph")

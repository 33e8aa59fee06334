"""A round that is scoring, with two judges called J. Smith and some nominees, for tests of packs and workbooks."""

from pathlib import Path

from awards.judging.workbook import save_workbooks
from awards.vocabulary import RoundPhase
from resources.database import Database
from resources.files.reading import read_sheets
from tests.awards.gala import TODAY, Gala


class Panelled:
    """`keys` are the assignments of the first judge by reference."""

    def __init__(self, db: Database, *, year: int = 2026, name: str = "Proud to Care 2026") -> None:
        self.db, self.gala = db, Gala(db, name, year=year)
        self.one = self.gala.judge("J. Smith")
        self.two = self.gala.judge("J. Smith")
        self.entries = [
            self.gala.nominate("Ada Example"),
            self.gala.nominate("Theo Placeholder", statement="Theo’s calm at Rosewood is known. Ask Wren."),
            self.gala.nominate("Night Owls", "Team", statement="The Night Owls never sleep."),
        ]
        self.gala.judging(*(one.id for one in self.entries))
        self.keys = [self.gala.give(self.one.id, one.id) for one in self.entries]
        self.gala.give(self.two.id, self.entries[0].id)
        self.gala.at(RoundPhase.SCORE)

    def workbook(self, folder: Path) -> Path:
        """That of the first judge, saved."""
        return save_workbooks(self.db, self.gala.round_id, folder, today=TODAY, only=[self.one.id])[0]


def edited(
    path: Path, cells: dict[tuple[int, int], str], *, order: list[int] | None = None, about: bool = True,
    hidden: bool = False, copy: bool = False,
) -> Path:  # fmt: skip
    """The workbook as a judge sends it back: other cells on its sheet of scores (rows and columns from 0, the header
    being row 0), the rows beneath in another `order`, without its sheet “About” or with that `hidden`
    where that is asked, and with the scores again in a `copy`.
    """
    import xlsxwriter

    target = path.with_name(f"back {path.name}")
    with xlsxwriter.Workbook(target) as book:
        for sheet in read_sheets(path):
            if sheet.name == "About" and not about:
                continue
            rows = [list(row.cells) for row in sheet.rows]
            if sheet.name == "Scores":
                for (row, column), value in cells.items():
                    rows[row][column] = value
                rows = [rows[0], *([rows[1:][place] for place in order] if order is not None else rows[1:])]
            for name in (sheet.name, "Copy") if copy and sheet.name == "Scores" else (sheet.name,):
                written = book.add_worksheet(name)
                for place, row in enumerate(rows):
                    for column, value in enumerate(row):
                        figure = value.replace(".", "").isdigit()
                        written.write(place, column, float(value) if figure else value)
                if name == "Scores":
                    written.activate()
                    written.set_first_sheet()
                if name == "About" and hidden:
                    written.hide()
    return target

"""The recovery sheet: one page that opens the register when its passphrase is lost, to be kept on paper alone."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from resources.database.locked.recovery import GROUPS, RecoveryCode
from resources.report.word import markup as xml
from resources.report.word.markup import Xml
from resources.report.word.pages import Grid, Paper, grid_table, placed, save_pages, section, sized
from resources.report.word.styles import ACCENT, QUIET
from resources.wording import date_words

_PAPER = Paper(top=18, bottom=16, left=25, right=25)
_GROUPS = Grid(columns=5, rows=GROUPS // 5, width=32, height=17, cut=True, align="center", inset=1)

_WHEN_LOST = (
    "Open Provider Desk, go to the i-Work page and choose “Use the recovery sheet”.",
    "Type the ten groups. Gaps and small letters do not matter; there is no 0, O, 1 or I among them.",
    "Choose a new passphrase under “Lock and backups”. The code of this sheet stays as it is.",
)
_KEEP = (
    "Keep it on paper alone, in a locked cupboard or a safe, away from the computer and apart from the passphrase.",
    "Do not photograph, scan or e-mail it. Delete the Word file it was printed from, and empty the bin.",
    "If it is lost, or somebody saw it, make a new sheet under “Lock and backups”: from then on this opens nothing.",
)

_BY_HAND = (("Typed back to prove it, on", 26), ("by", 36), ("Kept at", 34), ("Who else knows where", 26))


def save_recovery_sheet(path: Path, code: RecoveryCode, *, register_id: str, day: date) -> None:
    """Write the sheet. The code stands nowhere else: whoever has this file, or the paper, can open the register."""
    title = "Recovery sheet of the i-Work register"
    body = [
        placed(sized(title, 22, bold=True, colour=ACCENT), style="Title", after=4),
        placed(sized(f"Register {register_id} · made on {date_words(day)}", 11, colour=QUIET), after=12),
        _paragraph(
            "This code opens the register when its passphrase is lost. Without both nobody can open it: not the "
            "council’s computer team, and not those who made the program."
        ),
        _code(code),
        *_steps("When the passphrase is lost", _WHEN_LOST, numbered=True),
        *_steps("Where to keep this sheet", _KEEP),
        xml.paragraph("Heading2", xml.run("To fill in by hand")),
        *(placed(xml.run(f"{what} {'…' * dots}"), before=8, after=6) for what, dots in _BY_HAND),
        section(_PAPER),
    ]  # fmt: skip
    save_pages(path, title=title, as_at=day, body=body)


def _code(code: RecoveryCode) -> Xml:
    cells = [
        xml.joined(
            placed(sized(str(number), 8, colour=QUIET), align="center"),
            placed(sized(" ".join(group), 18, bold=True), align="center"),
        )
        for number, group in enumerate(code.groups(), 1)
    ]
    return grid_table(
        _GROUPS, cells, title="The code", description="Ten numbered groups of four signs, read row by row"
    )


def _steps(heading: str, items: Sequence[str], *, numbered: bool = False) -> list[Xml]:
    marks = [f"{number}. {item}" if numbered else item for number, item in enumerate(items, 1)]
    return [
        xml.paragraph("Heading2", xml.run(heading)),
        *(_paragraph(mark) if numbered else xml.paragraph("ListBullet", xml.run(mark)) for mark in marks),
    ]


def _paragraph(text: str) -> Xml:
    return placed(xml.run(text), after=6)

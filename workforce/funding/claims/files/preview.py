"""What is shown before a list of claims is taken in, and the workbook of its refused rows."""

from pathlib import Path

from resources.files.forms.preview import LINE, PreviewGroup, refused_groups, uses_table
from resources.files.refused import save_refused
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import capital_first, count_of, money
from workforce.funding.claims.files.checking import Checked
from workforce.funding.claims.files.columns import SPECS
from workforce.funding.claims.files.reading import ClaimsFile
from workforce.funding.claims.tables import EXEMPT


def preview_groups(found: Checked) -> list[PreviewGroup]:
    """What would be added, what is refused by what would mend it, and what is held already."""
    groups = [_new(found)] if found.new else []
    groups += refused_groups(found.refused)
    return groups + ([_held(found)] if found.held else [])


def _new(found: Checked) -> PreviewGroup:
    columns = (
        LINE,
        Column("learner", "Learner", width=160),
        Column("new", "New learner", ColumnKind.FLAG, 84),
        Column("what", "Qualification or course", width=220),
        Column("provider", "Provider", width=200),
        Column("pence", "Claimed", ColumnKind.MONEY, 92),
        Column("status", "Status", ColumnKind.STATUS, 130),
        Column("uln", "ULN", width=104),
        Column("known", "Fund pays for it", ColumnKind.FLAG, 96),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            one.row.line, f"{one.learner.given_name} {one.learner.family_name}".strip(),
            int(one.learner.id is None), one.what, one.provider, one.row.pence, one.status.label, one.learner.uln,
            int(one.item_id is not None),
        )
        for one in found.new
    ]  # fmt: skip
    state = "as drafts" if found.fund.is_ours else "as the file says that they stand"
    return PreviewGroup(
        "New claims", len(rows), Table("New claims", columns, rows, exempt=EXEMPT), f"They are added {state}."
    )


def _held(found: Checked) -> PreviewGroup:
    columns = (
        LINE,
        Column("learner", "Learner", width=170),
        Column("claim", "Is claim", ColumnKind.NUMBER, 76),
        Column("differs", "Differs", width=260),
    )
    rows: list[tuple[Cell, ...]] = [
        (one.row.line, one.row.learner or one.row.uln, one.claim, one.differs) for one in found.held
    ]
    return PreviewGroup(
        "Held already", len(rows), Table("Held already", columns, rows, exempt=EXEMPT),
        "The same learner, qualification and provider are held for this fund; nothing is added twice or written over.",
    )  # fmt: skip


def preview_notes(found: Checked) -> list[str]:
    """How the file was read, and what its claims make together."""
    left = [heading for heading in found.file.header.unknown if heading.strip()]
    notes = list(found.notes)
    if left:
        notes.append(
            f"{count_of(len(left), 'column')} not read: {', '.join(left[:6])}{'…' if len(left) > 6 else ''}."
        )
    if found.new:
        notes.insert(0, f"The new claims make {money(found.pence)} of {found.fund.name}.")
    return notes


def columns_table(file: ClaimsFile) -> Table:
    """What each column is taken for."""
    taken = {at: name for name, at in file.header.mapping.items()}
    meaning = {spec.name: capital_first(spec.meaning.removeprefix("the ")) for spec in SPECS}
    headings = [(str(at), heading) for at, heading in enumerate(file.headings) if heading.strip()]

    def taken_for(at: str) -> tuple[str, str]:
        name = taken.get(int(at))
        return (meaning[name], "its heading") if name else ("not read", "")

    return uses_table(headings, taken_for, "Taken for")


def save_refused_rows(found: Checked, path: Path) -> None:
    """As they stood, each with its reason, to be mended and taken in again."""
    save_refused(path, found.file.headings, found.refused)

"""Which adjustments somebody needs to do a job well: support, never a diagnosis."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from resources.database import Database, change, new_key
from resources.files.cells import typed_text
from resources.problem import Problem
from resources.rows import columns_of, made
from resources.tables import Cell
from workforce.iwork.profile.adjustments import adjustment
from workforce.iwork.profile.whose import reference_to_write
from workforce.iwork.vocabulary import Need


@dataclass(frozen=True)
class AdjustmentNeed:
    """One adjustment that somebody needs, or that helps them."""

    id: str
    person_id: str
    adjustment_id: str
    need: Need
    note: str = ""


_COLUMNS = columns_of(AdjustmentNeed)


def _need(row: tuple[Any, ...]) -> AdjustmentNeed:
    return made(AdjustmentNeed, row, need=Need)


def needs_of(vault: Database, person_id: str) -> list[AdjustmentNeed]:
    """What must be first, then what helps, each by name."""
    rows = vault.rows(
        f"""select {", ".join(f"adjustment_need.{one}" for one in _COLUMNS.split(", "))} from adjustment_need
        join adjustment on adjustment.id = adjustment_id where person_id = ?
        order by need = 'helps', adjustment.name collate nocase, adjustment.id""",
        (person_id,),
    )
    return [_need(row) for row in rows]


def _held(vault: Database, person_id: str, adjustment_id: str) -> AdjustmentNeed | None:
    return next((one for one in needs_of(vault, person_id) if one.adjustment_id == adjustment_id), None)


def set_need(
    vault: Database, person_id: str, adjustment_id: str, need: Need, *, note: str | None = None
) -> AdjustmentNeed:
    """They need it, or it helps; a note that is not given stays."""
    whose, of = reference_to_write(vault, person_id), adjustment(vault, adjustment_id)
    held = _held(vault, person_id, adjustment_id)
    if held is None and of.archived_on is not None:
        raise Problem(f"The adjustment “{of.name}” is archived. Restore it first, or choose another.")
    cells: dict[str, Cell] = {"need": need.value}
    if note is not None:
        cells["note"] = typed_text(note)
    with change(vault, f"Set an adjustment for {whose}: {of.name}, {need.label.lower()}"):
        if held:
            vault.update_row("adjustment_need", held.id, cells)
        else:
            facts = {"id": new_key(), "person_id": person_id, "adjustment_id": adjustment_id}
            vault.insert_row("adjustment_need", {**facts, **cells})
    return next(one for one in needs_of(vault, person_id) if one.adjustment_id == adjustment_id)


def remove_need(vault: Database, person_id: str, adjustment_id: str) -> None:
    """They need it no more."""
    whose, of = reference_to_write(vault, person_id), adjustment(vault, adjustment_id)
    held = _held(vault, person_id, adjustment_id)
    if held is None:
        raise Problem(f"The profile of {whose} does not ask for “{of.name}”.")
    with change(vault, f"Took an adjustment out of the profile of {whose}: {of.name}"):
        vault.delete_row("adjustment_need", held.id)


def set_needs(vault: Database, person_id: str, needs: Mapping[str, Need]) -> list[AdjustmentNeed]:
    """All at once, by the adjustments’ keys; notes stay."""
    whose = reference_to_write(vault, person_id)
    held = {one.adjustment_id: one for one in needs_of(vault, person_id)}
    with change(vault, f"Set the adjustments that {whose} needs"):
        for key, one in held.items():
            if key not in needs:
                vault.delete_row("adjustment_need", one.id)
        for key, need in needs.items():
            if key not in held or held[key].need is not need:
                set_need(vault, person_id, key, need)
    return needs_of(vault, person_id)

"""Certificates of the awards, a page each, as one document or one for each; before the announcement under embargo."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from awards.ceremony.honours import EMBARGO, Honour, is_secret
from awards.ceremony.people import Nominee, nominees
from awards.rounds.rounds import AwardRound, award_round
from engagement.register.letterhead import Letterhead, letterhead
from resources.database import Database
from resources.files.safe_names import unique_names
from resources.problem import Problem
from resources.report.word.certificates import Certificate, certificate_pages
from resources.report.word.pages import save_pages
from resources.wording import count_of, date_words

_SAYS: Mapping[Honour, tuple[str, str]] = {
    Honour.WINNER: ("Winner", "won"),
    Honour.HIGHLY_COMMENDED: ("Highly commended", "was highly commended by the panel for"),
    Honour.RUNNER_UP: ("Runner-up", "was the runner-up for"),
    Honour.FINALIST: ("Finalist", "was a finalist for"),
    Honour.NOMINEE: ("Nominated", "was nominated for"),
}
_SEVERAL: Mapping[Honour, tuple[str, str]] = {
    Honour.WINNER: ("Joint winner", "is a joint winner of"),
    Honour.RUNNER_UP: ("Runner-up", "was a runner-up for"),
}


@dataclass(frozen=True)
class Batch:
    """Which certificates: of these honours; only of these nominees where any are given. `on` is the ceremony's day."""

    honours: tuple[Honour, ...] = tuple(Honour)
    entry_ids: tuple[str, ...] = ()
    on: date | None = None
    one_each: bool = False


@dataclass(frozen=True)
class Saved:
    """What was written: the document, or those in the folder, and whether they are under embargo."""

    path: Path
    number: int
    under_embargo: bool

    @property
    def words(self) -> str:
        """Saved 12 certificates as “…”."""
        held = f", marked {EMBARGO}: keep them until the announcement" if self.under_embargo else ""
        return f"Saved {count_of(self.number, 'certificate')} as “{self.path.name}”{held}"


def certified(db: Database, round_id: str, batch: Batch) -> list[Nominee]:
    """Who gets one; refused where nobody does."""
    some = nominees(db, round_id)
    found = [
        one for one in some
        if one.honour in batch.honours and (not batch.entry_ids or one.id in batch.entry_ids)
    ]  # fmt: skip
    if not found:
        named = " or ".join(honour.label.lower() for honour in batch.honours) or "nobody"
        raise Problem(
            f"There is no {named} in {award_round(db, round_id).name}, so there is no certificate to make. "
            "Choose others, or decide first, under “Results”."
        )
    return found


def save_certificates(db: Database, round_id: str, path: Path, batch: Batch, *, today: date) -> Saved:
    """Write them. With `one_each` the path is a folder, with a document for each in it.

    Before the announcement the name of every file says that it is under embargo, whatever name was asked for.
    """
    held, some, head = award_round(db, round_id), certified(db, round_id, batch), letterhead(db)
    secret = is_secret(held, [one.status for one in nominees(db, round_id)])
    several = _several(nominees(db, round_id))
    made = [certificate_of(one, held, head, on=batch.on, several=several) for one in some]
    title = f"{EMBARGO}: certificates, {held.name}" if secret else f"Certificates, {held.name}"
    if batch.one_each:
        path.mkdir(parents=True, exist_ok=True)
        for name, one in zip(_names(some, secret), made, strict=True):
            save_pages(path / name, title=title, as_at=today, body=certificate_pages([one]))
        return Saved(path, len(made), secret)
    target = embargoed(path) if secret else path
    save_pages(target, title=title, as_at=today, body=certificate_pages(made))
    return Saved(target, len(made), secret)


def embargoed(path: Path) -> Path:
    """The name with its marking."""
    return path if path.name.startswith(EMBARGO) else path.with_name(f"{EMBARGO} - {path.name}")


def certificate_of(
    one: Nominee, held: AwardRound, head: Letterhead, *, on: date | None = None,
    several: Collection[tuple[str, Honour]] = (),
) -> Certificate:  # fmt: skip
    """What stands on one. `several` are the categories that have more than one of an honour."""
    shared = (one.category_id, one.honour) in several
    title, did = _SEVERAL.get(one.honour, _SAYS[one.honour]) if shared else _SAYS[one.honour]
    return Certificate(
        name=one.name, home=one.home, did=did, what=one.category, when=held.name,
        time=date_words(on) if on else "", from_whom=", ".join(part for part in (head.team, head.council) if part),
        title=title,
    )  # fmt: skip


def _several(some: Sequence[Nominee]) -> set[tuple[str, Honour]]:
    counted = Counter((one.category_id, one.honour) for one in some)
    return {which for which, number in counted.items() if number > 1}


def _names(some: Sequence[Nominee], secret: bool) -> list[str]:
    before = f"{EMBARGO} - " if secret else ""
    return unique_names(
        [f"{before}{one.honour.label} - {one.name} - {one.category}" for one in some], ".docx"
    )

"""Interest that was told elsewhere, at a forum, taken in: a known employer has it in the log, a new one is added.

The log's row has the key of what was told, so that the same interest never comes twice.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from resources.database import Database, change
from resources.wording import count_of
from workforce.iwork.employers.employers import Employer, add_employer, employers, reopen_employer
from workforce.iwork.vocabulary import ContactKind, EmployerStage, InterestFrom


@dataclass(frozen=True)
class ToldInterest:
    """Somebody of a provider said at a forum that they are interested. All keys are the office's."""

    id: str
    on: date
    by: str
    event_id: str
    event_title: str
    provider_id: str
    provider: str
    service_id: str
    service: str
    postcode: str
    district: str
    contact_name: str
    contact_phone: str
    contact_email: str
    note: str

    @property
    def name(self) -> str:
        """The service, or the provider where the person stands for the whole of it."""
        return self.service or self.provider


@dataclass(frozen=True)
class InterestTaken:
    """What came of taking in: the employers that are new, and those that were known."""

    added: tuple[Employer, ...]
    known: tuple[Employer, ...]

    @property
    def sentence(self) -> str:
        """As it is said afterwards."""
        number = len(self.added) + len(self.known)
        if not number:
            return "Every interest told at forums is here already"
        said = f"Took in {count_of(number, 'interest')}"
        parts = [count_of(len(self.added), "new employer")] if self.added else []
        if self.known:
            parts.append(f"{len(self.known)} of employers that were here already")
        return f"{said}: {' and '.join(parts)}"


def not_here_yet(vault: Database, told: Iterable[ToldInterest]) -> list[ToldInterest]:
    """Those of the interests told that were not taken in."""
    return [
        one
        for one in told
        if not vault.value("select exists (select 1 from employer_contact where id = ?)", (one.id,))
    ]


def take_in_interests(vault: Database, told: Sequence[ToldInterest]) -> InterestTaken:
    """All that are not here yet, as one change."""
    fresh = not_here_yet(vault, told)
    added: list[Employer] = []
    known: list[Employer] = []
    if not fresh:
        return InterestTaken((), ())
    with change(vault, f"Took in {count_of(len(fresh), 'interest')} told at forums"):
        for one in fresh:
            held = _known(vault, one)
            if held is None:
                held = _added(vault, one)
                added.append(held)
            else:
                known.append(reopen_employer(vault, held.id) if held.closed_on else held)
            _log(vault, one, held)
    return InterestTaken(tuple(added), tuple(known))


def _known(vault: Database, one: ToldInterest) -> Employer | None:
    """The employer that is the same service, or the same provider where neither says a service."""
    for held in employers(vault, closed=True):
        if one.service_id and held.service_id == one.service_id:
            return held
        if not one.service_id and not held.service_id and held.provider_id == one.provider_id:
            return held
    return None


def _added(vault: Database, one: ToldInterest) -> Employer:
    return add_employer(
        vault, today=one.on, name=one.name, provider_id=one.provider_id, service_id=one.service_id,
        postcode=one.postcode, district=one.district, stage=EmployerStage.INTEREST,
        interest_from=InterestFrom.FORUM, interest_on=one.on, event_id=one.event_id, event_title=one.event_title,
        contact_name=one.contact_name, contact_phone=one.contact_phone, contact_email=one.contact_email,
        next_step="Ring them about i-Work",
    )  # fmt: skip


def _log(vault: Database, one: ToldInterest, held: Employer) -> None:
    words = f"{one.contact_name} expressed an interest in i-Work at {one.event_title}."
    vault.insert_row(
        "employer_contact",
        {
            "id": one.id, "employer_id": held.id, "done_on": one.on.isoformat(),
            "kind": ContactKind.CONVERSATION.value, "by": one.by, "words": f"{words} {one.note}".strip(),
        },
    )  # fmt: skip

"""Practices: what a provider told of that works there, and whether it agreed to have it published."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from engagement.good_practice.vocabulary import THEMES, PracticeConsent, SharedAt
from engagement.register import archiving
from engagement.register.vocabulary import ServiceKind
from resources.database import Database, change, new_key
from resources.problem import FieldProblem
from resources.spans import refuse_after
from resources.tables import Cell
from resources.wording import shortened


@dataclass(frozen=True)
class PracticeDraft:
    """What a person says of a practice. `service_id` is None where the provider as a whole does it.

    `consent_on` is the day of their answer: today where it is left out.
    """

    provider_id: str
    theme: str
    what: str
    shared_on: date
    service_id: str | None = None
    contact_id: str | None = None
    event_id: str | None = None
    shared_at: SharedAt = SharedAt.OTHER
    shared_with: str = ""
    consent: PracticeConsent = PracticeConsent.NOT_ASKED
    consent_on: date | None = None


@dataclass(frozen=True)
class Practice:
    """A practice with the names of whose it is. `kind` and `district` are the service's, None and '' without one."""

    id: str
    provider_id: str
    provider: str
    service_id: str | None
    service: str
    kind: ServiceKind | None
    district: str
    contact_id: str | None
    who: str
    event_id: str | None
    event: str
    shared_at: SharedAt
    theme: str
    what: str
    shared_on: date
    shared_with: str
    consent: PracticeConsent
    consent_on: date | None
    archived_on: date | None

    @property
    def name(self) -> str:
        """Its first words, for a toast or a question."""
        return shortened(self.what)

    @property
    def place(self) -> str:
        """The service, or the provider where it is the whole of it."""
        return self.service or self.provider

    @property
    def where(self) -> str:
        """At which event, or on what occasion."""
        return self.event or self.shared_at.label

    def draft(self) -> PracticeDraft:
        """As it would be entered."""
        return PracticeDraft(
            self.provider_id, self.theme, self.what, self.shared_on, self.service_id, self.contact_id,
            self.event_id, self.shared_at, self.shared_with, self.consent, self.consent_on,
        )  # fmt: skip


# --- reading --------------------------------------------------------------------------------------------

_SELECT = """select good_practice.id, good_practice.provider_id, provider.name, good_practice.service_id,
    coalesce(service.name, ''), service.kind, coalesce(service.district, ''), good_practice.contact_id,
    coalesce(contact.name, ''), good_practice.event_id, coalesce(event.title, ''), shared_at, theme, what, shared_on,
    shared_with, good_practice.consent, good_practice.consent_on, good_practice.archived_on
    from good_practice join provider on provider.id = good_practice.provider_id
    left join service on service.id = good_practice.service_id
    left join contact on contact.id = good_practice.contact_id
    left join event on event.id = good_practice.event_id"""


def _day(cell: Cell) -> date | None:
    return date.fromisoformat(str(cell)) if cell else None


def _practice(row: tuple[Any, ...]) -> Practice:
    return Practice(
        row[0], row[1], row[2], row[3], row[4], ServiceKind(row[5]) if row[5] else None, row[6], row[7], row[8],
        row[9], row[10], SharedAt(row[11]), row[12], row[13], date.fromisoformat(row[14]), row[15],
        PracticeConsent(row[16]), _day(row[17]), _day(row[18]),
    )  # fmt: skip


def practice(db: Database, key: str) -> Practice:
    """The practice with this key."""
    row = db.row(f"{_SELECT} where good_practice.id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no practice {key}")
    return _practice(row)


def is_practice(db: Database, key: str) -> bool:
    """Whether the key is a practice's."""
    return bool(db.value("select exists (select 1 from good_practice where id = ?)", (key,)))


def practices(
    db: Database, *, provider: str = "", event: str = "", theme: str = "", archived: bool = False
) -> list[Practice]:
    """Practices by theme, in the order of the themes, newest first; of one provider, event or theme if given."""
    asked = {"good_practice.provider_id": provider, "good_practice.event_id": event}
    tests = [f"{column} = ?" for column, key in asked.items() if key]
    tests += [] if archived else ["good_practice.archived_on is null"]
    rows = db.rows(
        f"{_SELECT} where {' and '.join(tests) or 'true'} order by shared_on desc, good_practice.id desc",
        tuple(key for key in asked.values() if key),
    )
    found = [_practice(row) for row in rows]
    wanted = theme.strip().casefold()
    kept = [one for one in found if not wanted or one.theme.casefold() == wanted]
    return sorted(kept, key=lambda one: theme_order(one.theme))


def theme_order(theme: str) -> tuple[int, str]:
    """The place of a theme: those that are offered in their order, then others by name."""
    place = THEMES.index(theme) if theme in THEMES else len(THEMES)
    return place, theme.casefold()


def themes(db: Database) -> list[str]:
    """Those that are offered and every other that was typed."""
    used = {str(theme) for (theme,) in db.rows("select distinct theme from good_practice")}
    return sorted(used | set(THEMES), key=theme_order)


# --- changing it ----------------------------------------------------------------------------------------


def add_practice(db: Database, draft: PracticeDraft, *, today: date) -> Practice:
    """Note what a provider shared."""
    cells = _cells(db, draft, today)
    key = new_key()
    with change(db, f"Noted good practice: {shortened(draft.what)}"):
        db.insert_row("good_practice", {"id": key, **cells})
    return practice(db, key)


def edit_practice(db: Database, key: str, draft: PracticeDraft, *, today: date) -> Practice:
    """Change what is kept of a practice."""
    before = practice(db, key)
    cells = _cells(db, draft, today, before)
    with change(db, f"Changed good practice: {before.name}"):
        db.update_row("good_practice", key, cells)
    return practice(db, key)


def record_consent(
    db: Database, key: str, consent: PracticeConsent, on: date | None = None, *, today: date
) -> Practice:
    """Keep what the provider said when it was asked whether its practice may be published."""
    before = practice(db, key)
    cells = _consent_cells(consent, on, today)
    with change(db, f"Recorded consent to publish ({consent.label.lower()}): {before.name}"):
        db.update_row("good_practice", key, cells)
    return practice(db, key)


def archive_practice(db: Database, key: str, *, today: date) -> Practice:
    """Put a practice away; it is no longer published or counted in favour of a buddy."""
    archiving.archive(db, "good_practice", practice(db, key), today=today, called="good practice:")
    return practice(db, key)


def restore_practice(db: Database, key: str) -> Practice:
    """Bring a practice back."""
    archiving.restore(db, "good_practice", practice(db, key), called="good practice:")
    return practice(db, key)


def _cells(
    db: Database, draft: PracticeDraft, today: date, before: Practice | None = None
) -> dict[str, Cell]:
    if not draft.what.strip():
        raise FieldProblem("what", "What works: nothing was entered. Write what the provider does.")
    if not draft.theme.strip():
        raise FieldProblem("theme", "Theme: nothing was entered. Choose one of the list, or type another.")
    refuse_after("shared_on", "Shared on", draft.shared_on, today)
    _belongs(db, draft, before)
    at = SharedAt.EVENT if draft.event_id else draft.shared_at
    return {
        "provider_id": draft.provider_id,
        "service_id": draft.service_id or None,
        "contact_id": draft.contact_id or None,
        "event_id": draft.event_id or None,
        "shared_at": at.value,
        "theme": _one_spelling(db, draft.theme),
        "what": draft.what.strip(),
        "shared_on": draft.shared_on.isoformat(),
        "shared_with": draft.shared_with.strip(),
        **_consent_cells(draft.consent, draft.consent_on, today),
    }


def _consent_cells(consent: PracticeConsent, on: date | None, today: date) -> dict[str, Cell]:
    if consent is PracticeConsent.NOT_ASKED:
        return {"consent": consent.value, "consent_on": None}
    refuse_after("consent_on", "Answered on", on or today, today)
    return {"consent": consent.value, "consent_on": (on or today).isoformat()}


def _belongs(db: Database, draft: PracticeDraft, before: Practice | None) -> None:
    """Its service and contact are the provider's; what was so when it was shared may stay as it was."""
    held = (before.provider_id, before.service_id, before.contact_id) if before else ("", None, None)
    for field, table, key, kept in (
        ("service_id", "service", draft.service_id, held[1]),
        ("contact_id", "contact", draft.contact_id, held[2]),
    ):
        if not key or (key == kept and draft.provider_id == held[0]):
            continue
        row = db.row(f"select provider_id, name from {table} where id = ?", (key,))
        if row is None or row[0] != draft.provider_id:
            who = row[1] if row else f"The {table}"
            raise FieldProblem(
                field, f"{table.capitalize()}: {who} is not of this provider. Choose one of its own."
            )


def _one_spelling(db: Database, theme: str) -> str:
    """As the theme is offered or was typed before, whatever its capitals."""
    wanted = " ".join(theme.replace("'", "’").split())
    known = {one.casefold(): one for one in themes(db)}
    return known.get(wanted.casefold(), wanted)

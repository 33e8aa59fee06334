"""What participants say of a project, and whether their words may be printed.

Who said them is never printed: their role is. Words may be quoted only where that was asked and agreed to.
"""

from dataclasses import dataclass
from datetime import date

from resources.database import Database, change, new_key
from resources.rows import refuse_empty
from resources.tables import Cell
from resources.wording import lower_first, shortened
from workforce.funding.projects.checks import has_come, in_order
from workforce.funding.projects.projects import project
from workforce.funding.projects.rows import cells_of, columns_of, draft_of, row_as
from workforce.funding.vocabulary import QuoteConsent


@dataclass(frozen=True)
class QuoteDraft:
    """What a person notes. `consent_on` is the day of the answer: today where it is left out."""

    words: str
    said_on: date
    said_by: str = ""
    role: str = ""
    provider_id: str | None = None
    consent: QuoteConsent = QuoteConsent.NOT_ASKED
    consent_on: date | None = None


@dataclass(frozen=True)
class Quote:
    """Somebody's words as they stand."""

    id: str
    project_id: str
    provider_id: str | None
    said_by: str
    role: str
    words: str
    consent: QuoteConsent
    consent_on: date | None
    said_on: date

    @property
    def may_be_printed(self) -> bool:
        """Whether that was agreed to."""
        return self.consent is QuoteConsent.YES

    @property
    def as_printed(self) -> str:
        """“We know now what to do.” – a registered manager."""
        return f"“{self.words}”" + (f" – {lower_first(self.role)}" if self.role else "")

    def draft(self) -> QuoteDraft:
        """As it would be entered."""
        return draft_of(QuoteDraft, self)


_SELECT = f"select {columns_of(Quote)} from project_quote"


def quote(db: Database, key: str) -> Quote:
    """One by its key."""
    row = db.row(f"{_SELECT} where id = ?", (key,))
    if row is None:
        raise LookupError(f"there are no words {key}")
    return row_as(Quote, row)


def quotes_of(db: Database, project_id: str, *, printable: bool = False) -> list[Quote]:
    """Those of a project, the newest first; only what may be printed where that is asked."""
    rows = db.rows(f"{_SELECT} where project_id = ? order by said_on desc, id desc", (project_id,))
    found = [row_as(Quote, row) for row in rows]
    return [one for one in found if one.may_be_printed or not printable]


def words_withheld(db: Database) -> list[str]:
    """What may not be printed of all that participants said, of every project."""
    every = (row_as(Quote, row) for row in db.rows(f"{_SELECT} order by project_id, said_on desc, id desc"))
    return [one.words for one in every if not one.may_be_printed]


def said_by(db: Database) -> list[str]:
    """Everybody whose words are kept."""
    rows = db.rows("select distinct said_by from project_quote where said_by <> '' order by said_by")
    return [name for (name,) in rows]


# --- the verbs --------------------------------------------------------------------------------------------------


def add_quote(db: Database, project_id: str, draft: QuoteDraft, *, today: date) -> Quote:
    """Note what somebody said."""
    held, cells, key = project(db, project_id), _cells(draft, today), new_key()
    with change(db, f"Noted a participant’s words on {held.name}"):
        db.insert_row("project_quote", {"id": key, "project_id": project_id, **cells})
    return quote(db, key)


def edit_quote(db: Database, key: str, draft: QuoteDraft, *, today: date) -> Quote:
    """Put it right. Other words were not agreed to: unless that is said anew, they were not asked for."""
    held, cells = quote(db, key), _cells(draft, today)
    answer = (held.consent, held.consent_on)
    if cells["words"] != held.words and held.may_be_printed and (draft.consent, draft.consent_on) == answer:
        cells |= {"consent": QuoteConsent.NOT_ASKED.value, "consent_on": None}
    with change(db, f"Changed the words “{shortened(held.words, 40)}”"):
        db.update_row("project_quote", key, cells)
    return quote(db, key)


def record_quote_consent(
    db: Database, key: str, consent: QuoteConsent, *, today: date, on: date | None = None
) -> Quote:
    """Keep what they said when they were asked whether they may be quoted."""
    held = quote(db, key)
    asked = None if consent is QuoteConsent.NOT_ASKED else on or today
    has_come("consent_on", asked, today, "Asked")
    with change(db, f"Recorded “{consent.label}” for “{shortened(held.words, 40)}”"):
        db.update_row(
            "project_quote",
            key,
            {"consent": consent.value, "consent_on": asked.isoformat() if asked else None},
        )
    return quote(db, key)


def remove_quote(db: Database, key: str) -> None:
    """It was entered by mistake, or they do not want it kept."""
    held = quote(db, key)
    with change(db, f"Removed the words “{shortened(held.words, 40)}”"):
        db.delete_row("project_quote", key)


def _cells(draft: QuoteDraft, today: date) -> dict[str, Cell]:
    refuse_empty("words", draft.words, "No words are written. Write what they said.")
    has_come("said_on", draft.said_on, today, "Said")
    asked = None if draft.consent is QuoteConsent.NOT_ASKED else draft.consent_on or today
    has_come("consent_on", asked, today, "Asked")
    in_order("consent_on", draft.said_on, asked, "Asked", "the day on which it was said")
    return {
        **cells_of(draft), "words": draft.words.strip().strip("“”\"").strip(),
        "provider_id": draft.provider_id or None, "consent_on": asked.isoformat() if asked else None,
    }  # fmt: skip

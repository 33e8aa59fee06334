"""What is kept within a project: how each kind of row is listed, written and removed."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from desktop.dialogs.funding.project import WriteMilestone, WriteOutcome, WriteQuote
from desktop.dialogs.funding.taking_part import WriteTakingPart
from desktop.widgets.forms.form import FormDialog
from resources.database import Database
from resources.tables import Table
from resources.wording import shortened
from workforce.funding.projects import milestones, outcomes, quotes, taking_part
from workforce.funding.projects.tables import (
    milestones_table,
    outcomes_table,
    quotes_table,
    taking_part_table,
)
from workforce.funding.vocabulary import QuoteConsent

Today = Callable[[], date]


class KeptKind(Protocol):
    """A kind of row within a project. Those that keep a draft or remove a row give the sentence that says so."""

    name: str
    title: str
    intro: str
    add_words: str

    def listed(self, project_id: str) -> tuple[Table, Sequence[str]]: ...

    def dialog(self, parent: QWidget, key: str) -> FormDialog: ...

    def add(self, project_id: str, draft: Any) -> str: ...

    def change(self, key: str, draft: Any) -> str: ...

    def remove(self, key: str) -> str: ...


class MilestonesKept:
    """What is to be done by when."""

    name, title, add_words = "milestones", "Milestones", "Add a milestone…"
    intro = "What the project is to have done, each by its day."

    def __init__(self, db: Database, today: Today) -> None:
        self._db, self._today = db, today

    def listed(self, project_id: str) -> tuple[Table, Sequence[str]]:
        """The table and its keys."""
        held = milestones.milestones_of(self._db, project_id)
        return milestones_table(self._db, project_id, today=self._today()), [one.id for one in held]

    def dialog(self, parent: QWidget, key: str) -> FormDialog:
        """For a new one, or for the one with the key."""
        held = milestones.milestone(self._db, key) if key else None
        return WriteMilestone(self._today(), parent, held=held)

    def add(self, project_id: str, draft: milestones.MilestoneDraft) -> str:
        """Keep a new one."""
        made = milestones.add_milestone(self._db, project_id, draft, today=self._today())
        return f"Added the milestone “{shortened(made.what)}”"

    def change(self, key: str, draft: milestones.MilestoneDraft) -> str:
        """Keep it otherwise."""
        made = milestones.edit_milestone(self._db, key, draft, today=self._today())
        return f"Changed the milestone “{shortened(made.what)}”"

    def remove(self, key: str) -> str:
        """Take it away."""
        held = milestones.milestone(self._db, key)
        milestones.remove_milestone(self._db, key)
        return f"Removed the milestone “{shortened(held.what)}”"


class OutcomesKept:
    """What is counted."""

    name, title, add_words = "outcomes", "Outcomes", "Add an outcome…"
    intro = "What is counted, how many it should be, and how many it is."

    def __init__(self, db: Database, today: Today) -> None:
        self._db, self._today = db, today

    def listed(self, project_id: str) -> tuple[Table, Sequence[str]]:
        """The table and its keys."""
        held = outcomes.outcomes_of(self._db, project_id)
        return outcomes_table(self._db, project_id, today=self._today()), [one.id for one in held]

    def dialog(self, parent: QWidget, key: str) -> FormDialog:
        """For a new one, or for the one with the key."""
        return WriteOutcome(self._today(), parent, held=outcomes.outcome(self._db, key) if key else None)

    def add(self, project_id: str, draft: outcomes.OutcomeDraft) -> str:
        """Keep a new one."""
        made = outcomes.add_outcome(self._db, project_id, draft, today=self._today())
        return f"Added the outcome “{shortened(made.measure)}”"

    def change(self, key: str, draft: outcomes.OutcomeDraft) -> str:
        """Keep it otherwise."""
        made = outcomes.edit_outcome(self._db, key, draft, today=self._today())
        return f"Changed the outcome “{shortened(made.measure)}”"

    def remove(self, key: str) -> str:
        """Take it away."""
        held = outcomes.outcome(self._db, key)
        outcomes.remove_outcome(self._db, key)
        return f"Removed the outcome “{shortened(held.measure)}”"


class ProvidersKept:
    """Who takes part."""

    name, title, add_words = "providers", "Providers", "Add a provider…"
    intro = "Who takes part or took part, and where the project follows it the level of the DSPT today."

    def __init__(self, db: Database, today: Today) -> None:
        self._db, self._today = db, today

    def listed(self, project_id: str) -> tuple[Table, Sequence[str]]:
        """The table and its keys."""
        held = taking_part.taking_part_in(self._db, project_id)
        return taking_part_table(self._db, project_id, on=self._today()), [one.id for one in held]

    def dialog(self, parent: QWidget, key: str) -> FormDialog:
        """For a new one, or for the one with the key."""
        held = taking_part.taking_part(self._db, key) if key else None
        return WriteTakingPart(self._db, self._today(), parent, held=held)

    def add(self, project_id: str, draft: taking_part.TakingPartDraft) -> str:
        """Keep a new one."""
        made = taking_part.add_taking_part(self._db, project_id, draft, today=self._today())
        return f"Added {made.name} to the project"

    def change(self, key: str, draft: taking_part.TakingPartDraft) -> str:
        """Keep it otherwise."""
        made = taking_part.edit_taking_part(self._db, key, draft, today=self._today())
        return f"Changed how {made.name} takes part"

    def remove(self, key: str) -> str:
        """Take it away with its levels."""
        held = taking_part.taking_part(self._db, key)
        taking_part.remove_taking_part(self._db, key)
        return f"Removed {held.name} from the project"


class QuotesKept:
    """What participants say."""

    name, title, add_words = "quotes", "What participants say", "Note a participant’s words…"
    intro = "Words are printed only where that was agreed to, with the role and without the name."

    def __init__(self, db: Database, today: Today) -> None:
        self._db, self._today = db, today

    def listed(self, project_id: str) -> tuple[Table, Sequence[str]]:
        """The table and its keys."""
        held = quotes.quotes_of(self._db, project_id)
        return quotes_table(self._db, project_id), [one.id for one in held]

    def dialog(self, parent: QWidget, key: str) -> FormDialog:
        """For a new one, or for the one with the key."""
        held = quotes.quote(self._db, key) if key else None
        return WriteQuote(self._db, self._today(), parent, held=held)

    def add(self, project_id: str, draft: quotes.QuoteDraft) -> str:
        """Keep a new one."""
        made = quotes.add_quote(self._db, project_id, draft, today=self._today())
        return f"Noted “{shortened(made.words, 40)}”"

    def change(self, key: str, draft: quotes.QuoteDraft) -> str:
        """Keep it otherwise."""
        could = quotes.quote(self._db, key).may_be_printed
        made = quotes.edit_quote(self._db, key, draft, today=self._today())
        ask = could and not made.may_be_printed and draft.consent is QuoteConsent.YES
        again = ": ask again whether these words may be quoted" if ask else ""
        return f"Changed “{shortened(made.words, 40)}”{again}"

    def remove(self, key: str) -> str:
        """Take it away."""
        held = quotes.quote(self._db, key)
        quotes.remove_quote(self._db, key)
        return f"Removed “{shortened(held.words, 40)}”"

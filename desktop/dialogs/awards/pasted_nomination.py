"""A nomination that came by e-mail: the text pasted, then what was found in it, to be confirmed."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from awards.nominations.files.pasted_draft import PastedDraft, draft_of
from awards.nominations.nominations import NominationDraft
from awards.rounds.rounds import AwardRound
from desktop.dialogs.awards.nomination import WriteNomination, WrittenNomination
from desktop.dialogs.choices import provider_pick
from desktop.widgets.forms.fields import LongTextField
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.register.providers import provider
from resources.database import Database

_SHOWN = (
    "category_id", "nominee", "also_known_as", "job_role", "place_told", "nominator", "nominator_kind", "relation",
    "nominator_email", "nominator_phone", "statement", "attachment", "publish_words",
)  # fmt: skip


class PasteEmail(FormDialog):
    """The whole text of an e-mail; gives what was found in it."""

    def __init__(self, db: Database, held: AwardRound, parent: QWidget | None) -> None:
        super().__init__("Paste an e-mail", "Look through it", parent, width=640)
        self._db, self._round = db, held
        self.form.add(
            "text", "The e-mail, as it came", LongTextField(lines=16), needed=True,
            help_text="With From, Sent and Subject where you have them. What is quoted beneath, greetings and the "
            "signature are left out. Nothing is kept before you have looked at it.",
        )  # fmt: skip

    def value(self, answers: Answers) -> PastedDraft:
        """What it nominates; a text that nominates nobody is refused."""
        return draft_of(self._db, self._round.id, answers["text"])


class ConfirmPasted(WriteNomination):
    """The nomination as it was read, every part of which can be put right."""

    def __init__(
        self, db: Database, held: AwardRound, found: PastedDraft, today: date, parent: QWidget | None
    ) -> None:
        self._found = found
        intro = " ".join(found.notes) or "Everything was found. Look whether it is right."
        super().__init__(db, held, today, parent, intro=intro)
        for name in _SHOWN:
            said = getattr(found.draft, name)
            if said:
                self.form.rows[name].field.show_answer(said)
        self._show_place(db, found.draft)
        if found.received_on is not None and found.received_on <= today:
            self.voice.received.show_answer(found.received_on)
        self._use_limit()
        self._look_twice()
        self._look_at_day()

    def _show_place(self, db: Database, draft: NominationDraft) -> None:
        if draft.provider_id:
            self.workplace.provider.show_answer(provider_pick(provider(db, draft.provider_id)))
            self.workplace.offer()
            self.workplace.service.show_answer(draft.service_id or "")

    def value(self, answers: Answers) -> WrittenNomination:
        """With what the form does not ask: ties to people, where the names were left as they are."""
        said = super().value(answers)
        return replace(said, draft=_with_ties(said.draft, self._found.draft))


def _with_ties(said: NominationDraft, found: NominationDraft) -> NominationDraft:
    if said.nominee == found.nominee and said.provider_id == found.provider_id:
        said = replace(said, contact_id=found.contact_id, email=found.email, phone=found.phone)
    if (said.nominator, said.nominator_email) == (found.nominator, found.nominator_email):
        said = replace(
            said,
            nominator_contact_id=found.nominator_contact_id,
            nominator_provider_id=found.nominator_provider_id,
        )
    return said

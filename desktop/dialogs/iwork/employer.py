"""An employer, added from the register of providers or typed, and what was done with one."""

from dataclasses import dataclass
from datetime import date
from typing import cast

from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import suggesting, words_field
from desktop.widgets.forms.fields import DateField, LongTextField, Pick, PickField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.forums.at_the_door.door_search import HomeLine, find_homes
from resources.database import Database
from workforce.iwork.employers.contacts import EmployerContact
from workforce.iwork.employers.employers import Employer, EmployerFacts, find_employers
from workforce.iwork.postcodes import placed
from workforce.iwork.vocabulary import ContactKind, EmployerStage, InterestFrom, StaffBand

_STEPS = (
    "Ring them about i-Work", "Visit", "Arrange a taster", "Carve a post", "Send a shortlist", "Ask about adjustments",
)  # fmt: skip


def employer_field(vault: Database) -> PickField:
    """An employer of the i-Work register, by letters of its name."""
    return PickField(lambda text: [employer_pick(one) for one in find_employers(vault, text)])


def employer_pick(one: Employer) -> Pick:
    """With its district, which tells two of one name apart."""
    return Pick(one.id, one.name, one.district)


def home_pick(one: HomeLine) -> Pick:
    """A service or provider of the office’s register; the key holds both."""
    return Pick(f"{one.provider_id} {one.service_id or ''}", one.service or one.provider, one.provider)


class WriteEmployer(FormDialog):
    """`held` is the employer to change; a new one is chosen from the `office`’s register, or typed."""

    def __init__(
        self, office: Database, parent: QWidget | None, *, today: date, held: Employer | None = None
    ) -> None:
        title, verb = ("Change an employer", "Save changes") if held else ("Add an employer", "Add employer")
        super().__init__(title, verb, parent, width=560)
        self._held = held
        if held is None:
            home = PickField(lambda text: [home_pick(one) for one in find_homes(office, text)])
            self.form.add("home", "From the register of providers", home,
                          help_text="Its name, postcode and district are taken from there.")  # fmt: skip
        self._add_who(held)
        self._add_interest(held, today)
        self._add_next(held, today)

    def _add_who(self, held: Employer | None) -> None:
        add = self.form.add
        add("name", "Name", TextField(), value=held.name if held else "", needed=held is not None,
            help_text="" if held else "Only where it is not in the register, or is called otherwise.")  # fmt: skip
        field = add("postcode", "Postcode", TextField(), value=held.postcode if held else "")
        field.changed.connect(self._say_where)
        self._say_where()
        add("contact_name", "Contact", TextField(), value=held.contact_name if held else "")
        add("contact_phone", "Contact’s telephone", TextField(), value=held.contact_phone if held else "")
        add(
            "contact_email", "Contact’s e-mail address", TextField(), value=held.contact_email if held else ""
        )
        add("staff", "How many people work there", words_field(StaffBand),
            value=held.staff if held else StaffBand.NOT_KNOWN, needed=True,
            help_text="Access to Work shares costs by it.")  # fmt: skip

    def _say_where(self) -> None:
        row = self.form.rows["postcode"]
        where = placed(str(row.field.answer()))
        row.field.target.setToolTip(where.why or where.district)

    def _add_interest(self, held: Employer | None, today: date) -> None:
        add = self.form.add
        add("stage", "How far they have come", words_field(EmployerStage),
            value=held.stage if held else EmployerStage.INTEREST, needed=True)  # fmt: skip
        add("interest_from", "How interest was told", words_field(InterestFrom),
            value=held.interest_from if held else InterestFrom.CALL, needed=True)  # fmt: skip
        add("interest_on", "Interest since", DateField(today=today), value=held.interest_on if held else today,
            needed=True)  # fmt: skip

    def _add_next(self, held: Employer | None, today: date) -> None:
        add = self.form.add
        add("next_step", "Next step", suggesting(TextField(), _STEPS), value=held.next_step if held else "")
        add("next_on", "Next step by", DateField(today=today), value=held.next_on if held else None)
        add("note", "Note", LongTextField(lines=3), value=held.note if held else "",
            help_text="About the employer. Nothing about anybody who may work there.")  # fmt: skip

    def value(self, answers: Answers) -> EmployerFacts:
        """What is to be kept."""
        home = answers.pop("home", None)
        facts = cast(EmployerFacts, answers)
        if home:
            provider, service = home.split(" ")
            facts |= {"provider_id": provider, "service_id": service}
        return facts


@dataclass(frozen=True)
class SaidContact:
    """What was done with an employer, and what is next. `stage` None leaves it as it is."""

    kind: ContactKind
    done_on: date
    by: str
    words: str
    next_step: str | None = None
    next_on: date | None = None
    stage: EmployerStage | None = None


class WriteContact(FormDialog):
    """A visit, a conversation, a taster; a new one sets the next step too."""

    def __init__(
        self, whose: Employer, parent: QWidget | None, *, today: date, who: str, held: EmployerContact | None = None
    ) -> None:  # fmt: skip
        super().__init__(
            f"Contact with {whose.name}", "Save changes" if held else "Add contact", parent, width=540
        )
        self._is_new = held is None
        add = self.form.add
        add("kind", "What was done", words_field(ContactKind), value=held.kind if held else None, needed=True)
        add("done_on", "Date", DateField(today=today), value=held.done_on if held else today, needed=True)
        add("by", "By", TextField(), value=held.by if held else who, needed=True)
        add("words", "What was said", LongTextField(lines=3), value=held.words if held else "",
            help_text="About the employer and the work. People go by their reference, such as IW-014.")  # fmt: skip
        if self._is_new:
            add("stage", "How far they have come", words_field(EmployerStage), value=whose.stage, needed=True)
            add("next_step", "Next step", suggesting(TextField(), _STEPS), value=whose.next_step,
                help_text="What is to be done next; empty where nothing is.")  # fmt: skip
            add("next_on", "Next step by", DateField(today=today), value=None)

    def value(self, answers: Answers) -> SaidContact:
        """What is to be kept."""
        return SaidContact(**answers)

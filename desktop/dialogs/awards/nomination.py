"""A nomination typed in: who is nominated, by whom, and why, with the words counted as they are typed."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from awards.nominations.alike import likely_nominated, named
from awards.nominations.entries import Entry, listed_names
from awards.nominations.late import why_late_in
from awards.nominations.likeness import NomineeFacts, whole_names
from awards.nominations.nominations import Nomination, NominationDraft, NominationFacts, word_limit_of
from awards.nominations.words import word_count, words_line
from awards.rounds.categories import categories
from awards.rounds.rounds import AwardRound
from awards.vocabulary import Consent, NominatorKind
from desktop.dialogs.awards.workplace import Workplace
from desktop.dialogs.choices import provider_field, provider_pick, words_field
from desktop.widgets.forms.fields import ChoiceField, DateField, LongTextField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.parts import label, restyle
from engagement.register.providers import provider
from resources.database import Database

_SOMEBODY_NEW = ""
_OF_DRAFT = (
    "nominator", "nominator_kind", "relation", "nominator_email", "nominator_phone", "publish_words", "statement",
    "attachment", "nominator_provider_id",
)  # fmt: skip


@dataclass(frozen=True)
class WrittenNomination:
    """What is to be kept; `entry_id` is whom it is another voice for, None for somebody new."""

    draft: NominationDraft
    received_on: date
    late_reason: str
    as_draft: bool
    entry_id: str | None


class NominationRows:
    """The rows of one voice in a form: who speaks, how they know the nominee, and what they say."""

    def __init__(
        self, dialog: FormDialog, db: Database, today: date, limit: int, held: Nomination | None = None
    ) -> None:
        self.limit = limit
        add = dialog.form.add
        dialog.form.add_heading("Who nominates")
        add("nominator", "Name", TextField(), value=held.nominator if held else "",
            help_text="Left empty, the voice counts and nobody can be asked.")  # fmt: skip
        kind = held.nominator_kind if held else NominatorKind.NOT_KNOWN
        add("nominator_kind", "From", words_field(NominatorKind), value=kind, needed=True)
        add("relation", "How they know the nominee", TextField(), value=held.relation if held else "")
        add("nominator_email", "E-mail address", TextField(), value=held.nominator_email if held else "")
        add("nominator_phone", "Telephone", TextField(), value=held.nominator_phone if held else "")
        key = held.nominator_provider_id if held else None
        add("nominator_provider_id", "Nominator’s provider", provider_field(db),
            value=provider_pick(provider(db, key)) if key else None,
            help_text="Where somebody of a provider nominates. Conflicts of judges are found by it too.")  # fmt: skip
        dialog.form.add_heading("What they say")
        self.received = add("received_on", "Received", DateField(today=today),
                            value=held.received_on if held else today, needed=True)  # fmt: skip
        self.statement = add(
            "statement", "Statement", LongTextField(lines=9), value=held.statement if held else ""
        )
        self.counter = label("", "small", wrap=True)
        self.counter.setAccessibleName("Words of the statement")
        dialog.form.add_widget(self.counter)
        add("attachment", "Attachment", TextField(), value=held.attachment if held else "",
            help_text="The name of a file that came with it. It is not kept; type in what it says.")  # fmt: skip
        consent = held.publish_words if held else Consent.NOT_ASKED
        add(
            "publish_words",
            "May these words be quoted in public?",
            words_field(Consent),
            value=consent,
            needed=True,
        )
        self.statement.changed.connect(self.count)
        self.count()

    @Slot()
    def count(self) -> None:
        """How many words stand there now, and how many the round allows."""
        count = word_count(str(self.statement.answer()))
        self.counter.setText(words_line(count, self.limit))
        self.counter.setProperty("kind", "bold" if count > self.limit else "small")
        restyle(self.counter)


def voice_facts(answers: Answers) -> NominationFacts:
    """What was said of one voice."""
    return NominationFacts(
        received_on=answers["received_on"], nominator=answers["nominator"],
        nominator_kind=answers["nominator_kind"], relation=answers["relation"],
        nominator_email=answers["nominator_email"], nominator_phone=answers["nominator_phone"],
        publish_words=answers["publish_words"], statement=answers["statement"],
        attachment=answers["attachment"], nominator_provider_id=answers["nominator_provider_id"] or None,
    )  # fmt: skip


class WriteNomination(FormDialog):
    """A new nomination, or with `of` another voice for somebody nominated already."""

    def __init__(
        self, db: Database, held: AwardRound, today: date, parent: QWidget | None, *, of: Entry | None = None,
        intro: str = "",
    ) -> None:  # fmt: skip
        title = f"Another voice for {of.nominee}" if of is not None else "Add a nomination"
        super().__init__(title, "Add this nomination", parent, width=620, intro=intro)
        self._db, self._round, self._of, self._is_draft = db, held, of, False
        self._categories = {one.id: one for one in categories(db, held.id)}
        if of is None:
            self._add_nominee()
        limit = word_limit_of(db, of) if of is not None else held.word_limit
        self.voice = NominationRows(self, db, today, limit)
        self._late = label("", wrap=True)
        self.form.add_widget(self._late)
        self.form.add("late_reason", "Why it is taken in all the same", LongTextField(lines=2), needed=True)
        self.voice.received.changed.connect(self._look_at_day)
        self._look_at_day()
        self.add_way("Save as a draft").clicked.connect(self._submit_draft)

    def _add_nominee(self) -> None:
        add = self.form.add
        self.form.add_heading("Who is nominated")
        options = [(one.id, one.name) for one in self._categories.values()]
        self._category = add("category_id", "Category", ChoiceField(options), needed=True)
        self._name = add("nominee", "Nominee", TextField(), needed=True,
                         help_text="One person, team or service. Several are entered one by one.")  # fmt: skip
        self._known = add("also_known_as", "Also known as", TextField(),
                          help_text="Nicknames and other spellings, “;” between. Blind copies hide them.")  # fmt: skip
        add("job_role", "Job role", TextField())
        self.workplace = Workplace(self, self._db)
        self._joins = add("joins", "Nominated already?", ChoiceField([]), needed=True,
                          help_text="Several nominations of one nominee are judged as one.")  # fmt: skip
        self.form.show_row("joins", False)
        for field in (
            self._category,
            self._name,
            self._known,
            self.workplace.provider,
            self.workplace.service,
        ):
            field.changed.connect(self._look_twice)
        self._category.changed.connect(self._use_limit)

    @Slot()
    def _look_twice(self) -> None:
        """Somebody of this name may be nominated there already; a person says whether they are one."""
        asked = self._asked()
        found = likely_nominated(self._db, self._round.id, asked) if asked is not None else []
        offered = [(one.id, f"Another voice for {named(self._db, one)}") for one in found]
        before = self._joins.answer()
        options = [*offered, (_SOMEBODY_NEW, "No, somebody new")] if offered else []
        assert isinstance(self._joins, ChoiceField)
        self._joins.set_options(options)
        self.form.show_row("joins", bool(offered))
        if before in {key for key, _ in options}:
            self._joins.show_answer(before)

    def _asked(self) -> NomineeFacts | None:
        name, category = str(self._name.answer()).strip(), self._categories.get(str(self._category.answer()))
        if not name or category is None:
            return None
        names = whole_names(name, listed_names(str(self._known.answer())))
        return NomineeFacts("", names, category.nominee_kind, category.id, self.workplace.service_id or "",
                            self.workplace.provider_id or "")  # fmt: skip

    @Slot()
    def _use_limit(self) -> None:
        category = self._categories.get(str(self._category.answer()))
        self.voice.limit = category.words_in(self._round) if category is not None else self._round.word_limit
        self.voice.count()

    @Slot()
    def _look_at_day(self) -> None:
        """What comes too late or too early is taken in with a reason."""
        shown = self.voice.received.answer() if not self.voice.received.is_empty() else None
        late = why_late_in(self._db, self._round.id, shown) if isinstance(shown, date) else ""
        self._late.setText(late)
        self._late.setVisible(bool(late))
        self.form.show_row("late_reason", bool(late))

    @Slot()
    def _submit_draft(self) -> None:
        """Keep what is there; it counts for nobody until it is submitted."""
        self._is_draft = True
        late = not self.form.rows["late_reason"].isHidden()
        self.form.show_row("late_reason", False)
        try:
            self.submit()
        finally:
            self._is_draft = False
            self.form.show_row("late_reason", late)

    def value(self, answers: Answers) -> WrittenNomination:
        """What is to be kept."""
        of = self._of
        voice = {name: answers[name] for name in _OF_DRAFT}
        draft = NominationDraft(
            of.category_id if of is not None else answers["category_id"],
            of.nominee if of is not None else answers["nominee"], **voice,
            **({} if of is not None else self._nominee(answers)),
        )  # fmt: skip
        joins = of.id if of is not None else answers.get("joins") or None
        return WrittenNomination(
            draft, answers["received_on"], answers.get("late_reason") or "", self._is_draft, joins
        )

    def _nominee(self, answers: Answers) -> Answers:
        return {
            "also_known_as": answers["also_known_as"], "job_role": answers["job_role"], **self.workplace.facts(answers),
        }  # fmt: skip


class WriteVoice(FormDialog):
    """One voice put right."""

    def __init__(
        self, db: Database, of: Entry, held: Nomination, today: date, parent: QWidget | None
    ) -> None:
        super().__init__(f"A nomination of {of.nominee}", "Save changes", parent, width=620)
        self.voice = NominationRows(self, db, today, word_limit_of(db, of), held)
        if of.status.is_judged:
            self.form.rows["statement"].setEnabled(False)
            self.voice.counter.setText("The judges read this statement, so that it stays as it is.")

    def value(self, answers: Answers) -> NominationFacts:
        """What is to be kept."""
        return voice_facts(answers)

"""Who is invited to a wave: the rule, and at once whom it invites and whom it leaves out and why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from desktop.dialogs.your_council import YourCouncil
from desktop.shell.frame.message_views import Banner
from desktop.widgets.empty import EmptyPage
from desktop.widgets.forms.fields import CheckField, DateField, Field, Pick, PickField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.forms.several import SeveralField
from desktop.widgets.parts import button, hairline, label
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from engagement.market.as_at import authorities_held
from engagement.register.council import council
from engagement.register.listings import SERVICES
from engagement.register.providers import find_providers
from engagement.register.services import districts_held
from engagement.register.vocabulary import ServiceKind
from resources.database import Database, Query
from resources.geography import districts_of
from resources.problem import Problem
from resources.wording import count_of, date_words
from workforce.survey.vocabulary import AskedOf
from workforce.survey.waves.population import area_of, day_of
from workforce.survey.waves.population_rule import USUAL_KINDS, Candidate, PopulationRule, decide
from workforce.survey.waves.register_facts import Unit, units_on
from workforce.survey.waves.tables import CANDIDATE_COLUMNS, candidate_row
from workforce.survey.waves.waves import Wave


@dataclass(frozen=True)
class InviteBy:
    """The rule, and the day as at which the register is read."""

    rule: PopulationRule
    on: date


@dataclass(frozen=True)
class Decided:
    """What a rule comes to on a day, with the register as it was read for that day."""

    on: date
    units: list[Unit]
    found: list[Candidate]


_NOWHERE = (
    "Whose area it is is not known yet. Say which council you are, or choose the authorities under Area."
)

Work = Callable[[Database], Decided]
Beside = Callable[[Work, Callable[[Decided], object]], object]
"""Does the work on the file, beside the window where it may take its time, and hands on what came of it."""


class SetPopulation(QDialog):
    """Gives the rule through `ask`; what it comes to is shown at each choice. `beside` reads and decides."""

    def __init__(
        self, db: Database, held: Wave, parent: QWidget | None, *, today: date, invited: int, beside: Beside,
        tell_council: Callable[[str], object],
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._db, self._held, self._invited, self._beside = db, held, invited, beside
        self._tell_council = tell_council
        self._is_open, self._is_reading, self._again = True, False, False
        self._then: Callable[[InviteBy], object] | None = None
        self._read: Decided | None = None
        self.found: list[Candidate] = []
        self.noun = held.asked_of.noun
        self.kinds = SeveralField("Kind", [(kind, kind.label) for kind in ServiceKind], nothing="No kind")
        self.kinds.show_answer(USUAL_KINDS)
        self.authorities = SeveralField(
            "Authority", [(one, one) for one in authorities_held(db)], nothing=""
        )  # fmt: skip
        self.districts = SeveralField("District", (), nothing="Every district")
        self.day = DateField(today=today)
        self.day.show_answer(day_of(held))
        self.active = CheckField("Only where the contract is active")
        self.banner = Banner()
        self.ask_council = button("Say which council you are…")
        self._offer_area()
        self.sentence = label("", "section", wrap=True)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("Who is invited, and who is left out")
        self.inside = _pane("survey_invite", "Invited", "Nobody fits these choices.")
        self.outside = _pane("survey_leave_out", "Left out", "Nobody in the area is left out.")
        self.tabs.addTab(self.inside, "Invited")
        self.tabs.addTab(self.outside, "Left out")
        self._invite = button("Invite", "primary")
        self._lay_out(f"Who is invited to {held.name}")
        for one in (self.kinds, self.authorities, self.districts, self.day, self.active):
            one.changed.connect(self.refresh)
        self._invite.clicked.connect(self.invite)
        self.ask_council.clicked.connect(self._ask_council)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.invite)
        self.refresh()

    def _offer_area(self) -> None:
        """What the own area is, and the districts of it."""
        own = council(self._db)
        near = set(districts_of(own)) if own else set()
        words = (f"Your own: {own}", "Your own") if own else ("Your own, which is not known", "Not known")
        self.authorities.say_of_nothing(*words)
        districts = [one for one in districts_held(self._db) if not near or one in near]
        self.districts.set_options([(one, one) for one in districts])

    @Slot()
    def _ask_council(self) -> None:
        YourCouncil(council(self._db), authorities_held(self._db), self).ask(self._council_told)

    def _council_told(self, name: str) -> None:
        self._tell_council(name)
        self._offer_area()
        self.refresh()
        self.kinds.target.setFocus()

    def _lay_out(self, title: str) -> None:
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(10)
        column.addWidget(label(title, "title", wrap=True))
        column.addWidget(self.banner)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        named: tuple[tuple[str, Field], ...] = (
            ("Kinds of service", self.kinds), ("Area", self.authorities), ("Districts", self.districts),
            ("As the register was on", self.day),
        )  # fmt: skip
        for at, (words, field) in enumerate(named):
            said = label(words, "small")
            said.setBuddy(field.target)
            field.target.setAccessibleName(words)
            grid.addWidget(said, 0, at)
            grid.addWidget(field.widget, 1, at)
            grid.setColumnStretch(at, 1)
        column.addLayout(grid)
        column.addWidget(self.active.widget)
        column.addWidget(self.sentence)
        column.addWidget(self.ask_council, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.tabs, 1)
        column.addWidget(hairline())
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        cancel = button("Cancel")
        cancel.clicked.connect(self.reject)
        buttons.addWidget(cancel)
        buttons.addWidget(self._invite)
        column.addLayout(buttons)

    def ask(self, then: Callable[[InviteBy], object]) -> None:
        """Open over the window."""
        self._then = then
        room = self.screen().availableGeometry()
        self.resize(min(1080, room.width() - 40), min(660, room.height() - 40))
        self.open()
        self.kinds.target.setFocus()

    @property
    def rule(self) -> PopulationRule:
        """As it is chosen now."""
        return PopulationRule(
            self.kinds.answer(), self.authorities.answer(), self.districts.answer(), self.active.answer()
        )

    @Slot()
    def refresh(self) -> None:
        """Show what the rule comes to."""
        self.banner.hide()
        if self._is_reading:
            self._again = True
            return
        nowhere = not self.authorities.answer() and not council(self._db)
        self.ask_council.setVisible(nowhere)
        if nowhere:
            self.found = []
            self._show()
            self.sentence.setText(_NOWHERE)
            return
        try:
            day = self.day.answer() or day_of(self._held)
            area = area_of(self._db, self.rule)
        except Problem as problem:
            self.found = []
            self.banner.say(problem)
            self._show()
            return
        read = self._read.units if self._read is not None and self._read.on == day else None
        self._is_reading = True
        self._beside(partial(_decided, self._held, self.rule, area, day, read), self._take)
        if self._is_reading:
            self.sentence.setText("Looking through the register…")
            self._invite.setEnabled(False)

    def _take(self, decided: Decided) -> None:
        self._is_reading = False
        if not self._is_open:
            return
        self._read, self.found = decided, decided.found
        if self._again:
            self._again = False
            self.refresh()
        else:
            self._show()

    def done(self, result: int) -> None:
        """Qt's; what is still read then is for nobody."""
        self._is_open = False
        super().done(result)

    def _show(self) -> None:
        meant = [one for one in self.found if one.invited]
        left = [one for one in self.found if not one.invited and not one.elsewhere]
        far = sum(one.elsewhere for one in self.found)
        for pane, some, words in ((self.inside, meant, "Invited"), (self.outside, left, "Left out")):
            assert isinstance(pane.model, RowsModel)
            pane.model.set_rows([candidate_row(one) for one in some])
            self.tabs.setTabText(self.tabs.indexOf(pane), f"{words} {len(some):,}")
        told = f"{count_of(len(meant), self.noun)} would be invited; {len(left):,} in the area left out"
        told += f", {far:,} are elsewhere." if far else "."
        if self._invited:
            told += f" They take the place of the {self._invited:,} invited now."
        self.sentence.setText(told)
        self._invite.setText(f"Invite {count_of(len(meant), self.noun)}")
        self._invite.setAccessibleName(self._invite.text())
        self._invite.setEnabled(bool(meant))

    @Slot()
    def invite(self) -> None:
        """Take them."""
        if self._then is None or not self._invite.isEnabled():
            return
        try:
            self._then(InviteBy(self.rule, self.day.answer() or day_of(self._held)))
        except Problem as problem:
            self.banner.say(problem)
            return
        self.accept()


def _decided(
    held: Wave, rule: PopulationRule, area: Sequence[str], day: date, read: list[Unit] | None, db: Database
) -> Decided:
    units = units_on(db, day) if read is None else read
    return Decided(day, units, decide(units, rule, held.asked_of, area, date_words(day)))


def _pane(name: str, title: str, empty: str) -> TablePane:
    return TablePane(RowsModel(CANDIDATE_COLUMNS), name=name, title=title, empty=EmptyPage(empty))


class InviteOne(FormDialog):
    """One more, found by letters of the name: a service, or a provider where these are asked."""

    def __init__(self, db: Database, held: Wave, parent: QWidget | None) -> None:
        super().__init__(
            "Invite one more", "Invite", parent,
            intro=f"It is kept with what the register said on {date_words(day_of(held))}.",
        )  # fmt: skip
        self._db = db
        of_service = held.asked_of is AskedOf.SERVICE
        find = self._services if of_service else self._providers
        self.form.add("whom", "Service" if of_service else "Provider", PickField(find), needed=True)

    def _services(self, text: str) -> list[Pick]:
        rows = SERVICES.page(self._db, Query(text), offset=0, limit=8)
        return [Pick(str(row[0]), str(row[1]), str(row[2] or "")) for row in rows]

    def _providers(self, text: str) -> list[Pick]:
        return [Pick(one.id, one.name, one.cqc_provider_id or "") for one in find_providers(self._db, text)]

    def value(self, answers: Answers) -> str:
        """The key of a service, or of a provider where these are asked."""
        return str(answers["whom"])

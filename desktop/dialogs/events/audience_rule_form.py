"""The audience rule as a form: what a service must meet, who is asked for it, and who is chosen by hand."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.dialogs.events.finding_people import people_finder, provider_finder
from desktop.widgets.forms.fields import CheckField, ChoiceField, PickField, number_field
from desktop.widgets.forms.form import Form
from desktop.widgets.forms.several import SeveralField
from desktop.widgets.parts import button, give_room
from engagement.forums.people.audience_rule import AudienceRule, Each
from engagement.register.names import name_of
from engagement.register.services import authorities_in_use, districts_held
from engagement.register.vocabulary import ContactRole, Rating, ServiceKind
from resources.database import Database
from resources.problem import Problem

_KEY = Qt.ItemDataRole.UserRole
_BY_HAND = {
    "added_providers": "Added",
    "added_contacts": "Added",
    "removed_providers": "Left out",
    "removed_contacts": "Left out",
}
MONTHS = 12


class RuleForm(QWidget):
    """`changed` at each choice; `rule()` is None while an answer cannot be read."""

    changed = Signal()

    def __init__(self, db: Database, rule: AudienceRule) -> None:
        super().__init__()
        self._db = db
        self._base = rule
        self.form = Form()
        self._own = OwnSelection(db)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.form)
        column.addStretch(1)
        self._add_rule_rows()
        self._add_own_rows()
        self._fill(rule)
        self.form.changed.connect(self._told)
        self._own.changed.connect(self._told)
        self._show_rows()

    def _add_rule_rows(self) -> None:
        add = self.form.add
        add(
            "kinds",
            "Kinds of service",
            SeveralField("Kinds of service", _options(ServiceKind), nothing="Every kind"),
        )
        for name, words in (("districts", "Districts"), ("authorities", "Authorities")):
            places = [
                (one, one)
                for one in (districts_held if name == "districts" else authorities_in_use)(self._db)
            ]
            nothing = "Anywhere" if name == "districts" else "Any authority"
            add(name, words, SeveralField(words, places, nothing=nothing))
        add(
            "ratings",
            "Overall rating",
            SeveralField("Overall rating", _options(Rating), nothing="Any rating"),
        )
        ways = [("any", "Whether they came before or not"), ("months", "Came to nothing in some months"),
                ("never", "Never came to an event")]  # fmt: skip
        add("came", "Attendance", ChoiceField(ways), value="any")
        add("months", "Months", number_field(least=1, most=240), value=MONTHS, needed=True)
        add("each", "Who is asked", ChoiceField(_options(Each)))
        preferred = [one for one in self._base.roles if isinstance(one, ContactRole)]
        roles = [*preferred, *(one for one in ContactRole if one not in preferred)]
        field = SeveralField("Preferred parts", [(one, one.label) for one in roles], nothing="Anybody")
        add(
            "roles",
            "Preferred, in this order",
            field,
            help_text="Where a service has none of them, anybody is asked.",
        )

    def _add_own_rows(self) -> None:
        self.form.add_heading("Own selection")
        self.form.add("by_hand_only", "", CheckField("Only those added by hand"))
        self._provider = PickField(provider_finder(self._db))
        self._person = PickField(people_finder(self._db))
        self.form.add("provider", "Add a provider", self._provider)
        self.form.add("person", "Add a person", self._person)
        self.form.add_widget(self._own)
        self._provider.changed.connect(self._add_provider)
        self._person.changed.connect(self._add_person)

    def _fill(self, rule: AudienceRule) -> None:
        came = "never" if rule.never_came else "any" if rule.came_to_nothing_in is None else "months"
        values = {"came": came, "months": rule.came_to_nothing_in or MONTHS, "each": rule.each}
        for name in ("kinds", "districts", "authorities", "ratings", "roles", "by_hand_only"):
            values[name] = getattr(rule, name)
        for name, value in values.items():
            self.form.rows[name].field.show_answer(value)
        self._own.show_rule(rule)

    def rule(self) -> AudienceRule | None:
        """The rule that is set now."""
        try:
            given: dict[str, Any] = {
                name: row.read()
                for name, row in self.form.rows.items()
                if not row.isHidden() and name not in ("provider", "person")
            }
        except Problem:
            return None
        came, months = given.pop("came", "any"), given.pop("months", None)
        given["came_to_nothing_in"] = months if came == "months" else None
        given["never_came"] = came == "never"
        return replace(self._base, **(given | self._own.values()))

    def choose(self, name: str, keys: tuple[str, ...]) -> None:
        """Put providers or people on the own selection: `name` is the rule's name for it."""
        self._own.add(name, keys)

    @Slot()
    def _add_provider(self) -> None:
        self._take(self._provider, "added_providers")

    @Slot()
    def _add_person(self) -> None:
        self._take(self._person, "added_contacts")

    def _take(self, field: PickField, name: str) -> None:
        try:
            key = field.answer()
        except Problem:
            return
        if key:
            field.show_answer(None)
            self._own.add(name, (key,))

    @Slot()
    def _told(self) -> None:
        self._show_rows()
        self.changed.emit()

    def _show_rows(self) -> None:
        by_hand = bool(self.form.rows["by_hand_only"].field.answer())
        for name in ("kinds", "districts", "authorities", "ratings", "came"):
            self.form.show_row(name, not by_hand)
        self.form.show_row("months", not by_hand and self._came() == "months")

    def _came(self) -> str:
        try:
            return str(self.form.rows["came"].field.answer())
        except Problem:
            return ""


class OwnSelection(QWidget):
    """Who is added or left out by hand, each to be taken off again."""

    changed = Signal()

    def __init__(self, db: Database, parent: QObject | None = None) -> None:
        super().__init__()
        self._db = db
        self._keys: dict[str, tuple[str, ...]] = dict.fromkeys(_BY_HAND, ())
        self.list = QListWidget()
        self.list.setProperty("kind", "framed")
        self.list.setAccessibleName("Own selection")
        give_room(self.list)
        self._off = button("Take off this list")
        self._off.clicked.connect(self.take_off)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.list)
        column.addWidget(self._off, 0, Qt.AlignmentFlag.AlignLeft)

    def values(self) -> dict[str, tuple[str, ...]]:
        """The keys by the rule's names."""
        return dict(self._keys)

    def show_rule(self, rule: AudienceRule) -> None:
        """Begin from what the rule holds."""
        self._keys = {name: getattr(rule, name) for name in _BY_HAND}
        self._show()

    def add(self, name: str, keys: tuple[str, ...]) -> None:
        """Add some; what was left out and is added is no longer left out, and the other way round."""
        other = name.replace("added", "removed") if "added" in name else name.replace("removed", "added")
        self._keys[other] = tuple(key for key in self._keys[other] if key not in keys)
        self._keys[name] = tuple(dict.fromkeys((*self._keys[name], *keys)))
        self._show()
        self.changed.emit()

    @Slot()
    def take_off(self) -> None:
        """Forget the line the cursor is on."""
        item = self.list.currentItem()
        if item is not None:
            name, key = item.data(_KEY)
            self._keys[name] = tuple(one for one in self._keys[name] if one != key)
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        self.list.clear()
        for name, keys in self._keys.items():
            table = "provider" if name.endswith("providers") else "contact"
            for key in keys:
                words = name_of(self._db, table, key)
                item = QListWidgetItem(f"{_BY_HAND[name]}: {words or 'no longer in the register'}")
                item.setData(_KEY, (name, key))
                self.list.addItem(item)
        rows = min(5, self.list.count())
        self.list.setFixedHeight(rows * max(28, self.list.sizeHintForRow(0)) + 4)
        self.setVisible(bool(rows))
        self.list.setCurrentRow(0 if rows else -1)


def _options(words: Any) -> list[tuple[Any, str]]:
    return [(word, word.label) for word in words]

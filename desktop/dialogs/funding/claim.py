"""Entering a claim and putting it right."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import provider_field, provider_pick, service_options, suggesting
from desktop.dialogs.funding.passing import PassingDialog
from desktop.dialogs.training.course import course_field, course_pick
from desktop.widgets.forms.fields import (
    CheckField,
    ChoiceField,
    DateField,
    LongTextField,
    Pick,
    PickField,
    TextField,
    money_field,
)
from desktop.widgets.forms.form import Answers
from engagement.register.names import name_of
from engagement.register.providers import provider
from resources.database import Database
from resources.wording import and_list
from workforce.funding.claims.claims import Claim, ClaimDraft, claims
from workforce.funding.claims.first_part import why_not_first
from workforce.funding.claims.lines import lines_of
from workforce.funding.claims.parts import part_of
from workforce.funding.funds.allocations import allocations_of
from workforce.funding.funds.balance import Passed
from workforce.funding.funds.funds import Fund, fund, funds
from workforce.funding.funds.items import FundItem, items_of
from workforce.funding.vocabulary import ClaimPart
from workforce.training.courses import course
from workforce.training.learners import Learner, find_learners, learner, posts_of
from workforce.years import year_of, year_words

_OTHER = ("", "Something else")


def learner_field(db: Database) -> PickField:
    """Somebody who learns, by letters of the name or the ULN."""
    return PickField(
        lambda text: [learner_pick(db, one) for one in find_learners(db, text)],
        placeholder="Type some letters of the name, or the ULN",
    )


def learner_pick(db: Database, one: Learner) -> Pick:
    """With their ULN and where they work, which tells two of one name apart."""
    places = dict.fromkeys(name_of(db, "provider", post.provider_id) for post in posts_of(db, one.id))
    return Pick(one.id, one.name, ", ".join(part for part in (one.uln, and_list(list(places))) if part))


@dataclass(frozen=True)
class Written:
    """What was entered, and who passed an overspend."""

    draft: ClaimDraft
    passed: Passed | None


class Adds(Protocol):
    """What adds a learner or course that is not held yet, over a dialog, and tells its key."""

    def learner(self, over: QWidget, typed: str, provider_id: str, then: Callable[[str], object]) -> None:
        """Somebody who works at a provider."""

    def course(self, over: QWidget, typed: str, then: Callable[[str], object]) -> None:
        """A qualification or course."""


class WriteClaim(PassingDialog):
    """What is claimed. `held` is the claim to change; `start` what is known of a new one."""

    def __init__(
        self, db: Database, today: date, parent: QWidget | None, *, held: Claim | None = None,
        start: ClaimDraft | None = None, adds: Adds | None = None,
    ) -> None:  # fmt: skip
        title, verb = (
            (f"Change claim {held.number}", "Save changes") if held else ("Add a claim", "Add claim")
        )
        super().__init__(
            title, verb, parent, width=600,
            intro="" if held else "It is a draft until it is submitted; nothing is promised before.",
        )  # fmt: skip
        self._db, self._today, self._held = db, today, held
        known = held.draft() if held else start
        self._funds = _choices_of_funds(db, known)
        self._items: dict[str, FundItem] = {}
        self._add_whose(known)
        self._add_what(known)
        self._add_days(known)
        self.form.add("note", "Note", LongTextField(lines=2), value=known.note if known else "")
        self.add_passing()
        for row, then in (
            (self._fund, self._offer_items),
            (self._provider, self._offer_services),
            *((one, self._offer_first) for one in (self._fund, self._provider, self._learner, self._item)),
            (self._item, self._follow),
            (self._course, self._follow),
            (self._part, self._follow),
        ):
            row.changed.connect(then)  # fmt: skip
        if adds is not None:
            self._offer_adding(adds)
        self._follow()

    def _offer_adding(self, adds: Adds) -> None:
        self._learner.add_way("New learner…").clicked.connect(
            lambda: adds.learner(self, self._learner.typed, self._provider.picked, self._show_learner)
        )
        self._course.add_way("New course…").clicked.connect(
            lambda: adds.course(self, self._course.typed, self._show_course)
        )

    def _show_learner(self, key: str) -> None:
        self._learner.show_answer(learner_pick(self._db, learner(self._db, key)))
        self._learner.changed.emit()

    def _show_course(self, key: str) -> None:
        self._course.show_answer(course_pick(course(self._db, key)))
        self._course.changed.emit()

    def _add_whose(self, known: ClaimDraft | None) -> None:
        add, db = self.form.add, self._db
        self._fund = ChoiceField([(one.id, one.name) for one in self._funds])
        only = self._funds[0].id if len(self._funds) == 1 else None
        add("fund_id", "Fund", self._fund, value=known.fund_id if known else only, needed=True)
        self._provider = provider_field(db)
        picked = provider_pick(provider(db, known.provider_id)) if known else None
        add("provider_id", "Provider", self._provider, value=picked, needed=True)
        self._service = ChoiceField([])
        add("service_id", "Service", self._service)
        self._offer_services()
        self._service.show_answer((known.service_id if known else None) or "")
        self._learner = learner_field(db)
        whom = learner_pick(db, learner(db, known.learner_id)) if known and known.learner_id else None
        add("learner_id", "Learner", self._learner, value=whom)

    def _add_what(self, known: ClaimDraft | None) -> None:
        add = self.form.add
        self._item, self._year, self._stream = ChoiceField([]), ChoiceField([]), ChoiceField([])
        add("item_id", "For", self._item)
        self._course = course_field(self._db)
        named = course_pick(course(self._db, known.course_id)) if known and known.course_id else None
        add("course_id", "Course of the catalogue", self._course, value=named)
        add(
            "what",
            "Qualification or course",
            TextField(),
            help_text="In words, where the catalogue lacks it.",
            value=known.what if known else "",
        )
        self._part = ChoiceField([(one, one.label) for one in ClaimPart])
        add("part", "Part", self._part, value=known.part if known else ClaimPart.WHOLE)
        self._first = ChoiceField([])
        add("first_part_id", "Claim of the first part", self._first)
        self._money = money_field()
        add("pence", "Value claimed", self._money, value=known.pence if known else None, needed=True)
        add("year", "Charged to the year", self._year)
        add("workstream", "Workstream", self._stream)
        self._offer_items()
        if known is not None:
            for field, value in (
                (self._item, known.item_id or ""), (self._year, known.year), (self._stream, known.workstream),
            ):  # fmt: skip
                field.show_answer(value)
        self._offer_first()
        if known is not None:
            self._first.show_answer(known.first_part_id or "")
        bodies = dict.fromkeys(one.awarding_body for one in claims(self._db) if one.awarding_body)
        add("awarding_body", "Awarding body", suggesting(TextField(), list(bodies)),
            value=known.awarding_body if known else "")  # fmt: skip
        add("candidate_number", "Candidate registration number", TextField(),
            value=known.candidate_number if known else "")  # fmt: skip
        add(
            "qualification_code",
            "Qualification code",
            TextField(),
            value=known.qualification_code if known else "",
        )
        add("apprenticeship", "", CheckField("Part of an apprenticeship"),
            value=known.apprenticeship if known else False)  # fmt: skip
        add("funded_before", "", CheckField("Previously funded up-front"),
            value=known.funded_before if known else False)  # fmt: skip

    def _add_days(self, known: ClaimDraft | None) -> None:
        for name, words, help_text in (
            ("started_on", "Started", ""), ("cost_paid_on", "Paid for by the provider", ""),
            ("completed_on", "Completed", ""),
            ("submitted_on", "Received", "Where it came to us before it is submitted here."),
        ):  # fmt: skip
            field = DateField(today=self._today)
            self.form.add(
                name, words, field, value=getattr(known, name) if known else None, help_text=help_text
            )

    # What follows from what

    def _of(self) -> Fund | None:
        return next((one for one in self._funds if one.id == self._fund.answer()), None)

    @Slot()
    def _offer_items(self) -> None:
        of = self._of()
        offered = items_of(self._db, of.id) if of else []
        self._items = {one.id: one for one in offered}
        self._item.set_options([*((one.id, one.name) for one in offered), _OTHER])
        self._item.show_answer(offered[0].id if len(offered) == 1 else "")
        years = _years(of, self._today)
        self._year.set_options([(year, year_words(year)) for year in years])
        self._year.show_answer(year_of(self._today) if year_of(self._today) in years else years[-1])
        streams = sorted({one.workstream for one in allocations_of(self._db, of.id)}) if of else []
        self._stream.set_options([(one, one or "None") for one in streams or [""]])
        self._stream.show_answer("" if "" in streams or not streams else streams[0])
        self.form.show_row("workstream", any(streams))
        self._follow()

    @Slot()
    def _offer_services(self) -> None:
        self._service.set_options(service_options(self._db, self._provider.picked))
        self._service.show_answer("")

    @Slot()
    def _offer_first(self) -> None:
        """The first parts that this could be the second of."""
        if "first_part_id" not in self.form.rows:
            return
        whom, provider, of = self._learner.picked, self._provider.picked, self._of()
        item = self._items.get(str(self._item.answer() or ""))
        held = []
        if whom and provider and of:
            draft = ClaimDraft(of.id, provider, 1, item.id if item else None, learner_id=whom)
            held = [
                one for one in claims(self._db, learner_id=whom, fund_id=of.id)
                if one.part is ClaimPart.FIRST and not why_not_first(self._db, one.id, draft)
            ]  # fmt: skip
        named = [(one.claim.id, one.words) for one in lines_of(self._db, held)] if held else []
        self._first.set_options([("", "Not known"), *named])
        self._first.show_answer(named[-1][0] if named else "")

    @Slot()
    def _follow(self) -> None:
        """What the item makes unneeded is not asked; what it pays at most stands where the figure was empty."""
        if "pence" not in self.form.rows:
            return
        item = self._items.get(str(self._item.answer() or ""))
        self.form.show_row("course_id", item is None)
        self.form.show_row("what", item is None and not self._course.picked)
        self.form.show_row("part", item is not None and item.first_percent is not None)
        part = self._part.answer() or ClaimPart.WHOLE
        self.form.show_row("first_part_id", part is ClaimPart.SECOND and item is not None)
        if item is not None and item.most_pence is not None and self._money.is_empty():
            most = part_of(item.most_pence, item.first_percent, part)
            if most is not None:
                self._money.show_answer(most)

    def value(self, answers: Answers) -> Written:
        """What is to be kept."""
        item = self._items.get(answers["item_id"] or "")
        part = answers.get("part") or ClaimPart.WHOLE
        given: dict[str, Any] = {
            name: answers.get(name) or ""
            for name in ("workstream", "awarding_body", "candidate_number", "qualification_code", "note")
        }
        days = {
            name: answers[name] for name in ("started_on", "cost_paid_on", "completed_on", "submitted_on")
        }
        course_id = item.course_id if item else answers["course_id"]
        draft = ClaimDraft(
            answers["fund_id"], answers["provider_id"], answers["pence"], item.id if item else None,
            answers["service_id"] or None, answers["learner_id"] or None, course_id,
            answers.get("what") or "", part, answers.get("first_part_id") or None, answers["year"],
            apprenticeship=answers["apprenticeship"], funded_before=answers["funded_before"], **given, **days,
        )  # fmt: skip
        return Written(draft, self.passed(answers))


def _choices_of_funds(db: Database, known: ClaimDraft | None) -> list[Fund]:
    found = funds(db)
    if known is not None and known.fund_id not in {one.id for one in found}:
        found.append(fund(db, known.fund_id))
    return found


def _years(of: Fund | None, today: date) -> list[int]:
    if of is None:
        return [year_of(today)]
    last = year_of(of.closes_on) if of.closes_on else max(year_of(today), year_of(of.opens_on))
    return list(range(year_of(of.opens_on), last + 1))

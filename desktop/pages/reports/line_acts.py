"""What is done with the lines of an outline: each act asks by a dialog and makes one change."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.committee.making import Made, ask_of
from desktop.committee.sections import section_of
from desktop.dialogs.committee.exemption import SayExempt
from desktop.dialogs.committee.lines import (
    ChooseOptions,
    WriteLine,
    WritePicture,
    WrittenLine,
    WrittenPicture,
)
from desktop.dialogs.committee.part import WritePart
from desktop.locking.open_vault import OpenVault
from desktop.pages.reports.line_adding import PICTURE_FIELDS, LineAdding, as_asked
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from engagement.committee.items import (
    ReportItem,
    edit_item,
    items_of,
    move_item,
    remove_item,
    replace_picture,
    set_exempt,
    set_read_again,
)
from engagement.committee.outlines import outline as outline_of
from engagement.committee.report_parts import part_of, set_part
from engagement.committee.reports import CommitteeReport
from resources.database import change
from resources.database.history import history_position
from resources.problem import FieldProblem, Problem
from resources.report.committee.house_styles import house_style
from resources.report.committee.outline import ItemKind, PartText
from resources.report.committee.parts import Part
from resources.report.committee.section import Choice, Section, SectionRecord
from resources.report.exemption import Exemption
from resources.wording import lower_first

TYPED = (ItemKind.HEADING, ItemKind.PARAGRAPH, ItemKind.BULLETS)


class LineActs(QObject):
    """Acts on the report that `current` gives, at the line that `line` gives; `adding` puts others behind it.

    `made` is the report as it was made last.
    """

    def __init__(
        self, desk: Desk, vault: OpenVault, view: QWidget, current: Callable[[], CommitteeReport | None],
        line: Callable[[], str], *, today: Callable[[], date], made: Callable[[], Made | None],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._desk, self._vault, self._view = desk, vault, view
        self._current, self._line, self._today = current, line, today
        self._made = made
        self._line_held: tuple[object, ReportItem | None] = (None, None)
        self._choices: tuple[object, tuple[Choice, ...]] = (None, ())
        self.adding = LineAdding(desk, view, current, line)

    def held(self) -> ReportItem | None:
        """The line that is not a formal part."""
        report, key = self._current(), self._line()
        asked = (report.id if report is not None else "", key, history_position(self._desk.db))
        if self._line_held[0] != asked:  # every action asks as the cursor moves
            lines = items_of(self._desk.db, report.id) if report is not None else []
            self._line_held = asked, next((one for one in lines if one.id == key), None)
        return self._line_held[1]

    def edit_part(self, part: Part) -> None:
        """What a formal part says."""
        report = self.adding.report()
        held = part_of(self._desk.db, report.id, part)
        usual = house_style(report.style).usual_words(part)
        dialog = WritePart(part, held.written if held else None, usual, self._today(), self._view)
        dialog.ask(partial(self._part_written, report.id, part))

    def _part_written(self, report_id: str, part: Part, written: PartText) -> None:
        set_part(
            self._desk.db, report_id, part, written.text, initials=written.initials, on=written.on
        )  # fmt: skip
        self._desk.messages.done(
            f"Wrote {lower_first(part.label)}" if written.text else f"Emptied {lower_first(part.label)}"
        )

    def edit(self) -> None:
        """The words of a typed line, a picture, or what is chosen for a section."""
        held = self.held()
        if held is None:
            return
        if held.kind is ItemKind.SECTION:
            self.choose_options()
        elif held.kind is ItemKind.PICTURE:
            WritePicture(self._view, held=held.line).ask(partial(self._picture_edited, held))
        elif held.kind in TYPED:
            WriteLine(held.kind, self._view, held=held.line).ask(partial(self._edited, held))

    def _edited(self, held: ReportItem, written: WrittenLine) -> None:
        made = edit_item(self._desk.db, held.id, text=written.text, level=written.level)
        self._desk.messages.done(f"Changed {made.words}")

    def _picture_edited(self, held: ReportItem, written: WrittenPicture) -> None:
        try:
            with change(self._desk.db, f"Changed {held.words}"):
                if written.path is not None:
                    replace_picture(self._desk.db, held.id, written.path)
                edit_item(self._desk.db, held.id, text=written.caption, alt=written.alt)
        except FieldProblem as problem:
            raise as_asked(problem, PICTURE_FIELDS) from problem
        self._desk.messages.done(f"Changed {held.words}")

    def choices(self, held: ReportItem) -> tuple[Choice, ...]:
        """What can be chosen for a section; nothing where there is one way alone."""
        record, report, vault = section_of(held.section), self._current(), self._vault.db
        if record is None or report is None:
            return ()
        facts = (history_position(self._desk.db), None if vault is None else history_position(vault))
        asked = (record, held.id, facts, self._today())
        if self._choices[0] != asked:
            self._choices = asked, self._read_choices(record, report, held)
        return self._choices[1]

    def _read_choices(
        self, record: SectionRecord, report: CommitteeReport, held: ReportItem
    ) -> tuple[Choice, ...]:
        outline = outline_of(self._desk.db, report.id)
        ask = ask_of(self._desk.db, self._vault.db, outline, held.line, self._today())
        return tuple(one for one in record.choices(ask) if len(one.values) > 1)

    def choose_options(self) -> None:
        """What is chosen for the section."""
        held = self.held()
        record = section_of(held.section) if held is not None else None
        if held is None or record is None:
            return
        choices = self.choices(held)
        if not choices:
            raise Problem(f"There is nothing to choose for “{record.title}”: it is made in one way.")
        ChooseOptions(record.title, choices, held.options, self._view).ask(
            partial(self._options_chosen, held)
        )

    def _options_chosen(self, held: ReportItem, options: dict[str, str]) -> None:
        edit_item(self._desk.db, held.id, options=options)
        self._desk.messages.done(f"Changed {held.words}")

    def say_exempt(self) -> None:
        """Whether the public may read the line, and why not."""
        held = self.held()
        if held is None:
            return
        begin = held.exempt or own_exemption(self._made(), held.id)
        SayExempt(
            _bare(held), begin, self._today(), self._view, of_section=held.kind is ItemKind.SECTION
        ).ask(partial(self._said_exempt, held))

    def _said_exempt(self, held: ReportItem, exempt: Exemption | None) -> None:
        set_exempt(self._desk.db, held.id, exempt)
        said = f"exempt under paragraph {exempt.paragraph}" if exempt else "public"
        self._desk.messages.done(f"{_bare(held)} is {said}")

    def read_again(self) -> None:
        """A line that was carried over from another report still holds."""
        held = self.held()
        if held is not None:
            set_read_again(self._desk.db, held.id)
            self._desk.messages.done(f"{_bare(held)} still holds")

    def move(self, by: int) -> None:
        """Further down, or up where `by` is below 0."""
        held = self.held()
        if held is not None:
            move_item(self._desk.db, held.id, by)

    def remove(self) -> None:
        """Take the line out, after asking where it was typed."""
        held = self.held()
        if held is None:
            return
        if held.kind in TYPED or held.kind is ItemKind.PICTURE:
            Question(f"Remove {held.words}?", "Undo brings it back.", "Remove", self._view).ask(
                partial(self._remove, held)
            )
        else:
            self._remove(held)

    def _remove(self, held: ReportItem) -> None:
        remove_item(self._desk.db, held.id)
        self._desk.messages.done(f"Removed {held.words}")


def _bare(held: ReportItem) -> str:
    """What the line is called in a title."""
    record = section_of(held.section) if held.section else None
    return record.title if record is not None else held.words.removeprefix("the ").capitalize()


def own_exemption(made: Made | None, item: str) -> Exemption | None:
    """That with which a section marks what is exempt in it; None where nothing is, and of a line that was typed."""
    section = made.sections.get(item) if made is not None else None
    blocks = section.blocks if isinstance(section, Section) else ()
    return next((block.exempt for block in blocks if block.exempt is not None), None)

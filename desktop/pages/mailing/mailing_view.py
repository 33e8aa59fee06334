"""The invitations of an event: who has answered, who was last written to when, and by what they can be reached."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from desktop.pages.events.event_view import EventView
from desktop.pages.mailing.coming_in import ComingIn
from desktop.pages.mailing.going_out import GoingOut
from desktop.pages.mailing.papers import EventPapers
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.detail import Detail, DetailPane, Line, Section
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import label, side_by_side
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from engagement.forums import events
from engagement.forums.mailing.mailings import mailings_table
from engagement.forums.mailing.overview import COLUMNS, overview_row, overview_table, overview_words
from engagement.forums.mailing.recipients import Correspondent, barred, correspondents
from engagement.forums.mailing.vocabulary import UNANSWERED, Way
from resources.tables import ColumnKind, Table
from resources.wording import moment_words


class MailingView(EventView):
    """Everybody at the event, with what was written to them and what can be used to write."""

    tab = "Invitations"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime]) -> None:
        super().__init__(desk, now=now)
        self.going_out = GoingOut(desk, self, self.chosen, now=now)
        self.coming_in = ComingIn(desk, self, self.chosen, now=now)
        self.papers = EventPapers(desk, self, self.chosen, now=now)
        self.only_owing = False
        self._people: dict[str, Correspondent] = {}
        self.pane = TablePane(
            RowsModel(COLUMNS), name="event_mailing", title="Invitations of the event",
            chips=("status", "how"), settings=desk.settings,
            empty=EmptyPage("Nobody is invited yet. Choose the audience first; then write to them from here."),
        )  # fmt: skip
        self.detail = DetailPane("Person", "Choose a person to see what was written to them.")
        self._figures = label("", "bold", wrap=True)
        self.row = ActionRow([one for one in self.actions_here() if one.toolbar])
        self._lay_out()
        self.pane.table.current_changed.connect(self._show)
        self.pane.table.selection_moved.connect(self.moved)
        self.pane.counted.connect(self.moved)
        self.moved.connect(self.row.refresh)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(PANE, 0, PANE, 0)
        head.setSpacing(8)
        head.addWidget(self._figures)
        head.addWidget(self.row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(side_by_side(self.pane, self.detail, sizes=(840, 330)), 1)

    def actions_here(self) -> list[Action]:
        """Out, in, and what is made for the day; `toolbar` are those with a button here: two rows of large text."""
        out, back, papers = self.going_out, self.coming_in, self.papers
        one, write = self._shown, self.may_write
        return [
            Action("write_to", "Write to…", out.ask_write, "Ctrl+Shift+M", icon="mail", enabled=write,
                   tip="Letters or e-mail drafts: invitation, reminder or thanks"),
            Action("labels", "Labels…", out.ask_labels, icon="print", toolbar=False, enabled=write),
            Action("merge", "Mail merge…", out.ask_merge, icon="export", enabled=write,
                   tip="A workbook with a line for each person and a column for answers"),
            Action("read_answers", "Read answers…", back.ask_answers, icon="import", enabled=write,
                   tip="From the mail-merge workbook, filled in"),
            Action("paste_reply", "Paste a reply…", back.ask_reply, "Ctrl+Shift+V", enabled=write),
            Action("calendar_file", "Calendar file…", papers.ask_calendar, icon="calendar", enabled=one),
            Action("badges", "Name badges…", papers.ask_badges, enabled=one),
            Action("certificates", "Certificates…", papers.ask_certificates, enabled=one,
                   tip="For those who came, once the event is over"),
            Action("left_out", "Save who is left out…", papers.ask_left_out, toolbar=False, enabled=one),
            Action("reminders", "Save the list of reminders…", papers.ask_reminders, toolbar=False, enabled=one),
            Action("wording", "Wording…", out.ask_wording, icon="edit", toolbar=False, enabled=write),
            Action("letterhead", "Letterhead…", out.ask_letterhead, toolbar=False, enabled=write),
            Action("only_owing", "Only those who have not answered", self.turn_owing, "Ctrl+Shift+U", enabled=one,
                   toolbar=False, checked=partial(getattr, self, "only_owing")),
        ]  # fmt: skip

    # What is shown

    def show_event(self, event_id: str) -> None:
        """The invitations of this event; nobody's with an empty key."""
        if event_id != self.event_id:
            self.only_owing = False
        self.event_id = event_id
        self.reload()

    def reload(self) -> None:
        """Read again."""
        if not self.event_id:
            return
        people = correspondents(self._desk.db, self.event_id)
        self._people = {one.person.id: one for one in people}
        only = "Shown are only those who have not answered. "
        words = overview_words(people, events.get(self._desk.db, self.event_id))
        self._figures.setText((only if self.only_owing else "") + words)
        self._figures.setHidden(not self._figures.text())
        shown = [one for one in people if not self.only_owing or one.person.status in UNANSWERED]
        now = self._now()
        model = self.pane.model
        assert isinstance(model, RowsModel)
        model.set_rows([overview_row(one, now) for one in shown], keys=[one.person.id for one in shown])
        self._show(self.pane.table.current_key)

    def turn_owing(self) -> None:
        """Show only those who owe an answer, or everybody again."""
        self.only_owing = not self.only_owing
        self.reload()

    def table(self) -> Table:
        """The people as they are shown and sorted, to copy or save."""
        event = events.get(self._desk.db, self.event_id)
        rows = [tuple(row[1:]) for row in self.pane.model.all_rows()]
        what = "Not answered" if self.only_owing else "Invitations"
        return overview_table(event, rows, what)

    def chosen(self) -> list[str]:
        """The people selected, by key."""
        return [key for key in self.pane.table.selected_keys() if key in self._people]

    @Slot(str)
    def _show(self, key: str) -> None:
        one = self._people.get(key)
        if one is None:
            self.detail.clear()
        else:
            self.detail.show_detail(self._detail(one))
        self.moved.emit()

    def _detail(self, one: Correspondent) -> Detail:
        person = one.person
        written = mailings_table(self._desk.db, person.id)
        offer = f"until {moment_words(person.offer_expires_at)}" if person.offer_expires_at else ""
        reach = (
            Line("E-mail", one.email),
            Line("Address", "\n".join(one.address)),
            Line("Agreed", one.consent.label),
            Line("Left out", barred(one, Way.MAIL_MERGE)),
        )
        asked = (
            Line("Invited", moment_words(person.invited_at) if person.invited_at else ""),
            Line("Replied", moment_words(person.answered_at) if person.answered_at else ""),
            Line("Offer stands", offer),
            Line("Note", person.note),
        )
        none = () if written.rows else (Line("Written", "Nothing was made for them yet"),)
        sections = (
            Section("Can be reached by", reach),
            Section("Invitation", (*asked, *none)),
            *((Section("Written", table=written),) if written.rows else ()),
        )
        return Detail(person.name, person.home, ((ColumnKind.STATUS, person.status.label),), (), sections)

    def _shown(self) -> bool:
        return bool(self.event_id)

    # The keyboard and the status bar

    def row_for_history(self) -> tuple[str, str]:
        """The person with the cursor."""
        key = self.pane.table.current_key
        return ("participant", key) if key else ("event", self.event_id)

    def status_text(self) -> str:
        """How many people are shown."""
        return self.pane.rows_words

    def focus_first(self) -> None:
        """The table of people."""
        self.pane.focus_table()

    def focus_filter(self) -> None:
        """The filter of the people."""
        self.pane.bar.focus_field()

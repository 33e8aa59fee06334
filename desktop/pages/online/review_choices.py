"""What a person says of the people of a file: whom each is, who is left out, who counts all the same."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.dialogs.online.who_it_is import AnotherContact, SamePerson, SomebodyNew
from desktop.pages.online.review_panel import ReviewPanel
from desktop.shell.actions import Action
from engagement.forums.online.review import Line, Review
from engagement.forums.online.vocabulary import Standing
from engagement.forums.online.whom import Choice, LeftOut, matched
from resources.database import Database
from resources.problem import Problem


class ReviewChoices(QObject):
    """Acts on the lines selected in the panel, which shows the review that each choice gives."""

    def __init__(self, db: Database, panel: ReviewPanel) -> None:
        super().__init__(panel)
        self._db, self._panel = db, panel
        panel.pane.table.opened.connect(self.confirm)
        panel.compare.chosen.connect(self._take_other)
        panel.offer(self.listed())

    def listed(self) -> list[Action]:
        """What can be said of the selected people; `toolbar` are those with a button here."""
        one, some = self._one, self._some
        return [
            Action("online_confirm", "Confirm", self.confirm, enabled=some, icon="check",
                   tip="Take the selected people for whom they are offered to be, and go on to the next (Enter)"),
            Action("online_contact", "Another contact…", self.ask_contact, "Ctrl+Shift+R", enabled=one),
            Action("online_newcomer", "New contact…", self.ask_newcomer, "Ctrl+J", enabled=one, icon="add"),
            Action("online_same", "Same person as…", self.ask_same, "Ctrl+M", enabled=self._several_lines),
            Action("online_leave_out", "Leave out", self.leave_out, "Ctrl+Shift+L", enabled=some,
                   tip="Not from a provider: kept in the list of the file, without the address"),
            Action("online_count", "Count all the same", self.count, "Ctrl+U", enabled=self._not_counted,
                   tip="Though the time was too short, or a place was only booked"),
            Action("online_take_back", "Take back", self.take_back, "Ctrl+B", enabled=self._said,
                   tip="What was said of the selected people"),
            Action("online_next", "Next to decide", self._panel.go_to_next, "F3", toolbar=False,
                   enabled=self._any_waits),
        ]  # fmt: skip

    def _some(self) -> bool:
        return self._panel.ready() and bool(self._panel.selected())

    def _one(self) -> bool:
        return self._panel.ready() and len(self._panel.selected()) == 1

    def _several_lines(self) -> bool:
        return self._one() and self._panel.review is not None and len(self._panel.review.lines) > 1

    def _not_counted(self) -> bool:
        short = (Standing.TOO_SHORT, Standing.BOOKED)
        return self._panel.ready() and any(line.standing in short for line in self._panel.selected())

    def _said(self) -> bool:
        review = self._panel.review
        return (
            review is not None
            and self._panel.ready()
            and any(line.choice is not None or line.key in review.counted for line in self._panel.selected())
        )

    def _any_waits(self) -> bool:
        return self._panel.review is not None and bool(self._panel.review.undecided)

    # What is said

    def say(self, choose: Callable[[Review, Line], Review]) -> None:
        """Change the review for each selected line, and go on to the next to decide when the last was decided."""
        review, lines = self._panel.review, self._panel.selected()
        if review is None or not lines or not self._panel.ready():
            return
        following = self._panel.following(lines[-1].key)
        for line in lines:
            review = choose(review, review.line(line.key))
        decided = any(line.waits for line in lines) and not any(review.line(line.key).waits for line in lines)
        self._panel.show_review(review)
        if decided:
            self._panel.go_on(following)

    @Slot()
    def confirm(self, _key: str = "") -> None:
        """Take the selected lines for whom they are offered to be; whom nobody fits is asked about."""
        lines = self._panel.selected()
        if self._panel.review is None or not self._panel.ready():
            return
        if len(lines) == 1 and self._panel.review.offer(lines[0]) is None:
            if lines[0].waits:
                self.ask_newcomer()
            return
        unknown = [line.person.shown for line in lines if self._panel.review.offer(line) is None]
        if unknown:
            raise Problem(
                "Nobody of the register fits some of the people selected. Say of each who it is, or leave them out.",
                details=tuple(unknown),
            )
        self.say(lambda review, line: review.confirm(line.key))

    def ask_contact(self) -> None:
        """Another contact of the register."""
        for line in self._panel.selected()[:1]:
            assert self._panel.review is not None
            AnotherContact(self._db, self._panel.review, line, self._panel).ask(
                partial(self._chosen, line.key)
            )

    def ask_newcomer(self) -> None:
        """Somebody whom the register lacks."""
        for line in self._panel.selected()[:1]:
            assert self._panel.review is not None
            SomebodyNew(self._db, self._panel.review, line, self._panel).ask(partial(self._chosen, line.key))

    def ask_same(self) -> None:
        """The person of another line."""
        for line in self._panel.selected()[:1]:
            assert self._panel.review is not None
            SamePerson(self._panel.review, line, self._panel).ask(partial(self._chosen, line.key))

    def _chosen(self, key: str, choice: Choice) -> None:
        self._panel.pane.show_row(key)
        self.say(lambda review, line: review.choose(line.key, choice))

    @Slot(str, str)
    def _take_other(self, key: str, contact: str) -> None:
        if self._panel.review is not None and self._panel.ready():
            self._chosen(key, matched(self._panel.review.found.known.by_id[contact]))

    def leave_out(self) -> None:
        """Not from a provider."""
        self.say(lambda review, line: review.choose(line.key, LeftOut()))

    def count(self) -> None:
        """Count although too short, or only booked."""
        self.say(lambda review, line: review.count(line.key))

    def take_back(self) -> None:
        """As it was found."""
        self.say(lambda review, line: review.choose(line.key, None).count(line.key, counts=False))

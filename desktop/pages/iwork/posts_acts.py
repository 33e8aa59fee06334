"""What is done with posts: each act asks by a dialog and makes one change."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.iwork.post import WritePost, WrittenPost
from desktop.dialogs.iwork.post_parts import MovePost, SaidMove, TaskTimes
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from resources.database import history
from workforce.iwork.employers.employers import Employer
from workforce.iwork.posts.moving import move_post
from workforce.iwork.posts.post_tasks import PostTask, PostTaskFacts, edit_post_task, post_task
from workforce.iwork.posts.posts import Post, post
from workforce.iwork.posts.posts import remove_post as remove
from workforce.iwork.posts.writing import write_new_post, write_post
from workforce.iwork.profile.tasks import task
from workforce.iwork.vocabulary import PostStatus


class PostActs(QObject):
    """Acts on the post that `key` gives, over `view`. `added` carries a new one's key."""

    added = Signal(str)

    def __init__(
        self, desk: Desk, view: QWidget, key: Callable[[], str], *, today: Callable[[], date]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._key, self._today = desk, view, key, today

    def current(self) -> Post:
        """The post chosen."""
        return post(self._desk.db, self._key())

    def add(self) -> None:
        """A post of some employer."""
        WritePost(self._desk.db, self._view, today=self._today()).ask(self._added)

    def add_at(self, where: Employer) -> None:
        """A post of this employer."""
        WritePost(self._desk.db, self._view, today=self._today(), employer=where).ask(self._added)

    def _added(self, said: WrittenPost) -> None:
        made = write_new_post(
            self._desk.db, said.employer_id, said.title, said.facts, said.said, today=self._today(), status=said.status
        )  # fmt: skip
        self._desk.messages.done(f"Added {made.reference}")
        self.added.emit(made.id)

    def edit(self) -> None:
        """All of the post chosen."""
        held = self.current()
        dialog = WritePost(self._desk.db, self._view, today=self._today(), held=held)
        dialog.ask(partial(self._edited, held))

    def _edited(self, held: Post, said: WrittenPost) -> None:
        before = self._entries()
        write_post(self._desk.db, held.id, said.all_facts, said.said, today=self._today())
        if self._entries() == before:
            self._desk.messages.done("Nothing was changed", undo=False)
        else:
            self._desk.messages.done(f"Changed {held.reference}")

    def _entries(self) -> str:
        last = history.next_undo(self._desk.db)
        return str(last.id) if last else ""

    def move(self) -> None:
        """To another status."""
        held = self.current()
        MovePost(held, self._view).ask(partial(self._moved, held))

    def open_for_matching(self) -> None:
        """The usual move."""
        held = self.current()
        self._moved(held, SaidMove(PostStatus.OPEN, ""))

    def _moved(self, held: Post, said: SaidMove) -> None:
        now = move_post(self._desk.db, held.id, said.to, today=self._today(), reason=said.reason)
        self._desk.messages.done(f"{held.reference}: {now.status.label.lower()}")

    def task_times(self, key: str) -> None:
        """When a task of the post is done."""
        if self._desk.opened.read_only:
            return
        held = post_task(self._desk.db, key)
        named = task(self._desk.db, held.task_id).name
        dialog = TaskTimes(held, named, post(self._desk.db, held.post_id), self._view)
        dialog.ask(partial(self._timed, held))

    def _timed(self, held: PostTask, said: PostTaskFacts) -> None:
        if edit_post_task(self._desk.db, held.id, **said) == held:
            self._desk.messages.done("Nothing was changed", undo=False)
        else:
            self._desk.messages.done(f"Changed a task of {post(self._desk.db, held.post_id).reference}")

    def ask_remove(self) -> None:
        """It was entered by mistake."""
        held = self.current()
        Question(
            f"Remove {held.reference}?",
            "Its tasks and shifts go with it. A post that was real is closed or withdrawn instead.",
            "Remove", self._view,
        ).ask(partial(self._remove, held))  # fmt: skip

    def _remove(self, held: Post) -> None:
        remove(self._desk.db, held.id)
        self._desk.messages.done(f"Removed {held.reference}")

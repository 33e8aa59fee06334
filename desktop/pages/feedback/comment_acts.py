"""What can be done with comments: coded to themes, and let be published or not."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.dialogs.feedback.coding import CodeComment, Coded
from desktop.shell.page import Desk
from engagement.forums.feedback import comments, themes
from engagement.forums.feedback.comments import Comment
from resources.wording import count_of


class CommentActs:
    """Acts on the comments it is given, over `view`."""

    def __init__(self, desk: Desk, view: QWidget, *, now: Callable[[], datetime]) -> None:
        self._desk, self._view, self._now = desk, view, now

    def code(self, comment: Comment) -> None:
        """Say what a comment is about."""
        db = self._desk.db
        words = themes.frequent_words(comments.comments_of(db, comment.event_id))
        dialog = CodeComment(comment, themes.all_themes(db), words, self._view)
        dialog.ask(partial(self._coded, comment))

    def _coded(self, comment: Comment, coded: Coded) -> None:
        comments.code_comment(self._desk.db, comment.id, coded.theme_ids, new=coded.new, now=self._now())
        self._desk.messages.done(f"Coded comment {comment.number}")

    def publish_or_withhold(self, chosen: Sequence[Comment]) -> None:
        """Let the comments chosen be published, or withhold them where all of them may be."""
        keys, what = [one.id for one in chosen], count_of(len(chosen), "comment")
        if all(one.publish for one in chosen):
            comments.withhold_comments(self._desk.db, keys)
            self._desk.messages.done(f"Withheld {what}")
        else:
            comments.publish_comments(self._desk.db, keys)
            self._desk.messages.done(f"Marked {what} as fit to publish")

"""Saying what a comment is about, and naming a theme."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import ChoiceField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.forms.several import SeveralField
from engagement.forums.feedback.comments import Comment
from engagement.forums.feedback.themes import Theme
from resources.wording import moment_words


@dataclass(frozen=True)
class Coded:
    """The themes of a comment, and a new one by name where there is one."""

    theme_ids: tuple[str, ...]
    new: tuple[str, ...]


class CodeComment(FormDialog):
    """The comment, its themes, and words that come often for whoever wants a new theme."""

    def __init__(
        self,
        comment: Comment,
        themes: Sequence[Theme],
        words: Sequence[tuple[str, int]],
        parent: QWidget | None,
    ) -> None:
        super().__init__(
            f"Code comment {comment.number}",
            "Save",
            parent,
            intro=f"{comment.question}\n“{comment.text}”",
            width=560,
        )
        known = [(one.id, one.name) for one in themes]
        known += [(one.theme_id, one.theme) for one in comment.codings if one.theme_id not in dict(known)]
        field = SeveralField("Themes", known, nothing="No theme")
        self.form.add("themes", "Themes", field, help_text=_coded_words(comment))
        field.show_answer([one.theme_id for one in comment.codings])
        often = ", ".join(f"{word} ({number})" for word, number in words)
        self.form.add("new", "A new theme", TextField(),
                      help_text=f"Words that come often in the comments: {often}." if often else "")  # fmt: skip

    def value(self, answers: Answers) -> Coded:
        """The themes chosen and the new one."""
        return Coded(tuple(answers["themes"]), (answers["new"],) if answers["new"] else ())


def _coded_words(comment: Comment) -> str:
    if not comment.codings:
        return "A comment can be about several themes."
    last = max(comment.codings, key=lambda one: one.coded_at)
    return f"Last coded by {last.coded_by} on {moment_words(last.coded_at)}."


class NameTheme(FormDialog):
    """What a theme is called."""

    def __init__(self, name: str, parent: QWidget | None) -> None:
        title, verb = ("Rename a theme", "Rename") if name else ("Add a theme", "Add theme")
        super().__init__(title, verb, parent)
        self.form.add("name", "Name", TextField(), value=name, needed=True)

    def value(self, answers: Answers) -> str:
        """The name."""
        return str(answers["name"])


class MergeTheme(FormDialog):
    """Which theme takes another one's comments."""

    def __init__(self, gone: Theme, others: Sequence[Theme], parent: QWidget | None) -> None:
        super().__init__(
            f"Merge “{gone.name}”", "Merge", parent,
            intro=f"Every comment of “{gone.name}” is then of the other theme, and “{gone.name}” is gone.",
        )  # fmt: skip
        self.form.add("kept", "Into", ChoiceField([(one.id, one.name) for one in others]), needed=True)

    def value(self, answers: Answers) -> str:
        """The key of the theme that is kept."""
        return str(answers["kept"])

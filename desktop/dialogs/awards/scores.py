"""What a judge gave, typed in beside the blind copy; abstaining, unlocking, and words that may be no names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from awards.judging.blind.copies import BlindCopy
from awards.judging.packs import scale_words
from awards.judging.scores import Given
from awards.judging.workbook_in.checking import CheckedScores
from awards.judging.workbook_in.preview import preview_groups, preview_notes
from awards.points import points_words
from awards.rounds.criteria import Criterion, values_of
from desktop.dialogs.preview_dialog import PreviewDialog, shown_groups
from desktop.shell.looks.style import with_text
from desktop.widgets.forms.fields import CheckField, ChoiceField, LongTextField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.import_preview import Preview
from resources.database import Database
from resources.wording import count_of, lower_first

_MOST_ASKED = 40


def statements_text(copy: BlindCopy) -> str:
    """All statements of a blind copy, one beneath the other."""
    parts = []
    for number, voice in enumerate(copy.voices, 1):
        head = f"Statement {number}, from: {lower_first(voice.kind.label)}"
        more = f"\n(The statement goes on to {voice.of_words:,} words.)" if voice.of_words else ""
        parts.append(f"{head}\n{voice.hidden.text or 'No statement.'}{more}")
    return "\n\n".join(parts) or "No statement."


@dataclass(frozen=True)
class Scored:
    """What was entered: points by criterion, None where nothing is given."""

    points: Mapping[str, int | None]
    comment: str


class GiveScores(FormDialog):
    """A choice for each criterion; empty is not 0."""

    def __init__(
        self, db: Database, one: Given, copy: BlindCopy, criteria: Sequence[Criterion], held: Mapping[str, int],
        parent: QWidget | None,
    ) -> None:  # fmt: skip
        intro = f"{copy.category}. Leave a criterion empty that is not decided yet: empty is not 0."
        super().__init__(f"Scores of {one.reference}", "Keep scores", parent, intro=intro, width=760)
        text = QPlainTextEdit(statements_text(copy))
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName("Blind copy")
        text.setMinimumHeight(with_text(170))
        self.form.add_widget(text)
        self._criteria = criteria
        for each in criteria:
            told = scale_words(db, each) if not each.guidance else each.guidance
            field = self.form.add(
                each.id, each.name, ChoiceField(_options(db, each)), value=held.get(each.id), help_text=told
            )
            field.widget.setAccessibleDescription(scale_words(db, each))
        self.form.add("comment", "Comment", LongTextField(lines=2), value=one.comment,
                      help_text="For the panel; it is exempt and never shown outside.")  # fmt: skip

    def value(self, answers: Answers) -> Scored:
        """Points and comment."""
        return Scored({one.id: answers[one.id] for one in self._criteria}, str(answers["comment"] or ""))


def _options(db: Database, one: Criterion) -> list[tuple[int | None, str]]:
    labels = {value.points: value.label for value in values_of(db, one.id)}
    told = [
        (points, f"{points_words(points)} – {labels[points]}" if points in labels else points_words(points))
        for points in one.allowed
    ]
    return [(None, ""), *told]


class AskReason(FormDialog):
    """Why: kept with what is done."""

    def __init__(self, title: str, verb: str, intro: str, question: str, parent: QWidget | None) -> None:
        super().__init__(title, verb, parent, intro=intro)
        self.form.add("reason", question, LongTextField(lines=3), needed=True)

    def value(self, answers: Answers) -> str:
        """The reason."""
        return str(answers["reason"])


@dataclass(frozen=True)
class Decided:
    """Statement, word, which occurrence and whether it is hidden; and what else is to be hidden."""

    words: tuple[tuple[str, str, int, bool], ...]
    also_hide: str


class DecideWords(FormDialog):
    """Words of one nominee’s statements that may be no names: each is hidden unless it is let stand."""

    def __init__(self, copy: BlindCopy, also_hide: str, parent: QWidget | None) -> None:
        asked = any(voice.hidden.doubtful for voice in copy.voices)
        intro = (
            "These words are names that may be ordinary words here. Ticked, a word is hidden; without the tick it "
            "stands in the blind copy as it is."
            if asked
            else "Every name that the file knows is certain, and hidden."
        )
        super().__init__(f"Words of {copy.reference}", "Keep", parent, intro=intro, width=720)
        self._asked: list[tuple[str, str, int]] = []
        for number, voice in enumerate(copy.voices, 1):
            for one in voice.hidden.doubtful[: _MOST_ASKED - len(self._asked)]:
                self.form.add(
                    f"word {len(self._asked)}", f"“{one.written}” in statement {number}", CheckField("Hide it"),
                    value=one.hidden, help_text=f"{voice.hidden.around(one)} ({one.why})",
                )  # fmt: skip
                self._asked.append((voice.nomination_id, one.word, one.nth))
        left = copy.capitals
        told = f"Left, with a capital: {', '.join(left[:20])}. " if left else ""
        self.form.add(
            "also_hide", "Also hide", TextField(), value=also_hide,
            help_text=f"{told}Names that the file does not know, such as a resident’s, with “;” between them.",
        )  # fmt: skip

    def value(self, answers: Answers) -> Decided:
        """What was decided."""
        words = ((*asked, bool(answers[f"word {number}"])) for number, asked in enumerate(self._asked))
        return Decided(tuple(words), str(answers["also_hide"] or ""))


class ChooseJudge(FormDialog):
    """Whose scores a file holds that does not say."""

    def __init__(self, judges: Sequence[tuple[str, str]], sentence: str, parent: QWidget | None) -> None:
        super().__init__("Whose scores are these", "Read them", parent, intro=sentence)
        self.form.add("judge", "Judge", ChoiceField(judges), needed=True)

    def value(self, answers: Answers) -> str:
        """The key of the member."""
        return str(answers["judge"])


class ScoresPreview(PreviewDialog):
    """What a workbook would bring."""

    def __init__(self, found: CheckedScores, parent: QWidget | None) -> None:
        groups = shown_groups(preview_groups(found))
        verb = f"Take in {count_of(len(found.to_keep), 'nominee')}"
        shown = Preview(
            f"Scores of {found.judge}", found.file.name, groups, verb, tuple(preview_notes(found)),
            can_commit=bool(found.to_keep),
        )  # fmt: skip
        super().__init__("Take in a scoring workbook", shown, parent, size=(1040, 620))
        self.found = found

"""What is asked when something becomes of a nominee or of one voice: why, of which voice, to which category."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from awards.nominations.nominations import Nomination
from awards.nominations.words import word_count, words_line
from awards.rounds.categories import Category
from awards.vocabulary import OverLimit
from desktop.dialogs.choices import words_field
from desktop.widgets.forms.fields import ChoiceField, LongTextField
from desktop.widgets.forms.form import Answers, FormDialog
from resources.wording import date_words


class AskReason(FormDialog):
    """Why something is done; it is kept with the step."""

    def __init__(
        self, title: str, verb: str, parent: QWidget | None, *, intro: str = "", help_text: str = "",
        needed: bool = True,
    ) -> None:  # fmt: skip
        super().__init__(title, verb, parent, intro=intro)
        self.form.add("reason", "Reason", LongTextField(lines=3), needed=needed, help_text=help_text)

    def value(self, answers: Answers) -> str:
        """The reason."""
        return str(answers["reason"] or "")


@dataclass(frozen=True)
class OfVoice:
    """Which voice, and why."""

    key: str
    reason: str
    other: str = ""


class AskOfVoice(FormDialog):
    """The same of one voice among several; with `others` also of which other one it is the duplicate."""

    def __init__(
        self, title: str, verb: str, voices: Sequence[Nomination], parent: QWidget | None, *, help_text: str = "",
        others: Sequence[Nomination] = (), needed: bool = True,
    ) -> None:  # fmt: skip
        super().__init__(title, verb, parent)
        first = voices[0].id if len(voices) == 1 else None
        self.form.add("key", "Nomination", ChoiceField(voice_options(voices)), value=first, needed=True)
        if others:
            self.form.add("other", "Is the same as", ChoiceField(voice_options(others)), needed=True)
        self.form.add("reason", "Reason", LongTextField(lines=3), needed=needed, help_text=help_text)

    def value(self, answers: Answers) -> OfVoice:
        """Which, and why."""
        return OfVoice(answers["key"], str(answers["reason"] or ""), str(answers.get("other") or ""))


def voice_options(voices: Sequence[Nomination]) -> list[tuple[str, str]]:
    """Wren Specimen, colleague, 1 September 2026."""
    return [
        (one.id, f"{one.by}, {one.nominator_kind.label.lower()}, {date_words(one.received_on)}")
        for one in voices
    ]


@dataclass(frozen=True)
class OtherCategory:
    """To which category, and why."""

    category_id: str
    reason: str


class ChooseCategory(FormDialog):
    """Another category of the round."""

    def __init__(self, nominee: str, others: Sequence[Category], parent: QWidget | None) -> None:
        super().__init__(
            f"Move {nominee} to another category", "Move to this category", parent, width=560,
            intro="The nominations, their voices and the reference stay. The move is kept with its reason.",
        )  # fmt: skip
        options = [(one.id, f"{one.name} ({one.nominee_kind.label.lower()})") for one in others]
        self.form.add("category_id", "Category", ChoiceField(options), needed=True)
        self.form.add("reason", "Reason", LongTextField(lines=3), needed=True)

    def value(self, answers: Answers) -> OtherCategory:
        """Where to, and why."""
        return OtherCategory(answers["category_id"], str(answers["reason"]))


@dataclass(frozen=True)
class LengthRuling:
    """What the judges read of one voice."""

    key: str
    ruling: OverLimit


class RuleLength(FormDialog):
    """What the judges read of statements that are longer than the round allows."""

    def __init__(self, voices: Sequence[Nomination], limit: int, parent: QWidget | None) -> None:
        super().__init__(
            "A statement over the limit", "Keep this ruling", parent, width=560,
            intro=f"The round allows {limit:,} words. Nothing is cut from what is kept.",
        )  # fmt: skip
        options = [(one.id, f"{one.by}: {words_line(word_count(one.statement), limit)}") for one in voices]
        first = voices[0].id if len(voices) == 1 else None
        self.form.add("key", "Nomination", ChoiceField(options), value=first, needed=True)
        self.form.add("ruling", "The judges read", words_field(OverLimit),
                      value=voices[0].over_limit if len(voices) == 1 else None, needed=True)  # fmt: skip

    def value(self, answers: Answers) -> LengthRuling:
        """The ruling."""
        return LengthRuling(answers["key"], answers["ruling"])

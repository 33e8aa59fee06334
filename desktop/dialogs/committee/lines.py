"""Lines of an outline: what is typed, which section, which picture, and what is chosen for a section."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.widgets.forms.fields import ChoiceField, LongTextField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.parts import label
from resources.folders import documents_folder
from resources.problem import FieldProblem
from resources.report.committee.outline import Item, ItemKind
from resources.report.committee.section import Choice, SectionRecord

PICTURES = "Pictures (*.png *.jpg *.jpeg *.gif *.bmp *.tif *.tiff *.webp)"
_HELP = {
    ItemKind.HEADING: "",
    ItemKind.PARAGRAPH: "An empty line begins another paragraph; lines that begin with a dash are a list.",
    ItemKind.BULLETS: "A line for each point.",
}
_CALLED = {ItemKind.HEADING: "heading", ItemKind.PARAGRAPH: "paragraph", ItemKind.BULLETS: "list"}


@dataclass(frozen=True)
class WrittenLine:
    """A typed line; `level` is that of a heading."""

    kind: ItemKind
    text: str
    level: int = 2


class WriteLine(FormDialog):
    """A heading, a paragraph or a list. `held` is the one to change."""

    def __init__(self, kind: ItemKind, parent: QWidget | None, *, held: Item | None = None) -> None:
        called = _CALLED[kind]
        title, verb = (
            (f"Change the {called}", "Save changes") if held else (f"Add a {called}", f"Add {called}")
        )
        super().__init__(title, verb, parent, width=640)
        self._kind = kind
        field = TextField() if kind is ItemKind.HEADING else LongTextField(lines=9)
        self.form.add(
            "text", "Words", field, value=held.text if held else None, needed=True, help_text=_HELP[kind]
        )
        if kind is ItemKind.HEADING:
            self.form.add(
                "level", "Level", ChoiceField([(2, "Within the information"), (1, "A heading of its own")]),
                value=held.level if held else 2,
            )  # fmt: skip

    def value(self, answers: Answers) -> WrittenLine:
        """What is to be kept."""
        return WrittenLine(self._kind, answers["text"], answers.get("level") or 2)


@dataclass(frozen=True)
class WrittenPicture:
    """A picture with its words; `path` is None where the one that is kept stays."""

    path: Path | None
    caption: str
    alt: str


class WritePicture(FormDialog):
    """A picture: its file, its caption, and what it shows for those who cannot see it."""

    def __init__(self, parent: QWidget | None, *, held: Item | None = None, path: Path | None = None) -> None:
        title, verb = ("Change the picture", "Save changes") if held else ("Add a picture", "Add picture")
        super().__init__(title, verb, parent, width=600)
        self._held = held
        self._path = TextField()
        self.form.add(
            "path", "File", self._path, value=str(path) if path else None, needed=held is None,
            help_text="At most 20 MB. Nothing that the file says of camera or place goes into the report."
            + (" Empty: the picture stays as it is." if held else ""),
        )  # fmt: skip
        self.form.add("caption", "Caption", TextField(), value=held.text if held else None, needed=True)
        self.form.add(
            "alt", "What it shows", LongTextField(lines=3), value=held.alt if held else None, needed=True,
            help_text="For those who cannot see it. It is searched for exempt names as every text is.",
        )  # fmt: skip
        self.choose = self.add_way("Choose a file…")
        self.choose.clicked.connect(self._choose)

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Choose a picture", str(documents_folder()), PICTURES)
        if name:
            self._path.show_answer(name)

    def value(self, answers: Answers) -> WrittenPicture:
        """What is to be kept."""
        path = Path(answers["path"]) if answers["path"] else None
        if path is not None and not path.is_file():
            raise FieldProblem("path", f"There is no file “{path.name}”. Choose the picture again.")
        return WrittenPicture(path, answers["caption"], answers["alt"])


class AddSection(FormDialog):
    """Which of the sections that the report does not have yet."""

    def __init__(self, offered: Sequence[SectionRecord], parent: QWidget | None) -> None:
        super().__init__("Add a section", "Add section", parent, width=560)
        self._about = {one.key: one.about for one in offered}
        self._which = ChoiceField([(one.key, one.title) for one in offered])
        self.form.add("section", "Section", self._which, value=offered[0].key, needed=True)
        self._words = label("", "small", wrap=True)
        self.form.add_widget(self._words)
        self._which.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self._words.setText(self._about.get(str(self._which.answer()), ""))

    def value(self, answers: Answers) -> str:
        """Its key."""
        return str(answers["section"])


class ChooseOptions(FormDialog):
    """What can be chosen for a section. Gives its options, of which those that are the usual ones are left out."""

    def __init__(
        self, title: str, choices: Sequence[Choice], held: Mapping[str, str], parent: QWidget | None
    ) -> None:
        super().__init__(f"Options: {title}", "Save", parent, width=560)
        self._choices = tuple(choices)
        for one in self._choices:
            usual = next(iter(one.values), "")
            chosen = held.get(one.name, usual)
            self.form.add(
                one.name, one.label, ChoiceField(list(one.values.items())),
                value=chosen if chosen in one.values else usual,
            )  # fmt: skip

    def value(self, answers: Answers) -> dict[str, str]:
        """What is to be kept."""
        return {
            one.name: str(answers[one.name])
            for one in self._choices
            if answers[one.name] is not None and answers[one.name] != next(iter(one.values), None)
        }

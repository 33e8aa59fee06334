"""An action declared once and shown in the toolbar, the menu and the command palette."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from desktop.shell.looks.icons import set_icon


@dataclass(frozen=True)
class Action:
    """What a person can do here.

    `label` is the verb on screen, without "&": mnemonics are given out by `mnemonics`. `menu` names the menu
    it stands in ("" is the page's own). `enabled` is asked when the page says its state changed.
    `toolbar=False` keeps it to the menu and the palette. `label_now` is for a label that changes: Undo: Added …
    """

    name: str
    label: str
    run: Callable[[], object]
    shortcut: str = ""
    primary: bool = False
    menu: str = ""
    enabled: Callable[[], bool] | None = None
    tip: str = ""
    icon: str = ""
    toolbar: bool = True
    checked: Callable[[], bool] | None = None
    label_now: Callable[[], str] | None = None

    def ready(self) -> bool:
        """Whether it can be run now."""
        return self.enabled is None or self.enabled()


class ActionItem(QAction):
    """An Action as Qt wants it."""

    def __init__(self, action: Action, parent: QObject) -> None:
        super().__init__(action.label, parent)
        self.action = action
        self._mnemonic = ""
        self.setObjectName(action.name)
        self.setIconText(action.label)
        if action.shortcut:
            self.setShortcut(QKeySequence(action.shortcut))
        if action.icon:
            set_icon(self, action.icon)
        self.setToolTip(tip_of(action))
        self.setCheckable(action.checked is not None)
        self.triggered.connect(self._run)
        self.refresh()

    def refresh(self) -> None:
        """Ask the action again whether it can be run and is ticked."""
        self.setEnabled(self.action.ready())
        if self.action.checked is not None:
            self.setChecked(self.action.checked())
        if self.action.label_now is not None:
            self.setText(self._with_mnemonic(self.action.label_now()))

    def let_go(self) -> None:
        """It goes, and with it all that its action held."""
        self.action = Action(self.action.name, "", _nothing)
        self.setText("")
        self.deleteLater()

    def set_text(self, text: str) -> None:
        """The label with its mnemonic."""
        self._mnemonic = text[text.find("&") + 1] if "&" in text else ""
        self.setText(self._with_mnemonic(self.action.label_now()) if self.action.label_now else text)

    def _with_mnemonic(self, label: str) -> str:
        at = label.casefold().find(self._mnemonic.casefold()) if self._mnemonic else -1
        return label if at < 0 else label[:at] + "&" + label[at:]

    def _run(self) -> None:
        self.action.run()


def _nothing() -> None:
    """What an action that is gone does."""


def mnemonics(labels: Iterable[str], *, taken: str = "") -> list[str]:
    """The labels, each with "&" before a letter that no other has; first letters of words come first."""
    used = set(taken.casefold())
    marked = []
    for label in labels:
        at = _free_letter(label, used)
        if at is None:
            marked.append(label.replace("&", "&&"))
            continue
        used.add(label[at].casefold())
        marked.append(label[:at].replace("&", "&&") + "&" + label[at:].replace("&", "&&"))
    return marked


def _free_letter(label: str, used: set[str]) -> int | None:
    starts = [at for at in range(len(label)) if at == 0 or label[at - 1] == " "]
    for at in [*starts, *range(len(label))]:
        letter = label[at].casefold()
        if letter.isascii() and letter.isalnum() and letter not in used:
            return at
    return None


def tip_of(action: Action) -> str:
    """What is said where the pointer rests: the tip with the shortcut."""
    tip = action.tip or action.label
    return f"{tip} ({QKeySequence(action.shortcut).toString()})" if action.shortcut else tip

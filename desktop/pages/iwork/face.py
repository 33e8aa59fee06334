"""What stands in the place of the register while it is not open: one column in the middle of the page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.shell.looks.icons import Mark
from desktop.shell.looks.look import GROUP
from desktop.shell.looks.style import with_text
from desktop.widgets.forms.form import FieldRow, Form
from desktop.widgets.parts import label, scrolled
from resources.problem import FieldProblem, Problem

_WIDTH = 460
_ABOVE = 40


class Face(QWidget):
    """A mark, a heading, a sentence, then what the subclass adds to `column`."""

    def __init__(self, heading: str, sentence: str) -> None:
        super().__init__()
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(GROUP, _ABOVE, GROUP, GROUP)
        self.column.setSpacing(GROUP)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Mark("lock", "accent"), 0, Qt.AlignmentFlag.AlignVCenter)
        self.heading = label(heading, "section", wrap=True)
        head.addWidget(self.heading, 1)
        self.column.addLayout(head)
        self.sentence = label(sentence, wrap=True)
        self.column.addWidget(self.sentence)
        self.form = Form()
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        inside.setMaximumWidth(with_text(_WIDTH))
        row.addWidget(inside, 100)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(held, heading, sideways=False))

    def row(self, name: str) -> FieldRow:
        """One of the rows of its form."""
        return self.form.rows[name]

    def refuse(self, problem: Problem, otherwise: str) -> None:
        """Say what is wrong beneath the field at fault, or beneath `otherwise`; what was typed stays."""
        named = problem.field if isinstance(problem, FieldProblem) else otherwise
        row = self.form.rows.get(named, self.form.rows[otherwise])
        if row.isHidden():
            row = self.form.rows[otherwise]
        row.refuse(problem.sentence)
        row.field.target.setFocus()
        select = getattr(row.field.target, "selectAll", None)
        if select is not None:
            select()

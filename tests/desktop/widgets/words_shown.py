"""What can be read on a widget."""

from PySide6.QtWidgets import QLabel


def words(widget) -> list[str]:  # type: ignore[no-untyped-def]
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]

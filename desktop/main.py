"""The program with its window."""

import sys
from pathlib import Path


def main(argv: list[str] | None = None) -> int:
    """Open the window on the file named, on the one used last, or on the start screen."""
    from PySide6.QtWidgets import QApplication

    from desktop.office import Office
    from desktop.shell.frame.window import PRODUCT
    from desktop.shell.frame.window_actions import theme_of
    from desktop.shell.looks.style import apply_style
    from desktop.shell.settings import Settings
    from resources.files import unfinished
    from resources.folders import unfinished_folder

    unfinished.keep_notes_in(unfinished_folder())
    arguments = sys.argv[1:] if argv is None else argv
    app = QApplication.instance() or QApplication([PRODUCT])
    assert isinstance(app, QApplication)
    app.setApplicationName(PRODUCT)
    app.setQuitOnLastWindowClosed(False)
    settings = Settings()
    apply_style(app, theme_of(settings), text_scale=settings.number("text_scale", 1.0))
    office = Office(settings)
    office.ended.connect(app.quit)
    office.start(Path(arguments[0]) if arguments else None)
    return app.exec()

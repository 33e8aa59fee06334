"""The one place for how everything looks: `apply_style` at the start, `choose_theme` later."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop.shell.looks import look as looks
from desktop.shell.looks.drawing import recolour
from desktop.shell.looks.look import Look, Theme
from desktop.shell.looks.packaged import PACKAGED
from desktop.shell.looks.style_sheet import style_sheet

_STAND_INS = {"DejaVu Sans", "Bitstream Vera Sans"}
"""What Debian shows where nobody chose a font: so wide that large text would need a larger screen."""


class Style(QObject):
    """Keeps the application in the chosen theme and text size, and follows the system."""

    changed = Signal()

    def __init__(self, app: QApplication, *, theme: Theme, text_scale: float) -> None:
        super().__init__(app)
        self._app = app
        self.look: Look = looks.LIGHT
        self.theme = theme
        self.text_scale = text_scale
        app.setStyle("Fusion")
        self._family = _font_family(app)
        app.styleHints().colorSchemeChanged.connect(self.follow)
        app.styleHints().accessibility().contrastPreferenceChanged.connect(self.follow)
        self.follow()

    def choose(self, theme: Theme, *, text_scale: float | None = None) -> None:
        """Change the theme, and the size of text when given (1.0 is 10 points)."""
        self.theme = theme
        self.text_scale = text_scale or self.text_scale
        self.follow()

    def follow(self, *_told: object) -> None:
        """Draw everything again in the look that the choice and the system ask for."""
        self.look = _look_for(self.theme, self._app)
        with _nothing_collected():
            self._app.setFont(self._font())
            self._app.setPalette(_palette(self.look))
            self._app.setStyleSheet(style_sheet(self.look, text_scale=self.text_scale))
            for widget in self._app.allWidgets():
                recolour(widget, self.look)
                for action in QWidget.actions(widget):
                    recolour(action, self.look)
        self.changed.emit()

    def _font(self) -> QFont:
        font = QFont(self._family) if self._family else QFont(self._app.font().family())
        font.setPointSizeF(looks.BODY_POINTS * self.text_scale)
        return font


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Qt goes through a list of all widgets and asks some of them in Python: no other may be freed meanwhile."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def apply_style(app: QApplication, theme: Theme = Theme.SYSTEM, *, text_scale: float = 1.0) -> Style:
    """Dress `app`, once; asked again, change the theme of what is there."""
    made = app.findChild(Style)
    if made is None:
        return Style(app, theme=theme, text_scale=text_scale)
    made.choose(theme, text_scale=text_scale)
    return made


def style() -> Style | None:
    """The application's style, once it is dressed."""
    app = QApplication.instance()
    return app.findChild(Style) if app is not None else None


def look() -> Look:
    """The colours in use now."""
    made = style()
    return made.look if made is not None else looks.LIGHT


def text_scale() -> float:
    """The person's size of text: 1.0 is 10 points."""
    made = style()
    return made.text_scale if made is not None else 1.0


def with_text(length: int) -> int:
    """A length in pixels that grows with large text, and does not shrink with small."""
    return round(length * max(1.0, text_scale()))


def points(size: float) -> QFont:
    """The application's font at `size` points before the person's text size."""
    font = QFont(QApplication.font())
    font.setPointSizeF(size * text_scale())
    return font


def bold(size: float = looks.BODY_POINTS) -> QFont:
    """The application's font, bold, at `size` points before the person's text size."""
    font = points(size)
    font.setBold(True)
    return font


def _look_for(theme: Theme, app: QApplication) -> Look:
    hints = app.styleHints()
    if theme is Theme.SYSTEM:
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return looks.CONTRAST
        return looks.DARK if hints.colorScheme() == Qt.ColorScheme.Dark else looks.LIGHT
    return {Theme.LIGHT: looks.LIGHT, Theme.DARK: looks.DARK, Theme.CONTRAST: looks.CONTRAST}[theme]


def _font_family(app: QApplication) -> str:
    """The bundled family where the platform has none that was chosen for its screens, else nothing: the system's."""
    without_fonts = QGuiApplication.platformName() in {"offscreen", "minimal"} or not QFontDatabase.families()
    if not without_fonts and QFontInfo(app.font()).family() not in _STAND_INS:
        return ""
    return next(iter(load_fonts()), "")


def load_fonts() -> list[str]:
    """Add the bundled fonts to those of the platform; the families that came."""
    added = [
        QFontDatabase.addApplicationFont(str(path)) for path in sorted((PACKAGED / "fonts").glob("*.ttf"))
    ]
    return [family for font in added if font >= 0 for family in QFontDatabase.applicationFontFamilies(font)]


def _palette(look: Look) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    pairs = {
        role.Window: look.page,
        role.Base: look.page,
        role.AlternateBase: look.raised,
        role.Button: look.page,
        role.ToolTipBase: look.toast,
        role.ToolTipText: look.on_toast,
        role.WindowText: look.text,
        role.Text: look.text,
        role.ButtonText: look.text,
        role.BrightText: look.text,
        role.PlaceholderText: look.quiet,
        role.Highlight: look.selected,
        role.HighlightedText: look.on_selected,
        role.Link: look.accent,
        role.LinkVisited: look.accent,
        role.Accent: look.accent,
        role.Light: look.raised,
        role.Midlight: look.hairline,
        role.Mid: look.edge,
        role.Dark: look.edge,
        role.Shadow: look.hairline,
    }
    for name, colour in pairs.items():
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(look.quiet))
    return palette

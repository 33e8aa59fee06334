"""The style sheet, written from a Look. Object names and the property `kind` are the only hooks."""

from string import Template

from desktop.shell.looks.look import (
    BODY_POINTS,
    SECTION_POINTS,
    SIDEBAR_WIDTH,
    SMALL_POINTS,
    TITLE_POINTS,
    Look,
)
from desktop.shell.looks.packaged import PACKAGED

_SHEET = Template("""
QToolTip { background: $toast; color: $on_toast; border: 1px solid $edge; padding: 4px 8px; }
QMainWindow::separator { background: $hairline; width: 1px; height: 1px; }
QMenuBar { background: $sidebar; border-bottom: 1px solid $hairline; }
QMenuBar::item { background: transparent; padding: 5px 10px; }
QMenuBar::item:selected { background: $hover; color: $text; }
QMenu { background: $page; border: 1px solid $edge; padding: 4px 0; }
QMenu::item { padding: 6px 28px 6px 12px; }
QMenu::item:selected { background: $selected; color: $on_selected; }
QMenu::item:disabled { color: $quiet; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 0; }
QMenu::icon { padding-left: 10px; }
QMenu::indicator { width: 16px; height: 16px; left: 8px; }
QMenu::indicator:checked { image: url("$icons/check-$marks.svg"); }

#sidebar { background: $sidebar; border-right: 1px solid $hairline;
    min-width: ${sidebar_width}px; max-width: ${sidebar_width}px; }
#sidebarScroll, #sidebarPages { background: $sidebar; border: none; }
#sidebar QPushButton { min-height: 24px; }
#product { font-size: ${section}pt; font-weight: bold; padding: 12px; }
#pageTitle { font-size: ${title}pt; font-weight: bold; }
#statusLine { background: $sidebar; border: none; border-top: 1px solid $hairline; }
#statusLine QLabel { color: $quiet; }

QLabel[kind="title"] { font-size: ${title}pt; font-weight: bold; }
QLabel[kind="section"] { font-size: ${section}pt; font-weight: bold; }
QLabel[kind="quiet"] { color: $quiet; }
QLabel[kind="small"] { color: $quiet; font-size: ${small}pt; }
QLabel[kind="error"] { color: $danger; }
QLabel[kind="bold"] { font-weight: bold; }
QFrame[kind="hairline"] { background: $hairline; border: none; max-height: 1px; min-height: 1px; }
QFrame[kind="rail"] { background: $hairline; border: none; max-width: 1px; min-width: 1px; }

QFrame[kind="column"] { background: $raised; border: 1px solid $hairline; border-radius: 6px; }
QFrame[kind="column"][drop="yes"] { border: 2px solid $accent; }
QFrame[kind="column"][drop="no"] { border: 2px solid $danger; }
QFrame[kind="column"] QLabel { background: transparent; border: none; padding: 0 4px; }

QPushButton { background: $page; border: 1px solid $edge; border-radius: 4px; padding: 5px 14px;
    min-height: ${line}px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $selected; color: $on_selected; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 13px; }
QPushButton:disabled { color: $quiet; border-color: $hairline; background: $raised; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: bold; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled { background: $raised; color: $quiet; border-color: $hairline; }
QPushButton[kind="danger"] { color: $danger; border-color: $danger; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; color: $accent; text-align: left;
    padding: 3px 2px; text-decoration: underline; }
QPushButton[kind="link"]:checked { color: $text; text-decoration: none; }
QPushButton[kind="link"]:hover { background: $hover; }
QPushButton[kind="link"]:focus { border: 2px solid $accent; padding: 2px 1px; }
QPushButton[kind="value"] { background: transparent; border: none; color: $accent; text-align: left; padding: 0;
    min-height: 24px; text-decoration: underline; }
QPushButton[kind="value"]:hover { background: $hover; }
QPushButton[kind="value"]:focus { border: 1px solid $accent; padding: 0; }
QPushButton[kind="fold"] { background: transparent; border: 1px solid transparent; font-size: ${section}pt;
    font-weight: bold; text-align: left; padding: 5px 2px; }
QPushButton[kind="fold"]:hover { background: $hover; }
QPushButton[kind="fold"]:focus { border: 2px solid $accent; padding: 4px 1px; }
QPushButton[kind="find"] { color: $quiet; text-align: left; padding: 5px 10px; }
QPushButton[kind="find"]:focus { padding: 4px 9px; }

QToolBar { background: transparent; border: none; spacing: 4px; padding: 0; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 4px 8px;
    min-height: ${line}px; color: $text; }
QToolButton:hover { background: $hover; }
QToolButton:pressed { background: $selected; color: $on_selected; }
QToolButton:focus { border: 2px solid $accent; padding: 3px 7px; }
QToolButton:disabled { color: $quiet; }
QToolButton::menu-indicator { image: none; }
QToolButton[kind="icon"] { padding: 4px; min-height: 18px; }
QToolButton[kind="icon"]:focus { padding: 3px; }
QPushButton[kind="chip"] { padding: 5px 10px; }
QPushButton[kind="chip"]:focus { padding: 4px 9px; }
QPushButton[kind="several"] { padding: 5px 8px; text-align: left; }
QPushButton[kind="several"]:focus { padding: 4px 7px; }
QPushButton[kind="chosen"] { border: 1px solid $selected; background: $selected; color: $on_selected;
    padding: 5px 10px; }
QPushButton[kind="chosen"]:focus { border: 2px solid $accent; padding: 4px 9px; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit, QTimeEdit {
    background: $page; color: $text; border: 1px solid $edge; border-radius: 4px; padding: 5px 8px;
    min-height: ${line}px;
    selection-background-color: $selected; selection-color: $on_selected; }
QPlainTextEdit, QTextEdit { padding: 2px 4px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus {
    border: 2px solid $accent; padding: 4px 7px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 1px 3px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {
    color: $quiet; background: $raised; border-color: $hairline; }
*[refused="true"] { border: 2px solid $danger; }
QLineEdit[refused="true"], QComboBox[refused="true"] { border: 2px solid $danger; padding: 4px 7px; }
QComboBox { padding-right: 24px; combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("$icons/chevron-down-$marks.svg"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $page; border: 1px solid $edge; selection-background-color: $selected;
    selection-color: $on_selected; outline: none; }
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 8px; }
QCheckBox, QRadioButton { spacing: 8px; min-height: 24px; padding: 0 2px; border: 1px solid transparent;
    border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border: 1px solid $accent; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid $edge; border-radius: 3px; background: $page; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent;
    image: url("$icons/check-$check_marks.svg"); }
QCheckBox::indicator:disabled { background: $raised; border-color: $hairline; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $edge; border-radius: 8px; background: $page; }
QRadioButton::indicator:checked { border: 5px solid $accent; width: 6px; height: 6px; border-radius: 8px; }

QAbstractScrollArea { border: none; background: $page; }
QPlainTextEdit, QTextEdit { border: 1px solid $edge; }
QAbstractScrollArea::corner { background: $page; border: none; }
QTableView, QListView, QTreeView { background: $page; color: $text; outline: none; gridline-color: $hairline;
    selection-background-color: $selected; selection-color: $on_selected; }
QTableView[kind="framed"], QListView[kind="framed"], QListWidget[kind="framed"] { border: 1px solid $hairline; }
QListView[kind="cards"] { background: transparent; border: 1px solid transparent; border-radius: 4px; }
QListView[kind="cards"]::item, QListView[kind="cards"]::item:hover { background: transparent; padding: 0; }
QListView:focus, QListView[kind="cards"]:focus, QTableView[kind="framed"]:focus { border: 1px solid $accent; }
QListView::item { min-height: 26px; padding: 2px 8px; }
QListView::item:hover { background: $hover; }
QListView::item:selected { background: $selected; color: $on_selected; }
QListView::indicator, QTableWidget::indicator { width: 16px; height: 16px; border: 1px solid $edge;
    border-radius: 3px; background: $page; }
QListView::indicator:checked, QTableWidget::indicator:checked { background: $accent; border-color: $accent;
    image: url("$icons/check-$check_marks.svg"); }
QHeaderView { background: $raised; }
QHeaderView::section { background: $raised; color: $quiet; border: none; border-bottom: 1px solid $hairline;
    padding: 6px 12px; font-weight: bold; }
QHeaderView::section:hover { background: $hover; color: $text; }
QHeaderView::up-arrow { image: url("$icons/chevron-up-$marks.svg"); width: 12px; height: 12px;
    subcontrol-position: top center; }
QHeaderView::down-arrow { image: url("$icons/chevron-down-$marks.svg"); width: 12px; height: 12px;
    subcontrol-position: top center; }
QTableCornerButton::section { background: $raised; border: none; }

QSplitter::handle { background: $hairline; }
QSplitter::handle:hover { background: $accent; }
QScrollBar:vertical { background: $page; width: 12px; margin: 0; }
QScrollBar:horizontal { background: $page; height: 12px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { border: 1px solid $edge; border-radius: 4px; background: $page; min-height: 8px; max-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QTabBar::tab { padding: 6px 12px; border: none; border-bottom: 2px solid transparent; color: $quiet; }
QTabBar::tab:selected { border-bottom: 2px solid $accent; color: $text; font-weight: bold; }
QTabBar::tab:focus { border: 1px solid $accent; }
QTabBar::scroller { width: 60px; }
QTabBar QToolButton { background: $page; border: 1px solid $edge; border-radius: 4px; width: 26px; margin: 2px; }
QTabBar QToolButton:hover { background: $hover; }
QTabBar QToolButton::left-arrow { image: url("$icons/chevron-left-$marks.svg"); width: 16px; height: 16px; }
QTabBar QToolButton::right-arrow { image: url("$icons/chevron-right-$marks.svg"); width: 16px; height: 16px; }
QTabWidget::pane { border: none; border-top: 1px solid $hairline; }

#toast { background: $toast; border: 1px solid $edge; border-radius: 6px; }
#toast QLabel { color: $on_toast; background: transparent; }
#toast QPushButton { background: transparent; border: 1px solid transparent; color: $toast_accent; font-weight: bold;
    padding: 5px 10px; }
#toast QPushButton:focus { border: 2px solid $toast_accent; padding: 4px 9px; }
#banner { background: $danger_fill; border: 1px solid $danger; border-radius: 4px; }
#banner QLabel { background: transparent; }
#notice { background: $raised; border: 1px solid $accent; border-radius: 4px; }
#notice QLabel { background: transparent; }
#progressPanel { background: $raised; border: none; border-top: 1px solid $edge; }
#popup { background: $page; border: 1px solid $edge; }
#palette { background: $page; border: 1px solid $edge; }
#detail { background: $page; }
""")


def style_sheet(look: Look, *, text_scale: float = 1.0) -> str:
    """The whole style sheet of the program in one theme."""
    values = {name: value for name, value in vars(look).items() if isinstance(value, str)}
    return _SHEET.substitute(
        values,
        icons=(PACKAGED / "icons").as_posix(),
        check_marks="light" if look.marks == "dark" else "dark",
        sidebar_width=round(SIDEBAR_WIDTH * max(1.0, text_scale)),
        title=f"{TITLE_POINTS * text_scale:g}",
        section=f"{SECTION_POINTS * text_scale:g}",
        small=f"{SMALL_POINTS * text_scale:g}",
        body=f"{BODY_POINTS * text_scale:g}",
        line=max(18, round(15.5 * text_scale)),  # beneath this a layout without room squeezes a button
    )

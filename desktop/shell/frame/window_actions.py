"""What every window can do: undo and redo by name, theme and text size."""

from collections.abc import Callable
from functools import partial

from desktop.shell.actions import Action
from desktop.shell.lens import Lens
from desktop.shell.looks.look import Theme
from desktop.shell.looks.style import style
from desktop.shell.messages import Messages
from desktop.shell.settings import Settings
from desktop.shell.undo import ShownKeeper, UndoKeeper

_THEMES = {
    Theme.SYSTEM: "Look like the system",
    Theme.LIGHT: "Light",
    Theme.DARK: "Dark",
    Theme.CONTRAST: "High contrast",
}
_SMALLEST, _LARGEST, _STEP = 0.8, 2.0, 0.1


def undo_actions(keeper: UndoKeeper, messages: Messages, lens: Lens) -> list[Action]:
    """Undo and redo; what they did is said by its name, but not while only what is public is shown."""
    return [
        Action(
            "undo", "Undo", partial(_undo, keeper, messages), "Ctrl+Z", menu="Edit", icon="undo",
            enabled=lambda: not lens.public and bool(keeper.next_undo()),
            label_now=partial(_named, "Undo", keeper.next_undo, lens),
        ),
        Action(
            "redo", "Redo", partial(_redo, keeper, messages), "Ctrl+Y", menu="Edit", icon="redo",
            enabled=lambda: not lens.public and bool(keeper.next_redo()),
            label_now=partial(_named, "Redo", keeper.next_redo, lens),
        ),
    ]  # fmt: skip


def view_actions(settings: Settings) -> list[Action]:
    """Theme and text size."""
    themes = [
        Action(
            f"theme_{theme.value}", label, partial(choose_theme, settings, theme), menu="View",
            checked=partial(_is_theme, theme),
        )
        for theme, label in _THEMES.items()
    ]  # fmt: skip
    return [
        *themes,
        Action("text_larger", "Larger text", partial(scale_text, settings, _STEP), "Ctrl++", menu="View"),
        Action("text_smaller", "Smaller text", partial(scale_text, settings, -_STEP), "Ctrl+-", menu="View"),
        Action("text_normal", "Normal text", partial(scale_text, settings, 0.0), "Ctrl+0", menu="View"),
    ]


def lens_action(lens: Lens) -> Action:
    """What the public will see, instead of the page."""
    return Action(
        "lens", "What the public will see", lens.turn, "F12", menu="View", checked=lambda: lens.public,
        tip="Show only what is public on every page, and cover the rest",
    )  # fmt: skip


def choose_theme(settings: Settings, theme: Theme) -> None:
    """Change the theme and remember it."""
    settings.put("theme", theme.value)
    worn = style()
    if worn is not None:
        worn.choose(theme)


def scale_text(settings: Settings, step: float) -> None:
    """Make text larger or smaller by a step, or as it was with 0, and remember it."""
    worn = style()
    if worn is None:
        return
    scale = round(min(_LARGEST, max(_SMALLEST, worn.text_scale + step)), 2) if step else 1.0
    settings.put("text_scale", scale)
    worn.choose(worn.theme, text_scale=scale)


def theme_of(settings: Settings) -> Theme:
    """The theme the person chose, or the system's."""
    known = {theme.value: theme for theme in Theme}
    return known.get(settings.text("theme"), Theme.SYSTEM)


def _is_theme(theme: Theme) -> bool:
    worn = style()
    return worn is not None and worn.theme is theme


def _named(verb: str, name: object, lens: Lens) -> str:
    found = name() if callable(name) and not lens.public else ""
    return f"{verb}: {found}" if found else verb


def take_back(
    windows: UndoKeeper, messages: Messages, may: Callable[[], bool], of: UndoKeeper | None
) -> None:
    """What the toast told of, in the file it was of; not while a job writes."""
    if may():
        _undo(windows if of is None else of, messages)


def _undo(keeper: UndoKeeper, messages: Messages) -> None:
    name = keeper.undo()
    if name:
        messages.done(f"Undone: {name}", undo=False)


def _redo(keeper: UndoKeeper, messages: Messages) -> None:
    name = keeper.redo()
    if name:
        messages.done(f"Done again: {name}", of=keeper.whose() if isinstance(keeper, ShownKeeper) else None)

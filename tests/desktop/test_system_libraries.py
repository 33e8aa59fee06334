"""Screens, shared libraries and Debian packages, decided from plain values."""

import pytest

from desktop.system_libraries import (
    ALWAYS,
    WAYLAND_SCREEN,
    X_SCREEN,
    Showing,
    missing,
    missing_for_screen,
    missing_in,
    needed_here,
    packages_for,
    way_to_show,
    what_to_install,
)

NO_DISPLAY = Showing(
    window=False, reason="There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)."
)


@pytest.mark.parametrize(
    ("system", "environment", "x", "wayland", "expected"),
    [
        ("win32", {}, False, False, Showing(window=True)),
        ("darwin", {}, False, False, Showing(window=True)),
        ("linux", {}, True, True, NO_DISPLAY),
        ("linux", {"DISPLAY": "", "WAYLAND_DISPLAY": ""}, True, True, NO_DISPLAY),
        ("linux", {"QT_QPA_PLATFORM": "vnc"}, False, False, Showing(window=True)),
        ("linux", {"DISPLAY": ":0"}, True, False, Showing(window=True, platform="xcb")),
        (
            "linux",
            {"DISPLAY": ":7"},
            False,
            False,
            Showing(window=False, reason="The display :7 does not answer."),
        ),
        (
            "linux",
            {"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"},
            True,
            True,
            Showing(window=True, platform="wayland;xcb"),
        ),
        (
            "linux",
            {"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"},
            True,
            False,
            Showing(window=True, platform="xcb"),
        ),
        ("linux", {"WAYLAND_DISPLAY": "w"}, True, True, Showing(window=True, platform="wayland")),
    ],
)
def test_a_window_opens_wherever_a_screen_answers(
    system: str, environment: dict[str, str], x: bool, wayland: bool, expected: Showing
) -> None:
    found = way_to_show(system, environment, x_answers=lambda: x, wayland_answers=lambda: wayland)
    assert found == expected


def test_without_a_display_no_screen_libraries_are_asked_for() -> None:
    assert missing_for_screen({}, loads=lambda _: False) == ()
    assert needed_here({}) == tuple(ALWAYS)


def test_one_complete_kind_of_screen_is_enough() -> None:
    both = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}
    assert missing_for_screen(both, loads=lambda library: library in WAYLAND_SCREEN) == ()
    assert missing_for_screen(both, loads=lambda library: library in X_SCREEN) == ()


def test_only_what_does_not_load_is_missing() -> None:
    lacks_cursor = missing_for_screen({"DISPLAY": ":0"}, loads=lambda library: "cursor" not in library)
    assert lacks_cursor == ("libxcb-cursor.so.0",)
    assert missing(["libno-such-thing.so.9"]) == ("libno-such-thing.so.9",)


def test_each_package_is_named_once() -> None:
    libraries = ["libgthread-2.0.so.0", "libglib-2.0.so.0", "libEGL.so.1", "libodd.so.1"]
    assert packages_for(libraries) == ("libegl1", "libglib2.0-0")


def test_on_debian_the_sentence_gives_the_command() -> None:
    assert what_to_install(("libEGL.so.1",), ("libegl1", "python3.11-venv"), debian=True) == (
        "Provider Desk needs the system packages libegl1 and python3.11-venv: have the administrator run "
        "“sudo apt-get update && sudo apt-get install libegl1 python3.11-venv”, and start again."
    )


def test_elsewhere_the_sentence_names_the_library() -> None:
    assert what_to_install(("libEGL.so.1",), ("libegl1",), debian=False) == (
        "Provider Desk needs libEGL.so.1, which this system lacks: "
        "install what holds it (Debian’s package libegl1), and start again."
    )


def test_an_import_that_fails_for_want_of_a_library_says_which() -> None:
    error = "libodd.so.1: cannot open shared object file: No such file or directory"
    assert missing_in(error) == (
        "Provider Desk needs libodd.so.1, which this system lacks: install what holds it, and start again."
    )
    assert missing_in("No module named 'PySide6'") == ""

"""Keys that a keyboard needs for letters are no shortcuts."""

import re
from pathlib import Path

DESKTOP = Path(__file__).parents[2] / "desktop"
_ALT_GR = re.compile(r"\"Ctrl\+Alt\+(?:Shift\+)?[A-Z0-9]\"")


def test_no_shortcut_is_what_altgr_and_a_letter_send() -> None:
    """On Windows Ctrl+Alt is AltGr, and with A, E, I, O or U it types á, é, í, ó or ú on a British keyboard."""
    found = {
        f"{path.relative_to(DESKTOP).as_posix()}: {keys}"
        for path in DESKTOP.rglob("*.py")
        for keys in _ALT_GR.findall(path.read_text(encoding="utf-8"))
    }
    assert found == set()

"""What is typed unseen."""

import getpass
import io
import re
import warnings
from pathlib import Path

import pytest

from desktop.command_line.main import parser
from desktop.command_line.secrets import ask_secret
from resources.problem import Problem

ROOT = Path(__file__).parents[3]


def test_it_is_asked_of_the_person_and_the_end_of_the_input_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(getpass, "getpass", lambda prompt: f"typed after {prompt}")
    assert ask_secret("Passphrase: ") == "typed after Passphrase: "

    def ended(_prompt: str) -> str:
        raise EOFError

    monkeypatch.setattr(getpass, "getpass", ended)
    with pytest.raises(Problem, match="No passphrase was typed, so the register stays locked"):
        ask_secret("Passphrase: ")


def test_from_a_pipe_a_line_is_read_and_a_screen_that_would_show_it_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def unseen_is_not_possible(_prompt: str) -> str:
        warnings.warn("Can not control echo on the terminal.", getpass.GetPassWarning, stacklevel=2)
        return "shown to everybody"

    monkeypatch.setattr(getpass, "getpass", unseen_is_not_possible)
    monkeypatch.setattr("sys.stdin", io.StringIO("teapot ladder\r\nviolet rain"))
    assert [ask_secret(""), ask_secret("")] == ["teapot ladder", "violet rain"]
    with pytest.raises(Problem, match="No passphrase was typed"):
        ask_secret("")
    screen = io.StringIO("anything")
    monkeypatch.setattr(screen, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", screen)
    with pytest.raises(Problem, match="would show on the screen"):
        ask_secret("")


def test_no_subcommand_takes_a_passphrase_or_a_code(capsys: pytest.CaptureFixture[str]) -> None:
    commands = next(action for action in parser()._actions if hasattr(action, "choices") and action.choices)
    assert commands.choices is not None
    told = [
        (name, option)
        for name, sub in dict(commands.choices).items()
        for action in sub._actions
        for option in (*action.option_strings, action.dest)
        if name.startswith("iwork")
        and option.strip("-") in ("passphrase", "password", "secret", "code")
        and any(word in option for word in ("passphrase", "secret", "code", "key"))
    ]
    assert told == []


def test_no_module_of_the_lock_reads_the_environment() -> None:
    some = [*(ROOT / "resources/database/locked").glob("*.py"), ROOT / "desktop/iwork_register.py"]
    some += [
        ROOT / "desktop/command_line/secrets.py",
        ROOT / "desktop/command_line/subcommands/iwork_lock.py",
    ]
    assert len(some) > 8
    assert [path.name for path in some if re.search(r"os\.environ|getenv", path.read_text("utf-8"))] == []

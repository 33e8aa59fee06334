from pathlib import Path

import pytest

from desktop.shell.frame.window_actions import theme_of
from desktop.shell.settings import Settings


def test_what_is_put_is_there_the_next_time(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.put("name", "Zoë Example")
    settings.put("text_scale", 1.2)
    settings.put("table:services", {"widths": {"name": 240}})
    again = Settings(tmp_path)
    assert again.text("name") == "Zoë Example"
    assert again.number("text_scale", 1.0) == 1.2
    assert again.mapping("table:services") == {"widths": {"name": 240}}


@pytest.mark.parametrize("damage", [b"{", b"", b"\xff\xfe\x00", b'{"name": '])
def test_a_damaged_file_is_set_aside_and_the_program_starts(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(damage)
    settings = Settings(tmp_path)
    assert settings.text("name", "nobody") == "nobody"
    assert (tmp_path / "settings.damaged.json").read_bytes() == damage
    settings.put("name", "Test Officer")
    assert Settings(tmp_path).text("name") == "Test Officer"


def test_values_of_another_kind_than_wanted_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"theme": 3, "text_scale": "big", "table:x": [], "flag": true}')
    settings = Settings(tmp_path)
    assert (settings.text("theme"), settings.number("text_scale", 1.0), settings.mapping("table:x")) == (
        "",
        1.0,
        {},
    )
    assert settings.number("flag", 2.0) == 2.0
    assert theme_of(settings).value == "system"


def test_a_file_that_holds_no_dictionary_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("[1, 2]")
    assert Settings(tmp_path).text("name") == ""


def test_a_folder_that_refuses_is_lived_with(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where a folder should be")
    settings = Settings(tmp_path / "taken")
    settings.put("name", "Test Officer")
    assert settings.text("name") == "Test Officer"


def test_the_home_variable_moves_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROVIDER_DESK_HOME", str(tmp_path))
    assert Settings().path.is_relative_to(tmp_path)

"""Names of files made from names of people: fit for Windows, no two alike."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resources.files.safe_names import safe_name, unique_names

_RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)),
}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Example, Rosewood House", "Ada Example, Rosewood House"),
        ("A/B: C*?", "A B C"),
        ("con", "_con"),
        ("COM1.txt", "_COM1.txt"),
        ("LPT¹", "_LPT¹"),
        ("Conrad", "Conrad"),
        ("trailing. . ", "trailing"),
        ("...", "Unnamed"),
        ("", "Unnamed"),
        ("Zoe\u0308", "Zoë"),
        ("a\u202eexe.b", "a exe.b"),
    ],
)
def test_names(text: str, name: str) -> None:
    assert safe_name(text) == name


@given(st.text(max_size=300))
def test_any_text_becomes_a_name_that_windows_takes(text: str) -> None:
    name = f"{safe_name(text)}.eml"
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', name)
    assert name.strip() == name and not name.startswith(".")
    assert not safe_name(text).endswith((".", " "))
    assert name.split(".")[0].strip().casefold() not in _RESERVED
    assert len(name.encode()) <= 220


@given(st.lists(st.sampled_from(["Ada", "ADA", "ada ", "a/da", "Ada (2)", "ß", "ss", "con"]), max_size=12))
def test_no_two_are_alike_whatever_their_capitals(texts: list[str]) -> None:
    names = unique_names(texts, ".eml")
    assert len({name.casefold() for name in names}) == len(texts)
    assert all(name.endswith(".eml") for name in names)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text(max_size=150), min_size=1, max_size=5))
def test_files_of_these_names_can_be_made(texts: list[str], tmp_path: Path) -> None:
    names = unique_names(texts, ".eml")
    for name in names:
        (tmp_path / name).write_bytes(b"")
    assert {path.name for path in tmp_path.iterdir()} >= set(names)
    for name in names:
        (tmp_path / name).unlink()

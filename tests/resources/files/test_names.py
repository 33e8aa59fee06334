from pathlib import Path

from resources.files.names import name_of, whole_text


def test_bytes_that_are_no_text_are_marked_and_all_else_is_kept() -> None:
    assert whole_text("caf\udce9 – Zoë 😀") == "caf\ufffd – Zoë 😀"
    assert name_of(Path("folder/caf\udce9.csv")).encode() == "caf\ufffd.csv".encode()

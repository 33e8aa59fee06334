"""A file is known by its bytes, whatever its name."""

from pathlib import Path

from resources.files.sha256 import sha256_of, sha256_of_bytes


def test_the_digest_is_that_of_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"abc")
    assert sha256_of(tmp_path / "a.txt") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert sha256_of_bytes(b"abc") == sha256_of(tmp_path / "a.txt")

"""What a manifest says of the program; the rest is tested with the files in test_saving."""

import importlib.metadata

import pytest

from desktop.committee import manifest


def test_the_version_of_the_program_or_that_it_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert manifest.program_version()

    def none(name: str) -> str:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(manifest, "version", none)
    assert manifest.program_version() == "run from its folder"

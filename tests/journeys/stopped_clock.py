"""A clock on the wall that always shows one moment."""

from datetime import datetime, tzinfo

import pytest


def stop_clock(
    monkeypatch: pytest.MonkeyPatch, moment: datetime, *, read_by: tuple[str, ...] = ("desktop.clock",)
) -> None:
    """The modules named read this moment until the test is over."""

    class Stopped(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:
            return moment.astimezone(tz)

    for module in read_by:
        monkeypatch.setattr(f"{module}.datetime", Stopped)

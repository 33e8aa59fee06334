"""Which surnames tell by themselves."""

from engagement.register.surnames import is_rare


def test_a_surname_that_somebody_in_public_bears_tells_nobody() -> None:
    assert is_rare("Inventson", ())
    assert not is_rare("Inventson", {"inventson"})

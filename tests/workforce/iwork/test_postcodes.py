"""Where a postcode of the register lies."""

import pytest

from workforce.iwork.postcodes import placed


def test_a_postcode_has_a_place_whatever_its_capitals_and_spaces() -> None:
    found = placed(" ng9  1aa ")
    assert (found.postcode, found.district, found.why) == ("NG9 1AA", "Broxtowe", "")
    assert found.easting and found.northing


@pytest.mark.parametrize("typed", ["NG9", "NG99 9ZZ", "somewhere"])
def test_what_has_no_place_is_kept_as_typed_with_a_sentence(typed: str) -> None:
    found = placed(typed)
    assert (found.postcode, found.easting, found.district) == (typed, None, "")
    assert found.why.endswith("It is kept as typed; no way is worked out from it.")


def test_no_postcode_is_nothing_to_say() -> None:
    assert placed("  ") == ("", None, None, "", "")

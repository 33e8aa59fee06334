from uuid import UUID

from resources.database import new_key, new_keys


def test_keys_are_uuids_of_version_7_that_sort_as_they_were_made():
    keys = [*new_keys(10_000), new_key()]
    assert len(set(keys)) == 10_001
    assert keys == sorted(keys)
    assert {UUID(key).version for key in keys[:100]} == {7}

"""A crash leaves no secret on the disk."""

import sys

import pytest

from resources.database.data_key import DataKey
from resources.database.locked.key_files import seal
from resources.database.locked.no_dumps import keep_out_of_dumps


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell what was asked of it")
def test_whoever_tries_a_secret_leaves_no_core_from_then_on(tmp_path):
    import resource

    before = resource.getrlimit(resource.RLIMIT_CORE)
    try:
        resource.setrlimit(resource.RLIMIT_CORE, (before[1], before[1]))
        seal(tmp_path / "passphrase.key", "lantern otter biscuit harbour", DataKey.new(), 64)
        assert resource.getrlimit(resource.RLIMIT_CORE) == (0, before[1])
        keep_out_of_dumps()  # and once more changes nothing
        assert resource.getrlimit(resource.RLIMIT_CORE) == (0, before[1])
    finally:
        resource.setrlimit(resource.RLIMIT_CORE, before)

from engagement.register.sample_data import is_sample, mark_as_sample
from resources.database import history


def test_a_file_is_marked_once_and_says_so(db):
    assert not is_sample(db)
    mark_as_sample(db)
    mark_as_sample(db)
    assert is_sample(db)
    assert len(list(history.entries(db, 10, 0))) == 1

"""The words of online attendance and what they mean."""

from engagement.forums.online.vocabulary import Standing


def test_only_who_is_known_counts() -> None:
    assert {standing for standing in Standing if standing.counts} == {
        Standing.MATCHED, Standing.CONFIRMED, Standing.NEW_CONTACT, Standing.SAME_PERSON,
    }  # fmt: skip

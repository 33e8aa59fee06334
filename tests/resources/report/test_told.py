import pytest

from resources.report.told import Figure, Shown, Told, joined, tell


def test_figures_stand_in_their_places_and_know_their_names() -> None:
    told = tell(
        "held",
        "{events} were held in {where}.",
        events=Shown("12 events", 12, rows="events"),
        where="Ashfield",
    )
    assert told == Told(
        "held", "12 events were held in Ashfield.", (Figure("events", "12 events", 12, None, "events"),)
    )


def test_a_place_for_which_nothing_is_given_is_an_error() -> None:
    with pytest.raises(KeyError):
        tell("held", "{events} were held.")


def test_sentences_join_into_a_paragraph_and_their_figures_stay_apart() -> None:
    first = tell("held", "{n} were held.", n=Shown("12", 12))
    second = tell("came", "{n} people came.", n=Shown("30", 30))
    assert joined("forums", [first, second]) == Told(
        "forums", "12 were held. 30 people came.", (Figure("held.n", "12", 12), Figure("came.n", "30", 30))
    )

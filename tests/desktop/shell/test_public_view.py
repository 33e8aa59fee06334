"""What pages and sides say of themselves under the lens."""

from desktop.shell.public_view import OWN_WORK, PublicView, of_sides, public_view


def test_what_says_nothing_is_covered_with_a_sentence_why() -> None:
    view = public_view("This page", (), OWN_WORK)
    assert view == PublicView(("This page is covered: it shows what is kept for the team’s own work.",))
    assert not view.shows_any


def test_what_is_public_is_named_beside_why_the_rest_is_covered() -> None:
    view = public_view("This page", ("forums",), "who came is not published")
    assert view.sections == ("forums",) and view.shows_any
    assert view.covered == (
        "This page is shown as far as it is public. The rest is covered: who came is not published.",
    )


def test_sides_covered_for_the_usual_reason_are_told_together() -> None:
    usual = {tab: public_view(f"“{tab}”", (), OWN_WORK) for tab in ("Waves", "Answers", "In words")}
    results = public_view("“Results”", ("survey",), "small numbers could tell who answered")
    whole = of_sides({"Results": results, **usual})
    assert whole.sections == ("survey",)
    assert whole.covered == (
        "“Results” is shown as far as it is public. The rest is covered: small numbers could tell who answered.",
        "“Waves”, “Answers” and “In words” are covered: they show what is kept for the team’s own work.",
    )
    assert of_sides({"Waves": usual["Waves"]}).covered == usual["Waves"].covered


def test_what_sides_read_is_read_of_all_of_them() -> None:
    read = PublicView((), reads=(lambda _db, _vault: None,))
    assert of_sides({"One": read, "Two": read}).reads == read.reads * 2 and read.shows_any

from resources.statistics import Change, Verdict, change, share


def test_a_change_is_judged_by_its_interval_and_says_its_rule():
    good = change(share(48, 80), share(56, 70), higher_is_better=True)
    assert (good.verdict, good.points, good.before, good.after) == (Verdict.IMPROVED, 20, 60, 80)
    assert "both bases are 30 or more" in good.rule
    assert change(share(48, 80), share(56, 70), higher_is_better=False).verdict is Verdict.WORSENED
    assert change(share(56, 70), share(48, 80), higher_is_better=False).verdict is Verdict.IMPROVED
    assert change(share(48, 80), share(50, 80), higher_is_better=True).verdict is Verdict.NO_CLEAR_CHANGE
    assert change(share(0, 29), share(29, 29), higher_is_better=True).verdict is Verdict.BASE_TOO_SMALL
    assert change(share(0, 0), share(29, 29), higher_is_better=True).points is None
    assert Verdict.NO_CLEAR_CHANGE.label == "No clear change"


def test_points_are_the_difference_of_the_printed_figures():
    assert Change(12, 15, Verdict.NO_CLEAR_CHANGE, "").points == 3


def test_where_neither_way_is_better_a_clear_change_is_called_higher_or_lower():
    higher = change(share(48, 80), share(56, 70), higher_is_better=None)
    assert (higher.verdict, higher.verdict.label) == (Verdict.CLEARLY_HIGHER, "Clearly higher")
    assert higher.rule.endswith("it is called clearly higher or clearly lower by the same rule.")
    assert change(share(56, 70), share(48, 80), higher_is_better=None).verdict is Verdict.CLEARLY_LOWER
    assert [verdict for verdict in Verdict if verdict.is_clear] == [
        Verdict.IMPROVED, Verdict.WORSENED, Verdict.CLEARLY_HIGHER, Verdict.CLEARLY_LOWER,
    ]  # fmt: skip

from awards.results.deciding.basis import basis_of, read_basis
from awards.results.reading import category_standing
from resources.database import Database
from tests.awards.results.scored import Scored


def test_all_that_stood_behind_it_is_kept(db: Database) -> None:
    made = Scored(db)
    held = category_standing(db, made.category_id)
    kept = read_basis(basis_of(held, made.entry["cal"], adjusted=False))
    assert kept["rule"] == {
        "least_scores": 3,
        "tie_rule": "higher_median",
        "adjusted": False,
        "on_too_few": False,
    }
    assert kept["criteria"][0] == {"name": "Difference made", "weight": "2", "counts": True}
    ada = kept["nominees"][0]
    assert (ada["reference"], ada["place"], ada["mean"], ada["exact_mean"], ada["median"], ada["spread"]) == (
        "2026-001", 1, "4.67", "1400/3", "5.00", "0.58",
    )  # fmt: skip
    assert ada["scores"] == {"Jo Judge": "5.00", "Kim Judge": "5.00", "Lou Judge": "4.00"}
    assert kept["judges"]["Lou Judge"] == "-0.67"
    assert kept["known"][-1].startswith("By the mean, Cal Instance stands third")


def test_a_category_without_nominees_has_a_basis_too(db: Database) -> None:
    made = Scored(db)
    kept = read_basis(basis_of(category_standing(db, made.gala.category("Team").id), None, adjusted=False))
    assert kept["nominees"] == [] and kept["judges"] == {}
    assert read_basis("[]") == {}

from resources.problem import FieldProblem, Problem


def test_a_problem_is_its_sentence_with_lines_for_a_list_beneath() -> None:
    problem = Problem("Two rows were refused. Mend them.", details=("Row 2", "Row 5"))
    assert (str(problem), problem.sentence, problem.details) == (
        "Two rows were refused. Mend them.",
        "Two rows were refused. Mend them.",
        ("Row 2", "Row 5"),
    )


def test_a_problem_of_a_field_names_it_and_is_a_problem() -> None:
    problem = FieldProblem("starts", "Say when the event starts.")
    assert isinstance(problem, Problem)
    assert (problem.field, problem.sentence, problem.details) == ("starts", "Say when the event starts.", ())

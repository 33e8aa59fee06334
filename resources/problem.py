"""The one kind of error that is the user's to mend."""


class Problem(Exception):
    """Something wrong with the user's data or machine, said in a sentence fit to show.

    The sentence says what was expected, what was found and what to do. `details` are further lines for
    a list beneath it (rows, file names); they too are fit to show. Anything else that is raised is our bug.
    """

    def __init__(self, sentence: str, *, details: tuple[str, ...] = ()) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.details = details


class FieldProblem(Problem):
    """A problem with one field of a form, to be shown beside it: `field` is the fact's name in code."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field

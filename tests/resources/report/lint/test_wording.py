"""Words and ways of writing that are harder to read than need be."""

import pytest

from resources.report.lint.wording import PLAINER, SAYS_LITTLE, wordings


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Providers utilise the fund.", "“utilise”: write “use”."),
        ("In order to help, prior to winter.", "“in order to”: write “to”."),
        ("Care homes, e.g. in Ashfield.", "“e.g.”: write “for example”."),
        ("A robust plan.", "“robust” says little."),
        ("Services in in Ashfield.", "“in” stands there twice."),
        ("ALL HOMES are rated.", "“ALL HOMES” is in capitals"),
        ("Two  spaces.", "Two spaces stand together."),
        ("A space , before.", "A space stands before a comma"),
    ],
)
def test_each_is_told_with_what_to_write(text: str, told: str) -> None:
    assert next(wordings(text)).startswith(told)


@pytest.mark.parametrize(
    "text",
    [
        "The council used the fund to help 34 homes before winter.",
        "A manager said “we utilise robust plans going forward”.",
        "They said that that home had had a visit.",
        "The CQC rated 12 homes: 4 Good, 8 Outstanding (12.5%).",
        "Ashfield & Mansfield have 3 homes … and 2 agencies.",
    ],
)
def test_plain_text_is_let_be(text: str) -> None:
    assert list(wordings(text)) == []


def test_each_word_is_told_once() -> None:
    assert len(list(wordings("Utilise this, utilise that."))) == 1


def test_every_word_of_the_lists_is_found() -> None:
    unfound = [word for word in (*PLAINER, *SAYS_LITTLE) if not list(wordings(f"It is {word} here."))]
    assert unfound == []

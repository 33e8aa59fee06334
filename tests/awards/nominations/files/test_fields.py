"""Which part of a nomination a heading asks for, as forms word it."""

import pytest

from awards.nominations.files.fields import NominationField as F
from awards.nominations.files.fields import field_of, is_about_nominee


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Which award are you nominating for?", F.CATEGORY),
        ("Award category", F.CATEGORY),
        ("Category", F.CATEGORY),
        ("Name of the person, team or service you are nominating", F.NOMINEE),
        ("Who are you nominating?", F.NOMINEE),
        ("Who would you like to nominate?", F.NOMINEE),
        ("Nominee", F.NOMINEE),
        ("Nominee name", F.NOMINEE),
        ("Nominee’s full name", F.NOMINEE),
        ("Full name of your nominee", F.NOMINEE),
        ("Nominee 2", F.NOMINEE),
        ("Name of the service being nominated", F.NOMINEE),
        ("Nominee first name", F.NOMINEE_FIRST),
        ("Nominee's surname", F.NOMINEE_LAST),
        ("Are they known as anything else (nickname)?", F.ALSO_KNOWN_AS),
        ("Their job role", F.JOB_ROLE),
        ("What is the nominee’s job title?", F.JOB_ROLE),
        ("Where do they work? (home or service)", F.PLACE),
        ("Where does the person you are nominating work?", F.PLACE),
        ("Nominee's home", F.PLACE),
        ("Care home", F.PLACE),
        ("Nominee’s place of work", F.PLACE),
        ("Organisation of the nominee", F.PROVIDER),
        ("Provider", F.PROVIDER),
        ("Postcode of the service", F.POSTCODE),
        ("CQC Location ID", F.LOCATION_ID),
        ("Nominee e-mail address", F.EMAIL),
        ("Email of the person you are nominating", F.EMAIL),
        ("Their telephone number", F.PHONE),
        ("Why should they win? (up to 300 words)", F.STATEMENT),
        ("Why does this person deserve the award?", F.STATEMENT),
        ("Please tell us about their work in no more than 300 words", F.STATEMENT),
        ("How have they made a difference?", F.STATEMENT),
        ("Supporting statement", F.STATEMENT),
        ("Upload a supporting document", F.ATTACHMENT),
        ("Your name", F.NOMINATOR),
        ("Nominator", F.NOMINATOR),
        ("Nominated by", F.NOMINATOR),
        ("Your first name", F.NOMINATOR_FIRST),
        ("Your surname", F.NOMINATOR_LAST),
        ("Which of these best describes you?", F.NOMINATOR_KIND),
        ("I am a…", F.NOMINATOR_KIND),
        ("Are you a…", F.NOMINATOR_KIND),
        ("How do you know the nominee?", F.RELATION),
        ("Your relationship to the nominee", F.RELATION),
        ("Your email address", F.NOMINATOR_EMAIL),
        ("Nominator phone", F.NOMINATOR_PHONE),
        ("Your organisation", F.NOMINATOR_PLACE),
        ("Where do you work?", F.NOMINATOR_PLACE),
        ("May we quote your words in publicity?", F.PUBLISH_WORDS),
        ("Do you give permission for us to publish what you have written?", F.PUBLISH_WORDS),
        ("Date received", F.RECEIVED_ON),
        ("Do you consent to us keeping your data?", None),
        ("I confirm that the nominee knows of this nomination", None),
        ("Have you read the privacy notice?", None),
        ("How did you hear about the awards?", None),
        ("Nominee’s date of birth", None),
        ("Anything else?", None),
        ("", None),
    ],
)
def test_headings_are_known_by_their_words(heading: str, field: F | None) -> None:
    assert field_of(heading) is field


def test_a_heading_that_does_not_say_whose_is_nobodys() -> None:
    assert is_about_nominee("nominees name") is True
    assert is_about_nominee("your name") is False
    assert is_about_nominee("name") is None


def test_only_a_statement_an_attachment_and_nominees_may_have_several_columns() -> None:
    assert [one for one in F if one.may_be_several] == [F.NOMINEE, F.STATEMENT, F.ATTACHMENT]

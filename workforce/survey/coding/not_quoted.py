"""What people wrote in the survey without leave to be quoted: no public document repeats it."""

from resources.database import Database


def unquoted_words(db: Database) -> list[str]:
    """Each text once; not what somebody else wrote alike who may be quoted."""
    rows = db.rows(
        """select text, max(quote_consent = 'yes') from survey_answer
        join survey_response on survey_response.id = response_id where text <> '' group by text order by text"""
    )
    return [text for text, may_be_quoted in rows if not may_be_quoted]

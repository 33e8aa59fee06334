"""The wording of the letters after the ceremony: shipped with the program, changed by the team."""

from awards.vocabulary import CeremonyLetter
from resources.database import Database, change, new_key
from resources.wordings import Wording, check_wording

FIELDS = {
    "name": "the person’s name",
    "first name": "the first of their names",
    "organisation": "the person’s service or provider",
    "nominees": "whom the letter is about",
    "what came of it": "what the panel decided of each",
    "round": "the round’s name",
    "team": "your team",
    "council": "your council",
}
"""What a wording may hold, and what it is filled with."""

_SIGNED = """Yours sincerely

{team}
{council}"""
SHIPPED = {
    CeremonyLetter.NOMINATORS: Wording(
        "Your nomination of {nominees}",
        "\n\n".join((
            "Dear {name}",
            "Thank you for nominating {nominees} for {round}. The panel judged what was written, and was told "
            "neither names nor places.",
            "{what came of it}",
            "Whatever the panel decided, what you wrote says how much good care means to those who receive it. Thank "
            "you for taking the time.",
            _SIGNED,
        )),
    ),
    CeremonyLetter.MANAGERS: Wording(
        "{round}: {nominees}",
        "\n\n".join((
            "Dear {name}",
            "We are glad to tell you what the panel of {round} decided of those who were finalists from "
            "{organisation}.",
            "{what came of it}",
            "Thank you for all that you and your colleagues do. We would be happy if you told everybody at "
            "{organisation}.",
            _SIGNED,
        )),
    ),
}  # fmt: skip
"""By whom it is written to."""


def wording_of(db: Database, letter: CeremonyLetter) -> Wording:
    """What is written now."""
    row = db.row("select subject, body from ceremony_wording where letter = ?", (letter.value,))
    return Wording(str(row[0]), str(row[1])) if row is not None else SHIPPED[letter]


def set_wording(db: Database, letter: CeremonyLetter, wording: Wording) -> Wording:
    """Keep a wording as the team has it; what says the same as the shipped one is not kept."""
    made = wording.tidied
    check_wording(made, FIELDS)
    key = db.value("select id from ceremony_wording where letter = ?", (letter.value,))
    cells = {"subject": made.subject, "body": made.body}
    with change(db, f"Changed the wording of the letter to {letter.label.lower()}"):
        if made == SHIPPED[letter]:
            if key is not None:
                db.delete_row("ceremony_wording", str(key))
        elif key is not None:
            db.update_row("ceremony_wording", str(key), cells)
        else:
            db.insert_row("ceremony_wording", {"id": new_key(), "letter": letter.value, **cells})
    return wording_of(db, letter)

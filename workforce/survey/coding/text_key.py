"""When two texts are one: the same words, whatever their capitals, accents, spaces and punctuation. Pure."""

import unicodedata
from functools import lru_cache

from engagement.register.names import letters_of


@lru_cache(maxsize=50_000)
def text_key(text: str) -> str:
    """What a text is known by; '' of nothing. A text of marks alone is itself, and accents make no difference.

    It is kept in the file (`survey_coding.text_key`): with another rule what was coded is forgotten.
    """
    plain = unicodedata.normalize("NFKD", text)  # ornamental letters have capitals only once they are plain
    return letters_of(plain) or " ".join(unicodedata.normalize("NFKD", plain.casefold()).split())

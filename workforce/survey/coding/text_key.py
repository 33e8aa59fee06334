"""When two texts are one: the same words, whatever their capitals, accents, spaces and punctuation. Pure."""

import unicodedata
from functools import lru_cache

from engagement.register.names import letters_of


@lru_cache(maxsize=50_000)
def text_key(text: str) -> str:
    """What `survey_coding` knows a text by; '' of nothing. A text of marks alone is itself."""
    plain = unicodedata.normalize("NFKD", text)  # ornamental letters have capitals only once they are plain
    return letters_of(plain) or " ".join(unicodedata.normalize("NFKD", plain.casefold()).split())

"""Whether an organisation as it was typed is a provider or service of the register: surely, perhaps, or not. Pure."""

from functools import lru_cache

from engagement.register.names import folded, without_company_words
from resources.report.exempt_names import COMPANY_WORDS, PLACE_WORDS
from resources.report.ordinary_words import ORDINARY_WORDS, WORK_WORDS

_USUAL = (
    ORDINARY_WORDS | WORK_WORDS | PLACE_WORDS | COMPANY_WORDS | frozenset({"notts", "carehome", "homecare"})
)


def same_organisation(typed: str, name: str) -> bool | None:
    """None where they differ; else whether it is doubtful: Rosewood, or Rosewood Homes, and Rosewood House.

    Doubtful are two names of which one has all the telling words of the other.
    """
    if not typed.strip() or not name.strip():
        return None
    if _bare(typed) == _bare(name):
        return False
    one, other = _telling(typed), _telling(name)
    return True if one and other and (one <= other or other <= one) else None


@lru_cache(maxsize=20_000)
def _bare(name: str) -> str:
    """Without Ltd and its like, the article and what stands in brackets."""
    plain = without_company_words(name.partition("(")[0]) or folded(name)
    return plain.removeprefix("the ")


@lru_cache(maxsize=20_000)
def _telling(name: str) -> frozenset[str]:
    """The words that no other organisation of the trade has."""
    return frozenset(word for word in folded(name).split() if word not in _USUAL and len(word) > 1)

"""Which provider a name written into a review means: one of the register, or a new one, never one by a slip. Pure."""

from rapidfuzz.fuzz import ratio

from engagement.forums.online.matching import Known, telling_words
from engagement.register.names import folded, without_company_words
from resources.problem import Problem
from resources.wording import and_list

_ALIKE = 86
_MOST_SAID = 5


def provider_named(known: Known, name: str) -> str | None:
    """The provider of that name, or of a home of that name; None where there is none, or more than one."""
    found = {provider for home, provider in known.homes if folded(home) == folded(name)}
    return next(iter(found)) if len(found) == 1 else None


def held_provider(known: Known, name: str, where: str, column: str) -> str:
    """The provider meant; a name that the register lacks is refused with those alike."""
    found = provider_named(known, name)
    if found is not None:
        return found
    if any(folded(home) == folded(name) for home, _ in known.homes):
        raise Problem(
            f"{where}: more than one provider is meant by “{name}”. Write the provider’s own whole name."
        )
    alike = _said_alike(known, name)
    write = "Write the one that is meant" if alike else "Write the name of one that it holds"
    raise Problem(
        f"{where}: the register holds no provider “{name}”.{alike} {write}, or write “{name}” under “{column}” to make "
        "it."
    )


def new_provider(known: Known, name: str, where: str) -> str:
    """The name of a provider to be made; refused where the register holds it, with or without Ltd."""
    held = [home for home, _ in known.homes if without_company_words(home) == without_company_words(name)]
    if held:
        raise Problem(
            f"{where}: “{name}” would be a new provider, and the register holds “{held[0]}”. Write that under "
            "“Provider” instead."
        )
    return name


def refuse_by_a_slip(known: Known, name: str, where: str, column: str) -> None:
    """Of a name that nobody wrote, but the file has: refused where the register holds one that is alike."""
    alike = _said_alike(known, name)
    if alike:
        raise Problem(
            f"{where}: the file says “{name}”, which the register does not hold.{alike} Write the one "
            f"that is meant under “Provider”, or write “{name}” under “{column}” to make it."
        )


def _said_alike(known: Known, name: str) -> str:
    found = providers_alike(known, name)
    return f" Alike: {and_list([f'“{one}”' for one in found])}." if found else ""


def providers_alike(known: Known, name: str) -> list[str]:
    """Names of homes and providers that share their telling words with this one, or are spelt nearly so."""
    plain, telling = without_company_words(name), telling_words(name)
    found: dict[str, float] = {}
    for home, _ in known.homes:
        theirs = telling_words(home)
        near = ratio(plain, without_company_words(home))
        shared = bool(telling and theirs) and (telling <= theirs or theirs <= telling)
        if shared or near >= _ALIKE:
            found[home] = near
    return sorted(found, key=lambda one: (-found[one], one))[:_MOST_SAID]

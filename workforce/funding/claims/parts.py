"""Part payments: what the first of two parts pays, and what is left for the second. Pure."""

from decimal import ROUND_HALF_EVEN, Decimal

from workforce.funding.vocabulary import ClaimPart


def parts(pence: int, first_percent: int) -> tuple[int, int]:
    """Both parts of an amount; together they are the amount, to the penny."""
    share = Decimal(pence) * first_percent / 100
    first = int(share.quantize(Decimal(1), rounding=ROUND_HALF_EVEN))
    return first, pence - first


def most_second(first: int, first_percent: int) -> int:
    """The most that a second part can be after such a first: the rest of the largest amount that it is the share of."""
    whole = first * 100 // first_percent
    while parts(whole + 1, first_percent)[0] <= first:
        whole += 1
    return whole - first


def part_of(pence: int, first_percent: int | None, part: ClaimPart) -> int | None:
    """What this part of an amount is; None for a part of what is paid whole."""
    if part is ClaimPart.WHOLE:
        return pence
    if first_percent is None:
        return None
    return parts(pence, first_percent)[part is ClaimPart.SECOND]

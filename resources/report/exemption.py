"""Exempt information as the law describes it (Local Government Act 1972, England)."""

from dataclasses import dataclass

SCHEDULE = "Part 1 of Schedule 12A to the Local Government Act 1972"

DESCRIPTIONS: dict[int, str] = {
    1: "Information relating to any individual.",
    2: "Information which is likely to reveal the identity of an individual.",
    3: (
        "Information relating to the financial or business affairs of any particular person "
        "(including the authority holding that information)."
    ),
    4: (
        "Information relating to any consultations or negotiations, or contemplated consultations or "
        "negotiations, in connection with any labour relations matter arising between the authority or a "
        "Minister of the Crown and employees of, or office holders under, the authority."
    ),
    5: (
        "Information in respect of which a claim to legal professional privilege could be maintained in "
        "legal proceedings."
    ),
    6: (
        "Information which reveals that the authority proposes (a) to give under any enactment a notice "
        "under or by virtue of which requirements are imposed on a person; or (b) to make an order or "
        "direction under any enactment."
    ),
    7: (
        "Information relating to any action taken or to be taken in connection with the prevention, "
        "investigation or prosecution of crime."
    ),
}


@dataclass(frozen=True, order=True)
class Exemption:
    """Why something is not for publication. The reason is itself exempt: it may name whom it protects.

    `public_interest` says why keeping it back outweighs telling it, `seen_by` who may see it, and `review_on` (ISO
    text) when that is looked at again; all three are "" until somebody says so.
    """

    paragraph: int
    reason: str
    public_interest: str = ""
    seen_by: str = ""
    review_on: str = ""

    def __post_init__(self) -> None:
        if self.paragraph not in DESCRIPTIONS:
            raise ValueError(f"{SCHEDULE} has paragraphs 1 to 7, not {self.paragraph}")

    @property
    def wording(self) -> str:
        """The paragraph as the Act has it; fit for the public document."""
        return DESCRIPTIONS[self.paragraph]


MARKING = "EXEMPT – NOT FOR PUBLICATION"
"""What stands on everything that holds exempt information."""


def marked_title(title: str, exempt: Exemption | None) -> str:
    """The title as it is written out: what is exempt says so before anything else."""
    return title if exempt is None else f"{MARKING}: {title}"


def notice_of(exemptions: tuple[Exemption, ...]) -> str:
    """The marking with the paragraphs that it rests on."""
    return f"{MARKING}: {paragraphs_of(exemptions)} of {SCHEDULE}"


def paragraphs_of(exemptions: tuple[Exemption, ...]) -> str:
    """'paragraph 3' or 'paragraphs 1, 2 and 3', without the reasons."""
    numbers = [str(number) for number in sorted({exemption.paragraph for exemption in exemptions})]
    if len(numbers) == 1:
        return f"paragraph {numbers[0]}"
    return f"paragraphs {', '.join(numbers[:-1])} and {numbers[-1]}"

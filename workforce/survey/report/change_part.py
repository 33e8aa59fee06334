"""What changed since the earlier wave, as a section of the report."""

from resources.report.blocks import Block
from workforce.survey.report.material import Material


def change_blocks(m: Material) -> list[Block]:
    """All answers and the same providers side by side, with verdicts and their rule."""
    return []

"""What changed from one wave to another: every figure that both measured, of all answers and of the same providers."""

from workforce.survey.changes.change_row import (
    ChangeRow,
    Compared,
    Compares,
    Comparison,
    Figure,
    OneWaveOnly,
)

__all__ = ["ChangeRow", "Compared", "Compares", "Comparison", "Figure", "OneWaveOnly"]

"""Why what the awards know of people is not for publication."""

from resources.report.exemption import Exemption

EXEMPTION = Exemption(
    1,
    "The information names people who were nominated, who nominated them or who judged, and says what was said and "
    "thought of them. They were not told that it would be published; who won is public once it is announced, by name "
    "where the winner agreed.",
)
"""What names a nominee or a nominator, a judge’s score or a conflict of interest."""

IDENTITY = Exemption(
    2,
    "The information names nobody, but with what is known about it anybody near would know who is meant.",
)
"""What gives somebody away without a name: blind statements, comments, reasons of the panel."""

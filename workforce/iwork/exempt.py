"""Why nothing that speaks of somebody on the i-Work register is for publication."""

from resources.report.exemption import Exemption

EXEMPTION = Exemption(
    1,
    "The information is about people with a learning disability or autism whom the i-Work team supports: who they are, "
    "what they can and want to do, and the help they have. It is held so that they find and keep work, and for nothing "
    "else.",
)
"""What names somebody."""

IDENTITY = Exemption(
    2,
    "The information names nobody, but so few people are supported that a reference, initials, a post or a day would "
    "tell anybody near who is meant.",
)
"""What gives somebody away without a name."""

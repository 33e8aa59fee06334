"""What is told of funding: a Word summary, sections for a committee, a workbook to publish, and the 360Giving file.

Public by construction: totals, and counts of people through `resources.suppression`. Which named provider was refused,
or why, and who has not claimed, is exempt (Schedule 12A, paragraph 3).
"""

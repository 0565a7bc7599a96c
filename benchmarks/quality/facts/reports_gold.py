"""Key facts of the three acceptance reports (not part of the repository), marked by hand before any output was seen.

A is the item on the recognition, B the report on the Russian president's speech, C the blog on Tajikistan. Only names,
types, statuses and dates are here; the form is that of gold.py.
"""

from benchmarks.quality.facts.gold import AUTHOR, Fact, fact

SEIZES = "COERCE ASSAULT"
WEST = "West|USA|GBR|service|American"

F: list[Fact] = [
    fact("A", "RUS", "TAL|AFG", "SUPPORT", "happened"),
    fact("A", "RUS", "TAL|group", "CONCEDE", "happened"),
    fact("A", "", "", "SUPPORT CONSULT COOPERATE", "claimed", "RUS|Russia"),
    fact("A", "RUS", "", "COOPERATE AGREE", "planned", "RUS|Russia"),
    fact("A", "TAL", "", SEIZES, "happened", date="2021"),
    fact("A", "TAL", "women", "COERCE", "happened"),
    fact("A", "USA", "AFG", "RETREAT", "happened"),
    fact("A", "Zhirnov|RUS", "Putin|Lavrov|RUS", "SUPPORT", "happened"),
    fact("A", "West", "TAL", "SUPPORT", "denied|possible"),
    fact("B", "RUS", "TAL", "SUPPORT AID", "claimed", "Putin|RUS"),
    fact("B", "RUS|we", "TAL|leadership", "CONSULT COOPERATE SUPPORT", "claimed", "Putin|RUS"),
    fact("B", WEST, "TAL", "ASSAULT", "claimed", "Putin|RUS"),
    fact("B", WEST, "border|countries", "ASSAULT", "claimed", "Putin|RUS"),
    fact("B", "RUS", "UKR", "ASSAULT", "happened", AUTHOR),
    fact("B", "world|community|UN", "", "ACCUSE REJECT", "happened"),
    fact("B", "TAL", "AFG", SEIZES, "happened", date="2021"),
    fact("B", "TAL|organization", "Kabul", SEIZES, "happened", date="2021-08-15"),
    fact("B", "alliance|USA|US", "TAL", SEIZES, "happened", date="2001"),
    fact("B", "TAL|organization", "USA|American", "AGREE", "claimed|happened", "BBC", "2020"),
    fact("B", "force", "", "RETREAT", "planned"),
    fact("B", "TAL", "AFG", SEIZES, "denied|happened", date="1996"),
    fact("B", "TAL", "", "COERCE", "happened"),
    fact("C", "RUS", "TAL", "SUPPORT", "happened", date="2017"),
    fact("C", "RUS|Russia|it", "TAL|leader", "CONSULT", "happened"),
    fact("C", "", "TAL", "AID COOPERATE", "happened"),
    fact("C", "militant", "USA|American", "ASSAULT", "happened"),
    fact("C", "RUS", "TAL", "ASSAULT MOBILIZE COERCE", "conditional", "Lavrov|RUS"),
    fact("C", "", "TJK", "ASSAULT", "conditional", "Lavrov|RUS"),
    fact("C", "RUS", "TJK", "SUPPORT AID COOPERATE", "conditional|planned"),
    fact("C", "USA", "AFG", "RETREAT", "happened"),
    fact("C", "TAL|RUS", "RUS|TAL", "AGREE", "possible"),
    fact("C", "RUS|it", "", "MOBILIZE", "possible"),
    fact("C", "USA|Washington", "", "CONCEDE RETREAT", "claimed", "expert|media|RUS"),
    fact("C", "RUS", "TJK", "MOBILIZE", "planned"),
]

"""Key facts of the three acceptance reports (not part of the repository), marked by hand before any output was seen.

000 is the item on the recognition, 001 the report on the Russian president's speech, 002 the blog on Tajikistan. Only
names, types, statuses and dates are here; the form is that of gold.py.
"""

import runpy
from pathlib import Path
from typing import Any

# A scorer loads this file by its path, so its neighbour cannot be imported by name.
fact = runpy.run_path(str(Path(__file__).with_name("gold.py")))["fact"]

SEIZES = "COERCE ASSAULT"
WEST = "West|USA|GBR|service|American"

F: list[dict[str, Any]] = [
    fact("000", "RUS", "TAL|AFG", "SUPPORT", "happened"),
    fact("000", "RUS", "TAL|group", "CONCEDE", "happened"),
    fact("000", "", "", "SUPPORT CONSULT COOPERATE", "claimed", "RUS|Russia"),
    fact("000", "RUS", "", "COOPERATE AGREE", "planned", "RUS|Russia"),
    fact("000", "TAL", "", SEIZES, "happened", date="2021"),
    fact("000", "TAL", "women", "COERCE", "happened"),
    fact("000", "USA", "AFG", "RETREAT", "happened"),
    fact("000", "Zhirnov|RUS", "Putin|Lavrov|RUS", "SUPPORT", "happened"),
    fact("000", "West", "TAL", "SUPPORT", "denied|possible"),
    fact("001", "RUS", "TAL", "SUPPORT AID", "claimed", "Putin|RUS"),
    fact("001", "RUS|we", "TAL|leadership", "CONSULT COOPERATE SUPPORT", "claimed", "Putin|RUS"),
    fact("001", WEST, "TAL", "ASSAULT", "claimed", "Putin|RUS"),
    fact("001", WEST, "border|countries", "ASSAULT", "claimed", "Putin|RUS"),
    fact("001", "RUS", "UKR", "ASSAULT", "happened"),
    fact("001", "world|community|UN", "", "ACCUSE REJECT", "happened"),
    fact("001", "TAL", "AFG", SEIZES, "happened", date="2021"),
    fact("001", "TAL|organization", "Kabul", SEIZES, "happened", date="2021-08-15"),
    fact("001", "alliance|USA|US", "TAL", SEIZES, "happened", date="2001"),
    fact("001", "TAL|organization", "USA|American", "AGREE", "claimed|happened", "BBC", "2020"),
    fact("001", "force", "", "RETREAT", "planned"),
    fact("001", "TAL", "AFG", SEIZES, "denied|happened", date="1996"),
    fact("001", "TAL", "", "COERCE", "happened"),
    fact("002", "RUS", "TAL", "SUPPORT", "happened", date="2017"),
    fact("002", "RUS|Russia|it", "TAL|leader", "CONSULT", "happened"),
    fact("002", "", "TAL", "AID COOPERATE", "happened"),
    fact("002", "militant", "USA|American", "ASSAULT", "happened"),
    fact("002", "RUS", "TAL", "ASSAULT MOBILIZE COERCE", "conditional", "Lavrov|RUS"),
    fact("002", "", "TJK", "ASSAULT", "conditional", "Lavrov|RUS"),
    fact("002", "RUS", "TJK", "SUPPORT AID COOPERATE", "conditional|planned"),
    fact("002", "USA", "AFG", "RETREAT", "happened"),
    fact("002", "TAL|RUS", "RUS|TAL", "AGREE", "possible"),
    fact("002", "RUS|it", "", "MOBILIZE", "possible"),
    fact("002", "USA|Washington", "", "CONCEDE RETREAT", "claimed", "expert|media|RUS"),
    fact("002", "RUS", "TJK", "MOBILIZE", "planned"),
]

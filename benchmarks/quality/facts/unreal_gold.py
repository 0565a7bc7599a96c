"""Key facts of the accounts in unreal/, most of which did not happen as far as the account goes.

Marked before any output was seen, in the form of gold.py. Stories `dam` and `vote` were then learned from; `kivu` was
kept aside and read once, at first sight.
"""

import importlib.util
import sys
from pathlib import Path


def _form():  # type: ignore[no-untyped-def]
    """The helper that writes one fact, from gold.py: scorers load these files by path."""
    spec = importlib.util.spec_from_file_location("sayso_gold_form", Path(__file__).with_name("gold.py"))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


fact = _form().fact
SUPPORTS = "SUPPORT AGREE COOPERATE"
GIVES = "AID COOPERATE SUPPORT"
PENALISES = "SANCTION COERCE REJECT"
TALKS = "CONSULT COOPERATE AGREE"
STRIKES = "ASSAULT COERCE"

F = [
    # dam-agency
    fact("dam-agency", "EGY", "ETH|step", "REJECT", "happened", date="2021-07-05"),
    fact("dam-agency", "EGY|Shoukry", "UN|member|Council", "REQUEST", "planned|possible"),
    fact("dam-agency", "SDN", "EGY|request", "SUPPORT", "planned", "SDN"),
    fact("dam-agency", "ETH", "UN|Council", "THREATEN REQUEST", "happened"),
    fact("dam-agency", "ETH|Bekele", "EGY", "ACCUSE", "happened"),
    fact("dam-agency", "EGY", "", "COERCE REJECT ASSAULT", "claimed", "ETH|Bekele"),
    fact("dam-agency", "EGY|Sisi", "", "THREATEN", "happened", date="2021-03"),
    fact("dam-agency", "EGY", "rebel", GIVES, "claimed", "ETH|official"),
    fact("dam-agency", "EGY", "rebel", GIVES, "denied", "EGY|it"),
    fact("dam-agency", "USA", "ETH", "SANCTION COERCE", "happened", date="2020"),
    fact("dam-agency", "USA|it", "", TALKS, "possible", "diplomat"),
    fact("dam-agency", "AU|African Union", "", TALKS, "denied", date="2021-04"),
    fact("dam-agency", "SDN", "builder|company", "THREATEN", "happened"),
    fact("dam-agency", "SDN", "builder|company", "COERCE ACCUSE", "conditional"),
    # dam-state
    fact("dam-state", "EGY", "UN|Council", "REQUEST", "happened|judged|planned"),
    fact("dam-state", "RUS|CHN", "", "SUPPORT REJECT AGREE", "denied"),
    fact("dam-state", "EGY|Cairo", "ETH|filling", "ACCUSE", "happened"),
    fact("dam-state", "agent|state", "bandit", "COOPERATE AID SUPPORT", "claimed", "Intelligence|Service|ETH"),
    fact("dam-state", "bandit", "convoy", "ASSAULT", "claimed|planned", "Intelligence|Service|ETH"),
    fact("dam-state", "ETH|army", "bandit", "ASSAULT", "happened", date="2021-06"),
    fact("dam-state", "SDN|Khartoum", "", "MOBILIZE COERCE ASSAULT", "happened"),
    fact("dam-state", "ETH", "SDN", STRIKES, "denied|planned"),
    fact("dam-state", "ETH", "invader|SDN|they", STRIKES, "conditional"),
    fact("dam-state", "EGY|Sisi|aircraft", "dam|ETH", "ASSAULT", "conditional"),
    fact("dam-state", "EGY|farmer|they", "ETH", "AID CONCEDE COOPERATE", "judged"),
    # dam-oped
    fact("dam-oped", "EGY|Sadat", "", "THREATEN", "happened"),
    fact("dam-oped", "EGY|Mubarak", "truck|ETH", "ASSAULT", "claimed|planned"),
    fact("dam-oped", "EGY|we", "dam|ETH", "ASSAULT", "possible|conditional"),
    fact("dam-oped", "SDN|which", "", SUPPORTS, "denied"),
    fact("dam-oped", "ETH", "EGY|Aswan", "ASSAULT", "conditional|planned|claimed"),
    fact("dam-oped", "UN|Council", "EGY|us", "ACCUSE", "conditional|planned"),
    fact("dam-oped", "ETH|Abiy|he", "text", "REJECT AGREE", "happened|denied"),
    fact("dam-oped", "AU|African Union", "ETH|him", "REQUEST ACCUSE", "judged"),
    fact("dam-oped", "EGY|it", "ETH", "AID COOPERATE", "judged"),
    fact("dam-oped", "emir|ARE|who", "", "AID COOPERATE", "possible"),
    # dam-analysis
    fact("dam-analysis", "EGY", "SOM", "AGREE", "happened", date="2024-08-14"),
    fact("dam-analysis", "ETH|Addis Ababa", "Somaliland", "SUPPORT", "planned"),
    fact("dam-analysis", "EGY|soldier|they", "SOM|mission|African Union", "MOBILIZE AID COOPERATE", "planned"),
    fact("dam-analysis", "EGY|soldier", "Shabaab", "ASSAULT", "planned"),
    fact("dam-analysis", "SOM", "ETH", "THREATEN", "happened"),
    fact("dam-analysis", "SOM", "ETH|troop", "COERCE REJECT SANCTION", "conditional|planned"),
    fact("dam-analysis", "EGY", "dam|ETH", "ASSAULT", "denied"),
    fact("dam-analysis", "TUR", "SOM|ETH|minister", TALKS, "happened"),
    fact("dam-analysis", "ETH", "Somaliland", "CONCEDE REJECT", "possible|conditional"),
    fact("dam-analysis", "EGY", "UN|Council", "REQUEST ACCUSE", "happened", date="2024-09-01"),
    fact("dam-analysis", "USA|which", "capital|EGY|ETH", "THREATEN REQUEST", "claimed|possible"),
    fact("dam-analysis", "UN|Council", "", TALKS, "denied"),
    # dam-blog
    fact("dam-blog", "EGY|general|he", "dam|ETH", "ASSAULT", "conditional"),
    fact("dam-blog", "EGY|spies|spy", "well|ETH", "ASSAULT", "claimed", "priest"),
    fact("dam-blog", "ARE|Emirati", "", "COOPERATE AID CONSULT", "claimed|planned"),
    fact("dam-blog", "EGY", "", TALKS, "denied|conditional"),
    fact("dam-blog", "DZA|Algeri", "", TALKS, "planned|judged"),
    fact("dam-blog", "UN|Council|resolution|TUN", "ETH", "REQUEST COERCE", "conditional|possible|planned|judged"),
    fact("dam-blog", "RUS", "it|resolution", "REJECT COERCE ASSAULT", "planned"),
    fact("dam-blog", "SDN", "EGY", "AID COOPERATE AGREE", "denied"),
    fact("dam-blog", "ISR", "dam", "MOBILIZE AID COOPERATE", "claimed", "site|which"),
    fact("dam-blog", "ISR", "", "MOBILIZE AID COOPERATE REJECT", "denied", "ISR"),
    fact("dam-blog", "ETH|Addis|it", "SDN|them", "ACCUSE", "happened"),
    # vote-agency
    fact("vote-agency", "VEN|court", "Gonzalez|VEN", "COERCE", "happened"),
    fact("vote-agency", "ESP", "Gonzalez|him|VEN", "AID SUPPORT COOPERATE", "planned", "Albares|ESP"),
    fact("vote-agency", "ESP|Madrid", "VEN|Maduro", "AGREE", "denied", "Albares|ESP"),
    fact("vote-agency", "VEN|Saab", "VEN|two|Gonzalez|Machado", "ACCUSE", "happened"),
    fact("vote-agency", "", "Gonzalez|VEN", "THREATEN", "claimed", "Machado|VEN"),
    fact("vote-agency", "VEN|Machado", "", "ASSAULT PROTEST MOBILIZE THREATEN", "planned"),
    fact("vote-agency", "BRA|COL", "VEN|him|Maduro", "REQUEST", "happened"),
    fact("vote-agency", "USA", "Gonzalez|VEN", "SUPPORT", "happened"),
    fact("vote-agency", "USA", "official|VEN", PENALISES, "possible", "people"),
    fact("vote-agency", "VEN", "BRA|permission", PENALISES, "happened", date="2024-09-07"),
    fact("vote-agency", "", "Maduro|VEN", "ASSAULT", "claimed|planned", "VEN"),
    fact("vote-agency", "BRA", "embassy|ARG", "COOPERATE AID MOBILIZE", "planned", "BRA"),
    fact("vote-agency", "VEN|Maduro", "opposition|VEN", "ACCUSE", "happened"),
    # vote-state
    fact("vote-state", "VEN|government", "Gonzalez|him|VEN", "CONCEDE COOPERATE AID", "happened"),
    fact("vote-state", "", "Gonzalez|him|VEN", "THREATEN", "denied"),
    fact("vote-state", "", "Gonzalez|him|VEN", "COERCE", "denied"),
    fact("vote-state", "USA|Washington|it", "judge|general|VEN", PENALISES, "planned"),
    fact("vote-state", "USA|ambassador", "government", "REQUEST COERCE", "happened"),
    fact("vote-state", "mercenar", "president|Maduro|VEN", "ASSAULT", "planned|claimed", "Cabello|he|VEN"),
    fact("vote-state", "ESP|Madrid", "", "REJECT ASSAULT COOPERATE", "happened|denied"),
    fact("vote-state", "they|USA", "Maduro|hair|VEN", "ASSAULT", "conditional"),
    fact("vote-state", "BRA", "terrorist", "AID COOPERATE", "conditional"),
    fact("vote-state", "CHN|RUS|IRN", "VEN|president|Maduro", "SUPPORT", "happened"),
    fact("vote-state", "RUS|Moscow", "VEN|election", "MOBILIZE AID COOPERATE", "planned"),
    fact("vote-state", "EU|European|parliament", "Gonzalez|fugitive", "SUPPORT", "planned"),
    # vote-oped
    fact("vote-oped", "USA|Washington|it", "official|VEN", PENALISES, "happened"),
    fact("vote-oped", "USA|Congress|friend", "USA|White House", "REQUEST", "happened"),
    fact("vote-oped", "USA|Trump", "VEN|oil", PENALISES, "happened", date="2019"),
    fact("vote-oped", "USA|it|Trump", "them|general|VEN", "AID COOPERATE CONCEDE", "conditional"),
    fact("vote-oped", "USA|we", "VEN|oil", PENALISES, "conditional"),
    fact("vote-oped", "BRA", "", "REJECT SANCTION COERCE", "conditional|possible|denied"),
    fact("vote-oped", "COL", "border|VEN", PENALISES, "conditional|possible|denied"),
    fact("vote-oped", "side|VEN", "proposal|COL|Petro", "REJECT", "happened"),
    fact("vote-oped", "Court|IGOICC|ICC", "VEN|chief|regime", "COERCE ACCUSE", "judged"),
    fact("vote-oped", "ESP", "him|winner|Gonzalez", "SUPPORT", "judged"),
    fact("vote-oped", "USA|administration", "those|VEN|tyrant", TALKS, "judged"),
    fact("vote-oped", "they|those", "him|tyrant|VEN", "REJECT COERCE ASSAULT RETREAT CONCEDE", "possible|conditional"),
    # vote-analysis
    fact("vote-analysis", "EU|European Union", "VEN|sanction", PENALISES, "possible|planned|conditional"),
    fact("vote-analysis", "BRA|which", "VEN|entry|BRICS", "REJECT COERCE SANCTION", "happened", date="2024-10"),
    fact("vote-analysis", "VEN|Caracas", "BRA|ambassador", "SANCTION REJECT COERCE", "happened"),
    fact("vote-analysis", "USA|Rubio", "", "REQUEST", "happened"),
    fact("vote-analysis", "VEN|Maduro", "migrant", "REJECT", "conditional"),
    fact("vote-analysis", "USA|government", "Gonzalez|VEN", "SUPPORT", "happened", date="2024-11-19"),
    fact("vote-analysis", "USA|envoy|Trump", "", "AID COOPERATE CONCEDE REQUEST", "possible"),
    fact("vote-analysis", "VEN|he|president|Maduro", "", SUPPORTS, "conditional|claimed|possible|planned", "people"),
    fact("vote-analysis", "VEN|Machado", "VEN|armed forces", "REQUEST", "happened", date="2024-08"),
    fact("vote-analysis", "VEN|Maduro", "", "COERCE", "claimed", "group"),
    fact("vote-analysis", "", "", TALKS, "denied", "Machado|she|VEN"),
    # vote-blog
    fact("vote-blog", "men|man|VEN", "convoy|VEN|her", "ASSAULT", "happened", date="2025-01-09"),
    fact("vote-blog", "police|VEN", "her|VEN|Machado", "COERCE", "claimed", "team"),
    fact("vote-blog", "GBR|EU|British", "people|account|VEN", PENALISES, "happened"),
    fact("vote-blog", "VEN|Diosdado", "", "THREATEN", "happened"),
    fact("vote-blog", "VEN|Diosdado", "plane|everybody", "ASSAULT COERCE", "planned|conditional"),
    fact("vote-blog", "men|man|VEN", "son|VEN", "COERCE ASSAULT", "happened", date="2025-01-07"),
    fact("vote-blog", "USA|Trump", "marine", "MOBILIZE", "claimed|denied|planned"),
    fact("vote-blog", "USA|Trump|he", "", "AGREE", "planned"),
    fact("vote-blog", "RUS", "palace|VEN", "MOBILIZE AID COOPERATE", "claimed"),
    fact("vote-blog", "COL", "VEN|consulate", "SANCTION REJECT COERCE", "judged"),
    fact("vote-blog", "BRA", "Edmundo|VEN|Gonzalez", "SUPPORT", "judged"),
    # kivu-agency
    fact("kivu-agency", "rebel|M23|COD", "COD|army", "REQUEST COERCE THREATEN", "happened", date="2025-01-26"),
    fact("kivu-agency", "RWA", "rebel|M23|COD", "SUPPORT AID COOPERATE", "claimed", "UN|United Nations"),
    fact("kivu-agency", "COD", "RWA", "SANCTION REJECT", "happened", date="2025-01-25"),
    fact("kivu-agency", "COD|it", "RWA|neighbour", "ACCUSE", "happened"),
    fact("kivu-agency", "RWA|neighbour|it", "", "MOBILIZE", "claimed", "COD"),
    fact("kivu-agency", "RWA", "rebel|M23", "SUPPORT AID COOPERATE", "denied", "RWA"),
    fact("kivu-agency", "COD", "FDLR|militia", "COOPERATE", "conditional"),
    fact("kivu-agency", "ZAF|Pretoria", "", "REQUEST", "happened"),
    fact("kivu-agency", "M23", "him|Cirimwami|governor|COD", "ASSAULT", "claimed", "M23"),
    fact("kivu-agency", "UN|Guterres", "RWA", "REQUEST", "happened"),
    fact("kivu-agency", "FRA", "UN|Council", "REQUEST", "possible", "diplomat"),
    fact("kivu-agency", "member|Africa", "", "SUPPORT", "possible"),
    fact("kivu-agency", "KEN|Ruto", "RWA|COD|Kagame|Tshisekedi", TALKS, "planned"),
    # kivu-state
    fact("kivu-state", "USA", "RWA|Kabarebe", "SANCTION COERCE", "happened", date="2025-02-20"),
    fact("kivu-state", "COD|army", "FDLR", "COOPERATE", "happened"),
    fact("kivu-state", "COD|it|army", "RWA|Rubavu", "ASSAULT", "happened", date="2025-01-27"),
    fact("kivu-state", "RWA|troop", "COD|Goma|Bukavu", STRIKES, "claimed|denied", "COD|Kinshasa|author"),
    fact("kivu-state", "COD|Tshisekedi", "M23", "REJECT CONSULT", "denied|happened"),
    fact("kivu-state", "EU|European", "RWA|agreement", "SANCTION COERCE REJECT", "possible|claimed"),
    fact("kivu-state", "RWA|Nduhungirehe", "", "REJECT", "happened"),
    fact("kivu-state", "RWA", "BEL", "SANCTION COERCE REJECT", "happened", date="2025-02-18"),
    fact("kivu-state", "COD", "M23", "CONSULT", "judged"),
    fact("kivu-state", "BDI", "", "RETREAT CONCEDE", "judged"),
    fact("kivu-state", "BDI|it", "RWA", "ASSAULT", "conditional|possible"),
    fact("kivu-state", "", "BDI|it", "ASSAULT COERCE", "conditional"),
    # kivu-oped
    fact("kivu-oped", "GBR", "RWA", "SANCTION COERCE", "happened", date="2025-02"),
    fact("kivu-oped", "GBR|secretary", "RWA|soldier|Kigali", "REQUEST", "happened"),
    fact("kivu-oped", "M23|rebel|it", "", "RETREAT CONCEDE", "possible"),
    fact("kivu-oped", "USA|EU|BEL|Washington|Brussels", "", "SANCTION COERCE REJECT", "conditional"),
    fact("kivu-oped", "COD|officer", "FDLR", "AID COOPERATE", "happened"),
    fact("kivu-oped", "", "FDLR", "COERCE CONCEDE RETREAT", "judged"),
    fact("kivu-oped", "FDLR|they", "RWA", "ASSAULT", "denied"),
    fact("kivu-oped", "FDLR|they", "RWA", "THREATEN", "possible|denied"),
    fact("kivu-oped", "COD|Tshisekedi|he", "RWA|Kigali", "THREATEN", "happened"),
    fact("kivu-oped", "COD|Tshisekedi|he", "USA", "AID COOPERATE", "happened"),
    fact("kivu-oped", "USA|they", "", SUPPORTS, "possible"),
    fact("kivu-oped", "EU|European|it", "general|RWA", "SANCTION COERCE", "planned"),
    fact("kivu-oped", "EU|European|it", "agreement", "SANCTION COERCE REJECT", "denied"),
    # kivu-analysis
    fact("kivu-analysis", "COD", "M23", SUPPORTS + " CONSULT", "planned", "COD|M23|they"),
    fact("kivu-analysis", "rebel|M23", "", "REJECT ASSAULT COERCE", "claimed", "Angola|AGO|mediator"),
    fact("kivu-analysis", "QAT|emir", "RWA|COD|Kagame|Tshisekedi", TALKS, "happened", date="2025-03"),
    fact("kivu-analysis", "M23|rebel", "COD|army", "ACCUSE", "happened"),
    fact("kivu-analysis", "country|RWA|COD", "", "AGREE", "judged|planned"),
    fact("kivu-analysis", "RWA", "", "RETREAT CONCEDE", "conditional|judged|possible"),
    fact("kivu-analysis", "M23", "", "ASSAULT MOBILIZE", "conditional|possible"),
    fact("kivu-analysis", "BDI", "M23|it", "ASSAULT", "conditional|possible"),
    fact("kivu-analysis", "AGO", "", "MOBILIZE AID COOPERATE", "denied|planned"),
    fact("kivu-analysis", "COD|Kabila", "rebel|M23", "SUPPORT AID COOPERATE", "claimed"),
    fact("kivu-analysis", "COD|minister", "COD|Senate", "REQUEST", "happened"),
    fact("kivu-analysis", "COD|he|Kabila", "", "COERCE ACCUSE", "planned|conditional|possible|judged"),
    fact("kivu-analysis", "COD|Tshisekedi|he", "", "CONCEDE", "denied"),
    # kivu-blog
    fact("kivu-blog", "they|people|M23", "boy", "ASSAULT", "happened"),
    fact("kivu-blog", "", "neighbour|he", "COERCE", "conditional"),
    fact("kivu-blog", "COD|army", "airport", STRIKES, "claimed|denied", "COD|government|author"),
    fact("kivu-blog", "rebel|M23|they", "Bukavu|COD", STRIKES, "denied", "rebel|M23"),
    fact("kivu-blog", "COD|Tshisekedi", "army", "ACCUSE", "happened"),
    fact("kivu-blog", "Nangaa", "COD|Tshisekedi", "ACCUSE", "happened"),
    fact("kivu-blog", "UN|Blue Helmets|they", "soldier|COD", "AID COOPERATE", "denied"),
    fact("kivu-blog", "rebel|M23", "them|soldier|COD", "CONCEDE RETREAT COOPERATE", "possible"),
    fact("kivu-blog", "", "ZAF|troop", "ASSAULT", "conditional|possible"),
    fact("kivu-blog", "they|M23|rebel", "refugee", "COERCE", "planned"),
    fact("kivu-blog", "", "", "PROTEST", "judged"),
]

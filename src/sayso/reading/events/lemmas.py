"""Closed classes of words by which clauses are read: who controls an infinitive, who is called on, what is handed."""

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
NAMED = frozenset({"GPE", "NORP", "ORG", "PERSON", "FAC", "LOC", "PRODUCT"})
VERBAL = frozenset({"VERB", "AUX"})
SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
GOVERNED = SUBJECT | {"dobj"}
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
HANDED = frozenset(
    {"grant", "give", "offer", "award", "deny", "send", "hand", "promise", "lend", "pay", "sell", "show", "ship"}
    | {"supply", "loan", "wire", "refuse", "accord", "present"}
)
"""Verbs whose passive has for its subject whom a thing is passed to: "Cuba was granted a loan"."""
HAVING = frozenset({"have", "get", "see", "want"})
URGING = frozenset(
    {"get", "want", "urge", "order", "ask", "tell", "force", "press", "persuade", "allow", "help", "beg"}
)
"""Verbs whose object is to do what their infinitive says, also where the parser takes that for a purpose."""
WARNING = frozenset({"warn", "tell", "remind", "advise", "caution"})
CALLS = frozenset(
    {
        "call",
        "appeal",
        "plea",
        "plead",
        "request",
        "demand",
        "pressure",
        "wait",
        "push",
        "press",
        "lobby",
        "vote",
        "plan",
    }
    | {"count", "rely", "depend", "prevail", "lean"}
    | {"ask", "time", "order", "permission", "deadline", "ultimatum", "chance", "need", "way", "proposal"}
)
"""What is for or on somebody to do something: "a call on Peru to leave", "time for Peru to leave"."""
CALLED = frozenset({"for", "on", "upon", "to", "with"})
WAYS = frozenset({"way", "manner", "fact"})
TIMES = frozenset({"DATE", "TIME"})
MEANS = frozenset(
    {"phone", "telephone", "video", "link", "videolink", "videoconference", "conference", "teleconference", "letter"}
    | {"email", "mail", "fax", "telegram", "cable", "text", "message", "post", "radio", "train", "plane", "air", "sea"}
    | {"road", "rail", "boat", "land", "foot", "car", "bus", "helicopter", "night", "day", "force", "law"}
    | {"decree", "mistake", "accident", "chance", "surprise", "far", "consensus", "acclamation", "proxy"}
)
"""What stands behind "by" without a doer: how it was done."""
UTTERED = frozenset(
    {"statement", "letter", "resolution", "declaration", "decision", "order", "decree", "ruling", "note", "memo"}
    | {"communique", "communiqué", "report", "petition", "motion", "law", "bill", "vote", "speech", "tweet", "post"}
    | {"message", "telegram", "verdict", "warrant", "editorial", "text", "document", "address", "interview", "article"}
    | {"judgment", "judgement", "directive", "dossier", "complaint", "lawsuit", "manifesto", "pamphlet", "broadcast"}
)
"""What somebody says or lays down, which does by itself what he does with it."""
TEXTS = UTTERED | {
    "email", "mail", "leaflet", "release", "cable", "ultimatum", "flyer", "poster", "appeal", "memorandum", "video",
    "recording",
}  # fmt: skip
"""What speaks for whoever issues it."""
ISSUING = frozenset(
    {"issue", "pass", "send", "release", "adopt", "publish", "sign", "make", "write", "drop", "circulate", "post"}
    | {"deliver", "read", "present", "submit", "file", "broadcast", "distribute", "draft", "tweet", "scatter", "table"}
)
"""What somebody does with a text of his own."""
CONDUCT = frozenset(
    {
        "response",
        "effort",
        "role",
        "work",
        "behaviour",
        "behavior",
        "conduct",
        "policy",
        "attitude",
        "stance",
    }
    | {"leadership", "courage", "bravery", "performance", "action", "inaction", "approach", "position", "tactic"}
    | {"decision", "ruling", "statement", "verdict", "announcement", "remark", "comment", "vote", "decree", "order"}
    | {"record", "contribution", "refusal", "failure", "silence", "restraint", "commitment", "determination", "move"}
    | {"claim", "accusation", "proposal", "plan", "demand", "threat", "initiative", "reaction", "practice"}
)
"""What somebody does or wants, which is praised or blamed in him: "the response of the police"."""
SENDING = frozenset(
    {"fire", "launch", "drop", "throw", "hurl", "shoot", "lob", "plant", "lay", "detonate", "carry", "claim", "mount"}
    | {"stage", "conduct", "order", "plan", "perpetrate", "commit", "send", "set"}
)
"""What those do who are behind a shell, a bomb or an attack."""
LED = frozenset({"led", "imposed", "ordered", "run", "launched", "organised", "organized"})
BROKERED = frozenset({"brokered", "mediated", "negotiated", "sponsored", "monitored", "guaranteed"})
"""Whoever brokers a truce is no side of it."""
CHARGES = frozenset({"accusation", "allegation", "charge", "suspicion"})
ANSWERING = frozenset({"deny", "reject", "face", "dismiss", "refute", "rebut", "dispute", "contest", "admit", "answer"})
"""What is done to a charge by whom it is against."""
HAVING_WHAT_IT_TAKES = frozenset({"have", "show", "lack", "find", "seize", "gain", "miss", "muster"})
"""Who has the courage, the right or the chance to do a thing does it, not the courage."""
CALLED_IN = frozenset({"summon", "meet", "visit", "phone", "ring", "telephone", "call", "invite"})
TO_BE_TOLD = frozenset(
    {"protest", "complain", "demand", "express", "condemn", "denounce", "warn", "lodge", "voice", "object", "convey"}
    | {"tell", "inform", "discuss", "deliver", "register", "press", "urge", "criticise", "criticize", "apologise"}
    | {"apologize", "thank"}
)
"""What somebody calls another in for, or meets him for, to say himself: "summoned the envoy to protest"."""
DONE_TO = frozenset(
    {"arrest", "detain", "jail", "free", "release", "kill", "sentence", "charge", "expel", "deport", "accuse", "acquit"}
    | {"convict", "ban", "execute", "hang", "sack", "oust", "abduct", "kidnap", "wound", "injure", "extradite", "evict"}
    | {"indict", "impeach", "suspend", "imprison", "behead", "blacklist", "sanction", "summon", "exile", "hospitalise"}
)
"""Verbs that always have an object: without one, a headline tells what was done to the subject."""
SAYING = frozenset({"say", "tell", "report", "announce", "state", "declare", "write", "claim", "note", "add"})
SPEECH = frozenset(
    {"accuse", "demand", "urge", "warn", "call", "deny", "condemn", "insist", "vow", "promise", "reject", "threaten"}
    | {
        "blame",
        "denounce",
        "criticise",
        "criticize",
        "ask",
        "appeal",
        "pledge",
        "dismiss",
        "praise",
        "welcome",
        "thank",
    }
    | {"offer", "express", "voice", "liken", "dispute", "describe", "cite"}
)
"""What one does by saying: in "rebels took it, Lima said, accusing Quito" it is Lima who accuses."""

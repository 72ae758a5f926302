"""Walks through consent, what is told to whom, and partners."""

from __future__ import annotations

from tests.interviews.script import ROBIN, Interview, Step, about, no_more, same

MAYA = "Maya Practice, PR-002"
NOBODY_DOUBTS = "Nothing raised a doubt that they can decide this"

CONSENT_GIVE = about(
    ROBIN,
    "consent give",
    (
        Step(
            "These three are kept apart",
            "2",
            "About",
            "That somebody is told something",
        ),
        Step("Who may be told", "0", "A partner", "Somebody else"),
        same("Who may be told? One person", "Ms Shah", "Told"),
        same("What are they", "social worker", "What they are"),
        same("What for", "so that the review goes well", "What for"),
        Step("On which day", "", "Asked on", "Wednesday 18 November 2026"),
        same("How was it asked", "talked it through", "How it was asked"),
        Step("What did Robin answer", "1", "Answer", "Robin agrees"),
        Step(
            "What may be told",
            "1,19",
            "May be told",
            "What they like to be called, The review pack",
        ),
        Step("must not be told", "12", "Not to be told", "What happened before"),
        Step("Can Robin decide", "1", "Deciding for themselves", NOBODY_DOUBTS),
        Step(
            "How was it given",
            "2",
            "How it was given",
            "Said, and somebody else heard it",
        ),
        same("Who else heard it", "Jo Park", "Witness"),
        Step("last day", "", "Last day", "Thursday 20 May 2027"),
        same("take it back", "Tell me", "How to take it back"),
        Step("been given a copy", "2", "Has a copy", "No"),
        same("say about it", "She may know that", "Their words"),
    ),
    {"consent": 1},
    f"Saved for {ROBIN}: yes.",
)
CONSENT_WITHDRAW = Interview(
    "consent withdraw",
    ("consent", "withdraw", "PR-002"),
    (
        Step(
            "take back",
            "1",
            "Taken back",
            "Telling Community kitchen, the kitchen's lead: So that Noor knows how to "
            "make the kitchen feel all right. Holds until Friday 27 November 2026, 9 "
            "days more",
        ),
        Step("On which day", "", "On", "Wednesday 18 November 2026"),
        no_more("No reason is needed", "Their words"),
    ),
    {"consent": 1, "paper": 1, "action": 1},
    f"Saved for {MAYA}: taken back.",
    who=MAYA,
)
DISCLOSURE_ADD = Interview(
    "disclosure add",
    ("disclosure", "add", "PR-002"),
    (
        Step("cannot wait", "1", "In danger", "Yes"),
        same("Whom do you tell", "Police, 999", "Told to"),
        same("What harm", "He said he will hit her tonight", "Harm feared"),
    ),
    {"disclosure": 1},
    f"Saved for {MAYA}. Told: Police, 999.",
    who=MAYA,
)
TOLD_IN_DANGER = (
    *("disclosure", "add", "PR-002", "--danger", "yes", "--recipient", "Police"),
    *("--harm", "He said he will hit her tonight"),
)
DISCLOSURE_FINISH = Interview(
    "disclosure finish",
    ("disclosure", "finish", "PR-002"),
    (
        same("What exactly was told", "Where she is", "What was told"),
        same("needed", "They had to find her", "Why it was needed"),
        same("not asked, or why", "No time was left", "Why without consent"),
        same(
            "What else was thought of",
            "Waiting. It was too late",
            "What else there was",
        ),
        Step("know that it was told", "2", "They know", "No"),
        same("not know yet", "She is at the hospital", "Why they do not know"),
        Step(
            "Go through these",
            "1,2",
            "Checked",
            "There is a clear reason to tell, It is told because it has to be",
        ),
    ),
    {"disclosure": 1},
    f"Saved for {MAYA}. Told: Police.",
    who=MAYA,
    before=(TOLD_IN_DANGER,),
)
DISCLOSURE_RECALLED = Interview(
    "disclosure recalled",
    ("disclosure", "recalled", "PR-002"),
    (
        Step(
            "What was called back",
            "1",
            "Called back",
            "Community kitchen: What they like to be called; what they come for, and "
            "when; what helps them feel at ease, since Wednesday 19 August 2026",
        ),
        same("How do you know", "Noor gave the page back", "How you know"),
        Step("On which day", "", "On", "Wednesday 18 November 2026"),
    ),
    {"disclosure": 1},
    f"Saved for {MAYA}. Told to stop using it: Community kitchen.",
    who=MAYA,
)
PARTNER_ADD = Interview(
    "partner add",
    ("partner", "add"),
    (
        same("What is the partner called", "Park football", "Partner"),
        Step("What are they", "2", "Kind", "Group"),
        same("Whom do you speak to", "Lee Moss", "Contact"),
        same("What are they there", "the coach", "Their role"),
        same("How do you reach them", "01632 960002", "Phone"),
        Step(
            "Which boundaries",
            "1",
            "Boundaries",
            "No lending or borrowing, of money or things",
        ),
        same("What other boundary", "No drink", "Own boundaries"),
        same("when they are worried", "Ask, then ring us", "When worried"),
        same("Whom do they ring", "Sam, 01632 960001", "On call"),
        no_more("What do they tell us", "They tell us"),
        Step("On which day", "", "Agreed on", "Wednesday 18 November 2026"),
    ),
    {"partner": 1},
    "Saved: Park football.",
    who="the service",
)
SEEN = Step("seen this page", "1", "Seen and agreed", "Yes")
TELLS = Step("Do the words tell of it", "2", "May tell of more", "They do not")
PARTNER_BRIEF = Interview(
    "partner brief",
    ("partner", "brief", "PR-002", "kitchen"),
    (
        Step(
            "What goes on the page",
            "1,3",
            "On the page",
            "What they like to be called, What helps them feel at ease",
        ),
        Step("What are they called", "Maya", "What they like to be called", "Maya"),
        same("What helps them", "Not near court", "What helps them feel at ease"),
        same("else should they not do", "Do not offer lifts", "Not to do"),
        same("What do they tell us", "If she is away twice", "They tell us"),
        Step("last day of the page", "", "Last day", "Friday 27 November 2026"),
        TELLS,
        Step(
            "Go through these",
            "1,2,3,4,6",
            "Checked",
            "There is a clear reason to tell; It is told because it has to be; "
            "It is the least that will do; Those who need it get it, and nobody "
            "else; It is lawful",
        ),
        SEEN,
    ),
    {"paper": 1, "disclosure": 1},
    f"A page for Community kitchen about {MAYA}",
    who=MAYA,
    anew=(TELLS, SEEN),
)
CONSENTS = (
    CONSENT_GIVE,
    CONSENT_WITHDRAW,
    DISCLOSURE_ADD,
    DISCLOSURE_FINISH,
    DISCLOSURE_RECALLED,
    PARTNER_ADD,
    PARTNER_BRIEF,
)

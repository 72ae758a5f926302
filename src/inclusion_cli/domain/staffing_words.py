"""Too few staff said by families of words near each other: who works, and what lacks.

A person's own budget, shift or team is none of the house's: "her budget", "his shift".
Source: practice reference 1.2.
"""

from __future__ import annotations

_NOT_OWN = r"(?<!her )(?<!his )(?<!their )(?<!own )"
_NOT = (
    r"(?:do(?:es)? not|don.?t|doesn.?t|did(?: not|n.?t)|will not|won.?t"
    r"|would(?: not|n.?t)"
    r"|can ?not|can.?t|could(?: not|n.?t)|never|is not|isn.?t|are not|aren.?t|only"
    r"|just)"
)
_UNABLE = (
    r"(?:can ?not|can.?t|could(?: not|n.?t)|(?:am|are|is|were|was) (?:not able"
    r"|unable) to"
    r"|aren.?t able to|isn.?t able to|struggles? to)"
)
_WE = (
    r"(?:we|i|(?:the|our) (?:team|house|service|home|project|organisation|manager)"
    r"|staff|nobody|no[- ]?one)"
)
_HANDS = r"(?:staff|workers?|carers?|colleagues?|members? of staff|support workers?)"
_SHIFT = (
    r"(?:shifts?|nights?|evenings?|weekends?|mornings?|afternoons?|days?|hours?|rotas?"
    r"|posts?|walks?|visits?|outings?|trips?|sleep-?ins?|\w+days?)"
)
_ONE = r"(?:one|1|two|2|a single|a lone)"
_MEANS = r"(?:budgets?|funding|funds|resources|resourcing|capacity|staffing|manpower)"
_ROTA = r"(?:rotas?|rosters?|shift patterns?|shifts?|cover)"
FAMILIES = {
    "cover|staff|roster|rota|spare|fill|afford|resourc|get|find": (
        rf"\b{_WE} {_UNABLE} (?:\w+ ){{0,2}}?(?:"
        rf"(?:cover|staff|fill|resource) (?:\w+ ){{0,3}}?{_SHIFT}\b"
        r"|(?:cover|staff|resource) (?:it|that|this)\b\W*$"
        r"|(?:roster|rota|spare|afford) (?:\w+ ){0,3}?"
        rf"(?:{_HANDS}|anybody|anyone|one|hours?|person|people|time)\b"
        rf"|(?:get|find) (?:\w+ ){{0,2}}?(?:agency|cover|{_HANDS})\b)"
    ),
    "budget|fund|resourc|capacity|staffing|manpower": (
        rf"{_NOT_OWN}\b{_MEANS} (?:\w+ ){{0,3}}?{_NOT} (?:\w+ )?"
        r"(?:stretch(?:es)?|allows?|permits?|reach(?:es)?|runs?|covers?|pays?|extends?"
        r"|goes?|there|enough|sufficient|supports?|provides?|fits?)\b"
        rf"|{_NOT_OWN}\b{_MEANS} (?:is|are|was|were) (?:\w+ ){{0,2}}?"
        r"(?:tight|thin|short|stretched|limited|cut|low|gone|lean)\b"
        r"|\b(?:due to|because of|owing to|lack of|limited|insufficient|too little"
        rf"|not enough|no) {_NOT_OWN}(?:our |the |staff )?{_MEANS}\b(?! of (?:her|his))"
    ),
    "rota|roster|shift|cover|staff|worked": (
        rf"{_NOT_OWN}\b{_ROTA} (?:\w+ ){{0,3}}?{_NOT} (?:\w+ )?"
        r"(?:stretch(?:es)?|allows?|permits?|reach(?:es)?|runs?|extends?|goes|there"
        r"|enough|sufficient|fits?)\b"
        rf"|{_NOT_OWN}\b{_ROTA} (?:\w+ ){{0,3}}?(?:is|are|was|were) (?:\w+ )??"
        r"(?:tight|thin|stretched|hard to (?:fill|cover)|incomplete|bare|down to)\b"
        rf"|\b(?:night|evening|weekend|waking|late|early|day) (?:cover|shift|staff)s? "
        rf"(?:is|are|was|were|has|have) (?:only |just |down to |covered by )*{_ONE}\b"
        rf"|\b{_SHIFT} (?:is|are|was|were) (?:\w+ )?(?:covered|staffed|worked) "
        rf"(?:by |with )?(?:only |just )?{_ONE}\b"
        r"|\b(?:single|lone) cover\b"
    ),
    "short|down": (
        r"\b(?:we|the (?:team|house|shift|service|rota))(?:.re|.ve been"
        r"| (?:are|is|were|was|have been|has been|run|runs|ran)) (?:\w+ ){0,2}?"
        r"(?:short|down)(?: (?:on|of|by|to))? (?:\w+ ){0,3}?"
        rf"(?:rotas?|team|{_HANDS}|hands|people|{_SHIFT}|tonight|today|this week"
        rf"|(?:one|two|\d)(?= at\b|\W*$))\b"
    ),
    "nobody|no one|no-one|noone|no worker|no other worker|no colleague|none of us": (
        r"\b(?:nobody|no[ -]?one|no (?:other )?worker|no colleague|none of us)"
        r"(?: else)? (?:is|was|are|were|will be) (?:\w+ )??(?:free|spare)\b"
        r"(?! of\b| from\b)"
        r"|(?<!has )(?<!had )(?<!with )(?<!got )\b(?:nobody|no[ -]?one|no worker"
        r"|no colleague)(?: else)?(?: (?:is|was|there|here|left|around|free))*"
        r" to (?:walk|go|come|travel|sit|stay) (?:\w+ )?with\b"
        r"|(?<!that )(?<!said )(?<!says )\b(?:nobody|no[ -]?one|none of us) "
        r"(?:can|could|is able to) (?:be spared|(?:walk|go|come|travel|sit|stay) "
        r"(?:\w+ )?with)\b"
    ),
    "worker|staff|people|bodies|hands|colleague|carer|money|pay|hours|us|team": (
        rf"\b{_WE} (?:would |do |does )?needs? (?:\w+ )?(?:another|extra|second|more"
        rf"|additional|two|three) (?:\w+ )?(?:{_HANDS}|hours|hands|people on)\b"
        r"|\bnot enough (?:bodies|hands|hours|colleagues|carers|people (?:at work"
        r"|in))\b"
        rf"|\b(?:no|not enough|too little|lack of) (?:money|pay|hours) (?:for|to) "
        rf"(?:\w+ ){{0,3}}?(?:{_HANDS}|hours|cover|shifts?|escorts?|support)\b"
        rf"|\b(?:half|most|some|several|many|two|three|four|\d) (?:of )?(?:the |our )?"
        rf"(?:team|{_HANDS}|us) (?:is |are |were |was )?(?:off|on leave|ill|sick"
        rf"|away)\b"
        rf"|\b(?:we|the team|the house) (?:\w+ )?lost (?:\w+ ){{0,2}}?{_HANDS}\b"
        r"|\btakes? two (?:of us|workers|staff)\b.*\b(?:is|are|have|only) (?:only "
        r"|just )?"
        r"(?:one|1)\b"
    ),
    "vacanc|sickness": (
        r"\b(?:vacanc(?:y|ies)) (?:in|on|among) (?:the |our )?(?:team|rota|staff"
        r"|house)\b"
        r"|\b(?:team|staff|worker) vacanc(?:y|ies)\b"
        r"|\bsickness (?:in|on|among) (?:the |our )?(?:team|staff|workers)\b"
    ),
    "thin on the ground|skeleton|stretched|under pressure|pushed": (
        r"\bthin on the ground\b|\bskeleton (?:crew|staff|team|shift|cover|rota)\b"
        r"|\b(?:we|team|service|house|workers|staff)(?:.re| (?:is|are|was|were)) "
        r"(?:\w+ )??(?:stretched|under pressure|pushed)\b(?! (?:by|over|down|into)\b)"
    ),
    "on my own|alone|me on|by myself|on our own": (
        r"\b(?:i|we)(?:.m|.re| (?:am|are|work)) (?:\w+ )??"
        r"(?:on (?:my|our) own|alone|by myself) (?:at night|on|after|in the"
        r"|overnight)\b"
        r"|\b(?:only|just) me on\b"
    ),
    "commissioner|council|funder|contract|capacity": (
        r"\b(?:commissioners?|council|funders?|contract) "
        r"(?:(?:only|just) |(?:will|does|do|would) (?:not|only) |won.?t |doesn.?t )"
        r"(?:pays?|funds?|covers?|buys?)\b"
        r"|\b(?:we|the (?:team|service|house)) (?:do not|does not|don.?t"
        r"|doesn.?t) have "
        r"(?:the |enough |any )?capacity\b"
    ),
    "no|not enough|n't enough|too few|without|lack|short of": (
        r"\bthere(?:.s| is| are| was| were) (?:no|too few|not enough)(?: \w+)? "
        rf"(?:{_HANDS}|hands|hours|cover)\b(?! (?:beside|near|with) )"
        rf"|\bthere (?:aren.?t|isn.?t|weren.?t) enough (?:\w+ )?(?:{_HANDS}|hands"
        rf"|us|hours"
        r"|people on)\b"
        rf"|^\W*(?:no|not enough|too few|short of|lack of)(?: \w+)? (?:{_HANDS}"
        rf"|hands|people"
        rf"|hours|cover)(?: (?:left|free|available|to go round|to spare))?"
        rf"(?: (?:at|on|in|after|before|until|for)\b.*)?\W*$"
    ),
    "we|the |staff|worker|nobody|no one|no-one|noone|can|could|able|struggle": (
        rf"\b(?:{_WE}|(?:on-call|night|evening|only|one) worker) {_UNABLE} (?:\w+ )?"
        r"(?:put (?:two|three|\d|anybody|anyone|more|another)|release (?:a|any|one"
        r"|staff)"
        r"|leave (?:the (?:building|house|office|others)|others)|free up"
        r"|be in two places"
        r"|manage (?:one|two|more|another|it) (?:\w+ )?(?:trips?|outings?|walks?"
        r"|worker)"
        r"|double up)\b"
        r"|\bwe can only manage\b"
        r"|\b(?:we|the (?:house|team|service|shift)) (?:only |just )?(?:have|has"
        r"|had|.ve got)"
        r" (?:only |just )?(?:nobody|no[- ]?one|no time|no budget|no money|one worker"
        rf"|two workers|no (?:\w+ )?{_HANDS}|too much (?:else )?to do)\b"
        r"|\b(?:we|the (?:house|team|service)) (?:do not|don.?t|does not"
        r"|doesn.?t) have "
        r"(?:anyone|anybody|somebody|someone|the time|time|enough \w+|the hours|hours"
        rf"|a (?:second|spare) (?:worker|person))\b"
        r"|\b(?:we|staff|the team)(?:.re| are| is) (?:just |far |much )?too busy\b"
        r"|\b(?:nobody|no[- ]?one) (?:is|was) on (?:after|at|overnight|tonight"
        r"|until|then)\b"
        r"|\b(?:nobody|no[- ]?one) (?:could be|was|is) found for the "
        r"(?:\w+ )?(?:shift|night|rota)\b"
        r"|\bthe manager (?:has|had) no (?:budget|money|hours|staff)\b"
        r"|\b(?:we|the (?:team|house))(?:.re| are| is) (?:one|two|three|four|\d) "
        r"(?:down|short)\b"
    ),
    "agency|overtime|cuts|extra": (
        r"\b(?:agency|overtime|extra (?:hours|staff|workers?)) (?:\w+ ){0,2}?"
        r"(?:costs?|too (?:dear|expensive)|expensive)\b|\bpay (?:for )?(?:overtime"
        r"|agency)\b"
        r"|\bcuts (?:to|in) (?:the |our )?(?:service|team|staff|budget|hours|funding)\b"
    ),
    "thinly|staff numbers|staff number": (
        r"\bthinly (?:staffed|covered)\b|\bstaff numbers? (?:do|does|will|are|is)\b"
    ),
    "worker|staff|team": (
        rf"\b(?:takes?|needs?) (?:two|three|2|3) (?:of us|{_HANDS}|people)\b.*"
        r"\b(?:house|team|we|shift|there) (?:only )?(?:has|have|is"
        r"|are) (?:only )?(?:one|1)\b"
        r"|\bleft and (?:are|is|were|was) not replaced\b.*\b(?:team|staff|workers?)\b"
        r"|\b(?:of the team|of the staff|workers|staff) have left\b"
        r"|\b(?:one|1|a single) worker (?:for|to) (?:\w+ ){1,3}(?:people|residents"
        r"|tenants)\b"
        r"|\b(?:means?|leaves?|leaving) (?:only |just )?(?:one|a single) worker\b"
        r"|\bour (?:\w+ )?worker (?:is|was) (?:off|away|on leave|ill|sick)\b"
        r"|\bworker (?:has|had) (?:the whole house|everybody else|all the others)\b"
        r"|\bworker (?:would|will) have to (?:stay|leave|come in)\b"
        r"|\b(?:shift|house|team|evening|night) (?:only )?has (?:only "
        r"|just )?one worker\b"
    ),
}
"""The ways, by the words of which each needs one: see `Ways`."""
